"""Phrases for parties to many wars, against the party that each is taken for."""
