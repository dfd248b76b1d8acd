"""Sources that stand outside the grammar of a sentence: citations in brackets, and the speaker at either end of a headline."""

import re

from sayso.claims.sentence_frame import Sentence, Utterance
from sayso.claims.source_phrases import is_verb
from sayso.claims.source_words import phrase_row, role_words
from sayso.knowledge.phrases import split_words
from sayso.knowledge.speakers import speaker_names

_NAME = r"((?:[A-Z][\w.&\u2019'-]*)(?: (?:[A-Z&][\w.\u2019'-]*|of|the|for|and|to)){0,8})"
_DAY = r"(?:\d{1,2}/\d{1,2}/\d{2,4}|(?:\d{1,2} )?[A-Z][a-z]+ \d{4})"
_CITED = re.compile(rf"\({_NAME},? (?:accessed )?{_DAY}[^()]{{0,120}}\)")
_HEAD = re.compile(r"^([^:\u201c\"]{3,60}): \S")
_TAIL = re.compile(r"(?:: |\s[-\u2013\u2014]\s|, )(?:says? |said )?([^:,\u2013\u2014]{2,50})$")


def find_citations(sentence: Sentence) -> list[Utterance]:
    """Citations in brackets with a date: the sentence before them is on their word.

    >>> text = "Two depots burned down (Harbour Post, 3 May 2021)."
    >>> ready = Sentence(text, (0, len(text)), split_words(text), (), ())
    >>> [(text[slice(*u.source)], text[slice(*u.content[0])]) for u in find_citations(ready)]
    [('Harbour Post', 'Two depots burned down')]
    """
    found = []
    for match in _CITED.finditer(sentence.text, *sentence.span):
        end = match.start()
        while end > sentence.span[0] and sentence.text[end - 1] in " ,.;":
            end -= 1
        if end > sentence.span[0]:
            found.append(Utterance(match.span(1), (match.start(), match.start() + 1), ((sentence.span[0], end),)))
    return found


def read_headline(sentence: Sentence) -> list[Utterance]:
    """The speaker of a headline without a verb: "Relief body: ten towns empty", "Ten towns empty: monitor", "... - monitor".

    >>> text = "Ten towns empty after shelling: monitor"
    >>> ready = Sentence(text, (0, len(text)), split_words(text), (), ())
    >>> [text[slice(*u.source)] for u in read_headline(ready)]
    ['monitor']
    """
    text, (start, end) = sentence.text, sentence.span
    line = text[start:end].rstrip(" .")
    head, tail = _HEAD.match(line), _TAIL.search(line)
    if tail and _names_speaker(sentence, start + tail.start(1), start + tail.end(1)):
        return [
            Utterance(
                (start + tail.start(1), start + tail.end(1)),
                (start + tail.start(), start + tail.start(1)),
                ((start, start + tail.start()),),
            )
        ]
    if head and _names_speaker(sentence, start, start + head.end(1)):
        return [
            Utterance(
                (start, start + head.end(1)), (start + head.end(1), start + head.end(1) + 1), ((start + head.end() - 1, start + len(line)),)
            )
        ]
    bare = _bare_tail(sentence)
    return [bare] if bare else []


def _names_speaker(sentence: Sentence, start: int, end: int) -> bool:
    words = split_words(sentence.text, start, end)
    if not words or len(words) > 6:
        return False
    if words[0].fold.isdigit() or any(is_verb(words, at) for at in range(1, len(words))):
        return False
    known = any(s < end and start < e for s, e in sentence.known)
    return known or role_words().longest(words, len(words) - 1, cased=False) is not None


_LEADS_ON = frozenset({
    "of", "by", "to", "the", "for", "in", "from", "with", "on", "at", "and", "against", "a", "an", "or", "as", "near", "over", "into",
    "after", "around", "outside", "inside", "across", "hit", "hits", "bomb", "bombs", "strike", "strikes", "target", "targets", "shell",
    "shells",
})  # fmt: skip
"""Words that the last words of a line go on from ("calls for the Red Cross"), so that they are no speaker."""


def _bare_tail(sentence: Sentence) -> Utterance | None:
    """A known speaker that ends a headline whose punctuation was lost ("... killed in raid Observatory")."""
    words = sentence.words
    for at in range(max(1, len(words) - 6), len(words)):
        named, role = speaker_names().longest(words, at), phrase_row("headline_sources").longest(words, at)
        apart = words[at].raw[0].isupper() or words[at - 1].raw[0].isupper()
        if any(found and at + found[0] == len(words) for found in (named, role if apart else None)):
            if words[at - 1].fold in _LEADS_ON:
                return None
            return Utterance(
                (words[at].start, words[-1].end), (words[at].start, words[at].start), ((sentence.span[0], words[at - 1].stop),)
            )
    return None
