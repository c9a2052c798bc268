"""The digest of the installed code: a store that other code has built is never used."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import program

FAIR = "format: 1\nevents:\n- {id: fair, title: The fair, kind: fair, date: 2025, summary: It was held.}\n"


@pytest.fixture
def checkout(tmp_path: Path, repository: Path) -> Path:
    """A copy of the package alone, which a test may change."""
    ignored = shutil.ignore_patterns("__pycache__", "builtin")
    shutil.copytree(repository / "timeline", tmp_path / "code" / "timeline", ignore=ignored)
    (tmp_path / "own" / "data").mkdir(parents=True)
    (tmp_path / "own" / "data" / "events.yaml").write_text(FAIR, encoding="utf-8")
    return tmp_path / "code"


def why(checkout: Path, cache: Path) -> str:
    """The output of that copy of the program for the date of the fair, with its own cache folder."""
    command = [sys.executable, "-m", "timeline", "--dataset", "../own", "why", "fair", "date"]
    environment = {"PYTHONPATH": str(checkout), "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.run(
        command, cwd=checkout, env=environment, capture_output=True, text=True, check=True
    )
    return process.stdout


def edit(checkout: Path, module: str, old: str, new: str) -> None:
    """Change one module of the copy."""
    file = checkout / "timeline" / module
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_module_changes_the_answer_at_once(checkout: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert "UNSUPPORTED" in why(checkout, cache)
    edit(checkout, "evidence/fields.py", 'else "unsupported"', 'else "curator"')
    assert "CURATOR" in why(checkout, cache)


def test_two_installations_have_two_stores(checkout: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    other = tmp_path / "other"
    shutil.copytree(checkout, other)
    why(checkout, cache)
    why(other, cache)
    assert len({file.name.split("-")[1].split(".")[0] for file in (cache / "timeline").glob("*.db")}) == 2


def test_the_digest_follows_names_sizes_and_times(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def digest() -> str:
        monkeypatch.setattr(program, "PACKAGE", str(checkout / "timeline"))
        return program.digest.__wrapped__()

    module = checkout / "timeline" / "version.py"
    digests = [digest(), digest()]
    assert digests[0] == digests[1]
    module.write_bytes(module.read_bytes())
    digests.append(digest())
    module.write_bytes(module.read_bytes() + b"\n")
    digests.append(digest())
    module.rename(module.with_name("versions.py"))
    digests.append(digest())
    assert len(set(digests)) == 4


def test_the_digest_ignores_bytecode(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "PACKAGE", str(checkout / "timeline"))
    before = program.digest.__wrapped__()
    (checkout / "timeline" / "__pycache__").mkdir()
    (checkout / "timeline" / "__pycache__" / "version.pyc").write_bytes(b"bytecode")
    assert program.digest.__wrapped__() == before
