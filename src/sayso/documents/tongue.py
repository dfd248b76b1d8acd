"""The language of a text."""

import functools
import itertools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from sayso.documents.page_words import page_words

_READ = 20_000
_SHORT, _FEWEST_LETTERS = 400, 12
_FUNCTION_SHARE = 0.18
"""Share of function words from which a text short of 400 characters is taken as English whatever the letters say."""


_TAKEN_FOR_ENGLISH = frozenset({"pcm"})
"""What a short English text full of foreign names is mistaken for: Nigerian Pidgin."""


@functools.cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(text: str) -> str | None:
    """Two-letter code of the language that the text is written in; None where it has too few letters to tell.

    >>> find_language("The road was closed by snow and the drivers were stuck.")
    'en'
    """
    sample = text[:_READ]
    letters = (c for c in sample if c.isalpha())
    if len(list(itertools.islice(letters, _FEWEST_LETTERS))) < _FEWEST_LETTERS:
        return None
    words = re.findall(r"\w+", sample.casefold())
    common = page_words().function_words
    if len(sample) < _SHORT and sum(w in common for w in words) >= _FUNCTION_SHARE * len(words):
        return "en"
    found = str(_identifier().classify(sample)[0])
    return "en" if found in _TAKEN_FOR_ENGLISH and len(sample) < _SHORT else found
