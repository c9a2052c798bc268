"""Words that several screens share."""

from typing import Any

import pytest

from timeline.documents.wording import (
    below_its_year,
    bracketed_runs,
    came_for,
    count,
    enumerated,
    full_place,
    letter,
    neighbours,
    part,
    year,
)
from timeline.evidence.runs import actor_runs
from timeline.records import Participation

Document = dict[str, Any]


@pytest.mark.parametrize(
    ("number", "mark"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba"), (702, "aaa")]
)
def test_after_z_the_curators_notes_go_on_with_aa(number: int, mark: str) -> None:
    assert letter(number) == mark


def test_things_are_counted_and_listed_and_none_is_left_out_in_silence() -> None:
    assert [count(number, "quote") for number in (0, 1, 1234)] == ["0 quotes", "1 quote", "1,234 quotes"]
    assert enumerated(["a", "b", "c"], 2) == "a, b, c"
    assert enumerated(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_neighbours_that_may_be_cut_lose_the_word_at_the_cut() -> None:
    assert neighbours("x" * 59 + " abc", "abc " + "x" * 59) == ("x" * 59 + " abc", "abc " + "x" * 59)
    assert neighbours("x" * 59 + " ab cd", "ab cd " + "x" * 59) == ("… ab cd", "ab cd …")


@pytest.mark.parametrize(
    ("bounds", "words", "heading", "below"),
    [
        (("2024-07-09", "2024-07-09", "2024-07-09", "2024-07-09"), "9 Jul 2024", "2024", "9 Jul"),
        (("2024-01-01", "2024-12-31", "2024-01-01", "2024-12-31"), "2024", "2024", "2024"),
        (("2022-02-24", "2022-02-24", None, None), "since 24 Feb 2022", "2022", "since 24 Feb"),
        (("2022-01-01", "2022-12-31", None, None), "since 2022", "2022", "since 2022"),
        (("2024-12-29", "2024-12-29", "2025-01-02", "2025-01-02"), "29 Dec 2024 – 2 Jan 2025", "2024",
         "29 Dec 2024 – 2 Jan 2025"),
        ((None, None, "1985-01-01", "1985-12-31"), "by 1985", "1985", "by 1985"),
        ((None, "1984-12-31", None, None), "by 1984", "1984", "by 1984"),
        ((None, None, None, None), "at an unknown time", "", "at an unknown time"),
    ],
)  # fmt: skip
def test_below_a_heading_the_year_is_not_said_again(
    bounds: tuple[str | None, ...], words: str, heading: str, below: str
) -> None:
    start, end = ({"earliest": one, "latest": other} for one, other in (bounds[:2], bounds[2:]))
    runs = [{"text": words, "proved": True}]
    document: Document = {"date": {"start": start, "end": end, "text": words, "short_runs": runs}}
    assert year(document) == heading  # type: ignore[arg-type]
    assert below_its_year(document) == below  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "country", "words"),
    [("Port", "Chile", "Port, Chile"), ("Chile", "Chile", "Chile"), ("The sea", None, "The sea")],
)
def test_a_country_by_itself_is_named_once(name: str, country: str | None, words: str) -> None:
    assert full_place({"name": name, "country": None, "country_name": country, "runs": []}) == words


@pytest.mark.parametrize(
    ("roles", "level", "by", "said", "came", "words"),
    [
        (
            ["host"],
            "leader",
            "A. Person",
            ["role", "level", "by"],
            "leader A. Person",
            "host, leader A. Person",
        ),
        (["host"], "leader", "A. Person", ["role"], "[leader A. Person]", "host, [leader A. Person]"),
        (["host"], "leader", "A. Person", ["role", "by"], "[leader] A. Person", "host, [leader] A. Person"),
        (["host"], "leader", None, ["role", "level"], "leader", "host, leader"),
        (["host"], None, "A. Person", ["role"], "[A. Person]", "host, [A. Person]"),
        (["host", "speaker"], None, None, [], "", "[host, speaker]"),
        (["host"], "leader", "A. Person", [], "[leader A. Person]", "[host, leader A. Person]"),
        (["target"], None, None, ["role"], "", "concerned (target)"),
        (["target", "host"], None, None, ["role"], "", "target, host"),
    ],
)
def test_as_what_an_actor_was_there(
    roles: list[str], level: str | None, by: str | None, said: list[str], came: str, words: str
) -> None:
    written = Participation.model_validate({"roles": roles, "level": level, "by": by})
    actor: Document = {"runs": actor_runs("Chile", written, said, "quoted", [])}
    assert came_for(actor) == came  # type: ignore[arg-type]
    assert part(actor) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([("9", True), ("\u2013", None), ("11", False), (" Jul 2024", True)], "9\u2013[11] Jul 2024"),
        ([("24", False), ("\u2013", None), ("25", False), (" Jun", True)], "[24\u201325] Jun"),
        ([("host", False), (", ", None), ("leader", False)], "[host, leader]"),
        (
            [("5 percent", True), (" of the output", None), (" by 2035", False)],
            "5 percent of the output[ by 2035]",
        ),
        ([("a", False), (" and b ", None), ("c", False)], "[a] and b [c]"),
        ([("a", False), (", ", None)], "[a], "),
        ([("a", None), ("b", True)], "ab"),
        ([], ""),
    ],
)
def test_brackets_are_drawn_around_what_no_quotation_supports(
    runs: list[tuple[str, bool | None]], shown: str
) -> None:
    assert bracketed_runs({"text": text, "proved": proved} for text, proved in runs) == shown
