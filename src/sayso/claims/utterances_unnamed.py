"""Words that are put on nobody: "reportedly", "it was reported that", "clashes were reported"."""

from sayso.claims.sentence_frame import Sentence, Utterance, clause_around
from sayso.claims.source_words import denial_verbs, phrase_row, word_row

Found = tuple[Utterance, int] | None
"""An attribution and the index of the last word that it uses up, or None."""


def read_unnamed(sentence: Sentence, at: int) -> Found:
    """ "reportedly", "it was reported that", "clashes were reported": words put on nobody."""
    words = sentence.words
    found = phrase_row("unnamed").longest(words, at, cased=False)
    if found is None and at:
        found = phrase_row("passive").longest(words, at, cased=False)
        by = found is not None and at + found[0] < len(words) and words[at + found[0]].fold == "by"
        found = found if found and not by and _is_passive(sentence, at) else None
    if found is None or any(w.fold in denial_verbs() for w in words[max(0, at - 2) : at]):
        return None
    last = at + found[0] - 1
    return Utterance(None, sentence.cut(at, last), clause_around(sentence, at, last), unnamed=True), last


def _is_passive(sentence: Sentence, at: int) -> bool:
    """Whether a participle is passive: after "was", or right after a noun in the plural ("clashes reported in")."""
    words = sentence.words
    if after_be(sentence, at):
        return True
    placed = at + 1 < len(words) and words[at + 1].fold in {"in", "near", "at", "across"}
    return words[at].fold == "reported" and placed and words[at - 1].fold.endswith("s")


def after_be(sentence: Sentence, at: int) -> bool:
    """Whether a form of "be" stands before, adverbs between, in the same clause and outside quotations."""
    for k in range(at - 1, max(-1, at - 4), -1):
        word = sentence.words[k]
        if "," in sentence.gap(k + 1) or sentence.quoted(k):
            return False
        if word.fold in word_row("be"):
            return True
        if not word.fold.endswith("ly") and word.fold not in _BETWEEN_BE:
            return False
    return False


_BETWEEN_BE = frozenset({"also", "not", "later", "first", "since", "now", "so", "then", "been", "being"})
