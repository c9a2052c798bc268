"""What `sources` and `source` print as JSON."""

import sys
from typing import Literal

from timeline.documents import PositionDocument

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic makes a schema of typing_extensions' TypedDict only
    from typing_extensions import TypedDict


HashState = Literal["unchanged", "changed", "unrecorded", "missing", "not stored"]
"""Of a text against the ledger: the same, another, one of which no hash is recorded, one that is named and
is not there, or a source that is only known."""


class QuoteCounts(TypedDict):
    """Quotations from a source: found in its text, and not."""

    found: int
    lost: int


class SentenceCounts(TypedDict):
    """Sentences of a text without its title and notices: quoted whole, in part, or by no event. A repeated
    sentence is counted once, and `repeated` says how many repetitions there are.
    """

    total: int
    cited: int
    part: int
    uncited: int
    repeated: int


class SourceRow(TypedDict):
    """A source as the ledger has it. `events` are the ids of those that quote it, `notes` the number of
    curator's notes that point to it; `sentences` is null where there is no text.
    """

    id: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    url: str | None
    coverage: str | None
    rewrite_of: str | None
    file: str | None
    state: HashState
    quotes: QuoteCounts
    events: list[str]
    notes: int
    sentences: SentenceCounts | None


class SameAs(TypedDict):
    """The lines of which others are a repetition; `column` is 1 where whole lines are repeated."""

    line: int
    column: int
    last_line: int


class CitedRange(TypedDict):
    """Words that an event quotes (code points of the file, half open)."""

    event: str
    start: int
    end: int


class Stretch(TypedDict):
    """From one code point of the file to another, half open."""

    start: int
    end: int


class PassageReport(TypedDict):
    """One sentence, or several that one quotation holds together (`sentences` says how many); a title, a
    notice, or lines that repeat earlier ones word for word. What is quoted of a repetition is counted at its
    first place. `cited` says who quotes what, `quoted` which words anybody quotes.
    """

    kind: Literal["text", "title", "notice", "repeat"]
    line: int
    column: int
    last_line: int
    start: int
    end: int
    text: str
    sentences: int
    state: Literal["cited", "part", "uncited"]
    cited: list[CitedRange]
    quoted: list[Stretch]
    events: list[str]
    same_as: SameAs | None


class NoteReport(TypedDict):
    """A curator's note that points to a source."""

    event: str
    note: str
    supports: list[str]


class SourceReport(SourceRow):
    """A source and how its text is used. `sha256` is that of the text as it is, `recorded` that of the
    ledger; `breaks_off` is the last place of an excerpt that ends in mid-sentence; `rewritten_by` are the
    sources that are rewrites of this one.
    """

    sha256: str | None
    recorded: str | None
    breaks_off: PositionDocument | None
    passages: list[PassageReport]
    pointing: list[NoteReport]
    rewritten_by: list[str]
