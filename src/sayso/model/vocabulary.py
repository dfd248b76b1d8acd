"""The closed lists of terms that records use (ANNOTATION and RECORD contracts, ACLED, UCDP, IDMC, TIMEX3)."""

from typing import Literal, get_args

EventClass = Literal[
    "battle", "control", "strike", "violence", "detention", "displacement", "return", "casualties",
    "damage", "need", "aid", "deployment", "agreement", "threat", "protest",
]  # fmt: skip
OF_ARMS: frozenset[EventClass] = frozenset({"battle", "strike"})
"""Acts of war."""
OF_HARM: frozenset[EventClass] = OF_ARMS | {"violence", "casualties"}
"""Classes that tell of people killed and injured."""
Status = Literal["happened", "ongoing", "expected", "denied"]
Denies = Literal["event", "responsibility", "target", "figure", "negation"]
SourceKind = Literal["official", "armed_group", "monitor", "un_ngo", "media", "witness", "anonymous", "unspecified"]
SourceDetail = Literal[
    "ministry", "government_office", "military_command", "police_service", "state_media", "political_body", "armed_group_media",
    "local_authority", "war_monitor", "rights_organisation", "responder", "un_agency", "un_mission", "un_inquiry", "international_court",
    "regional_organisation", "ngo", "health_ngo", "research_group", "news_agency", "newspaper", "broadcaster", "online_outlet",
    "local_outlet", "social_network",
]  # fmt: skip
CROWDS = frozenset({"civilians", "protesters", "rioters"})
"""Kinds of actor (ACLED) that are people, not an organised party."""
ActorRole = Literal["agent", "target", "affected"]
PlaceRole = Literal["at", "from", "to", "towards", "via"]
Measure = Literal[
    "killed", "injured", "displaced", "returned", "detained", "missing", "besieged", "in_need", "aided",
    "fighters", "houses", "facilities", "other",
]  # fmt: skip
Unit = Literal["people", "households", "structures", "other"]
FigureKind = Literal["flow", "stock"]
Quantifier = Literal["More than", "Less than", "Exact", "Approximately"]
Population = Literal["idp", "refugee", "asylum_seeker", "returnee", "host", "unknown"]
Counts = Literal["civilians", "fighters", "women", "men", "children", "all"]
Scope = Literal["event", "period", "cumulative"]
Transition = Literal["entered", "captured", "lost", "besieged", "withdrew", "holds", "handed_over"]
Extent = Literal["whole", "part", "outskirts", "unknown"]
BlockKind = Literal[
    "title", "standfirst", "byline", "dateline", "paragraph", "heading", "caption", "pull_quote",
    "promotion", "navigation", "licence",
]  # fmt: skip
Outcome = Literal["read", "partly_read", "not_read"]
PublishedBasis = Literal["given", "printed", "inferred", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Handling = Literal["public", "internal", "confidential"]
"""How far a document may travel, and whom an output is for: who may see internal documents may see public ones too."""

ControlLabel = Literal["held by", "contested", "disputed between accounts", "unknown"]

EVENT_CLASSES: tuple[EventClass, ...] = get_args(EventClass)

HANDLING: tuple[Handling, ...] = get_args(Handling)
"""The levels, the freest first."""

BODY_KINDS: tuple[BlockKind, ...] = ("title", "standfirst", "paragraph", "heading", "caption", "pull_quote")
"""Blocks that claims are read from; the others are set aside with a reason."""


def stricter(one: Handling, other: Handling) -> Handling:
    """The stricter of two levels of handling.

    >>> stricter("internal", "public")
    'internal'
    """
    return max(one, other, key=HANDLING.index)
