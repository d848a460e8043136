"""Break a stretch of text into lines of so many cells, lazily and by offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.characters import TAB_STOP, is_even, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKS = " \t\n\r\x0b\x0c\x85\u2028\u2029"


def wrap(text: str, start: int, end: int, cells: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each line; white space at a break belongs to no line.

    Nothing is measured that is not asked for: a single line of 20 MB is no matter.
    """
    at = _past_space(text, start, end)
    while at < end:
        stop = _line_end(text, at, end, cells)
        yield at, _before_space(text, at, stop)
        at = _past_space(text, stop, end)


def _line_end(text: str, start: int, end: int, cells: int) -> int:
    """Give where the line that begins here must end."""
    if not is_even(text, start, min(end, start + cells + 1)):
        return _uneven_end(text, start, end, cells)
    if end - start <= cells:
        return end
    stop = start + cells + 1
    space = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop))
    return space if space > start else start + cells


def _uneven_end(text: str, start: int, end: int, cells: int) -> int:
    """Give the end by measuring each character: wide ones, marks, tabs, line breaks."""
    column, space = 0, start
    for at in range(start, end):
        character = text[at]
        if character in _BREAKS:
            space = at
        width = (
            TAB_STOP - column % TAB_STOP if character == "\t" else width_of(character)
        )
        column += width
        if column > cells:
            if character in _BREAKS:
                return at
            return space if space > start else max(at, start + 1)
    return end


def _past_space(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _BREAKS:
        start += 1
    return start


def _before_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _BREAKS:
        end -= 1
    return end
