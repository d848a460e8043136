"""An article set in lines, as far as anybody has looked: long ones are set in steps."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from index.model import ZoneKind
from tui.render.blocks import MATTER, blocks
from tui.render.dates import dateline
from tui.render.facts import enumerated
from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.model import Clipping

MARGIN = 12
"""Cells for the speaker's name, the mark and the air around them."""
NARROW_MARGIN = 11
LONGEST = 72
"""No line of text is longer than this many cells, unless the user says so."""
_STEP = 2_000


class Line(NamedTuple):
    """One line of the page: a stretch of the text, or words of our own."""

    start: int
    end: int
    kind: ZoneKind | None
    """None for air and for words of our own."""
    words: str = ""
    own: int | None = None
    """Of the first line of what the reader has kept: which."""


class Galley:
    """The lines of one clipping at one width."""

    def __init__(
        self,
        clipping: Clipping,
        width: int,
        longest: int = LONGEST,
        own: Sequence[str] = (),
    ) -> None:
        """Set a clipping; `own` is what the reader has kept of it."""
        self.clipping = clipping
        self._remarks = own
        self.width = width
        self.margin = MARGIN if width >= 70 else NARROW_MARGIN
        self.cells = max(16, min(longest, width - self.margin - 2))
        self.left = max(0, (width - self.margin - self.cells - 2) // 2)
        """Air that centres the column on a wide page."""
        self.lines: list[Line] = list(self._head())
        self.head = len(self.lines)
        self.is_whole = False
        self._starts: list[int] = []
        self._rest = self._body()

    def set_more(self, lines: int = _STEP) -> bool:
        """Set so many lines more; say whether the article is whole now."""
        more = list(islice(self._rest, lines))
        self.lines += more
        self._starts += [line.start for line in more]
        self.is_whole = self.is_whole or len(more) < lines
        return self.is_whole

    def set_to(self, line: int) -> None:
        """Set enough lines to show this one."""
        while len(self.lines) <= line and not self.set_more():
            pass

    def line_of(self, offset: int) -> int:
        """Give the line that shows this character, as far as lines are set."""
        for number, line in enumerate(self.lines[: self.head]):
            if line.kind and line.start <= offset < line.end:
                return number
        while not self.is_whole and (not self._starts or self._starts[-1] < offset):
            self.set_more()
        return self.head + max(0, bisect_right(self._starts, offset) - 1)

    def share(self, line: int) -> float:
        """Say how much of the text stands above the end of this line, from 0 to 1."""
        last = len(self.lines) - 1
        if not self.lines or (self.is_whole and line >= last):
            return 1.0
        length = len(self.clipping.article.text)
        return self.lines[min(line, last)].end / length if length else 1.0

    def _head(self) -> Iterator[Line]:
        """Set the title, and under it what is known of the article."""
        article = self.clipping.article
        title = article.title
        yield _AIR
        if title and title.span and not article.title_made_up:
            span = title.span
            for start, end in wrap(article.text, span.start, span.end, self.cells):
                yield Line(start, end, ZoneKind.TITLE)
        elif title and not article.title_made_up:
            yield from self._own(title.value, ZoneKind.TITLE)
        names = [article.outlet.value if article.outlet else "unknown outlet"]
        if article.authors:
            names.append(f"by {enumerated([a.value for a in article.authors])}")
        yield from self._own(" · ".join([names[0], dateline(article), *names[1:]]))
        for number, words in enumerate(self._remarks):
            first, *others = self._own(words)
            yield first._replace(own=number)
            yield from others

    def _own(self, words: str, kind: ZoneKind | None = None) -> Iterator[Line]:
        for start, end in wrap(words, 0, len(words), self.cells):
            yield Line(0, 0, kind, words[start:end])

    def _body(self) -> Iterator[Line]:
        """Set block after block; matter has air around it, the rest stands close."""
        text = self.clipping.article.text
        before: ZoneKind | None = ZoneKind.DATE
        for block in blocks(self.clipping.article):
            if before and (before in MATTER or block.kind in MATTER):
                yield Line(block.start, block.start, None)
            for start, end in wrap(text, block.start, block.end, self.cells):
                yield Line(start, end, block.kind)
            before = block.kind


_AIR = Line(0, 0, None)
