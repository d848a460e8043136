"""Words in context cut at the hits, and rows as citations: for pages and documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.citing import Citation, cite
from index.model import Clipping, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive import UtteranceRow
    from index.query.hits import Snippet


def cited(row: UtteranceRow) -> Citation:
    """Cite what was said."""
    clipping = Clipping(row.headline.article, (row.quote,))
    return cite(clipping, row.quote.span)


def stretches(snippet: Snippet) -> Iterator[tuple[str, bool]]:
    """Yield the words in context in pieces, and whether each is a hit."""
    at = 0
    for span in snippet.spans:
        if at < span.start:
            yield snippet.text[at : span.start], False
        yield snippet.text[span.start : span.end], True
        at = span.end
    if at < len(snippet.text):
        yield snippet.text[at:], False


def uncut(snippet: Snippet) -> Snippet:
    """Leave out the signs that the text goes on before and after."""
    front, end = snippet.front, len(snippet.text) - snippet.back
    spans = (Span(one.start - front, one.end - front) for one in snippet.spans)
    text = snippet.text[front:end]
    return replace(snippet, text=text, spans=tuple(spans), front=0, back=0)
