"""Happenings of an article: which clauses tell of a battle, a flight, a need, and how sure they are."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.claims.certainty import judge_certainty, zones_of
from sayso.claims.features import Profile, Scene, describe_trigger, look_at, profile_of
from sayso.claims.grouping import Group, Scored, group_triggers, keep_likely
from sayso.claims.lexicon import load_lexicon
from sayso.claims.scorer import Weights, load_weights, score_trigger
from sayso.claims.sub_events import find_sub_event
from sayso.language.sentences import sentences_of
from sayso.language.tokens import Token, tokenize
from sayso.model.articles import Article, Span
from sayso.model.happenings import Happening


def scenes_of(text: str, spans: Iterable[Span]) -> tuple[Scene, ...]:
    """See every sentence of an article."""
    lexicon = load_lexicon()
    return tuple(look_at(tokenize(text, span), lexicon, number) for number, span in enumerate(spans))


def score_triggers(scene: Scene, profile: Profile, weights: Weights) -> tuple[Scored, ...]:
    """All triggers of a sentence with the probability that each tells of its class."""
    return tuple(Scored(t, score_trigger(describe_trigger(scene, t, profile), t.rule.event, weights)) for t in scene.triggers)


def _reasons(text: str, tokens: Sequence[Token], group: Group) -> Iterator[str]:
    for member in group.members:
        words = text[tokens[member.trigger.first].start : tokens[member.trigger.last].end]
        yield f"trigger {member.trigger.rule.rule_id}: \"{words}\""
    yield from (f"feature {name} {weight:+.2f}" for name, weight in group.head.score.reasons)


def _happening(text: str, scene: Scene, group: Group, weights: Weights) -> Happening:
    tokens, head, rule = scene.tokens, group.head, group.head.trigger.rule
    clause = tokens[group.first : group.last + 1]
    forms = [token.form for token in tokens]
    zones = zones_of(forms, (group.first, group.last), (head.trigger.first, head.trigger.last))
    certainty = judge_certainty(zones, group.event, rule.rule_id)
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
        yield from (_happening(text, scene, group, weights) for group in group_triggers(scene, kept))


def find_happenings(article: Article) -> tuple[Happening, ...]:
    """Every clause of an article that tells of a happening, in the order of the text; a pure function of it."""
    scenes = scenes_of(article.text, ((sentence.start, sentence.end) for sentence in sentences_of(article)))
    return tuple(read_scenes(article.text, scenes, load_weights()))
