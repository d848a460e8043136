"""Statements in pieces: around "he said", and over several paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.model import Quote, QuoteKind
from index.quotes.manner import kind_of_report

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        if not (resumes or both) or self.last is None:
            self._count += 1
        self.last = Link(kind, self._count)
        self._claim, self._line = claim, line
        self._open = not line.passages[at].closed
        return self.last


def joined(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Keep a number only where several pieces share it, counted from 1."""
    known = list(quotes)
    pieces = Counter(quote.chain for quote in known)
    numbers: dict[int | None, int] = {}
    for quote in known:
        if quote.chain is not None and pieces[quote.chain] > 1:
            numbers.setdefault(quote.chain, len(numbers) + 1)
    return tuple(
        quote if quote.chain is None else replace(quote, chain=numbers.get(quote.chain))
        for quote in known
    )


def _same(one: Claim | None, other: Claim | None) -> bool:
    """Say whether two claims rest on the same words."""
    if one is None or other is None:
        return False
    return one.line is other.line and one.mention == other.mention
