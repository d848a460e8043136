"""Lines of a text with their places, whatever ends them."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not blank, without the blank space around it."""

    start: int
    end: int
    words: str
    apart: bool
    """A blank line or a page break stands before it."""
    indent: int
    """Blank characters before its first word."""

    @property
    def width(self) -> int:
        """Give the characters from the margin to the last word."""
        return self.indent + self.end - self.start


def lines_of(text: str) -> list[Line]:
    """Give every line that is not blank.

    Lines end as Unicode says: line feed, carriage return, both, form feed, U+2028, ...
    """
    found: list[Line] = []
    at, apart = 0, True
    for whole in text.splitlines(keepends=True):
        words = whole.strip()
        if words:
            indent = len(whole) - len(whole.lstrip())
            start = at + indent
            found.append(Line(start, start + len(words), words, apart, indent))
            apart = whole.endswith("\f")
        else:
            apart = True
        at += len(whole)
    return found
