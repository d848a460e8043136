"""Read lexemes as a query, from the left to the right, by recursive descent.

query    = item { [AND] item } | item { OR item }
item     = NOT item | relation
relation = primary [ (~N | >N | &s | &p) primary ]
primary  = word | phrase | field:value | @name | * | ( query )
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from index.query.faults import FaultError
from index.query.lexemes import Kind, Lexeme, cut, number_wanted
from index.query.nodes import All, And, Many, Not, Or, Query, Saved, Text
from index.query.operands import Near, Operand, Together
from index.query.rewrite import joined
from index.query.terms import read_quotation, read_run
from index.query.values import (
    GROUPED,
    one_value,
    read_count,
    read_field,
    read_place,
    spread,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_DEEPEST = 60
_JOINS = (Kind.AND, Kind.OR)
_RELATIONS = (Kind.NEAR, Kind.TOGETHER)
_NOTHING = "Type a word, or * for every article."


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a query's meaning depends on beside its text."""

    today: date
    saved: Callable[[str], str | None] | None = None
    opened: tuple[str, ...] = ()
    """The saved searches that are being read, outermost first."""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Item:
    node: Query
    start: int
    end: int


@dataclass(slots=True)
class Grammar:
    """One reading of one line; `read` may be called once."""

    line: str
    around: Surroundings
    lexemes: list[Lexeme] = field(init=False)
    place: int = 0
    depth: int = 0

    def __post_init__(self) -> None:
        self.lexemes = cut(self.line)
        self.depth = self.around.depth

    def read(self) -> Query:
        """Read the whole line."""
        if not self.lexemes:
            raise FaultError(_NOTHING, 0)
        query = self._query()
        if left := self._peek():
            raise FaultError("This parenthesis closes nothing.", left.start)
        return query

    def _peek(self) -> Lexeme | None:
        return self.lexemes[self.place] if self.place < len(self.lexemes) else None

    def _query(self) -> Query:
        items: list[_Item] = []
        joins: list[Lexeme | None] = []
        join: Lexeme | None = None
        while (lexeme := self._peek()) and lexeme.kind is not Kind.CLOSE:
            if lexeme.kind in _JOINS:
                if join or not items:
                    raise _dangling(lexeme)
                join = lexeme
                self.place += 1
                continue
            if items:
                joins.append(join)
            join = None
            node = self._item()
            items.append(_Item(node, lexeme.start, self.lexemes[self.place - 1].end))
        if join:
            raise _dangling(join)
        return self._combined(items, joins)

    def _combined(self, items: list[_Item], joins: list[Lexeme | None]) -> Query:
        ors = [join is not None and join.kind is Kind.OR for join in joins]
        if any(ors) and not all(ors):
            odd = next(i for i, is_or in enumerate(ors) if is_or is not ors[0])
            # A space has no lexeme: then the word behind it is the place.
            place = joins[odd] or items[odd + 1]
            raise FaultError(self._two_readings(items, ors), place.start)
        query = joined(Or if any(ors) else And, [item.node for item in items])
        if query is None:
            raise FaultError("Nothing stands here to search for.", self._here())
        return query

    def _here(self) -> int:
        lexeme = self._peek()
        return lexeme.start if lexeme else len(self.line)

    def _two_readings(self, items: list[_Item], ors: list[bool]) -> str:
        texts = [self.line[item.start : item.end] for item in items]
        either = " | ".join(
            f"({' '.join(run)})" if len(run) > 1 else run[0]
            for run in _runs(texts, [not is_or for is_or in ors])
        )
        both = " ".join(
            f"({' | '.join(run)})" if len(run) > 1 else run[0]
            for run in _runs(texts, ors)
        )
        return f"Both and either stand here; write {both} or {either}"

    def _item(self) -> Query:
        lexeme = self._peek()
        if lexeme is None or lexeme.kind is not Kind.NOT:
            return self._relation()
        self.place += 1
        following = self._peek()
        if following is None or following.kind in (Kind.CLOSE, *_JOINS):
            raise _dangling(lexeme)
        self._descend(lexeme)
        node = Not(self._item())
        self.depth -= 1
        return node

    def _relation(self) -> Query:
        start = self._here()
        left = self._primary()
        relation = self._peek()
        if relation is None or relation.kind not in _RELATIONS:
            return left
        self.place += 1
        begin = self._here()
        following = self._peek()
        if following is None or following.kind in (Kind.CLOSE, *_JOINS, *_RELATIONS):
            raise _dangling(relation)
        right = self._primary()
        chained = self._peek()
        if chained and chained.kind in _RELATIONS:
            raise FaultError(
                "Only two can stand near each other; join two such pairs with a "
                "space: (a ~5 b) (b ~5 c)",
                chained.start,
            )
        one, other = _operand(left, start), _operand(right, begin)
        if relation.kind is Kind.TOGETHER:
            unit = relation.text
            return Text(Together(one, other, "s" if unit == "s" else "p"))
        distance = int(relation.text[1:] or 0)
        if not distance:
            raise FaultError(number_wanted(relation.text[0]), relation.start)
        return Text(Near(one, other, distance, ordered=relation.text[0] == ">"))

    def _primary(self) -> Query:
        lexeme = self._peek()
        if lexeme is None:
            raise FaultError(_NOTHING, len(self.line))
        self.place += 1
        match lexeme.kind:
            case Kind.OPEN:
                return self._group(lexeme)
            case Kind.QUOTED:
                return Text(self._quotation(lexeme))
            case Kind.RUN:
                return Text(read_run(lexeme.text, lexeme.start))
            case Kind.EVERY:
                return All()
            case Kind.SAVED:
                return self._saved(lexeme)
            case Kind.FIELD:
                return self._field(lexeme)
            case Kind.NOT:
                raise FaultError("Nothing can be excluded here.", lexeme.start)
            case _:
                raise _dangling(lexeme)

    def _group(self, opening: Lexeme) -> Query:
        self._descend(opening)
        closing = self._peek()
        if closing and closing.kind is Kind.CLOSE:
            raise FaultError("There is nothing in these parentheses.", opening.start)
        if closing is None:
            raise FaultError("This parenthesis is not closed.", opening.start)
        node = self._query()
        if self._peek() is None:
            raise FaultError("This parenthesis is not closed.", opening.start)
        self.place += 1
        self.depth -= 1
        return node

    def _quotation(self, lexeme: Lexeme) -> Operand:
        if not lexeme.closed:
            raise FaultError("This quotation mark is not closed.", lexeme.start)
        return read_quotation(lexeme.text, lexeme.start)

    def _field(self, name: Lexeme) -> Query:
        value = self._peek()
        if value is None:
            raise FaultError(f"Write a value directly after {name.text}:", name.start)
        self.place += 1
        if value.kind is Kind.OPEN:
            if name.text not in GROUPED:
                raise FaultError(one_value(name.text), value.start)
            begin = self.place
            return spread(self._group(value), name.text, self._guest(begin))
        if not value.closed:
            raise FaultError("This quotation mark is not closed.", value.start)
        match name.text:
            case "in":
                place, begin = read_place(value), self.place
                return spread(self._prefixed(name, value), place, self._guest(begin))
            case "many":
                count = read_count(value)
                start = self._here()
                return Many(count, _operand(self._prefixed(name, value), start))
            case "kind" | "neg":
                return self._choices(name, value)
            case _:
                return read_field(name, value, self.around.today)

    def _guest(self, begin: int) -> int:
        """Give the place of the first thing just read that is not of plain words."""
        guests = (Kind.FIELD, Kind.SAVED, Kind.EVERY)
        read = self.lexemes[begin : self.place]
        return next((one.start for one in read if one.kind in guests), read[0].start)

    def _prefixed(self, name: Lexeme, value: Lexeme) -> Query:
        """Read what `many:5` or `in:raw` stands before."""
        following = self._peek()
        if following is None or following.kind in (Kind.NOT, Kind.CLOSE, *_JOINS):
            at = following.start if following else name.start
            raise FaultError(
                f"Write a word or a phrase after {name.text}:{value.text}", at
            )
        return self._relation()

    def _choices(self, name: Lexeme, value: Lexeme) -> Query:
        """Read `kind:direct|mixed`: the values stand without a space."""
        nodes = [read_field(name, value, self.around.today)]
        while choice := self._next_choice(self.lexemes[self.place - 1].end):
            nodes.append(read_field(name, choice, self.around.today))
            self.place += 2
        return joined(Or, nodes) or nodes[0]

    def _next_choice(self, end: int) -> Lexeme | None:
        bar, choice = [*self.lexemes[self.place : self.place + 2], None, None][:2]
        if bar is None or choice is None or bar.text != "|" or bar.start != end:
            return None
        return choice if choice.kind is Kind.RUN and choice.start == bar.end else None

    def _saved(self, lexeme: Lexeme) -> Saved:
        name, opened = lexeme.text, self.around.opened
        if name in opened:
            raise FaultError(f"The saved search @{name} contains itself.", lexeme.start)
        text = self.around.saved(name) if self.around.saved else None
        if text is None:
            raise FaultError(f"There is no saved search @{name}.", lexeme.start)
        self._descend(lexeme)
        inside = replace(self.around, opened=(*opened, name), depth=self.depth)
        try:
            query = Grammar(text, inside).read()
        except FaultError as fault:
            raise FaultError(
                f"The saved search @{name} cannot be read: {fault.sentence}",
                lexeme.start,
            ) from None
        self.depth -= 1
        return Saved(name, query)

    def _descend(self, lexeme: Lexeme) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FaultError("This is nested too deeply to be read.", lexeme.start)


def _dangling(operator: Lexeme) -> FaultError:
    where = "after" if operator.kind is Kind.NOT else "on both sides of"
    sign = f"&{operator.text}" if operator.kind is Kind.TOGETHER else operator.text
    return FaultError(f"Something must stand {where} {sign}", operator.start)


def _operand(node: Query, at: int) -> Operand:
    if isinstance(node, Text) and not isinstance(node.sought, Near | Together):
        return node.sought
    raise FaultError(
        "Only a word, an exact form (=), a pattern or a phrase can stand here.", at
    )


def _runs(texts: list[str], same: list[bool]) -> list[list[str]]:
    """Divide the texts where the next does not belong to the same run."""
    runs = [texts[:1]]
    for text, belongs in zip(texts[1:], same, strict=True):
        if belongs:
            runs[-1].append(text)
        else:
            runs.append([text])
    return runs
