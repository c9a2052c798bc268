"""Every rule has an example: a dataset with exactly this one mistake, and exactly what `check` says of it.

`RULE.txt` (or `RULE--SHAPE.txt`, for another shape of the same mistake) shows files as `head` shows several,
and below `timeline check` the answer. REWRITE_GOLDEN=1 writes the answers anew.
"""

import ast
import inspect
import os
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import timeline.loading.reading
import timeline.readers.looks
import timeline.readers.yaml
import timeline.records.gate
from tests.conftest import Run
from timeline.checks import RULES

HERE = Path(__file__).parent
EXAMPLES = sorted(HERE.glob("*.txt"))
_NAME = re.compile(rb"^==> (.+) <==\n", re.MULTILINE)
ANSWER = "timeline check"
READERS = (timeline.readers.yaml, timeline.readers.looks, timeline.records.gate, timeline.loading.reading)


def files_of(example: Path) -> Iterator[tuple[str, bytes]]:
    _, *pieces = _NAME.split(example.read_bytes())
    return zip((name.decode() for name in pieces[::2]), pieces[1::2], strict=True)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_one_mistake_is_one_problem(
    example: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dict(files_of(example))
    answer = files.pop(ANSWER).decode()
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    code, said, talk = run("check")
    if os.environ.get("REWRITE_GOLDEN"):
        whole = example.read_bytes()
        example.write_bytes(whole[: len(whole) - len(answer.encode())] + said.encode())
        answer = said
    assert said == answer
    rule = example.stem.partition("--")[0]
    assert said.endswith(f"\n1 problem: 1 {rule}\n")
    assert (code, talk) == (1, "")


def given_by(room: ModuleType) -> set[str]:
    """The rules that a room names where it makes a problem: `Problem(where, "bad-date", ...)`."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(room))) if isinstance(node, ast.Call)]
    made = [call.args[1] for call in calls if ast.unparse(call.func) in ("Problem", "self._say")]
    words = [node.value for node in made if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {word for word in words if re.fullmatch("[a-z]+(-[a-z0-9]+)*", word)}


def test_the_rules_of_the_readers_are_read_out_of_their_rooms() -> None:
    assert set().union(*map(given_by, READERS)) >= {
        "bad-date", "bad-encoding", "bad-value", "duplicate-key", "merge-conflict", "missing-key",
        "unknown-key", "unreadable", "wrong-format", "wrong-shape", "yaml-feature", "yaml-syntax",
    }  # fmt: skip


@pytest.mark.parametrize("rule", sorted({*RULES, *set().union(*map(given_by, READERS))}))
def test_every_rule_has_an_example(rule: str) -> None:
    assert HERE / f"{rule}.txt" in EXAMPLES


@pytest.mark.parametrize("rule", sorted({example.stem.partition("--")[0] for example in EXAMPLES}))
def test_every_example_is_of_a_rule_that_there_is(rule: str) -> None:
    assert rule in RULES or any(rule in given_by(room) for room in READERS)
