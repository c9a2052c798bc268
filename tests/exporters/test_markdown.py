"""Markdown is read as GitHub reads it: CommonMark with tables, strikethrough and links without marks."""

import re

import pytest
from markdown_it import MarkdownIt

from tests.exporters.conftest import Document, Written
from tests.exporters.hostile import HOSTILE, poisoned
from timeline.text.escape import visible

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "text_special", "softbreak", "code_inline", "inline"}
OURS = {"bullet_list", "list_item", "paragraph", "strong"}


def shown(text: str, allowed: set[str]) -> str:
    """What a reader sees of Markdown, in which no other marks may have an effect."""
    tokens = [token for block in GITHUB.parse(text) for token in (block, *(block.children or ()))]
    marks = {re.sub("_(open|close)$", "", token.type) for token in tokens}
    assert marks <= PLAIN | allowed
    return "".join(token.content for token in tokens if token.type in ("text", "text_special"))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_have_no_effect_as_marks(hague: Document, written: Written, words: str) -> None:
    item, _, footnote, _ = written("markdown", poisoned(hague, words)).split("\n")
    heading, sentence = shown(item, OURS), shown(footnote.removeprefix("[^1]: "), {"paragraph"})
    assert heading.count(visible(words)) == 3  # place, title and summary
    assert sentence.startswith(f"\u201c{visible(words)}\u201d")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_become_a_link(hague: Document, written: Written, words: str) -> None:
    """GitHub makes links of addresses that have no marks around them."""
    assert not re.search(r"(?i)www\.|https?:|\w@\w", written("markdown", poisoned(hague, words)))


def test_footnotes_are_numbered_through_all_events(hague: Document, written: Written) -> None:
    quotes = len(hague["citations"])
    text = written("markdown", hague, hague)
    assert re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE) == [str(n) for n in range(1, 2 * quotes + 1)]


def test_no_events_are_no_text(written: Written) -> None:
    assert written("markdown") == ""
