"""Places and their names: built from packages into one read-only file, found across spellings."""

from sayso.gazetteer.build import build_gazetteer
from sayso.gazetteer.lookup import Gazetteer
from sayso.gazetteer.shapes import AdminShape, shapes_of

__all__ = ["AdminShape", "Gazetteer", "build_gazetteer", "shapes_of"]
