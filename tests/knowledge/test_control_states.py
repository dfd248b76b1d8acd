import pytest

from sayso.knowledge.actors import load_parties
from sayso.knowledge.control_states import ToldState, find_rivalry, gather_states, read_state
from sayso.knowledge.tables import read_table
from tests.ledger.reports import ARMY, FORCES, REBELS, claim, place

READ = {
    # name: a claim, the relation of its place; the state and side that it tells
    "captured": ({"control": ("captured", ARMY)}, None, ("taken", ARMY)),
    "handed over": ({"control": ("handed_over", REBELS)}, None, ("taken", REBELS)),
    "its outskirts": ({"control": ("entered", ARMY)}, "western outskirts", ("entered", ARMY)),
    "lost by one": ({"control": ("lost", None), "agent": REBELS}, None, ("gone", REBELS)),
    "lost to another": ({"control": ("lost", ARMY), "agent": REBELS}, None, ("held", ARMY)),
    "who denies having left is there": ({"control": ("withdrew", None), "agent": REBELS, "status": "denied"}, None, ("held", REBELS)),
    "a capture denied": ({"control": ("captured", ARMY), "status": "denied"}, None, ("not_held", ARMY)),
    "fighting that goes on": ({"event": "battle", "status": "ongoing"}, "eastern districts", ("fighting", None)),
    "a battle that was": ({"event": "battle"}, None, ("fought", None)),
    "fighters who left": ({"event": "displacement", "agent": REBELS, "words": "The fighters left the town."}, None, ("gone", REBELS)),
    "only expected": ({"control": ("captured", ARMY), "status": "expected"}, None, None),
    "beside the place": ({"control": ("captured", ARMY)}, "12 km south of", None),
    "a battle denied": ({"event": "battle", "status": "denied"}, None, None),
    "civilians who left": ({"event": "displacement", "words": "Families left the town."}, None, None),
    "a strike": ({"event": "strike", "agent": ARMY}, None, None),
}


@pytest.mark.parametrize(("told", "relation", "expected"), READ.values(), ids=READ.keys())
def test_the_state_that_a_claim_tells(told, relation, expected):
    state = read_state(claim("c1", 0, **told), place("Tarmin", relation))
    assert (state and (state.kind, state.party)) == expected


def test_rivalry_does_not_depend_on_the_order():
    kinds = sorted({*read_table("control_states")["states"].values(), *read_table("control_states")["denied"].values(), "fighting", "fought"})
    states = [ToldState(kind=k, party=p, extent=e) for k in kinds for p in (ARMY, REBELS, None) for e in ("whole", "part", "unknown")]
    assert all((find_rivalry(a, b) is None) == (find_rivalry(b, a) is None) for a in states for b in states)
    assert all(find_rivalry(a, a) is None for a in states)


def test_a_hold_that_names_no_side_is_an_account_of_its_own():
    states = [ToldState(kind="held", party=p) for p in (ARMY, None, FORCES, None)]
    assert gather_states(states) == [[0, 2], [1, 3]]


def test_the_tables_name_only_parties_and_states_that_exist():
    sides, states, parties = read_table("sides"), read_table("control_states"), load_parties()
    assert {*sides["apart"], *sides["beside_state"]} <= set(parties)
    assert {kind for row in states["rivals"] for kind in row["pair"]} <= set(states["says"])
    assert {*states["states"].values(), *states["denied"].values()} <= set(states["says"])
