"""The bytes of one file of a dataset, which is then loaded and judged whole.

The first byte says which file: E events.yaml as it is, A behind two good records, J a file of JSON Lines
between two good lines, W actors.yaml, S sources.yaml. The world of the program is left out, for speed.
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
from timeline.dataset import read as room
from timeline.dataset.locate import Dataset
from timeline.dataset.read import NoReadableFile
from timeline.evidence import Timeline, load_timeline, publish
from timeline.evidence.batches import Batches, is_bulk
from timeline.problems import Problem
from timeline.readers import yaml as yaml_reader
from timeline.readers.nodes import Node, Tree
from timeline.store import Store
from timeline.store.build import fill

_KINDS = {
    "E": "data/events.yaml",
    "A": "data/events.yaml",
    "J": "data/events/bulk.jsonl",
    "W": "data/actors.yaml",
    "S": "data/sources.yaml",
}
_LINE = (
    '{"id": "%s", "title": "Good", "kind": "summit", "date": "2024-06", "summary": "They met.", '
    '"curator": [{"note": "Seen.", "supports": ["date", "status", "summary.1"]}]}\n'
)


def judge(data: bytes) -> None:
    """Load the dataset with these bytes in one of its files, judge it and build it."""
    kind = chr(data[0]) if data[:1] and chr(data[0]) in _KINDS else "EAJWS"[data[0] % 5 if data else 0]
    content = data[1:]
    if kind == "A":
        content = FILES["data/events.yaml"] + NEXT.encode() + content
    if kind == "J":
        content = b"%s%s\n%s" % ((_LINE % "before").encode(), content, (_LINE % "behind").encode())
    dataset, files = laid_out(_KINDS[kind], content)
    with patch.object(room, "world_files", list), patch.object(readers, "read", _read):
        try:
            timelines, verified = _loaded(dataset)
        except NoReadableFile as reason:
            hold(False, f"nothing is readable, not even the other file: {reason}")
            return
    for problem in (*verified.results.problems, *(problem for problem, _ in verified.results.accepted)):
        _has_a_place(problem, files)
    _form(_KINDS[kind], content)
    shown = _shown(timelines, built=sum(data) % 4 == 0)
    _nothing_is_lost(kind, content, shown, verified)


_any = readers.read
_usual = lru_cache(maxsize=16)(readers.read)
_USUAL = frozenset(content.decode() for content in FILES.values())


def _read(file: str, text: str) -> tuple[Tree, list[Problem]]:
    """As readers.read; of the files that are as always it is remembered what they say, for speed."""
    return (_usual if text in _USUAL else _any)(file, text)


def _loaded(dataset: Dataset) -> tuple[list[Timeline], DatasetCheck]:
    """What `timeline check` does, which reads a dataset once; and the timelines on the way."""
    if not is_bulk(dataset):
        whole = check_timeline(load_timeline(dataset))
        return [whole.timeline], with_trees(whole, DEFAULT)
    checker = BatchChecker(Batches(dataset))
    timelines = list(checker.timelines())
    return timelines, DatasetCheck(checker.results().select(DEFAULT), {})


def _has_a_place(problem: Problem, files: Mapping[str, bytes]) -> None:
    """A problem stands at a line and a column that its file has."""
    where = problem.location
    hold(where.file in files, f"{problem} is in no file of the dataset")
    lines = files[where.file].split(b"\n")
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    hold(1 <= where.line <= len(lines), f"{problem}: the file has {len(lines)} lines")
    line = lines[where.line - 1].removesuffix(b"\r")
    width = len(line) if problem.rule == "bad-encoding" else len(line.decode("utf-8", "replace"))
    hold(1 <= where.column <= width + 1, f"{problem}: the line has {width} characters: {line!r}")
    hold(bool(problem.message.strip() and problem.hint.strip()), f"{problem} says nothing")


def _form(name: str, content: bytes) -> None:
    """What is read without a problem is what another program reads, with every key once."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return
    tree, problems = _read(name, text)
    if not problems and name.endswith(".yaml"):
        hold(same_yaml(text, tree.root), f"{text!r} is read otherwise by PyYAML")
    if not problems and name.endswith(".jsonl"):
        hold(same_json(text, _items(tree.root)), f"{text!r} is read otherwise by json")


def _items(root: Node) -> list[Node]:
    events = getattr(root, "entries", {}).get("events")
    return list(getattr(events.value, "items", ())) if events else []


def _shown(timelines: list[Timeline], *, built: bool) -> list[str]:
    """The ids of all events that are published; of one dataset in four, for speed, those of the store too."""
    published = [publish(one, timeline) for timeline in timelines for one in timeline.events]
    for document in published:
        hold(json.loads(json.dumps(document)) == document, f"{document} is no JSON")
    ids = [one["id"] for one in published]
    if not built:
        return ids
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        fill(connection, iter(timelines), {})
        shown = Store(connection).ids()
    hold(sorted(shown) == sorted(ids), f"{shown} of {ids} are shown")
    return shown


def _nothing_is_lost(kind: str, content: bytes, shown: list[str], verified: DatasetCheck) -> None:
    """What is good is shown, and what is left out is told."""
    hold("other" in shown, "the record of another file is not shown")
    counts = verified.counts
    told = [problem for problem in verified.results.problems if problem.location.file == _KINDS[kind]]
    hold(counts.left_out == 0 or bool(told), f"{counts.left_out} records are left out in silence")
    hold(counts.events == len(shown), f"{counts.events} events are counted, {len(shown)} shown")
    if kind == "J":
        hold({"before", "behind"} <= {*shown}, f"lines beside it are not shown, only {shown}")
    if kind == "A" and _is_text(content):
        hold("good" in shown, f"a good record before it is not shown, only {shown}")


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _plant() -> AbstractContextManager[object]:
    """A key that stands twice in a mapping is accepted, and its second value lost."""
    careful = yaml_reader._Builder._place

    def careless(self: yaml_reader._Builder, node: Node) -> None:
        careful(self, node)
        if self.problems and self.problems[-1].rule == "duplicate-key":
            self.problems.pop()

    return patch.object(yaml_reader._Builder, "_place", careless)


_SHOWS = b"A" + b"  - id: x\n    title: X\n    kind: talk\n    kind: visit\n    date: 2024\n    summary: X\n"
HARNESS = Harness(judge, forms.seeds, forms.WORDS, _plant, _SHOWS)
