"""Read the articles that a window of an answer shows, and put the words in context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive.answers import ArticleRow, Headline, UtteranceRow
from index.query.hits import snippet
from index.query.subjects import ArticleSubject, UtteranceSubject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.archive.answers import Answer
    from index.archive.archive import Archive
    from index.engine import Hit
    from index.model import Span


def rows_of(
    archive: Archive, answer: Answer, hits: Sequence[Hit], width: int
) -> tuple[ArticleRow | UtteranceRow, ...]:
    """Give a row for each hit whose article is still in the store."""
    ids = list(dict.fromkeys(hit.article for hit in hits))
    subjects = {
        clipping.article.id: ArticleSubject(clipping, archive.analyser)
        for clipping in archive.clippings(ids)
    }
    rows = (
        _row(subjects[hit.article], answer, hit, width)
        for hit in hits
        if hit.article in subjects
    )
    return tuple(row for row in rows if row is not None)


def _row(
    host: ArticleSubject, answer: Answer, hit: Hit, width: int
) -> ArticleRow | UtteranceRow | None:
    headline = Headline(host.article, len(host.clipping.quotes))
    if hit.quote is None:
        words = snippet(answer.query, host, width)
        return ArticleRow(headline, hit.score, words)
    if hit.quote >= len(host.clipping.quotes):
        return None  # the store has moved on since the index was made
    said = UtteranceSubject(host, hit.quote)
    text = host.article.text
    return UtteranceRow(
        headline=headline,
        quote=said.quote,
        number=hit.quote,
        text=said.quote.span.of(text),
        score=hit.score,
        snippet=snippet(answer.query, said, width),
        mention=_words(said.quote.mention, text),
        cue=_words(said.quote.cue, text),
    )


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None
