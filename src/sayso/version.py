"""Which Sayso this is, written into every record that it makes, and which form its gazetteer has."""

__version__ = "0.1.0"

GAZETTEER_FORMAT = "1"
"""Raised when the tables of the gazetteer's file change: the file's name bears it, so that a new one is built beside an older one."""
