"""Forms of English verbs, so that tables list base forms only."""

from collections.abc import Iterable
from functools import cache

from sayso.knowledge.tables import read_table


def past_forms(base: str) -> tuple[str, ...]:
    """Past and participle of a verb.

    >>> past_forms("say"), past_forms("deny"), past_forms("write")
    (('said',), ('denied',), ('wrote', 'written'))
    """
    table = read_table("verbs")
    if base in table["irregular"]:
        return tuple(table["irregular"][base])
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base[:-1] + "ied",)
    return (base + (base[-1] if base in table["doubling"] else "") + "ed",)


def ing_form(base: str) -> str:
    """Present participle of a verb.

    >>> [ing_form(verb) for verb in ("say", "announce", "admit", "see")]
    ['saying', 'announcing', 'admitting', 'seeing']
    """
    if base in read_table("verbs")["doubling"]:
        return base + base[-1] + "ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def third_form(base: str) -> str:
    """Third person singular of a verb.

    >>> [third_form(verb) for verb in ("say", "deny", "push", "have")]
    ['says', 'denies', 'pushes', 'has']
    """
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


def finite_forms(base: str) -> tuple[str, ...]:
    """Base, third person, past and participle of a verb."""
    return (base, third_form(base), *past_forms(base))


@cache
def inflect(bases: tuple[str, ...], *, ing: bool = True) -> dict[str, str]:
    """Every form of the verbs, each with its base form; phrasal verbs ("call for") inflect their first word."""
    found: dict[str, str] = {}
    for base in bases:
        verb, _, rest = base.partition(" ")
        for form in (*finite_forms(verb), *((ing_form(verb),) if ing else ())):
            found.setdefault(f"{form} {rest}".strip(), base)
    return found


def verb_forms(table: str, rows: Iterable[str], *, ing: bool = True) -> dict[str, str]:
    """Forms of the verbs that stand in some rows of a table."""
    content = read_table(table)
    return inflect(tuple(base for row in rows for base in content[row]), ing=ing)
