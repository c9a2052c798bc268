"""Fixtures for all tests: a small dataset, the command line, the installed program, golden files."""

import gc
import hashlib
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import Phase, settings

from timeline.cli import main

# No deadline, because a busy machine is not a failure; tests of running times measure themselves. CI runs the
# same examples each time, other runs new ones.
settings.register_profile("timeline", deadline=None, derandomize="CI" in os.environ)
# For `.ci/mutants`, which runs the tests a thousand times: few examples, always the same, without shrinking.
settings.register_profile(
    "mutants", deadline=None, derandomize=True, max_examples=25, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "timeline"))

REPOSITORY = Path(__file__).resolve().parent.parent
FROZEN = REPOSITORY / "tests" / "frozen"
"""A copy of the shipped dataset that does not change when a shipped record is corrected."""


class Outcome(NamedTuple):
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """A command line: `run("list", "--actor", "Japan")`."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Outcome: ...


class MakeDataset(Protocol):
    """A dataset in a new folder. `events`, `sources` and `actors` are the lists below the key on top; texts
    are recorded with their hash where `sources` is left out.
    """

    def __call__(
        self,
        events: str = "",
        *,
        sources: str | None = None,
        actors: str | None = None,
        texts: Mapping[str, str] | None = None,
    ) -> Path: ...


Golden = Callable[[str, str], None]


@pytest.fixture(scope="session")
def one_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for compiled timelines, so that the built-in dataset is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _apart(one_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or fills the caches of whoever runs it, nor depends on that person's terminal."""
    monkeypatch.setenv("HOME", str(one_cache))
    monkeypatch.setenv("XDG_CACHE_HOME", str(one_cache))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("TIMELINE_DATASET", "NO_COLOR", "FORCE_COLOR", "TERM", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _frozen_data(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in dataset of commands that run in this process is the frozen one, except in tests that are
    marked `shipped_data`.
    """
    if request.node.get_closest_marker("shipped_data") is None:
        monkeypatch.setattr("timeline.dataset.locate.built_in", lambda: FROZEN)


@pytest.fixture
def repository() -> Path:
    """The checkout. Its `data/` and `seeds/` are the shipped dataset: use `frozen` to test the program."""
    return REPOSITORY


@pytest.fixture
def frozen() -> Path:
    """The frozen dataset."""
    return FROZEN


@pytest.fixture
def dataset(tmp_path_factory: pytest.TempPathFactory) -> MakeDataset:
    """Makes small datasets out of YAML and texts that stand in the test."""

    def make(
        events: str = "",
        *,
        sources: str | None = None,
        actors: str | None = None,
        texts: Mapping[str, str] | None = None,
    ) -> Path:
        folder = tmp_path_factory.mktemp("dataset")
        stored = {name: text.encode() for name, text in (texts or {}).items()}
        for part in ("data", "seeds"):
            (folder / part).mkdir()
        for name, content in stored.items():
            (folder / "seeds" / name).write_bytes(content)
        ledger = sources if sources is not None else "\n".join(map(_record, stored, stored.values()))
        _write(folder / "data" / "events.yaml", "events", events)
        _write(folder / "data" / "sources.yaml", "sources", ledger)
        if actors is not None:
            _write(folder / "data" / "actors.yaml", "actors", actors)
        return folder

    return make


def _write(file: Path, key: str, items: str) -> None:
    body = textwrap.indent(textwrap.dedent(items).strip("\n"), "  ")
    file.write_text(f"format: 1\n{key}:\n{body}\n", encoding="utf-8")


def _record(name: str, content: bytes) -> str:
    return f"- {{id: {Path(name).stem}, file: {name}, sha256: {hashlib.sha256(content).hexdigest()}}}"


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Run]:
    """Runs the command line in this process, standing in an empty folder; its stdout is a pipe."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    def command(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.argv", ["timeline", *map(str, arguments)])
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        assert isinstance(code, int)
        return Outcome(code, *capsys.readouterr())

    yield command
    gc.unfreeze()  # a command takes the process for its own, and thinks of its end
    gc.enable()


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the installed program in a process of its own, in a copy of the frozen dataset."""
    here = tmp_path_factory.mktemp("frozen")
    shutil.copytree(FROZEN, here, dirs_exist_ok=True)

    def command(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        words = [Path(sys.executable).with_name("timeline"), *arguments]
        done = subprocess.run(words, input=stdin, cwd=here, capture_output=True, timeout=60, check=False)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a whole screen with the file of that name in `golden/` beside the test.

    REWRITE_GOLDEN=1 rewrites the files: read the diff before you commit it.
    """

    def compare(name: str, screen: str) -> None:
        file = request.path.parent / "golden" / name
        if os.environ.get("REWRITE_GOLDEN"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(screen, encoding="utf-8", newline="")
        with file.open(encoding="utf-8", newline="") as stream:
            assert screen == stream.read(), f"{file} differs; REWRITE_GOLDEN=1 rewrites it"

    return compare
