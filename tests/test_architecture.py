"""The arrows of the house: who may import whom, read off the syntax tree, imports inside functions included."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "sayso"

MAY_IMPORT: dict[str, set[str]] = {
    "version": set(),
    "errors": set(),
    "settings": {"version"},
    "model": set(),
    "knowledge": {"model"},
    "language": {"model", "knowledge"},
    "gazetteer": {"model", "errors", "version", "knowledge"},
    "documents": {"model", "errors", "knowledge"},
    "reading": {"model"},
    "mentions": {"model", "knowledge", "language", "gazetteer"},
    "claims": {"model", "knowledge", "language", "gazetteer", "reading"},
    "ledger": {"model", "knowledge", "language", "gazetteer"},
    "situation": {"model", "knowledge", "gazetteer"},
    "outputs": {"model", "knowledge", "gazetteer"},
    "reviews": {"model", "errors"},
    "desk": {"model", "outputs", "reviews"},
    "store": {"model", "errors"},
    "pipeline": {"model", "version", "language", "gazetteer", "documents", "mentions", "reading", "claims", "reviews", "ledger", "situation"},
    "filing": {"model", "errors", "version", "knowledge", "gazetteer", "reviews", "ledger", "situation", "store", "pipeline"},
    "cli": {
        "model", "errors", "version", "settings", "knowledge", "gazetteer", "documents", "reviews", "outputs", "desk", "store", "pipeline", "filing",
    },
    "__init__": {"model", "errors", "version", "settings", "gazetteer", "documents", "pipeline"},
    "__main__": {"cli"},
}
"""Exactly the arrows that are drawn; a new one is drawn here and in docs/architecture.md first."""

CLOCK = {("datetime", "now"), ("datetime", "today"), ("date", "today"), ("datetime", "utcnow"), ("time", "time")}
MAY_ASK_CLOCK = {"cli"}


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[0]


def imports_of(path: Path) -> set[str]:
    """Rooms of sayso that a module imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{a.name}" for a in node.names] if node.module == "sayso" else [node.module]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        else:
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
            continue
        for name in names:
            if name == "sayso" or name.startswith("sayso.__"):
                found.add("__init__")
            elif name.startswith("sayso."):
                found.add(name.split(".")[1])
    return found


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_no_arrow_is_allowed_that_nobody_uses(room: str) -> None:
    used = set().union(*(imports_of(path) for path in MODULES if room_of(path) == room))
    assert MAY_IMPORT[room] - used == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_follow_the_arrows(path: Path) -> None:
    room = room_of(path)
    assert room in MAY_IMPORT, f"a new room {room}: draw its arrows in docs/architecture.md and here"
    assert imports_of(path) - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    assert text.count("\n") <= 300
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 40
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_front_doors_ask_the_clock(path: Path) -> None:
    asked = {
        (node.value.id, node.attr)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert room_of(path) in MAY_ASK_CLOCK or not asked & CLOCK


def test_the_only_sql_is_in_the_store_and_the_gazetteer() -> None:
    users = {room_of(p) for p in MODULES if "import sqlalchemy" in (t := p.read_text(encoding="utf8")) or "from sqlalchemy" in t or "import sqlite3" in t}
    assert users <= {"store", "gazetteer"}


def test_broad_excepts_stand_around_one_article_as_it_is_taken_apart_read_and_filed() -> None:
    broad = [
        str(p.relative_to(SOURCE))
        for p in MODULES
        for node in ast.walk(ast.parse(p.read_text(encoding="utf8")))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
    ]
    assert sorted(broad) == ["documents/guarded.py", "filing/filer.py", "pipeline.py"]


def test_no_file_is_named_for_nothing() -> None:
    vague = {"util", "utils", "helper", "helpers", "common", "core", "base", "misc", "manager", "handler"}
    assert [p for p in MODULES if p.stem in vague] == []


def test_no_import_cycles() -> None:
    graph = {
        p: {q for q in MODULES if ".".join(("sayso", *q.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__") in named} for p in MODULES for named in (_modules(p),)
    }
    done: set[Path] = set()

    def visit(module: Path, path: tuple[Path, ...]) -> None:
        assert module not in path, f"cycle: {[str(x.relative_to(SOURCE)) for x in (*path, module)]}"
        if module not in done:
            for other in sorted(graph[module] - {module}):
                visit(other, (*path, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())


def _modules(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{a.name}" for a in node.names}
        elif isinstance(node, ast.Import):
            names |= {a.name for a in node.names}
    return names - {"sayso"}
