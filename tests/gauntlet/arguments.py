"""T: arguments of the command line, which messages repeat and which are as untrusted as a file."""

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
"""No argument of these cases changes it."""


def cases() -> Iterator[Case]:
    """Escape sequences, bytes that are not text, and characters that other programs interpret."""
    for number, (what, typed, codes) in enumerate(_TYPED):
        yield Case(f"T{200 + number}", f"an escape typed as {what}", _typed(typed, codes))
    for number, typed in enumerate(_NO_TEXT):
        yield Case(f"T{240 + number}", f"a byte that is not UTF-8 for {' '.join(typed)}", _no_text(typed))
    for number, words in enumerate(_LITERAL):
        yield Case(f"S1{number:02}", f"a search for {words[:9]!r}", _literal(words))
    yield Case("T260", "help in a terminal has no markup", _help)
    yield Case("T261", "hostile ids in completion", _completion)


def _typed(typed: tuple[str, ...], codes: tuple[int, ...]) -> Proof:
    def prove(_: Path) -> None:
        piped = run(_GOOD.folder, *typed)
        for result in (piped, in_terminal(_GOOD.folder, *typed)):
            unharmed(result, *codes)
            safe(result)
        want("\x1b" not in piped.output, "a pipe got an escape")

    return prove


def _no_text(typed: tuple[str, ...]) -> Proof:
    def prove(_: Path) -> None:
        result = run(_GOOD.folder, *typed, b"caf\xe9", *(["list"] if typed == ("--dataset",) else []))
        unharmed(result, 2)
        safe(result)
        want("UTF-8" in result.err and "\\ud" not in result.output, f"it says {result.output!r}")

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
            result = run(_GOOD.folder, *typed)
            unharmed(result, 0, 1, 2)
            safe(result)
            want(result.cpu < 2, f"{command[0]} took {result.cpu:.1f} s")

    return prove


def _help(folder: Path) -> None:
    for arguments in ((), ("--help",), ("list", "--help"), ("date", "--help")):
        result = in_terminal(folder, *arguments)
        unharmed(result, 0, 2)
        safe(result)


def _completion(folder: Path) -> None:
    from .datasets import event, quoted

    hostile = event("fine", topics=f"[{quoted('$(touch canary)')}, {quoted(ESCAPE)}, {quoted('--force')}]")
    make(folder, hostile)
    environment = {
        "_TIMELINE_COMPLETE": "complete_bash",
        "COMP_WORDS": "timeline list --topic ",
        "COMP_CWORD": "3",
    }
    result = run(folder, env=environment)
    unharmed(result, 0)
    safe(result)
    want("--force" not in result.out and not (folder / "canary").exists(), result.out)
