"""Articles as JSON: as a hit, and whole with all provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.shapes.parts import Shape, dates, score, snippet

if TYPE_CHECKING:
    from index.archive import ArticleRow
    from index.engine import Hit
    from index.model import Article, Finding, NewsDate


def article_hit(row: ArticleRow) -> Shape:
    """Give an article that answers."""
    return {
        **_article(row.headline.article),
        "score": score(row.score),
        "snippet": snippet(row.snippet),
    }


def bare_hit(hit: Hit) -> Shape:
    """Give no more of a hit than its article and its score."""
    return {"id": hit.article, "score": score(hit.score)}


def article_whole(article: Article) -> Shape:
    """Give an article with its sources, zones, and where each field comes from."""
    return {
        **_article(article),
        "sources": [{"path": s.path, "added": s.added} for s in article.sources],
        "sha256": article.sha256,
        "encoding": article.encoding,
        "zones": [
            {"kind": zone.kind.value, "start": zone.start, "end": zone.end}
            for zone in article.zones
        ],
        "fields": {
            "title": _field(article.title),
            "outlet": _field(article.outlet),
            "authors": [_field(author) for author in article.authors],
            "section": _field(article.section),
            "published": _field(article.published),
            "updated": _field(article.updated),
            "event": _field(article.event),
        },
    }


def _article(article: Article) -> Shape:
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title.value if article.title else None,
        "title_made_up": article.title_made_up,
        "outlet": article.outlet.value if article.outlet else None,
        "authors": [author.value for author in article.authors],
        "url": article.url,
        "date": dates(article),
    }


def _field(known: Finding | NewsDate | None) -> Shape | None:
    if known is None:
        return None
    return {
        "value": known.value,
        "certainty": known.certainty.value,
        "rule": known.rule,
        "start": known.span.start if known.span else None,
        "end": known.span.end if known.span else None,
    }
