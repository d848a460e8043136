"""An export as CSV that spreadsheets open, and in which no cell is a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, TypeAlias

from index.archive import ArticleRow
from index.citing.dates import BY_HAND
from index.citing.words import printable
from tui.cli.exports.heads import named_facts
from tui.cli.exports.kept import note_line
from tui.cli.exports.marked import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.archive import Headline, UtteranceRow
    from index.archive.exporting import Export
    from index.model import NewsDate
    from index.state.keepsakes import Kept

Cell: TypeAlias = str | float | None

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""
_FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_REPORT = (
    "title", "title made up", "outlet", "authors", "date", "certainty",
    "published", "updated", "event", "url", "path",
)  # fmt: skip
_ARTICLE = ("article", *_REPORT, "score", "snippet", "starred", "tags", "notes")
_UTTERANCE = (
    "article", "start", "end", "text", "kind", "speaker", "speaker kind",
    "confidence", "negated", "venue", "mention", "cue", "rule", "chain",
    *_REPORT, "score", "snippet", "reference",
)  # fmt: skip


def pieces(export: Export) -> Iterator[str]:
    """Give the table, a row at a time: facts, an empty row, names, hits."""
    yield BYTE_ORDER_MARK
    for fact in named_facts(export):
        yield _line(fact)
    yield _line([])
    yield _line(_UTTERANCE if export.answer.kind == "utterances" else _ARTICLE)
    for row in export.rows():
        if isinstance(row, ArticleRow):
            yield _line([*_article(row), *_kept(export.kept(row))])
        else:
            yield _line(_utterance(row))


def defused(value: Cell) -> str:
    """Give what stands in a cell; what a spreadsheet would run begins with a mark."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = printable(value.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(c if c >= " " or c in "\n\t" else " " for c in text)
    risky = text[:1] in ("\t", "\n") or text.lstrip().startswith(_FORMULAS)
    return f"'{text}" if risky else text


def _line(cells: Iterable[Cell]) -> str:
    written = StringIO(newline="")
    csv.writer(written).writerow([defused(cell) for cell in cells])
    return written.getvalue()


def _article(row: ArticleRow) -> list[Cell]:
    headline = row.headline
    return [headline.id, *_report(headline), round(row.score, 4), row.snippet.text]


def _kept(kept: Kept | None) -> list[Cell]:
    """Give what the reader keeps, a note a line; nothing where that is not known."""
    if kept is None:
        return [None, None, None]
    notes = "\n".join(note_line(note, span) for note, span in kept.notes)
    return [_yes(is_so=kept.starred), "; ".join(kept.tags), notes]


def _utterance(row: UtteranceRow) -> list[Cell]:
    quote, headline = row.quote, row.headline
    chain = None if quote.chain is None else str(quote.chain)
    return [
        headline.id,
        quote.start,
        quote.end,
        row.text,
        quote.kind.value,
        quote.speaker,
        quote.speaker_kind.value if quote.speaker_kind else None,
        round(quote.confidence, 3),
        _yes(is_so=quote.negated),
        quote.venue,
        row.mention,
        row.cue,
        quote.rule,
        chain,
        *_report(headline),
        round(row.score, 4),
        row.snippet.text,
        str(cited(row).reference),
    ]


def _report(headline: Headline) -> list[Cell]:
    article = headline.article
    return [
        headline.title,
        _yes(is_so=headline.title_made_up),
        headline.outlet,
        "; ".join(headline.authors),
        _value(article.date),
        _certainty(article.date),
        _value(article.published),
        _value(article.updated),
        _value(article.event),
        article.url,
        article.path,
    ]


def _certainty(date: NewsDate | None) -> str | None:
    if date is None:
        return None
    return BY_HAND if date.is_corrected else date.certainty.value


def _value(date: NewsDate | None) -> str | None:
    return date.value if date else None


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"
