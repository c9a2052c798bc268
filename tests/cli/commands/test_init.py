"""`timeline init`: creates a small valid dataset and overwrites nothing."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run


def test_init_creates_a_dataset_that_passes_check(run: Run, tmp_path: Path) -> None:
    made = run("init", tmp_path / "x")
    assert (made.code, made.out) == (0, "")
    assert f"next: timeline --dataset {tmp_path}/x check" in made.err
    checked = run("--dataset", tmp_path / "x", "check", "--strict")
    assert checked.code == 0
    assert checked.out.startswith("1 event, 1 stored source, 2 quotes: 2 found (2 exact)\n")
    listed = run("--dataset", tmp_path / "x", "list", "--fields", "id")
    assert listed == (0, "id\nlights-agreement-2025\n", "")


def test_init_without_folder_uses_the_current_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "next: timeline check, timeline list" in run("init").err
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("existing", "message"),
    [(["data"], "data already exists"), (["seeds", "data"], "data and seeds already exist")],
)
def test_init_overwrites_nothing(run: Run, tmp_path: Path, existing: list[str], message: str) -> None:
    for name in existing:
        (tmp_path / name).mkdir()
    answer = run("init", tmp_path)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"timeline: {tmp_path}: {message}; nothing was written\n"
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(existing)


def test_init_in_a_file_is_exit_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = run("init", tmp_path / "file" / "x")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"timeline: {tmp_path}/file/x: cannot be written: Not a directory\n"


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("failing", ["os.fsync", "os.rename"])
def test_failed_init_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, *, exists: bool
) -> None:
    folder = tmp_path / "a" / "b"
    if exists:
        folder.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    calls: dict[str, Callable[..., None]] = {"os.fsync": os.fsync, "os.rename": os.rename}
    working = calls[failing]
    left = [1]

    def full(*given: Any) -> None:
        if not left:
            raise OSError(28, "No space left on device")
        left.pop()
        working(*given)

    with monkeypatch.context() as patched:
        patched.setattr(failing, full)
        answer = run("init", folder)
    assert (answer.code, answer.err) == (
        3,
        f"timeline: {folder}: cannot be written: No space left on device\n",
    )
    assert sorted(tmp_path.rglob("*")) == before
    assert run("init", folder).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["data", "seeds"]
