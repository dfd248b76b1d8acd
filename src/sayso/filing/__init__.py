"""Articles filed one by one as they come: compared with what is near them alone, and events gathered anew only where something came.

What is kept comes to the same, event by event, as gathering the whole ledger at once (`sayso.ledger.group_claims`); that is tested.
"""

from sayso.filing.countries import DAYS, Asked, CountrySlice, settle_country, slice_country, view_country
from sayso.filing.filer import FILED_BY, Filer, is_up_to_date, kept_events

__all__ = [
    "DAYS", "FILED_BY", "Asked", "CountrySlice", "Filer", "is_up_to_date", "kept_events", "settle_country", "slice_country",
    "view_country",
]  # fmt: skip
