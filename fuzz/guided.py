"""The search itself, in a separate process: atheris tests one law with inputs, guided by coverage.

If a law breaks, the failure is printed and the input kept, and the search continues; each place where a law
breaks is reported once. With a planted bug the search ends at the first failure.
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

_MAX_PLACES = 25
"""Places that are reported; a law that breaks more often has to be fixed first."""


class Search:
    """One search: which failures were found, and where the inputs are kept."""

    def __init__(self, name: str, tested: Harness, crashes: Path, *, planted: bool) -> None:
        self._name = name
        self._harness = tested
        self._crashes = crashes
        self._planted = planted
        self._places: set[tuple[str, ...]] = set()

    def test(self, data: bytes) -> None:
        """Test the law with one input."""
        try:
            self._harness.judge(data)
        except Exception as error:
            self._report(data, error)

    def _report(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        place = (type(error).__name__, *(f"{frame.filename}:{frame.lineno}" for frame in frames[-3:]))
        if place in self._places or len(self._places) >= _MAX_PLACES:
            return
        self._places.add(place)
        kept = self._crashes / f"{self._name}-{zlib.crc32(data):08x}"
        kept.write_bytes(data)
        trace = "".join(traceback.format_exception(error)[-8:])
        sys.stdout.write(f"FOUND {kept}: {data[:300]!r}\n{trace}\n")
        sys.stdout.flush()
        if self._planted:
            os._exit(FOUND)


def main(name: str, seconds: str, crashes: str, planted: str) -> None:
    """Search for inputs that break a law; the process ends with the search."""
    with atheris.instrument_imports(include=["timeline"]):
        tested = harness(name)
    work = Path(tempfile.mkdtemp())
    with ExitStack() as planting:
        if planted:
            planting.enter_context(tested.plant())
        search = Search(name, tested, Path(crashes), planted=bool(planted))
        start = time.monotonic()
        count = _write_corpus(tested, work, tested.judge if planted else None)
        sys.stdout.write(f"{count} seeds in {time.monotonic() - start:.1f} s\n")
        sys.stdout.flush()
        options = [f"-max_total_time={seconds}", f"-dict={work / 'words'}", "-timeout=60", "-max_len=4096"]
        options += ["-rss_limit_mb=4096", f"-artifact_prefix={crashes}/", "-reload=0"]
        atheris.Setup([name, *options, str(work / "corpus")], search.test)
        atheris.Fuzz()


def _write_corpus(tested: Harness, work: Path, judge: Callable[[bytes], None] | None) -> int:
    """Write the corpus and the dictionary, and return the number of seeds. With `judge`, the seeds that break
    the law are left out, so that a planted bug has to be found by searching.
    """
    (work / "corpus").mkdir()
    words = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in tested.words)
    (work / "words").write_text("".join(f'"{word}"\n' for word in words), "utf-8")
    number = 0
    for seed in dict.fromkeys(tested.seeds()):
        with suppress(Exception):
            if judge:
                judge(seed)
            (work / "corpus" / f"{number:05}").write_bytes(seed)
            number += 1
    return number


if __name__ == "__main__":
    main(*sys.argv[1:])
