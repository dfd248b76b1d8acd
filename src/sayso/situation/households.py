"""Households as people, where an operator's table says how many live in one; without it they stay households."""

from collections.abc import Iterable, Sequence

import msgspec

from sayso.gazetteer.spelling import fold_name
from sayso.model.situation import HouseholdSize
from sayso.situation.areas import Area
from sayso.situation.counts import Count


def size_of(area: Area, sizes: Sequence[HouseholdSize]) -> HouseholdSize | None:
    """The size of the division that all places lie in, else of their country; None where they lie in several, or the table has none."""
    countries, divisions = {s.country for s in area.spots}, {s.admin1 for s in area.spots}
    here = [size for size in sizes if {size.country} == countries]
    own = (size for size in here if size.admin1 and {fold_name(size.admin1)} == divisions)
    return next(own, None) or next((size for size in here if not size.admin1), None)


def convert_households(counts: Iterable[Count], sizes: Sequence[HouseholdSize]) -> tuple[Count, ...]:
    """The counts, those of households with the size of one."""
    return tuple(msgspec.structs.replace(c, household=size_of(c.area, sizes)) if c.figure.unit == "households" else c for c in counts)
