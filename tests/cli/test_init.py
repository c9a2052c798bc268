"""`timeline init`: a small dataset of one's own, in which nothing is wrong and nothing was lost."""

from pathlib import Path

import pytest

from tests.conftest import Run


def test_what_init_makes_passes_check_and_can_be_listed(run: Run, tmp_path: Path) -> None:
    made = run("init", tmp_path / "x")
    assert (made.code, made.out) == (0, "")
    assert f"next: timeline --dataset {tmp_path}/x check" in made.err
    checked = run("--dataset", tmp_path / "x", "check", "--strict")
    assert checked.code == 0
    assert checked.out.startswith("1 event, 1 stored source, 2 quotes: 2 found (2 exact)\n")
    listed = run("--dataset", tmp_path / "x", "list", "--fields", "id")
    assert listed == (0, "id\nlights-agreement-2025\n", "")


def test_without_a_folder_it_is_made_here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "next: timeline check, timeline list" in run("init").err
    assert run("check").code == 0


@pytest.mark.parametrize(("there", "said"), [(["data"], "a data"), (["seeds", "data"], "a data and a seeds")])
def test_nothing_is_overwritten(run: Run, tmp_path: Path, there: list[str], said: str) -> None:
    for name in there:
        (tmp_path / name).mkdir()
    answer = run("init", tmp_path)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"timeline: {tmp_path}: there is {said} already; nothing was written\n"
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(there)


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = run("init", tmp_path / "file" / "x")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"timeline: {tmp_path}/file/x: cannot be written: Not a directory\n"
