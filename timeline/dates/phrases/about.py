"""What can be done to a date that is read: make it approximate, or say before, after, since, until it."""

import re

from timeline.dates.calendar import day_text
from timeline.dates.parse import parse
from timeline.dates.values import InvalidDate

_ONE_DATE = re.compile(r"(Y?-?(?:[0-9]{3}X|[0-9]{4,}(?:-[0-9]{2}){0,2}))([~?%]?)(?![-0-9X])")


def approximately(edtf: str) -> str:
    """The same date with `~` at each date that stands in it."""
    return _ONE_DATE.sub(lambda found: f"{found[1]}{'%' if found[2] in {'?', '%'} else '~'}", edtf)


def uncertainly(edtf: str) -> str:
    """The same date with `?` at each date that stands in it."""
    return _ONE_DATE.sub(lambda found: f"{found[1]}{'%' if found[2] in {'~', '%'} else '?'}", edtf)


def before(edtf: str) -> str:
    """Some time before this date, not in it: `[..2019]` for before 2020."""
    return f"[..{_beside(edtf, -1)}]"


def after(edtf: str) -> str:
    """Some time after this date, not in it: `[2021..]` for after 2020."""
    return f"[{_beside(edtf, 1)}..]"


def no_later_than(edtf: str) -> str:
    """Some time up to this date, or in it: `[..2020]` for by 2020."""
    return f"[..{_last_of(edtf)}]"


def no_earlier_than(edtf: str) -> str:
    """Some time from this date on, or in it: `[2020..]`."""
    return f"[{_first_of(edtf)}..]"


def since(edtf: str) -> str:
    """From this date on, and no end is told: `2022/..`."""
    return f"{_alone(edtf)}/.."


def until(edtf: str) -> str:
    """Up to this date, from a start that is not told: `/2022`."""
    return f"/{_alone(edtf)}"


def between(start: str, end: str) -> str:
    """Some time from one date to another: a set, as nothing says that it filled the time."""
    dates = parse(start), parse(end)
    if dates[0].precision != dates[1].precision:
        return f"{start}/{end}"
    return f"[{start}..{end}]"


def _alone(edtf: str) -> str:
    if "/" in edtf or edtf[0] in "[{":
        raise InvalidDate(f"EDTF cannot say a start or an end somewhere in {edtf}")
    return edtf


def _first_of(edtf: str) -> str:
    return edtf.partition("/")[0] if "/" in edtf else _alone(edtf)


def _last_of(edtf: str) -> str:
    return edtf.partition("/")[2] if "/" in edtf else _alone(edtf)


def _beside(edtf: str, step: int) -> str:
    """The day, month or year that lies just before (-1) or after (1) a date, as precise as that date."""
    date = parse(edtf if "/" in edtf else _alone(edtf))
    edge = date.start.earliest if step < 0 else date.end.latest
    if edge is None:
        raise InvalidDate(f"nothing lies beyond {edtf}")
    year, month, day = day_text(edge + step).rsplit("-", 2)
    precise = {"day": f"{year}-{month}-{day}", "year": year, "decade": year, "century": year}
    found = precise.get(date.precision, f"{year}-{month}")
    found = approximately(found) if date.approximate else found
    return uncertainly(found) if date.uncertain else found
