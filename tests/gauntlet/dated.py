"""Y: invalid dates that other parsers accept, and rare valid ones."""

import json
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import event, make
from .shared import Faults, Shared

_BAD = (
    "2001-02-30", "2001-13-01", "2001-00-10", "2001-01-32", "0", "86400", "1e9", "2001-2-3", "01/02/2001", "20010203",
    "2001-W05", "2001-034", "'2001-01-01T25:00'", "'2001-01-01T10:00+99:99'", "now", "yesterday", "2001-01-01/2000-01-01",
    "1" * 5000, "Y1" + "0" * 5000, "'٢٠٠١'", "2001-01-01;DROP", "x/y", "'[2001..2002..2003]'", "'2001-01-01 '",
    "'[" + ",".join(["2001"] * 30_000) + "]'",
)  # fmt: skip
_GOOD = {
    "0001": "0001",
    "9999": "9999",
    "-0044-03-15": "-0044-03-15",
    "1989": "1989",
    "1989-11": "1989-11",
    "2000-02-29": "2000-02-29",
    "1900-02-28": "1900-02-28",
    "2001-21": "2001-21",
    "Y-170000002": "Y-170000002",
    "1989-XX-09": "1989-XX-09",
}


_NAMED = {f"Y{number}": date for number, date in enumerate(_BAD, 500)}
_FAULTS = Faults({name: event("two", date=date) for name, date in _NAMED.items()})
_DATED = Shared(
    lambda folder: make(folder, "".join(event(f"right-{at}", date=date) for at, date in enumerate(_GOOD)))
)


def cases() -> Iterator[Case]:
    """Each is refused at its position, or comes back verbatim."""
    for name, date in _NAMED.items():
        yield Case(name, f"the date {date[:24]}", _bad(_FAULTS.refuses(name, "bad-date", line=15), date))
    for number, (date, edtf) in enumerate(_GOOD.items()):
        yield Case(f"Y6{number:02}", f"the date {date}", _good(f"right-{number}", date, edtf))


def _bad(refused: Proof, date: str) -> Proof:
    def prove(folder: Path) -> None:
        refused(folder)
        result = run(folder, "date", "--", date.strip("'")[:100_000])
        unharmed(result, 0, 1)
        want("1970" not in result.out, f"it became 1970: {result.out[:200]}")
        want(result.cpu < 1, f"date took {result.cpu:.1f} s")

    return prove


def _good(key: str, date: str, edtf: str) -> Proof:
    def prove(_: Path) -> None:
        for zone in ("UTC-12", "UTC+14"):
            result = _DATED.piped("list", "--json", env={"TZ": zone})
            unharmed(result, 0)
            published = next(document["date"] for document in json.loads(result.out) if document["id"] == key)
            want(published["edtf"] == edtf, f"{date} became {published['edtf']}")
            want("1970" not in result.out, "it became 1970")
        for format_ in ("tsv", "csv", "markdown", "table"):
            unharmed(_DATED.piped("list", "--format", format_), 0)
        drawn = _DATED.drawn("list", "--format", "tsv")
        unharmed(drawn, 0)
        want(f"{key}\t" in drawn.out, "it is not listed")

    return prove
