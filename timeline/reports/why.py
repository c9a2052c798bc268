"""Why a field of an event can be believed: its quotations, its curator's notes, and what they prove."""

from typing_extensions import TypedDict

from timeline.dates import parse, say_fully
from timeline.documents import (
    SCHEMA_VERSION,
    CitationDocument,
    CuratorDocument,
    Document,
    Evidence,
    ProofDocument,
    SchemaVersion,
    SourceDocument,
)
from timeline.wording import bracketed, full_place, letter, part


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
    schema_version: SchemaVersion
    id: str
    title: str
    fields: list[WhyField]


_VERDICTS = {
    "quoted": ("a stored text says so.", ""),
    "partly": (
        "a stored text says it in part, the curator the rest.",
        "To prove the rest, quote a text for it.",
    ),
    "curator": ("the curator's word alone.", "To prove it, store a text that says so, and quote it."),
    "unsupported": (
        "nobody answers for it.",
        "Quote a text that says so, or say in a note where it is from.",
    ),
    "unchecked": ("not checked: this dataset carries no texts.", "Keep the texts in seeds/ beside data/."),
}


def reasons(document: Document, only: str | None) -> WhyReport:
    """All fields of an event, or one of them (as documents name it)."""
    fields = [only] if only else list(document["evidence"])
    return {
        "schema_version": SCHEMA_VERSION,
        "id": document["id"],
        "title": document["title"],
        "fields": [_field(document, field) for field in fields],
    }


def _field(document: Document, field: str) -> WhyField:
    name, value, shown = _value(document, field)
    evidence = document["evidence"][field]
    verdict, advice = _VERDICTS[evidence]
    proof = document["proof"] if field == "date" else None
    if proof is not None:
        verdict, advice = _of_date(proof, verdict, advice)
    return {
        "field": field,
        "name": name,
        "value": value,
        "shown": shown,
        "evidence": evidence,
        "quotes": [
            _quote(number, citation)
            for number, citation in enumerate(document["citations"], 1)
            if field in citation["supports"]
        ],
        "notes": [
            _note(number, note, document)
            for number, note in enumerate(document["curator"])
            if field in note["supports"]
        ],
        "proof": proof,
        "verdict": verdict,
        "advice": advice,
    }


def _value(document: Document, field: str) -> tuple[str, str, str]:
    """What people call the field, its plain value, and the value with the curator's brackets."""
    kind, _, key = field.partition(".")
    evidence = document["evidence"][field]
    if kind == "date":
        return "date", document["date"]["edtf"], document["proof"]["long"]
    if kind == "place":
        places = "; ".join(map(full_place, document["places"]))
        return "place", places, bracketed(places, evidence)
    if kind == "status":
        return "status", document["status"], bracketed(document["status"], evidence)
    if kind == "summary":
        sentence = document["summary"][int(key) - 1]["text"]
        return f"summary {key}", sentence, bracketed(sentence, evidence)
    actor = next(actor for actor in document["actors"] if actor["id"] == key)
    return actor["name"], ", ".join(actor["roles"]), part(actor)


def _of_date(proof: ProofDocument, verdict: str, advice: str) -> tuple[str, str]:
    if proof["verdict"] == "agrees":
        return "agrees: the words of the text come to this date.", ""
    if proof["verdict"] == "proves a part":
        return (
            f"agrees as far as it goes: the text proves {_proved(proof)}; the rest is the curator's.",
            "To prove what stands in brackets, store a text that names it.",
        )
    if proof["verdict"] == "contradicts":
        return "contradicts: the words of the text come to another date.", "Correct the date."
    return verdict, advice


def _proved(proof: ProofDocument) -> str:
    """What the words come to, in words: `June 2025, its last third`."""
    telling = [one for one in proof["words"] if one["verdict"] == "proves a part"]
    said = [
        ", ".join(word for word in (say_fully(parse(one["edtf"])), one["note"]) if word)
        for one in telling
        if one["edtf"]
    ]
    return " and ".join(dict.fromkeys(said))


def _quote(number: int, citation: CitationDocument) -> WhyQuote:
    anchors = citation["anchors"]
    first = anchors[0] if anchors else None
    return {
        "number": number,
        "quote": citation["quote"],
        "place": f"{first['file']}:{first['line']}:{first['column']}" if first else None,
        "again": [f"{spot['line']}:{spot['column']}" for spot in first["again"]] if first else [],
        "prefix": first["prefix"] if first else "",
        "suffix": anchors[-1]["suffix"] if anchors else "",
        "note": citation["note"],
        "source": citation["source"],
    }


def _note(number: int, note: CuratorDocument, document: Document) -> WhyNote:
    seen = document["seen"]
    return {
        "mark": letter(number),
        "note": note["note"],
        "see": [{"id": key, "stored": seen[key]["stored"] if key in seen else None} for key in note["see"]],
    }
