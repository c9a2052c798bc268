"""What a file that is no file of records looks like, and what to do about a fault of form."""

import re

from timeline.problems import Location, Problem
from timeline.tree import Node, Scalar

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
                return "", [*problems, Problem(where, "yaml-syntax", message, "take them out")]
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
            known = [one for one in before if not one.message.endswith("is unread")]
            return [*known, Problem(where, "merge-conflict", message, "finish the merge, then check again")]
    start = text.lstrip()
    what = next((what for beginning, what in _BEGINNINGS.items() if start.startswith(beginning)), None)
    if what and problems:
        return [problems[0]._replace(details=(f"the file looks like {what}",)), *problems[1:]]
    if what and isinstance(root, Scalar):
        where = Location(file, root.line, root.column)
        return [Problem(where, "wrong-shape", f"this file is {what}", "put a file of records in its place")]
    return problems


def advice(line: str, problem: str) -> str:
    """The remedy for a syntax fault, by what stands in its line."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces: YAML knows no tabs there"
    if "mapping values are not allowed" in problem:
        return 'put the value in quotation marks or fold it (>-): a bare ": " breaks it'
    if "never closed" in problem:
        return "close it; in a quotation in single marks an apostrophe is written twice"
    if "found character" in problem:
        return "put the value in quotation marks: it begins with a character that YAML keeps for itself"
    return "correct the indentation or the quotation marks at or before this place"
