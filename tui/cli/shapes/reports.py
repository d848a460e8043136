"""What writing and checking report, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.archive import Headline, Totals
    from index.archive.health import Health
    from index.archive.reports import AddReport
    from tui.cli.shapes.parts import Shape
    from tui.settings import Origin


def add_report(report: AddReport) -> Shape:
    """Give what adding did."""
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "skipped": [{"path": s.path, "reason": s.reason} for s in report.skipped],
        "articles": report.articles,
        "quotes": report.quotes,
        "seconds": round(report.seconds, 3),
    }


def rebuild_report(report: AddReport) -> Shape:
    """Give what is in an index made anew."""
    return {
        "articles": report.articles,
        "quotes": report.quotes,
        "seconds": round(report.seconds, 3),
    }


def removal(removed: Iterable[Headline], left: Totals) -> Shape:
    """Give what was taken out, and what is left."""
    return {
        "removed": [
            {"id": h.id, "path": h.path, "title": h.title or None} for h in removed
        ],
        "articles": left.articles,
        "quotes": left.quotes,
    }


def health(found: Health) -> Shape:
    """Give how an archive is."""
    return {
        "ok": found.ok,
        "articles": found.totals.articles,
        "quotes": found.totals.quotes,
        "undated": found.totals.undated,
        "skipped": found.totals.skipped,
        "generation": found.generation,
        "store_revision": found.totals.revision,
        "index_revision": found.index_revision,
        "bytes": {"store": found.store_bytes, "index": found.index_bytes},
        "problems": list(found.problems),
        "unquoted": found.unquoted,
        "read_otherwise": found.read_otherwise,
    }


def settings(archive: Origin, decided: Iterable[Origin]) -> Shape:
    """Give every setting and who decided it."""
    return {
        "settings": [
            {"name": origin.name, "value": origin.value, "from": origin.won}
            for origin in (archive, *decided)
        ]
    }
