"""YAML as libyaml's events, into a tree in which every scalar stays text and knows its place.

No anchors, aliases, merge keys or tags, no second document, depth at most 16, duplicate keys refused at
the second one: a file of records needs none of these, and each has been used against a reader.
"""

from sys import intern
from typing import NamedTuple, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from timeline.problems import Location, Problem
from timeline.readers.nodes import Entry, Mapping, Node, Scalar, Sequence, Tree
from timeline.readers.parsers import events, parser
from timeline.readers.sniff import Fault, advice, fault_of, legible, looks_like
from timeline.readers.yaml_events import begin, mark_place, nothing_at, scalar_of

MAX_DEPTH = 16
MAX_FAULTS = 1000
"""Faults of form after which a file is not read on."""
MAX_RECORDS = 100_000
"""Records that a file may hold; bulk belongs in JSON Lines, which need not be held in memory."""
FREE_VALUES = 50_000
"""Values that a file may hold besides one for each six letters: more are marks without words."""
_BULK = "keep bulk in JSON Lines: data/events/NAME.jsonl, one record a line"
_EMPTY = Scalar("", 1, 1, 1, 1, "plain")


class _Enough(Exception):
    """The rest of the file is not read: what was found says so."""


class _Open(NamedTuple):
    """A collection that is being read; `keys` holds a mapping's key until its value has come."""

    node: Mapping | Sequence
    keys: list[Scalar]


def read(file: str, text: str) -> tuple[Tree, list[Problem]]:
    """The tree of a YAML file and what is wrong with its form. After a syntax fault the rest of the file
    is unread, and the problem says so; what was whole before it is kept.
    """
    text = text.removeprefix("\ufeff")
    lines = tuple(line.removesuffix("\r") for line in text.split("\n"))
    readable, problems = legible(file, text)
    builder = _Builder(file, problems, len(text))
    try:
        for event in events(parser(readable)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax(file, error, lines))
    except _Enough:
        pass
    return Tree(file, builder.root, lines), looks_like(file, text, builder.root, problems)


def _syntax(file: str, error: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> Problem:
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "this is no YAML"
    fault = fault_of(problem)
    if fault is Fault.UNCLOSED and error.context_mark:
        mark, problem = error.context_mark, "the quotation mark that stands here is never closed"
    line, column = mark_place(mark)
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line -= 1
        column = len(lines[line - 1]) + 1
    message = f"{problem}; the rest of this file is unread"
    hint = advice(lines[line - 1], fault)
    return Problem(Location(file, line, column), "yaml-syntax", message, hint, unread=True)


class _Builder:
    """Puts events together. The top mapping and its lists hold what is whole at any time, so that a
    fault further down loses only the record in which it stands.
    """

    def __init__(self, file: str, problems: list[Problem], letters: int) -> None:
        self.file = file
        self.root: Node = _EMPTY
        self.problems = problems
        self._open: list[_Open] = []
        self._documents = 0
        self._left = FREE_VALUES + letters // 6

    def take(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
            self._refuse(event)
            self._left -= 1
            if self._left < 0:
                self._stop(begin(event), "these are more values than so short a file has")
        if isinstance(event, ScalarEvent):
            self._place(scalar_of(event))
        elif isinstance(event, SequenceStartEvent | MappingStartEvent):
            self._start(event)
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            node = self._open.pop().node
            if len(self._open) > 1:
                self._place(node._replace(end=mark_place(event.end_mark)))
        elif isinstance(event, AliasEvent):
            self._place(nothing_at(event))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._say(event, "a second document begins here (---)", "one file holds one document")

    def _start(self, event: SequenceStartEvent | MappingStartEvent) -> None:
        line, column = begin(event)
        node = (
            Sequence([], line, column) if isinstance(event, SequenceStartEvent) else Mapping({}, line, column)
        )
        if len(self._open) >= MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} deep"
            self._stop((line, column), message, "write it flatter", "yaml-feature")
        if len(self._open) <= 1:
            self._place(node)
        elif len(self._open) == 2 and self._is_full():
            self._stop((line, column), f"a file of YAML holds at most {MAX_RECORDS:,} records")
        self._open.append(_Open(node, []))

    def _is_full(self) -> bool:
        """Whether no further record has room in the list in which the next node stands."""
        within = self._open[-1].node
        return isinstance(within, Sequence) and len(within.items) >= MAX_RECORDS

    def _place(self, node: Node) -> None:
        if not self._open:
            # Nothing behind `---` would begin behind the last line: it stays on top of the file.
            nothing = isinstance(node, Scalar) and not node.text
            if self._documents == 1 and not nothing:
                self.root = node
            return
        parent, keys = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif keys:
            key = keys.pop()
            if key.text in parent.entries:
                first = parent.entries[key.text].key
                message = f'"{key.text}" stands twice in this mapping, first in line {first.line}'
                where = Location(self.file, key.line, key.column, max(1, len(key.text)))
                self._keep(Problem(where, "duplicate-key", message, "keep one of them"))
            elif len(self._open) == 1 and len(parent.entries) == MAX_FAULTS:
                message = f"more than {MAX_FAULTS:,} keys stand on top of this file"
                self._stop((key.line, key.column), message, "take them out: there are two")
            else:
                name = intern(key.text)
                parent.entries[name] = Entry(key._replace(text=name), node)
        elif isinstance(node, Scalar):
            keys.append(node)
        else:
            where = Location(self.file, node.line, node.column)
            self._keep(
                Problem(where, "yaml-feature", "a list or mapping stands as a key", "a key is one text")
            )
            keys.append(Scalar("", node.line, node.column, node.line, node.column, "plain"))

    def _refuse(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent):
            self._say(event, f"an alias (*{event.anchor}) stands here", "write the value out")
        elif event.anchor is not None:
            self._say(event, f"an anchor (&{event.anchor}) stands here", "write the value where it is used")
        elif (tag := getattr(event, "tag", None)) is not None:
            self._say(event, f"a tag ({tag}) stands here", "take it out: every value is text")
        elif isinstance(event, ScalarEvent) and event.value == "<<" and not event.style:
            self._say(event, "a merge key (<<) stands here", "write the keys out")

    def _say(self, event: Event, message: str, hint: str) -> None:
        self._keep(Problem(Location(self.file, *begin(event)), "yaml-feature", message, hint))

    def _keep(self, problem: Problem) -> None:
        if len(self.problems) < MAX_FAULTS:
            self.problems.append(problem)
            return
        message = f"{problem.message}; after {MAX_FAULTS:,} faults of form the rest of this file is unread"
        self.problems.append(problem._replace(message=message, unread=True))
        raise _Enough

    def _stop(
        self, place: tuple[int, int], message: str, hint: str = _BULK, rule: str = "wrong-type"
    ) -> NoReturn:
        where = Location(self.file, *place)
        message = f"{message}; the rest of this file is unread"
        self.problems.append(Problem(where, rule, message, hint, unread=True))
        raise _Enough
