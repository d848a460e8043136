"""Cut text into words; offsets are kept, nothing is dropped as too common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.words.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

_APOSTROPHE = "['’ʼ]"


def _pattern(letter: str, alphanumeric: str, more: str) -> re.Pattern[str]:
    # First the abbreviation with its possessive (U.S, p.m, U.S.'s), then a run of
    # letters and digits with inner apostrophes, or points and commas between digits.
    return re.compile(
        rf"(?<!{more}){letter}(?:\.{letter})+(?!{more})"
        rf"(?:\.?{_APOSTROPHE}[sS](?!{more}))?"
        rf"|{alphanumeric}+"
        rf"(?:(?:{_APOSTROPHE}|(?<=\d)[.,](?=\d)){alphanumeric}+)*"
    )


# Unicode counts ʼ among the letters; here it is the apostrophe that it looks like.
_LETTER, _ALPHANUMERIC = r"[^\W\d_ʼ]", r"[^\W_ʼ]"
_PLAIN = _pattern(_LETTER, _ALPHANUMERIC, _ALPHANUMERIC)
# Possessive (*+), or a mark could be left behind to let the abbreviation end there.
_MARKED = _pattern(
    rf"(?:{_LETTER}[{MARKS}]*+)",
    rf"(?:{_ALPHANUMERIC}[{MARKS}]*+)",
    rf"(?:{_ALPHANUMERIC}|[{MARKS}])",
)
_ANY_MARK = re.compile(f"[{MARKS}]")


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
