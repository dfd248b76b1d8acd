"""Reviewed tables of the package, read once from YAML beside this module."""

from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import yaml

Table: TypeAlias = Any
"""What YAML holds: mappings, lists and words, shaped as the table's own heading says."""


@cache
def read_table(name: str) -> Table:
    """One table by its path below this folder, without the ending; callers must not change what they get.

    >>> read_table("countries")["FR"]["name"]
    'France'
    """
    path = files("sayso.knowledge").joinpath(*f"{name}.yaml".split("/"))
    return yaml.load(path.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)


@cache
def table_names(folder: str) -> tuple[str, ...]:
    """Names of the tables of a folder, in order."""
    names = (entry.name for entry in files("sayso.knowledge").joinpath(folder).iterdir())
    return tuple(sorted(f"{folder}/{name.removesuffix('.yaml')}" for name in names if name.endswith(".yaml")))
