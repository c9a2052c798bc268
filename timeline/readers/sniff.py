"""What a file that is no file of records looks like, and what to do about a fault of form."""

import re
from enum import Enum, auto

from timeline.problems import Location, Problem
from timeline.readers.nodes import Node, Scalar

_BEGINNINGS = {
    "version https://git-lfs": "a git LFS pointer: the file itself was not fetched",
    "<!DOCTYPE": "a web page",
    "<html": "a web page",
    "PK\x03\x04": "a zip archive",
    "{": "JSON",
}

_MOST = 900
"""Lines with such characters that are named; a file that has more is none of records, and is not read."""

# Controls, surrogates and noncharacters; and what YAML takes for the end of a line and no editor does.
_ILLEGIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)


def legible(file: str, text: str) -> tuple[str, list[Problem]]:
    """The text with a space for each character that has no place in a file of records, and the problems
    that they are: the first one of each line. Places stay as they are. Of a file full of them nothing
    is left.
    """
    cleared, count = _ILLEGIBLE.subn(" ", text)
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1) if count else ():
        match = _ILLEGIBLE.search(line.removesuffix("\r"))
        if match:
            where = Location(file, number, match.start() + 1)
            message = f"the character U+{ord(match.group()):04X} may not stand in a file of records"
            if len(problems) == _MOST:
                message = f"{message}; after {_MOST} such lines nothing of this file is read"
                return "", [*problems, Problem(where, "yaml-syntax", message, "take them out", unread=True)]
            problems.append(Problem(where, "yaml-syntax", message, "take it out"))
    return cleared, problems


def looks_like(file: str, text: str, root: Node, problems: list[Problem]) -> list[Problem]:
    """The problems of a file, with one sentence more where it is plainly something else."""
    for number, line in enumerate(text.split("\n"), 1) if problems else ():
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            where = Location(file, number, 1, 7)
            message = "a git conflict marker stands here; the rest of this file is unread"
            # What is wrong before it stays, so that no such record is taken for a good one.
            before = (one for one in problems if one.location.line < number)
            known = [problem for problem in before if not problem.unread]
            hint = "finish the merge, then check again"
            return [*known, Problem(where, "merge-conflict", message, hint, unread=True)]
    start = text.lstrip()
    what = next((what for beginning, what in _BEGINNINGS.items() if start.startswith(beginning)), None)
    if what and problems:
        return [problems[0]._replace(details=(f"the file looks like {what}",)), *problems[1:]]
    if what and isinstance(root, Scalar):
        where = Location(file, root.line, root.column)
        hint = "put a file of records in its place"
        return [Problem(where, "wrong-type", f"this file is {what}", hint, unread=True)]
    return problems


class Fault(Enum):
    """The syntax faults for which there is a remedy of their own."""

    BARE_COLON = auto()
    UNCLOSED = auto()
    RESERVED_CHARACTER = auto()
    OTHER = auto()


def fault_of(problem: str) -> Fault:
    """The fault that a message of libyaml, or of PyYAML's own parser, means.

    Neither gives more than an English sentence, so this is the only place that reads one.
    """
    if "mapping values are not allowed" in problem:
        return Fault.BARE_COLON
    if "found unexpected end of stream" in problem:
        return Fault.UNCLOSED
    return Fault.RESERVED_CHARACTER if "found character" in problem else Fault.OTHER


def advice(line: str, fault: Fault) -> str:
    """The remedy for a syntax fault, by its kind and by the line where it is."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces: YAML knows no tabs there"
    if fault is Fault.BARE_COLON:
        return 'put the value in quotation marks or fold it (>-): a bare ": " breaks it'
    if fault is Fault.UNCLOSED:
        return "close it; in a quotation in single marks an apostrophe is written twice"
    if fault is Fault.RESERVED_CHARACTER:
        return "put the value in quotation marks: it begins with a character that YAML keeps for itself"
    return "correct the indentation or the quotation marks at or before this place"
