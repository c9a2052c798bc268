"""`timeline quote`: where words stand, ready to be cited."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import MakeDataset, Run
from timeline.dataset.locate import built_in
from timeline.dataset.locate import find as find_dataset
from timeline.evidence import load_timeline
from timeline.exporters.citation import write_citations
from timeline.quotes import Found, find
from timeline.readers import read
from timeline.readers.nodes import locate, plain
from timeline.reports.quote import find_in_texts, searchable_texts
from timeline.reports.quote import quote as find_quote

GAP = "closing-natos-indo-pacific-gap"
TIMELINE = load_timeline(find_dataset(str(built_in()), built_in()))
TEXTS = TIMELINE.material.texts or {}


def pasted(yaml: str) -> list[dict[str, str]]:
    """The citations, pasted into a file of events and read as the tool reads it."""
    tree, problems = read("data/events.yaml", f"format: 1\nevents:\n  - id: e\n    citations:\n{yaml}")
    assert problems == []
    found = plain(locate(tree.root, ("events", 0, "citations")))
    assert isinstance(found, list)
    return found  # type: ignore[return-value]


def test_the_words_are_those_of_the_text(run: Run) -> None:
    """Typed with a straight apostrophe and a line end, cited with the text's own."""
    answer = run("quote", "NATO's engagement\nwith the Indo-Pacific", "--supports", "actors.NATO, summary.1")
    assert answer.out == (
        f"      - source: {GAP}\n"
        "        quote: >-\n"
        "          NATO’s engagement with the Indo-Pacific\n"
        "        supports: [actors.NATO, summary.1]\n"
    )
    assert (
        f"{GAP}.txt:3:59: typographic; the citation has the marks of the text; stands twice, again 5:59"
        in answer.err
    )


def test_each_shipped_quote_is_found_where_it_is_cited(run: Run) -> None:
    for linked in TIMELINE.events:
        for quote in linked.quotes:
            (found,) = find_quote(TIMELINE, quote.citation.quote, quote.citation.source)["matches"]
            assert isinstance(quote.outcome, Found)
            assert [one["start"] for one in found["anchors"]] == [one.start for one in quote.outcome.anchors]
            assert found["fidelity"] == "exact"


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """A stored text, and where some words of it begin and end."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    words = list(re.finditer(r"\S+", TEXTS[name].text))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(len(words) - 1, first + 60)))
    return name, words[first].start(), words[last].end()


@settings(deadline=None, max_examples=150)
@given(slices())
def test_any_words_of_a_text_are_read_back_and_found_just_there(words: tuple[str, int, int]) -> None:
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


def test_words_in_several_places_have_a_citation_each(run: Run) -> None:
    answer = run("quote", "South Korea", "--source", "nato-indo-pacific-partners-unite")
    found = [(one.get("prefix"), one.get("suffix")) for one in pasted(answer.out)]
    assert found == [("of", None), (None, "of"), ("Japan and", None)]
    assert "3 citations, each of another place" in answer.err
    assert "under 12 characters prove little" in answer.err


def test_words_in_several_texts_have_a_citation_each(run: Run) -> None:
    found = pasted(run("quote", "Russia and its allies").out)
    assert [one["source"] for one in found] == ["nato-indo-pacific-partners-unite"]
    assert len({one["source"] for one in pasted(run("quote", "South Korea").out)}) == 3


def test_parts_are_joined(run: Run) -> None:
    answer = run("quote", 'Their presence signaled [...] posing "systemic challenges"')
    assert pasted(answer.out)[0]["quote"] == "Their presence signaled [...] posing “systemic challenges”"
    assert f"seeds/{GAP}.txt:6:180 … seeds/{GAP}.txt:6:294: typographic" in answer.err


def test_the_quotation_marks_of_a_screen_are_no_part_of_the_words(run: Run) -> None:
    answer = run("quote", "“Among the hard but crucial questions left unaddressed”")
    assert pasted(answer.out)[0]["quote"] == "Among the hard but crucial questions left unaddressed"
    assert pasted(run("quote", "“systemic challenges”").out)[0]["quote"] == "“systemic challenges”"


def test_words_from_standard_input(run: Run) -> None:
    answer = run("quote", "-", stdin=b"  Their presence\r\n  signaled growing\n")
    assert pasted(answer.out)[0]["quote"] == "Their presence signaled growing"


def test_a_changed_figure_is_said(run: Run) -> None:
    answer = run("quote", "securing a 3 percent defense pledge")
    assert (answer.code, answer.out) == (1, "")
    assert "changed: a number differs from the text\n" in answer.err
    assert '"5" in the text, "3" in the quote' in answer.err


def test_words_of_another_source(run: Run) -> None:
    answer = run("quote", "Their presence signaled", "--source", "allies-independent-path")
    assert (answer.code, answer.out) == (1, "")
    assert f"in another source: these words are at seeds/{GAP}.txt:6:180" in answer.err


def test_words_of_no_text(run: Run) -> None:
    answer = run("quote", "zygotes xylophone")
    assert (answer.code, answer.out) == (1, "")
    assert "not found, and nothing similar in any of the 3 stored texts\n" in answer.err


def test_json(run: Run) -> None:
    found = json.loads(run("quote", "known as the Indo-Pacific Four", "--json").out)
    assert (found["cause"], found["details"]) == (None, [])
    (stand,) = found["matches"]
    assert (stand["source_id"], stand["fidelity"], stand["prefix"]) == (GAP, "exact", None)
    assert (stand["anchors"][0]["line"], stand["anchors"][0]["column"]) == (3, 164)
    answer = run("quote", "a 3 percent defense pledge", "--json")
    lost = json.loads(answer.out)
    assert (answer.code, lost["matches"]) == (1, [])
    assert lost["cause"].startswith("changed")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["..."], 2, "no words to look for"),
        (["NATO", "--supports", "when"], 2, 'unknown field "when"'),
        (["NATO", "--source", "closing-natos-indo-pacific"], 1, f"did you mean {GAP}"),
        (["NATO", "--source", "npr-bland-2025"], 1, "has no text in seeds/"),
    ],
)
def test_what_cannot_be_asked(arguments: list[str], code: int, says: str, run: Run) -> None:
    answer = run("quote", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert says in answer.err


def test_an_actor_with_a_comma_in_its_name(run: Run) -> None:
    answer = run("quote", "Japan and South Korea", "--supports", "actors.Korea, Republic of,date")
    assert pasted(answer.out)[0]["supports"] == ["actors.Korea, Republic of", "date"]  # type: ignore[comparison-overlap]


def test_a_text_without_a_record(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(sources="", texts={"new-text.txt": "Two came to town.\n"})
    answer = run("--dataset", folder, "quote", "came to town")
    assert pasted(answer.out)[0]["source"] == "new-text"
    assert "has no record of this text" in answer.err


def test_a_quote_that_spans_lines_keeps_them(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": "It ended.\n\nIt began  again: # so\n"})
    answer = run("--dataset", folder, "quote", "ended. It began again: # so")
    assert pasted(answer.out)[0]["quote"] == "ended.\n\nIt began  again: # so"


def test_the_same_part_in_several_places(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": "It came once. It went. It came twice. It went. All stayed here.\n"})
    answer = run("--dataset", folder, "quote", "It went. [...] stayed here")
    assert answer.code == 1
    assert "ambiguous: found in several positions" in answer.err


def test_no_texts_at_all(run: Run, repository: Path) -> None:
    answer = run("--dataset", repository / "data" / "events.yaml", "quote", "NATO")
    assert (answer.code, answer.out) == (1, "")
    assert "this dataset has no stored texts" in answer.err


def test_places_that_nothing_chooses_are_named(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": "Ha ha ha ha.\n", "b.txt": "It said: ha.\n"})
    answer = run("--dataset", folder, "quote", "ha")
    assert [one["source"] for one in pasted(answer.out)][-1] == "b"


def test_words_that_fill_a_text(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": " ".join(["Japan"] * 50), "b.txt": "Only Japan came to see it."})
    answer = run("--dataset", folder, "quote", "Japan")
    assert [one["source"] for one in pasted(answer.out)][-1:] == ["b"]
    assert run("--dataset", folder, "quote", "Japan", "--source", "a").code in (0, 1)


def test_too_many_words(run: Run) -> None:
    answer = run("quote", "-", stdin=b"a " * 600_000)
    assert (answer.code, answer.out) == (3, "")
    assert "more than the 1,000,000 bytes" in answer.err
