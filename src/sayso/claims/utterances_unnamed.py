"""Words that are put on nobody: "reportedly", "it was reported that", "clashes were reported", "reported clashes"."""

from sayso.claims.sentence_frame import Sentence, Utterance, clause_around, in_title_case
from sayso.claims.source_words import denial_verbs, phrase_row, word_row

Found = tuple[Utterance, int] | None
"""An attribution and the index of the last word that it uses up, or None."""


def read_unnamed(sentence: Sentence, at: int) -> Found:
    """ "reportedly", "it was reported that", "clashes were reported", "with reported clashes": words put on nobody."""
    words = sentence.words
    found = phrase_row("unnamed").longest(words, at, cased=False)
    if found is None and at:
        found = phrase_row("passive").longest(words, at, cased=False)
        by = found is not None and at + found[0] < len(words) and words[at + found[0]].fold == "by"
        found = found if found and not by and (_is_passive(sentence, at) or _stands_before_noun(sentence, at)) else None
    if found is None or any(w.fold in denial_verbs() for w in words[max(0, at - 2) : at]):
        return None
    last = at + found[0] - 1
    content = sentence.rest(at) if _stands_before_noun(sentence, at) else clause_around(sentence, at, last)
    return Utterance(None, sentence.cut(at, last), content, unnamed=True), last


def _is_passive(sentence: Sentence, at: int) -> bool:
    """Whether a participle is passive: after "was", or right after a noun in the plural ("clashes reported in")."""
    words = sentence.words
    if after_be(sentence, at):
        return True
    ends = at + 1 == len(words) or "," in sentence.gap(at + 1)
    named = at > 1 and words[at - 1].raw[0].isupper() and not in_title_case(words)
    many = (words[at - 1].fold.endswith("s") and not named) or words[max(0, at - 2)].fold == "no"
    return words[at].fold == "reported" and many and (ends or words[at + 1].fold in _PLACED)


def _stands_before_noun(sentence: Sentence, at: int) -> bool:
    """Whether "reported" tells of the noun behind it ("with reported airstrikes", "a reported 300,000")."""
    words = sentence.words
    if words[at].fold != "reported" or at == 0 or at + 1 == len(words) or not words[at + 1].glued:
        return False
    return words[at - 1].fold in _BEFORE_NOUN and words[at + 1].fold not in _PLACED | word_row("prepositions") | _NO_NOUN


_PLACED = frozenset({"in", "near", "at", "across", "over", "during", "since", "along", "from", "within"})
_BEFORE_NOUN = frozenset({"with", "of", "a", "the", "by", "for", "amid", "despite", "after", "following", "any", "several", "many", "few"})
_NO_NOUN = frozenset({"that", "to", "by", "on", "as", "having", "the", "a", "an"})


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
