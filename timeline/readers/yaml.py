"""Read YAML as libyaml's events into a tree in which each scalar is text and has its position.

No anchors, aliases, merge keys or tags, no second document, at most 16 levels, and duplicate keys are
refused: a file of records needs none of these, and each has been used to attack a reader.
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
from timeline.readers.sniff import Fault, advice, fault_of, legible, looks_like
from timeline.readers.yaml_events import begin, empty_scalar, events, parser, position, scalar_of

MAX_DEPTH = 16
MAX_FAULTS = 1000
"""Problems, and keys at the top level, after which the rest of a file is not read."""
MAX_RECORDS = 100_000
"""Records in a file. More belong in JSON Lines, which need not be in memory as a whole."""
FREE_VALUES = 50_000
"""Values allowed in a file, besides one for every six code points; more are just punctuation."""
_BULK_HINT = "keep bulk data in JSON Lines: data/events/NAME.jsonl, one record per line"
_REST_UNREAD = "the rest of this file is unread"
_EMPTY = Scalar("", 1, 1, 1, 1, "plain")


class _Stop(Exception):
    """The rest of the file is not read; the last problem says why."""


class _OpenNode(NamedTuple):
    """A mapping or list whose end has not been read; `keys` holds a key until its value is read."""

    node: Mapping | Sequence
    keys: list[Scalar]


def read(file: str, text: str) -> tuple[Tree, list[Problem]]:
    """Return the tree of a YAML file and the problems of its syntax.

    After a syntax error the rest of the file is unread, and the problem says so; complete records before it
    are kept.
    """
    text = text.removeprefix("\ufeff")
    lines = tuple(line.removesuffix("\r") for line in text.split("\n"))
    readable, problems = legible(file, text)
    builder = _Builder(file, problems, len(text))
    try:
        for event in events(parser(readable)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(file, error, lines))
    except _Stop:
        pass
    return Tree(file, builder.root, lines), looks_like(file, text, builder.root, problems)


def _syntax_problem(file: str, error: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> Problem:
    mark = error.problem_mark or error.context_mark
    message = error.problem or "not valid YAML"
    fault = fault_of(message)
    if fault is Fault.UNCLOSED and error.context_mark:
        mark, message = error.context_mark, "unclosed quotation mark"
    line, column = position(mark)
    # An error at the end of a file is reported after its last line that is not blank.
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line -= 1
        column = len(lines[line - 1]) + 1
    hint = advice(lines[line - 1], fault)
    return Problem(
        Location(file, line, column), "yaml-syntax", f"{message}; {_REST_UNREAD}", hint, unread=True
    )


class _Builder:
    """Builds the tree from events.

    The top-level mapping and its lists contain only complete nodes at any time, so that a syntax error
    loses just the record in which it is.
    """

    def __init__(self, file: str, problems: list[Problem], length: int) -> None:
        self.file = file
        self.root: Node = _EMPTY
        self.problems = problems
        self._open: list[_OpenNode] = []
        self._documents = 0
        self._values_left = FREE_VALUES + length // 6

    def take(self, event: Event) -> None:
        """Add an event. Raises _Stop if the rest of the file is not to be read."""
        if isinstance(event, NodeEvent):
            self._refuse(event)
            self._values_left -= 1
            if self._values_left < 0:
                self._stop(begin(event), "too many values for a file of this length")
        if isinstance(event, ScalarEvent):
            self._attach(scalar_of(event))
        elif isinstance(event, SequenceStartEvent | MappingStartEvent):
            self._start(event)
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            self._end(event)
        elif isinstance(event, AliasEvent):
            self._attach(empty_scalar(event))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._unsupported(event, "second document (---)", "keep one document in a file")

    def _start(self, event: SequenceStartEvent | MappingStartEvent) -> None:
        line, column = begin(event)
        node = (
            Sequence([], line, column) if isinstance(event, SequenceStartEvent) else Mapping({}, line, column)
        )
        if len(self._open) >= MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            self._stop((line, column), message, "use fewer levels", "yaml-feature")
        if len(self._open) <= 1:
            self._attach(node)
        elif len(self._open) == 2 and self._is_full():
            self._stop((line, column), f"a YAML file may hold at most {MAX_RECORDS:,} records")
        self._open.append(_OpenNode(node, []))

    def _end(self, event: SequenceEndEvent | MappingEndEvent) -> None:
        node = self._open.pop().node
        if len(self._open) > 1:
            self._attach(node._replace(end=position(event.end_mark)))

    def _is_full(self) -> bool:
        """Whether the innermost open list has no room for another record."""
        parent = self._open[-1].node
        return isinstance(parent, Sequence) and len(parent.items) >= MAX_RECORDS

    def _attach(self, node: Node) -> None:
        """Put a node into the innermost open mapping or list, or at the top of the file."""
        if not self._open:
            # An empty document would begin after the last line, so the root stays at the top of the file.
            is_empty = isinstance(node, Scalar) and not node.text
            if self._documents == 1 and not is_empty:
                self.root = node
            return
        parent, keys = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif keys:
            self._add_entry(parent, keys.pop(), node)
        else:
            keys.append(node if isinstance(node, Scalar) else self._refused_key(node))

    def _add_entry(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        if key.text in mapping.entries:
            first = mapping.entries[key.text].key
            message = f'duplicate key "{key.text}", first in line {first.line}'
            location = Location(self.file, key.line, key.column, max(1, len(key.text)))
            self._report(Problem(location, "duplicate-key", message, "keep one of them"))
        elif len(self._open) == 1 and len(mapping.entries) == MAX_FAULTS:
            message = f"more than {MAX_FAULTS:,} keys at the top level of this file"
            self._stop((key.line, key.column), message, "remove them: a file has two top-level keys")
        else:
            name = intern(key.text)
            mapping.entries[name] = Entry(key._replace(text=name), value)

    def _refused_key(self, node: Sequence | Mapping) -> Scalar:
        """The empty key that replaces a list or mapping."""
        location = Location(self.file, node.line, node.column)
        message = "expected a string as key, found a list or mapping"
        self._report(Problem(location, "yaml-feature", message, "use a string as the key"))
        return Scalar("", node.line, node.column, node.line, node.column, "plain")

    def _refuse(self, event: NodeEvent) -> None:
        """Report the features of YAML that a file of records may not use."""
        if isinstance(event, AliasEvent):
            self._unsupported(event, f"alias (*{event.anchor})", "write the value in full")
        elif event.anchor is not None:
            self._unsupported(event, f"anchor (&{event.anchor})", "write the value where it is used")
        elif (tag := getattr(event, "tag", None)) is not None:
            self._unsupported(event, f"tag ({tag})", "remove it: every value is text")
        elif isinstance(event, ScalarEvent) and event.value == "<<" and not event.style:
            self._unsupported(event, "merge key (<<)", "write the keys in full")

    def _unsupported(self, event: Event, feature: str, hint: str) -> None:
        location = Location(self.file, *begin(event))
        self._report(Problem(location, "yaml-feature", f"unsupported {feature}", hint))

    def _report(self, problem: Problem) -> None:
        """Keep a problem. Raises _Stop if there are too many."""
        if len(self.problems) < MAX_FAULTS:
            self.problems.append(problem)
            return
        message = f"{problem.message}; after {MAX_FAULTS:,} problems {_REST_UNREAD}"
        self.problems.append(problem._replace(message=message, unread=True))
        raise _Stop

    def _stop(
        self, start: tuple[int, int], message: str, hint: str = _BULK_HINT, rule: str = "wrong-type"
    ) -> NoReturn:
        location = Location(self.file, *start)
        self.problems.append(Problem(location, rule, f"{message}; {_REST_UNREAD}", hint, unread=True))
        raise _Stop
