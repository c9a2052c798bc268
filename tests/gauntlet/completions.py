"""T: hostile values and titles in completion, tested with the real shells when TAB is pressed.

A shell that is not installed is skipped; the answer that it would get is checked in any case.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import event, make, quoted
from .keyboard import SHELLS, SHOW, keyboard
from .looks import safe

_CODE = (
    "$(touch canary)",
    "$(touch${IFS}canary)",
    r"\$(touch canary)",
    r"\\$(touch canary)",
    r"\\\$(touch canary)",
    "`touch canary`",
    r"\`touch canary\`",
    "(touch canary)",
    "'; touch canary; '",
    '"; touch canary; "',
    "'$(touch canary)'",
    '"$(touch canary)"',
    ";touch canary;",
    "|touch canary",
    "&touch canary&",
    "&& touch canary",
    "\ntouch canary\n",
    "\rtouch canary\r",
    "<(touch canary)",
    ">canary",
    "${x:=$(touch canary)}",
    "$((a[$(touch canary)]))",
    "*(e:'touch canary':)",
    "))'; touch canary; : '((",
    "]]; touch canary; [[",
    "!touch canary",
    "\x1b]0;owned\x07",
    "\u202e",
    "\u00a0touch",
    "~root",
    "*",
    "?",
    "[a-z]",
    "{a,b}",
    "=ls",
    "#",
    "%n",
    "^a^b",
    ":",
    "\\",
    "\t",
)
"""Texts that some shell would act on."""
_SAFE = re.compile(r"[\w .,+:;?()\[\]/=%–—…‘’“”-]*")
_COMMANDS = (
    "list --topic ",
    "list --topic w",
    "list --topic u",
    "list --place ",
    "list --actor w",
    "show ",
    "show e",
)


def cases() -> Iterator[Case]:
    """Each shell with each kind of value; then the real shells, with simulated keys."""
    for number, shell in enumerate(("bash", "zsh", "fish", "powershell")):
        yield Case(f"T28{number}", f"code in values and titles, for {shell}", _answers(shell))
    for number, shell in enumerate(SHELLS):
        here = shutil.which(shell)
        runs, arrives = (_runs(shell), _arrives(shell)) if here else (_not_here, _not_here)
        yield Case(f"T28{number + 4}", f"code in values and titles at the keyboard of {shell}", runs)
        yield Case(f"T28{number + 7}", f"names with spaces at the keyboard of {shell}", arrives)


def _not_here(_: Path) -> None:
    """The shell is not installed."""


def _hostile(folder: Path) -> None:
    """Each text in a title, after and before a topic, and in places and actors."""
    values = [
        f"{before}{code}{after}" for code in _CODE for before, after in (("w", ""), ("", "w"), ("w ", " w"))
    ]
    listed = ", ".join(map(quoted, ["warte", "west end", "-w", "--help", "u$(touch${IFS}canary)", *values]))
    events = "".join(
        event(f"e-{number}", title=quoted(f"x {code} y"), place=f"{{name: {quoted(f'w{code}')}}}")
        for number, code in enumerate(_CODE)
    )
    actors = "".join(
        f"  - {{id: w-{number}, name: {quoted(f'w{code}')}, kind: person}}\n"
        for number, code in enumerate(_CODE)
    )
    make(folder, events + event("e-topics", topics=f"[{listed}]", actors="[South Korea]"), actors=actors)


def _environment(shell: str, typed: str) -> dict[str, str]:
    words = ["timeline", *typed.split(" ")]
    return {
        "_TIMELINE_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": f"timeline {typed}",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def _answers(shell: str) -> Proof:
    """Every word that the shell gets consists of the allowed characters, and each line is one word."""

    def prove(folder: Path) -> None:
        _hostile(folder)
        for typed in _COMMANDS:
            result = run(folder, env={**_environment(shell, typed), "COLUMNS": "40"})
            unharmed(result, 0)
            safe(result)
            unsafe = [words for words in _answer_words(shell, result.out) if not _SAFE.fullmatch(words)]
            want(not unsafe, f"{shell} gets {unsafe}")
        topics = _answer_words(shell, run(folder, env=_environment(shell, "list --topic ")).out)
        want({words.partition(":::")[0] for words in topics} == {"warte", "west end"}, f"topics: {topics}")
        shown = _answer_words(shell, run(folder, env=_environment(shell, "show ")).out)
        want(len(shown) == len(_CODE) + 2, f"{len(shown)} ids for {len(_CODE) + 2} events")

    return prove


def _answer_words(shell: str, answer: str) -> list[str]:
    """The words and their help, without the syntax of the answer."""
    if shell == "zsh":
        form = re.fullmatch(
            r"(?:local -a offered; offered=\((.*)\); _describe value offered|_files)\n", answer
        )
        want(form, f"zsh evaluates {answer!r}")
        return re.findall(r"'([^']*)'", form[1] or "") if form else []
    lines = [line for line in answer.split("\n") if line]
    if shell == "powershell":
        return [re.sub("^'([^']*)':::", r"\1:::", line) for line in lines]
    return [line.replace("\\ ", " ") if shell == "bash" else line.replace("\t", " ") for line in lines]


def _runs(shell: str) -> Proof:
    def prove(folder: Path) -> None:
        _hostile(folder)
        with keyboard(shell, folder) as keys:
            for typed in _COMMANDS:
                keys.press(f"timeline {typed}\t", "\t", SHOW)
                keys.wait("GOT<timeline>")
                want(not (folder / "canary").exists(), f"{shell} has run code at: timeline {typed}")
            keys.press("timeline list --topic wes\t", SHOW)
            keys.wait("GOT<--topic>GOT<west end>")

    return prove


def _arrives(shell: str) -> Proof:
    typed = {
        "South\\ Ko": "South Korea",
        '"South Ko': "South Korea",
        "'South Ko": "South Korea",
        "Jap": "Japan",
    }

    def prove(folder: Path) -> None:
        make(folder, event("e-one", actors="[South Korea, Japan]"))
        with keyboard(shell, folder) as keys:
            for begun, whole in typed.items():
                keys.press(f"timeline list --actor {begun}\t", SHOW)
                keys.wait(f"GOT<--actor>GOT<{whole}>\r\n")

    return prove
