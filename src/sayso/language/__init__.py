"""Sentences, clauses, words and word forms of a text, with offsets."""
