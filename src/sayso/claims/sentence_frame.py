"""One sentence made ready for attribution, the spans that are cut from it, and what stands around a verb of speech."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.claims.source_words import base_cues, denial_verbs, gap, ing_cues, word_row
from sayso.knowledge.phrases import Word
from sayso.model.articles import Span

OPENING = '\u201c"\u00ab'
TITLE_CASE = 0.6
"""Share of words with a capital from which a line is a headline in title case."""


class Utterance(NamedTuple):
    """Spans of an attribution; `source` is None where nobody is named ("reportedly") and for a participle ("adding that")."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    unnamed: bool = False


class Sentence(NamedTuple):
    """One sentence made ready: its words, its quotations, the spans of known actors and speakers in it."""

    text: str
    span: Span
    words: Sequence[Word]
    quotes: Sequence[Span]
    known: Sequence[Span]

    def quoted(self, at: int) -> bool:
        """Whether a word stands inside a quotation."""
        word = self.words[at]
        return any(start <= word.start < end for start, end in self.quotes)

    def cut(self, first: int, last: int) -> Span:
        """Offsets of words first to last, without a possessive 's at the end; a bracket that opens inside is closed."""
        start, end = self.words[first].start, self.words[last].end if self.words[last].possessive else self.words[last].stop
        opened = self.text.count("(", start, end) > self.text.count(")", start, end)
        return start, end + 1 if opened and self.text[end : end + 1] == ")" else end

    def quotes_after(self, offset: int) -> tuple[Span, ...]:
        """The quotations that begin at an offset or later."""
        return tuple(quote for quote in self.quotes if quote[0] >= offset)

    def gap(self, at: int) -> str:
        """What stands between the word before `at` and the word at `at`."""
        return gap(self.text, self.words, at)

    def lead(self, end: int) -> tuple[Span, ...]:
        """From the start of the sentence to an offset."""
        return trimmed(self.text, self.span[0], end)

    def rest(self, first: int) -> tuple[Span, ...]:
        """From a word to the end of the sentence without its full stop."""
        if first >= len(self.words):
            return ()
        start = self.words[first].start
        while start > self.span[0] and self.text[start - 1] in OPENING + "'\u2018(":
            start -= 1
        return trimmed(self.text, start, self.span[1])


def trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The span without the blanks and marks at its ends, or none."""
    marks = " \u00a0,;:-\u2013\u2014"
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks + ".":
        end -= 1
    return ((start, end),) if end > start else ()


def clause_around(sentence: Sentence, first: int, last: int) -> tuple[Span, ...]:
    """The clause around words first to last, cut at semicolons and at ", and", ", but", ", while"."""
    words = sentence.words
    start, end = sentence.span
    for at in range(first, 0, -1):
        if _parts(sentence, at, {"and", "but", "while"}):
            start = words[at].start
            break
    for at in range(last + 1, len(words)):
        if _parts(sentence, at, {"but", "while", "although"}):
            end = words[at - 1].stop
            break
    return trimmed(sentence.text, start, end)


def _parts(sentence: Sentence, at: int, openers: set[str]) -> bool:
    between = sentence.gap(at)
    return ";" in between or ("," in between and sentence.words[at].fold in openers)


def is_plain_after(sentence: Sentence, at: int) -> bool:
    """Whether a word after a verb of speech only tells the day, the occasion or the hearer."""
    return sentence.words[at].fold in word_row("after_cue") | word_row("days") or sentence.words[at].raw[0].isupper()


def ends_quote(sentence: Sentence, at: int) -> bool:
    """Whether a quotation ends shortly before the verb."""
    start = sentence.words[max(0, at - 9)].start
    return any(start <= end <= sentence.words[at].start for _, end in sentence.quotes)


def has_content_beside(sentence: Sentence, at: int) -> bool:
    """Whether "that", a colon or a quotation stands beside a verb of speech."""
    words = sentence.words
    after = sentence.text[words[at].stop : words[at].stop + 3]
    if after.startswith(":") or any(c in after for c in OPENING):
        return True
    for k in range(at + 1, min(at + 9, len(words))):
        if words[k].fold in {"that", "how", "whether"}:
            return True
        if not is_plain_after(sentence, k):
            break
    return ends_quote(sentence, at)


def closes_sentence(sentence: Sentence, at: int) -> bool:
    """Whether nothing but the day, place or hearer follows the verb, so that what was said stands before it."""
    words = sentence.words
    for k in range(at + 1, len(words)):
        between = sentence.gap(k)
        if any(c in between for c in OPENING + ":;"):
            return ";" in between or ends_quote(sentence, at)
        if "," in between:
            return words[k].fold in ing_cues() | word_row("after_closing") or k - at > 1 or sentence.quoted(k)
        named = words[k].raw[0].isupper() and words[k - 1].fold not in {"said", "says"}
        if not (words[k].fold in word_row("after_cue") | word_row("days") or words[k].raw[0].isdigit() or named):
            return words[k].fold in ing_cues() | word_row("closing_openers")
    return True


def is_noun_form(words: Sequence[Word], at: int) -> bool:
    """Whether a form such as "reports" or "claims" is a noun by the word before it; a base form needs a subject in the plural."""
    if at == 0:
        return False
    before, fold = words[at - 1], words[at].fold
    if fold in {"say", "says"}:
        return before.possessive or before.fold in word_row("determiners") - word_row("plural_subjects")
    if before.fold in denial_verbs():
        return True
    if before.fold == "media" and at + 1 < len(words) and words[at + 1].fold == "that":
        return False
    if fold in base_cues() and not before.fold.endswith("s") and before.fold not in word_row("plural_subjects"):
        return True
    if fold.endswith(("ed", "id", "old", "ote", "ought", "ound", "gave")):
        return False
    if before.fold in {"some", "many", "others", "several", "all", "one", "it"}:
        return before.possessive
    return before.possessive or before.fold in word_row("determiners") | word_row("prepositions") | word_row("noun_makers")


def in_title_case(words: Sequence[Word]) -> bool:
    """Whether a sentence is a headline with capitals on most words."""
    return sum(w.raw[0].isupper() for w in words) > TITLE_CASE * len(words)
