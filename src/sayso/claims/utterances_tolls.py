"""Who sets a toll: "the monitor raised the death toll to 61", "an official put the number of dead at 12"."""

import re
from functools import cache

from sayso.claims.sentence_frame import Sentence, Utterance
from sayso.claims.source_phrases import is_speaker_noun, subject_before
from sayso.claims.source_words import word_row
from sayso.claims.utterances_unnamed import Found
from sayso.knowledge.speakers import speaker_names
from sayso.knowledge.verbs import inflect

_NUMBER = r"(?:\w+-)?(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|dozens?|hundreds?|thousands?|scores)"
_TOLL = re.compile(
    r"(?: up| down)? (?:the|its|a|an|his|her|their) (?:[\w-]+ ){0,3}?(?:(?:death )?toll|(?:number|figure|count|total) of (?:[\w-]+ ){0,2}?"
    r"(?:dead|deaths|killed|wounded|injured|casualties|fatalities|victims|missing|displaced))\b"
    rf"[^.;\n]{{0,160}}?\b(?:to|at|from|as) (?:[\w-]+ ){{0,4}}?(?:\d|{_NUMBER}\b)",
    re.IGNORECASE,
)
"""What follows a verb that sets a toll; whatever else is raised, put or placed tells of no saying."""


@cache
def toll_verbs() -> frozenset[str]:
    """Finite forms of verbs that set a toll."""
    return frozenset(inflect(tuple(word_row("sets_toll")), ing=False))


def read_toll(sentence: Sentence, at: int) -> Found:
    """ "The monitor raised the death toll to 61": the one who sets it has to be one who speaks, and no attack or town."""
    words, text = sentence.words, sentence.text
    if words[at].fold not in toll_verbs() or not _TOLL.match(text, words[at].end, sentence.span[1]):
        return None
    subject = subject_before(text, words, at, sentence.known)
    if subject is None:
        return None
    inside = range(subject[0], subject[1] + 1)
    if not any(is_speaker_noun(words, k) or speaker_names().longest(words, k) or words[k].fold in word_row("pronouns") for k in inside):
        return None
    return Utterance(sentence.cut(*subject), sentence.cut(at, at), sentence.rest(at + 1)), at
