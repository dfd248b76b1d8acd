"""Sayso reads reporting on armed conflict and displacement into an accountable situation record."""

__version__ = "0.1.0"
