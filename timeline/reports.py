"""What the commands beside `list` and `show` print as JSON: keys are never renamed, new ones may come."""

import sys
from typing import Literal

from timeline.documents import Evidence, ProofDocument, SourceDocument

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic makes a schema of typing_extensions' TypedDict only
    from typing_extensions import TypedDict


class MemberReport(TypedDict):
    """A spell of membership. `edtf` is the spell as the table has it; `when` how sure it is on the day
    that was asked for.
    """

    id: str
    name: str
    edtf: str
    when: Literal["certain", "possible"]


class ActorEvent(TypedDict):
    """An event of an actor: in which roles, or through which groups; `then` when it overlaps what was asked
    for, or nothing was.
    """

    id: str
    title: str
    date: str
    text: str
    roles: list[str]
    through: list[str]
    then: bool


class ActorReport(TypedDict):
    """`table` is where the actor is from: `built-in` or data/actors.yaml. `on` is what was asked for, in
    EDTF; where nothing was, `members` and `groups` are those that last until now as far as known.
    """

    id: str
    name: str
    kind: str
    names: list[str]
    ambiguous: list[str]
    see: list[str]
    table: str
    on: str | None
    members: list[MemberReport]
    not_yet: list[MemberReport]
    no_longer: list[MemberReport]
    groups: list[MemberReport]
    events: list[ActorEvent]


class WhyQuote(TypedDict):
    """A quotation that supports a field, where it stands, and what is known of its source."""

    number: int
    quote: str
    place: str | None
    again: list[str]
    prefix: str
    suffix: str
    note: str | None
    source: SourceDocument


class WhySeen(TypedDict):
    id: str
    stored: bool | None


class WhyNote(TypedDict):
    """What the curator says of a field. `stored` is null for a web address."""

    mark: str
    note: str
    see: list[WhySeen]


class WhyField(TypedDict):
    """Who says so: the value of a field, its state, the quotations, the curator's notes, for a date what
    the words of time come to, the verdict, and how to prove more.
    """

    field: str
    name: str
    value: str
    shown: str
    evidence: Evidence
    quotes: list[WhyQuote]
    notes: list[WhyNote]
    proof: ProofDocument | None
    verdict: str
    advice: str


class WhyReport(TypedDict):
    id: str
    title: str
    fields: list[WhyField]


class PresenceEvent(TypedDict):
    id: str
    date: str


class Presence(TypedDict):
    """How often an actor is on the timeline."""

    id: str
    name: str
    kind: str
    events: int
    first: PresenceEvent
    last: PresenceEvent


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


class Spot(TypedDict):
    """A place in a text; lines and columns count from 1."""

    line: int
    column: int


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
    breaks_off: Spot | None
    passages: list[PassageReport]
    pointing: list[NoteReport]
    rewritten_by: list[str]
