"""Plain citations: the words, who said them, in whose report, and where to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import QuoteKind
from tui.render.dates import in_words

if TYPE_CHECKING:
    from index.model import Article, Quote


def cite_article(article: Article) -> str:
    """Cite an article."""
    parts = [f"{_report(article)}.", _where(article)]
    return " ".join(parts)


def cite_quote(article: Article, quote: Quote) -> str:
    """Cite a quotation with its speaker and its exact place."""
    words = " ".join(quote.span.of(article.text).split())
    if quote.kind is not QuoteKind.INDIRECT:
        words = f"“{words}”"
    speaker = quote.speaker or "unknown speaker"
    place = _where(article, quote.start, quote.end)
    return f"{words} — {speaker}, in {_report(article)}. {place}"


def cite_passage(article: Article, start: int, end: int) -> str:
    """Cite a passage as it stands, with its exact place."""
    place = _where(article, start, end)
    return f"{article.text[start:end].strip()}\n\n— {_report(article)}. {place}"


def _report(article: Article) -> str:
    title = article.title.value if article.title else ""
    shown = f"[{title}]" if article.title_made_up else f"“{title}”"
    outlet = article.outlet.value if article.outlet else "unknown outlet"
    date = in_words(article.date) if article.date else "undated"
    return ", ".join(part for part in (shown if title else "", outlet, date) if part)


def _where(article: Article, start: int | None = None, end: int | None = None) -> str:
    place = article.path if start is None else f"{article.path}:{start}-{end}"
    return f"{article.url} ({place})" if article.url else f"({place})"
