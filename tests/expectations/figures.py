"""The rows of figures of a day."""

from sayso.model.situation import Situation, Total


def all_totals(situation: Situation) -> tuple[Total, ...]:
    """Every total of the day: displacement, casualties, and the others."""
    return (*situation.displacement, *situation.casualties, *situation.other_totals)
