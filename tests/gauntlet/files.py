"""Y: other things instead of a file: pipes, folders, devices, sockets, links, strange names."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import Result, as_unknown_user, in_terminal, run, unharmed
from .datasets import make
from .looks import safe
from .shared import Shared


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


THINGS: dict[str, Callable[[Path], None]] = {
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
"""What is put in the place of a file, and how."""
_PLACES = ("data/events.yaml", "data/actors.yaml", "data/sources.yaml")
_READING = ("list", "show good-one", "source good", "quote ministers")


def _strange(at: int) -> str:
    return f"seeds/strange-{at}.txt"


def _other_things(folder: Path) -> None:
    """Each thing in the place of a stored text."""
    make(folder)
    for at, put in enumerate(THINGS.values()):
        put(folder / _strange(at))


_SEEDS = Shared(_other_things)
_NAMES = {
    b"a\x1b[31mb.txt": "a^[[31mb.txt",
    b"caf\xe9.txt": "caf\\xe9.txt",
    "a\u202etxt.exe".encode(): "a<U+202E>txt.exe",
    b"a\nb.txt": "a^Jb.txt",
    b"-rf.txt": "-rf.txt",
    b" .txt": " .txt",
    b"A" * 250 + b".txt": "A" * 250 + ".txt",
}
"""Each with its name as it must be shown."""


def _stored(folder: Path) -> None:
    """A stored text by each of the names."""
    make(folder)
    for name in _NAMES:
        with open(os.fsencode(folder / "seeds") + b"/" + name, "wb") as stream:
            stream.write(b"Some untrusted text for all.\n")


_STORED = Shared(_stored)


def cases() -> Iterator[Case]:
    """Each thing in each place, and strange names of files; the numbers between are those of `given`."""
    number = 0
    for at, (what, put) in enumerate(THINGS.items()):
        for place in _PLACES:
            verbs = _READING if _PLACES.index(place) == at % len(_PLACES) else ()
            yield Case(f"Y8{number:02}", f"{what} for {place}", _in_place(put, place, verbs))
            number += 1
        yield Case(f"Y8{number:02}", f"{what} as a stored text", _as_text(_strange(at)))
        number += 2
    for index, (name, shown) in enumerate(_NAMES.items()):
        yield Case(f"Y9{index:02}", f"a stored text named {name[:12]!r}", _name(shown))
    yield Case("Y921", "a file that may not be read", _unreadable)
    yield Case("Y922", "data/ and seeds/ that are links out of the dataset", _outside)
    yield Case("Y925", "only a pipe whose name has a line end", _forged)


def quick(result: Result, *codes: int) -> None:
    """Unharmed, safe and fast, and shows nothing from outside the dataset."""
    unharmed(result, *codes)
    safe(result)
    want(result.cpu < 1.5, f"it took {result.cpu:.1f} s")
    want(result.peak < 100, f"it took {result.peak:.0f} MB")
    want("root:x:0" not in result.output, "it shows a file from outside the dataset")


def _in_place(put: Callable[[Path], None], place: str, verbs: tuple[str, ...]) -> Proof:
    """`check` and a list in a terminal; more verbs for one place of each thing."""

    def prove(folder: Path) -> None:
        make(folder)
        (folder / place).unlink(missing_ok=True)
        put(folder / place)
        result = run(folder, "--dataset", ".", "check")
        quick(result, 1, 3)
        want(place in result.output, f"{place} is not named: {result.output[:200]}")
        quick(in_terminal(folder, "list"), 0, 3)
        for verb in verbs:
            quick(run(folder, "--dataset", ".", *verb.split()), 0, 1, 3)

    return prove


def _as_text(place: str) -> Proof:
    """The same next to other things; a folder among the texts is not a problem."""

    def prove(_: Path) -> None:
        result = _SEEDS.piped("check", "--all")
        quick(result, 1)
        want((_SEEDS.folder / place).is_dir() or f"{place}:1:1: " in result.out, f"{place} is not named")
        quick(_SEEDS.drawn("list"), 0)
        for verb in _READING:
            quick(_SEEDS.piped(*verb.split()), 0)

    return prove


def _name(shown: str) -> Proof:
    def prove(_: Path) -> None:
        for command in (
            "check --all",
            "check --json",
            "sources --all",
            "quote untrusted",
            "quote untrusted --json",
            "list",
        ):
            result = _STORED.piped(*command.split())
            quick(result, 0, 1)
            want("\\udc" not in result.out, "half a character in what is printed")
        for result in (_STORED.piped("check", "--all"), _STORED.drawn("check", "--all")):
            quick(result, 1)
            want(f"\nseeds/{shown}:1:1: " in f"\n{result.out}", f"{shown} is not named")
        lines = _STORED.piped("quote", "untrusted").err.splitlines()
        want(f"seeds/{shown}:1:6: exact" in map(str.strip, lines), f"quote does not name {shown}: {lines}")

    return prove


def _unreadable(folder: Path) -> None:
    make(folder)
    (folder / "data" / "events.yaml").chmod(0)
    unprivileged = as_unknown_user()
    if unprivileged is None:
        return  # root may read every file
    folder.chmod(0o755)
    folder.parent.chmod(0o755)
    result = run(folder, "--dataset", str(folder), "list", wrap=unprivileged)
    quick(result, 3)
    want("events.yaml" in result.err and "ermission" in result.err, result.err)


def _outside(folder: Path) -> None:
    make(folder / "other", texts={"secret.txt": "The secret plan of the ministers.\n"})
    (folder / "mine").mkdir()
    for part in ("data", "seeds"):
        (folder / "mine" / part).symlink_to(f"../other/{part}")
    for command in ("check", "quote secret", "source secret"):
        result = run(folder, "--dataset", "mine", *command.split())
        quick(result, 1, 3)
        want("secret plan" not in result.output, "a text from outside the dataset is shown")


def _forged(folder: Path) -> None:
    make(folder)
    (folder / "data" / "events.yaml").unlink()
    (folder / "data" / "events").mkdir()
    os.mkfifo(folder / "data" / "events" / "a\nb.yaml")
    for verb in ("check", "list"):
        result = run(folder, verb)
        quick(result, 3)
        want(
            result.err.count("\n") == 1 and "a^Jb.yaml:1:1: " in result.err,
            f"a line is forged: {result.err!r}",
        )
