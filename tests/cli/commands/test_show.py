"""`timeline show`: an event with its evidence."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run

GAP = "seeds/closing-natos-indo-pacific-gap.txt"


def test_other_positions_of_repeated_quotes_are_listed(run: Run) -> None:
    unfolded = " ".join(run("show", "hague-2025").out.split())
    assert re.findall(rf"{GAP}:(\S+ \([^)]+\))", unfolded) == [
        "2:1 (found 2 times, also at 4:1)",
        "2:222 (found 2 times, also at 4:222)",
        "3:1 (found 2 times, also at 5:1)",
    ]
    assert "“The much-anticipated NATO summit in The Hague in late June accomplished its core" in unfolded
    assert "“But the summit also drew criticism for sidestepping or neglecting hard questions.”" in unfolded
    assert "“Among the hard but crucial questions left unaddressed was NATO’s engagement" in unfolded


def test_anchor_is_where_the_quote_begins(run: Run, frozen: Path) -> None:
    """Line and column are compared with the stored text."""
    (document,) = json.loads(run("show", "hague-2025", "--json").out)
    for citation in document["citations"]:
        for anchor in citation["anchors"]:
            text = (frozen / anchor["file"]).read_text(encoding="utf-8")
            line = text.split("\n")[anchor["line"] - 1]
            assert line[anchor["column"] - 1 :].startswith(citation["quote"])
            assert text[anchor["start"] : anchor["end"]] == citation["quote"]


def test_show_has_every_field_and_note(run: Run) -> None:
    (document,) = json.loads(run("show", "hague-2025", "--json").out)
    page = " ".join(run("show", "hague-2025").out.split())
    expected = [document["title"], document["kind"], document["status"]]
    expected += ["June 2025", "The Hague, Netherlands"]
    expected += [actor["name"] for actor in document["actors"]]
    expected += [note["see"][0] for note in document["curator"]]
    expected += document["topics"]
    assert [words for words in expected if words not in page] == []


def test_unknown_id_suggests_a_similar_one(run: Run) -> None:
    answer = run("show", "hage-2025")
    assert (answer.code, answer.out) == (1, "")
    assert 'unknown event "hage-2025"; did you mean hague-2025' in answer.err


def test_unknown_id_without_similar_one(run: Run) -> None:
    answer = run("show", "zzzzz")
    assert answer.code == 1
    assert 'unknown event "zzzzz"; run "timeline list" for the ids' in answer.err


def test_known_events_are_shown_beside_unknown_ids(run: Run) -> None:
    answer = run("show", "hague-2025", "zzzzz", "madrid-2022", "--json")
    assert answer.code == 1
    assert [document["id"] for document in json.loads(answer.out)] == ["hague-2025", "madrid-2022"]


def test_json_of_unknown_ids_is_an_empty_array(run: Run) -> None:
    assert run("show", "zzzzz", "--json").out == "[]\n"


def test_several_events_are_separated_by_a_line(run: Run) -> None:
    one, other = run("show", "hague-2025").out, run("show", "madrid-2022").out
    assert run("show", "hague-2025", "madrid-2022").out == f"{one}\n{other}"


@pytest.mark.parametrize("text", ["Nothing of the kind.\n", ""])
def test_show_marks_a_quote_that_was_not_found(run: Run, dataset: MakeDataset, text: str) -> None:
    own = dataset(
        """
        - id: fair-2025
          title: The fair
          kind: fair
          date: 2025
          summary: The fair was held.
          citations: [{source: gazette, quote: The fair was held in 2025., supports: [date, status]}]
        """,
        texts={"gazette.txt": text},
    )
    page = run("--dataset", own, "show", "fair-2025").out
    assert "1 gazette: not found in this source" in page
