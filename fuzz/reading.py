"""The bytes of one file of a dataset, which is then loaded, checked and built completely.

The first byte selects the file: E is events.yaml, A its end after two valid records, J a file of JSON Lines
between two valid lines, W actors.yaml, S sources.yaml. The built-in actors are left out, for speed.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from functools import lru_cache
from unittest.mock import patch

from fuzz import forms
from fuzz.folder import FILES, NEXT, laid_out
from fuzz.harness import Harness, hold
from fuzz.independent import same_json, same_yaml
from timeline import readers
from timeline.checks import DEFAULT, BatchChecker, DatasetCheck, check_timeline, with_trees
from timeline.dataset import read as dataset_reader
from timeline.dataset.locate import Dataset
from timeline.dataset.read import NoReadableFile
from timeline.evidence import Timeline, load_timeline, publish
from timeline.evidence.batches import Batches, is_bulk
from timeline.problems import Problem
from timeline.readers import yaml as yaml_reader
from timeline.readers.nodes import Mapping as MappingNode
from timeline.readers.nodes import Node, Scalar, Tree
from timeline.store import Store
from timeline.store.build import fill

_KINDS = {
    "E": "data/events.yaml",
    "A": "data/events.yaml",
    "J": "data/events/bulk.jsonl",
    "W": "data/actors.yaml",
    "S": "data/sources.yaml",
}
_JSON_LINE = (
    '{"id": "%s", "title": "Good", "kind": "summit", "date": "2024-06", "summary": "They met.", '
    '"curator": [{"note": "Seen.", "supports": ["date", "status", "summary.1"]}]}\n'
)


def judge(data: bytes) -> None:
    """Load the dataset with these bytes in one of its files, check it and build its store."""
    kind = chr(data[0]) if data[:1] and chr(data[0]) in _KINDS else "EAJWS"[data[0] % 5 if data else 0]
    content = data[1:]
    if kind == "A":
        content = FILES["data/events.yaml"] + NEXT.encode() + content
    if kind == "J":
        content = b"%s%s\n%s" % ((_JSON_LINE % "before").encode(), content, (_JSON_LINE % "after").encode())
    dataset, files = laid_out(_KINDS[kind], content)
    with patch.object(dataset_reader, "world_files", list), patch.object(readers, "read", _read):
        try:
            timelines, result = _load(dataset)
        except NoReadableFile as error:
            hold(False, f"nothing is readable, not even the other file: {error}")
            return
    for problem in (*result.results.problems, *(problem for problem, _ in result.results.accepted)):
        _check_location(problem, files)
    _check_syntax(_KINDS[kind], content)
    ids = _published_ids(timelines, with_store=sum(data) % 4 == 0)
    _check_nothing_is_lost(kind, content, ids, result)


_read_any = readers.read
_read_cached = lru_cache(maxsize=16)(readers.read)
_UNCHANGED = frozenset(content.decode() for content in FILES.values())


def _read(file: str, text: str) -> tuple[Tree, list[Problem]]:
    """As readers.read, but the files that are the same in each run are read only once, for speed."""
    return (_read_cached if text in _UNCHANGED else _read_any)(file, text)


def _load(dataset: Dataset) -> tuple[list[Timeline], DatasetCheck]:
    """The timelines of a dataset and the result of `timeline check`, which reads a dataset once."""
    if not is_bulk(dataset):
        whole = check_timeline(load_timeline(dataset))
        return [whole.timeline], with_trees(whole, DEFAULT)
    checker = BatchChecker(Batches(dataset))
    timelines = list(checker.timelines())
    return timelines, DatasetCheck(checker.results().select(DEFAULT), {})


def _check_location(problem: Problem, files: Mapping[str, bytes]) -> None:
    """A problem is at a line and column that its file has."""
    location = problem.location
    hold(location.file in files, f"{problem} is in no file of the dataset")
    lines = files[location.file].split(b"\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    hold(1 <= location.line <= len(lines), f"{problem}: the file has {len(lines)} lines")
    line = lines[location.line - 1].removesuffix(b"\r")
    width = len(line) if problem.rule == "bad-encoding" else len(line.decode("utf-8", "replace"))
    hold(1 <= location.column <= width + 1, f"{problem}: the line has {width} characters: {line!r}")
    hold(bool(problem.message.strip() and problem.hint.strip()), f"{problem} has no message or no hint")


def _check_syntax(name: str, content: bytes) -> None:
    """A file without problems has the values that another program reads, and no duplicate keys."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return
    tree, problems = _read(name, text)
    if not problems and name.endswith(".yaml"):
        hold(same_yaml(text, tree.root), f"{text!r} is read differently by PyYAML")
    if not problems and name.endswith(".jsonl"):
        hold(same_json(text, _items(tree.root)), f"{text!r} is read differently by json")


def _items(root: Node) -> list[Node]:
    events = getattr(root, "entries", {}).get("events")
    return list(getattr(events.value, "items", ())) if events else []


def _published_ids(timelines: list[Timeline], *, with_store: bool) -> list[str]:
    """The ids of all published events, compared with those of the store `with_store`."""
    published = [publish(event, timeline) for timeline in timelines for event in timeline.events]
    for document in published:
        hold(json.loads(json.dumps(document)) == document, f"{document} is not JSON")
    ids = [document["id"] for document in published]
    if not with_store:
        return ids
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        fill(connection, iter(timelines), {})
        stored = Store(connection).ids()
    hold(sorted(stored) == sorted(ids), f"{stored} of {ids} are in the store")
    return stored


def _check_nothing_is_lost(kind: str, content: bytes, ids: list[str], result: DatasetCheck) -> None:
    """Valid records are published, and those that are left out are reported."""
    hold("other" in ids, "the record of another file is not published")
    counts = result.counts
    reported = [problem for problem in result.results.problems if problem.location.file == _KINDS[kind]]
    hold(counts.left_out == 0 or bool(reported), f"{counts.left_out} records are left out without a problem")
    hold(counts.events == len(ids), f"{counts.events} events are counted, {len(ids)} published")
    if kind == "J":
        hold({"before", "after"} <= {*ids}, f"the lines around it are not published, only {ids}")
    if kind == "A" and _is_text(content):
        hold("good" in ids, f"a valid record before it is not published, only {ids}")


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _plant() -> AbstractContextManager[object]:
    """Duplicate keys are accepted, and the second value is lost."""
    add_entry = yaml_reader._Builder._add_entry

    def without_check(self: yaml_reader._Builder, mapping: MappingNode, key: Scalar, value: Node) -> None:
        add_entry(self, mapping, key, value)
        if self.problems and self.problems[-1].rule == "duplicate-key":
            self.problems.pop()

    return patch.object(yaml_reader._Builder, "_add_entry", without_check)


_SHOWS = b"A" + b"  - id: x\n    title: X\n    kind: talk\n    kind: visit\n    date: 2024\n    summary: X\n"
HARNESS = Harness(judge, forms.seeds, forms.WORDS, _plant, _SHOWS)
