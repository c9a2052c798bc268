"""T: what is typed on the command line comes back in messages, and is no safer than what stands in a file."""

from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import in_terminal, run, unharmed
from .datasets import make
from .looks import safe
from .shared import Shared

ESCAPE = "x\x1b]0;owned\x07\x9b31m\u202ey"
_TYPED: list[tuple[str, tuple[str, ...], tuple[int, ...]]] = [
    ("a command", (ESCAPE,), (2,)),
    ("an option", (f"--{ESCAPE}",), (2,)),
    ("an option of a command", ("list", f"--{ESCAPE}"), (2,)),
    ("a superfluous argument", ("list", ESCAPE), (2,)),
    ("a number", ("list", "--limit", ESCAPE), (2,)),
    ("a format", ("list", "--format", ESCAPE), (2,)),
    ("a field", ("list", "--format", "csv", "--fields", ESCAPE), (2,)),
    ("an actor to filter by", ("list", "--actor", ESCAPE), (0,)),
    ("a kind", ("list", "--kind", ESCAPE), (0,)),
    ("a date to filter by", ("list", "--since", ESCAPE), (2,)),
    ("a text to filter by", ("list", "--text", ESCAPE), (0, 2)),
    ("an id", ("show", ESCAPE), (1,)),
    ("an id and a field", ("why", "good-one", ESCAPE), (1, 2)),
    ("an actor", ("actor", ESCAPE), (1,)),
    ("a source", ("source", ESCAPE), (1,)),
    ("a rule", ("check", "--rule", ESCAPE), (2,)),
    ("a rule to explain", ("explain", ESCAPE), (1,)),
    ("a date", ("date", ESCAPE), (1,)),
    ("words to find", ("search", ESCAPE), (0, 1, 2)),
    ("words to quote", ("quote", ESCAPE), (1,)),
    ("fields to support", ("quote", "ministers", "--supports", ESCAPE), (0, 2)),
    ("a dataset", ("--dataset", ESCAPE, "list"), (3,)),
    ("a file to write", ("list", "-o", f"{ESCAPE}/none"), (3,)),
    ("a file to build", ("build", "-o", f"{ESCAPE}/none.db"), (3,)),
    ("a topic of help", ("help", ESCAPE), (1, 2)),
    ("a schema", ("schema", "--records", ESCAPE), (2,)),
]
_NO_TEXT = (
    ("list", "--actor"),
    ("show",),
    ("date",),
    ("date", "--json"),
    ("quote", "--json"),
    ("search", "--json"),
    ("why", "--json"),
    ("--dataset",),
)
_LITERAL = (
    "%",
    "_",
    ".*[",
    "(a+)+$",
    "(",
    "",
    " ",
    '"',
    '""',
    "*",
    "a" * 20_000,
    "NEAR(",
    "title:",
    "^",
    "-",
    "''",
    ";--",
)


_GOOD = Shared(make)
"""Nothing that is typed here changes it."""


def cases() -> Iterator[Case]:
    """Escapes, bytes that are no text, and signs that other programs obey."""
    for number, (what, typed, codes) in enumerate(_TYPED):
        yield Case(f"T{200 + number}", f"an escape typed as {what}", _typed(typed, codes))
    for number, typed in enumerate(_NO_TEXT):
        yield Case(f"T{240 + number}", f"a byte that is no UTF-8 for {' '.join(typed)}", _no_text(typed))
    for number, words in enumerate(_LITERAL):
        yield Case(f"S1{number:02}", f"to look for {words[:9]!r}", _literal(words))
    yield Case("T260", "help in a terminal holds no markup", _help)
    yield Case("T261", "hostile ids in completion", _completion)


def _typed(typed: tuple[str, ...], codes: tuple[int, ...]) -> Proof:
    def prove(_: Path) -> None:
        piped = run(_GOOD.folder, *typed)
        for ended in (piped, in_terminal(_GOOD.folder, *typed)):
            unharmed(ended, *codes)
            safe(ended)
        want("\x1b" not in piped.said, "a pipe got an escape")

    return prove


def _no_text(typed: tuple[str, ...]) -> Proof:
    def prove(_: Path) -> None:
        ended = run(_GOOD.folder, *typed, b"caf\xe9", *(["list"] if typed == ("--dataset",) else []))
        unharmed(ended, 2)
        safe(ended)
        want("UTF-8" in ended.err and "\\ud" not in ended.said, f"it says {ended.said!r}")

    return prove


def _literal(words: str) -> Proof:
    def prove(_: Path) -> None:
        for command in (
            ("search", words),
            ("list", "--text", words),
            ("quote", words),
            ("list", "--place", words),
        ):
            typed = (*command[:-1], "--", words) if len(command) == 2 else command
            ended = run(_GOOD.folder, *typed)
            unharmed(ended, 0, 1, 2)
            safe(ended)
            want(ended.cpu < 2, f"{command[0]} took {ended.cpu:.1f} s")

    return prove


def _help(folder: Path) -> None:
    for arguments in ((), ("--help",), ("list", "--help"), ("date", "--help")):
        ended = in_terminal(folder, *arguments)
        unharmed(ended, 0, 2)
        safe(ended)


def _completion(folder: Path) -> None:
    from .datasets import event, quoted

    hostile = event("fine", topics=f"[{quoted('$(touch canary)')}, {quoted(ESCAPE)}, {quoted('--force')}]")
    make(folder, hostile)
    asked = {"_TIMELINE_COMPLETE": "complete_bash", "COMP_WORDS": "timeline list --topic ", "COMP_CWORD": "3"}
    ended = run(folder, env=asked)
    unharmed(ended, 0)
    safe(ended)
    want("--force" not in ended.out and not (folder / "canary").exists(), ended.out)
