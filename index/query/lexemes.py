"""Cut the line that was typed into lexemes, each with its place.

What looks like an operator and is none is refused here, so that nothing a reader
meant as an operator is ever searched as a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from index.query.faults import FaultError
from index.query.fields import FIELDS, PREFIXES, compared, unknown_field

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = '"“”„‟«»＂'
"""Quotation marks; each opens, and each closes what another has opened."""

_RUN = re.compile(rf"[^\s()|{MARKS}]+")
_COMPARISON = re.compile(r"(?P<name>[a-z]+)(?P<sign>[<>=]+|[≤≥])(?P<value>.*)")
_NEAR = re.compile(r"[~>][0-9]{1,4}")
_PUNCTUATION = ".,;:!…"


class Kind(Enum):
    """What a lexeme is."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    """`~5` or `>5`; the number may still be missing."""
    TOGETHER = auto()
    """`&s` or `&p`."""
    EVERY = auto()
    SAVED = auto()
    """The name behind an `@`."""
    FIELD = auto()
    """The name before a colon; its value is the next lexeme."""
    RUN = auto()
    """Characters without a space, as they stand."""
    QUOTED = auto()
    """What stands between quotation marks."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the line, from `start` to before `end`."""

    kind: Kind
    text: str
    start: int
    end: int
    closed: bool = True
    """Whether the closing mark of a quotation is there."""


_SINGLE = {"(": Kind.OPEN, ")": Kind.CLOSE, "|": Kind.OR}
_WORDS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}


def cut(line: str) -> list[Lexeme]:
    """Give the lexemes in order; punctuation that stands alone is left out."""
    found: list[Lexeme] = []
    at = 0
    while at < len(line):
        if line[at] in _SINGLE:
            found.append(Lexeme(_SINGLE[line[at]], line[at], at, at + 1))
            at += 1
            if found[-1].kind is Kind.CLOSE:
                _refuse_tail(line, at, inside_field=False)
        elif line[at] in MARKS:
            field = bool(found) and found[-1].kind is Kind.FIELD
            found.append(_quotation(line, at))
            at = found[-1].end
            _refuse_tail(line, at, inside_field=field)
        elif run := _RUN.match(line, at):
            found += _lexemes_of_run(line, run)
            at = run.end()
        else:
            at += 1
    return found


def is_searchable(text: str) -> bool:
    """Say whether anything in it is a letter, a digit or a wildcard."""
    return any(char.isalnum() or char in "*?" for char in text)


def is_one_run(text: str) -> bool:
    """Say whether it is one lexeme, without quotation marks around it."""
    return _RUN.fullmatch(text) is not None


def number_wanted(sign: str) -> str:
    """Say what a sign of nearness needs."""
    return f"Write a number of words after {sign}, from 1: nato {sign}5 peskov"


def _quotation(line: str, start: int) -> Lexeme:
    for end in range(start + 1, len(line)):
        if line[end] in MARKS:
            return Lexeme(Kind.QUOTED, line[start + 1 : end], start, end + 1)
    return Lexeme(Kind.QUOTED, line[start + 1 :], start, len(line), closed=False)


def _refuse_tail(line: str, at: int, *, inside_field: bool) -> None:
    """Refuse what is glued behind a closing mark: `"red line"~5`, `(a)-b`."""
    run = _RUN.match(line, at)
    if run is None or not is_searchable(run.group()):
        return
    if run.group()[0] in "~>":
        raise FaultError(
            "Nearness stands between two words, with a space on each side: red ~5 line",
            at,
        )
    if inside_field or run.group()[0] in "-&":
        raise FaultError("Put a space here, after the closing mark.", at)


def _lexemes_of_run(line: str, run: re.Match[str]) -> Iterator[Lexeme]:
    start, end = run.span()
    followed = line[end : end + 1]
    glued = bool(followed) and followed in MARKS + "("
    if not is_searchable(run.group()) and not glued and run.group()[0] not in "~>":
        return
    while start < end and line[start] == "-":
        yield Lexeme(Kind.NOT, "-", start, start + 1)
        start += 1
    rest = line[start:end]
    if rest in _WORDS:
        yield Lexeme(_WORDS[rest], rest, start, end)
    elif rest[:1] and rest[0] in "~>&":
        yield from _relation(rest, start)
    elif rest.rstrip(_PUNCTUATION) == "*":
        yield Lexeme(Kind.EVERY, "*", start, end)
    elif rest.startswith("@") and is_searchable(rest):
        yield Lexeme(Kind.SAVED, rest[1:].rstrip(_PUNCTUATION), start, end)
    elif ":" in rest:
        yield from _field(rest, start, glued=glued)
    elif rest:
        _refuse_comparison(rest, start)
        _refuse_prefix(rest, start, before_mark=glued and followed != "(")
        if is_searchable(rest):
            yield Lexeme(Kind.RUN, rest, start, end)


def _relation(rest: str, start: int) -> Iterator[Lexeme]:
    end = start + len(rest)
    if _NEAR.fullmatch(rest) or rest in ("~", ">"):
        yield Lexeme(Kind.NEAR, rest, start, end)
    elif rest in ("&s", "&p"):
        yield Lexeme(Kind.TOGETHER, rest[1], start, end)
    elif rest[0] == "&" and is_searchable(rest):
        raise FaultError("Write &s for one sentence or &p for one paragraph.", start)
    elif rest[0] != "&":
        raise FaultError(number_wanted(rest[0]), start)


def _field(rest: str, start: int, *, glued: bool) -> Iterator[Lexeme]:
    name, _, value = rest.partition(":")
    colon = start + len(name) + 1
    if name in FIELDS:
        if not value and not glued:
            raise FaultError(
                f"Write a value directly after {name}: (no space).", colon - 1
            )
        if value and glued and name not in PREFIXES:
            raise FaultError(
                f"Put the whole value of {name}: in quotation marks.", colon
            )
        yield Lexeme(Kind.FIELD, name, start, colon)
        if value:
            yield Lexeme(Kind.RUN, value, colon, start + len(rest))
    elif is_searchable(value) or (glued and not value):
        raise FaultError(unknown_field(name, value), start)
    elif is_searchable(name):
        # A colon before a space is a headline's: Moscow: talks fail.
        yield Lexeme(Kind.RUN, rest, start, start + len(rest))


def _refuse_comparison(rest: str, start: int) -> None:
    """Refuse `conf<0.5`: a field is compared in a form of its own."""
    found = _COMPARISON.fullmatch(rest)
    if found and found["name"] in FIELDS:
        raise FaultError(compared(*found.groups()), start + found.start("sign"))


def _refuse_prefix(rest: str, start: int, *, before_mark: bool) -> None:
    if rest[0] in "!–—−" and (before_mark or rest[1:2].isalnum()):
        raise FaultError(
            f"Write - to exclude a word, or put a space after {rest[0]}", start
        )
    if rest[-1] == "=" and before_mark:
        raise FaultError(
            'Write = before each word inside the marks: "=Red =Line"', start
        )
    if rest[-1] == "@" and before_mark:
        raise FaultError("Write the name of a saved search without marks.", start)
