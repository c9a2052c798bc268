"""The day from which words such as "last week" count."""

import datetime

from timeline.cli.output import Failure
from timeline.dates import Date, NotADate, parse_plain


def as_of_day(typed: str | None) -> Date:
    """The day that was given, in EDTF; today when none was. Raises Failure (exit 2)."""
    try:
        return parse_plain(datetime.date.today().isoformat() if typed is None else typed)
    except NotADate as error:
        raise Failure(f"--as-of: {error}", 2) from None
