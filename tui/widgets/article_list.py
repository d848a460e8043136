"""The list: a cursor over rows that are read as they come into sight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from index.errors import ArchiveError
from tui.render.labels import Spot
from tui.render.line import line
from tui.render.notice import Notice
from tui.render.rows import RowSetter
from tui.widgets.row_cache import LEAF, RowCache
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip
    from textual.timer import Timer

    from tui.render.line import Piece
    from tui.render.notice import Way
    from tui.render.rows import Marked, Row
    from tui.themes import Palette
    from tui.widgets.row_cache import RowSource

REST_S = 0.15
"""The cursor rests when it has not moved for so long."""


class ArticleList(Sheet):
    """Articles or utterances, one under the cursor."""

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor went to another row."""

        number: int

        def can_replace(self, message: Message) -> bool:
            """Let a held key tell once."""
            return isinstance(message, ArticleList.Moved)

    @dataclass(eq=False, repr=False)
    class Rested(Message):
        """The cursor has stayed on a row long enough to be meant."""

        row: Row

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """Rows could not be read."""

        error: ArchiveError

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette, id="list")
        self.cursor = 0
        self.empty = Notice()
        """What is said when there are no rows."""
        self.marked: Marked | None = None
        self._cache: RowCache | None = None
        self._rest: Timer | None = None

    @property
    def total(self) -> int:
        """Give how many rows there are."""
        return self._cache.source.total if self._cache else 0

    @property
    def setter(self) -> RowSetter:
        """Give what sets rows at the present width."""
        source = self._cache.source if self._cache else None
        return RowSetter(
            max(10, self.size.width),
            self.palette,
            in_context=source is not None and source.in_context,
            marked=self.marked,
            of_notes=source is not None and source.of_notes,
        )

    def mark(self, marked: Marked) -> None:
        """Show other marks; rows that keep theirs are not drawn again."""
        if marked != self.marked:
            self.marked = marked
            self.refresh()

    @property
    def count(self) -> int:
        """Give how many lines there are."""
        return self.total * self.setter.height or len(self._said)

    @property
    def row(self) -> Row | None:
        """Give the row under the cursor, if there is one and it has been read."""
        return self._cache.row(self.cursor) if self._cache else None

    def row_at(self, number: int) -> Row | None:
        """Give a row by number, if it has been read."""
        return self._cache.row(number) if self._cache else None

    def show(
        self, source: RowSource, first: Sequence[Row] = (), *, cursor: int = 0
    ) -> None:
        """Show other rows; those that are at hand are not read again."""
        self._cache = RowCache(source)
        if first:
            self._cache.begin(first)
        self.cursor = max(0, min(cursor, source.total - 1))
        self.top = 0
        self._bring_cursor()
        self.set_anew()
        self._moved()

    def shown_at_once(self, *, in_context: bool) -> int:
        """Give how many rows the window would hold."""
        setter = RowSetter(max(10, self.size.width), self.palette, in_context)
        return -(-self.page // setter.height)

    def strip(self, number: int) -> Strip:
        """Draw one line of a row."""
        if not self.total:
            return self._say(number)
        height = self.setter.height
        at, part = divmod(number, height)
        row = self._cache.row(at) if self._cache else None
        if row is None:
            self._read_around(at)
        here = at == self.cursor
        strips = self.setter.strips(row, here=here, focused=self.has_focus)
        return strips[part]

    def _say(self, number: int) -> Strip:
        said = self._said
        pieces = said[number] if number < len(said) else []
        return line(pieces, self.size.width, self.palette.text)

    @property
    def _said(self) -> list[list[Piece]]:
        return self.empty.lines(self._measure, self.palette)

    @property
    def _measure(self) -> int:
        """Give how long a line may be that is said instead of rows."""
        return max(10, self.size.width - 1)

    def _ways(self) -> dict[int, Way]:
        """Give what can be taken where there are no rows, by its line."""
        return {} if self.total else self.empty.ways_at(self._measure, self.palette)

    def _spots_of_ways(self) -> list[Spot]:
        shown = range(self.top, self.top + self.page)
        return [
            Spot(at, 1, way.take) for at, way in self._ways().items() if at in shown
        ]

    def spots(self) -> list[Spot]:
        """Give the rows in the window, or what can be taken in their stead."""
        if not self.total:
            return self._spots_of_ways()
        height = self.setter.height
        first = -(-self.top // height)
        last = min((self.top + self.page - 1) // height + 1, self.total)
        go = self.put_cursor
        return [Spot(n * height, 0, partial(go, n)) for n in range(first, last)]

    def move(self, lines: int) -> None:
        """Move the cursor by rows; what is said instead of rows moves itself."""
        if self.total:
            self.put_cursor(self.cursor + lines)
        else:
            super().move(lines)

    def point(self, number: int) -> None:
        """Put the cursor on the row that was clicked, or take what was."""
        if way := self._ways().get(number):
            way.take()
            return
        self.put_cursor(number // self.setter.height)

    def move_page(self, share: float) -> None:
        """Move the cursor by a share of the rows that are shown."""
        if not self.total:
            super().move_page(share)
            return
        rows = max(1, int(abs(share) * self.page / self.setter.height))
        self.move(rows if share > 0 else -rows)

    def move_to_top(self) -> None:
        """Go to the first row."""
        if not self.total:
            super().move_to_top()
        self.put_cursor(0)

    def move_to_bottom(self) -> None:
        """Go to the last row."""
        if not self.total:
            super().move_to_bottom()
        self.put_cursor(self.total - 1)

    def put_cursor(self, number: int) -> None:
        """Put the cursor on a row."""
        number = max(0, min(number, self.total - 1))
        if number == self.cursor:
            return
        before, self.cursor = self.cursor, number
        if not self._bring_cursor():
            self._redraw_row(before)
            self._redraw_row(number)
        self._read_around(number)
        self._moved()

    def _bring_cursor(self) -> bool:
        """Bring the whole row into sight; say whether the window moved."""
        height, top = self.setter.height, self.top
        shown = max(1, self.page // height)
        first = -(-self.top // height)
        if self.cursor < first:
            first = self.cursor
        elif self.cursor >= first + shown:
            first = self.cursor - shown + 1
        self.top = max(0, first * height)
        if self.top != top:
            self.set_anew()
            return True
        return False

    def _redraw_row(self, number: int) -> None:
        height = self.setter.height
        self.redraw_lines(number * height, height)

    def _moved(self) -> None:
        self.post_message(self.Moved(self.cursor))
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(REST_S, self._rested)

    def _rested(self) -> None:
        self._rest = None
        self._read_around(self.cursor)
        if (row := self.row) is not None:
            self.post_message(self.Rested(row))

    def _read_around(self, number: int) -> None:
        """Have the leaves near a row read, the one beyond the window included."""
        if self._cache is None or not self.total:
            return
        cache = self._cache
        ahead = max(LEAF // 2, self.page // self.setter.height)
        for leaf in cache.missing(number - ahead, number + ahead):
            work = partial(self._read, cache, leaf)
            self.run_worker(work, thread=True, group="rows", exit_on_error=False)

    def _read(self, cache: RowCache, leaf: int) -> None:
        """Read a leaf; in a thread of its own."""
        try:
            rows = cache.read(leaf)
        except ArchiveError as error:
            cache.fail(leaf)
            self.post_message(self.Failed(error))
            return
        self.app.call_from_thread(self._keep, cache, leaf, rows)

    def _keep(self, cache: RowCache, leaf: int, rows: Sequence[Row]) -> None:
        was_awaited = self.row is None and self._rest is None
        cache.keep(leaf, rows)
        if cache is not self._cache:
            return
        height = self.setter.height
        self.redraw_lines(leaf * LEAF * height, LEAF * height)
        if was_awaited and self.row is not None:
            self._rested()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        del event
        self._bring_cursor()
