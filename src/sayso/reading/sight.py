"""What the network made of one article: how likely each word is a trigger, a source, a place, and what belongs to what."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np

from sayso.model.articles import Span
from sayso.model.vocabulary import EVENT_CLASSES, EventClass
from sayso.reading.heads import DISTANCES, KEY_WIDTH, ROLES, SENTENCE_STEPS, SENTENCES_BACK, SENTENCES_ON, SPANS, STATUSES, Role, bucket
from sayso.reading.pieces import Pieces, Window

FAR = 600
BUCKETS = np.array([bucket(d) for d in range(-FAR, FAR + 1)])
"""Bucket of every signed distance up to FAR pieces either way; training takes the same table."""


def sigmoid(logits: np.ndarray) -> np.ndarray:
    """Log odds to probabilities."""
    odds: np.ndarray = np.exp(-np.clip(logits, -30.0, 30.0))
    return 1.0 / (1.0 + odds)


class Between(msgspec.Struct, frozen=True):
    """What the distance between a trigger and a word, in pieces and in sentences, adds to each role.

    `distances` (roles, buckets) and `steps` (roles, steps) add to the log odds; `distance_rows`, `step_rows` (with a row each) and `votes`
    (roles, width) to what the two say together.
    """

    distances: np.ndarray
    steps: np.ndarray
    distance_rows: np.ndarray
    step_rows: np.ndarray
    votes: np.ndarray

    def together(self) -> "Apart":
        """What every distance adds together with every step."""
        roles = len(self.votes)
        rows = (self.distance_rows[:, :, None] + self.step_rows[:, None]).reshape(roles, -1, KEY_WIDTH)
        return Apart(rows, (self.distances[:, :, None] + self.steps[:, None]).reshape(roles, -1), self.votes)


class Apart(msgspec.Struct, frozen=True):
    """Tables by role and by distance and step together, of which there are DISTANCES x SENTENCE_STEPS: `rows`, `odds`; and the `votes`."""

    rows: np.ndarray
    odds: np.ndarray
    votes: np.ndarray

    def logits(self, asked: np.ndarray, told: np.ndarray, far: np.ndarray, steps: np.ndarray) -> np.ndarray:
        """Log odds that a trigger (`asked`, a row a role) points at each of some words (`told`, roles first), (roles, words)."""
        at = far * SENTENCE_STEPS + steps
        both = (told[..., :KEY_WIDTH] @ asked[:, :KEY_WIDTH, None])[..., 0] / np.sqrt(KEY_WIDTH)
        summed = self.rows.take(at, axis=1)
        summed += told[..., KEY_WIDTH:]
        summed += asked[:, None, KEY_WIDTH:]
        np.maximum(summed, 0.0, out=summed)
        odds: np.ndarray = both + (summed @ self.votes[..., None])[..., 0] + self.odds.take(at, axis=1)
        return odds


class Sight(msgspec.Struct, frozen=True):
    """Answers of the heads for every piece of a text; probabilities, not log odds.

    `triggers` (pieces, classes), `statuses` (pieces, statuses), `hedged` (pieces,), `inside` and `begins` (pieces, kinds of spans);
    `queries` (pieces, ROLES, width) and, for each window, `keys` over its pieces, (ROLES, pieces, width).
    """

    pieces: Pieces
    triggers: np.ndarray
    statuses: np.ndarray
    hedged: np.ndarray
    inside: np.ndarray
    begins: np.ndarray
    queries: np.ndarray
    windows: Sequence[Window]
    keys: Sequence[np.ndarray]
    apart: Apart
    reached: dict[Span, Mapping[Role, "Reach"]] = msgspec.field(default_factory=dict)
    """What was asked for before, by trigger."""

    def classes_of(self, span: Span) -> Mapping[EventClass, float]:
        """How likely a word tells of each class."""
        first, last = self.pieces.covering(span)
        row = self.triggers[first:last].max(axis=0) if last > first else np.zeros(len(EVENT_CLASSES))
        return dict(zip(EVENT_CLASSES, map(float, row), strict=True))

    def statuses_of(self, trigger: Span) -> Mapping[str, float]:
        """How likely what a trigger tells of happened, goes on, is expected or denied."""
        first, last = self.pieces.covering(trigger)
        return dict(zip(STATUSES, map(float, self.statuses[first:last].mean(axis=0)), strict=True))

    def hedged_of(self, trigger: Span) -> float:
        """How likely the words mark doubt of what a trigger tells of."""
        first, last = self.pieces.covering(trigger)
        return float(self.hedged[first:last].mean())

    def spans(self, kind: str, least: float = 0.5) -> list[Span]:
        """Stretches of text that are inside a span of a kind, parted where another begins."""
        at = SPANS.index(kind)
        inside, begins = self.inside[:, at], self.begins[:, at]
        found: list[list[int]] = []
        for piece in np.flatnonzero(inside >= least).tolist():
            start, end = self.pieces.starts[piece], self.pieces.ends[piece]
            goes_on = found and found[-1][2] == piece - 1
            if goes_on and not (begins[piece] >= least and begins[piece - 1] < begins[piece]):
                found[-1][1:] = [end, piece]
            else:
                found.append([start, end, piece])
        return [(start, end) for start, end, _ in found]

    def inside_of(self, kind: str, span: Span) -> float:
        """The mean probability that the words of a stretch of text are inside a span of a kind."""
        first, last = self.pieces.covering(span)
        return float(self.inside[first:last, SPANS.index(kind)].mean()) if last > first else 0.0

    def reach(self, trigger: Span) -> Mapping[Role, "Reach"]:
        """How strongly a trigger points at every word of its window, by role."""
        if trigger not in self.reached:
            self.reached[trigger] = dict(self._reach(trigger))
        return self.reached[trigger]

    def reach_of(self, trigger: Span, *others: Span) -> Mapping[Role, "Reach"]:
        """How strongly a trigger, or another one of its window where that is stronger, points at every word, by role."""
        alone = self.reach(trigger)
        told = [alone, *(r for r in map(self.reach, others) if r["place"].window == alone["place"].window)]
        if len(told) == 1:
            return alone
        return {
            role: Reach(self.pieces, one.window, list(map(max, *(r[role].probabilities for r in told)))) for role, one in alone.items()
        }

    def _reach(self, trigger: Span) -> Iterator[tuple[Role, "Reach"]]:
        at = min(self.pieces.covering(trigger)[0], len(self.queries) - 1)
        window, keys = next((w, k) for w, k in zip(self.windows, self.keys, strict=True) if w.core[0] <= at < w.core[1])
        far = BUCKETS[np.clip(np.arange(window.first, window.last) - at, -FAR, FAR) + FAR]
        there = self.pieces.sentences[window.first : window.last] - self.pieces.sentences[at]
        steps = np.clip(there, -SENTENCES_BACK, SENTENCES_ON) + SENTENCES_BACK
        rows = sigmoid(self.apart.logits(self.queries[at], keys, far, steps)).tolist()
        for role, row in zip(ROLES, rows, strict=True):
            yield role, Reach(self.pieces, window, row)


class Reach(msgspec.Struct, frozen=True):
    """Probabilities that a trigger points at each piece of its window in one role."""

    pieces: Pieces
    window: Window
    probabilities: Sequence[float]

    def of(self, span: Span) -> float:
        """How likely a stretch of text is what the trigger points at; 0 outside of the window."""
        first, last = self.pieces.covering(span)
        inside = self.probabilities[max(0, first - self.window.first) : max(0, last - self.window.first)]
        return sum(inside) / len(inside) if inside else 0.0


assert int(BUCKETS.max()) + 1 == DISTANCES
