"""Parses outputs again: json, csv and CommonMark by other libraries, YAML by our own reader."""

import csv
import io
import json
import re
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from fuzz.harness import hold
from fuzz.screens import safe
from timeline.exporters import fields_of, text_writer
from timeline.exporters.citation import write_citations
from timeline.readers import read
from timeline.readers.nodes import locate, plain
from timeline.reports.quote import QuoteMatch
from timeline.text.escape import visible

COLUMNS = ("id", "date", "title", "kind", "status", "places", "actors", "topics", "quotes")
_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
_NOTE = re.compile(r"\[\^(\d+)\]: ")
_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_ALLOWED = {
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open"),
    *(
        "paragraph_close",
        "inline",
        "text",
        "strong_open",
        "strong_close",
        "code_inline",
        "em_open",
        "em_close",
    ),
    *("softbreak", "text_special"),
}


class Line(NamedTuple):
    """An event as the store returns it."""

    json: str


def cells(document: dict[str, Any]) -> list[str]:
    """The columns of tsv and csv, derived from a document by hand."""
    places = [f"{place['name']} ({place['country']})" for place in document["places"]]
    row = [document["id"], document["date"]["edtf"], document["title"], document["kind"], document["status"]]
    row += ["; ".join(places), "; ".join(actor["name"] for actor in document["actors"])]
    row += ["; ".join(document["topics"]), str(len(document["citations"]))]
    return [visible(cell) for cell in row]


def rows(text: str) -> list[list[str]]:
    """A table as Python's csv module reads it."""
    return list(csv.reader(io.StringIO(text, newline="")))


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet takes a cell for a formula."""
    return cell.lstrip().startswith(_FORMULA)


def json_and_ndjson(events: list[Line], document: dict[str, Any]) -> None:
    """The same documents, in ASCII; with --fields only those keys."""
    array, lines = "".join(text_writer("json")(events, ())), "".join(text_writer("ndjson")(events, ()))
    hold(json.loads(array) == [document] * 2, "json does not hold the documents")
    hold(
        [json.loads(line) for line in lines.splitlines()] == [document] * 2,
        "ndjson is not one document a line",
    )
    hold(array.isascii() and lines.isascii(), "json is not ASCII")
    some = "".join(text_writer("json")(events, ("title", "places")))
    for text in (array, lines, some):
        safe(text)
    wanted = {key: document[key] for key in ("title", "places")}
    hold(json.loads(some) == [wanted] * 2, "--fields loses something")


def tables(events: list[Line], document: dict[str, Any]) -> None:
    """Rows and cells, as other programs parse them."""
    wanted = cells(document)
    hold(tuple(fields_of("csv")) == COLUMNS, "the columns differ")
    tsv, sheet = "".join(text_writer("tsv")(events, ())), "".join(text_writer("csv")(events, ()))
    bare = "".join(text_writer("csv", raw=True)(events, ()))
    for text in (tsv.replace("\t", ""), sheet, bare):
        safe(text)
    hold([line.split("\t") for line in tsv.split("\n")[1:]] == [wanted, wanted, [""]], f"tsv is {tsv!r}")
    hold(rows(bare)[1:] == [wanted, wanted], f"csv --raw is {bare!r}")
    for row in rows(sheet)[1:]:
        hold(not any(is_formula(cell) for cell in row), f"a spreadsheet runs {row}")
        hold(
            [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in wanted],
            f"csv: {row}",
        )


def citation(quote: str, words: list[str]) -> None:
    """A citation printed by `timeline quote` is read back verbatim."""
    prefix, suffix, supports = words[0] or None, words[1] or None, [word for word in words[2:6] if word]
    match: QuoteMatch = {
        "source_id": words[3] or "gazette", "recorded": True, "quote": quote,
        "prefix": prefix, "suffix": suffix,
        "supports": supports, "fidelity": "exact", "anchors": [],
    }  # fmt: skip
    pasted = "".join(write_citations([match]))
    safe(pasted)
    tree, problems = read("a.yaml", f"format: 1\nevents:\n  - id: e\n    citations:\n{pasted}")
    pasted_citation = plain(locate(tree.root, ("events", 0, "citations", 0)))
    kept = {key: match[key] for key in ("quote", "prefix", "suffix", "supports") if match[key]}
    wanted = {"source": match["source_id"], **kept}
    hold(not problems, f"{pasted!r} has {problems}")
    hold(pasted_citation == {"supports": [], **wanted}, f"{pasted!r} is read as {pasted_citation}")


def markdown(text: str, document: dict[str, Any]) -> None:
    """One item for each event, then one note for each quotation; CommonMark reads all of it as text."""
    lines = text.split("\n")
    hold(len(lines) == 6, f"{len(lines)} lines of Markdown: {text!r}")
    hold([bool(line) for line in lines] == [True, True, False, True, True, False], f"lines of {text!r}")
    hold(all(line.startswith("- **") for line in lines[:2]), f"not items: {text!r}")
    numbers = [match[1] for line in lines[3:5] if (match := _NOTE.match(line))]
    hold(numbers == ["1", "2"], f"the notes are {numbers}")
    item = _shown(lines[0])
    for wanted in (document["title"], document["summary"][0]["text"], document["places"][0]["name"]):
        hold(_spaced(wanted) in item, f"Markdown shows {wanted!r} as {item!r}")
    note = _shown(_NOTE.sub("", lines[3]))
    hold(_spaced(document["citations"][0]["quote"]) in note, f"Markdown shows the quotation as {note!r}")


def _shown(line: str) -> str:
    """The text of a line as a reader sees it. It has no marks except our own."""
    shown: list[str] = []
    for token in _flat(_COMMONMARK.parse(line)):
        hold(token.type in _ALLOWED, f"{token.type} in Markdown {line!r}")
        shown.append(token.content if token.type in ("text", "code_inline", "text_special") else "")
    return _spaced("".join(shown))


def _flat(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in ([token, *token.children] if token.children else [token])]


def _spaced(text: str) -> str:
    """Without white space, which Markdown does not keep."""
    return "".join(visible(text).split())
