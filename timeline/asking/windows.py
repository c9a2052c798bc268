"""`--since`, `--until`, `--on`: dates as typed become windows of days."""

from typing import NamedTuple

from timeline.dates import NotADate, parse, parse_plain, window
from timeline.dates.phrases import read
from timeline.query import Unclear, Window


class Understood(NamedTuple):
    """What an option's date was read as: its window, its EDTF, and a sentence to say so where what was
    typed was not plain EDTF (else empty).
    """

    window: Window
    edtf: str
    echo: str


def window_of(option: str, typed: str, today: str) -> Understood:
    """The window of a date: `--since 2024` begins with the first day of 2024, `--until 2024` ends with its
    last. Words count from `today` (EDTF). Raises Unclear.
    """
    try:
        reading = read(typed, parse(today) if today else None)
        if reading.rule == "edtf":
            parse_plain(typed)
    except NotADate as error:
        raise Unclear(f"--{option}: {error}") from None
    first, last = window(reading.date)
    asked = Window(first if option != "until" else None, last if option != "since" else None)
    echo = f'--{option} "{typed}" is read as {reading.date.text}' if reading.rule != "edtf" else ""
    return Understood(asked, reading.date.text, echo)


def between(since: Window, until: Window) -> Window:
    """The one window of `--since` and `--until`. Raises Unclear where it has no day."""
    asked = Window(since.since, until.until)
    if asked.since is not None and asked.until is not None and asked.since > asked.until:
        raise Unclear("--since begins after --until ends: no day lies between them")
    return asked
