"""Drive a program in a real terminal: when it paints, what it sends for a key."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Sequence

Size = tuple[int, int]
"""Columns and lines."""

_QUIET_S = 0.08


class Terminal:
    """A program in a pty; what it sends is kept with the time at which it came."""

    def __init__(self, command: Sequence[str], size: Size = (80, 24)) -> None:
        self.size = size
        self.sent: list[tuple[float, bytes]] = []
        self.began = perf_counter()
        self._pid, self._handle = pty.fork()
        if self._pid == 0:
            self._become(command)
        os.set_blocking(self._handle, False)

    def _become(self, command: Sequence[str]) -> None:
        columns, lines = self.size
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        unwanted = ("NO_COLOR", "COLORTERM", "COLUMNS", "LINES")
        env = {k: v for k, v in os.environ.items() if k not in unwanted}
        os.execvpe(command[0], list(command), {**env, "TERM": "xterm-256color"})

    def settle(self, timeout_s: float = 20.0) -> None:
        """Read until nothing has come for a moment."""
        end = perf_counter() + timeout_s
        while perf_counter() < end and self._read(_QUIET_S):
            pass

    def wait_for(self, words: str, timeout_s: float = 30.0) -> float:
        """Wait until the screen shows the words; give milliseconds since the start."""
        end = perf_counter() + timeout_s
        while perf_counter() < end:
            self._read(0.5)
            if words in self.screen():
                break
        return (self.sent[-1][0] - self.began) * 1000

    def key(self, pressed: str) -> tuple[float, int]:
        """Press a key; give milliseconds to the last byte of the answer, and bytes."""
        before = len(self.sent)
        began = perf_counter()
        os.write(self._handle, pressed.encode())
        self._read(0.5)
        self.settle(5.0)
        answer = self.sent[before:]
        if not answer:
            return 0.0, 0
        return (answer[-1][0] - began) * 1000, sum(len(data) for _, data in answer)

    def screen(self) -> str:
        """Give the screen as text."""
        screen = pyte.Screen(*self.size)
        stream = pyte.ByteStream(screen)
        for _, data in self.sent:
            stream.feed(data)
        return "\n".join(screen.display)

    def memory_mb(self) -> float:
        """Give the resident memory of the program."""
        with Path(f"/proc/{self._pid}/statm").open() as file:
            pages = int(file.read().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self) -> None:
        """End the program."""
        os.kill(self._pid, signal.SIGTERM)
        self.settle(3.0)
        os.close(self._handle)
        os.waitpid(self._pid, 0)

    def _read(self, timeout_s: float) -> bool:
        if not select.select([self._handle], [], [], timeout_s)[0]:
            return False
        try:
            data = os.read(self._handle, 1 << 18)
        except OSError:
            return False
        if data:
            self.sent.append((perf_counter(), data))
        return bool(data)
