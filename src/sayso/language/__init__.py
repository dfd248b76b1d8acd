"""Sentences, clauses and quotations of a text, with offsets."""
