"""A real shell in a pseudo-terminal, with the completion that timeline prints for it, and simulated keys."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .cases import want
from .command import TIMELINE, run, surroundings

SHOW = "\x01arguments \r"
"""Keys that put a program in front of the line and run it; the program prints its arguments."""
_ARGUMENTS = "#!/bin/sh\nprintf 'GOT<%s>' \"$@\"\necho\n"
_FISH_FOLDERS = (".local/share/fish/generated_completions", "cache/fish/generated_completions")
"""Without these folders fish starts to read all manual pages."""
_START_WITH_TERMINAL = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"


class _Shell(NamedTuple):
    """The command that starts the shell, its file of settings, and a setup with a prompt."""

    command: tuple[str, ...]
    settings: str
    setup: str


SHELLS = {
    "bash": _Shell(
        ("bash", "--noprofile", "--rcfile", ".bashrc", "-i"),
        ".bashrc",
        "PS1='ready> '\nbind 'set completion-query-items 0'\nbind 'set page-completions off'",
    ),
    "zsh": _Shell(
        ("zsh", "-i"), ".zshrc", "autoload -Uz compinit; compinit -u -D\nPS1='ready> '\nLISTMAX=9999"
    ),
    "fish": _Shell(
        ("fish", "-i"), ".config/fish/config.fish", "function fish_prompt; echo -n 'ready> '; end"
    ),
}


class Keys:
    """The keyboard and the screen of a shell."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._shown = b""

    def press(self, *keys: str) -> None:
        """Type the keys, and read until the shell prints nothing more."""
        for key in keys:
            os.write(self._descriptor, key.encode())
            while self._more(0.4):
                pass

    def wait(self, words: str) -> None:
        """Wait until the words are shown; the output up to them is then discarded."""
        end = time.monotonic() + 20
        while words.encode() not in self._shown:
            want(time.monotonic() < end, f"no {words!r} in {self._shown.decode('utf-8', 'replace')[-900:]!r}")
            self._more(0.5)
        self._shown = self._shown.rpartition(words.encode())[2]

    def _more(self, seconds: float) -> bytes:
        piece = b""
        if select.select([self._descriptor], [], [], seconds)[0]:
            with contextlib.suppress(OSError):  # the shell has exited
                piece = os.read(self._descriptor, 65536)
        self._shown += piece
        if b"\x1b[c" in piece or b"\x1b[0c" in piece:  # a new fish asks what terminal this is
            os.write(self._descriptor, b"\x1b[?62;c")
        return piece


@contextlib.contextmanager
def keyboard(shell: str, folder: Path) -> Iterator[Keys]:
    """The shell with the completion that timeline prints for it."""
    command, settings, setup = SHELLS[shell]
    tools = folder / "tools"
    for name in ("tools", *_FISH_FOLDERS):
        (folder / name).mkdir(parents=True)
    (tools / "arguments").write_text(_ARGUMENTS)
    (tools / "arguments").chmod(0o755)
    path = os.pathsep.join((str(Path(TIMELINE).parent), str(tools), os.environ["PATH"]))
    environment = surroundings(folder, {"PATH": path, "COLUMNS": None, "PYTHONDONTWRITEBYTECODE": None})
    script = run(
        folder,
        "--show-completion",
        shell,
        env={"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
    )
    file = folder / settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{setup}\n{script.out}\n")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", _START_WITH_TERMINAL, *command],
        cwd=folder,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        keys = Keys(ours)
        keys.wait("ready> ")
        yield keys
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(ours)
