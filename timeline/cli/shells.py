"""What a shell gets when TAB is pressed: words on which no shell acts, each as one argument.

Values and titles are a stranger's, and typer's own answers let zsh run them: so the words are of a closed set
of characters, and the answers are made here.
"""

import os
import re
import sys
import unicodedata
from typing import TYPE_CHECKING

from typer._click.shell_completion import ShellComplete, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete

from timeline.text.escape import visible

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem

_NOT_IN_VALUES = re.compile(r"[^\w .,+-]")
_NOT_IN_HELP = re.compile(r"[^\w .,+:;?()\[\]/=%–—…‘’‚“”„«»-]")
_QUOTES = str.maketrans("'\"", "’”")
_MOST = 70
"""Characters of help: what a line of a terminal has beside most ids."""


def _spelled(character: str) -> bool:
    """Part of a word in some script: to a pattern the marks of Indic ones are none."""
    return unicodedata.category(character)[0] in "LMN"


def harmless(value: str) -> bool:
    """Letters, marks and numbers of any script and signs on which no shell acts; nothing hides, and
    spaces stand one by one and inside.
    """
    return all(map(_spelled, _NOT_IN_VALUES.findall(value))) and value == visible(value) == _line(value) != ""


def told(words: str) -> str:
    """Help as one short line: what hides is shown, and signs that a shell or rich may act on are left out."""
    shown = visible(words[: 2 * _MOST]).translate(_QUOTES)
    line = _line(_NOT_IN_HELP.sub(lambda odd: odd[0] if _spelled(odd[0]) else " ", shown))
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"


def _line(words: str) -> str:
    return " ".join(words.split())


class _Careful(ShellComplete):
    """The one place where words leave for a shell."""

    def get_completions(self, args: list[str], incomplete: str) -> "list[CompletionItem]":
        """The values that are harmless, with help that is. Names of files are left to the shell: it knows how
        to quote them. A stream of another encoding than UTF-8 may turn letters into signs: it gets ASCII.
        """
        only_ascii = (sys.stdout.encoding or "").lower() not in ("utf-8", "utf8")
        offered = []
        for item in super().get_completions(args, incomplete):
            value, words = str(item.value), told(item.help or "")
            item.help = words.encode("ascii", "ignore").decode() if only_ascii else words
            if item.type == "plain" and harmless(value) and (value.isascii() or not only_ascii):
                offered.append(item)
        return offered


class Bash(_Careful, BashComplete):
    """It puts a word on the line as it comes: a space is escaped, unless the word began with a quote."""

    def format_completion(self, item: "CompletionItem") -> str:
        """The value."""
        typed = os.environ["COMP_WORDS"].split("\n")[int(os.environ["COMP_CWORD"]) :]
        quoted = bool(typed) and typed[0].startswith(("'", '"'))
        return str(item.value) if quoted else str(item.value).replace(" ", "\\ ")


class Zsh(_Careful, ZshComplete):
    """It evaluates the answer: nothing but a list in single quotes, of words without any.

    `_describe` quotes what it puts on the line, and evaluates no word again, as typer's `_arguments` does.
    """

    def format_completion(self, item: "CompletionItem") -> str:
        """The value and its help, in quotes."""
        return f"'{item.value}:{item.help}'" if item.help else f"'{item.value}'"

    def complete(self) -> str:
        """A line of zsh."""
        items = self.get_completions(*self.get_completion_args())
        offered = " ".join(map(self.format_completion, items))
        return f"local -a offered; offered=({offered}); _describe value offered" if offered else "_files"


class Fish(_Careful, FishComplete):
    """It takes a value and its help, and quotes what it puts on the line."""

    def format_completion(self, item: "CompletionItem") -> str:
        """The value and its help."""
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class PowerShell(_Careful, PowerShellComplete):
    """It puts a word on the line as it comes: what is more than letters and hyphens is quoted."""

    def format_completion(self, item: "CompletionItem") -> str:
        """The value and its help."""
        bare = str(item.value).replace("-", "").isalnum()
        word = str(item.value) if bare else f"'{item.value}'"
        return f"{word}:::{item.help or ' '}"


def answer() -> None:
    """Put these answers into the place of typer's."""
    for shell in (Bash, Zsh, Fish, PowerShell):
        add_completion_class(shell, shell.name)
    add_completion_class(PowerShell, "pwsh")
