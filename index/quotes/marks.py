"""Quotation marks: where quoted passages begin and end in a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# One class of characters stands first, so that the search can jump to the next mark.
DOUBLE = re.compile("[“”„«»\"＂`'](?:(?<=[“”„«»\"＂])|(?<=`)`|(?<=')')")
_SINGLE = re.compile("''|['‘’‚]")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")
_ELISION = re.compile(
    r"(?:em|tis|twas|til|till|cause|bout|round|n|cuz|\d0s|\d\d)\b", re.IGNORECASE
)
_AFTER_CLOSE = frozenset(' \t\n\r\u00a0,.;:!?)]}…—–-/"”')
_AFTER_DOUBLED = frozenset("'‘’.…[($£€")
_SPEECH_END = frozenset(",.?!…")
_BEFORE_OPEN = frozenset(' \t\n\r\u00a0([{—–-/:;"“')


class Passage(NamedTuple):
    """Quoted words: `start` and `end` inside the marks, `left` and `right` outside."""

    start: int
    end: int
    left: int
    right: int
    closed: bool
    """False when the paragraph ends before the quotation does."""


class _Mark(NamedTuple):
    """One quotation mark and what it can do here."""

    start: int
    end: int
    opens: bool
    closes: bool
    ends: int = 1
    """How many quotations it closes: two apostrophes end one inside another."""


def double_passages(text: str, start: int, end: int) -> list[Passage]:
    """Find what stands between double marks in text[start:end]."""
    marks = list(_double_marks(text, start, end))
    if not marks:
        return []
    # „low“ quotation closes with the mark that opens an English one.
    low = any(text[mark.start] == "„" for mark in marks)
    if low:
        marks = [_german(text, mark) for mark in marks]
    sure = sum(mark.opens and not mark.closes for mark in marks)
    nests = sure > 0 and sure == sum(mark.closes and not mark.opens for mark in marks)
    return _pair(text, marks, end, nests=nests)


def single_passages(text: str, start: int, end: int) -> list[Passage]:
    """Find what stands between single marks; an apostrophe is none."""
    marks = [
        mark
        for match in _SINGLE.finditer(text, start, end)
        if (mark := _single_mark(text, match.start(), match.end(), start, end))
    ]
    marks = _without_plural_owners(text, marks)
    nested = _pair(text, marks, end, nests=True)
    if all(passage.closed for passage in nested):
        return nested
    flat = _pair(text, marks, end, nests=False)
    opened = not text[start : nested[-1].left].strip()
    return nested if opened or len(flat) == len(nested) else flat


def _double_marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    opened = False
    for match in DOUBLE.finditer(text, start, end):
        glyph, at = match.group(), match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if glyph == "“" and before in _SPEECH_END and not after.strip():
            # Some stories close with the mark that opens.
            yield _Mark(at, match.end(), opens=False, closes=True)
        elif (
            (glyph == "”" and not before.strip() and after.isalpha())
            or glyph in _OPENS
            or glyph == "``"
        ):
            yield _Mark(at, match.end(), opens=True, closes=False)
        elif glyph == "''":
            yield _doubled_apostrophe(text, at, start, end)
        elif glyph in _CLOSES:
            yield _Mark(at, match.end(), opens=False, closes=True)
        elif opened or not _measures(text, at, start, end):
            yield _Mark(at, match.end(), opens=True, closes=True)
            opened = not opened


def _doubled_apostrophe(text: str, at: int, start: int, end: int) -> _Mark:
    """Read two apostrophes, as databases of newspapers write a quotation mark."""
    right = at + 2
    before, after = text[at - 1 : at], text[right : min(right + 1, end)]
    opens = (at == start or before in _BEFORE_OPEN) and (
        after.isalnum() or after in _AFTER_DOUBLED
    )
    if opens and "``" not in text[start:at] and _is_answered(text, at, start, end):
        return _Mark(at, right, opens=True, closes=False)
    # Of three, the first ends the quotation inside this one.
    third = int(after == "'")
    return _Mark(at + third, right + third, opens=False, closes=True)


def _is_answered(text: str, at: int, start: int, end: int) -> bool:
    """Say whether the next mark closes; without any, a whole paragraph is quoted."""
    following = DOUBLE.search(text, at + 2, end)
    if following is None:
        return not text[start:at].strip()
    return not text[following.start() - 1].isspace()


def _measures(text: str, at: int, start: int, end: int) -> bool:
    """Say whether a mark after a digit measures: 6'2" tall, a 12" record."""
    after_digit = at > start and text[at - 1].isdigit()
    return after_digit and at + 1 < end and not text[at + 1].isalnum()


def _german(text: str, mark: _Mark) -> _Mark:
    if text[mark.start] == "“":
        return _Mark(mark.start, mark.end, opens=False, closes=True)
    return mark


def _single_mark(text: str, at: int, right: int, start: int, end: int) -> _Mark | None:
    before = text[at - 1] if at > start else " "
    after = text[right] if right < end else " "
    if text[at] in "‘‚":
        return _Mark(at, right, opens=True, closes=False)
    opens = before in _BEFORE_OPEN and not after.isspace()
    if opens and _ELISION.match(text, right, end):
        return None
    if opens and after not in ".,;:?!)":
        # A curly apostrophe that opens a word stands for letters left out.
        return _Mark(at, right, opens=True, closes=False) if text[at] == "'" else None
    if not before.isspace() and after in _AFTER_CLOSE:
        return _Mark(at, right, opens=False, closes=True, ends=right - at)
    return None


def _without_plural_owners(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Drop the apostrophe of "the students' union" inside a longer quotation."""
    kept = []
    for i, mark in enumerate(marks):
        owner = mark.closes and text[mark.start - 1 : mark.start] in {"s", "S"}
        follows = i + 1 < len(marks) and marks[i + 1].closes
        if not (owner and follows and text[mark.end : mark.end + 1] == " "):
            kept.append(mark)
    return kept


def _pair(text: str, marks: list[_Mark], end: int, *, nests: bool) -> list[Passage]:
    """Match openers with closers by position, since glyphs mix within a story."""
    found: list[Passage] = []
    opener: _Mark | None = None
    depth = 0
    for mark in marks:
        if opener is None:
            opener, depth = (mark, 1) if mark.opens else (None, 0)
        elif mark.opens and not mark.closes and nests:
            depth += 1
        elif mark.opens and not mark.closes:
            found.append(_passage(text, opener, mark.start, mark.start, closed=True))
            opener = mark
        else:
            depth = depth - mark.ends if mark.closes and not mark.opens else 0
            if depth <= 0:
                inside = _passage(text, opener, mark.start, mark.end, closed=True)
                found.append(inside)
                opener = None
    # A mark between blanks opens nothing that it does not close.
    if opener is not None and not text[opener.end : opener.end + 1].isspace():
        found.append(_passage(text, opener, end, end, closed=False))
    return [passage for passage in found if passage.start < passage.end]


def _passage(
    text: str, opener: _Mark, end: int, right: int, *, closed: bool
) -> Passage:
    start = opener.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Passage(start, end, opener.start, right, closed)
