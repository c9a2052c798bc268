"""What another program reads back is what the documents say."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screens.conftest import Document, Line, Written
from timeline.exporters import fields_of
from timeline.exporters.tabular import raw
from timeline.text.escape import visible

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
COLUMNS = ("id", "date", "title", "kind", "status", "places", "actors", "topics", "quotes")


def cells(document: Document) -> list[str]:
    """The columns of tsv and csv, read out of a document by hand."""
    places = [f"{place['name']} ({place['country']})" for place in document["places"]]
    row = [document["id"], document["date"]["edtf"], document["title"], document["kind"], document["status"]]
    row += ["; ".join(places), "; ".join(actor["name"] for actor in document["actors"])]
    row += ["; ".join(document["topics"]), str(len(document["citations"]))]
    return [visible(cell) for cell in row]


def drafts(hague: Document, titles: list[str], topics: list[str]) -> list[Document]:
    return [{**hague, "title": title, "topics": topics} for title in titles]


def defused(cell: str) -> str:
    """What a spreadsheet would run has an apostrophe before it (OWASP: CSV injection)."""
    return f"'{cell}" if cell.lstrip().startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20")) else cell


@given(st.lists(words), st.lists(words, max_size=3))
def test_csv_is_read_back_by_pythons_reader_with_its_formulas_defused(
    hague: Document, written: Written, titles: list[str], topics: list[str]
) -> None:
    documents = drafts(hague, titles, topics)
    rows = list(csv.reader(io.StringIO(written("csv", *documents), newline="")))
    assert rows == [list(COLUMNS), *(list(map(defused, cells(one))) for one in documents)]


@given(st.lists(words))
def test_raw_csv_is_read_back_as_it_is(hague: Document, titles: list[str]) -> None:
    documents = drafts(hague, titles, ["=1+1", "@x", "-2"])
    text = "".join(raw([Line(json.dumps(one)) for one in documents], ()))
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [cells(one) for one in documents]


@given(st.lists(words), st.lists(words, max_size=3))
def test_tsv_is_read_back_by_splitting_at_line_ends_and_tabs(
    hague: Document, written: Written, titles: list[str], topics: list[str]
) -> None:
    documents = drafts(hague, titles, topics)
    *lines, end = written("tsv", *documents).split("\n")
    assert [line.split("\t") for line in lines] == [list(COLUMNS), *map(cells, documents)]
    assert end == ""


@given(st.lists(words), st.lists(words, max_size=3))
def test_json_is_one_array_and_ndjson_an_object_a_line(
    hague: Document, written: Written, titles: list[str], topics: list[str]
) -> None:
    documents = drafts(hague, titles, topics)
    array, lines = written("json", *documents), written("ndjson", *documents)
    assert json.loads(array) == documents
    assert [json.loads(line) for line in lines.splitlines()] == documents
    assert array.isascii()
    assert lines.isascii()


def test_an_empty_answer_is_an_empty_array_and_a_header(written: Written) -> None:
    assert written("json") == "[]\n"
    assert written("ndjson") == ""
    assert written("tsv") == "\t".join(COLUMNS) + "\n"
    assert written("csv") == ",".join(COLUMNS) + "\n"
    assert written("markdown") == ""


def test_a_json_document_stands_on_a_line_of_its_own_for_grep(hague: Document, written: Written) -> None:
    first, *lines, last = written("json", hague, hague).splitlines()
    assert (first, last) == ("[", "]")
    assert [json.loads(line.removesuffix(",")) for line in lines] == [hague, hague]


@pytest.mark.parametrize("name", ["json", "ndjson"])
def test_some_keys_in_the_order_of_the_document(hague: Document, written: Written, name: str) -> None:
    text = written(name, hague, fields=("title", "id"))
    read: Any = json.loads(text)
    (document,) = read if name == "json" else [read]
    assert list(document.items()) == [("id", "hague-2025"), ("title", hague["title"])]


@pytest.mark.parametrize("name", ["tsv", "csv"])
def test_some_columns_in_the_order_asked_for(hague: Document, written: Written, name: str) -> None:
    mark = {"tsv": "\t", "csv": ","}[name]
    assert written(name, hague, fields=("quotes", "id")) == f"quotes{mark}id\n3{mark}hague-2025\n"


def test_every_key_of_a_document_can_be_asked_for(hague: Document) -> None:
    assert set(fields_of("json")) == {*hague, "match"}
    assert fields_of("ndjson") == fields_of("json")
    assert fields_of("csv") == fields_of("tsv") == COLUMNS
    assert fields_of("markdown") == ()
