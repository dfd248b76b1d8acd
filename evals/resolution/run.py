"""Names of places whose spans are given: are they put where they are?

The weights of `mentions/place_choice.py` were fitted on both sets: the scores flatter.
"""

from collections import Counter
from pathlib import Path
from statistics import median

from evals.annotated import load_scorer, read_lines
from evals.question import Json, Measured, Question, Read
from sayso.cli.gazetteer_file import open_gazetteer
from sayso.gazetteer import Gazetteer
from sayso.gazetteer.distance import kilometres
from sayso.mentions.place_resolution import resolve_spans
from sayso.model.places import Place

SETS = {"local news": "corpora/geoparsing/lgl.jsonl", "world news": "corpora/geoparsing/geovirus.jsonl"}
SCORER = "score/score_parts.py"
WITHIN_KM = 161.0


def apart(gold: Json, place: Place | None) -> float | None:
    """Kilometres between a gold toponym and a place; None where the place has no point."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return kilometres(gold["lat"], gold["lon"], place.lat, place.lon)


def is_near(gold: Json, place: Place | None) -> bool:
    """Whether a place lies within 161 km of a gold toponym."""
    distance = apart(gold, place)
    return distance is not None and distance <= WITHIN_KM


def measure_set(rows: list[Json], toponyms: dict[int, dict[tuple[int, int], Json]], gazetteer: Gazetteer) -> tuple[dict[str, float], str]:
    """Scores of one set, and in words how many names the gazetteer does not hold near their point, by the kind of what it holds."""
    counts, far, distances = Counter[str](), Counter[str](), list[float]()
    for number, row in enumerate(rows):
        spans = sorted(toponyms[number])
        for span, choice in zip(spans, resolve_spans(row["text"], spans, gazetteer), strict=True):
            gold = toponyms[number][span]
            if gold.get("lat") is None:
                continue
            name = row["text"][slice(*span)].removeprefix("the ")
            candidates = gazetteer.find(name)
            near = any(is_near(gold, candidate.place) for candidate in candidates)
            taken = choice.candidate.place if choice.candidate else None
            right = is_near(gold, taken)
            counts.update(all=1, held=near, right=right, right_of_held=right and near)
            if (distance := apart(gold, taken)) is not None:
                distances.append(distance)
            if not near:
                far[f"only a {candidates[0].place.kind} elsewhere" if candidates else "nothing of this name"] += 1
    told = ", ".join(f"{kind} {count}" for kind, count in far.most_common())
    every, held = counts["all"], counts["held"]
    scores = {"held": held / every, "of held": counts["right_of_held"] / held, "of all": counts["right"] / every}
    details = f"{every} names with a point; median of those placed {median(distances):.1f} km; not held near it: {told}"
    return {name: round(value, 3) for name, value in scores.items()}, details


def measure(annotated: Path, read: Read) -> Measured:
    """Resolve the given names of each set."""
    scorer, scores, details = load_scorer(annotated / SCORER), dict[str, float](), list[str]()
    with open_gazetteer(None) as gazetteer:
        for name, cases in SETS.items():
            rows = read_lines(annotated / cases)
            found, told = measure_set(rows, {n: scorer.toponyms(row) for n, row in enumerate(rows)}, gazetteer)
            scores |= {f"{score}, {name}": value for score, value in found.items()}
            details.append(f"{name}: {told}; {found}")
    return Measured(scores, "\n".join(details))


QUESTION = Question(
    asks="Are names put where they are, where it is given what is a name?",
    cases=(*SETS.values(), SCORER),
    scores={
        "held, local news": "names with a point in local news (LGL; weights were fitted on it): a place of that name is near",
        "of held, local news": "of those: resolved within 161 km",
        "of all, local news": "of all: resolved within 161 km",
        "held, world news": "names with a point in news on epidemics (GeoVirus; weights were fitted on it): one is near",
        "of held, world news": "of those: resolved within 161 km",
        "of all, world news": "of all: resolved within 161 km",
    },
    measure=measure,
)
