"""`timeline date`: EDTF is explained, English is resolved, and a refusal has a reason."""

import json
from pathlib import Path

import pytest

from tests.conftest import Golden, Run

TEXTS = [
    "2025-06-24/2025-06-25",
    "2022-02-24/..",
    "[..2024-07-09]",
    "late June",
    "1984?/2004~",
    "{2022,2024}",
]


def test_the_explanations(run: Run, golden: Golden) -> None:
    answer = run("date", *TEXTS, "--as-of", "2024-07-09")
    assert answer.code == 0
    golden("date.txt", answer.out)


def test_json_is_an_object_a_line_and_valid_speaks_of_edtf_alone(run: Run) -> None:
    answer = run("date", "2024-07", "last week", "recently", "--as-of", "2024-07-09", "--json")
    plain, words, nothing = map(json.loads, answer.out.splitlines())
    assert answer.code == 1
    assert (plain["valid"], plain["earliest"], plain["latest"]) == (True, "2024-07-01", "2024-07-31")
    assert (words["valid"], words["edtf"], words["phrase"]) == (False, "2024-07-01/2024-07-07", "last week")
    assert words["rule"]
    assert nothing == {
        "schema_version": 1,
        "input": "recently",
        "valid": False,
        "why": "recently: says no time that can be counted",
    }


def test_lines_of_standard_input_are_not_stripped(run: Run) -> None:
    answer = run("date", "--json", "-", stdin=b"2024\n 2024\n2024-02-30\n\n")
    assert [json.loads(line)["valid"] for line in answer.out.splitlines()] == [True, False, False, False]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["date", "2023-02-29"], 1, "2023-02-29: February 2023 has 28 days"),
        (["date", "today", "--as-of", "soon"], 2, "--as-of: soon"),
    ],
)
def test_what_is_no_date_says_why(run: Run, arguments: list[str], code: int, said: str) -> None:
    answer = run(*arguments)
    assert answer.code == code
    assert said in answer.out + answer.err


def test_a_filter_says_how_it_read_words(run: Run) -> None:
    answer = run("list", "--since", "summer 2024", "--fields", "id")
    assert '--since "summer 2024" is read as 2024-22' in answer.err


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_line_that_is_no_utf_8_is_named_and_those_before_it_are_read(run: Run, more: list[str]) -> None:
    answer = run("date", *more, "-", stdin=b"2024\r\ncaf\xe9\n2025\n")
    assert answer.code == 3
    assert answer.err == "timeline: <standard input>:2:4: byte 4 of this line, 0xE9, is not UTF-8\n"
    assert "2024" in answer.out
    assert "2025" not in answer.out


def test_standard_input_has_a_limit(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.cli.commands.date.LIMIT", 10)
    assert run("date", "-", stdin=b"2024\n2025\n").code == 0
    answer = run("date", "-", stdin=b"2024\n2025\n\n")
    assert (answer.code, answer.err) == (
        3,
        "timeline: <standard input>: more than the 10 bytes that are read\n",
    )


TEXT = (
    "Ndaw left on 26 May 2014; a month earlier he had been warned.\n\n"
    "They met last week, and on Friday they meet."
)


def test_the_expressions_of_a_text(run: Run, tmp_path: Path, golden: Golden) -> None:
    (tmp_path / "text.txt").write_text(TEXT)
    answer = run("date", "--text", str(tmp_path / "text.txt"), "--as-of", "2024-07-09")
    assert answer.code == 0
    golden("date-text.txt", answer.out)


def test_the_expressions_of_a_text_as_json(run: Run) -> None:
    answer = run("date", "--text", "-", "--json", "--as-of", "2024-07-09", stdin=TEXT.encode())
    first, second, *_, last = json.loads(answer.out)
    assert (TEXT[first["start"] : first["end"]], first["edtf"]) == ("26 May 2014", "2014-05-26")
    origin = {"edtf": "2014-05-26", "text": "26 May 2014", "start": 13, "end": 24, "line": 1, "column": 14}
    assert second["counts_from"] == origin
    assert (last["text"], last["edtf"], last["line"]) == ("Friday", "2024-07-12", 3) or last["readings"]


def test_a_text_without_words_of_time(run: Run) -> None:
    assert run("date", "--text", "-", stdin=b"Nothing.").out == "no words of time\n"
    assert run("date", "--text", "-", "--json", stdin=b"").out == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "said"),
    [
        (["date", "--text", "missing.txt"], b"", 3, "missing.txt"),
        (["date", "--text", "-", "2024"], b"", 2, "--text takes no other dates"),
        (["date", "--text", "-"], b"caf\xe9", 3, "<standard input>:1:4"),
    ],
)
def test_a_text_that_cannot_be_read(
    run: Run, arguments: list[str], stdin: bytes, code: int, said: str
) -> None:
    answer = run(*arguments, stdin=stdin)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_the_tense_tells_the_side(run: Run) -> None:
    asked = ("date", "20 September", "--as-of", "2024-07-09", "--json")
    past, future, neither = (
        run(*asked, *more).out for more in (("--tense", "past"), ("--tense", "future"), ())
    )
    assert (json.loads(past)["edtf"], json.loads(future)["edtf"]) == ("2023-09-20", "2024-09-20")
    assert "edtf" not in json.loads(neither)


@pytest.mark.parametrize(
    ("option", "typed"), [("--since", "500"), ("--until", "07/2024"), ("--on", "2023/24"), ("--on", "43")]
)
def test_years_of_filters_have_four_digits(run: Run, option: str, typed: str) -> None:
    answer = run("list", option, typed)
    assert answer.code == 2
    assert "a year has four digits" in answer.err
