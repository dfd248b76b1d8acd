"""Stories and events as they were gathered, and in which countries claims name places."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, select, update

from sayso.store.filed_rows import EventRow, Tables
from sayso.store.filed_tables import CLAIM_COUNTRIES, CONTROL_PLACES, FILED_CLAIMS, FILED_EVENTS, STORIES
from sayso.store.to_file import MANY, batched


class Events(Tables):
    """Stories, events and countries."""

    def stories(self, stories: Iterable[int]) -> dict[int, bytes]:
        """What was gathered of components of articles."""
        return dict(self._numbered(STORIES, "story", stories))

    def put_story(self, story: int, told: bytes | None) -> None:
        """Keep what was gathered of one, in place of what was there; nothing where it is None."""
        self._delete(STORIES, "story", [story])
        if told is not None:
            self._insert(STORIES, [{"story": story, "told": told}])

    def events_of_components(self, components: Iterable[int]) -> list[EventRow]:
        """The events of components of claims."""
        return self._events(FILED_EVENTS.c.component, components)

    def events(self, ids: Iterable[str] | None = None) -> list[EventRow]:
        """Events by their ids; all, where none are given."""
        if ids is not None:
            return self._events(FILED_EVENTS.c.event_id, ids)
        return [EventRow(*row) for row in self._connection.execute(select(FILED_EVENTS))]

    def _events(self, column: Any, values: Iterable[Any]) -> list[EventRow]:  # noqa: ANN401  # any column of the table
        queries = (select(FILED_EVENTS).where(column.in_(some)) for some in batched(values, MANY))
        return [EventRow(*row) for query in queries for row in self._connection.execute(query)]

    def put_events(self, rows: Iterable[EventRow], claims: Mapping[str, Sequence[int]]) -> None:
        """Keep events in place of those of the same ids; `claims` are the numbers of the claims of each."""
        held = list(rows)
        self._delete(FILED_EVENTS, "event_id", [r.event_id for r in held])
        self._insert(FILED_EVENTS, [r._asdict() for r in held])
        for row in held:
            for some in batched(claims[row.event_id], MANY):
                self._connection.execute(update(FILED_CLAIMS).where(FILED_CLAIMS.c.number.in_(some)).values(event_id=row.event_id))

    def drop_events(self, ids: Iterable[str]) -> None:
        """Drop events."""
        self._delete(FILED_EVENTS, "event_id", list(ids))

    def put_countries(self, rows: Iterable[tuple[str, int, int]], control: Iterable[tuple[str, str, int, int]]) -> None:
        """Keep in which countries claims name places, and which of them tell who has a place: country, (place,) day, number."""
        self._insert(CLAIM_COUNTRIES, [{"country": c, "day": d, "number": n} for c, d, n in rows])
        self._insert(CONTROL_PLACES, [{"country": c, "place": p, "day": d, "number": n} for c, p, d, n in control])

    def drop_countries(self, rows: Iterable[tuple[str, int, int]], control: Iterable[tuple[str, str, int, int]]) -> None:
        """Drop them."""
        for c, d, n in rows:
            t = CLAIM_COUNTRIES.c
            self._connection.execute(delete(CLAIM_COUNTRIES).where((t.country == c) & (t.day == d) & (t.number == n)))
        for c, p, d, n in control:
            t = CONTROL_PLACES.c
            self._connection.execute(delete(CONTROL_PLACES).where((t.country == c) & (t.place == p) & (t.day == d) & (t.number == n)))

    def last_day_of(self, country: str) -> int:
        """The last day on which a claim that names a place in a country was told; 0 where none is known."""
        return self._connection.execute(select(func.max(CLAIM_COUNTRIES.c.day)).where(CLAIM_COUNTRIES.c.country == country)).scalar() or 0

    def claims_in(self, country: str, first: int, last: int) -> list[int]:
        """Claims that name a place in a country, told from a first to a last day, or on no known day."""
        t = CLAIM_COUNTRIES.c
        days = (t.day.between(first, last), t.day == 0)
        return [n for on in days for n in self._connection.execute(select(t.number).where((t.country == country) & on)).scalars()]

    def last_told_of_places(self, country: str, last: int) -> dict[str, int]:
        """By place, the last day up to a day on which a claim told who has it."""
        t = CONTROL_PLACES.c
        query = select(t.place, func.max(t.day)).where((t.country == country) & (t.day <= last)).group_by(t.place)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def control_of(self, country: str, place: str, first: int, last: int) -> list[int]:
        """Claims that tell who has a place, told from a first to a last day."""
        t = CONTROL_PLACES.c
        where = (t.country == country) & (t.place == place) & t.day.between(first, last)
        return list(self._connection.execute(select(t.number).where(where)).scalars())

    def countries(self) -> dict[str, int]:
        """Countries in which claims name places, with the number of these claims."""
        query = select(CLAIM_COUNTRIES.c.country, func.count()).group_by(CLAIM_COUNTRIES.c.country).order_by(CLAIM_COUNTRIES.c.country)
        return {row[0]: row[1] for row in self._connection.execute(query)}
