"""Speakers for people: a list of all, and what one is quoted with, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import Headline
from tui.cli.lists import speaker as voice
from tui.cli.lists import title_lines, when_and_where, words_lines
from tui.cli.paint import Look
from tui.cli.sheet import sheet_for
from tui.render.characters import shown
from tui.render.dates import in_list
from tui.render.facts import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.archive.speakers import Roll, Speaker, SpeakerPage, Spelling
    from index.model import Clipping
    from tui.cli.desk import Desk
    from tui.cli.sheet import Sheet

_INDENT = "    "


def put_roll(roll: Roll, limit: int | None, desk: Desk) -> None:
    """Put out the speakers; what is said of them all goes beside the answer."""
    sheet = sheet_for(desk.paint)
    for one in roll.speakers(limit):
        desk.put("\n".join(_speaker_lines(one, sheet)))
    desk.flush()
    all_said = counted(roll.quotes, "quotation")
    parts = [
        counted(roll.total, "speaker"),
        f"{all_said}, of nobody knows whom {roll.unattributed:,}",
    ]
    if limit is not None and limit < roll.total:
        parts.append(f"the first {limit:,} shown, --limit 0 for all")
    desk.say(desk.paint_messages(Look.DIM, " · ".join(parts)))


def put_page(
    name: str, page: SpeakerPage, said: Iterable[tuple[Clipping, int]], desk: Desk
) -> None:
    """Put out who is meant, and every utterance with its place."""
    if not page.total:
        desk.say(f"Nobody is quoted under the name {shown(name)}.")
        return
    sheet = sheet_for(desk.paint)
    for one in page.speakers:
        desk.put("\n".join(_speaker_lines(one, sheet)))
    if page.namesakes:
        others = f"not counted: {_listed(page.namesakes)}"
        desk.put("\n".join(sheet.set_in(Look.DIM, others, " " * 9)))
    desk.put()
    count = 0
    for clipping, number in said:
        desk.put("\n".join(_said_lines(clipping, number, sheet)) + "\n")
        count += 1
    desk.flush()
    line = counted(page.total, "quotation")
    if count < page.total:
        line += f" · the first {count:,} shown, --limit 0 for all"
    desk.say(desk.paint_messages(Look.DIM, line))


def _speaker_lines(one: Speaker, sheet: Sheet) -> Iterator[str]:
    name = sheet.paint(Look.SPEAKER, shown(one.name))
    facts = [one.kind.value if one.kind else "kind unknown", _when(one)]
    if one.found > one.count:
        facts.append(f"{one.found:,} with longer names")
    if one.undated and one.first:
        facts.append(f"undated {one.undated:,}")
    yield f"{one.count:>7,}  {name}  {sheet.paint(Look.DIM, ' · '.join(facts))}"
    if len(one.variants) > 1:
        yield from sheet.set_in(Look.DIM, f"written {_listed(one.variants)}", " " * 9)
    if one.also:
        yield from sheet.set_in(Look.DIM, f"perhaps {_listed(one.also)}", " " * 9)


def _when(one: Speaker) -> str:
    first, last = in_list(one.first), in_list(one.last)
    return first if first == last else f"{first} to {last}"


def _listed(spellings: Iterable[Spelling]) -> str:
    return ", ".join(f"{shown(one.name)} {one.count:,}" for one in spellings)


def _said_lines(clipping: Clipping, number: int, sheet: Sheet) -> Iterator[str]:
    article, quote = clipping.article, clipping.quotes[number]
    headline = Headline(article, len(clipping.quotes))
    place = sheet.paint(Look.DIM, f"{article.id}:{quote.start}")
    yield f"{when_and_where(headline, sheet)}  {voice(quote, sheet)}  {place}"
    yield from words_lines(quote, quote.span.of(article.text), sheet)
    yield from (_INDENT + line for line in title_lines(headline, sheet))
