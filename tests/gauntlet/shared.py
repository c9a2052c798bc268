"""Datasets of many cases: made once, each command run once, and every case judges what is said of its own part."""

import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .cases import Proof, want
from .command import Ended, in_terminal, run, unharmed
from .datasets import GOOD, make
from .faults import affordable, refused
from .looks import safe

_OWN = re.compile(rb"\b(good-one|bad-one|two)\b")
"""The ids of events in what is written for a case: beside other cases each gets a name of its own."""
MUCH = 10_000
"""Bytes from which on a fault has a dataset of its own: then it is about what it costs."""


class Shared:
    """A dataset, made when it is first asked for, and what the commands said of it."""

    def __init__(self, fill: Callable[[Path], object], size: int = 0) -> None:
        """`size` are the bytes of what is wrong with it."""
        self._fill = fill
        self._size = size
        self._kept = TemporaryDirectory(prefix="gauntlet-")
        self._filled = False
        self._one = threading.Lock()
        self._locks: dict[object, threading.Lock] = {}
        self._ran: dict[object, Ended] = {}

    @property
    def folder(self) -> Path:
        """Where it is."""
        with self._one:
            if not self._filled:
                self._fill(Path(self._kept.name))
                self._filled = True
        return Path(self._kept.name)

    def piped(self, *arguments: str, env: Mapping[str, str | None] | None = None) -> Ended:
        """What a command says in a pipe."""
        key = ("|", arguments, *(env or {}).items())
        return self._once(key, lambda: run(self.folder, *arguments, env=env))

    def drawn(self, *arguments: str) -> Ended:
        """What it draws in a terminal."""
        return self._once(("tty", arguments), lambda: in_terminal(self.folder, *arguments))

    def _once(self, key: object, start: Callable[[], Ended]) -> Ended:
        with self._one:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            if key not in self._ran:
                self._ran[key] = start()
            return self._ran[key]

    def told(self, file: str) -> dict[int, str]:
        """What `check` says of one file, by line, where it and a list stand all that is wrong.

        Together the faults cost no more than each may cost by itself, and a list knows of them all.
        """
        checked, listed = self.piped("check", "--all"), self.drawn("list", "--format", "tsv")
        for ended, code in ((checked, 1), (self.drawn("check", "--all"), 1), (listed, 0)):
            unharmed(ended, code)
            safe(ended)
            affordable(ended, self._size)
        parts = re.split(r"^(\S[^:\n]*):(\d+):\d+: ", checked.out, flags=re.MULTILINE)
        want(
            f"{len(parts) // 3} problem" in listed.out, f"not {len(parts) // 3} problems: {listed.out[-300:]}"
        )
        found: dict[int, str] = {}
        for name, line, said in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            if name == file:
                # Behind an empty line stand the counts of all.
                found[int(line)] = found.get(int(line), "") + said.partition("\n\n")[0]
        return found


class Faults(Shared):
    """A dataset with a file of events for each case, and in it what is wrong."""

    def __init__(
        self, written: Mapping[str, str | bytes], *, whole: bool = False, ending: str = ".yaml"
    ) -> None:
        """`written` by the names of the cases: records behind a good one, or each the whole of a file."""
        head = b"" if whole else f"format: 1\nevents:\n{GOOD}".encode()
        self._files = {
            f"data/events/{name}{ending}": _OWN.sub(rb"\1-" + name.lower().encode(), head + _bytes(content))
            for name, content in written.items()
        }
        self._ending = ending
        few = {name: content for name, content in self._files.items() if len(content) < MUCH}
        super().__init__(lambda folder: _write(folder, few), sum(map(len, few.values())))

    def refuses(self, name: str, *said: str, line: int = 0, good: bool = True) -> Proof:
        """A case: `check` names its file (and line) and says these words; `good`: what stands before is listed."""
        file = f"data/events/{name}{self._ending}"

        def beside(_: Path) -> None:
            told = self.told(file)
            want(told, f"no place in {file} is named")
            want(not line or line in told, f"line {line} is not named: {told}")
            for words in said:
                want(any(words in one for one in told.values()), f"it does not say {words!r}: {told}")
            listed = self.drawn("list", "--format", "tsv").out
            want(not good or f"good-one-{name.lower()}\t" in listed, "the good event is not listed")

        def alone(folder: Path) -> None:
            _write(folder, {file: self._files[file]})
            refused(folder, *said, line=line, file=file)

        return beside if len(self._files[file]) < MUCH else alone


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    make(folder)
    (folder / "data" / "events").mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
