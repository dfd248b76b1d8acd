"""Attributions whose speaker follows the verb: "...," said the commander."""

import re
from collections.abc import Sequence

from sayso.claims.sentence_frame import OPENING, Sentence, Utterance, ends_quote
from sayso.claims.source_phrases import may_speak, phrase_after, subject_before
from sayso.claims.source_words import base_cues, cue_verbs, word_row
from sayso.claims.utterances_unnamed import Found
from sayso.knowledge.persons import given_names
from sayso.knowledge.phrases import Word
from sayso.knowledge.speakers import speaker_names


def read_inverted(sentence: Sentence, at: int) -> Found:
    """ "...," said the commander."""
    words = sentence.words
    if at == 0 or at + 1 >= len(words) or not _may_invert(sentence, at):
        return None
    follows = words[at + 1]
    named = follows.fold in word_row("determiners") | word_row("pronouns") or any(w.raw[0].isupper() for w in words[at + 1 : at + 5])
    if not named or follows.fold == "that" or not follows.glued:
        return None
    if "," in sentence.gap(at) and not ends_quote(sentence, at):
        subject = subject_before(sentence.text, words, at, sentence.known)
        if subject and subject[0] == 0 and words[0].raw[0].isupper():
            return None
    source = phrase_after(sentence.text, words, at + 1)
    if source is None or _opens_quote(sentence, source[1] + 1):
        return None
    content = (*sentence.lead(words[at].start), *sentence.quotes_after(words[source[1]].stop))
    return Utterance(sentence.cut(*source), sentence.cut(at, at), content), source[1]


def _opens_quote(sentence: Sentence, at: int) -> bool:
    """Whether a quotation begins right at a word, so that the noun before it is its subject ("said the council “robs its own town”")."""
    return at < len(sentence.words) and sentence.gap(at).strip() in tuple(OPENING)


def _may_invert(sentence: Sentence, at: int) -> bool:
    fold = sentence.words[at].fold
    marked = any(c in sentence.gap(at) for c in '\u201d"\u00bb,')
    if not marked and not (fold in {"said", "says"} and _speaker_follows(sentence, at)):
        return False
    closed = ends_quote(sentence, at) and cue_verbs()[fold][0] == "says" and fold not in base_cues()
    return closed or fold in word_row("inverting")


def _speaker_follows(sentence: Sentence, at: int) -> bool:
    """Whether a known speaker or a person right after the verb all but ends the sentence ("... on the river said the relief agency")."""
    words = sentence.words
    start = at + 1 + (words[at + 1].fold == "the")
    found = speaker_names().longest(words, start) if start < len(words) else None
    if found is not None:
        end = start + found[0]
    elif start < len(words) and words[start].fold in given_names() and words[start].raw[0].isupper():
        subject = subject_before(sentence.text, words, at, sentence.known)
        if subject and may_speak(sentence.text, words, *subject, sentence.known):
            return False
        end = next((k for k in range(start + 1, len(words)) if not words[k].raw[0].isupper() or not words[k].glued), len(words))
    else:
        return False
    aged = end < len(words) and re.fullmatch(r"\d\d", words[end].raw) is not None and _may_follow_age(words, end + 1)
    return end == len(words) or words[end].fold in _AFTER_NAME or aged


def _may_follow_age(words: Sequence[Word], at: int) -> bool:
    """Whether no noun in the plural follows two digits, so that they are an age ("said Omar 45 near the gate", not "12 people were")."""
    if at == len(words) or not words[at].glued:
        return True
    return words[at].fold in word_row("prepositions") | _AFTER_NAME or words[at].fold.endswith("ing")


_AFTER_NAME = frozenset(
    {"a", "an", "which", "who", "on", "group", "monitoring", "director", "head", "chief", "spokesman", "spokeswoman", "official", "member"}
)
"""Words that go on with a speaker whom no comma parts from what was said."""
