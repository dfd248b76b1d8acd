"""Who says so in the passive: "were identified by the relief agency", "was accused by the mayor of looting"."""

from sayso.claims.sentence_frame import Sentence, Utterance
from sayso.claims.source_phrases import may_speak, phrase_after
from sayso.claims.utterances_unnamed import Found


def read_passive(sentence: Sentence, at: int, verb_class: str) -> Found:
    """An attribution whose source stands after "by"; of an accusation also what follows the accuser is said."""
    words = sentence.words
    for k in range(at + 1, min(at + 14, len(words) - 1)):
        if words[k].fold == "by" and not sentence.quoted(k):
            source = phrase_after(sentence.text, words, k + 1, aside=False)
            if source is None or not may_speak(sentence.text, words, *source, sentence.known):
                return None
            if verb_class == "accuses":
                return _accusation(sentence, at, source)
            return Utterance(sentence.cut(*source), sentence.cut(at, at), sentence.lead(words[k].start)), source[1]
        if ";" in sentence.gap(k) or words[k].fold in {"and", "but", "while"}:
            break
    return None


def _accusation(sentence: Sentence, at: int, source: tuple[int, int]) -> Found:
    """The accusers end where the deed begins: "by the mayor of Aris and the council of looting"."""
    words = sentence.words
    near = range(source[0], min(source[1] + 10, len(words) - 1))
    deeds = (k for k in near if words[k].fold == "of" and words[k + 1].fold.endswith("ing"))
    last = next(deeds, source[1] + 1) - 1
    said = (*sentence.lead(words[at].start), *sentence.rest(last + 1))
    return Utterance(sentence.cut(source[0], last), sentence.cut(at, at), said), last
