"""Find a quotation in the stored texts, as a citation to paste."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from typing_extensions import TypedDict

from timeline.documents.schema import SCHEMA_VERSION, AnchorDocument
from timeline.evidence import Timeline
from timeline.evidence.publish import anchor_document
from timeline.query import InvalidQuery, UnknownName
from timeline.quotes import Ambiguous, Found, Lost, find, nearest
from timeline.quotes.diagnose import CauseKind, diagnose
from timeline.quotes.disambiguate import SearchBudget, choices
from timeline.quotes.stored_text import StoredText
from timeline.text.names import did_you_mean

_QUOTED = re.compile('["“].+["”]', re.DOTALL)
"""Words in quotation marks, as screens show them."""
_FIELD = re.compile(r"date|place|status|actors\..+|summary\.[1-9][0-9]*")
MAX_MATCHES_PER_TEXT = 10
"""Positions in one text for which a citation is made. To choose among more, a longer quote is needed."""


Cause = Literal[
    "cut", "order", "neighbours", "elsewhere", "spliced", "changed", "absent", "not examined", "ambiguous"
]
"""Why a quotation cannot be cited."""


class QuoteMatch(TypedDict):
    """A quotation that was found, ready to be cited. `quote` is verbatim; `fidelity` says whether the typed
    words are the same or differ in typography; `prefix` and `suffix` select one of several positions.
    `recorded` is false if data/sources.yaml has no record of the text.
    """

    source_id: str
    recorded: bool
    quote: str
    prefix: str | None
    suffix: str | None
    supports: list[str]
    fidelity: Literal["exact", "typographic"]
    anchors: list[AnchorDocument]


class QuoteReport(TypedDict):
    """Where a quotation was found. If it was not, `matches` is empty and `cause` and `details` say why."""

    schema_version: Literal[1]
    text: str
    matches: list[QuoteMatch]
    cause: Cause | None
    message: str | None
    details: list[str]


class SearchableText(NamedTuple):
    """A stored text with the id of its source; `recorded` is false if data/sources.yaml does not have it."""

    source: str
    recorded: bool
    text: StoredText


def quote(
    timeline: Timeline, words: str, source: str | None = None, supports: Iterable[str] = ()
) -> QuoteReport:
    """Find words in the stored texts, or in that of one source. `supports` are the fields that they prove.

    Words in quotation marks, as screens show them, are also searched without the marks. Raises UnknownName
    for a source without a stored text, InvalidQuery for a field that no event can have, or if there are no
    words.
    """
    if not any(map(str.isalnum, words)):
        raise InvalidQuery("no words to search for")
    fields = [field for entry in supports for field in _fields(entry)]
    texts = searchable_texts(timeline, source)
    report = find_in_texts(words.strip(), texts, fields, timeline)
    if not report["matches"] and _QUOTED.fullmatch(words.strip()):
        unquoted = find_in_texts(words.strip()[1:-1], texts, fields, timeline)
        report = unquoted if unquoted["matches"] else report
    return report


def _fields(typed: str) -> list[str]:
    """Fields that are separated by commas. A name can have a comma too: a part that is not a field continues
    the name before it (`actors.Korea, Republic of`). Raises InvalidQuery for an unknown field.
    """
    fields: list[str] = []
    for part in typed.split(","):
        if _FIELD.fullmatch(part.strip()):
            fields.append(part.strip())
        elif fields and fields[-1].startswith("actors."):
            fields[-1] += f",{part}"
        else:
            hint = "use date, place, status, actors.NAME or summary.N"
            raise InvalidQuery(f'--supports: unknown field "{part.strip()}"; {hint}')
    return fields


def searchable_texts(timeline: Timeline, only: str | None) -> list[SearchableText]:
    """All stored texts, or that of the source `only`. Raises UnknownName if there is none."""
    texts = timeline.material.texts or {}
    records = [source.record for source in timeline.sources.values()]
    recorded = [
        SearchableText(record.id, True, texts[record.file])
        for record in records
        if record.file and record.file in texts
    ]
    if only is None:
        if not texts:
            raise UnknownName("this dataset has no stored texts")
        unrecorded = sorted(set(texts) - {record.file for record in records})
        return [
            *recorded,
            *(SearchableText(name.rpartition(".")[0] or name, False, texts[name]) for name in unrecorded),
        ]
    if only not in timeline.sources:
        hint = did_you_mean(only, timeline.sources) or "timeline sources has the ids"
        raise UnknownName(f'unknown source "{only}"; {hint}')
    chosen = [text for text in recorded if text.source == only]
    if not chosen:
        raise UnknownName(f'source "{only}" has no stored text to quote from')
    return chosen


def find_in_texts(
    typed: str, texts: list[SearchableText], supports: list[str], timeline: Timeline
) -> QuoteReport:
    """Where words were found in these texts, or why they were not."""
    matches: list[QuoteMatch] = []
    lost: list[tuple[StoredText, Lost]] = []
    details: list[str] = []
    budget = SearchBudget()
    for searched in texts:
        outcome = find(searched.text.search, typed)
        if isinstance(outcome, Lost):
            lost.append((searched.text, outcome))
            continue
        in_text = [match | {"supports": supports} for match in _matches(typed, searched, outcome, budget)]
        matches += in_text
        if isinstance(outcome, Ambiguous) and not in_text:
            details.append(_positions(searched.text, outcome))
    cause: Cause | None = None
    message: str | None = None
    if not matches and details:
        cause = "ambiguous"
        message = "ambiguous: found at several positions with the same words around them; quote more"
    elif not matches:
        cause, message, details = _why_not(typed, lost, timeline)
    return {
        "schema_version": SCHEMA_VERSION,
        "text": typed,
        "matches": matches,
        "cause": cause,
        "message": message,
        "details": details,
    }


def _matches(
    typed: str, searched: SearchableText, outcome: Found | Ambiguous, budget: SearchBudget
) -> Iterator[QuoteMatch]:
    """The matches in one text: one, or one for each position that a prefix or suffix can select."""
    text = searched.text
    if isinstance(outcome, Found):
        yield _match(typed, searched, outcome, "", "")
        return
    for choice in choices(text.search, typed, outcome, MAX_MATCHES_PER_TEXT, budget):
        words = text.text[choice.start : choice.end]
        selected = find(text.search, words, choice.prefix, choice.suffix)
        if isinstance(selected, Found):
            yield _match(typed, searched, selected, choice.prefix, choice.suffix)


def _match(typed: str, searched: SearchableText, found: Found, prefix: str, suffix: str) -> QuoteMatch:
    text = searched.text
    words = " [...] ".join(text.text[anchor.start : anchor.end] for anchor in found.anchors)
    anchors = [anchor_document(anchor, text) for anchor in found.anchors]
    exact = words == typed.strip() or (
        len(anchors) > 1 and all(anchor["fidelity"] == "exact" for anchor in anchors)
    )
    return {
        "source_id": searched.source,
        "recorded": searched.recorded,
        "quote": words,
        "prefix": prefix or None,
        "suffix": suffix or None,
        "supports": [],
        "fidelity": "exact" if exact else "typographic",
        "anchors": anchors,
    }


def _positions(text: StoredText, outcome: Ambiguous) -> str:
    positions = [text.place(start) for start in outcome.starts[:MAX_MATCHES_PER_TEXT]]
    return f"{text.file}: {', '.join(f'{line}:{column}' for line, column in positions)}"


def _why_not(
    typed: str, lost: list[tuple[StoredText, Lost]], timeline: Timeline
) -> tuple[Cause, str, list[str]]:
    """Why the words were not found, judged by the texts with the most similar passages."""
    texts = timeline.material.texts or {}
    for text, outcome in sorted(lost, key=_likeness, reverse=True):
        cause = diagnose(typed, outcome, text, texts)
        if cause.kind is not CauseKind.ABSENT or len(lost) == 1:
            return cause.kind.value, cause.message, list(cause.details)
    return "absent", f"not found, and nothing similar in any of the {len(lost)} stored texts", []


def _likeness(searched: tuple[StoredText, Lost]) -> float:
    """How similar the nearest passage of a text is, 0 to 100; more if the words are there in another form."""
    text, outcome = searched
    near = nearest(text.search, outcome.part)
    return 101.0 if outcome.why != "absent" else near.similarity if near else 0.0
