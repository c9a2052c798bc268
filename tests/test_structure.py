"""The structure of the code: layers, circles, sizes, public names, and what may be imported where."""

import ast
import importlib.metadata
import re
import statistics
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from timeline.version import VERSION

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "timeline"
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
TEXTS = {
    file.relative_to(REPOSITORY).as_posix(): file.read_text("utf-8") for file in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(text) for name, text in TEXTS.items()}
NODES = [(name, node) for name, tree in TREES.items() for node in ast.walk(tree)]
MODULES = {name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name for name in TEXTS}
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "shared", "tools"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def lengths() -> dict[str, int]:
    """The lines of each module; an `__init__` is a table of names."""
    return {name: len(text.splitlines()) for name, text in TEXTS.items() if not name.endswith("__init__.py")}


def imports(module: str) -> Iterator[tuple[str, str]]:
    """The modules of this project that a module imports, anywhere in it, with the name that it takes. Modules
    that it names in a string, to import them later, count; imports for type checking only do not.
    """
    tree = TREES[MODULES[module]]
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("timeline"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner, "") if inner in MODULES else (node.module, alias.name)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.Constant) and node.value in MODULES and node.value != "timeline":
            yield str(node.value), ""


def test_the_modules_are_found() -> None:
    assert {"timeline/cli/app.py", "timeline/query.py", "timeline/store/select.py"} <= set(TEXTS)


def test_files_have_the_right_grain() -> None:
    sizes = lengths()
    assert {name: size for name, size in sizes.items() if size > 350} == {}
    assert 90 <= statistics.mean(sizes.values()) <= 200
    small = [name for name, size in sizes.items() if size < 40]
    assert len(small) <= len(sizes) / 10, small


def test_functions_are_short() -> None:
    sizes = sorted(length(function) for tree in TREES.values() for function in functions(tree))
    assert statistics.median(sizes) <= 8
    assert sizes[int(0.9 * len(sizes))] <= 20


def test_a_function_has_at_most_40_lines() -> None:
    sizes = {
        f"{name}:{function.name}": length(function)
        for name, tree in TREES.items()
        for function in functions(tree)
    }
    assert {name: size for name, size in sizes.items() if size > 40} == {}


def test_a_function_has_at_most_5_parameters() -> None:
    """Besides `self` and `cls`. The options of a command are its parameters."""
    wrong: list[str] = []
    for name, tree in TREES.items():
        for function in functions(tree):
            given = function.args
            parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs]
            count = sum(parameter.arg not in ("self", "cls") for parameter in parameters)
            command = any(ast.unparse(decorator).startswith("app.") for decorator in function.decorator_list)
            if count > 5 and not command:
                wrong.append(f"{name}:{function.name} has {count}")
    assert wrong == []


def test_public_functions_have_docstrings() -> None:
    public = [
        function
        for tree in TREES.values()
        for function in functions(tree)
        if not function.name.startswith("_")
    ]
    assert sum(bool(ast.get_docstring(function)) for function in public) >= 0.8 * len(public)


def test_every_module_has_a_docstring_and_a_name_that_says_something() -> None:
    assert [name for name, tree in TREES.items() if not ast.get_docstring(tree)] == []
    assert [name for name in TEXTS if VAGUE & set(name.removesuffix(".py").split("/"))] == []


def test_imports_are_absolute() -> None:
    """The tests below read absolute imports."""
    relative = [name for name, node in NODES if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []


def test_there_is_no_import_cycle() -> None:
    """Not between packages, not inside a package, and not through imports in functions."""
    graph = {module: {target for target, _ in imports(module)} - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


ONE_PER_ROW = ("timeline/cli/commands/", "timeline/exporters/", "timeline/screens/")
"""A command, a format or a screen has a module of its own, however small."""


def test_a_small_module_has_more_than_one_importer() -> None:
    """A module under 40 lines that only one other module imports is a part of that one."""
    importers: dict[str, set[str]] = defaultdict(set)
    for module in MODULES:
        for target, _ in imports(module):
            importers[target].add(module)
    small = {name for name, size in lengths().items() if size < 40 and not name.startswith(ONE_PER_ROW)}
    alone = {name for module, name in MODULES.items() if name in small and len(importers[module]) == 1}
    assert alone == set()


def test_other_packages_use_public_names_only() -> None:
    """A public name is in `__all__` of the package, or its module is listed there."""
    wrong: list[str] = []
    for module in MODULES:
        for target, name in imports(module):
            package = ".".join(target.split(".")[:2])
            if module.startswith(f"{package}.") or module == package or target.count(".") < 2:
                continue
            inside = target.split(".")[2]
            if inside not in public_names(package) or name.startswith("_"):
                wrong.append(f"{module} imports {target} {name}")
    assert wrong == []


def test_every_package_lists_its_public_names() -> None:
    """In `__all__`: names that it defines or imports, or modules of it. Commands are listed in `cli.app`."""
    for module, name in MODULES.items():
        if not name.endswith("__init__.py") or module == "timeline.cli.commands":
            continue
        assert public_names(module), f"{name} has no __all__"
        known = defined(TREES[name]) | {
            inner.rpartition(".")[2] for inner in MODULES if in_package(inner, module)
        }
        assert public_names(module) <= known, name


def in_package(inner: str, package: str) -> bool:
    return inner.rpartition(".")[0] == package


def defined(tree: ast.Module) -> set[str]:
    """The names that a module binds: by a definition, an assignment or an import."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, Function | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return names


def public_names(package: str) -> set[str]:
    """What `__all__` of a package lists."""
    tree = TREES[MODULES[package]]
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def test_only_the_command_line_prints_exits_or_reads_the_environment() -> None:
    reserved = {"print", "input", "exit", "quit", "sys.exit", "os._exit", "os.environ", "os.getenv"}
    reserved |= {"sys.stdout", "sys.stderr", "sys.stdin", "sys.argv"}
    used = [
        f"{name}:{node.lineno}: {ast.unparse(node)}"
        for name, node in NODES
        if isinstance(node, ast.Attribute | ast.Name)
        and isinstance(node.ctx, ast.Load)  # a key or a parameter may have such a name
        and ast.unparse(node) in reserved
    ]
    used += [
        f"{name}:{node.lineno}: {node.module}.{alias.name}"
        for name, node in NODES
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if f"{node.module}.{alias.name}" in reserved
    ]
    assert [use for use in used if not use.startswith("timeline/cli/")] == []
    assert any(": sys.stdout" in use for use in used)


def test_an_import_inside_a_function_says_why() -> None:
    """A comment on its line gives the reason why it is imported late."""
    inside = {
        f"{name}:{node.lineno}": TEXTS[name].splitlines()[node.lineno - 1]
        for name, tree in TREES.items()
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert inside
    assert {place: line for place, line in inside.items() if not re.search(r"#(?: \S+){3}", line)} == {}
    assert {place: line for place, line in inside.items() if re.search(r"\bseam\b", line)} == {}


def test_no_assert_is_used_as_a_check() -> None:
    """`python -O` removes every assert."""
    asserts = [f"{name}:{node.lineno}" for name, node in NODES if isinstance(node, ast.Assert)]
    assert asserts == []


def test_there_is_one_version() -> None:
    hatch = PROJECT["tool"]["hatch"]["version"]
    found = re.search(hatch["pattern"], (REPOSITORY / hatch["path"]).read_text("utf-8"))
    assert found is not None
    assert found["version"] == VERSION == importlib.metadata.version(PROJECT["project"]["name"])
    assert "version" in PROJECT["project"]["dynamic"]


def test_the_wheel_has_the_built_in_dataset_and_what_the_package_reads() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert (included["data"], included["seeds"]) == ("timeline/builtin/data", "timeline/builtin/seeds")
    assert [name for name in included if not (REPOSITORY / name).exists()] == []
    packaged = ["actors/world/countries.yaml", "actors/world/groups.yaml"]
    packaged += ["template/data/events.yaml", "py.typed"]
    assert [name for name in packaged if not (PACKAGE / name).is_file()] == []


def test_every_package_is_in_a_layer() -> None:
    """A package that the contract does not name could import anything."""
    (contract,) = [one for one in PROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]
    named = {package.strip() for layer in contract["layers"] for package in layer.split("|")}
    packages = [file.stem for file in PACKAGE.glob("*.py") if file.stem != "__init__"]
    packages += [file.parent.name for file in PACKAGE.glob("*/__init__.py")]
    assert {f"timeline.{package}" for package in packages} == named


def test_dependencies_are_imported_where_they_may_be() -> None:
    allowed = {
        "typer": ("timeline/cli/",),
        "pydantic": ("timeline/records/", "timeline/reports/", "timeline/store/untrusted.py"),
        "yaml": ("timeline/readers/",),
        "rapidfuzz": ("timeline/quotes/",),
        "platformdirs": ("timeline/cache/",),
        "dateutil": ("timeline/dates/",),
        "rich": ("timeline/cli/", "timeline/screens/"),
    }
    found = [(name, package) for name, tree in TREES.items() for package in imported(tree)]
    assert set(allowed) <= {package for _, package in found}
    assert [pair for pair in found if not pair[0].startswith(allowed.get(pair[1], ("",)))] == []


def imported(tree: ast.Module) -> Iterator[str]:
    """The top packages that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
