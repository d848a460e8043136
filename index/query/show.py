"""Turn a query into the shortest line that means the same.

`parse(show(query)) == query` for every query that `parse` can give.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from index.model import last_of_month
from index.query.lexemes import is_one_run
from index.query.nodes import (
    About,
    All,
    Among,
    And,
    Attribute,
    By,
    Confidence,
    Date,
    Field,
    InArticle,
    Kind,
    Many,
    Negated,
    Not,
    Or,
    Query,
    Raw,
    Said,
    Saved,
    State,
    Text,
    Undated,
)
from index.query.operands import Exact, Fuzzy, Near, Pattern, Phrase, Together, Word
from index.query.terms import asks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from index.query.operands import Sought

_Filter: TypeAlias = (
    All | Saved | Field | Attribute | Date | Kind | Negated | Confidence
    | Undated | State | Among
)  # fmt: skip


def show(query: Query) -> str:
    """Write the query as a line."""
    match query:
        case And(parts):
            return " ".join(map(_enclosed, parts))
        case Or(parts):
            return " | ".join(map(_enclosed, parts))
        case Not(part):
            return f"-{_enclosed(part)}"
        case Text(sought):
            return show_sought(sought)
        case Many() | Raw() | InArticle() | By() | About() | Said():
            return _prefixed(query)
        case _:
            return _filter(query)


def show_sought(sought: Sought) -> str:
    """Write what is looked for."""
    match sought:
        case Near(left, right, distance, ordered):
            sign = ">" if ordered else "~"
            return f"{show_sought(left)} {sign}{distance} {show_sought(right)}"
        case Together(left, right, unit):
            return f"{show_sought(left)} &{unit} {show_sought(right)}"
        case Phrase(parts):
            return _phrase(parts)
        case Fuzzy(text, distance):
            return f"{text}~{distance if distance > 1 else ''}"
        case Word() | Exact() | Pattern():
            return _part(sought)


def _enclosed(query: Query) -> str:
    shown = show(query)
    match query:
        case And() | Or() | Text(Near() | Together()):
            return f"({shown})"
        case _:
            return shown


def _enclosed_sought(sought: Sought) -> str:
    return _enclosed(Text(sought))


def _phrase(parts: tuple[Word | Exact | Pattern, ...]) -> str:
    shown = [_part(part) for part in parts]
    # Inside marks a question mark at the end of a word is the sentence's own.
    if any(map(asks, shown)):
        return "-".join(shown)
    return f'"{" ".join(shown)}"'


def _part(part: Word | Exact | Pattern) -> str:
    return f"={part.text}" if isinstance(part, Exact) else part.text


def _prefixed(query: Many | Raw | InArticle | By | About | Said) -> str:
    match query:
        case Many(count, operand):
            return f"many:{count} {show_sought(operand)}"
        case Raw(sought):
            return f"in:raw {_enclosed_sought(sought)}"
        case InArticle(sought):
            return f"in:article {_enclosed_sought(sought)}"
        case By(operand):
            return f"by:{show_sought(operand)}"
        case About(sought):
            return f"about:{_enclosed_sought(sought)}"
        case Said(sought):
            return f"quote:{_enclosed_sought(sought)}"


def _filter(query: _Filter) -> str:
    match query:
        case All():
            shown = "*"
        case Saved(name, _):
            shown = f"@{name}"
        case Field(name, operand):
            shown = f"{name}:{show_sought(operand)}"
        case Attribute(name, text):
            shown = f"{name}:{text}" if is_one_run(text) else f'{name}:"{text}"'
        case Date(field, first, last):
            shown = f"{field}:{show_period(first, last)}"
        case Kind(kind):
            shown = f"kind:{kind}"
        case Negated(negated):
            shown = f"neg:{'yes' if negated else 'no'}"
        case Confidence(least):
            shown = f"conf:{Decimal(str(least)):f}"
        case Undated() | State() | Among():
            shown = _state(query)
    return shown


def _state(query: Undated | State | Among) -> str:
    match query:
        case Undated():
            return "is:undated"
        case State(name):
            return f"is:{name}"
        case Among():
            return "is:…"


def show_period(first: date | None, last: date | None) -> str:
    """Write bounds as briefly as whole years and months allow."""
    width = 10
    if _whole(first, last, _begins_month, _ends_month):
        width = 7
    if _whole(first, last, _begins_year, _ends_year):
        width = 4
    begin = first.isoformat()[:width] if first else ""
    end = last.isoformat()[:width] if last else ""
    return begin if begin == end else f"{begin}..{end}"


def _whole(
    first: date | None,
    last: date | None,
    begins: Callable[[date], bool],
    ends: Callable[[date], bool],
) -> bool:
    return (first is None or begins(first)) and (last is None or ends(last))


def _begins_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _begins_month(day: date) -> bool:
    return day.day == 1


def _ends_month(day: date) -> bool:
    return day == last_of_month(day)
