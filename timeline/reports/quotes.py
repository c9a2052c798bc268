"""What `quote` prints as JSON."""

import sys
from typing import Literal

from timeline.documents import AnchorDocument

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic makes a schema of typing_extensions' TypedDict only
    from typing_extensions import TypedDict


class Stand(TypedDict):
    """Where words stand, ready to be cited. `quote` has the words as they stand there; `match` says whether
    what was typed is just that or another typography of it; prefix and suffix choose among several places.
    `recorded` is false where the ledger does not know the text.
    """

    source: str
    recorded: bool
    quote: str
    prefix: str | None
    suffix: str | None
    supports: list[str]
    match: Literal["exact", "typographic"]
    anchors: list[AnchorDocument]


class QuoteReport(TypedDict):
    """Where words stand; where they stand nowhere `found` is empty, and `cause` and `details` say why."""

    text: str
    found: list[Stand]
    cause: str | None
    details: list[str]
