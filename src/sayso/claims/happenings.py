"""Happenings of an article: which clauses tell of a battle, a flight, a need, and how sure they are."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
import numpy as np
from msgspec import structs

from sayso.claims.certainty import Certainty, judge_certainty, zones_of
from sayso.claims.certainty_choice import BY_FORM, claim_features, score_claim, weigh_certainty
from sayso.claims.extents import others_of, reach_of, with_reach
from sayso.claims.features import Profile, Scene, describe_trigger, look_at, profile_of
from sayso.claims.grouping import Group, Scored, group_triggers, keep_likely
from sayso.claims.lexicon import Rule, load_lexicon
from sayso.claims.scorer import SURE, load_weights, make_sure, score_trigger
from sayso.claims.sentence_rivals import settle_rivals
from sayso.claims.set_phrases import hush, set_phrases, without_names
from sayso.claims.sub_events import find_sub_event
from sayso.claims.triggers import Trigger, read_words
from sayso.claims.weighing import as_odds, slot_weights
from sayso.language.sentences import Sentence, sentences_of
from sayso.language.tokens import Token
from sayso.model.articles import Article, Span
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention
from sayso.model.vocabulary import EventClass
from sayso.reading.sight import Sight


def scenes_of(text: str, spans: Iterable[Span]) -> tuple[Scene, ...]:
    """See every sentence of an article."""
    lexicon = load_lexicon()
    read = (read_words(text, span) for span in spans)
    return tuple(look_at(tokens, lexicon, number, triggers) for number, (tokens, triggers) in enumerate(read))


def score_words(scene: Scene, profile: Profile, sight: Sight, loud: Sequence[Span]) -> Iterator[Scored]:
    """Every word of a sentence that may tell of a class: those of the lexicon by its weights and the network, others by the network.

    `loud` are all pieces of the article that tell the network of a class, in order.
    """
    heard = frozenset(_words_at(scene.tokens, loud)) - scene.silent
    asked = heard.union(at for trigger in scene.triggers for at in range(trigger.first, trigger.last + 1))
    told = {at: sight.classes_of((scene.tokens[at].start, scene.tokens[at].end)) for at in sorted(asked)}
    listed: set[tuple[int, EventClass]] = set()
    told_by_list: set[EventClass] = set()
    for trigger in scene.triggers:
        event, words = trigger.rule.event, range(trigger.first, trigger.last + 1)
        listed |= {(at, event) for at in words}
        score = score_trigger(describe_trigger(scene, trigger, profile), event, load_weights())
        score = make_sure(score) if trigger.rule.sure else score
        network = max(told[at][event] for at in words)
        both = max(_both(network, score.probability), SURE if trigger.rule.sure else 0.0)
        told_by_list |= {event} if both >= PLAIN else set()
        yield Scored(trigger, both, network, score.probability, score.reasons)
    for at, row in told.items():
        for event, network in row.items():
            if (
                network >= WORTH_WEIGHING
                and event not in told_by_list
                and (at, event) not in listed
                and scene.tokens[at].form[:1].isalnum()
            ):
                yield Scored(Trigger(at, at, Rule(rule_id=f"{event}.unlisted", event=event)), network, network)


def _loud_pieces(sight: Sight) -> list[Span]:
    """Pieces of the text that tell the network of a class, in order."""
    pieces = np.flatnonzero((sight.triggers >= WORTH_WEIGHING).any(axis=1)).tolist()
    return [(sight.pieces.starts[at], sight.pieces.ends[at]) for at in pieces]


def _words_at(tokens: Sequence[Token], pieces: Sequence[Span]) -> Iterator[int]:
    """Numbers of the words of a sentence that some pieces of the text belong to."""
    if not tokens:
        return
    first = bisect_right(pieces, tokens[0].start, key=lambda piece: piece[1])
    last = bisect_left(pieces, tokens[-1].end, first, key=lambda piece: piece[0])
    for start, end in pieces[first:last]:
        at = bisect_right(tokens, start, key=lambda token: token.end)
        while at < len(tokens) and tokens[at].start < end:
            yield at
            at += 1


def _both(network: float, words: float) -> float:
    """The two probabilities of a trigger as one, in log odds."""
    return 1.0 / (1.0 + math.exp(-(0.6 * as_odds(network) + 0.5 * as_odds(words))))


def _reasons(text: str, tokens: Sequence[Token], group: Group) -> Iterator[str]:
    for member in group.members:
        words = text[tokens[member.trigger.first].start : tokens[member.trigger.last].end]
        yield f'trigger {member.trigger.rule.rule_id}: "{words}"'
    yield f"network {group.head.network:.2f}"
    yield from (f"feature {name} {weight:+.2f}" for name, weight in group.head.reasons)


class Told(msgspec.Struct, frozen=True):
    """What a group of triggers tells, before it is weighed."""

    scene: Scene
    group: Group
    title: bool

    @property
    def trigger(self) -> Span:
        """Where the words stand that decide."""
        tokens, head = self.scene.tokens, self.group.head.trigger
        return tokens[head.first].start, tokens[head.last].end

    @property
    def others(self) -> tuple[Span, ...]:
        """Where other words stand that are likely to tell of the same."""
        tokens, members = self.scene.tokens, self.group.members
        likely = [m.trigger for m in members if m is not self.group.head and (m.probability >= LIKELY or m.trigger.rule.sure)]
        return tuple((tokens[t.first].start, tokens[t.last].end) for t in likely)

    @property
    def by_rule(self) -> Certainty:
        """Certainty by the rules."""
        group, head, opens = self.group, self.group.head.trigger, self.group.members[0].trigger
        certainty = judge_certainty(self.zones(head), group.event, head.rule.rule_id)
        if opens.first < head.first:
            early = judge_certainty(self.zones(opens), group.event, opens.rule.rule_id)
            feared = certainty.status == "happened" and early.status == "expected"
            told = certainty.status in ("happened", "ongoing") and early.why[0] in BY_FORM
            certainty = early if feared or told else certainty
        return certainty

    def zones(self, trigger: Trigger) -> Mapping[str, str]:
        """The words around one of its triggers, by zone."""
        forms = [token.form for token in self.scene.tokens]
        return zones_of(forms, (self.group.first, self.group.last), (trigger.first, trigger.last))

    @property
    def sure(self) -> bool:
        """Whether one of its wordings tells of its class wherever it stands."""
        return any(member.trigger.rule.sure for member in self.group.members)


def as_happening(text: str, told: Told, score: float, sight: Sight) -> Happening:
    """What is told, with its score and with its status weighed."""
    group, tokens, head = told.group, told.scene.tokens, told.group.head.trigger
    certainty = weigh_certainty(group.event, told.by_rule, sight, told.trigger)
    return Happening(
        start=tokens[group.first].start,
        end=tokens[group.last].end,
        event=group.event,
        trigger=told.trigger,
        others=told.others,
        acled_sub_event=find_sub_event(told.zones(head), head.rule),
        transition=head.rule.transition,
        status=certainty.status,
        denies=certainty.denies,
        hedged=certainty.hedged,
        score=score,
        why=(*_reasons(text, tokens, group), *certainty.why),
    )


PLAIN = 0.5
"""Probability of a listed word from which no other word of its sentence is asked for the same class."""

LIKELY, APART = 0.5, 0.9
"""Probability from which a second word of a claim points at its slots too, and from which it is a claim where the first leaves it out.

Of 4,147 held claims 12 more are found with 0.9, at 41 more that are none (F1 the same); with 0.5 20 at 79.
"""
WORTH_WEIGHING = 0.15
"""Probability below which no trigger is weighed as a claim."""


def read_scenes(scenes: Sequence[Scene], sight: Sight, title: Span | None) -> Iterator[Told]:
    """All that the sentences of one article may tell, likely or not; `title` is its headline."""
    profile, loud = profile_of(scenes), _loud_pieces(sight)
    for scene in scenes:
        kept = keep_likely(tuple(score_words(scene, profile, sight, loud)), WORTH_WEIGHING)
        at = scene.tokens[0].start if scene.tokens else -1
        named = title is not None and title[0] <= at < title[1]
        yield from (Told(scene, group, named) for group in group_triggers(scene, kept))


_SHORT_HEADING = 6
"""Words from which a heading may tell of something; on gold/train 14 of 17 claims of such headings are right, none has a shorter."""


def may_tell(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence may tell of an event: no question, and no heading of a few words that only names what follows."""
    block = article.blocks[sentence.block]
    words = article.text[sentence.start : sentence.end].split()
    return not words[-1].rstrip("\"'\u201d\u2019)").endswith("?") and (block.kind != "heading" or len(words) >= _SHORT_HEADING)


def find_told(article: Article, actors: Sequence[ActorMention], sight: Sight) -> tuple[Told, ...]:
    """All that an article may tell, likely or not, in the order of the text."""
    names, phrases = [(a.start, a.end) for a in actors if a.actor_id], set_phrases(article.text)
    scenes = scenes_of(article.text, ((s.start, s.end) for s in sentences_of(article) if may_tell(article, s)))
    title = next(((b.start, b.end) for b in article.blocks if b.kind == "title"), None)
    return tuple(read_scenes([hush(without_names(scene, names), phrases) for scene in scenes], sight, title))


def find_happenings(article: Article, actors: Sequence[ActorMention], sight: Sight) -> tuple[Happening, ...]:
    """Every clause of an article that tells of a happening, in the order of the text; a pure function of what it is given."""
    found: list[Happening] = []
    for _, row in groupby(find_told(article, actors, sight), key=lambda told: told.scene.number):
        rows = _told_apart(list(row))
        found += with_reach(rows[0].scene, settle_rivals(_kept(article.text, rows, sight)))
    moved = (as_deployment(happening, actors, article.text) for happening in found)
    return tuple(without_credit(happening, article) for happening in moved)


def _told_apart(rows: Sequence[Told]) -> list[Told]:
    """What a sentence tells, with words that were taken for one claim told apart where what one of them quotes leaves the other out."""
    heads = [(told.group.head.trigger.words, told.group.event) for told in rows]
    apart: list[Told] = []
    for told in rows:
        members, tokens = told.group.members, told.scene.tokens
        likely = [m for m in members if m.probability >= APART or m.trigger.rule.sure]
        if len(likely) < 2:
            apart.append(told)
            continue
        head = told.group.head.trigger
        start, end = reach_of(told.scene, told.group.event, head.words, others_of(head.words, heads))
        outside = [m for m in likely if not start <= tokens[m.trigger.first].start < end]
        inside = tuple(m for m in members if m not in outside)
        groups = [structs.replace(told.group, members=inside), *([structs.replace(told.group, members=tuple(outside))] if outside else [])]
        apart += [structs.replace(told, group=group) for group in sorted(groups, key=lambda g: g.members[0].trigger.first)]
    return apart


_HARM: frozenset[EventClass] = frozenset({"violence", "casualties"})


def _kept(text: str, row: Iterable[Told], sight: Sight) -> list[Happening]:
    """The happenings of a sentence that are likely enough; harm that is none of its own (", killing 14") goes with the act before it."""
    kept: list[Happening] = []
    last = 0
    for told in row:
        score = round(score_claim(claim_features(told.scene, told.group, told.title)), 3)
        if told.sure or score >= _least(told):
            kept.append(as_happening(text, told, score, sight))
        elif kept and told.group.first == last + 1 and _is_harm_by_participle(told):
            kept[-1] = structs.replace(kept[-1], end=told.scene.tokens[told.group.last].end)
        else:
            continue
        last = told.group.last
    return kept


def _is_harm_by_participle(told: Told) -> bool:
    return told.group.event in _HARM and told.scene.tokens[told.group.first].form.endswith("ing")


UNLISTED = 0.5
"""Score from which a claim is kept that no listed word tells of."""


def _least(told: Told) -> float:
    listed = any(member.words is not None for member in told.group.members)
    return slot_weights()["claim"].least if listed else UNLISTED


def without_credit(happening: Happening, article: Article) -> Happening:
    """A caption's happening without the photographer's credit at its end."""
    block = next((b for b in article.blocks if b.kind == "caption" and b.start <= happening.start < b.end), None)
    at = article.text.find(block.credit, happening.trigger[1], happening.end) if block and block.credit else -1
    if at < 0:
        return happening
    end = happening.start + len(article.text[happening.start : at].rstrip(" ([\u00a9|/:;.-"))
    return structs.replace(happening, end=max(end, happening.trigger[1]))


_ARMED = frozenset({"state_forces", "external_forces", "rebel_group", "political_militia", "identity_militia"})
_FORCES_MOVE = re.compile(
    r"\b(?:convoys?|columns?|troops|soldiers|forces|tanks|vehicles|reinforcements|fighters|militants|rebels|insurgents|gunmen)\b", re.I
)


def as_deployment(happening: Happening, actors: Sequence[ActorMention], text: str) -> Happening:
    """Forces that arrive, cross or move are a deployment and no displacement: nobody but a party moves in the clause."""
    if happening.event != "displacement" or not _FORCES_MOVE.search(text, happening.start, happening.trigger[0]):
        return happening
    inside = [a for a in actors if happening.start <= a.start and a.end <= happening.end]
    if not inside or any(a.kind not in _ARMED for a in inside):
        return happening
    return structs.replace(happening, event="deployment", acled_sub_event=None, why=(*happening.why, "forces move, nobody flees"))
