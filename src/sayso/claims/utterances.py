"""Attributions inside one sentence: who, the words that say so, and what is said."""

from collections.abc import Callable, Sequence
from functools import cache

from sayso.claims.sentence_frame import (
    OPENING,
    Sentence,
    Utterance,
    closes_sentence,
    has_content_beside,
    in_title_case,
    is_noun_form,
    is_plain_after,
    trimmed,
)
from sayso.claims.source_phrases import is_speaker_noun, is_verb, may_speak, phrase_after, subject_before
from sayso.claims.source_words import cue_verbs, ing_cues, phrase_row, role_kind, role_words, word_row
from sayso.claims.utterances_inverted import read_inverted
from sayso.claims.utterances_passive import read_passive
from sayso.claims.utterances_tolls import read_toll, toll_verbs
from sayso.claims.utterances_unnamed import Found, after_be, read_unnamed
from sayso.knowledge.phrases import Word, split_words
from sayso.knowledge.speakers import speaker_names
from sayso.model.articles import Span


def find_utterances(sentence: Sentence) -> list[Utterance]:
    """Attributions of one sentence, in the order of their cues; verbs inside quotations are left alone.

    >>> from sayso.knowledge.phrases import split_words
    >>> text = "Shelling went on, a resident said, according to the agency."
    >>> ready = Sentence(text, (0, len(text)), split_words(text), (), ())
    >>> [(text[slice(*u.source)], text[slice(*u.cue)]) for u in find_utterances(ready)]
    [('a resident', 'said'), ('the agency', 'according to')]
    """
    found: list[Utterance] = []
    taken = -1
    for at, word in enumerate(sentence.words):
        if at <= taken or not _may_open(word.fold) or sentence.quoted(at):
            continue
        hit = next((hit for rule in RULES if (hit := rule(sentence, at))), None)
        if hit:
            utterance, taken = hit
            utterance = _after_semicolon(sentence, utterance, found)
            if found and sentence.text[slice(*utterance.cue)].lower() in {"citing", "quoting"}:
                utterance = utterance._replace(content=found[-1].content)
            found.append(utterance)
    return found


@cache
def _openers() -> frozenset[str]:
    """Words that some rule may start at."""
    phrases = {phrase for row in ("unnamed", "passive", "according") for phrase in word_row(row)}
    return frozenset({split_words(phrase)[0].fold for phrase in phrases} | _QUOTES | toll_verbs() | cue_verbs().keys())


def _may_open(fold: str) -> bool:
    """Whether some rule may start at a word; phrases are blind to a possessive's s."""
    return fold in _openers() or fold.removesuffix("s") in _openers()


def _after_semicolon(sentence: Sentence, utterance: Utterance, found: Sequence[Utterance]) -> Utterance:
    """The utterance without what stands before a semicolon, where somebody else is the speaker there already."""
    cut = sentence.text.rfind(";", sentence.span[0], utterance.cue[0])
    if cut < 0 or not any(one.cue[1] <= cut for one in found):
        return utterance
    return utterance._replace(content=tuple(span for a, b in utterance.content for span in trimmed(sentence.text, max(a, cut + 1), b)))


def read_according(sentence: Sentence, at: int) -> Found:
    """ "according to the ministry", "citing a nurse": what is said stands before, or after where the phrase opens the sentence."""
    words = sentence.words
    found = phrase_row("according").longest(words, at, cased=False)
    if found is None:
        return None
    opens = at == 0 or (at <= 2 and words[0].fold in {"meanwhile", "also", "but", "and"})
    between = at > 0 and "," in sentence.gap(at)
    aside = not opens or _aside_closes(sentence, at + found[0])
    aside = aside and not (between and _statement_follows(sentence, at + found[0]))
    source = phrase_after(sentence.text, words, at + found[0], aside=aside)
    cites = words[at].fold in _QUOTES
    if source is None or (cites and not may_speak(sentence.text, words, *source, sentence.known)):
        return None
    goes_on = between and source[1] + 1 < len(words) and "," in sentence.gap(source[1] + 1)
    lead = () if opens else sentence.lead(words[at].start)
    content = (*lead, *(sentence.rest(source[1] + 1) if opens or goes_on else ()))
    return Utterance(sentence.cut(*source), sentence.cut(at, at + found[0] - 1), content), source[1]


def _statement_follows(sentence: Sentence, at: int) -> bool:
    """Whether a statement follows the first comma ("according to the office, 300 people fled") and no aside on the source."""
    after = next((k for k in range(at + 1, min(at + 12, len(sentence.words))) if "," in sentence.gap(k)), None)
    return after is not None and sentence.words[after].fold not in {"a", "an", "who", "which"}


def _aside_closes(sentence: Sentence, at: int) -> bool:
    """Whether the first comma after a source opens an aside ("According to the body, a relief group, ...") and not what is said."""
    words = sentence.words
    commas = [k for k in range(at + 1, min(at + 24, len(words))) if "," in sentence.gap(k)]
    if len(commas) < 2 or commas[1] - commas[0] >= 12 or words[commas[0]].fold not in {"a", "an", "who", "which"}:
        return False
    return not is_verb(words, commas[0] + 2)


_QUOTES = frozenset({"quoted", "quoting", "cited", "citing", "quotes"})


def read_quoted_as(sentence: Sentence, at: int) -> Found:
    """ "quoted a merchant as saying ...": the one who is quoted is the source."""
    words = sentence.words
    if words[at].fold not in _QUOTES:
        return None
    for k in range(at + 2, min(at + 16, len(words) - 1)):
        if words[k].fold == "as" and words[k + 1].fold in {"saying", "telling"}:
            content = sentence.rest(k + 2)
            return (Utterance(sentence.cut(at + 1, k - 1), sentence.cut(k, k + 1), content), k + 1) if content else None
    return None


_WORDS_OF_OTHERS = frozenset({"reports", "report", "claims", "claim", "allegations", "accusations", "charges", "suggestions"})
"""What is denied or rejected: "X rejects reports of shelling" is X's word."""


def read_verb(sentence: Sentence, at: int) -> Found:
    """A verb of speech with its subject before or after it, in the passive, or as a participle."""
    words = sentence.words
    fold = words[at].fold
    row = cue_verbs().get(fold)
    if row is None:
        return None
    vowed = fold in {"answer", "respond", "reply"} and at > 0 and words[at - 1].fold in {"would", "will", "shall", "to"}
    capital = at > 0 and words[at].raw[0].isupper() and not in_title_case(words)
    if fold in {"post", "posts"} or vowed or capital or is_noun_form(words, at):
        return None
    verb_class, strict = row
    if fold in ing_cues():
        return _participle(sentence, at)
    speaks_of = fold in {"spoke", "spoken", "speak", "speaks"} and at + 1 < len(words) and words[at + 1].fold == "of"
    rejects = verb_class == "denies" and any(w.fold in _WORDS_OF_OTHERS for w in words[at + 1 : at + 4])
    if strict and not (speaks_of or rejects or has_content_beside(sentence, at) or closes_sentence(sentence, at) or _counts(sentence, at)):
        return None
    if at and words[at - 1].fold in {"to", "not"} and verb_class != "denies" and fold not in {"said", "told"}:
        return None
    past = fold.endswith(("ed", "told", "quoted", "found", "said", "shown"))
    if past and after_be(sentence, at):
        return read_passive(sentence, at, verb_class)
    if past and [w.fold for w in words[at + 1 : at + 3]] in (["to", "be"], ["to", "have"]):
        return None  # "some 9.6 million people estimated to be food insecure": who is spoken of
    skip = at - 1 - (words[at - 1].fold in {"also", "later", "then", "has", "have"}) if at else 0
    if at > 2 and words[skip].fold in {"and", "but"} and (fold.endswith(("ed", "said", "told", "says")) or fold == "say"):
        return _elided(sentence, at)
    return read_inverted(sentence, at) or _subject_first(sentence, at, verb_class)


RULES: tuple[Callable[[Sentence, int], Found], ...] = (read_unnamed, read_according, read_quoted_as, read_toll, read_verb)
"""Tried at every word outside quotations that one may start at; the first that finds an attribution wins."""


def _participle(sentence: Sentence, at: int) -> Found:
    """ "..., adding that ...": the source is the one of the words before, or the first actor of the sentence."""
    words = sentence.words
    speaker = _with_speaker(sentence, at) if at else None
    if at == 0 or not (speaker or has_content_beside(sentence, at) or words[at].fold in word_row("free_participles")):
        return None
    content = sentence.rest(at + 2 if at + 1 < len(words) and words[at + 1].fold == "that" else at + 1)
    return (Utterance(speaker, sentence.cut(at, at), content), at) if content else None


def _with_speaker(sentence: Sentence, at: int) -> Span | None:
    """The speaker of a participle of saying who comes in by "with" ("with the agency saying that four had died"), or None.

    Whom somebody clashed, met or came with is none, nor who demands or calls for something.
    """
    words = sentence.words
    if cue_verbs()[words[at].fold][0] not in ("says", "accuses"):
        return None
    opens = next((k for k in range(at - 1, max(-1, at - 9), -1) if words[k].fold == "with" or not words[k + 1].glued), None)
    if opens is None or words[opens].fold != "with" or not words[opens + 1].glued or opens + 1 >= at:
        return None
    company = opens > 0 and words[opens - 1].fold in _IN_COMPANY
    speaks = is_speaker_noun(words, at - 1) or any(
        (hit := speaker_names().longest(words, k)) and k + hit[0] == at for k in range(opens + 1, at)
    )
    return sentence.cut(opens + 1, at - 1) if speaks and not company else None


_IN_COMPANY = frozenset(
    {"clashed", "clashes", "clash", "fought", "fighting", "met", "meeting", "spoke", "talks", "deal", "together", "along", "armed"}
)
"""Words before a "with" that brings in no speaker: "clashed with the group saying ..."."""


def _elided(sentence: Sentence, at: int) -> Found:
    """ "... and said that ...": the subject of the sentence goes on speaking."""
    content = sentence.rest(_content_start(sentence, at, "says"))
    return (Utterance(None, sentence.cut(at, at), content), at) if content else None


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether one who counts is the subject of a verb of counting or giving a toll ("assessment teams identified 300 people")."""
    words = sentence.words
    stem = words[at].fold.removesuffix("ed").removesuffix("i")
    counting = stem in _counting() | {"found", "shown"} | _GIVING
    subject = subject_before(sentence.text, words, at, sentence.known) if counting else None
    if subject is None:
        return False
    follows = {w.fold for w in words[at + 1 : at + 6]}
    if stem in _GIVING:
        return "toll" in follows and may_speak(sentence.text, words, *subject, sentence.known)
    inside = range(subject[0], subject[1] + 1)
    kinds = {role_kind(hit[1]) for k in inside if (hit := role_words().longest(words, k, cased=False))}
    return bool(kinds & {"un_ngo", "monitor"}) or any(speaker_names().longest(words, k) for k in inside)


_GIVING = frozenset({"gave", "gives", "given"})
"""Forms that give a toll ("state media gave a toll of 44"), and anything else."""


@cache
def _counting() -> frozenset[str]:
    return frozenset(base.removesuffix("y") for base in word_row("counts"))


def _subject_first(sentence: Sentence, at: int, verb_class: str) -> Found:
    """ "The mayor said ..." or "..., the mayor said on Monday"."""
    words, text = sentence.words, sentence.text
    subject = subject_before(text, words, at, sentence.known)
    if subject is None or sentence.quoted(subject[1]) or not may_speak(text, words, *subject, sentence.known):
        return None
    cue, source = sentence.cut(subject[1] + 1, at), sentence.cut(*subject)
    closes = at > 0 and verb_class in {"says", "tells"} and closes_sentence(sentence, at)
    lead = sentence.lead(words[subject[0]].start)
    if closes:
        return Utterance(source, cue, (*lead, *sentence.quotes_after(words[at].stop)) if lead else ()), at
    start = _content_start(sentence, at, verb_class)
    content = sentence.rest(start)
    if verb_class == "accuses" and start < len(words) and words[start].fold == "on":
        content = (*lead, *content)
    return (Utterance(source, cue, content), at) if content else None


def _new_subject(words: Sequence[Word], at: int, k: int) -> bool:
    """Whether an article after the hearer opens what was said ("told reporters the bridge was lost")."""
    return words[k].fold in {"the", "a"} and k > at + 1 and k + 1 < len(words) and not words[k + 1].raw[0].isupper()


def _content_start(sentence: Sentence, at: int, verb_class: str) -> int:
    """The word that what was said begins with: after the hearer, the day, "in a statement" and "that"."""
    words = sentence.words
    if verb_class in {"accuses", "denies", "calls"}:
        return at + 1
    for k in range(at + 1, min(at + 13, len(words))):
        if words[k].fold == "that":
            return k + 1
        if any(c in sentence.gap(k) for c in OPENING + ":"):
            return k
        if not is_plain_after(sentence, k):
            break
    k = at + 1
    if k < len(words) and words[k].fold == "of" and words[at].fold in {"spoke", "spoken", "speak", "speaks"}:
        return k + 1
    if verb_class == "tells":
        while k < len(words) and (words[k].raw[0].isupper() or words[k].fold in word_row("hearers")) and not _new_subject(words, at, k):
            k += 1
        return max(k, at + 2)
    while k < len(words) and words[k].fold in word_row("days") | {"on"} and k - at < 4:
        k += 1
    return k
