"""What was stated, without what may not be told again."""

from collections.abc import Callable

import msgspec

from sayso.model.stated import Stated, StatedView

CleanWords = Callable[[str], str]
"""Words as an audience may have them today."""


def clean_stated(view: StatedView, clean: CleanWords) -> StatedView:
    """The view with all of its words as they may be told today: who is protected by now is not named in a notice because a report did."""
    return msgspec.structs.replace(view, stated=tuple(_clean(s, clean) for s in view.stated))


def _clean(stated: Stated, clean: CleanWords) -> Stated:
    says = {field: tuple(map(clean, told)) for field, told in stated.says.items()}
    return msgspec.structs.replace(stated, subject=clean(stated.subject), says=says)
