"""What a file that is no file of records looks like, and what to do about a fault of form."""

from timeline.problems import Location, Problem

_BEGINNINGS = {
    "version https://git-lfs": "a git LFS pointer: the file itself was not fetched",
    "<!DOCTYPE": "a web page",
    "<html": "a web page",
    "PK\x03\x04": "a zip archive",
    "{": "JSON",
}


def looks_like(file: str, text: str, problems: list[Problem]) -> list[Problem]:
    """The problems of a file, with one sentence more where it is plainly something else."""
    for number, line in enumerate(text.split("\n"), 1) if problems else ():
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            where = Location(file, number, 1, 7)
            message = "a git conflict marker stands here; the rest of this file is unread"
            return [Problem(where, "merge-conflict", message, "finish the merge, then check again")]
    start = text.lstrip()
    for beginning, what in _BEGINNINGS.items():
        if problems and start.startswith(beginning):
            return [problems[0]._replace(details=(f"the file looks like {what}",)), *problems[1:]]
    return problems


def advice(line: str, problem: str) -> str:
    """The remedy for a syntax fault, by what stands in its line."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces: YAML knows no tabs there"
    if "mapping values are not allowed" in problem:
        return 'put the value in quotation marks or fold it (>-): a bare ": " breaks it'
    if "found character" in problem:
        return "put the value in quotation marks: it begins with a character that YAML keeps for itself"
    return "correct the indentation or the quotation marks at or before this place"
