"""Every rule has an example: a dataset with exactly this one mistake, and exactly what `check` says of it.

`RULE.txt` (or `RULE--SHAPE.txt`, for another shape of the same mistake) shows files as `head` shows several,
and below the command line the answer to it. REWRITE_GOLDEN=1 writes the answers anew.
"""

import ast
import inspect
import os
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import timeline.dataset.read
import timeline.readers.json_line
import timeline.readers.sniff
import timeline.readers.yaml
import timeline.records.validate
from tests.conftest import Run
from timeline.checks import FORMAT_RULES, rule_names

HERE = Path(__file__).parent
EXAMPLES = sorted(HERE.glob("*.txt"))
READERS: tuple[ModuleType, ...] = (
    timeline.readers.yaml,
    timeline.readers.json_line,
    timeline.readers.sniff,
    timeline.records.validate,
    timeline.dataset.read,
)
_NAME = re.compile(rb"^==> (.+) <==\n", re.MULTILINE)


def files_of(example: Path) -> Iterator[tuple[str, bytes]]:
    _, *pieces = _NAME.split(example.read_bytes())
    return zip((name.decode() for name in pieces[::2]), pieces[1::2], strict=True)


def rule_of(example: Path) -> str:
    return example.stem.partition("--")[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_one_mistake_is_one_problem(
    example: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    *files, (command, answer) = files_of(example)
    for name, content in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    program, *arguments = command.split()
    assert program == "timeline"
    code, said, talk = run(*arguments)
    if os.environ.get("REWRITE_GOLDEN"):
        example.write_bytes(example.read_bytes().removesuffix(answer) + said.encode())
        answer = said.encode()
    assert said == answer.decode()
    assert f"\n1 problem: 1 {rule_of(example)} " in said
    assert (code, talk) == (1, "")
    assert run(*arguments) == (code, said, talk)  # what was found before is shown again


@pytest.mark.parametrize("rule", rule_names())
def test_every_rule_has_an_example(rule: str) -> None:
    assert HERE / f"{rule}.txt" in EXAMPLES


@pytest.mark.parametrize("rule", sorted(set(map(rule_of, EXAMPLES))))
def test_every_example_is_of_a_rule_that_there_is(rule: str) -> None:
    assert rule in rule_names()


def given_by(room: ModuleType) -> set[str]:
    """The rules that a room names where it makes a problem: `Problem(where, "bad-date", ...)`."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(room))) if isinstance(node, ast.Call)]
    made = [call.args[1] for call in calls if ast.unparse(call.func) in ("Problem", "self._add")]
    words = [node.value for node in made if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {word for word in words if re.fullmatch("[a-z]+(-[a-z0-9]+)*", word)}


def test_what_the_readers_find_are_the_rules_of_form() -> None:
    assert set().union(*map(given_by, READERS)) == set(FORMAT_RULES)
