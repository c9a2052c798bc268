"""docs/security.md names only what exists, and the package does nothing risky that the page does not name."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gauntlet.__main__ import MODULES, cases_of
from timeline.dataset import files
from timeline.dataset import read as reading
from timeline.readers import json_line, yaml
from timeline.records import limits

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "timeline"
PAGES = {name: (REPOSITORY / name).read_text("utf-8") for name in ("docs/security.md", "SECURITY.md")}
CASES = {case.name for module in MODULES for case in cases_of(module)}
PARTS = ["Terminal", "YAML and other files that are read", "Outputs and paths"]
PARTS += ["Processes and disk", "Scale", "Supply chain"]
_A_CASE = re.compile(r"[TYXPS]\d+(?:\.\d)?")
_ABSENT = re.compile(r"there is no such (?:feature|output|option)")

TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
NODES = [(name, node) for name, tree in TREES.items() for node in ast.walk(tree)]
CALLS = [(name, node) for name, node in NODES if isinstance(node, ast.Call)]

CODE = {"pickle", "marshal", "shelve", "dill", "ctypes", "code", "runpy"}
NETWORK = {"asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket"}
NETWORK |= {"socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc"}
BUILT_IN = {"eval", "exec", "compile", "__import__", "breakpoint", "input", "print"}
SHELLS = re.compile(r"os\.(?:system|popen|exec\w+|spawn\w+|posix_spawn\w*|fork\w*)|pty\.\w+")


def named(page: str) -> Iterator[str]:
    """What is between backquotes."""
    return (match[1] for match in re.finditer(r"`([^`\n]+)`", page))


def rows() -> Iterator[tuple[str, str, str]]:
    """The rows of all tables: threat, what we do, shown by."""
    for line in PAGES["docs/security.md"].splitlines():
        if line.startswith("| ") and not line.startswith(("| threat |", "| --- |")):
            threat, rule, shown = (cell.strip() for cell in line.strip("|").split(" | "))
            yield threat, rule, shown


def pytest_ids(page: str) -> list[str]:
    return [one for one in named(page) if one.startswith("tests/")]


def is_a_test(name: str) -> bool:
    """Whether there is such a file or folder, with such a function where one is named."""
    file, _, function = name.partition("::")
    path = REPOSITORY / file
    if not function or not path.is_file():
        return not function and path.exists()
    functions = (
        one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.FunctionDef)
    )
    return function in {one.name for one in functions}


def test_the_page_has_the_six_parts_of_the_list_of_threats() -> None:
    found = re.findall(r"^## (\d)\. (.+)$", PAGES["docs/security.md"], re.MULTILINE)
    assert found == [(str(number), part) for number, part in enumerate(PARTS, 1)]
    assert len([*rows()]) > 60


@pytest.mark.parametrize("name", PAGES)
def test_every_case_that_is_named_is_in_the_gauntlet(name: str) -> None:
    cases = [one for one in named(PAGES[name]) if _A_CASE.fullmatch(one)]
    assert [one for one in cases if one not in CASES] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_test_that_is_named_is_there(name: str) -> None:
    assert [one for one in pytest_ids(PAGES[name]) if not is_a_test(one)] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_module_and_page_that_is_named_is_there(name: str) -> None:
    text = PAGES[name]
    modules = [one for one in named(text) if one.endswith(".py") and not one.startswith("tests/")]
    assert [one for one in modules if one not in TREES] == []
    links = re.findall(r"\]\(([\w./-]+)\)", text)
    assert [one for one in links if not (REPOSITORY / name).parent.joinpath(one).is_file()] == []
    scripts = re.findall(r"bash (\.ci/\w+)", text)
    assert [one for one in scripts if not (REPOSITORY / one).is_file()] == []


@pytest.mark.parametrize(("threat", "rule", "shown"), [*rows()], ids=lambda cell: cell[:40])
def test_a_row_names_a_test_or_says_that_there_is_no_such_feature(threat: str, rule: str, shown: str) -> None:
    cases = [one for one in named(shown) if _A_CASE.fullmatch(one)]
    assert cases or pytest_ids(shown) or _ABSENT.search(rule), threat


def test_a_claim_without_its_test_is_seen() -> None:
    assert {"T01", "Y08", "P806"} <= CASES
    assert not is_a_test("tests/test_security.py::test_nothing")
    assert not is_a_test("tests/test_nothing.py")
    assert _ABSENT.search("HTML: there is no such output.")


def test_the_limits_that_are_promised_are_those_of_the_code() -> None:
    promised = PAGES["SECURITY.md"]
    assert f"{files.LIMIT >> 20} MiB for a file of records" in promised
    assert f"{reading.TEXT_LIMIT >> 20} MiB for a stored text" in promised
    assert f"{limits.MAX_LIST_ENTRIES:,} members" in promised
    assert f"{yaml.MAX_DEPTH} levels" in promised
    assert f"{yaml.MAX_RECORDS:,} records for a file of YAML" in promised
    assert yaml.MAX_DEPTH == json_line.MAX_DEPTH


def imported(node: ast.AST) -> set[str]:
    """The top packages that an import names."""
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {str(node.module).partition(".")[0]}
    return set()


def test_nothing_that_is_read_becomes_code() -> None:
    """tests/test_structure.py looks for asserts, which are not checks either."""
    assert [(name, found) for name, node in NODES if (found := imported(node) & CODE)] == []
    called = [(name, ast.unparse(call.func)) for name, call in CALLS]
    assert [one for one in called if one[1] in BUILT_IN] == []
    loading = re.compile(r"(?:yaml|json_?lib)\.(?:\w*load_all|full_load|unsafe_load|safe_load)|yaml\.load")
    assert [one for one in called if loading.fullmatch(one[1])] == []


def test_only_the_pager_is_started() -> None:
    starting = {name for name, node in NODES if "subprocess" in imported(node)}
    assert starting == {"cli/output.py"}
    called = [(name, ast.unparse(call.func)) for name, call in CALLS]
    assert [one for one in called if SHELLS.fullmatch(one[1])] == []
    words = [(name, word.arg) for name, call in CALLS for word in call.keywords]
    assert [one for one in words if one[1] == "shell"] == []


def test_nothing_imports_the_network() -> None:
    assert [(name, found) for name, node in NODES if (found := imported(node) & NETWORK)] == []


def test_one_module_prints() -> None:
    """Besides it: the progress line, and the version, which is our own text."""
    streams = {"sys.stdout.write", "sys.stderr.write", "sys.stdout.writelines", "sys.stderr.writelines"}
    writing = {name for name, call in CALLS if ast.unparse(call.func) in streams}
    assert writing == {"cli/output.py"}
    echoing = {name for name, call in CALLS if re.fullmatch(r"typer\.(?:echo|secho)", ast.unparse(call.func))}
    assert echoing == {"cli/app.py"}
    consoles = {name for name, call in CALLS if ast.unparse(call.func) == "Console"}
    assert consoles == {"cli/output.py"}


def test_one_module_writes_files_besides_the_cache() -> None:
    """The third only wraps stdout."""
    writing = {
        name
        for name, call in CALLS
        if re.search(r"\.write_(?:text|bytes)$", ast.unparse(call.func))
        or (re.search(r"(?:^|\.)open$", ast.unparse(call.func)) and any(map(writes, call.args)))
    }
    assert writing == {"dataset/files.py", "cache/manifest.py", "cli/main.py"}
    databases = {name for name, call in CALLS if ast.unparse(call.func) == "sqlite3.connect"}
    # checks/facts.py keeps what does not fit into memory in a temporary database of SQLite.
    assert {name.partition("/")[0] for name in databases} == {"cache", "checks", "store"}


def writes(argument: ast.expr) -> bool:
    """Whether it is a mode or a flag of opening for writing."""
    text = ast.unparse(argument)
    mode = isinstance(argument, ast.Constant) and re.fullmatch(r"'\w?[wax]\w?\+?'|'r\w?\+\w?'", text)
    return bool(mode) or "O_CREAT" in text or "O_TRUNC" in text


LOCKED: dict[str, dict[str, Any]] = {
    one["name"]: one for one in tomllib.loads((REPOSITORY / "uv.lock").read_text("utf-8"))["package"]
}


def test_the_lock_has_a_hash_for_every_file() -> None:
    published = {name: one for name, one in LOCKED.items() if "editable" not in one["source"]}
    assert len(published) == len(LOCKED) - 1
    for name, one in published.items():
        packed = [*one.get("wheels", []), *([one["sdist"]] if "sdist" in one else [])]
        assert packed, name
        assert [file["url"] for file in packed if not file.get("hash", "").startswith("sha256:")] == [], name


def test_a_user_gets_at_most_eighteen_packages() -> None:
    """One of them on Windows only."""
    found: set[str] = set()
    left = ["geopolitical-timeline"]
    while left:
        wanted = {one["name"] for one in LOCKED[left.pop()].get("dependencies", [])}
        left += wanted - found
        found |= wanted
    assert {"typer", "pydantic", "pyyaml"} < found
    assert len(found) <= 18
