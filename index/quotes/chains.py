"""Statements in pieces: around "he said", and over several paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from index.model import Quote, QuoteKind
from index.quotes.manner import kind_of_report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from functools import partial

    from index.quotes.attribution import Claim
    from index.quotes.tokens import Line


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a statement."""

    kind: QuoteKind
    chain: int


@dataclass(slots=True)
class Chains:
    """Numbers the statements of an article; pieces of one share its number."""

    last: Link | None = None
    _claim: Claim | None = None
    _line: Line | None = None
    _open: bool = False
    _count: int = 0

    def link(self, line: Line, at: int, claim: Claim | None) -> Link:
        """Say of which kind a quotation is, and which statement it belongs to."""
        here = self.last if line is self._line and _same(claim, self._claim) else None
        kind = kind_of_report(line, at, None if here is None else here.kind)
        resumes = self._open and at == 0
        both = here is not None and here.kind is kind is QuoteKind.DIRECT
        goes_on = self.last if resumes or both else None
        chain = self.fresh() if goes_on is None else goes_on.chain
        self.last = Link(kind, chain)
        self._claim, self._line = claim, line
        self._open = not line.passages[at].closed
        return self.last

    def fresh(self) -> int:
        """Give the number of a statement not met before."""
        self._count += 1
        return self._count


class Draft(NamedTuple):
    """A quotation, all but its number: to change a made one costs more."""

    chain: int | None
    quote: partial[Quote]


def joined(drafts: Iterable[Draft]) -> tuple[Quote, ...]:
    """Keep a number only where several pieces share it, counted from 1."""
    known = list(drafts)
    pieces = Counter([draft.chain for draft in known])
    numbers: dict[int | None, int] = {}
    for draft in known:
        if draft.chain is not None and pieces[draft.chain] > 1:
            numbers.setdefault(draft.chain, len(numbers) + 1)
    quotes = [draft.quote(chain=numbers.get(draft.chain)) for draft in known]
    quotes.sort(key=attrgetter("start"))
    return tuple(quotes)


def _same(one: Claim | None, other: Claim | None) -> bool:
    """Say whether two claims rest on the same words."""
    if one is None or other is None:
        return False
    return one.line is other.line and one.mention == other.mention
