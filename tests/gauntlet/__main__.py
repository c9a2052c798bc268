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
    "T": "terminal: control sequences and invisible characters",
    "Y": "files: hostile YAML and JSON Lines, encodings, things that are not files",
    "X": "outputs and paths: spreadsheets, Markdown, JSON, names of sources and files",
    "P": "processes: pipes, disks, signals, locales, clocks, caches, environments",
    "S": "scale: many, long, deeply nested",
}
MODULES = (
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
    "databases",
    "surroundings",
)
"""The modules with cases. One case of each is run in turn, so that workers seldom wait for the same shared dataset,
and slow cases start early.
"""
WORKERS = 3
"""One more than a small machine has cores, since some cases wait for a clock."""


def cases_of(module: str) -> Iterable[Case]:
    """The cases of a module."""
    function: Callable[[], Iterable[Case]] = import_module(f".{module}", __package__).cases
    return function()


def failure_of(case: Case, work: Path) -> str | None:
    """Why a case failed, or None if it passed."""
    folder = work / case.name
    folder.mkdir()
    try:
        case.prove(folder)
    except Exception as error:
        return f"{type(error).__name__}: {error}" if not isinstance(error, AssertionError) else str(error)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return None


def main(prefixes: list[str]) -> int:
    """Run the cases whose names begin with one of the prefixes, or all; returns 1 if a case failed."""
    rounds = zip_longest(*map(cases_of, MODULES))
    cases = [case for cases in rounds for case in cases if case]
    duplicates = [name for name, number in Counter(case.name for case in cases).items() if number > 1]
    if duplicates:
        raise SystemExit(f"two cases have the same name: {', '.join(duplicates)}")
    if "--sample" in prefixes:
        cases, prefixes = sorted(cases)[::20], []
    selected = [case for case in cases if not prefixes or case.name.startswith(tuple(prefixes))]
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gauntlet-") as work, ThreadPoolExecutor(WORKERS) as pool:
        failures = list(pool.map(lambda case: failure_of(case, Path(work)), selected))
    return report(selected, failures, time.monotonic() - start)


def report(cases: list[Case], failures: list[str | None], seconds: float) -> int:
    """Print the failures, then the score by family."""
    for case, failure in zip(cases, failures, strict=True):
        if failure is not None:
            print(f"FAILED {case.name} ({case.what}): {failure}\n")
    total = Counter(case.name[0] for case in cases)
    passed = Counter(case.name[0] for case, failure in zip(cases, failures, strict=True) if failure is None)
    for letter, what in FAMILIES.items():
        if total[letter]:
            print(f"{letter} {passed[letter]:>4} of {total[letter]:>3}  {what}")
    failed = len(cases) - passed.total()
    print(f"in {seconds:.0f} s: {passed.total()} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
