"""English verb and noun forms, so that a rule names a word once."""

from collections.abc import Mapping, Sequence

_VOWELS = "aeiou"


def verb_forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Base, third person, past and participles of a verb; `irregular` adds what the rules do not make.

    >>> sorted(verb_forms("flee", {"flee": ["fled", "fleeing"]}))
    ['fled', 'flee', 'fleeing', 'flees']
    >>> sorted(verb_forms("occupy", {}))
    ['occupied', 'occupies', 'occupy', 'occupying']
    """
    forms = {verb, _with_s(verb), *irregular.get(verb, ())}
    if verb not in irregular:
        stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
        past = verb[:-1] + "ied" if _ends_in_consonant_y(verb) else verb + ("d" if verb.endswith("e") else "ed")
        forms |= {past, stem + "ing"}
    elif not any(form.endswith("ing") for form in irregular[verb]):
        forms.add((verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing")
    return frozenset(forms)


def noun_forms(noun: str, irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """A noun and its plural.

    >>> sorted(noun_forms("casualty", {})), sorted(noun_forms("child", {"child": ["children"]}))
    (['casualties', 'casualty'], ['child', 'children'])
    """
    return frozenset({noun, *irregular.get(noun, (_with_s(noun),))})


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS


def _with_s(word: str) -> str:
    if _ends_in_consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
