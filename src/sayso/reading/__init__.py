"""The trained reader: one pass of a small encoder over an article, and what its heads make of every word."""
