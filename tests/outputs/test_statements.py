"""Events told as statements."""

import pytest

from sayso.model.events import EventPlace
from sayso.outputs.statements import tell_event_places


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([], "Place not told"),
        ([("Sahl", None)], "Sahl"),
        ([("Sahl", "south of")], "south of Sahl"),
        ([("Sahl", "western outskirts"), ("Tarmin", "from"), ("Tarmin", None)], "western outskirts of Sahl and Tarmin"),
    ],
)
def test_an_event_is_told_where_it_happened_and_not_at_the_town_beside_it(places, told):
    assert tell_event_places(tuple(EventPlace(name=name, relation=relation) for name, relation in places)) == told
