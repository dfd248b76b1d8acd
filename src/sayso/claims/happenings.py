"""Happenings of an article: which clauses tell of a battle, a flight, a need, and how sure they are."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from sayso.claims.certainty import judge_certainty, zones_of
from sayso.claims.features import Profile, Scene, describe_trigger, look_at, profile_of
from sayso.claims.grouping import Group, Scored, group_triggers, keep_likely
from sayso.claims.lexicon import load_lexicon
from sayso.claims.scorer import Weights, load_weights, make_sure, score_trigger
from sayso.claims.sentence_rivals import settle_rivals
from sayso.claims.sub_events import find_sub_event
from sayso.claims.triggers import Trigger
from sayso.knowledge.phrases import split_words
from sayso.knowledge.speakers import speaker_names
from sayso.language.sentences import Sentence, sentences_of
from sayso.language.tokens import Token, tokenize
from sayso.model.articles import Article, Span
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention


def scenes_of(text: str, spans: Iterable[Span]) -> tuple[Scene, ...]:
    """See every sentence of an article."""
    lexicon = load_lexicon()
    return tuple(look_at(tokenize(text, span), lexicon, number) for number, span in enumerate(spans))


def score_triggers(scene: Scene, profile: Profile, weights: Weights) -> tuple[Scored, ...]:
    """All triggers of a sentence with the probability that each tells of its class."""
    weighed = ((t, score_trigger(describe_trigger(scene, t, profile), t.rule.event, weights)) for t in scene.triggers)
    return tuple(Scored(t, make_sure(score) if t.rule.sure else score) for t, score in weighed)


def _reasons(text: str, tokens: Sequence[Token], group: Group) -> Iterator[str]:
    for member in group.members:
        words = text[tokens[member.trigger.first].start : tokens[member.trigger.last].end]
        yield f"trigger {member.trigger.rule.rule_id}: \"{words}\""
    yield from (f"feature {name} {weight:+.2f}" for name, weight in group.head.score.reasons)


def _happening(text: str, scene: Scene, group: Group, weights: Weights) -> Happening:
    tokens, head, rule = scene.tokens, group.head, group.head.trigger.rule
    clause = tokens[group.first : group.last + 1]
    forms = [token.form for token in tokens]
    span = (group.first, group.last)
    zones = zones_of(forms, span, (head.trigger.first, head.trigger.last))
    certainty = judge_certainty(zones, group.event, rule.rule_id)
    opens = group.members[0].trigger
    if certainty.status == "happened" and opens.first < head.trigger.first:
        early = judge_certainty(zones_of(forms, span, (opens.first, opens.last)), group.event, opens.rule.rule_id)
        certainty = early if early.status == "expected" else certainty
    return Happening(
        start=clause[0].start,
        end=clause[-1].end,
        event=group.event,
        trigger=(tokens[head.trigger.first].start, tokens[head.trigger.last].end),
        acled_sub_event=find_sub_event(zones, rule),
        transition=rule.transition,
        status=certainty.status,
        denies=certainty.denies,
        hedged=certainty.hedged,
        score=round(weights.calibrate(head.score.probability), 3),
        why=(*_reasons(text, tokens, group), *certainty.why),
    )


def read_scenes(text: str, scenes: Sequence[Scene], weights: Weights) -> Iterator[Happening]:
    """Happenings of the sentences of one article, by given weights."""
    profile = profile_of(scenes)
    for scene in scenes:
        kept = keep_likely(score_triggers(scene, profile, weights), weights.threshold)
        yield from settle_rivals([_happening(text, scene, group, weights) for group in group_triggers(scene, kept)])


def without_names(scene: Scene, names: Sequence[Span]) -> Scene:
    """A sentence without the triggers that are part of a longer name ("Liberation" in the name of a front)."""

    def is_named(trigger: Trigger) -> bool:
        start, end = scene.tokens[trigger.first].start, scene.tokens[trigger.last].end
        return any(a <= start and end <= b and b - a > end - start for a, b in names)

    return structs.replace(scene, triggers=tuple(t for t in scene.triggers if not is_named(t)))


_MONEY = re.compile(r"(?:\d|\b[A-Z][a-z]+n) pounds\b")
"""Money, where nothing is pounded ("1,100 Syrian pounds")."""


_IDIOMS = re.compile(
    r"\bhold(?:s|ing)? back \w+|\bheld back \w+|\bbacked by (?:\w+ ){0,3}(?:air ?strikes|air power|warplanes|strikes|raids)\b"
    r"|\b(?:rain|snow|night|darkness|prices?|temperatures?|silence) (?:\w+ ){0,2}f(?:e|a)ll\w*\b",
    re.I,
)
"""Set phrases whose words mean something else: who holds back holds no place, and rain that falls takes none."""


def _set_names(text: str) -> list[Span]:
    """Names of known speakers ("the Centre for Reconciliation") and sums of money and idioms, whose words tell of nothing that happened."""
    words = split_words(text)
    hits = ((at, speaker_names().longest(words, at)) for at in range(len(words)))
    speakers = [(words[at].start, words[at + hit[0] - 1].end) for at, hit in hits if hit]
    return [*speakers, *(m.span() for pattern in (_MONEY, _IDIOMS) for m in pattern.finditer(text))]


_SHORT_HEADING = 6
"""Words from which a heading may tell of something; on gold/train 14 of 17 claims of such headings are right, none has a shorter."""


def may_tell(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence may tell of an event: no question, and no heading of a few words that only names what follows."""
    block = article.blocks[sentence.block]
    words = article.text[sentence.start : sentence.end].split()
    return not words[-1].rstrip("\"'\u201d\u2019)").endswith("?") and (block.kind != "heading" or len(words) >= _SHORT_HEADING)


def find_happenings(article: Article, actors: Sequence[ActorMention]) -> tuple[Happening, ...]:
    """Every clause of an article that tells of a happening, in the order of the text; a pure function of it and its actors."""
    names = [*((a.start, a.end) for a in actors if a.actor_id), *_set_names(article.text)]
    scenes = scenes_of(article.text, ((s.start, s.end) for s in sentences_of(article) if may_tell(article, s)))
    told = read_scenes(article.text, [without_names(scene, names) for scene in scenes], load_weights())
    moved = (as_deployment(happening, actors, article.text) for happening in told)
    return tuple(without_credit(happening, article) for happening in moved)


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
