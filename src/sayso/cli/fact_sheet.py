"""A sheet of facts in a terminal: a heading, then a name and its lines, one fact after the other."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

Fact = tuple[str, Sequence[str]]


def lay_out_facts(title: str, facts: Iterable[Fact]) -> Table:
    """Facts as two columns: the name and its lines; a fact with nothing to say is left out."""
    sheet = Table(title=Text(title, style="bold"), title_justify="left", box=None, show_header=False, expand=True, padding=(0, 1, 0, 0))
    sheet.add_column(width=15, style="dim")
    sheet.add_column(ratio=1, overflow="fold")
    for name, lines in facts:
        told = [line for line in lines if line]
        if told:
            sheet.add_row(name, Text("\n".join(told)))
    return sheet
