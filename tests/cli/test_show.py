"""`timeline show`: everything about an event, and who says so."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run

GAP = "seeds/closing-natos-indo-pacific-gap.txt"


def test_the_three_quotes_of_hague_stand_twice_each(run: Run) -> None:
    screen = run("show", "hague-2025").out
    assert re.findall(rf"{GAP}:(\S+ \(.+\))", screen) == [
        "2:1 (found twice: also 4:1)",
        "2:222 (found twice: also 4:222)",
        "3:1 (found twice: also 5:1)",
    ]
    unfolded = " ".join(screen.split())
    assert "“The much-anticipated NATO summit in The Hague in late June accomplished its core" in unfolded
    assert "“But the summit also drew criticism for sidestepping or neglecting hard questions.”" in unfolded
    assert "“Among the hard but crucial questions left unaddressed was NATO’s engagement" in unfolded


def test_a_place_is_where_the_quote_begins_in_the_file(run: Run, repository: Path) -> None:
    """The line and column that `show` prints, looked up by hand."""
    (document,) = json.loads(run("show", "hague-2025", "--json").out)
    for citation in document["citations"]:
        for anchor in citation["anchors"]:
            text = (repository / anchor["file"]).read_text(encoding="utf-8")
            line = text.split("\n")[anchor["line"] - 1]
            assert line[anchor["column"] - 1 :].startswith(citation["quote"])
            assert text[anchor["start"] : anchor["end"]] == citation["quote"]


def test_every_field_and_every_note_is_on_the_page(run: Run) -> None:
    (document,) = json.loads(run("show", "hague-2025", "--json").out)
    page = " ".join(run("show", "hague-2025").out.split())
    said = [document["title"], document["kind"], document["status"], "June 2025", "The Hague, Netherlands"]
    said += [actor["name"] for actor in document["actors"]]
    said += [note["see"][0] for note in document["curator"]]
    said += document["topics"]
    assert [words for words in said if words not in page] == []


def test_an_unknown_id_is_answered_with_a_near_one(run: Run) -> None:
    answer = run("show", "hage-2025")
    assert (answer.code, answer.out) == (1, "")
    assert 'unknown event "hage-2025"; did you mean hague-2025' in answer.err


def test_an_id_like_no_other_is_answered_with_where_ids_are(run: Run) -> None:
    answer = run("show", "zzzzz")
    assert answer.code == 1
    assert 'unknown event "zzzzz"; timeline list has the ids' in answer.err


def test_the_known_ones_are_shown_beside_an_unknown_one(run: Run) -> None:
    answer = run("show", "hague-2025", "zzzzz", "madrid-2022", "--json")
    assert answer.code == 1
    assert [document["id"] for document in json.loads(answer.out)] == ["hague-2025", "madrid-2022"]


def test_of_unknown_ids_only_json_is_an_empty_array(run: Run) -> None:
    assert run("show", "zzzzz", "--json").out == "[]\n"


def test_several_pages_have_a_line_between(run: Run) -> None:
    one, other = run("show", "hague-2025").out, run("show", "madrid-2022").out
    assert run("show", "hague-2025", "madrid-2022").out == f"{one}\n{other}"


@pytest.mark.parametrize("text", ["Nothing of the kind.\n", ""])
def test_a_quote_that_was_not_found_says_so_on_the_page(run: Run, dataset: MakeDataset, text: str) -> None:
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
