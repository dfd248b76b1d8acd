"""Borders: "the Turkish border", "the Syria-Iraq border" are lines, named by the countries beside them; no point stands for them."""

import re
from collections.abc import Iterator

from sayso.gazetteer import Gazetteer
from sayso.mentions.place_words import place_words
from sayso.model.mentions import PlaceMention

_NAME = r"([A-Z][\w.]{1,40}(?: [A-Z]\w{1,40})?)"
_BORDER = re.compile(rf"\b(?!The ){_NAME}(?:(?:[-\u2013\u2014/]| and ){_NAME})?(?:'s|\u2019s)? (?:border|frontier)s?\b")
BORDER_ID = "sayso:border-"
"""How the id of a border begins; the codes of its countries follow."""
_LINE_PRECISION = (3, 5)
"""ACLED geo_precision 3 (a larger region) and UCDP where_prec 5 (linear)."""


def find_borders(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """Borders named between two offsets; `place_id` joins the ISO codes of the countries, in the order of the alphabet."""
    for hit in _BORDER.finditer(text, start, end):
        codes = [code for part in hit.groups() if part and (code := _country(part, gazetteer))]
        if len(codes) != sum(part is not None for part in hit.groups()):
            continue
        geo, where = _LINE_PRECISION
        names = [place.name if (place := gazetteer.place(f"country:{code}")) else code for code in codes]
        yield PlaceMention(
            start=hit.start(), end=hit.end(), text=hit.group(), name=f"border of {' and '.join(names)}",
            place_id=f"{BORDER_ID}{'-'.join(sorted(code.lower() for code in codes))}", country=codes[0] if len(codes) == 1 else None,
            geo_precision=geo, where_prec=where, score=0.9, why="a border is a line: the text names no point of it",
        )  # fmt: skip


def _country(name: str, gazetteer: Gazetteer) -> str | None:
    """Code of a country by its name or adjective, or None."""
    if code := place_words().adjectives.get(name.lower()):
        return code
    return next((c.place.country for c in gazetteer.find(name) if c.place.kind == "country" and c.likeness == 1), None)
