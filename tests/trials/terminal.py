"""A program in a real terminal: its screen, its modes, and keys typed into it."""

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
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ODD = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[umq]|\x1b\[\??[0-9;]*\$p|\x1b\[[0-9;]*[tq]"
    rb"|\x1bP[^\x1b]*\x1b\\"
)
"""What a terminal is asked, and what pyte would print."""
_UNFINISHED = re.compile(rb"\x1b(?:\[[^@-~\x1b]*|P[^\x1b]*|\][^\x07\x1b]*)?\Z")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_COLOURS = re.compile(rb"\x1b\[([0-9;:]*)m")
_ANSWERS = (
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
)
_OTHER_SCREEN = re.compile(rb"\x1b\[\?1049[hl]")
"""Which is empty when it is come to, and gone when it is left; pyte has but one."""
_KEPT = 1 << 16

_STAY_ON = ("25", "7")
"""The modes that a terminal has by itself: the cursor shows, lines are wrapped."""
_KITTY = (re.compile(rb"\x1b\[>[0-9;]*u"), re.compile(rb"\x1b\[<[0-9;]*u"))


class Terminal:
    """A program in a terminal that answers as xterm does."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        size: tuple[int, int] = (100, 30),
        cwd: Path | None = None,
    ) -> None:
        self.size = size
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""
        self.last = b""
        """The end of what was sent."""
        self.modes: dict[str, bytes] = {}
        self.colours = b""
        self.pushed = 0
        """How often the protocol of keys was changed and not changed back."""
        self.bytes = 0
        self.gone = False
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd or Path.cwd())
            fcntl.ioctl(0, termios.TIOCSWINSZ, _window(size))
            os.execvpe(command[0], list(command), dict(environ))
        os.set_blocking(self.fd, False)

    def read(self, timeout_s: float) -> bool:
        """Take what comes within the time; say whether anything did."""
        if self.gone or not select.select([self.fd], [], [], timeout_s)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 18)
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        if not data:
            self.gone = True
            return False
        self._take(data)
        return True

    def _take(self, data: bytes) -> None:
        self.bytes += len(data)
        whole = self._held + data
        unfinished = _UNFINISHED.search(whole)
        cut = unfinished.start() if unfinished else len(whole)
        whole, self._held = whole[:cut], whole[cut:]
        self.last = (self.last + whole)[-_KEPT:]
        for numbers, how in _MODE.findall(whole):
            for number in numbers.decode().split(";"):
                self.modes[number] = how
        for colours in _COLOURS.findall(whole):
            self.colours = colours
        pushed, popped = (len(kind.findall(whole)) for kind in _KITTY)
        self.pushed += pushed - popped
        for asked, answer in _ANSWERS:
            for _ in range(whole.count(asked)):
                self.send(answer)
        self._stream.feed(_OTHER_SCREEN.sub(b"\x1b[2J", _ODD.sub(b"", whole)))

    def settle(self, quiet_s: float = 0.1, most_s: float = 10) -> None:
        """Read until nothing has come for a moment."""
        end = time.monotonic() + most_s
        while self.read(quiet_s) and time.monotonic() < end:
            pass

    def wait_for(self, words: str, patience_s: float = 30) -> bool:
        """Wait until the screen answers to a pattern; say whether it did."""
        end = time.monotonic() + patience_s
        while not re.search(words, self.text, re.DOTALL):
            if self.gone or time.monotonic() > end:
                return False
            self.read(0.1)
        return True

    @property
    def text(self) -> str:
        """Give what the screen shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def send(self, keys: str | bytes) -> None:
        """Type; what a program does not take is not typed."""
        data = keys.encode() if isinstance(keys, str) else keys
        with contextlib.suppress(OSError):
            os.write(self.fd, data)

    def resize(self, size: tuple[int, int]) -> None:
        """Let the window have another size."""
        self.size = size
        self.screen.resize(size[1], size[0])
        with contextlib.suppress(OSError):
            fcntl.ioctl(self.fd, termios.TIOCSWINSZ, _window(size))

    def ended(self) -> int | None:
        """Give the exit code once the program is over."""
        if not self.pid:
            return None
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if not pid:
            return None
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def wait_end(self, patience_s: float = 30) -> int | None:
        """Wait for the end; give the exit code, or None when it does not come."""
        end = time.monotonic() + patience_s
        while time.monotonic() < end:
            self.read(0.02)
            code = self.ended()
            if code is not None:
                self.settle(0.05)
                return code
        return None

    def left_behind(self) -> list[str]:
        """Name the modes that are not as a program must leave them."""
        wrong = [
            f"mode ?{mode}{how.decode()}"
            for mode, how in self.modes.items()
            if how != (b"h" if mode in _STAY_ON else b"l")
        ]
        if self.colours.strip(b"0;") != b"":
            wrong.append(f"colours {self.colours.decode()}")
        if self.pushed > 0:
            wrong.append("another protocol of keys")
        return wrong

    def hang_up(self) -> None:
        """Let the terminal vanish."""
        os.close(self.fd)
        self.gone = True
        self.fd = -1

    def close(self) -> None:
        """End the program, whatever it does, and let go of the terminal."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


def _window(size: tuple[int, int]) -> bytes:
    return struct.pack("HHHH", size[1], size[0], 0, 0)
