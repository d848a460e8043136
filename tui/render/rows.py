"""Rows of the list: a date, an outlet, a title, and the words in context."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from index.archive import ArticleRow, Headline, UtteranceRow
from tui.render.characters import pad
from tui.render.dates import COLUMN, in_list
from tui.render.line import Piece, cut, line, painted
from tui.render.remarks import SIGN
from tui.render.voices import is_doubtful

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.style import Style
    from textual.strip import Strip

    from index.model import Span
    from index.query.hits import Snippet
    from tui.themes import Palette

Row: TypeAlias = Headline | ArticleRow | UtteranceRow


@dataclass(frozen=True, slots=True)
class Marked:
    """What the reader has marked, by the ids of articles."""

    read: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What was written, in the order of its places."""
    is_known: bool = True
    """False until they have been looked up: only their room is kept."""

    def signs(self, id_: str) -> str:
        """Give two cells: ● for unread, ★ for a star."""
        if not self.is_known:
            return "  "
        signs = "●" * (id_ not in self.read) + "★" * (id_ in self.starred)
        return f"{signs:2}"


WIDE = 64
"""From so many cells on, outlet and title share a line."""
_BLANKS = str.maketrans("\n\r\t\v\f\x85\u2028\u2029", "        ")


def headline_of(row: Row) -> Headline:
    """Give the article of a row."""
    return row if isinstance(row, Headline) else row.headline


def row_height(width: int, *, in_context: bool) -> int:
    """Give the lines that each row takes."""
    return (1 if width >= WIDE else 2) + in_context


@dataclass(frozen=True, slots=True)
class RowSetter:
    """Sets rows at one width under one palette."""

    width: int
    palette: Palette
    in_context: bool
    """Whether rows have a line for the words found, or for who said them."""
    marked: Marked | None = None
    """None where nobody's marks are open."""
    of_notes: bool = False
    """Whether rows show what was noted on their articles."""

    @property
    def room(self) -> int:
        """Give the cells of a row, without those that the marks take."""
        return self.width - (self.marked is not None)

    @property
    def height(self) -> int:
        """Give the lines that each row takes."""
        return row_height(self.width, in_context=self.in_context)

    def strips(self, row: Row | None, *, here: bool, focused: bool) -> list[Strip]:
        """Give the lines of a row; of one that is not read yet, empty ones."""
        mark = self._mark(here=here, focused=focused)
        if row is None:
            waiting: list[list[Piece]] = [[("…", self.palette.faint)]]
            return self._set(mark, "", waiting + [[]] * (self.height - 1))
        match row:
            case Headline():
                matter, context = self._title(row, here=here), []
            case ArticleRow(headline=headline, snippet=words):
                matter = self._title(headline, here=here)
                context = self._notes(headline.id) or self._context(words)
            case UtteranceRow():
                matter = self._utterance(row, here=here)
                context = self._speaker(row)
        lines = self._lines(headline_of(row), matter, context)
        return self._set(mark, headline_of(row).id, lines)

    def _mark(self, *, here: bool, focused: bool) -> Piece:
        if not here:
            return (" ", self.palette.text)
        return ("▌", self.palette.accent if focused else self.palette.dim)

    def _lines(
        self, headline: Headline, matter: list[Piece], context: list[Piece]
    ) -> list[list[Piece]]:
        palette = self.palette
        date = (pad(in_list(headline.date), COLUMN), palette.dim)
        outlet = headline.outlet or "unknown outlet"
        style = palette.dim if headline.outlet else palette.faint
        if self.width < WIDE:
            first: list[Piece] = [date, (" " + outlet, style)]
            rows = [first, matter]
            return [*rows, context] if self.in_context else rows
        column = 13 if self.width < 72 else 16
        first = [date, (" " + pad(outlet, column) + "  ", style), *matter]
        indent: Piece = (" " * (COLUMN + 1), palette.text)
        return [first, [indent, *context]] if self.in_context else [first]

    def _set(
        self, mark: Piece, id_: str, lines: Sequence[Sequence[Piece]]
    ) -> list[Strip]:
        ground = self.palette.text
        inner = self.room - 3
        signs = self.marked.signs(id_) if self.marked and id_ else ""
        blank = " " * (self.width - inner - 2)
        strips = []
        for number, pieces in enumerate(lines):
            body = line(cut(pieces, inner), inner, ground)
            sign = (signs or blank if number == 0 else blank, self.palette.accent)
            parts = [mark, sign, *((s.text, s.style or ground) for s in body)]
            strips.append(line(parts, self.width, ground))
        return strips

    def _title(self, headline: Headline, *, here: bool) -> list[Piece]:
        palette = self.palette
        title = headline.title or headline.path
        if headline.title_made_up:
            style = palette.made_up + palette.strong if here else palette.made_up
            return [(f"‹{_flat(title)}›", style)]
        return [(_flat(title), palette.strong if here else palette.text)]

    def _notes(self, id_: str) -> list[Piece]:
        """Give what was noted on an article, where that is what is asked for."""
        if self.marked is None or not self.of_notes:
            return []
        written = self.marked.notes.get(id_, ())
        said: Piece = (" · ".join(map(_flat, written)), self.palette.text)
        return [(f"{SIGN} ", self.palette.accent), said] if written else []

    def _context(self, words: Snippet) -> list[Piece]:
        """Give the words around the first hit, so that it stands in sight."""
        room = self.room - COLUMN - 6 if self.width >= WIDE else self.room - 3
        return self._windowed(words.text, words.spans, self.palette.dim, room)

    def _windowed(
        self, text: str, spans: Sequence[Span], base: Style, room: int
    ) -> list[Piece]:
        """Give words, without some at the beginning if the first hit is far off."""
        pieces = self._words(text, spans, base)
        if not spans or spans[0].end <= room - 2:
            return pieces
        start = text.rfind(" ", 0, max(0, spans[0].start - room // 3)) + 1
        return [("… ", self.palette.faint), *_from(pieces, start)] if start else pieces

    def _utterance(self, row: UtteranceRow, *, here: bool) -> list[Piece]:
        style = self.palette.strong if here else self.palette.text
        words = _flat(row.text)
        spans = row.snippet.spans if _flat(row.snippet.text) == words else ()
        room = self.room - 35 if self.width >= WIDE else self.room - 6
        pieces = self._windowed(words, spans, style, room)
        if row.quote.kind.value == "indirect":
            return pieces
        return [("“", style), *pieces, ("”", style)]

    def _speaker(self, row: UtteranceRow) -> list[Piece]:
        palette = self.palette
        name = row.quote.speaker or "unknown"
        doubt = "?" if is_doubtful(row.quote) else ""
        is_corrected = row.quote.is_corrected
        said = " · by hand" if is_corrected else f" · {row.quote.confidence:.2f}"
        if row.quote.kind.value == "indirect":
            said += " · reported"
        title = headline_of(row).title
        return [
            (_flat(name) + doubt, palette.text),
            (said, palette.dim),
            (f" · {_flat(title)}" if title else "", palette.faint),
        ]

    def _words(self, text: str, spans: Sequence[Span], base: Style) -> list[Piece]:
        """Give words with the hits among them set off."""
        styles = [base] * len(text)
        for span in spans:
            length = min(span.end, len(text)) - span.start
            styles[span.start : span.end] = [self.palette.accent] * max(0, length)
        return painted(_flat(text), styles)


def _from(pieces: Sequence[Piece], start: int) -> Iterator[Piece]:
    """Leave out so many characters at the beginning."""
    for text, style in pieces:
        if start < len(text):
            yield text[start:], style
        start = max(0, start - len(text))


def _flat(text: str) -> str:
    return text.translate(_BLANKS)
