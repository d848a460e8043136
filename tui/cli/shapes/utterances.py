"""Quotations as JSON: found in a search, listed with an article, or of a bare file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.shapes.parts import Shape, dates, score, snippet, stretch

if TYPE_CHECKING:
    from index.archive import UtteranceRow
    from index.model import Article, Clipping, Quote


def utterance_hit(row: UtteranceRow) -> Shape:
    """Give an utterance that answers."""
    said = _said(row.quote, row.text, row.mention, row.cue)
    return {
        **_placed(row.headline.article, row.quote, said),
        "score": score(row.score),
        "snippet": snippet(row.snippet),
    }


def found_quote(clipping: Clipping, quote: Quote) -> Shape:
    """Give an utterance that nobody asked words of: it has no score, no snippet."""
    said = quote_of(clipping.article.text, quote)
    return {**_placed(clipping.article, quote, said), "score": None, "snippet": None}


def quote_of(text: str, quote: Quote) -> Shape:
    """Give a quotation of a text that is in no archive."""
    mention = quote.mention.of(text) if quote.mention else None
    cue = quote.cue.of(text) if quote.cue else None
    return _said(quote, quote.span.of(text), mention, cue)


def _said(quote: Quote, words: str, mention: str | None, cue: str | None) -> Shape:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": words,
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "speaker_kind": quote.speaker_kind.value if quote.speaker_kind else None,
        "mention": stretch(quote.mention, mention),
        "cue": stretch(quote.cue, cue),
        "confidence": round(quote.confidence, 3),
        "rule": quote.rule,
        "chain": quote.chain,
        "negated": quote.negated,
    }


def _placed(article: Article, quote: Quote, said: Shape) -> Shape:
    return {
        "article": article.id,
        "path": article.path,
        **said,
        "venue": quote.venue,
        "date": dates(article),
        "outlet": article.outlet.value if article.outlet else None,
        # Groups of one utterance across articles are not made yet.
        "group": None,
        "title": article.title.value if article.title else None,
    }
