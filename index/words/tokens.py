"""Cut text into words; offsets are kept, nothing is dropped as too common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.words.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

_APOSTROPHE = "['’ʼ]"


def _pattern(first: str, letter: str, run: str, more: str) -> re.Pattern[str]:
    # First the abbreviation with its possessive (U.S, p.m, U.S.'s), then a run of
    # letters and digits with inner apostrophes, or points and commas between digits.
    return re.compile(
        rf"{first}(?:\.{letter})+(?!{more})"
        rf"(?:\.?{_APOSTROPHE}[sS](?!{more}))?"
        rf"|{run}"
        rf"(?>(?:(?:{_APOSTROPHE}|(?<=\d)[.,](?=\d)){run})*)"
    )


# Unicode counts ʼ among the letters; here it is the apostrophe that it looks like.
_LETTER, _ALPHANUMERIC = r"[^\W\d_ʼ]", r"[^\W_ʼ]"
# Most letters have no point behind them, which is seen sooner than what is in front.
_PLAIN = _pattern(
    rf"{_LETTER}(?=\.)(?<!{_ALPHANUMERIC}.)",
    _LETTER,
    rf"{_ALPHANUMERIC}++",
    _ALPHANUMERIC,
)
# The same words in half the time: most are letters of ASCII and nothing else, and air
# that is taken along need not be searched for the next word.
_LISTED = re.compile(
    rf"([A-Za-z]{{2,}}+(?![^\W_]|['’])|{_PLAIN.pattern})[\W_]*+",
)
_MARKED_LETTER = rf"(?:{_LETTER}[{MARKS}]*+)"
_MORE = rf"(?:{_ALPHANUMERIC}|[{MARKS}])"
# Possessive (*+), or a mark could be left behind to let the abbreviation end there.
# Only single characters are repeated so: for groups, Python before 3.11.5 goes wrong
# (its issue 106052), and an atomic group does the same.
_MARKED = _pattern(
    rf"(?<!{_MORE}){_MARKED_LETTER}",
    _MARKED_LETTER,
    rf"(?>(?:{_ALPHANUMERIC}[{MARKS}]*+)+)",
    _MORE,
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
    """Give the words without their places; much faster than `find_words`."""
    pattern = _pattern_for(text)
    return (_LISTED if pattern is _PLAIN else pattern).findall(text)
