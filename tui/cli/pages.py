"""An article as a page: its head, its text as it stands, and who is quoted in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import Headline
from index.model import ZoneKind
from tui.cli.lists import speaker, title_lines, words_lines
from tui.cli.paint import Look
from tui.cli.sheet import sheet_for
from tui.render.characters import shown
from tui.render.dates import dateline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.model import Article, Clipping
    from tui.cli.desk import Desk
    from tui.cli.sheet import Sheet

_BESIDE = {
    ZoneKind.BOILERPLATE,
    ZoneKind.RELATED,
    ZoneKind.CAPTION,
    ZoneKind.DUPLICATE,
    ZoneKind.SECTION,
    ZoneKind.OUTLET,
    ZoneKind.DATE,
    ZoneKind.BYLINE,
}
"""Zones that are not the matter; they are dimmed, never left out."""


def put_page(clipping: Clipping, desk: Desk, *, quotes: bool) -> None:
    """Put out an article, and its quotations if they are wanted."""
    sheet = sheet_for(desk.paint)
    for line in _head(clipping, sheet):
        desk.put(line)
    for line in _body(clipping.article, sheet):
        desk.put(line)
    if quotes:
        for line in _quotes(clipping, sheet):
            desk.put(line)


def _head(clipping: Clipping, sheet: Sheet) -> Iterator[str]:
    article, paint = clipping.article, sheet.paint
    yield from title_lines(Headline(article, len(clipping.quotes)), sheet)
    outlet = article.outlet.value if article.outlet else "unknown outlet"
    facts = [outlet, dateline(article), *(a.value for a in article.authors)]
    yield from sheet.set(" · ".join(facts))
    by_hand = ", ".join(_by_hand(article))
    if by_hand:
        yield from sheet.set_in(Look.DIM, f"given by hand: {by_hand}")
    for source in article.sources:
        yield from sheet.set_in(Look.DIM, source.path)
    yield paint(Look.DIM, article.id)


def _by_hand(article: Article) -> Iterator[str]:
    """Name what a reader put right, and no source states."""
    for name in ("title", "outlet", "published", "updated", "event"):
        found = getattr(article, name)
        if found and found.is_corrected:
            yield name


def _body(article: Article, sheet: Sheet) -> Iterator[str]:
    for zone in article.zones:
        text = article.text[zone.start : zone.end]
        yield ""
        if zone.kind in _BESIDE:
            yield from sheet.set_in(Look.DIM, text)
        elif zone.kind in {ZoneKind.TITLE, ZoneKind.HEADING}:
            yield from sheet.set_in(Look.TITLE, text)
        else:
            yield from sheet.set(text)


def _quotes(clipping: Clipping, sheet: Sheet) -> Iterator[str]:
    text = clipping.article.text
    for quote in clipping.quotes:
        place = sheet.paint(Look.DIM, shown(f"{quote.start}-{quote.end}"))
        yield ""
        yield f"{speaker(quote, sheet)}  {place}"
        yield from words_lines(quote, quote.span.of(text), sheet)
