"""Shell completion: the values that are offered, and answers that no shell can execute.

Ids and titles come from the dataset, which may be untrusted, and zsh evaluates typer's own answers. So values
are offered only if they consist of a closed set of characters, and each shell gets an answer made here.
Whatever goes wrong offers nothing.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from typer._click.shell_completion import ShellComplete, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete

from timeline.cache import open_store
from timeline.cli.session import cache_folder
from timeline.dataset import locate
from timeline.roles import ROLES
from timeline.store import Store
from timeline.text.escape import visible
from timeline.text.names import fold

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem

Offer = list[tuple[str, str]]
"""Values that a shell offers, with a line of help each."""

_UNSAFE_IN_VALUES = re.compile(r"[^\w .,+-]")
_UNSAFE_IN_HELP = re.compile(r"[^\w .,+:;?()\[\]/=%–—…‘’‚“”„«»-]")
_QUOTES = str.maketrans("'\"", "’”")
MAX_HELP = 70
"""Characters of a help text: what fits beside most ids on one line of a terminal."""


def event_ids(ctx: typer.Context, incomplete: str) -> Offer:
    """The ids of events, with their titles."""
    store = _store(ctx)
    return _matching(store.titles(), incomplete) if store else []


def actor_names(ctx: typer.Context, incomplete: str) -> Offer:
    """The actors that events name; where none matches, all known actors."""
    store = _store(ctx)
    if store is None:
        return []
    known = [(name, "") for name in store.actors.names()]
    return _matching(store.actors.by_frequency(), incomplete) or _matching(known, incomplete)


def facet_values(ctx: typer.Context, incomplete: str, facet: str) -> Offer:
    """The values of a facet (kind, topic, place, source, status) that events have."""
    store = _store(ctx)
    return _matching([(value, "") for value in store.values(facet)], incomplete) if store else []


def roles(ctx: typer.Context, incomplete: str) -> Offer:
    """The roles that an actor can have."""
    del ctx
    return _matching([(role, "") for role in ROLES], incomplete)


def _store(context: typer.Context) -> Store | None:
    named = context.find_root().params.get("dataset") or os.environ.get("TIMELINE_DATASET")
    with suppress(Exception):
        return open_store(locate.find(named if named != "-" else None, Path.cwd()), cache_folder())
    return None


def _matching(values: Iterable[tuple[str, str]], incomplete: str) -> Offer:
    """The values that begin with what is typed, ignoring case, if they are safe and no options."""
    typed = fold(incomplete)
    return [
        (value, completion_help(text))
        for value, text in values
        if fold(value).startswith(typed) and not value.startswith("-") and is_shell_safe(value)
    ]


def is_shell_safe(value: str) -> bool:
    """Whether a value has only letters, marks and digits of any script and punctuation that is literal in
    every shell. Invisible characters, and spaces at the ends or in a row, are unsafe.
    """
    unsafe = _UNSAFE_IN_VALUES.findall(value)
    return all(map(_in_words, unsafe)) and value == visible(value) == _one_line(value) != ""


def completion_help(text: str) -> str:
    """A help text as one short line, without characters that are special to a shell or to rich markup."""
    shown = visible(text[: 2 * MAX_HELP]).translate(_QUOTES)
    line = _one_line(_UNSAFE_IN_HELP.sub(lambda match: match[0] if _in_words(match[0]) else " ", shown))
    return line if len(line) <= MAX_HELP else f"{line[: MAX_HELP - 1].rstrip()}…"


def _in_words(character: str) -> bool:
    """Whether it is a letter, mark or number. Regular expressions lack the marks of Indic scripts."""
    return unicodedata.category(character)[0] in "LMN"


def _one_line(text: str) -> str:
    return " ".join(text.split())


class _SafeComplete(ShellComplete):
    """The only place that sends values to a shell."""

    def get_completions(self, args: list[str], incomplete: str) -> "list[CompletionItem]":
        """The safe values with safe help. File names are left to the shell, which quotes them itself.

        A stream with another encoding than UTF-8 gets only ASCII: encoding could turn a letter into a special
        character.
        """
        only_ascii = (sys.stdout.encoding or "").lower() not in ("utf-8", "utf8")
        offered = []
        for item in super().get_completions(args, incomplete):
            value, text = str(item.value), completion_help(item.help or "")
            item.help = text.encode("ascii", "ignore").decode() if only_ascii else text
            if item.type == "plain" and is_shell_safe(value) and (value.isascii() or not only_ascii):
                offered.append(item)
        return offered


class _Bash(_SafeComplete, BashComplete):
    """Bash inserts a value unquoted: spaces are escaped, unless the word begins with a quotation mark."""

    def format_completion(self, item: "CompletionItem") -> str:
        """The value."""
        typed = os.environ["COMP_WORDS"].split("\n")[int(os.environ["COMP_CWORD"]) :]
        quoted = bool(typed) and typed[0].startswith(("'", '"'))
        return str(item.value) if quoted else str(item.value).replace(" ", "\\ ")


class _Zsh(_SafeComplete, ZshComplete):
    """Zsh evaluates the answer: it gets only a list in single quotes, of values without quotes.

    `_describe` quotes the value that it inserts, and unlike typer's `_arguments` evaluates nothing again.
    """

    def format_completion(self, item: "CompletionItem") -> str:
        """The value and its help, in single quotes."""
        return f"'{item.value}:{item.help}'" if item.help else f"'{item.value}'"

    def complete(self) -> str:
        """A line of zsh."""
        items = self.get_completions(*self.get_completion_args())
        offered = " ".join(map(self.format_completion, items))
        return f"local -a offered; offered=({offered}); _describe value offered" if offered else "_files"


class _Fish(_SafeComplete, FishComplete):
    """Fish takes a value and its help, and quotes the value that it inserts."""

    def format_completion(self, item: "CompletionItem") -> str:
        """The value, a tab, and its help."""
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class _PowerShell(_SafeComplete, PowerShellComplete):
    """PowerShell inserts a value unquoted: what is more than letters, digits and hyphens is quoted."""

    def format_completion(self, item: "CompletionItem") -> str:
        """The value and its help."""
        bare = str(item.value).replace("-", "").isalnum()
        word = str(item.value) if bare else f"'{item.value}'"
        return f"{word}:::{item.help or ' '}"


def install_safe_completion() -> None:
    """Replace typer's answers to each shell with those of this module."""
    for shell in (_Bash, _Zsh, _Fish, _PowerShell):
        add_completion_class(shell, shell.name)
    add_completion_class(_PowerShell, "pwsh")
