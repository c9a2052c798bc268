"""JSON Lines are compiled in batches, with the same problems, counts and store as a whole dataset."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.cache.build import compile_into, export
from timeline.checks import Selection, check, check_dataset
from timeline.dataset import blocks
from timeline.dataset.locate import find
from timeline.dataset.read import NoReadableFile
from timeline.evidence import load_timeline
from timeline.evidence.batches import Batches
from timeline.query import Query
from timeline.store import Store
from timeline.store.build import build

TEXTS = {"gazette.txt": "The fair was held on 3 May 2025.", "almanac.txt": "It was a mild winter."}
NOTE = {"note": "Seen.", "supports": ["date", "status", "summary.1"], "see": ["gazette"]}
YAML = "- {id: fair-2025, title: The fair, kind: fair, date: 2025, summary: The fair was held.}"


def line(key: str, **more: object) -> str:
    record = {
        "id": key,
        "title": "Fair",
        "kind": "fair",
        "date": "2025",
        "summary": "It was.",
        "curator": [NOTE],
    }
    return json.dumps({**record, **more}, ensure_ascii=False)


QUOTE = {"source": "gazette", "quote": "The fair was held", "supports": ["summary.1"]}
LINES = [
    line("one", links={"follows": ["nine", "fair-2025"]}),
    line("two", citations=[QUOTE, {**QUOTE, "quote": "The fair was lost"}]),
    "",
    line("three", date="2025-13"),
    line("one", title="Again"),
    line("fair-2025"),
    '{"id": "four", "title": "A comma", }',
    line("five", links={"follows": ["ten"]}, date=2025),
    line("six", actors={"Japn": "host", "Japan": "host"}, note=None),
    '{"id": "seven", "id": "eight"}',
    line("eight", actors=["Japan", "JP"], title="Zürich 😀"),
    line("nine", place={"name": "Oslo", "country": "NO"}, date="[2024,2026]"),
    line("two", title="Once more"),
]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch for every line or two."""
    monkeypatch.setattr(blocks, "PIECE", 300)


@pytest.fixture
def folder(dataset: MakeDataset) -> Path:
    made = dataset(YAML, texts=TEXTS)
    (made / "data" / "events").mkdir()
    (made / "data" / "events" / "bulk.jsonl").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return made


@pytest.mark.parametrize("strict", [False, True])
def test_batches_have_the_problems_and_counts_of_the_whole(folder: Path, strict: bool) -> None:
    whole = load_timeline(find(str(folder), folder))
    selection = Selection(strict=strict)
    expected = check(whole, selection)
    verified = check_dataset(find(str(folder), folder), selection)
    assert list(map(str, verified.results.problems)) == list(map(str, expected.problems))
    assert verified.results == expected
    assert len(expected.problems) > 8
    assert verified.counts == expected.counts


def test_the_lines_with_problems_are_kept_for_excerpts(folder: Path) -> None:
    verified = check_dataset(find(str(folder), folder))
    whole = load_timeline(find(str(folder), folder)).material.trees
    for problem in verified.results.problems:
        label, number, *_ = problem.location
        assert verified.trees[label].lines[number - 1] == whole[label].lines[number - 1] != ""


def test_batches_build_the_store_of_the_whole(folder: Path) -> None:
    stores = [sqlite3.connect(":memory:", isolation_level=None) for _ in range(2)]
    compile_into(find(str(folder), folder), {})(stores[0])
    build(stores[1], load_timeline(find(str(folder), folder)), {})
    answers = [[answer.json for answer in Store(store).select(Query())] for store in stores]
    assert answers[0] == answers[1]
    assert [json.loads(answer)["id"] for answer in answers[0]] == ["nine", "eight", "fair-2025", "one", "two"]
    verified = check_dataset(find(str(folder), folder))
    assert Store(stores[0]).meta("problems") == str(len(verified.results.problems))
    assert Store(stores[0]).meta("left_out") == str(verified.counts.left_out) == "8"


def test_progress_is_reported(folder: Path) -> None:
    reports: list[tuple[int, float]] = []
    fill = compile_into(find(str(folder), folder), {}, lambda events, share: reports.append((events, share)))
    fill(sqlite3.connect(":memory:", isolation_level=None))
    assert reports == sorted(reports)
    assert reports[0] == (1, 0.0)
    assert reports[-1] == (5, 1.0)
    assert len(reports) > 5


def test_a_file_that_changes_between_two_passes_is_an_error(folder: Path) -> None:
    file = folder / "data" / "events" / "bulk.jsonl"
    batches = iter(Batches(find(str(folder), folder)))
    next(batches)
    file.write_text(line("one") + "\n", encoding="utf-8")
    with pytest.raises(NoReadableFile, match=r"bulk.jsonl:1:1: unreadable: changed while it was read"):
        next(batches)


def test_a_file_that_changes_during_a_pass_is_an_error(folder: Path) -> None:
    file = folder / "data" / "events" / "bulk.jsonl"
    batches = iter(Batches(find(str(folder), folder)))
    next(batches), next(batches)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(line("ten") + "\n")
    with pytest.raises(NoReadableFile, match="changed while it was read; run the command again"):
        list(batches)


def test_a_file_that_disappears_is_named(folder: Path) -> None:
    batches = iter(Batches(find(str(folder), folder)))
    next(batches)
    (folder / "data" / "events" / "bulk.jsonl").unlink()
    with pytest.raises(NoReadableFile, match=r"bulk.jsonl:1:1: unreadable: cannot be read: No such file"):
        next(batches)


def test_a_file_of_json_lines_alone_is_a_dataset(tmp_path: Path) -> None:
    file = tmp_path / "bulk.jsonl"
    file.write_text(line("one", curator=[]) + "\n" + line("two", curator=[]), encoding="utf-8")
    verified = check_dataset(find(str(file), tmp_path))
    assert verified.counts.events == 2
    assert {problem.rule for problem in verified.results.problems} == {"unsupported-field"}


def test_a_line_that_is_not_utf8_is_one_problem(folder: Path) -> None:
    file = folder / "data" / "events" / "bulk.jsonl"
    file.write_bytes(line("one").encode() + b'\n{"id": "Z\xfcrich"}\n' + line("two").encode())
    checked = check_dataset(find(str(folder), folder))
    bad = [problem for problem in checked.results.problems if problem.rule == "bad-encoding"]
    assert [problem.location[1:3] for problem in bad] == [(2, 10)]
    assert (checked.counts.events, checked.counts.left_out) == (3, 1)


def test_an_unreadable_dataset_raises(tmp_path: Path) -> None:
    (tmp_path / "data" / "events" / "bulk.jsonl").mkdir(parents=True)
    with pytest.raises(NoReadableFile):
        compile_into(find(str(tmp_path), tmp_path), {})
    with pytest.raises(NoReadableFile):
        check_dataset(find(str(tmp_path), tmp_path))


def test_an_empty_file_of_json_lines_is_a_timeline_without_events(tmp_path: Path) -> None:
    (tmp_path / "data" / "events").mkdir(parents=True)
    (tmp_path / "data" / "events" / "bulk.jsonl").write_text("", encoding="utf-8")
    assert check_dataset(find(str(tmp_path), tmp_path)).counts.events == 0


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (
            {"date": 2025},
            'expected a string, found the number 2025; put it in quotation marks: "2025"',
        ),
        ({"title": None}, "expected a string, found null; remove the key"),
        ({"topics": [True]}, 'expected a string, found true; put it in quotation marks: "true"'),
    ],
)
def test_every_value_is_a_string(tmp_path: Path, record: Mapping[str, object], message: str) -> None:
    file = tmp_path / "bulk.jsonl"
    file.write_text(line("one", **record), encoding="utf-8")
    problems = check_dataset(find(str(file), tmp_path)).results.problems
    assert message in [f"{problem.message}; {problem.hint}" for problem in problems]


def test_the_first_of_three_records_with_one_id_is_named(folder: Path) -> None:
    lines = [line("same", title=title) for title in ("First", "Second", "Third")]
    (folder / "data" / "events" / "bulk.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    problems = check_dataset(find(str(folder), folder)).results.problems
    duplicates = [problem for problem in problems if problem.rule == "duplicate-id"]
    assert [problem.location.line for problem in duplicates] == [2, 3]
    assert all("bulk.jsonl:1" in f"{problem.message} {problem.hint}" for problem in duplicates)


def test_export_writes_the_views_and_leaves_the_old_file_if_it_fails(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "timeline.db"
    export(find(str(folder), folder), target)
    with closing(sqlite3.connect(target)) as exported:
        assert exported.execute("SELECT COUNT(*) FROM event_list").fetchone() == (5,)
        assert not exported.execute("SELECT 1 FROM sqlite_master WHERE name = 'chunks'").fetchall()
    before = target.read_bytes()
    (folder / "data" / "events.yaml").unlink()
    (folder / "data" / "events" / "bulk.jsonl").unlink()
    with pytest.raises(NoReadableFile):
        export(find(str(folder), folder), target)
    assert target.read_bytes() == before
