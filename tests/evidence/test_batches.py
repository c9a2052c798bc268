"""A dataset in batches: duplicate ids across batches, and lines that are linked again with columns."""

import json
from pathlib import Path

import pytest

from timeline.dataset import blocks
from timeline.dataset.locate import find
from timeline.evidence.batches import Batches, is_bulk


def line(key: str, title: str) -> str:
    event = {"id": key, "title": title, "kind": "summit", "date": "2025", "summary": ["They met."]}
    return json.dumps(event) + "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three records with one id, each in a batch of its own."""
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 10)
    events = tmp_path / "data" / "events"
    events.mkdir(parents=True)
    lines = [line("a", "first"), line("a", "second"), line("b", "other"), line("a", "third")]
    (events / "bulk.jsonl").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def test_the_first_of_several_records_with_one_id_is_kept(folder: Path) -> None:
    timelines = [batch.timeline for batch in Batches(find(str(folder), folder))]
    titles = [linked.record.title for timeline in timelines for linked in timeline.events]
    duplicates = [
        (left_out.record.title, kept.record.title)
        for timeline in timelines
        for left_out, kept in timeline.duplicates
    ]
    assert titles == ["first", "other"]
    assert duplicates == [("second", "first"), ("third", "first")]


def test_the_kept_record_has_a_place_with_a_column(folder: Path) -> None:
    ((_, kept), *_) = [
        pair for batch in Batches(find(str(folder), folder)) for pair in batch.timeline.duplicates
    ]
    assert (kept.node.line, kept.node.column, kept.tree.lines) == (1, 1, ())


def test_a_line_is_linked_again_with_columns(folder: Path) -> None:
    batches = Batches(find(str(folder), folder))
    with pytest.raises(ValueError, match="no batch was read"):
        batches.exactly("bulk.jsonl", 3, line("b", "other"))
    *_, last = batches
    (linked,) = batches.exactly("bulk.jsonl", 3, line("b", "other")).events
    title = linked.event.node.get("title")
    assert title is not None
    assert (title.line, title.column) == (3, 22)
    assert [pair[0].record.title for pair in last.exact().duplicates] == ["third"]


def test_only_json_lines_are_read_in_batches(folder: Path, tmp_path: Path) -> None:
    assert is_bulk(find(str(folder), folder))
    (folder / "data" / "events" / "bulk.jsonl").rename(folder / "data" / "events" / "bulk.yaml")
    assert not is_bulk(find(str(folder), folder))
