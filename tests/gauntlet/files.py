"""Y: things in the place of a file: pipes, folders, devices, sockets, links, strange names."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import Ended, in_terminal, run, unharmed
from .datasets import make
from .looks import safe
from .processes import shell


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made:
        # The name of a socket has at most 107 bytes: reached through a descriptor of its folder.
        folder = os.open(path.parent, os.O_RDONLY)
        made.bind(f"/proc/self/fd/{folder}/{path.name}")
        os.close(folder)
    want(here == Path.cwd(), "the working folder changed")


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _mode_0(path: Path) -> None:
    path.write_text("format: 1\nevents: []\n")
    path.chmod(0)


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(1 << 30)


_THINGS: dict[str, Callable[[Path], None]] = {
    "a pipe": _fifo,
    "a folder": Path.mkdir,
    "a socket": _socket,
    "a link in a circle": lambda path: path.symlink_to(path.name),
    "a dangling link": _link("nothing-there"),
    "a link to /dev/zero": _link("/dev/zero"),
    "a link to /dev/stdin": _link("/dev/stdin"),
    "a link out of the dataset": _link("/etc/passwd"),
    "1 GiB of nothing": _sparse,
}
_PLACES = ("data/events.yaml", "data/actors.yaml", "data/sources.yaml", "seeds/strange.txt")
_NAMES = (
    b"a\x1b[31mb.txt",
    b"caf\xe9.txt",
    "a\u202etxt.exe".encode(),
    b"a\nb.txt",
    b"-rf.txt",
    b" .txt",
    b"A" * 250 + b".txt",
)


def cases() -> Iterator[Case]:
    """Each thing in each place, named on the command line, and strange names of files."""
    number = 0
    for what, put in _THINGS.items():
        for place in _PLACES:
            yield Case(f"Y8{number:02}", f"{what} for {place}", _in_place(put, place))
            number += 1
        yield Case(f"Y8{number:02}", f"{what} as --dataset", _named(put))
        number += 1
    for index, name in enumerate(_NAMES):
        yield Case(f"Y9{index:02}", f"a stored text named {name[:12]!r}", _name(name))
    yield Case("Y920", "a dataset in a folder whose name is hostile", _folder)
    yield Case("Y921", "a file that may not be read", _unreadable)
    yield Case("Y922", "data/ and seeds/ that are links out of the dataset", _outside)
    yield Case("Y923", "standard input that is empty, closed, a folder, endless", _stdin)
    yield Case("Y924", "a stranger's database as --dataset", _database)


def _quick(ended: Ended, *codes: int) -> None:
    unharmed(ended, *codes)
    safe(ended)
    want(ended.cpu < 1.5, f"it took {ended.cpu:.1f} s")
    want(ended.peak < 100, f"it took {ended.peak:.0f} MB")
    want("root:x:0" not in ended.said, "it shows a file from outside the dataset")


def _in_place(put: Callable[[Path], None], place: str) -> Proof:
    def prove(folder: Path) -> None:
        make(folder)
        (folder / place).unlink(missing_ok=True)
        put(folder / place)
        for command in ("check", "list", "show good-one", "source good", "sources", "quote ministers"):
            _quick(run(folder, "--dataset", ".", *command.split()), 0, 1, 3)
        told = run(folder, "--dataset", ".", "check")
        want(
            told.code in (1, 3) or (place.startswith("seeds") and told.code == 0),
            f"exit {told.code}: {told.said}",
        )
        named = place in told.said or place.rpartition("/")[0] in told.said or "./" in told.said
        want(told.code == 0 or named, f"{place} is not named: {told.said[:200]}")
        _quick(in_terminal(folder, "list"), 0, 3)

    return prove


def _named(put: Callable[[Path], None]) -> Proof:
    def prove(folder: Path) -> None:
        put(folder / "thing.yaml")
        for command in ("check", "list"):
            ended = run(folder, "--dataset", "thing.yaml", command)
            # What a person names by its own path is that person's to read, wherever a link leads.
            shown = ended._replace(out="") if os.path.isfile(folder / "thing.yaml") else ended
            _quick(shown, 0, 1, 3) if shown is not ended else _quick(ended, 1, 3)
            want("thing.yaml" in ended.err or ended.code < 3, f"it is not named: {ended.err}")

    return prove


def _name(name: bytes) -> Proof:
    def prove(folder: Path) -> None:
        make(folder)
        with open(os.fsencode(folder / "seeds") + b"/" + name, "wb") as stream:
            stream.write(b"Some text of a stranger.\n")
        for command in (
            "check",
            "check --json",
            "sources",
            "quote stranger",
            "quote stranger --json",
            "list",
        ):
            ended = run(folder, *command.split())
            _quick(ended, 0, 1)
            want("\\udc" not in ended.out, "half a character in what is printed")

    return prove


def _folder(folder: Path) -> None:
    inner = folder / "x\x1b]0;owned\x07\u202ey"
    make(inner)
    for command in ("check", "list", "sources"):
        _quick(run(folder, "--dataset", inner.name, command), 0)
        _quick(in_terminal(inner / "data", command), 0)
    (inner / "data" / "events.yaml").write_text("[")
    _quick(run(folder, "--dataset", inner.name, "check"), 1)


def _unreadable(folder: Path) -> None:
    make(folder)
    (folder / "data" / "events.yaml").chmod(0)
    nobody = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if os.getuid() == 0 else ()
    folder.chmod(0o755)
    folder.parent.chmod(0o755)
    ended = run(folder, "--dataset", str(folder), "list", wrap=nobody)
    _quick(ended, 3)
    want("events.yaml" in ended.err and "ermission" in ended.err, ended.err)


def _outside(folder: Path) -> None:
    make(folder / "other", texts={"secret.txt": "The secret plan of the ministers.\n"})
    (folder / "mine").mkdir()
    for part in ("data", "seeds"):
        (folder / "mine" / part).symlink_to(f"../other/{part}")
    for command in ("check", "quote secret", "source secret"):
        ended = run(folder, "--dataset", "mine", *command.split())
        _quick(ended, 1, 3)
        want("secret plan" not in ended.said, "a text from outside the dataset is shown")


def _stdin(folder: Path) -> None:
    _quick(run(folder, "--dataset", "-", "check"), 1)
    for closing in ("0<&-", "</", "</dev/zero", "<nothing-there"):
        for verb in ("check", "list"):
            ended = shell(folder, f"$T --dataset - {verb} {closing}")
            unharmed(ended, 0, 1, 3)
    (folder / "-").write_text("format: 1\nevents: []\n")
    want(
        run(folder, "--dataset", "-", "check").code == 1,
        "a file named - was read for an empty standard input",
    )


def _database(folder: Path) -> None:
    import sqlite3

    with sqlite3.connect(folder / "odd.db") as made:
        made.execute("CREATE TABLE meta(key, value)")
        made.execute("INSERT INTO meta VALUES ('schema', '1')")
        made.execute("CREATE VIEW events AS SELECT writefile('canary', 'x') AS id")
    (folder / "junk.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    (folder / "empty.db").touch()
    for name in ("odd.db", "junk.db", "empty.db"):
        for verb in ("list", "check"):
            _quick(run(folder, "--dataset", name, verb), 3)
    want(not (folder / "canary").exists(), "the database wrote a file")
