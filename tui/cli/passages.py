"""Passages as the command line names them: ARTICLE:START-END, or ARTICLE:START."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import NotFoundError
from index.model import Span
from tui.cli.outcomes import UsageError

if TYPE_CHECKING:
    from index.archive import Archive
    from index.model import Clipping

_PASSAGE = re.compile(r"(?P<article>.+):(?P<start>[0-9]{1,15})(-(?P<end>[0-9]{1,15}))?")


def passage(archive: Archive, name: str) -> tuple[Clipping, Span]:
    """Find a passage; without an end it is the quotation that begins there."""
    named = _PASSAGE.fullmatch(name)
    if named is None:
        raise UsageError(
            "Name a passage as ARTICLE:START-END, or a quotation as ARTICLE:START, "
            "as search and quotes show it."
        )
    clipping = archive.clipping(named["article"])
    start = int(named["start"])
    if named["end"] is None:
        return clipping, _quotation(clipping, start)
    length = len(clipping.article.text)
    if not start < int(named["end"]) <= length:
        raise UsageError(
            f"There is no passage {start}-{int(named['end'])}: it begins before it "
            f"ends, and the text has {length:,} characters."
        )
    return clipping, Span(start, int(named["end"]))


def _quotation(clipping: Clipping, start: int) -> Span:
    for quote in clipping.quotes:
        if quote.start == start:
            return quote.span
    raise NotFoundError(
        f"No quotation begins at character {start}; a passage is ARTICLE:START-END."
    )
