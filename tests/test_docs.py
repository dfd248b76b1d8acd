"""The documents say what the program does: commands, rooms, terms, fields, figures, links."""

import importlib
import inspect
import json
import pkgutil
import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest
import typer

import sayso.model
from evals.__main__ import FLOORS, read_floors
from evals.questions import QUESTIONS
from evals.table import BEGIN, END, write_table
from sayso.cli.app import make_app
from sayso.model import vocabulary
from sayso.outputs.exports import EXPORTS

REPOSITORY = Path(__file__).parents[1]
DOCS = REPOSITORY / "docs"
PAGES = sorted([*REPOSITORY.glob("*.md"), *DOCS.glob("*.md"), REPOSITORY / "evals" / "NOTES.md", *REPOSITORY.glob("examples/*/README.md")])


def read_page(path: Path) -> str:
    return path.read_text(encoding="utf8")


def commands(group: Any, path: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Every command with its long options."""
    if not hasattr(group, "commands"):
        return {" ".join(("sayso", *path)): [o for p in group.params for o in p.opts if o.startswith("--") and o != "--help"]}
    return {name: options for part, command in group.commands.items() for name, options in commands(command, (*path, part)).items()}


COMMANDS = commands(typer.main.get_command(make_app()))


def section_of(command: str) -> str:
    """The text below the heading of commands.md that names the command or its group."""
    sections = re.split(r"^## ", read_page(DOCS / "commands.md"), flags=re.MULTILINE)
    group = " ".join(command.split()[:2])
    return next((text for text in sections if f"`{group}`" in text.splitlines()[0]), "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str) -> None:
    section = section_of(command)
    assert command in section
    assert [option for option in COMMANDS[command] if option not in section] == []


def test_no_command_or_option_is_documented_that_does_not_exist() -> None:
    page = read_page(DOCS / "commands.md")
    told = {f"sayso {words}" for words in re.findall(r"`sayso ([a-z]+(?: [a-z]+)?)", page)}
    groups = {" ".join(command.split()[:2]) for command in COMMANDS}
    assert told - set(COMMANDS) - groups == set()
    known = {option for options in COMMANDS.values() for option in options} | {"--help", "--version"}
    assert set(re.findall(r"--[a-z-]+", re.sub(r"\| --- .*", "", page))) - known == set()


def test_every_export_format_is_documented() -> None:
    assert [name for name in EXPORTS if f"`{name}`" not in section_of("sayso export")] == []


def test_every_command_of_the_readme_exists() -> None:
    page = read_page(REPOSITORY / "README.md")
    groups = {command.split()[1] for command in COMMANDS}
    assert set(re.findall(r"^sayso ([a-z]+)|`sayso ([a-z]+)", page, flags=re.MULTILINE)) != set()
    assert {a or b for a, b in re.findall(r"^sayso ([a-z]+)|`sayso ([a-z]+)", page, flags=re.MULTILINE)} <= groups


def test_the_library_example_of_the_readme_runs(
    small_gazetteer_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYSO_GAZETTEER", str(small_gazetteer_path))
    monkeypatch.chdir(REPOSITORY)
    (example,) = re.findall(r"```python\n(.*?)```", read_page(REPOSITORY / "README.md"), flags=re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert "control | " in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(REPOSITORY)))
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read_page(REPOSITORY / "Makefile"), flags=re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", read_page(page), flags=re.MULTILINE)) <= targets


def test_the_checks_run_what_the_readme_says() -> None:
    page, checks = read_page(REPOSITORY / "README.md"), read_page(REPOSITORY / ".ci" / "run")
    for target in ("demo", "test", "test-slow", "package", "evals"):
        assert f"make {target}" in page
        assert f"check {target}\n" in checks


@pytest.mark.parametrize("room", sorted(p.name for p in (REPOSITORY / "src" / "sayso").iterdir() if (p / "__init__.py").is_file()))
def test_every_room_is_in_the_architecture(room: str) -> None:
    assert f"| `{room}/` |" in read_page(DOCS / "architecture.md")


@pytest.mark.parametrize(
    ("file", "page"),
    [
        (f, p)
        for p in PAGES
        for f in sorted(set(re.findall(r"`((?:src|docs|evals|training|tools|tests|examples)/[\w./-]+)`", read_page(p))))
    ],
)
def test_every_file_that_is_named_exists(file: str, page: Path) -> None:
    assert (REPOSITORY / file).exists(), page


@pytest.mark.parametrize("module", sorted(set(re.findall(r"`((?:\w+/)+\w+\.py)`", read_page(DOCS / "architecture.md")))))
def test_every_module_of_the_architecture_exists(module: str) -> None:
    assert any((root / module).is_file() for root in (REPOSITORY, REPOSITORY / "src" / "sayso"))


TERMS = {name: get_args(listed) for name, listed in vars(vocabulary).items() if get_origin(listed) is Literal}


@pytest.mark.parametrize("name", TERMS)
def test_every_term_of_the_vocabulary_is_in_the_glossary(name: str) -> None:
    glossary = read_page(DOCS / "glossary.md")
    assert [term for term in TERMS[name] if f"`{term}`" not in glossary] == []


def nouns() -> list[type[msgspec.Struct]]:
    modules = [importlib.import_module(f"sayso.model.{m.name}") for m in pkgutil.iter_modules(sayso.model.__path__)]
    found = [
        c for m in modules for c in vars(m).values() if inspect.isclass(c) and issubclass(c, msgspec.Struct) and c.__module__ == m.__name__
    ]
    return sorted(found, key=lambda c: c.__name__)


def model_sections() -> dict[str, str]:
    parts = re.split(r"^### (\w+)$", re.split(r"^## The weights", read_page(DOCS / "model.md"), flags=re.MULTILINE)[0], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("noun", nouns(), ids=lambda c: c.__name__)
def test_every_noun_is_told_field_by_field(noun: type[msgspec.Struct]) -> None:
    section = model_sections()[noun.__name__]
    assert [field for field in noun.__struct_fields__ if f"`{field}`" not in section] == []


def test_no_noun_is_told_that_does_not_exist() -> None:
    assert set(model_sections()) == {noun.__name__ for noun in nouns()}


def test_the_card_tells_of_the_weights_that_ship() -> None:
    made = json.loads((REPOSITORY / "src/sayso/reading/data/made_with.json").read_bytes())
    card = read_page(DOCS / "model-card.md")
    told = [f"{texts:,} texts of {corpus}" for corpus, texts in made["texts"].items()]
    told += [f"{made['claims']:,} claims", f"seed {made['seed']}", f"{made['layers']} layers", made["encoder"]]
    assert [words for words in told if words not in card] == []


def test_the_figures_of_the_readme_are_those_of_the_floors() -> None:
    page = read_page(REPOSITORY / "README.md")
    assert page.split(BEGIN)[1].split(END)[0].strip() == write_table(QUESTIONS, read_floors(FLOORS))


def anchors(page: Path) -> set[str]:
    """Anchors of headings as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", read_page(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


LINKS = [(page, link) for page in PAGES for link in re.findall(r"\]\(([^)\s]+)\)", read_page(page)) if not re.match(r"[a-z]+:", link)]


@pytest.mark.parametrize(("page", "link"), LINKS, ids=lambda x: x if isinstance(x, str) else str(x.relative_to(REPOSITORY)))
def test_every_link_leads_somewhere(page: Path, link: str) -> None:
    file, _, anchor = link.partition("#")
    target = (page.parent / file).resolve() if file else page
    assert target.exists()
    assert not anchor or anchor in anchors(target)
