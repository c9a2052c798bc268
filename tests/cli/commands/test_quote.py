"""`timeline quote`: a quotation is found, and its citation can be pasted."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import FROZEN, MakeDataset, Run
from timeline.dataset.locate import find as find_dataset
from timeline.evidence import load_timeline
from timeline.exporters.citation import write_citations
from timeline.quotes import Found, find
from timeline.readers import read
from timeline.readers.nodes import locate, plain
from timeline.reports.quote import find_in_texts, searchable_texts
from timeline.reports.quote import quote as find_quote

GAP = "closing-natos-indo-pacific-gap"
TIMELINE = load_timeline(find_dataset(str(FROZEN), FROZEN))
TEXTS = TIMELINE.material.texts or {}


def pasted(yaml: str) -> list[dict[str, str]]:
    """The citations, pasted into a file of events and read from it."""
    tree, problems = read("data/events.yaml", f"format: 1\nevents:\n  - id: e\n    citations:\n{yaml}")
    assert problems == []
    found = plain(locate(tree.root, ("events", 0, "citations")))
    assert isinstance(found, list)
    return found  # type: ignore[return-value]


def test_citation_quotes_the_text_verbatim(run: Run) -> None:
    """A straight apostrophe and a line break in the query are replaced by those of the text."""
    answer = run("quote", "NATO's engagement\nwith the Indo-Pacific", "--supports", "actors.NATO, summary.1")
    assert answer.out == (
        f"      - source: {GAP}\n"
        "        quote: >-\n"
        "          NATO’s engagement with the Indo-Pacific\n"
        "        supports: [actors.NATO, summary.1]\n"
    )
    assert (
        f"{GAP}.txt:3:59: typographic; the citation has the text's own marks; found twice, also at 5:59"
        in answer.err
    )


def test_every_built_in_quote_is_found(run: Run) -> None:
    for linked in TIMELINE.events:
        for quote in linked.quotes:
            (found,) = find_quote(TIMELINE, quote.citation.quote, quote.citation.source)["matches"]
            assert isinstance(quote.outcome, Found)
            assert [anchor["start"] for anchor in found["anchors"]] == [
                anchor.start for anchor in quote.outcome.anchors
            ]
            assert found["fidelity"] == "exact"


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """A stored text, with the start and end offsets of some words in it."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    words = list(re.finditer(r"\S+", TEXTS[name].text))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(len(words) - 1, first + 60)))
    return name, words[first].start(), words[last].end()


@settings(deadline=None, max_examples=150)
@given(slices())
def test_citation_of_any_passage_finds_it_again(words: tuple[str, int, int]) -> None:
    name, start, end = words
    text = TEXTS[name]
    typed = text.text[start:end]
    report = find_in_texts(typed, searchable_texts(TIMELINE, name.removesuffix(".txt")), [], TIMELINE)
    outcome = find(text.search, typed)
    if not report["matches"]:
        assert not isinstance(outcome, Found)
        assert not any(map(str.isalnum, typed)) or report["cause"]
        return
    places = []
    for citation in pasted("".join(write_citations(report["matches"]))):
        again = find(text.search, citation["quote"], citation.get("prefix", ""), citation.get("suffix", ""))
        assert isinstance(again, Found)
        (anchor,) = again.anchors
        assert text.text[anchor.start : anchor.end] == citation["quote"] == typed
        assert anchor.match == "exact"
        places += [anchor.start, *anchor.other_starts]
    assert start in places or len(report["matches"]) == 10


def test_each_position_has_its_own_citation(run: Run) -> None:
    answer = run("quote", "South Korea", "--source", "nato-indo-pacific-partners-unite")
    found = [(citation.get("prefix"), citation.get("suffix")) for citation in pasted(answer.out)]
    assert found == [("of", None), (None, "of"), ("Japan and", None)]
    assert "3 citations of different passages" in answer.err
    assert "quotes under 12 characters are weak evidence" in answer.err


def test_each_text_has_its_own_citation(run: Run) -> None:
    citations = pasted(run("quote", "South Korea").out)
    assert [citation["source"] for citation in citations] == [
        "allies-independent-path",
        *["nato-indo-pacific-partners-unite"] * 3,
        GAP,
    ]


def test_joined_parts_are_found(run: Run) -> None:
    answer = run("quote", 'Their presence signaled [...] posing "systemic challenges"')
    assert pasted(answer.out)[0]["quote"] == "Their presence signaled [...] posing “systemic challenges”"
    assert f"seeds/{GAP}.txt:6:180 … seeds/{GAP}.txt:6:294: typographic" in answer.err


def test_surrounding_quotation_marks_are_ignored(run: Run) -> None:
    answer = run("quote", "“Among the hard but crucial questions left unaddressed”")
    assert pasted(answer.out)[0]["quote"] == "Among the hard but crucial questions left unaddressed"
    assert pasted(run("quote", "“systemic challenges”").out)[0]["quote"] == "“systemic challenges”"


def test_quotation_from_standard_input(run: Run) -> None:
    answer = run("quote", "-", stdin=b"  Their presence\r\n  signaled growing\n")
    assert pasted(answer.out)[0]["quote"] == "Their presence signaled growing"


def test_changed_figure_is_reported(run: Run) -> None:
    answer = run("quote", "securing a 3 percent defense pledge")
    assert (answer.code, answer.out) == (1, "")
    assert "changed: a number differs from the text\n" in answer.err
    assert '"5" in the text, "3" in the quote' in answer.err


def test_match_in_another_source_is_reported(run: Run) -> None:
    answer = run("quote", "Their presence signaled", "--source", "allies-independent-path")
    assert (answer.code, answer.out) == (1, "")
    assert f"in another source: these words are at seeds/{GAP}.txt:6:180" in answer.err


def test_quotation_in_no_text_is_exit_1(run: Run) -> None:
    answer = run("quote", "zygotes xylophone")
    assert (answer.code, answer.out) == (1, "")
    assert "not found, and nothing similar in any of the 3 stored texts\n" in answer.err


def test_json_report(run: Run) -> None:
    found = json.loads(run("quote", "known as the Indo-Pacific Four", "--json").out)
    assert (found["cause"], found["details"]) == (None, [])
    (match,) = found["matches"]
    assert (match["source_id"], match["fidelity"], match["prefix"]) == (GAP, "exact", None)
    assert (match["anchors"][0]["line"], match["anchors"][0]["column"]) == (3, 164)
    answer = run("quote", "a 3 percent defense pledge", "--json")
    lost = json.loads(answer.out)
    assert (answer.code, lost["matches"]) == (1, [])
    assert lost["cause"].startswith("changed")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["..."], 2, "no words to search for"),
        (["NATO", "--supports", "when"], 2, 'unknown field "when"'),
        (["NATO", "--source", "closing-natos-indo-pacific"], 1, f"did you mean {GAP}"),
        (["NATO", "--source", "npr-bland-2025"], 1, "has no stored text to quote from"),
    ],
)
def test_quote_usage_errors(arguments: list[str], code: int, says: str, run: Run) -> None:
    answer = run("quote", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert says in answer.err


def test_supports_accepts_a_name_with_a_comma(run: Run) -> None:
    answer = run("quote", "Japan and South Korea", "--supports", "actors.Korea, Republic of,date")
    assert pasted(answer.out)[0]["supports"] == ["actors.Korea, Republic of", "date"]  # type: ignore[comparison-overlap]


def test_text_without_a_record_is_noted(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(sources="", texts={"new-text.txt": "Two came to town.\n"})
    answer = run("--dataset", folder, "quote", "came to town")
    assert pasted(answer.out)[0]["source"] == "new-text"
    assert "no record of this text in data/sources.yaml" in answer.err


def test_citation_keeps_line_breaks(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": "It ended.\n\nIt began  again: # so\n"})
    answer = run("--dataset", folder, "quote", "ended. It began again: # so")
    assert pasted(answer.out)[0]["quote"] == "ended.\n\nIt began  again: # so"


def test_repeated_part_is_ambiguous(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": "It came once. It went. It came twice. It went. All stayed here.\n"})
    answer = run("--dataset", folder, "quote", "It went. [...] stayed here")
    assert answer.code == 1
    assert "ambiguous: found at several positions" in answer.err


def test_dataset_without_texts(run: Run, frozen: Path) -> None:
    answer = run("--dataset", frozen / "data" / "events.yaml", "quote", "NATO")
    assert (answer.code, answer.out) == (1, "")
    assert "this dataset has no stored texts" in answer.err


def test_positions_in_a_short_text_are_distinguished_by_context(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": "Ha ha ha ha.\n", "b.txt": "It said: ha.\n"})
    citations = pasted(run("--dataset", folder, "quote", "ha").out)
    chosen = [(citation["source"], citation.get("prefix"), citation.get("suffix")) for citation in citations]
    assert chosen == [("a", "Ha", None), ("a", None, "ha."), ("a", "ha ha", None), ("b", None, None)]


def test_positions_without_unique_context_are_listed(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": " ".join(["Japan"] * 50), "b.txt": "Only Japan came to see it."})
    both = run("--dataset", folder, "quote", "Japan")
    assert (both.code, [citation["source"] for citation in pasted(both.out)]) == (0, ["b"])
    assert (
        "also found where no prefix or suffix identifies the position:\n  seeds/a.txt: 1:1, 1:7," in both.err
    )
    one = run("--dataset", folder, "quote", "Japan", "--source", "a")
    assert (one.code, one.out) == (1, "")
    assert one.err.startswith("ambiguous: ")


def test_at_most_ten_matches_of_a_text_are_cited(run: Run) -> None:
    answer = run("quote", "the", "--source", GAP)
    assert len(pasted(answer.out)) == 10
    assert "only the first 10 matches in a text are shown; there may be more\n" in answer.err


def test_three_other_positions_are_listed(run: Run, dataset: MakeDataset) -> None:
    line = "All the ministers came.\n"
    for lines, positions in ((4, "found 4 times, also at 2:1, 3:1, 4:1\n"), (5, "at 2:1, 3:1, 4:1 …\n")):
        answer = run("--dataset", dataset(texts={"a.txt": line * lines}), "quote", "All the ministers came.")
        assert positions in answer.err


def test_standard_input_is_limited(run: Run) -> None:
    assert run("quote", "-", stdin=b"a " * 500_000).code == 1
    answer = run("quote", "-", stdin=b"a " * 500_000 + b"a")
    assert (answer.code, answer.out) == (3, "")
    assert "<standard input>: larger than the limit of 1,000,000 bytes\n" in answer.err


@pytest.mark.parametrize(("quote", "weak"), [("came to town", False), ("came to tow.", True)])
def test_short_quotes_are_noted(run: Run, dataset: MakeDataset, quote: str, weak: bool) -> None:
    folder = dataset(texts={"a.txt": "Two came to town, and came to tow."})
    answer = run("--dataset", folder, "quote", quote.removesuffix("."))
    assert answer.code == 0
    assert ("quotes under 12 characters are weak evidence" in answer.err) == weak
