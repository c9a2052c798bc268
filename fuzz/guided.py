"""The search itself, in a process of its own: atheris drives one law, guided by what its inputs run through.

A law that breaks is told and the input kept, and the search goes on; each place where one breaks is told
once. With a planted bug the first find is the end.
"""

import os
import sys
import tempfile
import time
import traceback
import zlib
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import atheris

from fuzz.harness import FOUND, Harness, harness

_MOST = 25
"""Places that are told: what breaks so often needs mending, and no more examples."""


class Search:
    """One search: what was found, and where it is kept."""

    def __init__(self, name: str, looking: Harness, crashes: Path, *, planted: bool) -> None:
        self._name = name
        self._looking = looking
        self._crashes = crashes
        self._planted = planted
        self._places: set[tuple[str, ...]] = set()

    def one(self, data: bytes) -> None:
        """Ask the law of one input."""
        try:
            self._looking.judge(data)
        except Exception as error:
            self._tell(data, error)

    def _tell(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        place = (type(error).__name__, *(f"{one.filename}:{one.lineno}" for one in frames[-3:]))
        if place in self._places or len(self._places) >= _MOST:
            return
        self._places.add(place)
        kept = self._crashes / f"{self._name}-{zlib.crc32(data):08x}"
        kept.write_bytes(data)
        told = "".join(traceback.format_exception(error)[-8:])
        sys.stdout.write(f"FOUND {kept}: {data[:300]!r}\n{told}\n")
        sys.stdout.flush()
        if self._planted:
            os._exit(FOUND)


def main(name: str, seconds: str, crashes: str, planted: str) -> None:
    """Look for what breaks a law; the process ends with the search."""
    with atheris.instrument_imports(include=["timeline"]):
        looking = harness(name)
    work = Path(tempfile.mkdtemp())
    with ExitStack() as planting:
        if planted:
            planting.enter_context(looking.plant())
        search = Search(name, looking, Path(crashes), planted=bool(planted))
        began = time.monotonic()
        given = _laid_out(looking, work, looking.judge if planted else None)
        sys.stdout.write(f"{given} seeds in {time.monotonic() - began:.1f} s\n")
        sys.stdout.flush()
        asked = [f"-max_total_time={seconds}", f"-dict={work / 'words'}", "-timeout=60", "-max_len=4096"]
        asked += ["-rss_limit_mb=4096", f"-artifact_prefix={crashes}/", "-reload=0"]
        atheris.Setup([name, *asked, str(work / "corpus")], search.one)
        atheris.Fuzz()


def _laid_out(looking: Harness, work: Path, judge: Callable[[bytes], None] | None) -> int:
    """Write the corpus and the words; without the seeds that break the law where `judge` is given, so that
    what is planted is found by searching.
    """
    (work / "corpus").mkdir()
    words = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in looking.words)
    (work / "words").write_text("".join(f'"{word}"\n' for word in words), "utf-8")
    number = 0
    for seed in dict.fromkeys(looking.seeds()):
        with suppress(Exception):
            if judge:
                judge(seed)
            (work / "corpus" / f"{number:05}").write_bytes(seed)
            number += 1
    return number


if __name__ == "__main__":
    main(*sys.argv[1:])
