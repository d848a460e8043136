"""Cut text into words; offsets are kept, nothing is dropped as too common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Marks that belong to the letter before them: combining accents, Hebrew and Arabic
# points, Indic and South-East Asian vowel signs, soft hyphens and joiners. Python's
# \w knows none of them, so texts that hold one take the slower pattern.
_MARK = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a51\u0abc-\u0acd"
    "\u0b3c-\u0b57\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3b-\u0d4d\u0dca-\u0ddf"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd\u102b-\u103e"
    "\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe20-\ufe2f"
)


def _pattern(letter: str, letter_or_digit: str) -> re.Pattern[str]:
    # First the abbreviation (U.S, p.m), then a run of letters and digits with inner
    # apostrophes, or points and commas between digits.
    return re.compile(
        rf"(?<![^\W_]){letter}(?:\.{letter})+(?![^\W_])"
        rf"|{letter_or_digit}+"
        rf"(?:(?:['’ʼ]|(?<=\d)[.,](?=\d)){letter_or_digit}+)*"
    )


_PLAIN = _pattern(r"[^\W\d_]", r"[^\W_]")
_MARKED = _pattern(rf"(?:[^\W\d_][{_MARK}]*)", rf"(?:[^\W_][{_MARK}]*)")
_ANY_MARK = re.compile(f"[{_MARK}]")


def _pattern_for(text: str) -> re.Pattern[str]:
    if text.isascii() or not _ANY_MARK.search(text):
        return _PLAIN
    return _MARKED


def find_words(text: str) -> Iterator[re.Match[str]]:
    """Yield each word of the text, as it is written there."""
    return _pattern_for(text).finditer(text)


def list_words(text: str) -> list[str]:
    """Give the words without their places; twice as fast as `find_words`."""
    return _pattern_for(text).findall(text)
