"""The evidence for each field of an event: quotations, curator's notes, and what they prove."""

import json
from typing import Literal, cast

from typing_extensions import TypedDict

from timeline.dates import parse, say_fully
from timeline.documents.schema import (
    SCHEMA_VERSION,
    CitationDocument,
    DateEvidenceDocument,
    Document,
    Evidence,
    FieldDocument,
    PartDocument,
    PositionDocument,
    ReferenceDocument,
    RunDocument,
    SourceDocument,
)
from timeline.documents.wording import full_place, letter
from timeline.query import UnknownName
from timeline.store import Store
from timeline.text.names import did_you_mean, fold


class WhyQuote(TypedDict):
    """A quotation about a field, with its location and its source."""

    number: int
    quote: str
    location: str | None
    other_positions: list[PositionDocument]
    prefix: str
    suffix: str
    note: str | None
    source: SourceDocument


class WhyNote(TypedDict):
    """A curator's note about a field. `mark` is its letter on the page of the event."""

    mark: str
    note: str
    see: list[str]


class WhyField(TypedDict):
    """A field with its evidence: value, state, the quotations that support or contradict it, the curator's
    notes, for a date the meaning of the words of time, the conclusion, and how to prove more.
    """

    field: str
    name: str
    value: str
    runs: list[RunDocument]
    evidence: Evidence
    disputed: bool
    parts: list[PartDocument]
    quotes: list[WhyQuote]
    contradicting_quotes: list[WhyQuote]
    notes: list[WhyNote]
    date_evidence: DateEvidenceDocument | None
    conclusion: str
    advice: str


class WhyReport(TypedDict):
    """The fields of an event; `references` are the sources that its quotations and notes refer to."""

    schema_version: Literal[1]
    id: str
    title: str
    fields: list[WhyField]
    references: list[ReferenceDocument]


_CONCLUSIONS: dict[Evidence, tuple[str, str]] = {
    "quoted": ("a stored text supports it.", ""),
    "partly": (
        "a stored text supports a part of it; the rest is the curator's.",
        "To prove the rest, quote a text that has it.",
    ),
    "curator": (
        "only a curator's note supports it.",
        "To prove it, store a text that has it, and quote it.",
    ),
    "unsupported": (
        "there is no evidence for it.",
        "Quote a text that has it, or add a note with its origin.",
    ),
    "unchecked": ("not checked: this dataset has no stored texts.", "Keep the texts in seeds/ beside data/."),
}
"""The conclusion for each state, and how to prove more."""


def why(store: Store, event: str, field: str | None = None) -> WhyReport:
    """The evidence for the fields of an event, or for one of them.

    Raises UnknownName for an unknown event, or a field that the event does not have.
    """
    document = document_of(store, event)
    only = None if field is None else _field_name(field, document, store)
    return {
        "schema_version": SCHEMA_VERSION,
        "id": document["id"],
        "title": document["title"],
        "fields": [_field(document, entry) for entry in document["fields"] if only in (None, entry["field"])],
        "references": document["references"],
    }


def document_of(store: Store, event: str) -> Document:
    """The document of an event. Raises UnknownName if there is none."""
    answer = store.find(event)
    if answer is None:
        hint = did_you_mean(event, store.ids()) or "timeline list has the ids"
        raise UnknownName(f'unknown event "{event}"; {hint}')
    return cast("Document", json.loads(answer.json))


def _field_name(typed: str, document: Document, store: Store) -> str:
    """The field as documents name it. An actor can be typed by any of its names. Raises UnknownName."""
    if typed in document["evidence"]:
        return typed
    kind, _, name = typed.partition(".")
    if kind == "actors":
        known, _ = store.actors.named(name)
        ids = {actor.id for actor in known}
        for actor in document["actors"]:
            if actor["id"] in ids or fold(actor["name"]) == fold(name):
                return f"actors.{actor['id']}"
    names = {f"actors.{actor['name']}" for actor in document["actors"]}
    fields = [key for key in document["evidence"] if not key.startswith("actors.")]
    hint = did_you_mean(typed, [*fields, *names]) or f"it has {', '.join(fields)} and actors.NAME"
    raise UnknownName(f'{document["id"]} has no field "{typed}"; {hint}')


def _field(document: Document, entry: FieldDocument) -> WhyField:
    field = entry["field"]
    name, value, runs = _value(document, entry)
    conclusion, advice = _CONCLUSIONS[entry["evidence"]]
    date_evidence = document["date_evidence"] if field == "date" else None
    if date_evidence is not None:
        conclusion, advice = _conclusion_for_date(date_evidence, conclusion, advice)
    return {
        "field": field,
        "name": name,
        "value": value,
        "runs": runs,
        "evidence": entry["evidence"],
        "disputed": entry["disputed"],
        "parts": entry["parts"],
        "quotes": _quotes(document, field, "supports"),
        "contradicting_quotes": _quotes(document, field, "contradicts"),
        "notes": [
            {"mark": letter(number), "note": note["note"], "see": note["see"]}
            for number, note in enumerate(document["curator"])
            if field in note["supports"]
        ],
        "date_evidence": date_evidence,
        "conclusion": conclusion,
        "advice": advice,
    }


def _value(document: Document, entry: FieldDocument) -> tuple[str, str, list[RunDocument]]:
    """The name of the field, its plain value, and its value in runs that are proved or not."""
    kind, _, key = entry["field"].partition(".")
    if kind == "date":
        return "date", document["date"]["edtf"], document["date"]["runs"]
    if kind == "place":
        return "place", "; ".join(map(full_place, document["places"])), _place_runs(document)
    if kind == "status":
        proved = None if entry["evidence"] in ("quoted", "partly") else False
        return "status", document["status"], [{"text": document["status"], "proved": proved}]
    if kind == "summary":
        sentence = document["summary"][int(key) - 1]
        return f"summary {key}", sentence["text"], sentence["runs"]
    actor = next(actor for actor in document["actors"] if actor["id"] == key)
    return actor["name"], ", ".join(actor["roles"]), actor["runs"]


def _place_runs(document: Document) -> list[RunDocument]:
    runs: list[RunDocument] = []
    for place in document["places"]:
        runs += [{"text": "; ", "proved": None}, *place["runs"]] if runs else place["runs"]
    return runs


def _conclusion_for_date(evidence: DateEvidenceDocument, conclusion: str, advice: str) -> tuple[str, str]:
    """The conclusion and advice that follow from words of time, or those given if there are none."""
    if evidence["verdict"] == "agrees":
        return "agrees: the quoted words mean this date.", ""
    if evidence["verdict"] == "proves a part":
        return (
            f"agrees in part: the quoted words prove {_proved(evidence)}; the rest is the curator's.",
            "To prove what is in brackets, quote a text that names it.",
        )
    if evidence["verdict"] == "contradicts":
        return "contradicts: the quoted words mean another date.", "Correct the date."
    return conclusion, advice


def _proved(evidence: DateEvidenceDocument) -> str:
    """The part of the date that is proved, in words: `June 2025, its last third`."""
    proved = [
        ", ".join(word for word in (say_fully(parse(words["edtf"])), words["note"]) if word)
        for words in evidence["words"]
        if words["verdict"] == "proves a part" and words["edtf"]
    ]
    return " and ".join(dict.fromkeys(proved))


def _quotes(document: Document, field: str, key: Literal["supports", "contradicts"]) -> list[WhyQuote]:
    return [
        _quote(number, citation)
        for number, citation in enumerate(document["citations"], 1)
        if field in citation[key]
    ]


def _quote(number: int, citation: CitationDocument) -> WhyQuote:
    anchors = citation["anchors"]
    first = anchors[0] if anchors else None
    return {
        "number": number,
        "quote": citation["quote"],
        "location": f"{first['file']}:{first['line']}:{first['column']}" if first else None,
        "other_positions": first["other_positions"] if first else [],
        "prefix": first["prefix"] if first else "",
        "suffix": anchors[-1]["suffix"] if anchors else "",
        "note": citation["note"],
        "source": citation["source"],
    }
