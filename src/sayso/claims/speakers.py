"""Who says what in an article: sources by their usual names, the words that say so, what is said, also over several sentences."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from sayso.claims.antecedents import Context, identify_source
from sayso.claims.known_speakers import speakers_among
from sayso.claims.quoted_runs import loose_quotations, owner_of, quotations_of
from sayso.claims.references import find_citations, read_headline
from sayso.claims.sentence_frame import Sentence, Utterance
from sayso.claims.source_names import scene_of
from sayso.claims.source_phrases import first_subject
from sayso.claims.utterances import find_utterances
from sayso.knowledge.phrases import split_words
from sayso.language.sentences import sentences_of
from sayso.model.articles import Article, Span
from sayso.model.mentions import ActorMention, Attribution

_OPENING = '\u201c"\u00ab'
_CLOSING = ("\u201d", '"')


def source_of(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution that a stretch of text belongs to: of those that cover most of it the innermost, or None.

    The words that name the source and say so do not count against it; a "reportedly" in another clause gives way to a named source.

    >>> outer = Attribution(content=((0, 90),), source_name="Reuters")
    >>> inner = Attribution(content=((20, 90),), source_name="anonymous")
    >>> source_of((30, 80), (outer, inner)).source_name, source_of((100, 120), (outer, inner))
    ('anonymous', None)
    """
    best, least = None, None
    for attribution in attributions:
        shared = _shared(span, attribution.content)
        if not shared:
            continue
        told = max(span[1] - span[0] - _shared(span, (*attribution.source, *attribution.cue)), 1)
        elsewhere = not attribution.source and not attribution.direct and not _shared(span, attribution.cue)
        size = (elsewhere, sum(end - start for start, end in attribution.content))
        if shared >= COVERED * told and (least is None or size <= least):
            best, least = attribution, size
    return best


def with_speakers(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions that tell on whose word something stands, if only on an unnamed one's ("reportedly")."""
    return tuple(said for said in attributions if said.source or said.source_name is not None)


def _shared(span: Span, others: Sequence[Span]) -> int:
    return sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in others)


COVERED = 0.5
"""Share of a claim that an attribution must cover to be its source: on gold/train 0.4 to 0.6 score alike."""


def find_attributions(article: Article, actors: Sequence[ActorMention]) -> tuple[Attribution, ...]:
    """Every attribution of an article in the order of the text; one that stands inside another's content points to it with `within`.

    An attribution covers its own sentence and the quotations of its paragraph that go on, not the next plain sentence.
    """
    context = Context(article.text, actors, scene_of(article.text, actors), [])
    found: list[Attribution] = []
    blocks = _by_block(article)
    for block, sentences in blocks:
        quotes = quotations_of(article.text, (article.blocks[block].start, article.blocks[block].end))
        mine: list[Attribution] = []
        for span in sentences:
            mine += _read_sentence(context, _ready(context, span, quotes), block, headline=span == blocks[0][1][0])
        found += _extend_quotations(context, sentences, quotes, mine, block)
    return nest(found)


def _by_block(article: Article) -> list[tuple[int, list[Span]]]:
    blocks: dict[int, list[Span]] = {}
    for sentence in sentences_of(article):
        blocks.setdefault(sentence.block, []).append((sentence.start, sentence.end))
    return sorted(blocks.items())


def _ready(context: Context, span: Span, quotes: Sequence[Span]) -> Sentence:
    words = split_words(context.text, *span)
    actors = [(a.start, a.end) for a in context.actors if a.start < span[1] and span[0] < a.end]
    own = [q for q in quotes if q[0] < span[1] and span[0] < q[1]]
    return Sentence(context.text, span, words, own, [*actors, *speakers_among(context.text, words)])


def _read_sentence(context: Context, sentence: Sentence, block: int, *, headline: bool) -> list[Attribution]:
    said = find_utterances(sentence)
    said += find_citations(sentence)
    if headline and not said:
        said = read_headline(sentence)
    found: list[Attribution] = []
    for utterance in said:
        attribution = _resolve(context, utterance, sentence, block, found)
        if attribution:
            found.append(attribution)
    return found


def _resolve(context: Context, said: Utterance, sentence: Sentence, block: int, before: Sequence[Attribution]) -> Attribution | None:
    if said.unnamed:
        return Attribution(cue=(said.cue,), content=said.content, source_name="unspecified", source_kind="unspecified")
    source = said.source or _subject_of(context, said, sentence, before)
    if source is None:
        return None
    named = identify_source(context, source, sentence.span[0], block)
    direct = any(context.text[a] in _OPENING or context.text[a : b + 1].rstrip()[-1:] in _CLOSING for a, b in said.content)
    return Attribution(
        source=(source,),
        cue=(said.cue,),
        content=said.content,
        source_name=named.name,
        source_kind=named.kind,
        direct=direct,
        speaks_for=named.speaks_for,
    )


def _subject_of(context: Context, said: Utterance, sentence: Sentence, before: Sequence[Attribution]) -> Span | None:
    """Whose a participle ("adding that") or a second verb ("and said") is: the speaker before it, or the first actor of the sentence."""
    spoken = next((a.source[0] for a in reversed(before) if a.source), None)
    if spoken:
        return spoken
    inside = (a for a in context.actors if a.start >= sentence.span[0] and a.end <= said.cue[0])
    first = next((a for a in inside if a.actor_id or a.kind == "person"), None)
    subject = first_subject(sentence.text, sentence.words, sentence.known)
    if subject and sentence.words[subject[1]].end <= said.cue[0]:
        return sentence.words[subject[0]].start, sentence.words[subject[1]].end
    return (first.start, first.end) if first else None


def _extend_quotations(
    context: Context, sentences: Sequence[Span], quotes: Sequence[Span], found: Sequence[Attribution], block: int
) -> list[Attribution]:
    """Give quotations that stand in no attribution of the paragraph to its speaker, or to the one of the paragraph before."""
    mine = [_with_whole_quotes(m, quotes) for m in found]
    loose = loose_quotations(quotes, [span for m in mine for span in m.content], sentences)
    if not loose:
        return mine
    left: list[Span] = []
    for quote in loose:
        owners = [(m.source, m.cue, m.content) if m.source else () for m in mine]
        owner = owner_of(context.text, quote, [[span for part in parts for span in part] for parts in owners])
        if owner is None:
            left.append(quote)
        else:
            mine[owner] = structs.replace(mine[owner], content=tuple(sorted((*mine[owner].content, quote))), direct=True)
    if left and left[0][0] <= sentences[0][0] + 1 and context.spoken and context.spoken[-1].block >= block - 2:
        named = context.spoken[-1].named
        left_over = tuple(left)
        mine.append(
            Attribution(
                content=left_over, source_name=named.name, source_kind=named.kind, direct=True, speaks_for=named.speaks_for
            )
        )
    return mine


def _with_whole_quotes(said: Attribution, quotes: Sequence[Span]) -> Attribution:
    """An attribution that takes in part of a quotation takes all of it, over several sentences too."""
    if not said.direct:
        return said
    touched = [q for q in quotes for a, b in said.content if q[0] < b and a < q[1] and not (a <= q[0] and q[1] <= b + 1)]
    if not touched:
        return said
    spans = sorted((*said.content, *touched))
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return structs.replace(said, content=tuple(merged))


def nest(found: list[Attribution]) -> tuple[Attribution, ...]:
    """Attributions in the order of the text; one inside another's content points to it with `within`."""
    ordered = sorted(found, key=lambda a: a.content[0] if a.content else a.cue[0] if a.cue else (0, 0))
    sizes = [sum(b - a for a, b in said.content) for said in ordered]
    by_size = sorted(range(len(ordered)), key=sizes.__getitem__)
    spoken = [at for at in by_size if ordered[at].content]
    reach = [(min(a for a, _ in ordered[at].content), max(b for _, b in ordered[at].content)) for at in spoken]
    nested = []
    for inner, size in zip(ordered, sizes, strict=True):
        larger = bisect_right(spoken, size, key=sizes.__getitem__)
        start, end = (inner.cue or inner.content or ((-1, -1),))[0]
        around = (at for at, (a, b) in zip(spoken[larger:], reach[larger:], strict=True) if a <= start and end <= b)
        nested.append(structs.replace(inner, within=next((at for at in around if _contains(ordered[at], inner)), None)))
    return tuple(nested)


def _contains(outer: Attribution, inner: Attribution) -> bool:
    """Whether one attribution's cue and content stand in another's content."""
    spots = (*inner.cue, *inner.content)
    return bool(spots) and all(any(a <= s and e <= b for a, b in outer.content) for s, e in spots)
