"""A claim that a person makes: the words of the text, the class, and nothing else until its fields are put."""

import hashlib

from sayso.errors import InputError
from sayso.model.claims import Claim
from sayso.model.vocabulary import EventClass


def make_claim(digest: str, text: str, words: str, event: EventClass, at: int | None = None) -> Claim:
    """A claim on words of an article's text, also of one that no reader can read; `at` is their first character where they stand twice.

    InputError where the words are not in the text, or stand there more than once and `at` does not tell which are meant.

    >>> made = make_claim("d", "Shells hit Aris. Many fled.", "Many fled", "displacement")
    >>> made.start, made.evidence, made.why
    (17, 'Many fled', ('added by hand',))
    """
    places = [i for i in range(len(text)) if text.startswith(words, i)] if words.strip() else []
    if at is not None:
        places = [i for i in places if i == at]
    if not places:
        raise InputError(f"“{words}” does not stand in the article{'' if at is None else f' at {at}'}; copy the words as they are there.")
    if len(places) > 1:
        raise InputError(f"“{words}” stands in the article at {', '.join(map(str, places[:5]))}; say which with --at, or take more words.")
    start, end = places[0], places[0] + len(words)
    said = "\n".join(("by hand", digest, str(start), str(end), event))
    claim_id = "c-" + hashlib.sha256(said.encode()).hexdigest()[:16]
    return Claim(id=claim_id, start=start, end=end, evidence=words, event=event, score=1.0, why=("added by hand",))
