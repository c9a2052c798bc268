"""`check` after an edit prints exactly what a full run prints, without reading the whole dataset."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import MakeDataset, Outcome, Run
from timeline.cache import manifest, recheck
from timeline.cache import verify as verifying
from timeline.cache.verify import verify
from timeline.checks import CheckedTimeline, limits
from timeline.dataset.locate import Dataset, find
from timeline.evidence import Timeline, load_timeline

TEXTS = {
    "gazette.txt": "The fair was held on 3 May 2025 in Oslo.\nIt rained on Monday. It rained on Tuesday.\n",
    "almanac.txt": "It was a mild winter.\n",
}
QUOTES = (
    "The fair was held on 3 May 2025",
    "The fair was lost on 3 May 2025",
    "It rained on",
    "in Oslo # or so",
    ">-\n        The fair was held on\n        3 May 2025",
    '"held on 3 May 2025 in Oslo"',
)
OPTIONS = (
    (),
    ("--all", "--strict"),
    ("--json", "--strict"),
    ("--format", "github"),
    ("--rule", "quote-not-found", "--rule", "unused-source", "--rule", "unsupported-field"),
    ("--skip", "unsupported-field,unsupported-prose", "--summary"),
)


def event(number: int, quote: str = QUOTES[0]) -> str:
    return f"""\
  - id: event-{number}
    title: The fair of {number} Towns
    kind: fair
    date: 2025-05-0{number + 2}
    place: {{name: Oslo, country: NO}}
    actors: {{Japan: host, Nobodia: partner}}
    links: {{follows: [event-{number + 1}]}}
    summary:
      - The fair was held with 7 lamps.
    citations:
      - source: gazette
        quote: {quote}
        supports: [date, place, status]
      - source: gazete
        quote: The fair was held
        supports: [summary.1]
"""


def write(folder: Path, records: list[str]) -> None:
    """The records in two files."""
    (folder / "data" / "events.yaml").unlink(missing_ok=True)
    (folder / "data" / "events").mkdir(exist_ok=True)
    for name, part in (("a", records[:2]), ("b", records[2:])):
        text = "format: 1\nevents:\n" + "".join(part)
        (folder / "data" / "events" / f"{name}.yaml").write_text(text, encoding="utf-8")


Edit = Callable[[list[str]], None]


def line_edit(make: Callable[[list[str], int, str], None]) -> st.SearchStrategy[Edit]:
    """An edit of the lines of one record, at some line."""

    def made(record: int, at: int, text: str) -> Edit:
        def apply(records: list[str]) -> None:
            lines = records[record % len(records)].splitlines(keepends=True)
            make(lines, at % max(1, len(lines)), text)
            records[record % len(records)] = "".join(lines)

        return apply

    numbers = st.integers(0, 30)
    return st.builds(made, numbers, numbers, st.sampled_from(ADDED))


ADDED = (
    "    # a comment\n",
    "\n",
    "# at the margin\n",
    "    topics: [war]\n",
    "    accept: {unsupported-field: known gap}\n",
    "    accept: {quote-not-found: no, quote-does-not-say: well}\n",
    "    title: Again\n",
    "    status: planned\n",
    "...\n",
    "---\n",
    "    note: {\n",
    "  - id: event-9\n",
)


def replaced(lines: list[str], start: str, text: str) -> None:
    """Replace the value of a key, with all its lines."""
    at = next((number for number, line in enumerate(lines) if line.lstrip().startswith(start)), None)
    if at is None:
        return
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent:
        end += 1
    lines[at:end] = [f"{' ' * indent}{start} {text}\n"]


def value_edit(start: str, values: tuple[str, ...]) -> st.SearchStrategy[Edit]:
    def made(record: int, value: str) -> Edit:
        def apply(records: list[str]) -> None:
            lines = records[record % len(records)].splitlines(keepends=True)
            replaced(lines, start, value)
            records[record % len(records)] = "".join(lines)

        return apply

    return st.builds(made, st.integers(0, 9), st.sampled_from(values))


def deleted(record: int) -> Edit:
    def apply(records: list[str]) -> None:
        if len(records) > 1:
            records.pop(record % len(records))

    return apply


edits = st.one_of(
    value_edit("title:", ("The fair", "A fair in 12 Towns of Bhutan", "'Oslo: the fair'")),
    value_edit("date:", ("2025-05-03", "2025", "2024-01", "2025-05-03/2025-05-09", "2025-13")),
    value_edit("quote:", QUOTES),
    value_edit("actors:", ("{Japan: host}", "[Japan, JP]", "[Japn, Korea]")),
    value_edit("supports:", ("[date, plce]", "[]", "[actors.Japan, status]")),
    line_edit(lambda lines, at, text: lines.insert(at + 1, text)),
    line_edit(lambda lines, at, text: lines.__delitem__(at) if lines else None),
    st.builds(deleted, st.integers(0, 9)),
)


@pytest.fixture
def folder(dataset: MakeDataset) -> Path:
    made = dataset(texts=TEXTS)
    write(made, [event(number) for number in range(4)])
    return made


class Both:
    """Runs `check` with a cache that is kept, and with an empty one."""

    def __init__(self, run: Run, caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run = run
        self._caches = caches
        self._setenv = monkeypatch.setenv

    def warm(self, folder: Path, *options: str) -> Outcome:
        self._setenv("XDG_CACHE_HOME", str(self._caches / "kept"))
        return self._run("--dataset", folder, "check", *options)

    def cold(self, folder: Path, *options: str) -> Outcome:
        empty = self._caches / "empty"
        shutil.rmtree(empty, ignore_errors=True)
        self._setenv("XDG_CACHE_HOME", str(empty))
        return self._run("--dataset", folder, "check", *options)

    def clear(self) -> None:
        shutil.rmtree(self._caches / "kept", ignore_errors=True)


@pytest.fixture
def both(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Both:
    return Both(run, tmp_path, monkeypatch)


@given(st.lists(edits, min_size=1, max_size=4), st.sampled_from(OPTIONS))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=int(os.environ.get("RECHECKS", "40")),
)
def test_after_any_edits_the_output_is_that_of_a_full_run(
    both: Both, folder: Path, changes: list[Edit], options: tuple[str, ...]
) -> None:
    both.clear()
    records = [event(number) for number in range(4)]
    write(folder, records)
    both.warm(folder)
    for change in changes:
        change(records)
        write(folder, records)
        assert both.warm(folder, *options) == both.cold(folder, *options)


@pytest.fixture
def no_full_run(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """From now on, reading a whole dataset fails."""

    def refused(*_: object) -> CheckedTimeline:
        raise AssertionError("the dataset was read whole")

    with monkeypatch.context() as patch:
        patch.setattr(verifying, "load_timeline", refused)
        yield


@pytest.mark.parametrize("options", OPTIONS)
def test_unchanged_results_are_shown_again(
    both: Both, folder: Path, request: pytest.FixtureRequest, options: tuple[str, ...]
) -> None:
    expected = both.cold(folder, *options)
    both.warm(folder)
    request.getfixturevalue("no_full_run")
    assert both.warm(folder, *options) == expected
    assert expected.code == 1


SMALL: dict[str, tuple[str, str]] = {
    "a title": ("title: The fair of 1 Towns", "title: The fair of 31 Towns"),
    "a date": ("date: 2025-05-03", "date: 2025-05-04"),
    "a quote": (f"quote: {QUOTES[0]}", f"quote: {QUOTES[1]}"),
    "an added line": ("    kind: fair\n", "    kind: fair\n    topics: [war]\n"),
    "a removed line": ("    place: {name: Oslo, country: NO}\n", ""),
    "a comment": ("    kind: fair\n", "    # a comment\n\n    kind: fair\n"),
    "accept": ("    kind: fair\n", "    kind: fair\n    accept: {unsupported-field: yes}\n"),
}


@pytest.mark.parametrize("warm", [False, True])
def test_a_file_that_changes_while_it_is_read_is_read_again(
    both: Both, folder: Path, monkeypatch: pytest.MonkeyPatch, warm: bool
) -> None:
    if warm:
        both.warm(folder)
        write(folder, [event(number) for number in range(3)])
    load = load_timeline

    def late(dataset: Dataset) -> Timeline:
        read = load(dataset)
        write(folder, [event(0, QUOTES[1]), event(1), event(2)])
        return read

    with monkeypatch.context() as patch:
        patch.setattr(verifying, "load_timeline", late)
        both.warm(folder)
    assert both.warm(folder, "--all") == both.cold(folder, "--all")


@pytest.mark.parametrize("name", SMALL)
def test_a_small_edit_needs_no_full_run(
    both: Both, folder: Path, request: pytest.FixtureRequest, name: str
) -> None:
    both.warm(folder)
    records = [event(number) for number in range(4)]
    records[1] = records[1].replace(*SMALL[name])
    assert records[1] != event(1)
    write(folder, records)
    expected = both.cold(folder, "--strict", "--all")
    request.getfixturevalue("no_full_run")
    assert both.warm(folder, "--strict", "--all") == expected


def test_an_updated_store_has_the_new_number_of_problems(
    both: Both, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both.warm(folder)
    before = run("--dataset", folder, "list").err
    records = [event(number) for number in range(4)]
    records[3] = records[3].replace("    links: {follows: [event-4]}\n", "")
    write(folder, records)
    after = run("--dataset", folder, "list").err
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "another"))
    assert run("--dataset", folder, "list").err == after != before


@pytest.mark.parametrize(
    ("module", "limit", "value"),
    [
        ("timeline.checks.rules.quotes", "MAX_DIAGNOSED_QUOTES", 1),
        (limits.__name__, "MAX_SUGGESTIONS_PER_RULE", 1),
        ("timeline.checks.rules.ids", "", 0),
        (limits.__name__, "MAX_PROBLEMS_PER_RULE", 3),
    ],
)
def test_incomplete_results_are_not_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, limit: str, value: int
) -> None:
    records = [event(number, QUOTES[1]).replace("Nobodia", f"Nobodia{number}") for number in range(4)]
    write(folder, records)
    if limit:
        monkeypatch.setattr(f"{module}.{limit}", value)
        monkeypatch.setattr(recheck, "MAX_PROBLEMS_PER_RULE", limits.MAX_PROBLEMS_PER_RULE)
    dataset = find(str(folder), folder)
    verify(dataset, caches=tmp_path)
    store = manifest.cache_path(folder.resolve(), tmp_path)
    assert store is not None
    files = list(store.parent.glob("*-check.db")) if store.parent.exists() else []
    assert len(files) == (0 if limit else 1)


def test_file_names_are_relative_to_the_current_folder(
    both: Both, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both.warm(folder)
    monkeypatch.chdir(folder / "seeds")
    here = run("check").out
    assert "../data/events/a.yaml:" in here
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "another"))
    assert run("check").out == here


def test_locations_in_messages_are_relative_to_the_current_folder(
    both: Both, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, [event(1), event(1), event(2), event(3)])
    assert f"at {folder}/data/events/a.yaml:3" in both.warm(folder).out
    monkeypatch.chdir(folder / "seeds")
    assert "at ../data/events/a.yaml:3" in run("check").out
