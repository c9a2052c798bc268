"""The plan of the house, as tests: small rooms, clear doors, and names that say something."""

import ast
import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from timeline.version import VERSION

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "timeline"
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
TEXTS = {
    file.relative_to(REPOSITORY).as_posix(): file.read_text("utf-8") for file in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(text) for name, text in TEXTS.items()}
NODES = [(name, node) for name, tree in TREES.items() for node in ast.walk(tree)]
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "shared", "tools"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_rooms_are_found() -> None:
    assert {"timeline/cli/list.py", "timeline/dates/parse.py", "timeline/query.py"} <= set(TEXTS)


def test_a_file_has_at_most_300_lines() -> None:
    lengths = {name: len(text.splitlines()) for name, text in TEXTS.items()}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_a_function_has_at_most_40_lines_besides_its_parameters() -> None:
    """The options of a command are its parameters: they are a table, and no code."""
    lengths = {
        f"{name}:{one.name}": (one.end_lineno or 0) - one.body[0].lineno + 1
        for name, tree in TREES.items()
        for one in functions(tree)
    }
    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_every_room_has_a_name_that_says_something() -> None:
    assert [name for name in TEXTS if SAYS_NOTHING & set(name.removesuffix(".py").split("/"))] == []


def test_every_room_says_on_top_what_it_is_for() -> None:
    assert [name for name, tree in TREES.items() if not ast.get_docstring(tree)] == []


def test_nothing_below_the_command_line_prints_exits_or_reads_the_environment() -> None:
    doors = {"print", "input", "exit", "quit", "sys.exit", "os._exit", "os.environ", "os.getenv"}
    doors |= {"sys.stdout", "sys.stderr", "sys.stdin", "sys.argv"}
    used = [
        f"{name}:{node.lineno}: {ast.unparse(node)}"
        for name, node in NODES
        if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in doors
    ]
    assert [use for use in used if not use.startswith("timeline/cli/")] == []
    assert any(": sys.stdout" in use for use in used)


def test_an_import_inside_a_function_is_a_listed_seam() -> None:
    """It hides a circle, unless a comment on its line says that it is a seam: whom it spares what."""
    inside = {
        f"{name}:{node.lineno}": TEXTS[name].splitlines()[node.lineno - 1]
        for name, tree in TREES.items()
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert inside
    assert {place: line for place, line in inside.items() if not re.search(r"#.*\bseam\b", line)} == {}


def test_no_assert_stands_where_a_check_is_meant() -> None:
    """`python -O` takes every assert out."""
    assert [f"{name}:{node.lineno}" for name, node in NODES if isinstance(node, ast.Assert)] == []


def test_there_is_one_version() -> None:
    hatch = PROJECT["tool"]["hatch"]["version"]
    found = re.search(hatch["pattern"], (REPOSITORY / hatch["path"]).read_text("utf-8"))
    assert found is not None
    assert found["version"] == VERSION == importlib.metadata.version(PROJECT["project"]["name"])
    assert "version" in PROJECT["project"]["dynamic"]


def test_the_wheel_carries_the_built_in_dataset_and_what_the_package_reads() -> None:
    carried = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert (carried["data"], carried["seeds"]) == ("timeline/builtin/data", "timeline/builtin/seeds")
    assert [name for name in carried if not (REPOSITORY / name).exists()] == []
    assert (REPOSITORY / "data" / "events.yaml").is_file()
    assert len(list((REPOSITORY / "seeds").glob("*.txt"))) == 3
    packaged = ["world/countries.yaml", "world/groups.yaml", "template/data/events.yaml", "py.typed"]
    assert [name for name in packaged if not (PACKAGE / name).is_file()] == []


def test_every_room_stands_on_a_floor() -> None:
    """A room that the import floors do not name could import anything."""
    (contract,) = [one for one in PROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    named = {room.strip() for floor in contract["layers"] for room in floor.split("|")}
    rooms = [file.stem for file in PACKAGE.glob("*.py") if file.stem != "__init__"]
    rooms += [file.parent.name for file in PACKAGE.glob("*/__init__.py")]
    assert {f"timeline.{room}" for room in rooms} == named


def test_every_package_is_imported_where_it_may_be() -> None:
    """Design, section 7."""
    allowed = {
        "typer": ("timeline/cli/",),
        "pydantic": ("timeline/records/", "timeline/cli/schema.py", "timeline/loading/strangers.py"),
        "yaml": ("timeline/readers/",),
        "rapidfuzz": ("timeline/anchors/",),
        "platformdirs": ("timeline/loading/",),
        "rich": ("timeline/cli/", "timeline/writers/"),
    }
    imports = [(name, package) for name, tree in TREES.items() for package in imported(tree)]
    assert set(allowed) <= {package for _, package in imports}
    strangers = [one for one in imports if not one[0].startswith(allowed.get(one[1], ("",)))]
    assert strangers == []


def imported(tree: ast.Module) -> Iterator[str]:
    """The top packages that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
