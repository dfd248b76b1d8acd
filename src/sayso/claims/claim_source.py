"""On whose say-so a claim stands: the nearest attribution, and the chain from the outlet to the original claimant."""

from collections.abc import Sequence

from sayso.claims.clause_view import ClauseView
from sayso.model.articles import Span
from sayso.model.claims import Source
from sayso.model.mentions import Attribution


def link_source(
    view: ClauseView, said: Attribution | None, attributions: Sequence[Attribution], publisher: str | None, why: str
) -> tuple[Source | None, str]:
    """The source of a claim from the attribution that it stands in, with the reason; None where the article says it in its own voice."""
    if said is None or said.source_name is None or said.source_kind is None:
        return None, f"{why}: the article says it in its own voice"
    span = _wording(said, attributions)
    if span is None:
        return None, f"source: {said.source_name} was meant, but no words name it"
    text = view.text[span[0] : span[1]]
    chain = _chain(said, attributions, publisher)
    return Source(text=text, span=span, name=said.source_name, kind=said.source_kind, chain=chain), f'{why}: "{text}"'


def _wording(said: Attribution, attributions: Sequence[Attribution]) -> Span | None:
    """The words that name the source; for a quotation with none of its own, those that named its speaker last."""
    if said.source or said.cue:
        return (said.source or said.cue)[0]
    before = said.content[0][0] if said.content else 0
    named = [a.source[0] for a in attributions if a.source and a.source_name == said.source_name and a.source[0][0] <= before]
    return named[-1] if named else None


def _chain(said: Attribution, attributions: Sequence[Attribution], publisher: str | None) -> tuple[str, ...]:
    """Outlet first, then each who passes it on, the original claimant last: the body where a spokesman speaks for it."""
    names: list[str] = []
    seen: set[int] = set()
    link: Attribution | None = said
    while link is not None:
        if link.source_name and link.source_name != "unspecified":
            names.append(link.source_name)
        at = link.within
        link = attributions[at] if at is not None and at not in seen else None
        seen |= {at} if at is not None else set()
    last = [said.speaks_for] if said.speaks_for else []
    return tuple(dict.fromkeys([*([publisher] if publisher else []), *reversed(names), *last]))
