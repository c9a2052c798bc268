"""Output of the installed program on a real terminal and in a real pipe."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

TIMELINE = str(Path(sys.executable).with_name("timeline"))
ESC = b"\x1b"
DUMB = {"TERM": "dumb"}


def on_terminal(*arguments: str, columns: int = 80, environment: Mapping[str, str] = DUMB) -> bytes:
    """The bytes that a terminal of this width receives."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with subprocess.Popen(
        [TIMELINE, *arguments],
        stdin=follower,
        stdout=follower,
        stderr=subprocess.DEVNULL,
        env={**inherited, **environment},
    ) as running:
        os.close(follower)
        received = bytearray()
        try:
            while chunk := os.read(leader, 65536):
                received += chunk
        except OSError:  # Linux raises EIO when the other side is closed
            pass
        os.close(leader)
    assert running.returncode == 0
    return bytes(received)


def test_terminal_gets_a_coloured_table() -> None:
    screen = on_terminal("list", "--actor", "Japan", "--limit", "3", environment={"TERM": "xterm-256color"})
    assert b" 2018" in screen
    assert ESC in screen
    assert b"\t" not in screen


@pytest.mark.parametrize("environment", [{"TERM": "xterm-256color", "NO_COLOR": "1"}, DUMB])
def test_no_color_gets_no_escape_sequence(environment: dict[str, str]) -> None:
    screen = on_terminal("list", "--actor", "Japan", "--limit", "3", environment=environment)
    assert b" 2018" in screen
    assert ESC not in screen


def test_wide_terminal_has_one_line_per_event() -> None:
    screen = on_terminal("list", "--limit", "1", columns=200).decode()
    (line,) = [line for line in screen.splitlines() if "Eleven states sign the CPTPP" in line]
    assert "cptpp-signed-2018" in line


def test_pipe_gets_no_escape_sequence(frozen: Path) -> None:
    environment = {**os.environ, "TERM": "xterm-256color", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}
    command = [TIMELINE, "--dataset", str(frozen), "show", "hague-2025"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert ESC not in done.stdout + done.stderr


def test_head_closes_the_pipe_silently(frozen: Path) -> None:
    """`timeline list --json | head -1`"""
    command = [TIMELINE, "--dataset", str(frozen), "list", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == b"[\n"
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to offer")
def test_full_disk_is_one_line_and_exit_3(frozen: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [TIMELINE, "--dataset", str(frozen), "list", "--json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (
        3,
        b"timeline: stdout: cannot be written: No space left on device\n",
    )
