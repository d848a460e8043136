"""Paragraphs where quotations are looked for, and the passages in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from index.model import Article, ZoneKind
from index.quotes.marks import DOUBLE, Passage, double_passages, single_passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPEAKING: Final = frozenset((ZoneKind.BODY, ZoneKind.HEADING, ZoneKind.TITLE))
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_SINGLE_OPENER: Final = re.compile(r"['‘](?=\w)(?<![^\s(\[—–].)")

_DOUBLED_OPENER: Final = re.compile(r"''(?=\w)(?<![^\s(\[—–]..)")


class Paragraph(NamedTuple):
    """A line of a zone that may speak, with its quotations."""

    start: int
    end: int
    passages: Sequence[Passage]


def paragraphs_of(article: Article, text: str) -> list[Paragraph]:
    """Cut the article into paragraphs and find the passages between marks."""
    spans = list(_spans(article, text))
    marks = [match.start() for match in DOUBLE.finditer(text)]
    if marks:
        paragraphs = [_double(text, span, marks) for span in spans]
        if not _nests_doubles(text, paragraphs):
            return paragraphs
    return _single(text, spans)


def _double(text: str, span: tuple[int, int], marks: Sequence[int]) -> Paragraph:
    start, end = span
    near = bisect_left(marks, start)
    if near == len(marks) or marks[near] >= end:
        return Paragraph(start, end, ())
    return Paragraph(start, end, double_passages(text, start, end))


def _spans(article: Article, text: str) -> Iterator[tuple[int, int]]:
    if not article.zones:
        yield from (match.span() for match in _LINE.finditer(text))
        return
    for zone in article.zones:
        if zone.kind in _SPEAKING:
            end = min(zone.end, len(text))
            for match in _LINE.finditer(text, max(zone.start, 0), end):
                yield match.span()


def _single(text: str, spans: Sequence[tuple[int, int]]) -> list[Paragraph]:
    """Read single marks; one that never closes must open this paragraph or the next."""
    paragraphs = []
    for i, (start, end) in enumerate(spans):
        goes_on = i + 1 < len(spans) and text[spans[i + 1][0]] in "'‘"
        passages = [
            passage
            for passage in single_passages(text, start, end)
            if passage.closed or goes_on or not text[start : passage.left].strip()
        ]
        paragraphs.append(Paragraph(start, end, passages))
    return paragraphs


def _nests_doubles(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether every double mark stands inside single ones, in the British way."""
    quoting = [paragraph for paragraph in paragraphs if paragraph.passages]
    for paragraph in quoting:
        singles = single_passages(text, paragraph.start, paragraph.end)
        starts = [single.start for single in singles]
        for double in paragraph.passages:
            near = bisect_right(starts, double.left) - 1
            if near < 0 or double.right > singles[near].end:
                return False
    openers = len(_SINGLE_OPENER.findall(text))
    if quoting:
        return openers >= len(quoting)
    # Single marks inside doubled apostrophes are quotations of quotations.
    return len(_DOUBLED_OPENER.findall(text)) <= openers // 4
