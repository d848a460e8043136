"""Paragraphs: lines as they stand, or lines that a typewriter's margin broke."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from index.ingest.lines import Line, lines_of

_WIDEST_MARGIN = 120
_FEWEST_PAIRS = 3


class Paragraph(NamedTuple):
    """A run of text that belongs together; it may span lines."""

    start: int
    end: int
    words: str
    apart: bool
    """A blank line stands before it."""
    lines: int = 1


def paragraphs_of(text: str) -> list[Paragraph]:
    """Give the paragraphs of a text, hard-wrapped lines joined by their places."""
    lines = lines_of(text)
    margin = _margin(lines)
    if margin is None:
        return [Paragraph(*line[:4]) for line in lines]
    return _joined(text, lines, margin)


def _margin(lines: list[Line]) -> int | None:
    """Give the width at which the lines were broken, or None if they were not."""
    # A pair is a line and the one right below it.
    pairs = [(a, b) for a, b in pairwise(lines) if not b.apart]
    if len(pairs) < _FEWEST_PAIRS:
        return None
    widths = sorted(line.width for line, _ in pairs)
    margin = widths[(len(widths) - 1) * 95 // 100]
    if margin > _WIDEST_MARGIN:
        return None
    full = [below for line, below in pairs if _is_full(line, below, margin)]
    running = sum(below.words[0].islower() for below in full)
    # Lists and transcripts have short lines too, but their lines start afresh.
    wrapped = len(full) * 2 > len(pairs) and running * 4 > len(full)
    return margin if wrapped else None


def _is_full(line: Line, below: Line, margin: int) -> bool:
    """Say whether the first word of the line below had no room on this one."""
    first_word = below.words.split(None, 1)[0]
    return line.width + 1 + len(first_word) > margin


def _joined(text: str, lines: list[Line], margin: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    run: list[Line] = []
    for line in lines:
        if run and not _continues(run, line, margin):
            found.append(_paragraph(text, run))
            run = []
        run.append(line)
    if run:
        found.append(_paragraph(text, run))
    return found


def _continues(run: list[Line], line: Line, margin: int) -> bool:
    above = run[-1]
    if line.apart or not _is_full(above, line, margin):
        return False
    # An indented line opens a paragraph.
    return line.indent <= above.indent


def _paragraph(text: str, run: list[Line]) -> Paragraph:
    start, end = run[0].start, run[-1].end
    return Paragraph(start, end, text[start:end], run[0].apart, len(run))
