"""`timeline search`: words in events and texts, best matches first; no query is a syntax error."""

import json
from pathlib import Path

import pytest

from tests.conftest import Golden, MakeDataset, Run


def test_screen_matches_golden(run: Run, golden: Golden) -> None:
    answer = run("search", "systemic challenges", "-o", "hits.txt")
    assert answer.code == 0
    golden("search.txt", Path("hits.txt").read_text("utf-8"))


def test_hit_has_location_and_highlights(run: Run) -> None:
    hits = json.loads(run("search", "systemic challenges", "--json").out)
    text = hits[-1]
    assert text["location"] == "seeds/closing-natos-indo-pacific-gap.txt:6:180"
    assert [text["text"][start:end] for start, end in text["highlights"]] == ["systemic", "challenges"]


@pytest.mark.parametrize(
    "words",
    [
        'a" OR 1',
        "NEAR(",
        "*",
        '"',
        "title:nato",
        "(((",
        "nato AND",
        "-x",
        "^",
        "\x00",
        "a" * 5000,
        "{",
        "'; --",
    ],
)
def test_no_query_is_a_syntax_error(run: Run, words: str) -> None:
    answer = run("search", "--json", "--", words)
    assert answer.code == 0
    assert isinstance(json.loads(answer.out), list)


def test_words_match_anywhere_and_phrases_together(run: Run) -> None:
    def events(words: str) -> list[str]:
        return [hit["event"] for hit in json.loads(run("search", words, "--in", "events", "--json").out)]

    assert "kishida-congress-address-2024" in events("tomorrow ukraine")
    assert events('"tomorrow ukraine"') == []
    assert "kishida-congress-address-2024" in events('"Ukraine of today"')


def test_case_and_accents_are_ignored(run: Run) -> None:
    hits = json.loads(run("search", "KISHÍDA", "--in", "events", "--json").out)
    assert hits


def test_search_filters_select_events_only(run: Run) -> None:
    hits = json.loads(run("search", "NATO", "--since", "2025", "--json").out)
    listed = {event["id"] for event in json.loads(run("list", "--since", "2025", "--json").out)}
    assert {hit["event"] for hit in hits} <= listed
    assert run("search", "seoul", "--in", "sources").err.endswith("no matches for seoul\n")


def test_list_text_finds_the_same_events(run: Run) -> None:
    listed = {event["id"] for event in json.loads(run("list", "--text", "systemic challenges", "--json").out)}
    hits = json.loads(run("search", "systemic challenges", "--in", "events", "--json").out)
    assert {hit["event"] for hit in hits} == listed


def test_unknown_place_is_exit_2(run: Run) -> None:
    assert run("search", "x", "--in", "books").code == 2


def test_limit_takes_the_best_hits(run: Run) -> None:
    hits = json.loads(run("search", "NATO", "--json").out)
    assert len(hits) > 5
    for limit in (0, 1, 3, len(hits) - 1, len(hits), 1000):
        limited = run("search", "NATO", "--json", "--limit", str(limit))
        assert json.loads(limited.out) == hits[:limit]
        assert "no matches" not in limited.err


def test_equal_hits_are_in_timeline_order(run: Run, dataset: MakeDataset) -> None:
    line = "- {{id: e-{0}, title: A fair, kind: fair, date: 20{0}, summary: S.}}\n"
    folder = dataset("".join(line.format(year) for year in (17, 11, 13, 19, 12)))
    found = run("--dataset", folder, "search", "fair", "--json").out
    assert [hit["event"] for hit in json.loads(found)] == ["e-11", "e-12", "e-13", "e-17", "e-19"]


LONG = "one two " * 2000


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Needle", "needle"),
        ("needle one", "needle"),
        ('"needle three"', "needle three"),
    ],
)
def test_hit_in_a_long_sentence_is_highlighted(
    dataset: MakeDataset, run: Run, words: str, shown: str
) -> None:
    folder = dataset(texts={"long.txt": f"{LONG}needle three {LONG}\n"})
    (hit,) = json.loads(run("--dataset", str(folder), "search", words, "--json").out)
    assert [hit["text"][start:end] for start, end in hit["highlights"]] == [shown]
    assert hit["text"][0] == hit["text"][-1] == "…"
    assert len(hit["text"]) < 500


def test_hit_in_another_spelling_has_no_highlight(dataset: MakeDataset, run: Run) -> None:
    folder = dataset(texts={"long.txt": f"{LONG}Nadél {LONG}\n"})
    (hit,) = json.loads(run("--dataset", str(folder), "search", "nadel", "--json").out)
    assert hit["text"].startswith("one two one")
    assert hit["highlights"] == []
