"""A real shell in a pseudo-terminal, with the completion that timeline prints for it, and keys to press."""

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
"""Keys that put this program before what is on the line, and run it: it prints the arguments that it gets."""
_ARGUMENTS = "#!/bin/sh\nprintf 'GOT<%s>' \"$@\"\necho\n"
_NOT_YET_KNOWN = (".local/share/fish/generated_completions", "cache/fish/generated_completions")
"""Where they are not, fish begins to read all manual pages."""
_WITH_ITS_TERMINAL = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"


class _Shell(NamedTuple):
    """How it is started, and the file from which it takes its settings, with a prompt and a setup."""

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
    """What is typed to a shell, and what it shows."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._shown = b""

    def press(self, *keys: str) -> None:
        """Type, and look on until nothing more comes."""
        for key in keys:
            os.write(self._descriptor, key.encode())
            while self._more(0.4):
                pass

    def wait(self, words: str) -> None:
        """Until the words are shown; what came before is then forgotten."""
        end = time.monotonic() + 20
        while words.encode() not in self._shown:
            want(time.monotonic() < end, f"no {words!r} in {self._shown.decode('utf-8', 'replace')[-900:]!r}")
            self._more(0.5)
        self._shown = self._shown.rpartition(words.encode())[2]

    def _more(self, seconds: float) -> bytes:
        piece = b""
        if select.select([self._descriptor], [], [], seconds)[0]:
            with contextlib.suppress(OSError):  # the shell has ended
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
    for made in ("tools", *_NOT_YET_KNOWN):
        (folder / made).mkdir(parents=True)
    (tools / "arguments").write_text(_ARGUMENTS)
    (tools / "arguments").chmod(0o755)
    path = os.pathsep.join((str(Path(TIMELINE).parent), str(tools), os.environ["PATH"]))
    around = surroundings(folder, {"PATH": path, "COLUMNS": None, "PYTHONDONTWRITEBYTECODE": None})
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
        [sys.executable, "-c", _WITH_ITS_TERMINAL, *command],
        cwd=folder,
        env=around,
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
