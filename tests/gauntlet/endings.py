"""P: signals, locales, widths, clocks, and the ways to start Python."""

import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from .cases import Case, want
from .command import TIMELINE, as_unknown_user, in_terminal, run, surroundings, unharmed
from .datasets import event, make, quoted
from .looks import plain, safe, squeezed
from .processes import long, shell
from .shared import Shared

_PLACES: dict[str, Mapping[str, str | None]] = {
    "the locale C without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale that is not there": {"LC_ALL": "xx_YY.UTF-8"},
    "no locale": {"LANG": None},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "Latin-1, strict": {"PYTHONIOENCODING": "latin-1:strict"},
    "COLUMNS=0": {"COLUMNS": "0"},
    "COLUMNS=1": {"COLUMNS": "1"},
    "COLUMNS=10": {"COLUMNS": "10"},
    "COLUMNS=abc": {"COLUMNS": "abc"},
    "COLUMNS=-5": {"COLUMNS": "-5"},
    "COLUMNS=1000000": {"COLUMNS": "1000000"},
    "COLUMNS with 5,000 digits": {"COLUMNS": "9" * 5000},
    "COLUMNS in Arabic digits": {"COLUMNS": "\u0668\u0660"},
    "LINES=0": {"LINES": "0"},
    "TERM=dumb": {"TERM": "dumb"},
    "no TERM": {"TERM": None},
    "an unknown TERM": {"TERM": "\x1b[31m"},
    "NO_COLOR": {"NO_COLOR": "1"},
    "FORCE_COLOR": {"FORCE_COLOR": "1"},
    "no HOME": {"HOME": None, "XDG_CACHE_HOME": None},
    "an empty HOME": {"HOME": "", "XDG_CACHE_HOME": ""},
    "a HOME that is a file": {"HOME": "/etc/passwd", "XDG_CACHE_HOME": None},
    "a HOME that is not there": {"HOME": "/nothing/there", "XDG_CACHE_HOME": None},
    "a cache folder that is relative": {"XDG_CACHE_HOME": "relative"},
    "TZ=UTC-12": {"TZ": "UTC-12"},
    "TZ=UTC+14": {"TZ": "UTC+14"},
    "a hostile TZ": {"TZ": "../../../etc/passwd"},
    "PYTHONHASHSEED=1": {"PYTHONHASHSEED": "1"},
    "PYTHONHASHSEED=2": {"PYTHONHASHSEED": "2"},
    "python -O": {"PYTHONOPTIMIZE": "1"},
    "python -OO": {"PYTHONOPTIMIZE": "2"},
    "-W error": {"PYTHONWARNINGS": "error"},
    "-X dev": {"PYTHONDEVMODE": "1"},
    "an empty PATH": {"PATH": ""},
    "nothing at all": dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LANG", "TERM", "COLUMNS")),
    "TIMELINE_DATASET that is empty": {"TIMELINE_DATASET": None},
    "a PAGER that is no program": {"PAGER": "/nothing/there"},
    "a PAGER with a quotation mark": {"PAGER": "less '"},
    "the limit of digits of Python": {"PYTHONINTMAXSTRDIGITS": "640"},
}
_SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def cases() -> Iterator[Case]:
    """Each environment gives the same data; each signal gives its exit code and leaves no files."""
    for number, (what, env) in enumerate(_PLACES.items()):
        yield Case(f"P5{number:02}", what, _same(env))
    for sent, code in _SIGNALS.items():
        yield Case(f"P6{sent:02}", f"{sent.name} while a file is written", _stopped(sent, code))
        yield Case(f"P62{sent:02}", f"{sent.name} while standard input is awaited", _awaiting(sent, code))
    yield Case("P650", "a user without an entry in the password file", _unknown_user)
    yield Case("P651", "the current folder was deleted", _gone)
    yield Case("P652", "PAGER is not run by a shell", _pager)
    yield Case("P653", "the pager gets only safe text", _less)
    yield Case("P654", "three widths show all of a title", _widths)
    yield Case("P655", "a file that changes while it is read", _changing)
    yield Case("P656", "no more descriptors", lambda folder: _short_of(folder, "ulimit -n 8"))
    yield Case("P657", "help explains the exit codes", _exit_codes)


_ODD = event("odd", title=quoted("caf\u00e9 \u2013 \u65e5\u672c"))
_USUAL = Shared(lambda folder: make(folder, _ODD))
"""In the usual environment."""
_OF_SCREENS = {"COLUMNS", "LINES", "TERM", "NO_COLOR", "FORCE_COLOR"}
_OF_FOLDERS = {"HOME", "XDG_CACHE_HOME", "TZ", "PATH", "PAGER", "TIMELINE_DATASET"}


def _same(env: Mapping[str, str | None]) -> Callable[[Path], None]:
    """The same data in each; what else is asked for depends on what an environment may affect."""
    encoded = bool({"PYTHONIOENCODING", "LC_ALL"} & set(env))
    on_screens = encoded or bool(set(env) & _OF_SCREENS)
    on_python = not set(env) <= _OF_SCREENS | _OF_FOLDERS
    formats = ["json", *["csv"] * on_python, *["table"] * on_screens]
    drawings = ["list", *["show odd"] * (on_python or on_screens)]

    def prove(folder: Path) -> None:
        make(folder, _ODD)
        for name in formats:
            result = run(folder, "list", "--format", name, env=env)
            unharmed(result, 0)
            want(not result.err or name == "table", f"stderr says {result.err!r}")
            usual = _USUAL.piped("list", "--format", name).out
            same = result.out == usual or name == "table" or (encoded and name != "json")
            want(same, f"other data: {result.out[:200]!r}")
        for command in drawings:
            shown = in_terminal(folder, *command.split(), env=env)
            unharmed(shown, 0)
            safe(shown)
            want("Warning" not in shown.out, f"a warning: {shown.out[:300]}")
            want("odd" in shown.out, "nothing shown")
            want(shown.cpu < 2.5, f"it took {shown.cpu:.1f} s")
        if on_python:
            unharmed(run(folder, "check", env=env), 0)
        want(not list(folder.glob("~*")), "a folder named ~")

    return prove


def _stopped(sent: signal.Signals, code: int) -> Callable[[Path], None]:
    def prove(folder: Path) -> None:
        long(folder, 600)
        (folder / "out").write_text("old")
        for delay in (0.05, 0.2, 0.35, 0.55):
            process = subprocess.Popen(
                [TIMELINE, "list", "--json", "-o", "out"], cwd=folder, env=surroundings(folder),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )  # fmt: skip
            time.sleep(delay)
            process.send_signal(sent)
            _, err = process.communicate(timeout=30)
            result = process.returncode if process.returncode >= 0 else 128 - process.returncode
            early = b"KeyboardInterrupt" in err and b"in guarded" not in err  # while Python was starting
            want(result in (0, code) or early, f"exit {result}, wanted {code}")
            want(b"Traceback" not in err or early, f"a traceback: {err[-300:]!r}")
            written = (folder / "out").read_text()
            want(written == "old" or (written.startswith("[") and written.endswith("]\n")), "half a file")
            left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
            want(not left, f"left over: {left}")
            for store in (folder / "cache").rglob("*.db"):
                store.unlink()

    return prove


def _awaiting(sent: signal.Signals, code: int) -> Callable[[Path], None]:
    def prove(folder: Path) -> None:
        process = subprocess.Popen(
            [TIMELINE, "--dataset", "-", "list"], cwd=folder, env=surroundings(folder), stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        time.sleep(0.6)
        process.send_signal(sent)
        _, err = process.communicate(timeout=30)
        result = process.returncode if process.returncode >= 0 else 128 - process.returncode
        want(result == code, f"exit {result}, wanted {code}: {err!r}")
        want(b"Traceback" not in err, f"a traceback: {err[-300:]!r}")

    return prove


def _unknown_user(folder: Path) -> None:
    make(folder)
    for path in (folder, folder.parent):
        path.chmod(0o755)
    wrap = as_unknown_user() or ()
    for env in ({}, {"HOME": None, "XDG_CACHE_HOME": None}):
        result = run(folder, "list", env=env, wrap=wrap)
        unharmed(result, 0)
        want("good-one" in result.out and not result.err, result.err)


def _gone(folder: Path) -> None:
    result = shell(folder, 'mkdir gone; cd gone; rmdir ../gone; exec "$T" list --json')
    unharmed(result, 0, 3)
    want(len(result.err.splitlines()) == 1, f"not one line: {result.err!r}")


def _pager(folder: Path) -> None:
    long(folder)
    for pager in ("touch canary; cat", "sh -c 'cat >/dev/null' $(touch canary)", "`touch canary`"):
        unharmed(in_terminal(folder, "list", env={"PAGER": pager}, typed=b"q"), 0, 1)
        want(not (folder / "canary").exists(), f"{pager} went to a shell")


def _less(folder: Path) -> None:
    rows = "".join(event(f"e-{number}", title=quoted("a\x1b]0;owned\x07\u202eb")) for number in range(60))
    make(folder, rows)
    result = in_terminal(folder, "list", env={"PAGER": "tee through"}, typed=b"q")
    unharmed(result, 0)
    passed = plain((folder / "through").read_text("utf-8"))
    want(
        "owned" in passed and "\x1b" not in passed and "\u202e" not in passed, "the pager got more than text"
    )


def _widths(folder: Path) -> None:
    title = "A long title that is wrapped, " * 6 + "with one word of " + "x" * 300
    make(folder, event("odd", title=quoted(title)))
    for columns in (10, 40, 80, 119, 120, 300):
        shown = in_terminal(folder, "list", columns=columns)
        unharmed(shown, 0)
        want(
            squeezed(title)[:200] in "".join(squeezed(shown.out).split("odd")) or columns > 119,
            f"cut at {columns}",
        )
        want(squeezed(shown.out).count("x") >= 300, f"a long word is cut at {columns}")


def _changing(folder: Path) -> None:
    long(folder)
    path = folder / "data" / "events.yaml"
    whole = path.read_bytes()
    writer = subprocess.Popen(
        ["bash", "-c", 'for i in $(seq 60); do echo "# $i" >> data/events.yaml; sleep 0.02; done'], cwd=folder
    )
    for _ in range(4):
        unharmed(run(folder, "list", "--json"), 0, 3)
    writer.wait()
    path.write_bytes(whole)
    want(len(run(folder, "list").out.splitlines()) == 252, "the last answer is not what the file says")


def _short_of(folder: Path, limit: str) -> None:
    make(folder)
    for verb in ("list", "check"):
        unharmed(shell(folder, f"{limit}; $T {verb}"), 0, 1, 3)


def _exit_codes(folder: Path) -> None:
    result = run(folder, "help", "exit-codes")
    unharmed(result, 0)
    for code in ("0", "1", "2", "3", "4", "130", "143"):
        want(re.search(rf"\b{code}\b", result.out), f"{code} is not explained: {result.out}")
