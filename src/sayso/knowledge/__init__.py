"""Reviewed facts as data files: parties, speakers, outlets, event vocabulary, words per language."""
