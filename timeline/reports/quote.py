"""Find a quotation in the stored texts, as citations ready to paste."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from typing_extensions import TypedDict

from timeline.anchors import Ambiguous, Found, Lost, find, nearest
from timeline.anchors.choosing import Effort, choices
from timeline.checks.triage import triage
from timeline.documents import SCHEMA_VERSION, AnchorDocument
from timeline.linking import Timeline
from timeline.linking.publish import anchor_document
from timeline.names import did_you_mean
from timeline.query import UnknownName
from timeline.sources import StoredText

MOST = 10
"""Places of one text for which a citation is made: more are of no use without more words."""


class QuoteMatch(TypedDict):
    """Where a quotation was found, ready to be cited. `quote` has the words as the text has them; `match`
    says whether what was typed is the same or differs in typography; prefix and suffix choose among several
    positions. `recorded` is false where data/sources.yaml has no record of the text.
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
    """Where a quotation was found. Where it was not, `matches` is empty, and `cause` and `details`
    say why.
    """

    schema_version: Literal[1]
    text: str
    matches: list[QuoteMatch]
    cause: str | None
    details: list[str]


class Shelf(NamedTuple):
    """A stored text with the id of its source; `recorded` is false where the ledger does not know it."""

    source: str
    recorded: bool
    text: StoredText


def shelves(timeline: Timeline, only: str | None) -> list[Shelf]:
    """The texts to look in: all that are stored, or that of one source. Raises UnknownName."""
    texts = timeline.material.texts or {}
    records = [one.record for one in timeline.sources.values()]
    known = [Shelf(one.id, True, texts[one.file]) for one in records if one.file and one.file in texts]
    if only is None and texts:
        files = {one.file for one in records}
        others = sorted(set(texts) - files)
        return [*known, *(Shelf(name.rpartition(".")[0] or name, False, texts[name]) for name in others)]
    if only is None:
        raise UnknownName("there are no stored texts: nothing can be looked up")
    if only not in timeline.sources:
        hint = did_you_mean(only, timeline.sources) or "timeline sources has the ids"
        raise UnknownName(f'there is no source "{only}": {hint}')
    chosen = [shelf for shelf in known if shelf.source == only]
    if not chosen:
        raise UnknownName(f'"{only}" has no text in seeds/: nothing can be quoted from it')
    return chosen


def look_up(typed: str, listed: list[Shelf], supports: list[str], timeline: Timeline) -> QuoteReport:
    """Where words stand in the texts; where they stand in none, why."""
    found: list[QuoteMatch] = []
    lost: list[tuple[StoredText, Lost]] = []
    crowded: list[str] = []
    effort = Effort()
    for shelf in listed:
        outcome = find(shelf.text.search, typed)
        if isinstance(outcome, Lost):
            lost.append((shelf.text, outcome))
            continue
        here = [one | {"supports": supports} for one in _stands(typed, shelf, outcome, effort)]
        found += here
        if isinstance(outcome, Ambiguous) and not here:
            crowded.append(_crowded(shelf.text, outcome))
    cause: str | None = None
    if not found and crowded:
        cause = "ambiguous: they stand in several places, and no words next to them choose; quote more"
    elif not found:
        cause, crowded = _cause(typed, lost, timeline)
    return {
        "schema_version": SCHEMA_VERSION,
        "text": typed,
        "matches": found,
        "cause": cause,
        "details": crowded,
    }


def _stands(typed: str, shelf: Shelf, outcome: Found | Ambiguous, effort: Effort) -> Iterator[QuoteMatch]:
    """What can be cited in one text: one place, or each of several that differ."""
    text = shelf.text
    if isinstance(outcome, Found):
        yield _stand(typed, shelf, outcome, "", "")
        return
    for choice in choices(text.search, typed, outcome, MOST, effort):
        words = text.text[choice.start : choice.end]
        chosen = find(text.search, words, choice.prefix, choice.suffix)
        if isinstance(chosen, Found):
            yield _stand(typed, shelf, chosen, choice.prefix, choice.suffix)


def _stand(typed: str, shelf: Shelf, found: Found, prefix: str, suffix: str) -> QuoteMatch:
    text = shelf.text
    words = " [...] ".join(text.text[anchor.start : anchor.end] for anchor in found.anchors)
    anchors = [anchor_document(anchor, text) for anchor in found.anchors]
    exact = words == typed.strip() or (len(anchors) > 1 and all(one["match"] == "exact" for one in anchors))
    return {
        "source": shelf.source,
        "recorded": shelf.recorded,
        "quote": words,
        "prefix": prefix or None,
        "suffix": suffix or None,
        "supports": [],
        "match": "exact" if exact else "typographic",
        "anchors": anchors,
    }


def _crowded(text: StoredText, outcome: Ambiguous) -> str:
    places = [text.place(start) for start in outcome.starts[:MOST]]
    return f"{text.file}: {', '.join(f'{line}:{column}' for line, column in places)}"


def _cause(typed: str, lost: list[tuple[StoredText, Lost]], timeline: Timeline) -> tuple[str, list[str]]:
    """Why the words stand in no text: asked of the text that looks most like it."""
    texts = timeline.material.texts or {}
    for text, outcome in sorted(lost, key=_likeness, reverse=True):
        cause = triage(typed, outcome, text, texts)
        if not cause.message.startswith("absent") or len(lost) == 1:
            return cause.message, list(cause.details)
    return f"absent: nothing like it stands in any of the {len(lost)} stored texts", []


def _likeness(one: tuple[StoredText, Lost]) -> float:
    text, outcome = one
    near = nearest(text.search, outcome.part)
    return 101.0 if outcome.why != "absent" else near.likeness if near else 0.0
