"""`sayso forget`: a person or an article out of the ledger, its backups and the pages kept beside it, for good."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.printing import print_line, tell_user
from sayso.cli.views import settle_ledger
from sayso.errors import SaysoError, UnknownIdError

if TYPE_CHECKING:
    from sayso.model.forgotten import Erased, Product
    from sayso.model.records import Record
    from sayso.outputs.private_names import NameFilter
    from sayso.store.ledger_file import LedgerFile

PersonsOption = Annotated[
    list[str], typer.Option("--person", metavar="NAME", help="A person's name as it is written; repeatable.")
]
ArticlesOption = Annotated[list[str], typer.Option("--article", metavar="ID", help="An article's id, address or digest; repeatable.")]
BackupsOption = Annotated[list[Path], typer.Option("--backup", metavar="FILE", help="A copy of it, to be treated alike; repeatable.")]
PagesOption = Annotated[
    list[Path], typer.Option("--pages", metavar="PATH", help="Kept pages, or folders of them: what holds it is deleted; repeatable.")
]
ReasonOption = Annotated[str, typer.Option("--why", help="The reason, kept in the ledger; it may not name the person.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Do it; without this, only what would be done is told.")]


def forget(
    why: ReasonOption,
    person: PersonsOption = [],  # noqa: B006
    article: ArticlesOption = [],  # noqa: B006
    ledger: LedgerOption = None,
    backup: BackupsOption = [],  # noqa: B006
    pages: PagesOption = [],  # noqa: B006
    yes: YesOption = False,
) -> None:
    """Forget a person or an article: in the ledger, its backups and the pages, for good; reading the page again does not bring it back.

    Exit status 0: done, or told what would be done; 1: some backup or page could not be treated; 2: nothing was changed.
    """
    from sayso.outputs.private_names import NameFilter

    if not person and not article:
        raise typer.BadParameter("name whom or what to forget: --person NAME or --article ID")
    names = NameFilter(person)
    if person and names.is_empty:
        raise typer.BadParameter("that is no name that a person may be found by; give the whole name")
    if names.finds_in(why):
        raise typer.BadParameter("--why names the person; give a reason that does not")
    missing = [p for p in (*backup, *pages) if not p.exists()]
    if missing:
        raise typer.BadParameter(f"{missing[0]} is not there; nothing was changed")
    path, done, out = settle_ledger(ledger), True, dict[str, "Product"]()
    for number, one in enumerate((path, *backup)):
        done &= _treat_ledger(one, person, article, why, out, yes=yes, needed=number == 0)
    done &= _treat_pages(pages, names, article, yes=yes)
    _tell_products(out)
    told = ("done; it cannot be undone" if done else "not complete: see above") if yes else "nothing is changed yet; add --yes to do it"
    tell_user(told)
    raise typer.Exit(0 if done else 1)


def _tell_products(out: "dict[str, Product]") -> None:
    if out:
        print_line("Already out, and resting on these articles: write them again, and take the old ones back")
    for name, product in sorted(out.items()):
        print_line(f"  {name} ({product.audience}, {product.made[:10]})")


def _treat_ledger(
    path: Path, persons: Sequence[str], articles: Sequence[str], why: str, out: "dict[str, Product]", *, yes: bool, needed: bool
) -> bool:
    """Forget in one ledger and tell what was done; False where it could not be used."""
    from sayso.store.ledger_file import LedgerFile

    try:
        with LedgerFile.open(path, write=yes) as ledger:
            digests = _digests_of(ledger, articles, path, needed=needed)
            erased = _forget_in(ledger, persons, digests, why) if yes else _preview(ledger, persons, digests)
            out |= {product.path: product for product in erased.products}
            _tell(path, erased, yes=yes)
    except SaysoError as problem:
        if needed:
            raise
        tell_user(str(problem))
        return False
    return True


def _digests_of(ledger: "LedgerFile", articles: Sequence[str], path: Path, *, needed: bool) -> set[str]:
    found: set[str] = set()
    for asked in articles:
        digests = {r.digest for r in ledger.all_readings() if asked in (r.article_id, r.url, r.digest)}
        if not digests and needed:
            raise UnknownIdError(f"No article {asked} in {path}; sayso claims --ledger {path} --format jsonl shows the ids.")
        found |= digests
    return found


def _eraser(persons: Sequence[str]) -> "Callable[[Record], Record]":
    from sayso.outputs.erasure import erase_names, holds_name
    from sayso.outputs.private_names import NameFilter

    names = NameFilter(persons)
    return lambda record: erase_names(record, names) if holds_name(record, names) else record


def _preview(ledger: "LedgerFile", persons: Sequence[str], digests: set[str]) -> "Erased":
    from sayso.model.forgotten import Erased

    erase = _eraser(persons)
    changed = {r.digest for r in ledger.all_readings() if erase(r) != r} - digests
    touched = changed | digests
    products = tuple(p for p in ledger.products() if touched & set(p.articles))
    return Erased(changed=tuple(sorted(changed)), removed=tuple(sorted(digests)), products=products)


def _forget_in(ledger: "LedgerFile", persons: Sequence[str], digests: set[str], why: str) -> "Erased":
    import msgspec

    from sayso.model.forgotten import Erased
    from sayso.outputs.erasure import folded_name
    from sayso.outputs.private_names import NameFilter

    day, erased = dt.date.today().isoformat(), Erased()
    if digests:
        erased = ledger.forget_articles(digests, day, why)
    if persons:
        names = NameFilter(persons)
        struck = ledger.forget_persons([folded_name(p) for p in persons], _eraser(persons), names.finds_in, day, why)
        products = tuple({p.path: p for p in (*erased.products, *struck.products)}.values())
        erased = msgspec.structs.replace(struck, removed=erased.removed, products=products)
    return erased


def _tell(path: Path, erased: "Erased", *, yes: bool) -> None:
    """What was done, without naming anybody."""
    done = "" if yes else "to be "
    print_line(f"{path}: articles {done}struck: {len(erased.changed)}; {done}removed: {len(erased.removed)}")
    if not erased.changed and not erased.removed:
        print_line("  the name stands in no reading: check how it is spelled there")


def _treat_pages(pages: Sequence[Path], names: "NameFilter", articles: Sequence[str], *, yes: bool) -> bool:
    """Delete the kept pages that hold what is to be forgotten; False where one could not be read or deleted."""
    from sayso.outputs.file_words import words_in_file

    fine = True
    files = [f for page in pages for f in (sorted(p for p in page.rglob("*") if p.is_file()) if page.is_dir() else [page])]
    for file in files:
        try:
            held = any(names.finds_whole(w) or any(a in w for a in articles) for _, w in words_in_file(file.name, file.read_bytes()))
            if held and yes:
                file.unlink()
        except OSError as problem:
            tell_user(f"{file} could not be treated ({problem.strerror or problem})")
            fine = False
            continue
        if held:
            print_line(f"{file}: {'deleted' if yes else 'to be deleted'}")
    return fine
