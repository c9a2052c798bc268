"""Citations to paste: whatever the words are, YAML reads them back verbatim."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.exporters.citation import write_citations
from timeline.readers import read
from timeline.readers.nodes import Mapping, Scalar, Sequence, locate, plain
from timeline.reports.quote import QuoteMatch
from timeline.text.escape import visible

ABOVE = "format: 1\nevents:\n  - id: e\n    citations:\n"


def match(quote: str, prefix: str | None = None, supports: list[str] | None = None) -> QuoteMatch:
    return {
        "source_id": "a-text",
        "recorded": True,
        "quote": quote,
        "prefix": prefix,
        "suffix": None,
        "supports": supports or [],
        "fidelity": "exact",
        "anchors": [],
    }


def read_back(pasted: str) -> Mapping:
    """The citation, pasted below `citations:` and read as the tool reads its files."""
    tree, problems = read("data/events.yaml", ABOVE + pasted)
    citations = locate(tree.root, ("events", 0, "citations"))
    assert problems == []
    assert isinstance(citations, Sequence)
    assert isinstance(citations.items[0], Mapping)
    return citations.items[0]


def quote_of(pasted: str) -> str:
    node = read_back(pasted).get("quote")
    assert isinstance(node, Scalar)
    return node.text


def test_indentation_is_that_of_events_yaml() -> None:
    assert "".join(
        write_citations([match("One: came # in", "in May", ["date", "actors.Côte d'Ivoire"])])
    ) == (
        "      - source: a-text\n"
        "        quote: >-\n"
        "          One: came # in\n"
        '        prefix: "in May"\n'
        "        supports: [date, actors.Côte d'Ivoire]\n"
    )


@pytest.mark.parametrize(("source", "written"), [("a-text", "a-text"), ("a text: b", '"a text: b"')])
def test_source_is_quoted_where_yaml_would_split_it(source: str, written: str) -> None:
    first, *_ = "".join(write_citations([{**match("One came"), "source_id": source}])).splitlines()
    assert first == f"      - source: {written}"


@pytest.mark.parametrize(
    "words",
    ["- a: b", "# no comment", "> folded", "--- ...", "'\"", "a  b", "a\tb", "a\nb", "a\n\n\nb", "a \nb",
     "a\\ b", "a\r\nb", "a\u2028b", "a\u00a0b", "a\u00adb", "a\u202eb", "\ufeffa", "a\uffffb", "a\U000e0001b",
     "a\x85b", "*a", "&a", "!a", "@a", "`a", "{a}", "[a]", "~", "null", "[...] a", "“a”", "\x1b[31mred"],
)  # fmt: skip
def test_quote_is_read_back_unchanged(words: str) -> None:
    assert quote_of("".join(write_citations([match(words)]))) == words


ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300)
WORDY = st.text(st.sampled_from("ab:#-'\" \n\t\\[]{}>|é…\u00a0"), min_size=1, max_size=400)


@given(ANY | WORDY)
@example("word " * 60 + "end")
@example("a" * 300)
@example("word  " * 60 + "end")
def test_any_quote_is_read_back_unchanged(words: str) -> None:
    assert quote_of("".join(write_citations([match(words)]))) == words


@given(ANY | WORDY)
def test_no_control_or_invisible_character_is_written(words: str) -> None:
    pasted = "".join(write_citations([match(words, words)]))
    assert all(visible(line) == line for line in pasted.split("\n"))


@given(st.text(st.sampled_from("abc  d."), min_size=1, max_size=600))
def test_lines_are_wrapped_at_spaces(words: str) -> None:
    for line in "".join(write_citations([match(words)])).split("\n"):
        assert len(line) <= 110 or " " not in line.strip().replace("  ", "")


@given(st.lists(st.text(st.sampled_from("abé,.:'\"#[] "), min_size=1, max_size=30).map("actors.{}".format)))
def test_any_supports_are_read_back_unchanged(fields: list[str]) -> None:
    pasted = "".join(write_citations([match("One came", supports=fields)]))
    node = read_back(pasted).get("supports")
    assert node is not None
    assert plain(node) == fields
    assert max(map(len, pasted.split("\n"))) <= 110


@pytest.mark.parametrize("name", ["-", "--", "---", "...", "-a", "a.b-c_1", "a b", "#a", "", "é"])
def test_any_source_is_read_back_unchanged(name: str) -> None:
    """A text without a record has the name of its file as its id, and a hyphen alone would start a list."""
    node = read_back("".join(write_citations([{**match("One came"), "source_id": name}]))).get("source")
    assert node is not None
    assert plain(node) == name


def test_lines_are_as_long_as_the_width_allows() -> None:
    lines = "".join(write_citations([match("ab " * 100 + "ab")])).splitlines()
    assert max(map(len, lines)) == 108
