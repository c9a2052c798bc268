"""Hostile words in a title or a quotation arrive letter for letter or are shown, and command nothing."""

import json
import re
import unicodedata
from typing import Any

import pytest

from tests.screens.conftest import SCREENS, Document, Written
from timeline.exporters import TEXTS
from timeline.text.escape import visible

HOSTILE = [
    "He said [sic] it",
    "[/] [/bold] [red]red[/red]",
    ":x: :warning:",
    "\x1b[31mred\x1b]8;;http://evil.example\x07",
    "right\u202eto left\u2066",
    "a\ttab and a\nnew line and a\r",
    "`code` ``and`` more",
    "a | b || c",
    "<script>alert(1)</script> &amp;",
    "[click](javascript:alert) ![x](y) # *bold* _it_ ~~no~~",
    "\x9b31m \x00 \x7f",
    "tag\U000e0041 zero\u200bwidth soft\u00adhyphen",
    "\"quoted\", and; 'more'",
    "=HYPERLINK(1)",
    "東京 Zürich עברית 👩‍👩‍👧",
]


def poisoned(hague: Document, words: str) -> Document:
    """The document with these words wherever words of a curator or of a source may stand."""
    run = [{"text": words, "proved": None}]
    citation = {**hague["citations"][0], "quote": words, "note": words, "speaker": words}
    citation["source"] = {**citation["source"], "title": words, "author": words, "publisher": words}
    citation["anchors"] = [{**citation["anchors"][0], "prefix": words, "suffix": words}]
    return {
        **hague,
        "title": words,
        "topics": [words],
        "places": [{"name": words, "country": None, "country_name": None, "runs": run}],
        "actors": [{**hague["actors"][0], "name": words, "by": words, "runs": [*run, *run, *run]}],
        "summary": [{"text": words, "evidence": "quoted", "runs": run}],
        "citations": [citation],
        "curator": [{**hague["curator"][0], "note": words}],
    }


@pytest.mark.parametrize("name", [*TEXTS, *SCREENS])
@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_a_terminal_obeys_is_sent(
    hague: Document, written: Written, name: str, words: str
) -> None:
    text = written(name, poisoned(hague, words))
    allowed = {"\n", "\t"} if name == "tsv" else {"\n"}
    sent = {letter for letter in text if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")}
    assert sent <= allowed
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u00ad\U000e0000-\U000e0fff]", text)


def read_back(name: str, text: str) -> str:
    """The text as it is read: Markdown and CSV take their own marks away again."""
    if name == "markdown":
        return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return text.replace('""', '"') if name == "csv" else text


@pytest.mark.parametrize("name", ["tsv", "csv", "markdown", *SCREENS])
@pytest.mark.parametrize("words", HOSTILE)
def test_the_words_are_all_there(hague: Document, written: Written, name: str, words: str) -> None:
    assert visible(words) in read_back(name, written(name, poisoned(hague, words)))


@pytest.mark.parametrize("words", HOSTILE)
def test_json_keeps_them_letter_for_letter(hague: Document, written: Written, words: str) -> None:
    (document,) = json.loads(written("json", poisoned(hague, words)))
    assert document["title"] == document["citations"][0]["quote"] == words


@pytest.mark.parametrize("name", ["tsv", "csv", "ndjson", "markdown"])
def test_no_words_make_a_second_line(hague: Document, written: Written, name: str) -> None:
    plain: Any = poisoned(hague, "plain")
    lines = written(name, plain).count("\n")
    assert {written(name, poisoned(hague, words)).count("\n") for words in HOSTILE} == {lines}
