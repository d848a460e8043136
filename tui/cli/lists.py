"""Answers for people: who and when, the title, and the words in context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import ArticleRow
from index.model import QuoteKind, Span
from tui.cli.paint import Look
from tui.cli.replies import windows
from tui.cli.sheet import sheet_for
from tui.render.characters import shown
from tui.render.dates import in_list
from tui.render.facts import nothing_found, of_answer, of_remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.archive import Answer, Archive, Headline, UtteranceRow
    from index.model import Quote
    from tui.cli.desk import Desk
    from tui.cli.sheet import Sheet

_INDENT = "    "


def put_answer(archive: Archive, answer: Answer, limit: int | None, desk: Desk) -> None:
    """Put out the rows; what is said about them goes beside the answer."""
    if not answer.total:
        desk.say("\n".join(map(shown, _instead(archive, answer))))
        return
    sheet = sheet_for(desk.paint)
    for start, stop in windows(answer.total, limit):
        for row in archive.rows(answer, start, stop):
            desk.put("\n".join(_lines(row, sheet)) + "\n")
    desk.flush()
    desk.say(_summary(answer, limit, desk))


def _instead(archive: Archive, answer: Answer) -> list[str]:
    """Say that nothing answers, and what would."""
    # Late: most searches find something.
    from index.archive.remedies import remedies, unknown_words  # noqa: PLC0415

    unknown, found = unknown_words(archive, answer), remedies(archive, answer)
    lines = nothing_found(answer, unknown, is_helped=bool(found))
    lines += ["", *map(of_remedy, found)] if found else []
    # The other changes say what to type; the words of this one are all of them.
    return lines + [f"   {it.query}" for it in found if it.best_first]


def _lines(row: ArticleRow | UtteranceRow, sheet: Sheet) -> Iterator[str]:
    if isinstance(row, ArticleRow):
        return article_lines(row, sheet)
    return said_lines(row, sheet)


def _summary(answer: Answer, limit: int | None, desk: Desk) -> str:
    line = of_answer(answer, answer.text)
    if limit is not None and limit < answer.total:
        line += f" · the first {limit:,} shown, --limit 0 for all"
    return desk.paint_messages(Look.DIM, shown(line))


def article_lines(row: ArticleRow, sheet: Sheet) -> Iterator[str]:
    """Set an article that answers."""
    headline, paint = row.headline, sheet.paint
    yield f"{when_and_where(headline, sheet)}  {paint(Look.DIM, headline.id)}"
    yield from title_lines(headline, sheet)
    yield from sheet.set(row.snippet.text, _INDENT, row.snippet.spans)


def title_lines(headline: Headline, sheet: Sheet) -> Iterator[str]:
    """Set a title; one that is made up stands in angles."""
    title = headline.title or headline.path
    if headline.title_made_up:
        yield from sheet.set_in(Look.MADE_UP, f"‹{title}›")
    else:
        yield from sheet.set_in(Look.TITLE, title)


def said_lines(row: UtteranceRow, sheet: Sheet) -> Iterator[str]:
    """Set an utterance that answers: who, what, and in whose report."""
    headline, paint = row.headline, sheet.paint
    place = paint(Look.DIM, f"{headline.id}:{row.quote.start}")
    yield f"{speaker(row.quote, sheet)}  {when_and_where(headline, sheet)}  {place}"
    is_whole = row.snippet.text == row.text
    yield from words_lines(
        row.quote, row.text, sheet, row.snippet.spans if is_whole else ()
    )
    yield from sheet.set_in(Look.DIM, f"{headline.title or headline.path}", _INDENT)


def words_lines(
    quote: Quote, words: str, sheet: Sheet, hits: Iterable[Span] = ()
) -> Iterator[str]:
    """Set what was said: in marks, unless it was only reported."""
    if quote.kind is QuoteKind.INDIRECT:
        return sheet.set(words, _INDENT, hits)
    moved = [Span(hit.start + 1, hit.end + 1) for hit in hits]
    return sheet.set(f"“{words}”", _INDENT, moved)


def speaker(quote: Quote, sheet: Sheet) -> str:
    """Give the speaker's name, and how sure it is."""
    name = sheet.paint(Look.SPEAKER, shown(quote.speaker or "unknown"))
    surely = "by hand" if quote.is_corrected else f"{quote.confidence:.2f}"
    facts = [surely, quote.kind.value]
    facts += [f"told {quote.venue}"] if quote.venue else []
    facts += ["with a not"] if quote.negated else []
    return f"{name} {sheet.paint(Look.DIM, shown('(' + ', '.join(facts) + ')'))}"


def when_and_where(headline: Headline, sheet: Sheet) -> str:
    """Give the date and the outlet of an article."""
    outlet = shown(headline.outlet or "unknown outlet")
    look = Look.OUTLET if headline.outlet else Look.DIM
    date = sheet.paint(Look.DIM, in_list(headline.date))
    return f"{date}  {sheet.paint(look, outlet)}"
