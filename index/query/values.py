"""Turn a field's name and its value into a node."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from index.model import QuoteKind
from index.query.dates import read_after, read_before, read_dates
from index.query.faults import FaultError
from index.query.lexemes import Kind, Lexeme
from index.query.nodes import (
    About,
    And,
    Attribute,
    By,
    Confidence,
    Date,
    Field,
    InArticle,
    Negated,
    Not,
    Or,
    Query,
    Raw,
    Said,
    State,
    StateName,
    Text,
    Undated,
)
from index.query.nodes import Kind as Reported
from index.query.rewrite import joined
from index.query.terms import read_quotation, read_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from index.query.operands import Operand, Sought

GROUPED = ("about", "quote")
"""Fields that parentheses may follow."""

_Value = TypeVar("_Value", bound=str)

_COUNT = re.compile(r"[0-9]{1,6}")
_SURENESS = re.compile(r"0?\.[0-9]+|[01](\.0+)?")
_STATES: tuple[StateName, ...] = (
    "unread",
    "read",
    "starred",
    "undated",
    "noted",
    "new",
)


def one_value(name: str) -> str:
    """Say that parentheses cannot follow this field, and the way out."""
    return f"{name}: takes one word or phrase; name it for each: ({name}:a | {name}:b)"


def read_field(name: Lexeme, value: Lexeme, today: date) -> Query:
    """Read any field that takes a value and stands for itself."""
    text, at = value.text, value.start + (value.kind is Kind.QUOTED)
    match name.text:
        case "title" | "outlet" | "author" | "tag" as field:
            return Field(field, _operand(value))
        case "path" | "url" | "id" | "lang" as field:
            return Attribute(field, _substring(value, at))
        case "by" | "about" | "quote" as field:
            return _OF_UTTERANCES[field](_operand(value))
        case "is" | "kind" | "neg" | "conf" as field:
            return _choice(field, text, at)
        case field:
            return _dates(field, text, at, today)


def _dates(name: str, text: str, at: int, today: date) -> Date:
    match name:
        case "date" | "published" | "event" | "added" as field:
            return read_dates(field, text, at, today)
        case "before":
            return read_before(text, at, today)
        case _:
            return read_after(text, at, today)


_OF_UTTERANCES: dict[str, Callable[[Operand], Query]] = {
    "by": By,
    "about": About,
    "quote": Said,
}


def read_place(value: Lexeme) -> str:
    """Read the value of `in:`."""
    return _one_of("in", value.text, value.start, ("raw", "article"))


def read_count(value: Lexeme) -> int:
    """Read the value of `many:`."""
    if not _COUNT.fullmatch(value.text) or not int(value.text):
        raise FaultError("many: takes a number from 1: many:5 nato", value.start)
    return int(value.text)


def spread(node: Query, place: str, at: int) -> Query:
    """Put every word of a query to one place: about, quote, raw or article."""
    match node:
        case Text(sought):
            return _PLACES[place](sought)
        case And(parts) | Or(parts):
            spread_parts = [spread(part, place, at) for part in parts]
            return joined(type(node), spread_parts) or node
        case Not(part):
            return Not(spread(part, place, at))
        case _:
            raise FaultError(
                f"Only words, phrases and words near each other go into {place}: "
                "put the rest beside it.",
                at,
            )


_PLACES: dict[str, Callable[[Sought], Query]] = {
    "about": About,
    "quote": Said,
    "raw": Raw,
    "article": InArticle,
}


def _operand(value: Lexeme) -> Operand:
    if value.kind is Kind.QUOTED:
        return read_quotation(value.text, value.start)
    name, colon, rest = value.text.partition(":")
    if colon and rest:
        raise FaultError(
            f"One field cannot hold another; to search for the words {name}:{rest} put "
            f"them in marks, to ask for both write a space: x {name}:{rest}",
            value.start + len(name),
        )
    return read_run(value.text, value.start)


def _substring(value: Lexeme, at: int) -> str:
    if "*" in value.text:
        raise FaultError(
            "Leave out * here: any part of the path or address is found.",
            at + value.text.index("*"),
        )
    if not value.text.strip():
        raise FaultError("There is nothing between these quotation marks.", at - 1)
    return value.text.casefold()


def _choice(name: str, text: str, at: int) -> Query:
    match name:
        case "is":
            state: StateName = _one_of(name, text, at, _STATES)
            return Undated() if state == "undated" else State(state)
        case "kind":
            return Reported(QuoteKind(_one_of(name, text, at, tuple(QuoteKind))))
        case "neg":
            return Negated(_one_of(name, text, at, ("yes", "no")) == "yes")
        case _:
            if not _SURENESS.fullmatch(text) or float(text) > 1:
                raise FaultError("conf: takes a number from 0 to 1: conf:0.8", at)
            return Confidence(float(text))


def _one_of(name: str, text: str, at: int, values: tuple[_Value, ...]) -> _Value:
    for value in values:
        if text == value:
            return value
    known = ", ".join(values)
    raise FaultError(f"{name}: takes one of these: {known}.", at)
