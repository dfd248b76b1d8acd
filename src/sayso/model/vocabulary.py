"""The closed lists of terms that records use (ANNOTATION and RECORD contracts, ACLED, UCDP, IDMC, TIMEX3)."""

from typing import Literal, get_args

EventClass = Literal[
    "battle", "control", "strike", "violence", "detention", "displacement", "return", "casualties",
    "damage", "need", "aid", "deployment", "agreement", "threat", "protest",
]  # fmt: skip
Status = Literal["happened", "ongoing", "expected", "denied"]
Denies = Literal["event", "responsibility", "target", "figure", "negation"]
SourceKind = Literal["official", "armed_group", "monitor", "un_ngo", "media", "witness", "anonymous", "unspecified"]
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
ControlLabel = Literal["held by", "contested", "disputed between accounts", "unknown"]

EVENT_CLASSES: tuple[EventClass, ...] = get_args(EventClass)

BODY_KINDS: tuple[BlockKind, ...] = ("title", "standfirst", "paragraph", "heading", "caption", "pull_quote")
"""Blocks that claims are read from; the others are set aside with a reason."""
