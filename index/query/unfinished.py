"""Finish a line that is still being typed, so that it can be searched at every key."""

from __future__ import annotations

from index.query.fields import NAMES, PREFIXES
from index.query.lexemes import Kind, Lexeme, cut, is_searchable
from index.words import find_words, fold

_SIGNS = (Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR, Kind.TOGETHER, Kind.OPEN)
_WORDED = (*NAMES, "by", "about", "quote")


def finish(line: str) -> str:
    """Give the line as it is searched.

    The last word, if nothing stands behind it, becomes a pattern: kyi is kyi*. Signs
    that wait for a word are left off; open marks and parentheses are closed.
    """
    typed, lexemes = len(line), cut(line)
    while lexemes and (length := _waiting(lexemes)):
        line = line[: lexemes[-length].start]
        del lexemes[-length:]
    if not lexemes:
        return line
    if not lexemes[-1].closed:
        line += '"'
    elif lexemes[-1].end == typed:
        line = _with_pattern(line, lexemes)
    return line + ")" * _open_parentheses(lexemes)


def _waiting(lexemes: list[Lexeme]) -> int:
    """Count the lexemes at the end that wait for what has not been typed yet."""
    last = lexemes[-1]
    if last.kind in _SIGNS or (not last.closed and not is_searchable(last.text)):
        return 2 if _field_before(lexemes) else 1
    return 2 if _field_before(lexemes) in PREFIXES else 0


def _field_before(lexemes: list[Lexeme]) -> str | None:
    before = lexemes[-2] if len(lexemes) > 1 else None
    if before is None or before.kind is not Kind.FIELD:
        return None
    return before.text


def _with_pattern(line: str, lexemes: list[Lexeme]) -> str:
    last, field = lexemes[-1], _field_before(lexemes)
    if last.kind is not Kind.RUN or (field and field not in _WORDED):
        return line
    words = list(find_words(last.text))
    plain = all(char not in "=~*?:" for char in last.text)
    if not plain or not words or words[-1].end() != len(last.text):
        return line
    # Folded first: behind U.S or Kiev's a star would belong to other words.
    word = words[-1]
    return f"{line[: last.start + word.start()]}{fold(word.group())}*"


def _open_parentheses(lexemes: list[Lexeme]) -> int:
    kinds = [lexeme.kind for lexeme in lexemes]
    return max(0, kinds.count(Kind.OPEN) - kinds.count(Kind.CLOSE))
