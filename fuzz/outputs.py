"""A record with any texts in its fields, written in every format: each is parsed again and has the texts.

An input is a text for each field of `_record`, in that order, and finally a width of the screen.
"""

import json
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from fuzz import readback, screens
from fuzz.gathering import records, texts_in_tests
from fuzz.harness import Harness, hold, joined, parts
from timeline.dataset.read import LoadedDataset
from timeline.evidence import link, publish
from timeline.exporters import text_writer
from timeline.quotes.stored_text import StoredText
from timeline.readers import jsonl
from timeline.records import EventRecord, SourceRecord, validate_records
from timeline.store.encode import encode
from timeline.text import escape as escaping

_FIELDS = 14
_Json = dict[str, Any]


def judge(data: bytes) -> None:
    """Publish one record and write it in every format."""
    words = parts(data, _FIELDS + 1)
    record, source = _record(words), _source(words)
    line = _published(record, source)
    if not line:
        return
    document = json.loads(line)
    _check_document(document, record)
    events = [readback.Line(line)] * 2
    readback.json_and_ndjson(events, document)
    readback.tables(events, document)
    readback.markdown("".join(text_writer("markdown")(events, ())), document)
    screens.check_screens(document, 20 + ord(words[_FIELDS][:1] or "\x3c") % 180)
    readback.citation(document["citations"][0]["quote"], words)


def _record(words: list[str]) -> _Json:
    """An event with these texts in every field of free text."""
    title, topic, place, country, name, by, first, second, quote, note, speaker = words[:11]
    supports = ["place", "status", "summary.1", f"actors.{name}"]
    citation = {"source": "gazette", "quote": quote, "supports": supports, "note": note, "speaker": speaker}
    return {
        "id": "fuzzed", "title": title, "kind": "summit", "date": "2024-06/2024-07-09",
        "place": [{"name": place, "country": country}], "topics": [topic, "talks"],
        "summary": [first, second],
        "actors": {name: {"roles": ["host", "speaker"], "by": by, "level": "leader"}},
        "citations": [{key: value for key, value in citation.items() if value}],
        "curator": [{"note": note or "n", "supports": ["date", "summary.2"], "see": ["gazette",
    "https://a.b"]}],
    }  # fmt: skip


def _source(words: list[str]) -> _Json:
    title, author, publisher = words[11:_FIELDS]
    known = {"title": title, "author": author, "publisher": publisher}
    more = {"id": "gazette", "file": "gazette.txt", "published": "2024-07-10", "coverage": "excerpt"}
    return more | {key: value for key, value in known.items() if value.strip()}


def _published(record: _Json, source: _Json) -> str:
    """The document that the store keeps of a record read as JSON Lines; empty if the record is refused."""
    quote = str(record["citations"][0].get("quote", ""))
    events, problems = _validated(record, EventRecord)
    sources, source_problems = _validated(source, SourceRecord)
    hold(
        bool(events and sources) != bool(problems + source_problems),
        f"{record} is accepted: {bool(events and sources)}, with the problems {problems + source_problems}",
    )
    if not events or not sources:
        return ""
    text = StoredText("seeds/gazette.txt", f"Before it {quote} and after.\nAgain: {quote}", "")
    material = LoadedDataset(events, (), sources, (), {"gazette.txt": text}, {}, (), 0)
    timeline = link(material)
    document = publish(timeline.events[0], timeline)
    line = encode(document)
    hold(json.loads(line) == document, f"the store keeps {line!r} of {document}")
    return line


def _validated(record: _Json, model: Any) -> tuple[tuple[Any, ...], list[Any]]:
    tree, syntax = jsonl.read("a.jsonl", json.dumps(record, ensure_ascii=False))
    records, problems = validate_records(tree, "events", model, syntax)
    return tuple(records), [*syntax, *problems]


def _check_document(document: _Json, record: _Json) -> None:
    """A document has the texts of its record verbatim."""
    (place,), (name,), (citation,) = record["place"], record["actors"], record["citations"]
    published = document["citations"][0]
    pairs = [
        (document["title"], record["title"]), (document["topics"], record["topics"]),
        (document["places"][0]["name"], place["name"]), (document["places"][0]["country"], place["country"]),
        (document["actors"][0]["name"], name), (document["actors"][0]["by"], record["actors"][name]["by"]),
        ([sentence["text"] for sentence in document["summary"]], record["summary"]),
        (published["quote"], citation["quote"]), (published["note"], citation.get("note")),
        (published["speaker"], citation.get("speaker")),
        (document["curator"][0]["note"], record["curator"][0]["note"]),
    ]  # fmt: skip
    for value, written in pairs:
        hold(value == written, f"{written!r} is published as {value!r}")


def _seeds() -> Iterator[bytes]:
    hostile = [text for text in texts_in_tests("exporters") if text.strip()]
    for first, second in zip(hostile, hostile[7:], strict=False):
        yield joined(first, second, *([first, second] * 6), "\x3c")
    for _, value in records("events"):
        record: Any = value
        quotes = [citation["quote"] for citation in record.get("citations", [])] or ["words"]
        names = [*record.get("actors", {}), "Japan"]
        texts = [record["title"], "trade", "Geneva", "CH", names[0], names[-1], *record["summary"][:1] * 2]
        yield joined(*texts, quotes[0], "a note", "a speaker", "a title", "an author", "a paper", "\x64")


def _plant() -> AbstractContextManager[object]:
    """One control character is not escaped: the byte that begins a sequence on an eight-bit terminal."""
    hidden = re.compile(escaping._HIDDEN.replace("\x7f-\x9f", "\x7f-\x9a\x9c-\x9f"))
    return patch.object(escaping, "_hidden", lambda: hidden)


_WORDS = (
    "\x1b[31m", "\x1b]8;;http://a.b\x07", "\u009b31m", "\u0085", "\u009d", "\x00", "\x7f", "\x08", "\t",
    "\n", "\r", "\r\n", "\u202e", "\u2066", "\u200b", "\u200d", "\u2028", "\u2029", "\u00ad", "\ufeff",
    "\U000e0041", "\ue000", "=1+1", "+1", "-1", "@x", "'", '"', '""', ",", ";", "; ", "|", "\uff1d1",
    "\u00a0=1", "[^1]", "[^1]: ", "[a](b)", "![a](b)", "<b>", "</b>", "<!--", "&lt;", "&#60;", "`", "``", "*",
    "**", "_", "~~", "#", "# ", "> ", "- ", "1. ", "\\", "\\`", "http://a.b", "www.a.b", "a@b.c", ":x:",
    "$x$",
    "{x}", "[bold]", "[/]", "e\u0301", "\u0301", "\u3000", "\u6771\u4eac", "\U0001f469\u200d\U0001f467",
    "\u0627", "Japan", "2024", " [...] ", "\u2026", "\ud7ff", "\ufffd",
)  # fmt: skip
_SHOWS = joined(*["a\u009b31m"] * _FIELDS)
HARNESS = Harness(judge, _seeds, _WORDS, _plant, _SHOWS)
