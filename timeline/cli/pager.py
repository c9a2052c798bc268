"""What is longer than the screen goes through the pager, as it comes, until the reader has had enough."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice


def pager() -> list[str]:
    """The words of PAGER, never given to a shell; else less; empty where there is none, or nobody to turn
    its pages.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return []
    asked = os.environ.get("PAGER")
    try:
        words = shlex.split(asked) if asked is not None else ["less"]
    except ValueError:
        return []
    found = shutil.which(words[0]) if words else None
    return [found, *words[1:]] if found and words[0] != "cat" else []


def paged(pieces: Iterator[str], height: int) -> Iterator[str]:
    """The lines as they are when they fit on the screen; longer ones go to the pager, and none come back."""
    first = list(islice(pieces, height))
    command = pager() if len(first) == height else []
    if not command:
        return chain(first, pieces)
    _through(command, chain(first, pieces))
    return iter(())


def _through(command: list[str], pieces: Iterator[str]) -> None:
    # F: quit when it fits; R: colours and nothing else; X: leave the text on the screen.
    environment = {"LESS": "FRX", **os.environ}
    with subprocess.Popen(  # noqa: S603  (the words of the user's own PAGER, and no shell)
        command, stdin=subprocess.PIPE, env=environment, encoding="utf-8"
    ) as process:
        if process.stdin is not None:
            with suppress(BrokenPipeError), process.stdin:
                process.stdin.writelines(pieces)
        while process.poll() is None:
            with suppress(KeyboardInterrupt):  # the pager's to handle
                process.wait()
