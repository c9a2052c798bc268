"""JSON Lines in batches: the same problems, counts and store as if the dataset were read whole."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.cache.build import compile_into
from timeline.checks import Selection, check
from timeline.checks.run_batches import judge_whole, select, verify
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
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 300)


@pytest.fixture
def folder(dataset: MakeDataset) -> Path:
    made = dataset(YAML, texts=TEXTS)
    (made / "data" / "events").mkdir()
    (made / "data" / "events" / "bulk.jsonl").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return made


@pytest.mark.parametrize("strict", [False, True])
def test_the_problems_and_counts_are_those_of_the_whole(folder: Path, strict: bool) -> None:
    whole = load_timeline(find(str(folder), folder))
    selection = Selection(strict=strict)
    judged, numbers, *_ = select(judge_whole(whole).outcome, selection, {})
    verified = verify(find(str(folder), folder), selection)
    assert list(map(str, verified.judged.problems)) == list(map(str, judged.problems))
    assert verified.judged == judged == check(whole, selection)
    assert len(judged.problems) > 8
    assert verified.counts == numbers


def test_the_lines_with_problems_are_kept_for_the_message(folder: Path) -> None:
    verified = verify(find(str(folder), folder))
    whole = load_timeline(find(str(folder), folder)).material.trees
    for problem in verified.judged.problems:
        label, number, *_ = problem.location
        assert verified.trees[label].lines[number - 1] == whole[label].lines[number - 1] != ""


def test_the_store_is_that_of_the_whole(folder: Path) -> None:
    stores = [sqlite3.connect(":memory:", isolation_level=None) for _ in range(2)]
    compile_into(find(str(folder), folder), {})(stores[0])
    build(stores[1], load_timeline(find(str(folder), folder)), {})
    answers = [[answer.json for answer in Store(one).select(Query())] for one in stores]
    assert answers[0] == answers[1]
    assert [json.loads(one)["id"] for one in answers[0]] == ["nine", "eight", "fair-2025", "one", "two"]
    verified = verify(find(str(folder), folder))
    assert Store(stores[0]).meta("problems") == str(len(verified.judged.problems))
    assert Store(stores[0]).meta("left_out") == str(verified.counts.left_out) == "8"


def test_who_waits_is_told_how_far_it_is(folder: Path) -> None:
    told: list[tuple[int, float]] = []
    fill = compile_into(find(str(folder), folder), {}, lambda events, share: told.append((events, share)))
    fill(sqlite3.connect(":memory:", isolation_level=None))
    assert told == sorted(told)
    assert told[0] == (1, 0.0)
    assert told[-1] == (5, 1.0)
    assert len(told) > 5


def test_a_file_that_changes_between_its_two_readings_is_not_answered_for(folder: Path) -> None:
    file = folder / "data" / "events" / "bulk.jsonl"
    batches = iter(Batches(find(str(folder), folder)))
    next(batches)
    file.write_text(line("one") + "\n", encoding="utf-8")
    with pytest.raises(NoReadableFile, match=r"bulk.jsonl:1:1: unreadable: changed while it was read"):
        next(batches)


def test_a_file_that_changes_while_it_is_read_is_not_answered_for(folder: Path) -> None:
    file = folder / "data" / "events" / "bulk.jsonl"
    batches = iter(Batches(find(str(folder), folder)))
    next(batches), next(batches)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(line("ten") + "\n")
    with pytest.raises(NoReadableFile, match="changed while it was read; run the command again"):
        list(batches)


def test_a_file_that_goes_away_is_named(folder: Path) -> None:
    batches = iter(Batches(find(str(folder), folder)))
    next(batches)
    (folder / "data" / "events" / "bulk.jsonl").unlink()
    with pytest.raises(NoReadableFile, match=r"bulk.jsonl:1:1: unreadable: cannot be read: No such file"):
        next(batches)


def test_a_file_of_json_lines_alone_is_a_dataset(tmp_path: Path) -> None:
    file = tmp_path / "bulk.jsonl"
    file.write_text(line("one", curator=[]) + "\n" + line("two", curator=[]), encoding="utf-8")
    verified = verify(find(str(file), tmp_path))
    assert verified.counts.events == 2
    assert {problem.rule for problem in verified.judged.problems} == {"unsupported-field"}


def test_a_line_that_is_not_utf8_is_one_problem(folder: Path) -> None:
    file = folder / "data" / "events" / "bulk.jsonl"
    file.write_bytes(line("one").encode() + b'\n{"id": "Z\xfcrich"}\n' + line("two").encode())
    found = verify(find(str(folder), folder))
    bad = [problem for problem in found.judged.problems if problem.rule == "bad-encoding"]
    assert [problem.location[1:3] for problem in bad] == [(2, 10)]
    assert (found.counts.events, found.counts.left_out) == (3, 1)


def test_where_nothing_can_be_read_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "data" / "events" / "bulk.jsonl").mkdir(parents=True)
    with pytest.raises(NoReadableFile):
        compile_into(find(str(tmp_path), tmp_path), {})
    with pytest.raises(NoReadableFile):
        verify(find(str(tmp_path), tmp_path))


def test_an_empty_file_of_json_lines_is_a_timeline_without_events(tmp_path: Path) -> None:
    (tmp_path / "data" / "events").mkdir(parents=True)
    (tmp_path / "data" / "events" / "bulk.jsonl").write_text("", encoding="utf-8")
    assert verify(find(str(tmp_path), tmp_path)).counts.events == 0


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            {"date": 2025},
            'the number 2025 stands where a text is wanted; write it in quotation marks: "2025"',
        ),
        ({"title": None}, "null stands where a text is wanted; leave the key out"),
        ({"topics": [True]}, 'true stands where a text is wanted; write it in quotation marks: "true"'),
    ],
)
def test_every_value_is_text(tmp_path: Path, record: Mapping[str, object], said: str) -> None:
    file = tmp_path / "bulk.jsonl"
    file.write_text(line("one", **record), encoding="utf-8")
    problems = verify(find(str(file), tmp_path)).judged.problems
    assert said in [f"{problem.message}; {problem.hint}" for problem in problems]
