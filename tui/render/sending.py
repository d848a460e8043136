"""Send changed cells instead of regions, where Textual is the one we know."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App, ReturnType

from tui.render.frames import Frame, cells_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console, RenderableType
    from textual.screen import Screen

    from tui.render.frames import Cell, Row

_COLOURS = {"256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.EIGHT_BIT}
"""Our colours lie on the cube of 256: the shorter codes say the same."""


def is_known() -> bool:
    """Say whether this Textual draws by the private parts that we take it to have."""
    display = _names(App._display)  # noqa: SLF001 - the private part in question
    return (
        display == ("self", "screen", "renderable")
        and _names(ChopsUpdate.__init__)[1:] == ("chops", "spans", "chop_ends")
        and _names(LayoutUpdate.__init__)[1:] == ("strips", "region")
    )


def _names(function: Callable[..., object]) -> tuple[str, ...]:
    code = function.__code__
    return code.co_varnames[: code.co_argcount]


class _Drawn(CompositorUpdate):
    """Bytes that are ready to be sent."""

    def __init__(self, drawn: str) -> None:
        self._drawn = drawn

    def render_segments(self, console: Console) -> str:
        """Give them."""
        del console
        return self._drawn


class ChangedCells(App[ReturnType]):
    """An app that sends only what differs from what the terminal shows.

    Stock output is kept when this Textual is unknown to us, or when it is asked for.
    """

    stock_output = False

    def __init__(self, *, stock_output: bool = False) -> None:
        # The palettes name the very colours that are meant; nothing translates them.
        super().__init__(ansi_color=True)
        self._frame = Frame()
        self.stock_output = stock_output or not is_known()

    def forget_frame(self) -> None:
        """Send everything next time: something else has used the terminal."""
        self._frame.forget()

    def _display(
        self, screen: Screen[object], renderable: RenderableType | None
    ) -> None:
        is_stock = self.stock_output or self.is_headless or self._batch_count
        if is_stock or not isinstance(renderable, ChopsUpdate | LayoutUpdate):
            if renderable is not None and not self._batch_count:
                self._frame.forget()
            super()._display(screen, renderable)
            return
        width, height = self.size
        if (self._frame.width, self._frame.height) != (width, height):
            self._frame.forget(width, height)
        rows = self._rows(renderable)
        colours = _COLOURS.get(self.console.color_system or "", ColorSystem.STANDARD)
        drawn = self._frame.change(rows, colours)
        if drawn or self.cursor_position != self._previous_cursor_position:
            super()._display(screen, cast("RenderableType", _Drawn(drawn)))
        else:
            self.post_display_hook()

    def _rows(self, update: ChopsUpdate | LayoutUpdate) -> dict[int, Row]:
        """Give the rows that an update touches, as they are to be."""
        rows: dict[int, Row] = {}
        frame = self._frame

        def put(x: int, y: int, cells: list[Cell], start: int, end: int) -> None:
            if not 0 <= y < frame.height:
                return
            row = rows.setdefault(y, frame.rows[y][:])
            start, end = max(start, x), min(end, x + len(cells), frame.width)
            row[start:end] = cells[start - x : end - x]

        if isinstance(update, LayoutUpdate):
            x, y = update.region.offset
            for number, strips in enumerate(update.strips):
                cells = cells_of(segment for strip in strips for segment in strip)
                put(x, y + number, cells, x, frame.width)
            return rows
        for y, x1, x2 in update.spans:
            ends = update.chop_ends[y]
            for end, (x, strip) in zip(ends, update.chops[y].items(), strict=False):
                if strip is not None and x <= x2 and end > x1:
                    put(x, y, cells_of(strip), x1, min(end, x2))
        return rows
