"""JSON: what `json.loads` returns is the documents."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exporters.conftest import Document, Line, Written
from tests.exporters.hostile import HOSTILE, poisoned
from timeline.documents.schema import Document as PublishedDocument
from timeline.exporters import fields_of
from timeline.exporters.json import decoded

titles = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))


@given(titles)
def test_json_is_one_array_and_ndjson_one_object_a_line(
    hague: Document, written: Written, titles: list[str]
) -> None:
    documents = [{**hague, "title": title} for title in titles]
    array, lines = written("json", *documents), written("ndjson", *documents)
    assert json.loads(array) == documents
    assert [json.loads(line) for line in lines.splitlines()] == documents
    assert array.isascii()
    assert lines.isascii()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_verbatim(hague: Document, written: Written, words: str) -> None:
    (document,) = json.loads(written("json", poisoned(hague, words)))
    assert document["title"] == document["citations"][0]["quote"] == words


def test_no_events_are_an_empty_array_and_no_lines(written: Written) -> None:
    assert written("json") == "[]\n"
    assert written("ndjson") == ""


def test_json_has_a_document_a_line(hague: Document, written: Written) -> None:
    first, *lines, last = written("json", hague, hague).splitlines()
    assert (first, last) == ("[", "]")
    assert [json.loads(line.removesuffix(",")) for line in lines] == [hague, hague]


@pytest.mark.parametrize("name", ["json", "ndjson"])
def test_fields_choose_keys_in_the_order_of_the_document(
    hague: Document, written: Written, name: str
) -> None:
    text = written(name, hague, hague, fields=("title", "id"))
    documents: Any = json.loads(text) if name == "json" else [json.loads(line) for line in text.splitlines()]
    keys = [("id", "hague-2025"), ("title", hague["title"])]
    assert [list(document.items()) for document in documents] == [keys, keys]


def test_every_key_of_a_document_can_be_chosen() -> None:
    assert set(fields_of("json")) == set(PublishedDocument.__annotations__)
    assert fields_of("ndjson") == fields_of("json")


def test_decoded_returns_the_documents(hague: Document) -> None:
    assert list(decoded([Line(json.dumps(hague))])) == [hague]
