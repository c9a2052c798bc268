"""Plain English: words and phrasings that must not come back, in code, messages, help, documents
and tests.
"""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent

BANNED = {
    r"\bnobody\b": 'say who or what is missing: "unknown actor", "no evidence"',
    r"\bmends?\b|\bmended\b|\bmending\b": "fix",
    r"\bstrangers?\b": "untrusted",
    r"\banew\b": "again",
    r"\bwhom\b": "recast the sentence",
    r"\bspoilt\b": "invalid",
    r"\bfor ever\b": "forever, or without a limit",
    r"(?<![(\[])\bletter for letter\b": "verbatim",
    r"\bbut for\b": "except",
    r"\bis no (?:key|id|date|rule|role|field|format|source|actor|web|event)\b": "unknown ..., not a ...",
    r"\bstands where\b": "is where; expected ..., found ...",
    r"\bof which\b(?! \d)": "recast the sentence",
    r"\bbears? (?:a|one|the|no) name\b": "has the name",
    r"(?<![(\[])\bword for word\b": "verbatim",
    r"\bwho asks\b": "the user, the caller",
    r"\bthe house\b|\bthese rooms?\b|\ba room of\b": "the project; package, module",
    r"\bhangs? on\b": "depends on",
    r"\bought to\b|\bshall\b|\bthereof\b|\bwherein\b|\bhence\b": "plain words",
}
"""What must not be written, and what to write instead. `(word for word in ...` is code: a comprehension."""

PLACES = ("timeline", "tests", "fuzz", "benchmarks", "docs", ".ci")
SUFFIXES = {".py", ".md", ".txt", ""}
VOCABULARY = {
    "timeline/text/clauses/": {"shall", "whom", "nobody", "ought to"},
    "timeline/evidence/clause_of_event.py": {"whom"},
    "timeline/dates/phrases/relative.py": {"hence"},
}
"""Words that the program must know to read newspapers, by the beginning of the name of the file."""
ELSEWHERE = (
    "tests/frozen/",  # data: texts of others, and a curator's words
    "tests/problems/",  # wrong records; their messages come from the code
    "tests/text/clauses/",  # sentences of newspapers
    "tests/text/tenses.txt",
    "docs/screens.md",  # also shows the screens of the earlier version
    "tests/dates/",
    "tests/test_words.py",
    "timeline/actors/world/",
)
PATTERN = re.compile(
    "|".join(f"(?P<p{number}>{banned})" for number, banned in enumerate(BANNED)), re.IGNORECASE
)


def written() -> list[Path]:
    """The files that people of this project write."""
    files = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]
    for place in PLACES:
        files += [
            file for file in (REPOSITORY / place).rglob("*") if file.suffix in SUFFIXES and file.is_file()
        ]
    relative = ((file, file.relative_to(REPOSITORY).as_posix()) for file in files)
    return [
        file
        for file, name in relative
        if not name.startswith(ELSEWHERE) and "__pycache__" not in name and "/golden/" not in name
    ]


@pytest.mark.parametrize("file", written(), ids=lambda file: file.relative_to(REPOSITORY).as_posix())
def test_no_banned_word(file: Path) -> None:
    name = file.relative_to(REPOSITORY).as_posix()
    known = {word for begin, words in VOCABULARY.items() if name.startswith(begin) for word in words}
    found = [
        f"{number}: {match.group()!r}: write {list(BANNED.values())[int(match.lastgroup[1:])]}"
        for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1)
        for match in PATTERN.finditer(line)
        if match.lastgroup and match.group() not in known
    ]
    assert found == []


@pytest.mark.parametrize(
    "sentence", ["Nobody is called X", "mend: take it out", "it is anew", "all but for one"]
)
def test_banned_words_are_found(sentence: str) -> None:
    assert PATTERN.search(sentence)
