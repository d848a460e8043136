"""How far a long run has come: one line on a terminal, written over and over."""

from __future__ import annotations

import sys
from dataclasses import fields
from time import monotonic
from typing import TYPE_CHECKING

from tui.cli.paint import Look

if TYPE_CHECKING:
    from index.archive.reports import Progress
    from index.ingest import FieldMap
    from tui.cli.desk import Desk

_EVERY_S = 0.1
_START_OF_LINE = "\r\x1b[K"


class Meter:
    """The line of progress; in a pipe or log there is none."""

    def __init__(self, desk: Desk, *, quiet: bool) -> None:
        self._desk = desk
        self._quiet = quiet
        self._drawn = False
        self._is_drawing = not quiet and sys.stderr.isatty()
        self._last = 0.0

    def show(self, progress: Progress) -> None:
        """Write the line anew, if the last one has been there for a while."""
        now = monotonic()
        if not self._is_drawing or now - self._last < _EVERY_S:
            return
        self._last = now
        self._drawn = True
        line = self._desk.paint_messages(Look.DIM, progress_line(progress))
        sys.stderr.write(_START_OF_LINE + line)
        sys.stderr.flush()

    def show_fields(self, path: str, known: FieldMap) -> None:
        """Say how a dump's fields are read."""
        if self._quiet:
            return
        self.clear()
        read = [
            f"{field.name}={getattr(known, field.name)}"
            for field in fields(known)
            if getattr(known, field.name)
        ]
        self._desk.say(f"{path}: fields {' '.join(read)} (--map FIELD=NAME for others)")

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            sys.stderr.write(_START_OF_LINE)
            sys.stderr.flush()
            self._drawn = False


def progress_line(progress: Progress) -> str:
    """Give count, rate and the time left."""
    parts = [f"{progress.phase} {progress.done:,}"]
    if progress.rate:
        parts.append(f"{progress.rate:,.0f} a second")
    if progress.left_s is not None:
        parts.append(f"{_clock(progress.left_s)} left")
    return " · ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
