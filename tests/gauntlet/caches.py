"""P: caches that are truncated, corrupted, foreign or blocked: no answer depends on them."""

import os
import random
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from .cases import Case, want
from .command import TIMELINE, run, surroundings, unharmed
from .datasets import event, make
from .shared import Shared


def _bits(path: Path, seed: int, flips: int) -> None:
    content = bytearray(path.read_bytes())
    source = random.Random(seed)
    for _ in range(flips):
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)
    path.write_bytes(content)


def _cut(path: Path, tenth: int) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * tenth // 10])


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE meta(key, value)")
        made.execute("CREATE VIEW events AS SELECT load_extension('evil') AS id")


def _instead(path: Path, put: Callable[[Path], None]) -> None:
    path.unlink()
    put(path)


def _moved(path: Path) -> None:
    path.rename(path.with_name("moved"))
    path.symlink_to("moved")


def _open_to_all(path: Path) -> None:
    path.mkdir()
    path.chmod(0o777)


_FAULTS: dict[str, Callable[[Path], object]] = {
    **{f"cut at {tenth}0 %": partial(_cut, tenth=tenth) for tenth in (0, 3, 7)},
    **{f"with bits flipped, {seed}": partial(_bits, seed=seed, flips=1 + seed * 7) for seed in range(4)},
    "of zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "of noise": lambda path: path.write_bytes(random.Random(1).randbytes(9000)),
    "that is a pickle": lambda path: path.write_bytes(b"cos\nsystem\n(S'touch canary'\ntR."),
    "of another program": _foreign,
    "that is a link": _moved,
    "that is a folder": lambda path: _instead(path, Path.mkdir),
    "that is a pipe": lambda path: _instead(path, os.mkfifo),
    "that is not readable": lambda path: path.chmod(0),
}


def cases() -> Iterator[Case]:
    """Each fault in the store and in its manifest; folders; many at once; a file that looks unchanged."""
    for number, (what, damage) in enumerate(_FAULTS.items()):
        for part, ending in enumerate((".db", ".manifest")):
            yield Case(f"P7{part}{number:02}", f"a cache {what} ({ending})", _damaged(damage, ending))
    folders: dict[str, Callable[[Path], object]] = {
        "a file": lambda path: path.write_text("x"),
        "a dangling link": lambda path: path.symlink_to("nowhere"),
        "read-only": lambda path: path.mkdir(0o500),
        "open to all": _open_to_all,
        "/proc": lambda path: path.symlink_to("/proc"),
    }
    for number, (what, put) in enumerate(folders.items()):
        yield Case(f"P73{number}", f"a cache folder that is {what}", _folder(put))
    yield Case("P740", "sixteen processes start without a cache", _crowd)
    yield Case("P741", "a changed file with its old size and time", _touched)
    yield Case("P742", "clocks at 1970, 2038 and 9999 on the files", _clocks)
    yield Case("P743", "a killed build of the cache", _killed)


_LOCKS = {".db": threading.Lock(), ".manifest": threading.Lock()}
_CACHED = {".db": Shared(make), ".manifest": Shared(make)}
"""A dataset for each part of a cache, which is restored before each fault."""


def _damaged(damage: Callable[[Path], object], ending: str) -> Callable[[Path], None]:
    def prove(_: Path) -> None:
        shared = _CACHED[ending]
        cache, intact = shared.folder / "cache", shared.folder / "intact"
        with _LOCKS[ending]:
            usual = shared.piped("list", "--json")
            unharmed(usual, 0)
            if intact.exists():
                shutil.rmtree(cache)
            else:
                cache.rename(intact)
            shutil.copytree(intact, cache)
            damage(next(cache.rglob(f"*{ending}")))
            for _time in range(2):
                result = run(shared.folder, "list", "--json")
                unharmed(result, 0)
                want(
                    (result.out, result.err) == (usual.out, usual.err),
                    f"another answer: {result.output[:200]}",
                )
            want(not (shared.folder / "canary").exists(), "the cache ran a program")

    return prove


def _folder(put: Callable[[Path], object]) -> Callable[[Path], None]:
    def prove(folder: Path) -> None:
        make(folder)
        put(folder / "cache")
        for _ in range(2):
            result = run(folder, "list")
            unharmed(result, 0)
            want("good-one" in result.out and not result.err, f"it says {result.err!r}")

    return prove


def _crowd(folder: Path) -> None:
    make(folder, "".join(event(f"e-{number}") for number in range(50)))
    started = [
        subprocess.Popen(
            [TIMELINE, "list"],
            cwd=folder,
            env=surroundings(folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(16)
    ]
    answers = {process.communicate() for process in started}
    want(len(answers) == 1 and {process.returncode for process in started} == {0}, f"{len(answers)} answers")
    files = [*(folder / "cache" / "timeline").iterdir()]
    want(
        sorted(file.suffix for file in files) == [".db", ".db", ".manifest", ".manifest"],
        f"not only a store and check results, each with its manifest: {[file.name for file in files]}",
    )


def _touched(folder: Path) -> None:
    make(folder, event("odd", title="before"))
    want("before" in run(folder, "list").out, "nothing listed")
    path = folder / "data" / "events.yaml"
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("before", "after"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    want("after" in run(folder, "list").out, "the old answer")


def _clocks(folder: Path) -> None:
    make(folder)
    usual = run(folder, "list", "--json").out
    for year in (0, 2**31 - 1, 253_000_000_000, -86_400):
        os.utime(folder / "data" / "events.yaml", (year, year))
        result = run(folder, "list", "--json")
        unharmed(result, 0)
        want(result.out == usual, "another answer")


def _killed(folder: Path) -> None:
    make(folder, "".join(event(f"e-{number}") for number in range(300)))
    for delay in (0.2, 0.35, 0.5):
        process = subprocess.Popen(
            [TIMELINE, "list"], cwd=folder, env=surroundings(folder), stdout=subprocess.DEVNULL
        )
        threading.Timer(delay, process.kill).start()
        process.wait()
        result = run(folder, "list")
        unharmed(result, 0)
        want(result.out.count("\n") == 302, "another answer")
        left = [path.name for path in (folder / "cache").rglob(".*")]
        want(not left, f"left over: {left}")
        shutil.rmtree(folder / "cache")
