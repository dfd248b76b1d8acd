"""Spellings of one name made comparable: case, accents, articles, hyphens, and the consonants that transliterations share."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = "'\u2019\u2018\u02bc\u02bf\u02be`\u00b4\u2032\u02bb\u02b9\u201b\u02c8"
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ŋ": "n",
        "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "", "ء": "", "ٱ": "ا", "ے": "ي", "&": " and ",
        **dict.fromkeys(_APOSTROPHES, ""),
    }
)  # fmt: skip
_WORDS = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(
    ["al", "el", "an", "ar", "as", "ash", "at", "ad", "az", "ath", "adh", "ed", "ez", "es", "er", "en", "et", "esh", "the"]
)
_HARD_ARTICLES = frozenset({"al", "el", "the"})
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

_SOUNDS = (
    ("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "K"), ("gh", "G"), ("th", "t"), ("dh", "d"), ("dj", "j"),
    ("ph", "f"), ("ck", "k"), ("zz", "z"), ("x", "ks"), ("c", "k"), ("q", "k"), ("g", "j"), ("v", "w"), ("p", "b"),
)  # fmt: skip
_ARABIC = str.maketrans(
    "بتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤاإأآ",
    "bttjhKddrzsSsdtz-GfkklmnhwybSzjw----",
)
_SWAPPED = str.maketrans("eoyq", "iuik")
_DOUBLED = re.compile(r"(.)\1+")
_DROPPED = re.compile(r"[aeiouwy\-]")


@lru_cache(maxsize=200_000)
def plain_words(name: str) -> tuple[str, ...]:
    """Words of a name in lower case without accents and apostrophes.

    >>> plain_words("Ma‘arrat an Nu‘mān")
    ('maarrat', 'an', 'numan')
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _WORDS.findall(name.lower().translate(_LETTERS))
    return tuple(_SHORT_FORMS.get(word, word) for word in words)


def _without_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    if _ARTICLES.isdisjoint(words) and not any(w.startswith("ال") for w in words):
        return words
    kept = tuple(w for i, w in enumerate(words) if not (w in _HARD_ARTICLES or (w in _ARTICLES and _assimilates(w, words[i + 1 : i + 2]))))
    kept = tuple(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in kept)
    return kept or words


def _assimilates(article: str, following: tuple[str, ...]) -> bool:
    """Whether an article such as `an` takes the first sound of its noun (an Numan, ash Sham), as in Arabic names."""
    return bool(following) and following[0].startswith(article[1:])


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> str:
    """One key for the ways to write a name that differ in case, accents, hyphens, spaces and Arabic articles.

    >>> fold_name("Ma'arat al-Numan") == fold_name("Maarat an Nu‘mān")
    True
    >>> fold_name("St. Louis"), fold_name("الرقة") == fold_name("رقه")
    ('saintlouis', True)
    """
    return "".join(_without_articles(plain_words(name)))


def _bare_ending(word: str) -> str:
    """Drop the feminine ending that is written -a, -ah, -at, -et or not at all (Maarat, Maarra)."""
    return re.sub(r"(?<=[a-z]{3})[ae](?:h|t)?$", "", word) if word not in ("beit", "bayt", "bint") else word


@lru_cache(maxsize=50_000)
def _consonants(word: str) -> str:
    if not word.isascii():
        return _DROPPED.sub("", re.sub("[هة]$", "", word).translate(_ARABIC))
    word = _bare_ending(word)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    kept = _DROPPED.sub("", word)
    return re.sub("h$", "", kept) if len(kept) > 2 else kept


@lru_cache(maxsize=200_000)
def skeleton_of(name: str) -> str:
    """Consonants of a name of Arabic or Persian origin, the same whichever way it was transliterated; empty when too short to tell.

    >>> {skeleton_of(n) for n in ("Maaret al-Numan", "Maarat al-Numan", "Ma'arrat an Nu'man", "Maarrat en Nouman", "معرة النعمان")}
    {'mrnmn'}
    >>> skeleton_of("Kafr Nabl") == skeleton_of("Kafranbel"), skeleton_of("Ain")
    (True, '')
    """
    letters = "".join(map(_consonants, _without_articles(plain_words(name))))
    letters = _DOUBLED.sub(r"\1", letters)
    return letters if len(letters) >= 3 else ""


def likeness_of(asked: str, known: str) -> float:
    """How alike two spellings are, 0 to 1: shared letter pairs of their folded forms (Dice).

    >>> likeness_of("Saraqeb", "Saraqib") > likeness_of("Saraqeb", "Sarqab") > 0.4
    True
    """
    left, right = _pairs(_sounded(asked)), _pairs(_sounded(known))
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


@lru_cache(maxsize=100_000)
def _sounded(name: str) -> str:
    """Folded form with the vowels that transliterations swap written one way (e and i, o and u, doubled letters)."""
    folded = fold_name(name).replace("ou", "u").replace("ee", "i").translate(_SWAPPED)
    return _DOUBLED.sub(r"\1", folded)


@lru_cache(maxsize=50_000)
def _pairs(folded: str) -> frozenset[str]:
    return frozenset(f"^{folded}$"[i : i + 2] for i in range(len(folded) + 1))
