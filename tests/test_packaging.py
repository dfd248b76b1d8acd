"""What a plain install gets: the data files beside the code, dependencies that are used, locks that name no host."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
SOURCE = REPOSITORY / "src"
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf8"))
NEEDED_BY_ANOTHER = {"lxml-html-clean": "trafilatura imports it by way of jusText, whose extra of lxml older versions of pip miss"}
LOCKS = ("requirements.lock", "requirements-dev.lock")


def plain_name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].replace("_", "-").lower()


def locked(lock: str) -> dict[str, str]:
    """Every requirement of a lock with its lines."""
    text = (REPOSITORY / lock).read_text(encoding="utf8")
    return {plain_name(block): block for block in re.split(r"^(?=\w)", text, flags=re.MULTILINE) if block.strip()}


DECLARED = {plain_name(requirement) for requirement in PROJECT["project"]["dependencies"]}
OPTIONAL = {plain_name(requirement) for extra in ("postgresql", "encryption") for requirement in PROJECT["project"]["optional-dependencies"][extra]}
CALLED_BY_ANOTHER = {"psycopg": "SQLAlchemy imports it for addresses of PostgreSQL"}
DEVELOPMENT = {plain_name(requirement) for requirement in PROJECT["project"]["optional-dependencies"]["dev"]}


def imported() -> set[str]:
    """Distributions that the package imports, apart from Python's own and itself."""
    roots: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if isinstance(node, ast.Import):
                roots |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                roots.add(node.module.split(".")[0])
    known = packages_distributions()
    return {plain_name(known.get(root, [root])[0]) for root in roots - set(sys.stdlib_module_names) - {"sayso"}}


def test_what_is_declared_is_imported_and_what_is_imported_is_declared() -> None:
    assert imported() == (DECLARED | OPTIONAL) - NEEDED_BY_ANOTHER.keys() - CALLED_BY_ANOTHER.keys()


def test_what_is_optional_is_there_for_the_tests() -> None:
    assert OPTIONAL <= DEVELOPMENT
    assert set() == OPTIONAL & DECLARED


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_every_dependency_pinned_with_hashes(lock: str) -> None:
    blocks = locked(lock)
    assert blocks.keys() >= DECLARED
    assert [name for name, block in blocks.items() if "==" not in block.splitlines()[0] or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock: str) -> None:
    assert re.findall(r"://|index-url|find-links|trusted-host", (REPOSITORY / lock).read_text(encoding="utf8")) == []


def test_development_is_locked_on_the_same_versions() -> None:
    plain, development = locked("requirements.lock"), locked("requirements-dev.lock")
    assert development.keys() >= DEVELOPMENT
    same = plain.keys() & development.keys()
    assert {n: plain[n].splitlines()[0] for n in same} == {n: development[n].splitlines()[0] for n in same}


def test_every_data_file_is_packed() -> None:
    packed: set[Path] = set()
    for package, patterns in PROJECT["tool"]["setuptools"]["package-data"].items():
        folder = SOURCE.joinpath(*package.split("."))
        packed |= {path for pattern in patterns for path in folder.glob(pattern)}
    data = {p for p in (SOURCE / "sayso").rglob("*") if p.is_file() and p.suffix not in {".py", ".pyc"}}
    assert data - packed == set()
