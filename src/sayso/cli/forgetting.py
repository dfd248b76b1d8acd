"""`sayso forget`: a person or an article out of the ledger, its backups and the pages kept beside it, for good."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import LedgerOption
from sayso.cli.printing import print_line, tell_user
from sayso.errors import SaysoError, UnknownIdError
from sayso.store.address import LedgerAddress

if TYPE_CHECKING:
    from sayso.model.forgotten import Erased, Product
    from sayso.model.records import Record
    from sayso.outputs.private_names import NameFilter
    from sayso.store.ledger import Ledger

PersonsOption = Annotated[
    list[str] | None, typer.Option("--person", metavar="NAME", help="A person's name as it is written; repeatable.")
]
ArticlesOption = Annotated[
    list[str] | None, typer.Option("--article", metavar="ID", help="An article's id, address or digest; repeatable.")
]
BackupsOption = Annotated[
    list[Path] | None, typer.Option("--backup", metavar="FILE", help="A copy of it, to be treated alike; repeatable.")
]
PagesOption = Annotated[
    list[Path] | None, typer.Option("--pages", metavar="PATH", help="Kept pages, or folders of them: what holds it is deleted; repeatable.")
]
ReasonOption = Annotated[str, typer.Option("--why", help="The reason, kept in the ledger; it may not name the person.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Do it; without this, only what would be done is told.")]


def forget(
    why: ReasonOption,
    person: PersonsOption = None,
    article: ArticlesOption = None,
    ledger: LedgerOption = None,
    backup: BackupsOption = None,
    pages: PagesOption = None,
    yes: YesOption = False,
) -> None:
    """Forget a person or an article: in the ledger, its backups and the pages, for good; reading the page again does not bring it back.

    Exit status 0: done, or told what would be done; 1: some backup or page could not be treated; 2: nothing was changed.
    """
    from sayso.outputs.erasure import LONGEST_NAME, folded_name
    from sayso.outputs.private_names import NameFilter

    person, article, backup, pages = person or [], article or [], backup or [], pages or []
    if not person and not article:
        raise typer.BadParameter("name whom or what to forget: --person NAME or --article ID")
    names = NameFilter(person)
    if person and names.is_empty:
        raise typer.BadParameter("that is no name that a person may be found by; give the whole name")
    if names.finds_in(why):
        raise typer.BadParameter("--why names the person; give a reason that does not")
    if any(len(folded_name(name)) > LONGEST_NAME for name in person):
        raise typer.BadParameter(f"a name of more than {LONGEST_NAME} words cannot be kept out; give its first {LONGEST_NAME}")
    missing = [p for p in (*backup, *pages) if not p.exists()]
    if missing:
        raise typer.BadParameter(f"{missing[0]} is not there; nothing was changed")
    path, done, out = settle_ledger(ledger), True, dict[str, "Product"]()
    for number, one in enumerate((path, *backup)):
        done &= _treat_ledger(one, person, article, why, out, yes=yes, needed=number == 0)
    done &= _treat_pages(pages, names, article, kept={p.resolve() for p in (path, *backup) if isinstance(p, Path)}, yes=yes)
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
    path: LedgerAddress, persons: Sequence[str], articles: Sequence[str], why: str, out: "dict[str, Product]", *, yes: bool, needed: bool
) -> bool:
    """Forget in one ledger and tell what was done; False where it could not be used."""
    try:
        with open_ledger(path, write=yes) as ledger:
            digests = _digests_of(ledger, articles, path, needed=needed)
            erased = _forget_in(ledger, persons, digests, why) if yes else _preview(ledger, persons, digests)
            out |= {product.path: product for product in erased.products}
            _tell(path, erased, yes=yes)
            if erased.left:
                tell_user(f"{erased.left} What was deleted may still lie in the file: run this again when nobody uses it")
                return False
    except SaysoError as problem:
        if needed:
            raise
        tell_user(str(problem))
        return False
    return True


def _digests_of(ledger: "Ledger", articles: Sequence[str], path: LedgerAddress, *, needed: bool) -> set[str]:
    found: set[str] = set()
    for asked in articles:
        digests = {r.digest for r in ledger.all_readings() if asked in (r.article_id, r.url, r.digest)}
        if not digests and needed:
            raise UnknownIdError(f"No article {asked} in {path}; sayso claims --ledger {path} --format jsonl shows the ids.")
        found |= digests
    return found


def _eraser(persons: Sequence[str]) -> "Callable[[Record], Record]":
    from sayso.outputs.erasure import erase_whole

    return lambda record: erase_whole(record, persons)


def _preview(ledger: "Ledger", persons: Sequence[str], digests: set[str]) -> "Erased":
    from sayso.model.forgotten import Erased

    erase = _eraser(persons)
    changed = {r.digest for r in ledger.all_readings() if erase(r) != r} - digests
    touched = changed | digests
    products = tuple(p for p in ledger.products() if touched & set(p.articles))
    return Erased(changed=tuple(sorted(changed)), removed=tuple(sorted(digests)), products=products)


def _forget_in(ledger: "Ledger", persons: Sequence[str], digests: set[str], why: str) -> "Erased":
    import msgspec

    from sayso.model.forgotten import Erased
    from sayso.outputs.erasure import erase_in_entry, folded_names
    from sayso.outputs.private_names import NameFilter
    from sayso.store.forgetting import Eraser

    day, erased = dt.date.today().isoformat(), Erased()
    if digests:
        erased = ledger.forget_articles(digests, day, why)
    if persons:
        names = NameFilter(persons)
        eraser = Eraser(_eraser(persons), lambda entry: erase_in_entry(entry, names), names.finds_whole)
        struck = ledger.forget_persons(folded_names(persons), eraser, day, why)
        products = tuple({p.path: p for p in (*erased.products, *struck.products)}.values())
        erased = msgspec.structs.replace(struck, removed=erased.removed, products=products)
    return erased


def _tell(path: LedgerAddress, erased: "Erased", *, yes: bool) -> None:
    """What was done, without naming anybody."""
    done = "" if yes else "to be "
    print_line(f"{path}: articles {done}struck: {len(erased.changed)}; {done}removed: {len(erased.removed)}")
    if not erased.changed and not erased.removed:
        print_line("  the name stands in no reading: check how it is spelled there")
    if erased.unread:
        print_line(f"  notes of inputs that were not read, removed: {erased.unread}")


def _treat_pages(pages: Sequence[Path], names: "NameFilter", articles: Sequence[str], *, kept: Collection[Path], yes: bool) -> bool:
    """Delete the kept pages that hold what is to be forgotten, never a ledger; False where something is left to do by hand."""
    fine = True
    files = [f for page in pages for f in (sorted(p for p in page.rglob("*") if p.is_file()) if page.is_dir() else [page])]
    for file in files:
        if file.resolve() in kept:
            continue
        try:
            told = _judge_page(file, names, articles)
            if told == "holds it" and yes:
                file.unlink()
        except OSError as problem:
            told = f"could not be treated ({problem.strerror or problem})"
        if told == "holds it":
            print_line(f"{file}: {'deleted' if yes else 'to be deleted'}")
        elif told:
            print_line(f"{file}: {told}")
            fine = False
    return fine


def _judge_page(file: Path, names: "NameFilter", articles: Sequence[str]) -> str:
    """Whether a file is a page that is to go ("holds it"), what a person has to look at by hand, or nothing."""
    from sayso.documents import DocumentOptions, read_documents
    from sayso.outputs.file_words import CANNOT, words_in_file

    data = file.read_bytes()
    if data.startswith(b"SQLite format 3"):
        return ""
    parts = list(words_in_file(file.name, data))
    held = any(names.finds_whole(words) for _, words in parts)
    read = list(read_documents([str(file)], options=DocumentOptions()))
    held |= any(asked in (one.article_id, one.url, one.digest) for one in read for asked in articles)
    if held:
        return "holds it" if len(read) <= 1 else "holds it beside other reports: take its line out by hand"
    unsearched = next((where for where, _ in parts if where.startswith(CANNOT)), "")
    return f"look at it by hand: {unsearched}" if unsearched and not names.is_empty else ""
