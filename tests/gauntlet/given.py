"""Y: what is given as --dataset or on standard input: not a dataset, a hostile name, an untrusted database."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import in_terminal, run, unharmed
from .datasets import GOOD, make
from .files import THINGS, quick
from .processes import shell

_GOOD = f"format: 1\nevents:\n{GOOD}".encode()


def cases() -> Iterator[Case]:
    """Each thing that is not a file, and other arguments."""
    for at, (what, put) in enumerate(THINGS.items()):
        prove = _input if "stdin" in what else _named(put)
        yield Case(f"Y8{5 * at + 4:02}", f"{what} as --dataset", prove)
    yield Case("Y920", "a dataset in a folder whose name is hostile", _folder)
    yield Case("Y923", "standard input that is empty, closed, a folder, endless", _stdin)
    yield Case("Y924", "an untrusted database as --dataset", _database)


def _named(put: Callable[[Path], None]) -> Proof:
    def prove(folder: Path) -> None:
        put(folder / "thing.yaml")
        # A path that the user names is read, wherever a link leads.
        own = os.path.isfile(folder / "thing.yaml")
        for command in ("check", "list"):
            result = run(folder, "--dataset", "thing.yaml", command)
            quick(result._replace(out="") if own else result, *((0, 1, 3) if own else (3,)))
            want("thing.yaml" in result.output or command == "list", f"it is not named: {result.output}")

    return prove


def _input(folder: Path) -> None:
    """A link to /dev/stdin is standard input: a file is read as if it were named, anything else is refused."""
    (folder / "thing.yaml").symlink_to("/dev/stdin")
    for line in ("check < <(true)", "list < <(true)", "check </dev/zero", "list </dev/null"):
        result = shell(folder, f"$T --dataset thing.yaml {line}")
        quick(result, 3)
        want("thing.yaml" in result.err, f"it is not named: {result.err}")
    (folder / "named.yaml").write_bytes(_GOOD)
    read, named = (
        run(folder, "--dataset", f"{name}.yaml", "list", stdin=_GOOD) for name in ("thing", "named")
    )
    quick(read, 0)
    want(read.out == named.out and "good-one" in read.out, f"not what the file holds: {read.output}")


def _folder(folder: Path) -> None:
    inner = folder / "x\x1b]0;owned\x07\u202ey"
    make(inner)
    for command in ("check", "list", "sources"):
        quick(run(folder, "--dataset", inner.name, command), 0)
        quick(in_terminal(inner / "data", command), 0)
    (inner / "data" / "events.yaml").write_text("[")
    quick(run(folder, "--dataset", inner.name, "check"), 1)


def _stdin(folder: Path) -> None:
    quick(run(folder, "--dataset", "-", "check"), 1)
    for closing in ("0<&-", "</", "</dev/zero", "<nothing-there"):
        for verb in ("check", "list"):
            result = shell(folder, f"$T --dataset - {verb} {closing}")
            unharmed(result, 0, 1, 3)
    (folder / "-").write_text("format: 1\nevents: []\n")
    want(
        run(folder, "--dataset", "-", "check").code == 1,
        "a file named - was read for an empty standard input",
    )


def _database(folder: Path) -> None:
    with sqlite3.connect(folder / "odd.db") as made:
        made.execute("CREATE TABLE meta(key, value)")
        made.execute("INSERT INTO meta VALUES ('schema', '1')")
        made.execute("CREATE VIEW events AS SELECT writefile('canary', 'x') AS id")
    (folder / "junk.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    (folder / "empty.db").touch()
    for name in ("odd.db", "junk.db", "empty.db"):
        for verb in ("list", "check"):
            quick(run(folder, "--dataset", name, verb), 3)
    want(not (folder / "canary").exists(), "the database wrote a file")
