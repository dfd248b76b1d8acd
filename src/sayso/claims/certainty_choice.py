"""Status and doubt of a claim, and how likely it is right at all: what the rules and the network say, weighed together."""

from collections.abc import Mapping

from sayso.claims.certainty import Certainty
from sayso.claims.features import Scene
from sayso.claims.grouping import Group
from sayso.claims.weighing import Features, as_odds, flags, slot_weights
from sayso.model.articles import Span
from sayso.model.vocabulary import Status
from sayso.reading.heads import STATUSES
from sayso.reading.sight import Sight

_STATUSES: tuple[Status, ...] = ("happened", "ongoing", "expected", "denied")
assert _STATUSES == STATUSES

UNSURE: Mapping[Status, float] = {"expected": 0.2, "denied": 0.4}
FEARED = 0.05
"""Weights from which a claim is expected or denied though another status weighs more, and from which one that the rules read as expected
stays so: a feared flight told as one that happened misleads more than the reverse."""
SOME_SAY = "hedge some-sources"
"""What the rules read in "some sources say", which marks doubt whatever the network makes of it."""
BY_FORM: Mapping[str, Status] = {
    "status happened: held-before": "happened",
    "status happened: in-ruins": "happened",
    "status ongoing: ongoing-act": "ongoing",
}
"""What the rules read in "had held the town", over by its tense, in what lies in ruins (of 56 annotated ones 47 have happened), and in
"ongoing clashes", whatever the network makes of it."""


def status_features(event: str, rule: Certainty, sight: Sight, trigger: Span) -> Features:
    """What is seen of a claim's status."""
    told = sight.statuses_of(trigger)
    odds = {f"network {status}": as_odds(told[status]) for status in _STATUSES}
    by_rule = rule.why[0] if rule.why else ""
    return odds | flags([f"rule {rule.status}", f"class {event}", f"class {event}, rule {rule.status}", by_rule])


def hedge_features(rule: Certainty, sight: Sight, trigger: Span) -> Features:
    """What is seen of doubt."""
    return {"network": as_odds(sight.hedged_of(trigger))} | flags([f"rule {rule.hedged}", *rule.why[1:]])


def weigh_certainty(event: str, rule: Certainty, sight: Sight, trigger: Span) -> Certainty:
    """The likeliest status, and whether doubt is marked; words of denial decide by themselves.

    A denial that only the network sees denies the event.
    """
    features, tables = status_features(event, rule, sight, trigger), slot_weights()
    weights = {status: tables[f"status {status}"].weigh(features) for status in _STATUSES}
    feared = rule.status == "expected" and weights["expected"] >= FEARED
    untold = max(UNSURE, key=lambda s: weights[s])
    likeliest = untold if weights[untold] >= UNSURE[untold] else max(_STATUSES, key=lambda s: weights[s])
    told = next((BY_FORM[why] for why in rule.why if why in BY_FORM), None)
    by_form: Status | None = "denied" if rule.status == "denied" else "expected" if feared else told
    status: Status = by_form or likeliest
    hedge = tables["hedged"].weigh(hedge_features(rule, sight, trigger))
    why = (*rule.why, f"status {status} {weights[status]:.2f}")
    denies = (rule.denies or "event") if status == "denied" else None
    return Certainty(status=status, denies=denies, hedged=SOME_SAY in rule.why or hedge >= tables["hedged"].least, why=why)


def claim_features(scene: Scene, group: Group, title: bool) -> Features:
    """What is seen of a claim as a whole."""
    head = group.head
    rule, odds = head.trigger.rule, as_odds(head.network)
    words = as_odds(head.words) if head.words is not None else 0.0
    listed = "unlisted" if rule.rule_id.endswith(".unlisted") else "listed"
    second = max((as_odds(m.probability) for m in group.members if m is not head), default=-5.0)
    names = [
        f"class {group.event}", listed, f"{listed} {group.event}", f"rule {rule.rule_id}", *(["title"] if title else []),
        f"sentence {min(scene.number, 5)}", f"words {min(len(scene.tokens) // 6, 8)}", f"triggers {min(len(group.members), 3)}",
        *(["sure wording"] if rule.sure else []),
    ]  # fmt: skip
    return {"network": odds, f"network {listed}": odds, "words": words, f"words {group.event}": words, "second": second} | flags(names)


def score_claim(features: Mapping[str, float]) -> float:
    """The share of claims like this one that are right."""
    return slot_weights()["claim"].weigh(features)
