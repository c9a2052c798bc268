"""What `timeline search` prints as JSON."""

import sys

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic makes a schema of typing_extensions' TypedDict only
    from typing_extensions import TypedDict


class HitReport(TypedDict):
    """A hit in an event (`event`, with its `title` and `date`) or in a stored text (`source`, and `place`:
    FILE:LINE:COLUMN). `text` is the passage, `marks` where the words stand in it (code points, half open).
    """

    event: str | None
    title: str | None
    date: str | None
    source: str | None
    place: str | None
    text: str
    marks: list[list[int]]
