"""Fit the weights that tell who is named and who is private, on persons marked in articles; `python -m training` calls it.

usage: python -m training.persons SHARED GAZETTEER [--measure]    (fit and write; or: how well it does, fitted on four fifths at a time)

Same data, same bytes. The articles are those of `training/labels/persons.jsonl`; none of them is among those that
`python -m evals protection` measures on.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from evals.annotated import FIFTHS, fifth_of, read_lines
from evals.protection.run import OFFICIALS
from evals.question import Json
from sayso.claims.heard_persons import Named, PersonWeights, gather_named
from sayso.claims.hints import list_hints
from sayso.claims.speakers import find_attributions
from sayso.claims.weighing import Weights
from sayso.documents.jsonl import read_record
from sayso.documents.options import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.language.sentences import spans_of
from sayso.mentions.parties_and_places import find_parties_and_places
from sayso.mentions.quantities import find_figures
from sayso.mentions.times import find_times
from sayso.model.articles import Span
from sayso.model.mentions import Mentions
from sayso.pipeline import READ_LANGUAGES
from sayso.reading.network import Network, load_network
from training.corpora import reserved
from training.gold import LABELS
from training.linear import fit_table
from training.pools import read_pools

STRENGTH, LEAST, SMALLEST = 0.5, 3, 0.03
"""Inverse regularisation, names that a trait must be seen in, the smallest weight that is kept; chosen by `--measure`."""

DOUBT = 0.02
"""The least probability of being a private person's name that is kept back; chosen by `--measure`."""

PERSONS = LABELS / "persons.jsonl"


class Case(msgspec.Struct, frozen=True):
    """A name of an article with what is seen of it, who it is (`private`, `official`, `public` or `none`), and how often it is named."""

    article_id: str
    traits: frozenset[str]
    who: str
    times: int


def read_cases(shared: Path, gazetteer: Gazetteer, network: Network) -> Iterator[Case]:
    """Every name of the marked articles in a language that is read that may be a person's."""
    corpora = shared / "corpora"
    texts = read_pools(corpora, reserved(corpora))
    for marks in read_lines(PERSONS):
        article = read_record(dict(texts[marks["article_id"]]), marks["article_id"], DocumentOptions())
        if article.language not in READ_LANGUAGES:
            continue
        (actors, places), times = find_parties_and_places(article, gazetteer), find_times(article)
        mentions = Mentions(places=places, actors=actors, times=times, figures=find_figures(article, times))
        hints = list_hints(article, mentions, find_attributions(article, actors))
        sight = network.look_at(article.text, spans_of(article), hints)
        for named in gather_named(article, mentions, sight):
            yield Case(marks["article_id"], named.traits, _who(named, marks), len(named.mentions))


def _who(named: Named, marks: Json) -> str:
    spans = [one.span for one in named.mentions]
    met = {("official" if kind in OFFICIALS else who) for who in ("private", "public") for a, b, kind in marks[who] if _meets(spans, a, b)}
    return next((who for who in ("private", "official", "public") if who in met), "none")


def _meets(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(start < e and s < end for s, e in spans)


def fit(cases: Sequence[Case]) -> PersonWeights:
    """Weights as they ship: rare traits and small weights left out, two decimals.

    Whether a person is private is learned from private persons and office-holders: journalists and the famous are told like the former.
    """
    persons = [case for case in cases if case.who in ("private", "official")]
    return PersonWeights(
        person=_weigh(cases, [case.who != "none" for case in cases]),
        private=_weigh(persons, [case.who == "private" for case in persons]),
        doubt=DOUBT,
    )


def _weigh(cases: Sequence[Case], wanted: Sequence[bool]) -> Weights:
    return fit_table([sorted(case.traits) for case in cases], wanted, strength=STRENGTH, least=LEAST, smallest=SMALLEST)


def measure(cases: Sequence[Case]) -> Iterator[str]:
    """Shares of mentions by what is asked to be likely, each fifth of the articles weighed by what the others teach."""
    fifths = fifth_of({case.article_id for case in cases})
    weighed: list[tuple[float, Case]] = []
    for fifth in range(FIFTHS):
        table = fit([case for case in cases if fifths[case.article_id] != fifth])
        for case in (c for c in cases if fifths[c.article_id] == fifth):
            weighed.append((table.odds(case.traits)[1], case))
    for doubt in (0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03):
        told = {who: _share(weighed, who, doubt) for who in ("private", "official", "public", "none")}
        yield f"doubt {doubt}: masked " + ", ".join(f"{who} {share:.3f} of {number}" for who, (share, number) in told.items())


def _share(weighed: Sequence[tuple[float, Case]], who: str, doubt: float) -> tuple[float, int]:
    of = [(odds, case.times) for odds, case in weighed if case.who == who]
    number = sum(times for _, times in of)
    return sum(times for odds, times in of if odds >= doubt) / max(1, number), number


def write_persons(shared: Path, gazetteer: Gazetteer, network: Network, out: Path) -> None:
    """Fit on all marked articles and write the weights."""
    cases = list(read_cases(shared, gazetteer, network))
    table = fit(cases)
    out.write_bytes(msgspec.json.encode(table))
    print(f"persons: {len(cases)} names, {len(table.person.weights) + len(table.private.weights)} weights", flush=True)


def main() -> None:
    """Fit and write the weights that ship, or measure."""
    shared, out = Path(sys.argv[1]), Path(__file__).parents[1] / "src" / "sayso" / "claims" / "data" / "persons.json"
    with Gazetteer.open(Path(sys.argv[2])) as gazetteer:
        if "--measure" in sys.argv:
            print("\n".join(measure(list(read_cases(shared, gazetteer, load_network())))))
        else:
            write_persons(shared, gazetteer, load_network(), out)


if __name__ == "__main__":
    main()
