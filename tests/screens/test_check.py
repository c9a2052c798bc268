"""The result of `check` as text and as annotations."""

from timeline.checks import RuleResults
from timeline.checks.summary import Counts
from timeline.problems import Location, Problem
from timeline.readers import read
from timeline.screens.check import Report, as_github, as_summary, as_text

FILE = "data/events.yaml"
TREES = {FILE: read(FILE, "format: 1\nevents: x\n")[0]}
NOTHING = Counts(*[0] * len(Counts._fields))


def problem(line: int, column: int, width: int = 1, rule: str = "bad-value") -> Problem:
    return Problem(Location(FILE, line, column, width), rule, "a message", "a hint", ("a detail",))


def report(*problems: Problem, limit: int | None = None, more: int = 0) -> Report:
    return Report(RuleResults(problems, (), {"bad-date": more}), NOTHING, TREES, limit)


def test_a_problem_has_its_line_and_carets_below_it() -> None:
    lines = "".join(as_text(report(problem(2, 9)))).splitlines()
    assert lines[:4] == [
        "data/events.yaml:2:9: bad-value: a message",
        "      2 | events: x",
        "        |         ^",
        "  a detail",
    ]


def test_a_line_beyond_the_file_has_no_excerpt() -> None:
    assert "".join(as_text(report(problem(9, 1)))).splitlines()[1] == "  a detail"


def test_problems_beyond_the_limit_are_counted_by_rule() -> None:
    text = "".join(as_text(report(problem(1, 1), problem(2, 1), limit=1, more=3)))
    assert text.count(FILE) == 1
    assert "and 4 more: 3 bad-date, 1 bad-value     timeline check --all\n" in text
    assert "5 problems: 3 bad-date, 2 bad-value     timeline explain RULE\n" in text


def test_problems_that_are_only_counted_cannot_be_listed() -> None:
    assert "and 3 more: 3 bad-date, not listed\n" in "".join(as_text(report(problem(1, 1), more=3)))


def test_the_summary_has_counts_and_what_was_not_checked() -> None:
    counts = NOTHING._replace(quotes=3, found=2, exact=1, typographic=1)
    found = "".join(as_summary(report()._replace(counts=counts)))
    assert "3 quotes: 2 found (1 exact, 1 typographic), 1 not found" in found
    unchecked = "".join(as_summary(report()._replace(counts=counts._replace(unchecked=1))))
    assert "3 quotes, unchecked: this dataset has no stored texts" in unchecked


def test_github_properties_are_escaped() -> None:
    location = Location("a,b:c%.yaml", 3, 4)
    (line,) = as_github(report(problem(1, 1)._replace(location=location, message="50 %\x1b")))
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=bad-value::50 %25^[%0Aa detail%0A"
    )
    assert line.count("\n") == 1


def test_a_long_line_is_shown_around_the_problem() -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(400))
    trees = {FILE: read(FILE, f"{line}: x\n")[0]}
    _, shown, carets, *_ = "".join(as_text(report(problem(1, 201, 3))._replace(trees=trees))).splitlines()
    assert shown == f"      1 | …{line[150:250]}…"
    assert shown[carets.index("^") : carets.rindex("^") + 1] == line[200:203]


def test_a_problem_of_a_whole_file_has_no_excerpt() -> None:
    assert "".join(as_text(report(problem(0, 1)))).splitlines()[1] == "  a detail"
