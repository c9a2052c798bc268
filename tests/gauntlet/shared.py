"""Datasets that many cases share: made once, with one run of each command; a case checks its own part of the output."""

import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .cases import Proof, want
from .command import Result, in_terminal, run, unharmed
from .datasets import GOOD, make
from .faults import affordable, refused
from .looks import safe

_OWN = re.compile(rb"\b(good-one|bad-one|two)\b")
"""The ids of events in the files of a case; each case gets its own ids, because cases share a dataset."""
LARGE = 10_000
"""Bytes from which a fault gets its own dataset, because then its cost is measured."""


class Shared:
    """A dataset, made on first use, and the results of the commands that ran on it."""

    def __init__(self, fill: Callable[[Path], object], size: int = 0) -> None:
        """`size` is the number of bytes of its faults."""
        self._fill = fill
        self._size = size
        self._kept = TemporaryDirectory(prefix="gauntlet-")
        self._filled = False
        self._lock = threading.Lock()
        self._locks: dict[object, threading.Lock] = {}
        self._ran: dict[object, Result] = {}

    @property
    def folder(self) -> Path:
        """The folder of the dataset."""
        with self._lock:
            if not self._filled:
                self._fill(Path(self._kept.name))
                self._filled = True
        return Path(self._kept.name)

    def piped(self, *arguments: str, env: Mapping[str, str | None] | None = None) -> Result:
        """The result of a command in a pipe."""
        key = ("|", arguments, *(env or {}).items())
        return self._once(key, lambda: run(self.folder, *arguments, env=env))

    def drawn(self, *arguments: str) -> Result:
        """The result of a command in a terminal."""
        return self._once(("tty", arguments), lambda: in_terminal(self.folder, *arguments))

    def _once(self, key: object, start: Callable[[], Result]) -> Result:
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            if key not in self._ran:
                self._ran[key] = start()
            return self._ran[key]

    def problems_of(self, file: str) -> dict[int, str]:
        """The problems of one file by line, from `check`.

        All faults together must not cost more than one may cost, and a list must report their number.
        """
        checked, listed = self.piped("check", "--all"), self.drawn("list", "--format", "tsv")
        for result, code in ((checked, 1), (self.drawn("check", "--all"), 1), (listed, 0)):
            unharmed(result, code)
            safe(result)
            affordable(result, self._size)
        parts = re.split(r"^(\S[^:\n]*):(\d+):\d+: ", checked.out, flags=re.MULTILINE)
        want(
            f"{len(parts) // 3} problem" in listed.out, f"not {len(parts) // 3} problems: {listed.out[-300:]}"
        )
        problems: dict[int, str] = {}
        for name, line, message in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            if name == file:
                # After an empty line there are the counts of all problems.
                problems[int(line)] = problems.get(int(line), "") + message.partition("\n\n")[0]
        return problems


class Faults(Shared):
    """A dataset with a file of events for each case, which contains a fault."""

    def __init__(
        self, written: Mapping[str, str | bytes], *, whole: bool = False, ending: str = ".yaml"
    ) -> None:
        """`written` by the names of the cases: records that follow a good one, or `whole` files."""
        head = b"" if whole else f"format: 1\nevents:\n{GOOD}".encode()
        self._files = {
            f"data/events/{name}{ending}": _OWN.sub(rb"\1-" + name.lower().encode(), head + _bytes(content))
            for name, content in written.items()
        }
        self._ending = ending
        few = {name: content for name, content in self._files.items() if len(content) < LARGE}
        super().__init__(lambda folder: _write(folder, few), sum(map(len, few.values())))

    def refuses(self, name: str, *messages: str, line: int = 0, good: bool = True) -> Proof:
        """A case: `check` names its file (and line) with these messages; `good`: the event before it is listed."""
        file = f"data/events/{name}{self._ending}"

        def shared(_: Path) -> None:
            problems = self.problems_of(file)
            want(problems, f"no position in {file} is named")
            want(not line or line in problems, f"line {line} is not named: {problems}")
            for message in messages:
                want(any(message in text for text in problems.values()), f"no {message!r} in {problems}")
            listed = self.drawn("list", "--format", "tsv").out
            want(not good or f"good-one-{name.lower()}\t" in listed, "the good event is not listed")

        def alone(folder: Path) -> None:
            _write(folder, {file: self._files[file]})
            refused(folder, *messages, line=line, file=file)

        return shared if len(self._files[file]) < LARGE else alone


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    make(folder)
    (folder / "data" / "events").mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
