"""What the terminal shows, cell by cell, and the fewest bytes from that to the next.

Textual repaints every region that may have changed. Over a slow line that is what a
reader waits for, so only cells that differ are sent, and rows that moved are moved by
the terminal itself.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.render.looks import PLAIN, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.color import ColorSystem
    from rich.segment import Segment
    from rich.style import Style

    from tui.render.looks import Look

Cell = tuple[str, "Style | None"]
"""Characters and their style; the right half of a wide character is empty."""
Row = list[Cell | None]
"""None is a cell of which nothing is known."""

_GAP = 8
"""As many unchanged cells are sent again sooner than the cursor is moved."""
_FEWEST = 4
"""Rows that must have moved before the terminal is told to move them."""


def cells_of(segments: Iterable[Segment]) -> list[Cell]:
    """Give one cell for each column that the segments take."""
    found: list[Cell] = []
    for text, style, control in segments:
        if control:
            continue
        if text.isascii():
            found += [(character, style) for character in text]
            continue
        for character in text:
            _add(found, character, style)
    return found


def _add(found: list[Cell], character: str, style: Style | None) -> None:
    """Add a character; one without width joins the character before it."""
    width = cell_len(character)
    if width:
        found.append((character, style))
        found += [("", style)] * (width - 1)
        return
    at = len(found) - 1
    while at > 0 and not found[at][0]:
        at -= 1
    if at >= 0:
        found[at] = (found[at][0] + character, found[at][1])


class Frame:
    """The cells that were last sent."""

    def __init__(self) -> None:
        self.width = self.height = 0
        self.rows: list[Row] = []

    def forget(self, width: int = 0, height: int = 0) -> None:
        """Know nothing of what is shown; all of it will be sent."""
        self.width, self.height = width, height
        self.rows = [[None] * width for _ in range(height)]

    def change(self, rows: dict[int, Row], colours: ColorSystem) -> str:
        """Give what makes these rows of the terminal look so, and remember it."""
        fitted = ((y, self._fitted(row)) for y, row in rows.items() if y < self.height)
        changed = {y: row for y, row in fitted if row != self.rows[y]}
        if not changed:
            return ""
        moves = self._moves(changed)
        pen = _Pen(colours)
        for y in sorted(changed):
            self._send_row(y, changed[y], pen)
            self.rows[y] = changed[y]
        return moves + pen.drawn()

    def _fitted(self, row: Row) -> Row:
        """Give a row this frame's width; one may have been drawn before a resize."""
        missing = self.width - len(row)
        return row if not missing else [*row[: self.width], *[None] * missing]

    def _moves(self, changed: dict[int, Row]) -> str:
        """Let the terminal move rows that it shows elsewhere already."""
        step, moved = self._moved(changed)
        if not step:
            return ""
        top, bottom = min(moved) + min(step, 0), max(moved) + max(step, 0)
        old = self.rows[top : bottom + 1]
        for y in range(top, bottom + 1):
            # Rows that stay as they were are moved with the rest: put them back.
            changed.setdefault(y, old[y - top])
        blank: list[Row] = [[None] * self.width for _ in range(abs(step))]
        kept = old[step:] + blank if step > 0 else blank + old[:step]
        self.rows[top : bottom + 1] = kept
        # Line feeds and reverse indexes at the margin: every terminal knows them.
        if step > 0:
            move = f"\x1b[{bottom + 1}H" + "\n" * step
        else:
            move = f"\x1b[{top + 1}H" + "\x1bM" * -step
        return f"\x1b[{top + 1};{bottom + 1}r{move}\x1b[r"

    def _moved(self, changed: dict[int, Row]) -> tuple[int, list[int]]:
        """Say how far most rows have moved up, and which ones; 0 when they have not."""
        if len(changed) < _FEWEST:
            return 0, []
        places: dict[tuple[Cell | None, ...], int] = {}
        for y in range(min(changed), max(changed) + 1):
            if _is_written(self.rows[y]):
                places.setdefault(tuple(self.rows[y]), y)
        votes = Counter(
            was - y
            for y, row in changed.items()
            if (was := places.get(tuple(row), y)) != y
        )
        if not votes:
            return 0, []
        step, count = votes.most_common(1)[0]
        moved = [
            y for y, row in changed.items() if places.get(tuple(row), y) - y == step
        ]
        return (step, moved) if count >= _FEWEST - 1 else (0, [])

    def _send_row(self, y: int, row: Row, pen: _Pen) -> None:
        for start, end in _differences(self.rows[y], row):
            pen.move(start, y)
            cells = [cell for cell in row[start:end] if cell is not None]
            pen.write(cells, to_the_edge=end == self.width)


def _differences(old: Row, new: Row) -> Iterator[tuple[int, int]]:
    """Yield stretches that differ, whole wide characters, near ones joined."""
    at, width = 0, len(new)
    while at < width:
        if new[at] == old[at]:
            at += 1
            continue
        start = last = at
        # A cell of which nothing is known cannot be sent again.
        while at < width and at - last <= _GAP and new[at] is not None:
            if new[at] != old[at]:
                last = at
            at += 1
        end = last + 1
        while start and _is_right_half(new[start]):
            start -= 1
        while end < width and _is_right_half(new[end]):
            end += 1
        yield start, end
        at = max(at, end)


def _is_right_half(cell: Cell | None) -> bool:
    return cell is not None and not cell[0]


class _Pen:
    """Writes cells with as few changes of style as they allow."""

    def __init__(self, colours: ColorSystem) -> None:
        self._colours = colours
        self._look = PLAIN
        self._sent: list[str] = []

    def move(self, x: int, y: int) -> None:
        """Go to a cell."""
        self._sent.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H")

    def write(self, cells: list[Cell], *, to_the_edge: bool) -> None:
        """Write cells; blanks up to the edge are wiped instead."""
        runs = [
            (style, "".join(text for text, _ in run))
            for style, run in groupby(cells, key=lambda cell: cell[1])
        ]
        for number, (style, text) in enumerate(runs):
            self._switch(look_of(style, self._colours))
            words = text.rstrip(" ")
            spare = len(text) - len(words)
            is_last = to_the_edge and number == len(runs) - 1
            if is_last and spare > _GAP and _is_plain(style):
                self._sent.append(f"{words}\x1b[K")
            else:
                self._sent.append(text)

    def _switch(self, look: Look) -> None:
        if codes := look.after(self._look):
            self._sent.append(f"\x1b[{codes}m")
        self._look = look

    def drawn(self) -> str:
        """Give all that was written, the style switched off at the end."""
        return "".join(self._sent) + ("" if self._look == PLAIN else "\x1b[0m")


def _is_written(row: Row) -> bool:
    return any(cell is not None and cell[0].strip() for cell in row)


def _is_plain(style: Style | None) -> bool:
    """Say whether wiping shows the same as blanks would."""
    return style is None or not (style.reverse or style.underline or style.strike)
