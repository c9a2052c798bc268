"""Tables: Python's csv reader, and splitting at tabs, return the values of the documents."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exporters.conftest import Document, Written
from tests.exporters.hostile import HOSTILE
from timeline.exporters import fields_of
from timeline.text.escape import visible

titles = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
FORMULA_SIGNS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
COLUMNS = ("id", "date", "title", "kind", "status", "places", "actors", "topics", "quotes")


def cells(document: Document) -> list[str]:
    """The row of a document, built here by hand."""
    places = [f"{place['name']} ({place['country']})" for place in document["places"]]
    row = [document["id"], document["date"]["edtf"], document["title"], document["kind"], document["status"]]
    row += ["; ".join(places), "; ".join(actor["name"] for actor in document["actors"])]
    row += ["; ".join(document["topics"]), str(len(document["citations"]))]
    return [visible(cell) for cell in row]


def with_titles(document: Document, titles: list[str]) -> list[Document]:
    return [{**document, "title": title, "topics": [title, "=1+1"]} for title in titles]


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def defused(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would run (OWASP: CSV injection)."""
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_SIGNS) else cell


@given(titles)
def test_csv_is_read_back_with_formulas_defused(hague: Document, written: Written, titles: list[str]) -> None:
    documents = with_titles(hague, titles)
    rows = read_csv(written("csv", *documents))
    assert rows == [list(COLUMNS), *(list(map(defused, cells(document))) for document in documents)]


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
@pytest.mark.parametrize("space", ["", " ", "\u3000"])
def test_csv_defuses_every_formula_sign(hague: Document, written: Written, sign: str, space: str) -> None:
    title = f"{space}{sign}SUM(1)"
    assert read_csv(written("csv", {**hague, "title": title}, fields=("title",)))[1:] == [[f"'{title}"]]


@given(titles)
def test_raw_csv_is_read_back_unchanged(hague: Document, written: Written, titles: list[str]) -> None:
    documents = with_titles(hague, [*titles, "=1+1", "@x", "-2"])
    rows = read_csv(written("csv", *documents, raw=True))
    assert rows == [list(COLUMNS), *map(cells, documents)]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_one_cell(hague: Document, written: Written, words: str) -> None:
    assert read_csv(written("csv", {**hague, "title": words}, raw=True))[1][2] == visible(words)


@given(titles)
def test_tsv_is_read_back_by_splitting_at_line_ends_and_tabs(
    hague: Document, written: Written, titles: list[str]
) -> None:
    documents = with_titles(hague, titles)
    *lines, end = written("tsv", *documents).split("\n")
    assert [line.split("\t") for line in lines] == [list(COLUMNS), *map(cells, documents)]
    assert end == ""


def test_an_empty_table_is_its_header(written: Written) -> None:
    assert written("tsv") == "\t".join(COLUMNS) + "\n"
    assert written("csv") == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(("name", "separator"), [("tsv", "\t"), ("csv", ",")])
def test_fields_choose_columns_and_their_order(
    hague: Document, written: Written, name: str, separator: str
) -> None:
    expected = f"quotes{separator}id\n3{separator}hague-2025\n"
    assert written(name, hague, fields=("quotes", "id")) == expected


def test_the_columns_can_be_chosen() -> None:
    assert fields_of("csv") == fields_of("tsv") == COLUMNS
