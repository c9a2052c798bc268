"""Whole screens and outputs for pipes.

The files in `golden/` are these screens: `REWRITE_GOLDEN=1 pytest tests/screens` rewrites them.
"""

from collections import Counter

import pytest

from tests.conftest import Golden, Run

TABLE = ["list", "--format", "table"]
SUMMITS = ["list", "--kind", "summit", "--actor", "Japan"]


@pytest.mark.parametrize(
    ("name", "columns", "arguments"),
    [
        ("list-japan-80.txt", 80, ["list", "--actor", "Japan", "--format", "table"]),
        ("list-japan-40.txt", 40, ["list", "--actor", "Japan", "--format", "table"]),
        ("list-japan-200.txt", 200, ["list", "--actor", "Japan", "--format", "table"]),
        ("list-80.txt", 80, ["list", "--format", "table"]),
        ("list-norway-80.txt", 80, ["list", "--actor", "Norway", "--on", "2024", "--format", "table"]),
        ("show-hague-2025-80.txt", 80, ["show", "hague-2025"]),
        ("show-hague-2025-200.txt", 200, ["show", "hague-2025"]),
        ("summits.md", 80, [*SUMMITS, "--format", "markdown"]),
        ("summits.tsv", 80, SUMMITS),
        ("summits.csv", 80, [*SUMMITS, "--format", "csv"]),
        ("hague-2025.json", 80, ["show", "hague-2025", "--json"]),
        ("summits.ndjson", 80, [*SUMMITS, "--format", "ndjson", "--fields", "id,date,match"]),
    ],
)
def test_screen(
    run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str, columns: int, arguments: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    answer = run(*arguments)
    assert answer.code == 0
    golden(name, answer.out)
    if name.endswith(".txt"):
        assert max(map(len, answer.out.splitlines())) <= columns


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--format", "table"],
        ["list", "--actor", "Norway", "--format", "table"],
        ["show", "hague-2025"],
    ],
)
@pytest.mark.parametrize("columns", [20, 30, 59, 60, 100, 119, 120, 200])
def test_every_width_shows_all_letters_in_lines_that_fit(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], columns: int
) -> None:
    reference = run(*arguments).out
    monkeypatch.setenv("COLUMNS", str(columns))
    screen = run(*arguments).out
    assert letters(screen) == letters(reference)
    assert max(map(len, screen.splitlines())) <= columns


def letters(screen: str) -> Counter[str]:
    """How often each letter is on a screen, without white space and the dots between columns."""
    return Counter("".join(screen.replace("·", "").split()))
