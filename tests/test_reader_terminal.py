"""The reader in a real terminal: it starts, it is quiet, it leaves no trace."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING

import pyte
import pytest

from tests.screens.stage import archive_in
from tests.shell import COMMAND, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_S = 30
ODD = re.compile(rb"\x1b\[[<>=?][0-9;]*[umq]|\x1b\[\??[0-9;]*\$p|\x1b\[[0-9;]*[tq]")


class Terminal:
    """A terminal with the reader in it."""

    def __init__(
        self,
        folder: Path,
        *options: str,
        size: tuple[int, int] = (80, 24),
        **variables: str,
    ) -> None:
        self.sent = b""
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        command = [*COMMAND, "-a", str(folder), "read", *options]
        environ = surroundings(**variables)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            window = struct.pack("HHHH", size[1], size[0], 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, window)
            os.execvpe(command[0], command, environ)
        self.modes = termios.tcgetattr(self.fd)

    def read(self, quiet_s: float) -> bytes:
        """Read until nothing has come for so long."""
        got = b""
        while select.select([self.fd], [], [], quiet_s)[0]:
            try:
                chunk = os.read(self.fd, 1 << 16)
            except OSError:
                break
            if not chunk:
                break
            got += chunk
        self.sent += got
        self.stream.feed(ODD.sub(b"", got))
        return got

    def wait_for(self, text: str) -> None:
        """Wait until the screen shows a text."""
        end = time.monotonic() + PATIENCE_S
        while text not in self.text:
            assert time.monotonic() < end, self.text
            self.read(0.05)

    @property
    def text(self) -> str:
        """Give what the screen shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str) -> None:
        """Press keys, and wait until what they do is drawn."""
        os.write(self.fd, keys.encode())
        self.read(0.4)

    def leave(self) -> int:
        """Wait for the end; give the exit code."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("the reader does not leave")

    def close(self) -> None:
        """End it, whatever it does."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = archive_in(tmp_path_factory.mktemp("stories"))
    archive.close()
    return archive.folder


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    opened = Terminal(folder)
    opened.wait_for("Harbour Post · Tue")
    opened.read(0.3)
    yield opened
    opened.close()


def is_restored(terminal: Terminal) -> bool:
    modes = termios.tcgetattr(terminal.fd)
    return modes[3] == terminal.modes[3] and terminal.sent.rstrip().endswith(
        (b"\x1b[?1004l", b"\x1b[?25h")
    )


def test_q_leaves_and_the_terminal_is_as_before(terminal: Terminal) -> None:
    os.write(terminal.fd, b"Q")

    assert terminal.leave() == 0
    assert is_restored(terminal)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_it_in_order(
    terminal: Terminal, number: signal.Signals, code: int
) -> None:
    os.kill(terminal.pid, number)

    assert terminal.leave() == code
    assert is_restored(terminal)


def test_ctrl_c_leaves_with_130(terminal: Terminal) -> None:
    os.write(terminal.fd, b"\x03")

    assert terminal.leave() == 130
    assert is_restored(terminal)


def test_keys_typed_ahead_find_their_place(terminal: Terminal) -> None:
    os.write(terminal.fd, b"/soup")
    terminal.wait_for(" · soup* ─")
    os.write(terminal.fd, b"\x15border\r")
    terminal.wait_for("2 of 6 articles")

    assert terminal.text.splitlines()[0] == " / border"


def test_an_article_is_as_wide_as_the_settings_say(folder: Path) -> None:
    narrow = Terminal(folder, size=(120, 30), QUOTH_WIDTH="30")
    narrow.wait_for("Harbour Post · Tue")

    narrow.press("\rz")

    lines = [line.strip(" │▌0123456789") for line in narrow.text.splitlines()]
    assert "The interior minister told" in lines
    narrow.close()


def test_an_idle_reader_sends_nothing(terminal: Terminal) -> None:
    assert terminal.read(1.0) == b""


def test_coming_back_from_the_shell_draws_everything_again(
    terminal: Terminal,
) -> None:
    before = terminal.text

    os.write(terminal.fd, b"\x1a")
    terminal.read(0.5)
    os.waitpid(terminal.pid, os.WUNTRACED)
    terminal.stream.feed(b"\x1b[2J")
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for("Harbour Post · Tue")
    terminal.read(0.4)

    assert terminal.text == before


def await_the_same(one: Terminal, other: Terminal) -> None:
    """Wait until both show the same; the time that a search took aside."""
    end = time.monotonic() + PATIENCE_S
    while timeless(one.text) != timeless(other.text):
        assert time.monotonic() < end, f"{one.text}\n\n{other.text}"
        one.read(0.05)
        other.read(0.05)


def timeless(text: str) -> str:
    return re.sub(r"─+ .*ms.*", "", text.replace("━", "─"))


KEYS = ["jjj", "G", "g", " ", "/border", "\r", "\r", "n", "}", "J", "q", "3", "j", "z",
        "1", "?", "q", "Gk", "\r", "q"]  # fmt: skip


@pytest.mark.parametrize("size", [(80, 24), (130, 30)])
def test_changed_cells_show_what_stock_output_shows(
    folder: Path, size: tuple[int, int]
) -> None:
    lean, stock = (
        Terminal(folder, size=size),
        Terminal(folder, "--stock-output", size=size),
    )
    for one in (lean, stock):
        one.wait_for("Harbour Post · Tue")

    for keys in KEYS:
        for one in (lean, stock):
            one.press(keys)
        await_the_same(lean, stock)

    assert len(lean.sent) < len(stock.sent) / 2
    lean.close()
    stock.close()
