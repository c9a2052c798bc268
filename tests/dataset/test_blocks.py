"""Blocks of a JSON Lines file: whole lines, with their numbers, and a problem for each that is not UTF-8."""

from pathlib import Path

import pytest

from timeline.dataset import blocks
from timeline.dataset.blocks import ids_in, lines_at, read_blocks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bulk.jsonl"
    lines = [b'{"id": "a"}', b'{"title": "x", "id": "b"}', b'{"id": "\xff"}', b"none", b'{"\\u0069d": "c"}\r']
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def test_a_block_ends_with_a_line_and_has_the_number_of_its_first(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 20)
    read = list(read_blocks("bulk.jsonl", file, None))
    assert "".join(block.text for block in read).count("\n") == 5
    assert [block.first for block in read] == [1, 3]
    assert sum(block.size for block in read) == file.stat().st_size


def test_a_block_has_a_limited_number_of_lines(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_BLOCK_LINES", 2)
    assert [(block.first, block.text.count("\n")) for block in read_blocks("x", file, None)] == [
        (1, 2), (3, 2), (5, 1),
    ]  # fmt: skip


def test_a_line_that_is_not_utf_8_is_empty_and_a_problem(file: Path) -> None:
    (block,) = read_blocks("bulk.jsonl", file, None)
    (problem,) = block.problems
    assert (str(problem.location), problem.rule) == ("bulk.jsonl:3:9", "bad-encoding")
    assert block.text.split("\n")[2] == ""


def test_ids_are_read_from_valid_json_in_any_spelling(file: Path) -> None:
    assert list(ids_in(file, None)) == ["a", "b", "\ufffd", "c"]


def test_lines_are_found_by_number_across_blocks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 5)
    assert lines_at(file, {1, 3, 5, 9}, None) == {1: '{"id": "a"}', 3: "", 5: '{"\\u0069d": "c"}'}
