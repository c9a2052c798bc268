"""Recognise files that are not files of records, and suggest a fix for a syntax error."""

import re
from enum import Enum, auto

from timeline.problems import Location, Problem
from timeline.readers.nodes import Node, Scalar

_KNOWN_BEGINNINGS = {
    "version https://git-lfs": "a git LFS pointer: the file itself was not fetched",
    "<!DOCTYPE": "a web page",
    "<html": "a web page",
    "PK\x03\x04": "a zip archive",
    "{": "JSON",
}
_CONFLICT_MARKERS = ("<<<<<<< ", ">>>>>>> ")

_MAX_LINES = 900
"""Lines with forbidden characters that are reported; a file with more of them is not read."""

# Controls, surrogates and noncharacters; and characters that end a line in YAML but not in editors.
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)


def legible(file: str, text: str) -> tuple[str, list[Problem]]:
    """Replace each forbidden character with a space, and report the first one of each line.

    Positions in the text stay the same. If there are too many such lines, the returned text is empty.
    """
    cleared, count = _FORBIDDEN.subn(" ", text)
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1) if count else ():
        match = _FORBIDDEN.search(line.removesuffix("\r"))
        if match is None:
            continue
        location = Location(file, number, match.start() + 1)
        message = f"the character U+{ord(match.group()):04X} is not allowed in a file of records"
        if len(problems) == _MAX_LINES:
            message = f"{message}; after {_MAX_LINES} such lines this file is not read"
            return "", [*problems, Problem(location, "yaml-syntax", message, "remove them", unread=True)]
        problems.append(Problem(location, "yaml-syntax", message, "remove it"))
    return cleared, problems


def looks_like(file: str, text: str, root: Node, problems: list[Problem]) -> list[Problem]:
    """Return the problems of a file, adapted if it has conflict markers or is a file of another kind."""
    conflict = _conflict(file, text) if problems else None
    if conflict:
        # Earlier problems are kept, so that no record with a problem is taken for a valid one.
        return [
            *(problem for problem in problems if _is_before(problem, conflict) and not problem.unread),
            conflict,
        ]
    kind = _kind(text)
    if kind and problems:
        return [problems[0]._replace(details=(f"the file looks like {kind}",)), *problems[1:]]
    if kind and isinstance(root, Scalar):
        location = Location(file, root.line, root.column)
        hint = "replace it with a file of records"
        return [Problem(location, "wrong-type", f"this file is {kind}", hint, unread=True)]
    return problems


def _conflict(file: str, text: str) -> Problem | None:
    """The problem of the first git conflict marker."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_CONFLICT_MARKERS):
            message = "git conflict marker; the rest of this file is unread"
            hint = "resolve the conflict, then check again"
            return Problem(Location(file, number, 1, 7), "merge-conflict", message, hint, unread=True)
    return None


def _is_before(problem: Problem, other: Problem) -> bool:
    return problem.location.line < other.location.line


def _kind(text: str) -> str | None:
    """What kind of file begins like this, if it is not YAML."""
    start = text.lstrip()
    return next((kind for beginning, kind in _KNOWN_BEGINNINGS.items() if start.startswith(beginning)), None)


class Fault(Enum):
    """The syntax errors that have a fix of their own."""

    BARE_COLON = auto()
    UNCLOSED = auto()
    RESERVED_CHARACTER = auto()
    OTHER = auto()


def fault_of(problem: str) -> Fault:
    """Classify a message of libyaml, or of PyYAML's own parser.

    Neither provides more than an English sentence, so this is the only place where a message is parsed.
    """
    if "mapping values are not allowed" in problem:
        return Fault.BARE_COLON
    if "found unexpected end of stream" in problem:
        return Fault.UNCLOSED
    return Fault.RESERVED_CHARACTER if "found character" in problem else Fault.OTHER


def advice(line: str, fault: Fault) -> str:
    """Return the fix for a syntax error, by its kind and the line that it is on."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces: YAML does not allow tabs"
    if fault is Fault.BARE_COLON:
        return 'put the value in quotation marks or fold it (>-): ": " is not allowed in a plain value'
    if fault is Fault.UNCLOSED:
        return "close it; in single quotation marks, write an apostrophe twice"
    if fault is Fault.RESERVED_CHARACTER:
        return "put the value in quotation marks: it begins with a character that YAML reserves"
    return "correct the indentation or the quotation marks at or before this position"
