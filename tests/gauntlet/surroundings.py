"""P: no network, no code and no configuration from a received folder, nothing written into it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, want
from .command import as_unknown_user, run, unharmed
from .datasets import make
from .processes import shell
from .shared import Shared

_MODULES = (
    "yaml",
    "rich",
    "typer",
    "pydantic",
    "timeline",
    "json",
    "csv",
    "sitecustomize",
    "usercustomize",
    "rapidfuzz",
    "dateutil",
)
_CONFIG = {
    ".git/config": "[core]\n\tfsmonitor = touch canary\n\tpager = touch canary\n",
    ".env": "TIMELINE_DATASET=/etc\nPAGER=touch canary\n",
    "pyproject.toml": "[tool.timeline]\ndataset = '/etc'\n",
    "setup.cfg": "[timeline]\n",
    "timeline.toml": "dataset = '/etc'\n",
    ".timelinerc": "exec touch canary\n",
    "seeds/.hidden": "x",
    "data/plugin.py": "open('canary', 'w')\n",
    "data/events.picklecache": "cos\nsystem\n(S'touch canary'\ntR.",
}
_BANNED = {"eval", "exec", "print", "compile", "shell=", "pickle", "marshal", "shelve", "dill"}
_ALL = ("list", "show good-one", "check", "search ministers", "why good-one", "actor Japan", "actors", "date yesterday",
        "quote ministers", "sources", "source good", "explain", "schema", "list --format table", "help")  # fmt: skip


def cases() -> Iterator[Case]:
    """Every command, in a folder with each of these."""
    yield Case("P800", "no connection is made by any command", _silent)
    yield Case("P801", "untrusted modules in the current folder", _modules)
    yield Case("P802", "configuration of other tools in the folder", _config)
    yield Case("P803", "nothing outside of the dataset is opened, and nothing is started", _opened)
    yield Case("P804", "a read-only dataset", _read_only)
    yield Case("P805", "init next to existing files, into a link, a file, a full disk", _init)
    yield Case("P806", "the package has no pickle, eval, shell or stray print", _source)


def _silent(folder: Path) -> None:
    make(folder)
    lines = "; ".join(f"$T {verb} >/dev/null 2>&1" for verb in _ALL)
    traced = f"strace -f -qq -o trace -e trace=connect,sendto,socket,bind bash -c '{lines}'"
    result = shell(folder, f"export T; {traced}; true")
    unharmed(result, 0)
    made = [line for line in (folder / "trace").read_text().splitlines() if "AF_INET" in line]
    want(not made, f"a connection: {made[:3]}")


def _received(folder: Path) -> None:
    """A dataset next to untrusted modules and configuration; each leaves another trace if it is executed."""
    make(folder)
    for name in _MODULES:
        (folder / f"{name}.py").write_text("open('imported', 'w').close()\n")
    for name, content in _CONFIG.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)


_RECEIVED = Shared(_received)


def _modules(_: Path) -> None:
    for verb in _ALL:
        unharmed(_RECEIVED.piped(*verb.split()), 0, 1)
        want(not (_RECEIVED.folder / "imported").exists(), f"{verb} imports an untrusted module")


def _config(folder: Path) -> None:
    usual = run(make(folder), "list", "--json").out
    want(_RECEIVED.piped("list", "--json").out == usual, "another answer")
    for verb in _ALL:
        unharmed(_RECEIVED.piped(*verb.split()), 0, 1)
    want(not (_RECEIVED.folder / "canary").exists(), "configuration was used")


def _opened(folder: Path) -> None:
    make(folder / "mine")
    (folder / "other").mkdir()
    (folder / "mine" / "README.md").write_text("x")
    for verb in ("check", "list", "quote ministers"):
        trace = ("strace", "-f", "-qq", "-o", str(folder / "trace"), "-e", "trace=openat,open,execve")
        unharmed(run(folder / "mine", *verb.split(), wrap=trace), 0)
        seen = (folder / "trace").read_text()
        want(seen.count("execve(") == 1, f"{verb} starts a program")
        mine = {
            Path(path).name
            for path in re.findall(rf'"({re.escape(str(folder))}/mine/[^"]*|[a-z]+/[^"/]+)"', seen)
        }
        allowed = {
            "events.yaml",
            "sources.yaml",
            "actors.yaml",
            "good.txt",
            "seeds",
            "data",
            "events",
            "pyvenv.cfg",
        }
        stray = {
            name
            for name in mine
            if name not in allowed and not re.search(r"cache|timeline|\.(db|manifest|tmp)", name)
        }
        want(not stray, f"{verb} opens {stray}")


def _read_only(folder: Path) -> None:
    make(folder / "mine")
    before = sorted(map(str, (folder / "mine").rglob("*")))
    for path in [folder / "mine", *(folder / "mine").rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in (folder, folder.parent):
        path.chmod(0o755)
    unprivileged = as_unknown_user() or ()
    for verb in _ALL:
        unharmed(run(folder, "--dataset", str(folder / "mine"), *verb.split(), wrap=unprivileged), 0, 1)
    want(sorted(map(str, (folder / "mine").rglob("*"))) == before, "something was written into the dataset")


def _init(folder: Path) -> None:
    make(folder / "mine")
    before = (folder / "mine" / "data" / "events.yaml").read_bytes()
    unharmed(run(folder, "init", "mine"), 3)
    want((folder / "mine" / "data" / "events.yaml").read_bytes() == before, "something was overwritten")
    (folder / "file").write_text("x")
    unharmed(run(folder, "init", "file"), 3)
    unharmed(run(folder, "init", "/proc/nothing"), 3)
    (folder / "half").mkdir()
    (folder / "half" / "data").symlink_to("nowhere")
    unharmed(run(folder, "init", "half"), 3)
    unharmed(run(folder, "init", "new"), 0)
    unharmed(run(folder, "--dataset", "new", "check"), 0)


def _source(folder: Path) -> None:
    package = Path(__file__).resolve().parent.parent.parent / "timeline"
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            found = _BANNED & {*_names(node)}
            want(not found, f"{path.name}:{getattr(node, 'lineno', 0)}: {found}")
            want(not isinstance(node, ast.Assert), f"{path.name}: python -O removes an assert")


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield node.func.id
        yield from (f"{word.arg}=" for word in node.keywords if word.arg == "shell")
    elif isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield str(node.module)
