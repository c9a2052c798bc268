"""P: closed pipes, full disks, missing streams, and files to write."""

import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .cases import Case, want
from .command import Result, run, unharmed
from .datasets import event, make
from .shared import Shared

UNBUFFERED = {"PYTHONUNBUFFERED": "1"}
_READERS = ("| head -1", "| head -c 10", "| true", "| sleep 0")


def shell(folder: Path, line: str, env: dict[str, str | None] | None = None) -> Result:
    """A line of bash, where `$T` is the command; its exit code is that of the command."""
    return run(folder, env=env, wrap=("bash", "-c", f"set -o pipefail; T=$0; {line}"))


def long(folder: Path, events: int = 250) -> Path:
    """A dataset with more output than a pipe or a buffer holds."""
    records = "".join(
        event(f"event-{number}", title=f"Number {number} {'x' * 600}") for number in range(events)
    )
    return make(folder, records)


_LONG, _SHORT = Shared(long), Shared(make)


def cases() -> Iterator[Case]:
    """Where the output goes, and what interrupts it."""
    number = 0
    for reader in _READERS:
        for verb in (
            "list",
            "list --format ndjson",
            "list --format table",
            "check --all",
            "--help",
            "show good-one",
        ):
            yield Case(f"P0{number:02}", f"{verb} {reader}", _closed(f"$T {verb} {reader}"))
            number += 1
    for verb in (
        "list",
        "list --json",
        "check",
        "--help",
        "list --help",
        "--version",
        "show good-one",
        "explain",
    ):
        yield Case(f"P1{number:02}", f"{verb} to a full disk", _full(f"$T {verb} >/dev/full"))
        yield Case(f"P2{number:02}", f"{verb} with stdout closed", _full(f"$T {verb} >&-"))
        yield Case(f"P3{number:02}", f"{verb} with stderr closed or full", _without_stderr(verb))
        number += 1
    yield Case("P04", "exit codes with stderr closed or full", _codes)
    yield Case("P05", "files no longer than 20 kB", _limited)
    yield Case("P06", "a file that is not there after -o failed", _old_file)
    for number, (what, prove) in enumerate(_TARGETS.items()):
        yield Case(f"P4{number:02}", f"-o and {what}", prove)
    yield Case("P431", "the temporary file of a killed run next to -o", _left)
    yield Case("P432", "fsync, rename, fsync of the folder", _in_order)
    for number, error in enumerate(
        ("fsync:error=EIO", "rename:error=EACCES", "rename:error=EXDEV", "write:error=ENOSPC:when=1")
    ):
        yield Case(f"P44{number}", f"{error} while -o is written", _injected(error))


def _closed(line: str) -> Callable[[Path], None]:
    def prove(_: Path) -> None:
        # `check` reads everything each time.
        for env in (UNBUFFERED,) if "check" in line and "head" in line else ({}, UNBUFFERED):
            result = shell(_LONG.folder, line, {**env})
            unharmed(result, 0, 1) if "check" in line else unharmed(result, 0)
            want(not result.err or "check" in result.err, f"stderr says {result.err[:200]!r}")

    return prove


def _full(line: str) -> Callable[[Path], None]:
    def prove(_: Path) -> None:
        for env in ({}, UNBUFFERED):
            result = shell(_LONG.folder, line, {**env})
            unharmed(result, 3)
            lines = [line for line in result.err.splitlines() if "timeline check" not in line]
            want(len(lines) == 1, f"not one line: {result.err[:300]!r}")

    return prove


def _without_stderr(verb: str) -> Callable[[Path], None]:
    def prove(_: Path) -> None:
        usual = shell(_SHORT.folder, f"$T {verb}")
        for closing in ("2>&-", "2>/dev/full"):
            result = shell(_SHORT.folder, f"$T {verb} {closing}")
            want(
                (result.code, result.out) == (usual.code, usual.out),
                f"{closing} changes the outcome: {result}",
            )

    return prove


def _codes(_: Path) -> None:
    for closing in ("2>&-", "2>/dev/full"):
        for verb, code in (("show none", 1), ("nothing", 2), ("--dataset none list", 3)):
            result = shell(_SHORT.folder, f"$T {verb} {closing}")
            want((result.code, result.out) == (code, ""), f"{verb} {closing}: {result}")


def _limited(folder: Path) -> None:
    long(folder)
    for env in ({}, UNBUFFERED):
        result = shell(folder, "ulimit -f 20; $T list --json > out", {**env})
        unharmed(result, 3)
        result = shell(folder, "ulimit -f 20; $T list --json -o whole", {**env})
        unharmed(result, 3)
        want(not (folder / "whole").exists(), "a partial file was left")


def _old_file(folder: Path) -> None:
    long(folder)
    (folder / "out").write_text("old")
    unharmed(shell(folder, "ulimit -f 20; $T list --json -o out"), 3)
    unharmed(shell(folder, "ulimit -f 20; $T build -o out"), 3)
    want((folder / "out").read_text() == "old", "the old file is gone")
    want(_temporary(folder) == [], f"left over: {_temporary(folder)}")


def _temporary(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


_WRITING = (
    "list --json -o",
    "build -o",
    "show good-one -o",
    "check -o",
    "schema -o",
    "quote ministers -o",
    "list --format csv -o",
)


def _each(
    code: int,
    prepare: Callable[[Path], object],
    after: Callable[[Path], object],
    verbs: tuple[str, ...] = _WRITING[:2],
) -> Callable[[Path], None]:
    """Text and built timelines are written by two functions, so two verbs are enough, except for a link and a folder."""

    def prove(folder: Path) -> None:
        make(folder)
        for verb in verbs:
            target = folder / "target"
            if target.is_symlink() or target.is_file():
                target.unlink()
            prepare(target)
            result = run(folder, *verb.split(), "target")
            unharmed(result, code)
            want(code == 0 or "target" in result.err, f"{verb} does not name the file: {result.err}")
            after(target)
            want(_temporary(folder) == [], f"{verb} leaves {_temporary(folder)}")

    return prove


def _linked(target: Path) -> None:
    (target.parent / "real").write_text("old")
    target.symlink_to("real")


def _still_linked(target: Path) -> None:
    want(target.is_symlink() and (target.parent / "real").read_bytes()[:3] != b"old", "the link was replaced")


def _device(target: Path) -> None:
    target.symlink_to("/dev/null")


def _is_null(_: Path) -> None:
    want(Path("/dev/null").is_char_device(), "/dev/null was replaced")


def _fifo(target: Path) -> None:
    if not target.is_fifo():
        os.mkfifo(target)


def _moded(target: Path) -> None:
    target.write_text("old")
    target.chmod(0o640)


_TARGETS: dict[str, Callable[[Path], None]] = {
    "nothing there": _each(0, lambda target: None, lambda target: want(target.stat().st_size, "empty")),
    "a folder": _each(
        3,
        lambda target: target.mkdir(exist_ok=True),
        lambda target: want(target.is_dir(), "replaced"),
        _WRITING,
    ),
    "a link to a file": _each(0, _linked, _still_linked, _WRITING),
    "a link to a device": _each(3, _device, _is_null),
    "a dangling link": _each(
        3, lambda target: target.symlink_to("no/where"), lambda target: want(target.is_symlink(), "replaced")
    ),
    "a link in a circle": _each(
        3, lambda target: target.symlink_to("target"), lambda target: want(target.is_symlink(), "replaced")
    ),
    "a pipe": _each(
        3,
        _fifo,
        lambda target: want(target.is_fifo(), "replaced"),
    ),
    "the mode of the old file": _each(
        0, _moded, lambda target: want(target.stat().st_mode & 0o777 == 0o640, "mode")
    ),
}


def _left(folder: Path) -> None:
    make(folder)
    killed = folder / ".out.999999999.tmp"
    killed.write_text("half")
    other = folder / ".out.keep"
    other.write_text("mine")
    unharmed(run(folder, "list", "-o", "out"), 0)
    want(
        not killed.exists() and other.exists(),
        "the file of a killed run was kept, or another file was removed",
    )


def _traced(folder: Path, *options: str) -> Result:
    return run(folder, "list", "--json", "-o", "out", wrap=("strace", "-f", "-qq", "-o", "trace", *options))


def _in_order(folder: Path) -> None:
    make(folder)
    run(folder, "list")
    unharmed(_traced(folder, "-e", "trace=fsync,rename,renameat,renameat2"), 0)
    calls = re.findall(r"(fsync|rename)", (folder / "trace").read_text())
    want("".join(call[0] for call in calls).endswith("frf"), f"the order is {calls}")


def _injected(fault: str) -> Callable[[Path], None]:
    call, _, rest = fault.partition(":")

    def prove(folder: Path) -> None:
        make(folder)
        run(folder, "list")
        time.sleep(2.1)  # until the files count as settled; after the next run the cache has nothing to write
        run(folder, "list")
        (folder / "out").write_text("old")
        wanted = f"inject={call},{call}at,{call}at2:{rest}" if call == "rename" else f"inject={call}:{rest}"
        result = _traced(folder, "-e", wanted)
        unharmed(result, 3)
        want((folder / "out").read_text() == "old", "the old file is gone")
        want(_temporary(folder) == [], f"left over: {_temporary(folder)}")

    return prove
