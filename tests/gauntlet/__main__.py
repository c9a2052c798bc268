"""Run the gauntlet and print its score by family: `python -m tests.gauntlet [NAME...]`.

NAME is the beginning of the names of cases (`T`, `Y08`); `--sample` runs one case in twenty.
"""

import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import zip_longest
from pathlib import Path

from .cases import Case

FAMILIES = {
    "T": "terminal: what a terminal would obey, or an eye would miss",
    "Y": "files: hostile YAML and JSON Lines, encodings, things that are no files",
    "X": "outputs and paths: spreadsheets, Markdown, JSON, names of sources and files",
    "P": "processes: pipes, disks, signals, locales, clocks, caches, surroundings",
    "S": "scale: much, long, deep",
}
ROOMS = (
    "scale",
    "growth",
    "crowds",
    "terminal",
    "arguments",
    "completions",
    "forms",
    "shapes",
    "dated",
    "encodings",
    "files",
    "given",
    "sheets",
    "markup",
    "names",
    "processes",
    "endings",
    "caches",
    "strangers",
    "surroundings",
)
"""The modules with cases. They run in turn, a case of each: so workers seldom wait for one shared dataset, and
what takes long is over before they end.
"""
WORKERS = 3
"""One more than a small machine has cores: some cases wait for a clock."""


def _cases(room: str) -> Iterable[Case]:
    made: Callable[[], Iterable[Case]] = import_module(f".{room}", __package__).cases
    return made()


def tried(case: Case, work: Path) -> str | None:
    """What is wrong; None where the command stood it."""
    folder = work / case.name
    folder.mkdir()
    try:
        case.prove(folder)
    except Exception as error:
        return f"{type(error).__name__}: {error}" if not isinstance(error, AssertionError) else str(error)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return None


def main(asked: list[str]) -> int:
    """Run the cases that were asked for; exit 1 when one of them failed."""
    rounds = zip_longest(*map(_cases, ROOMS))
    cases = [case for one in rounds for case in one if case]
    twice = [name for name, number in Counter(case.name for case in cases).items() if number > 1]
    if twice:
        raise SystemExit(f"two cases bear one name: {', '.join(twice)}")
    if "--sample" in asked:
        cases, asked = sorted(cases)[::20], []
    chosen = [case for case in cases if not asked or case.name.startswith(tuple(asked))]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gauntlet-") as work, ThreadPoolExecutor(WORKERS) as pool:
        complaints = list(pool.map(lambda case: tried(case, Path(work)), chosen))
    return told(chosen, complaints, time.monotonic() - began)


def told(cases: list[Case], complaints: list[str | None], seconds: float) -> int:
    """Print what failed, then the score by family."""
    for case, complaint in zip(cases, complaints, strict=True):
        if complaint is not None:
            print(f"FAILED {case.name} ({case.what}): {complaint}\n")
    all_of = Counter(case.name[0] for case in cases)
    stood = Counter(case.name[0] for case, wrong in zip(cases, complaints, strict=True) if wrong is None)
    for letter, what in FAMILIES.items():
        if all_of[letter]:
            print(f"{letter} {stood[letter]:>4} of {all_of[letter]:>3}  {what}")
    failed = len(cases) - stood.total()
    print(f"in {seconds:.0f} s: {stood.total()} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
