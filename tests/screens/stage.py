"""The reader on a small archive of made stories; shared by the tests of the screens."""

from __future__ import annotations

import hashlib
import re
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events

from index.archive import Archive
from index.archive.reports import AddOptions
from index.archive.upkeep import rebuild
from index.model import (
    Certainty,
    Clipping,
    QuoteKind,
    SpeakerKind,
    ZoneKind,
)
from index.state import State
from index.store import Found, StoreWriter
from tests.makers import article, clipping, found, quote, span_of
from tui.app import QuothApp, ReaderSettings
from tui.screens.reading import ReadingPage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from textual.pilot import Pilot

NOW = "2031-03-05T10:00:00+00:00"
_PATIENCE = 1000
_TOOK = re.compile(r"([─━])( [^─━┬]*?)(<1 ms|\d+ ms|\d\.\d s)")


def border() -> Clipping:
    made = article(
        (ZoneKind.DATE, "Tuesday 4 March 2031"),
        "The interior minister told reporters on Tuesday that talks had failed.",
        "“The border is closed and stays closed,” Ilse Marek said after the cabinet "
        "met. “Nobody in this room wants it otherwise.”",
        "A deputy called the measure “a gift to smugglers”, and asked who had "
        "drafted it. The Customs Service said it had not been told of the list.",
        (ZoneKind.HEADING, "The valve"),
        "Emil Čapuk, who keeps the valve house, has a door on each side of the line. "
        "“I go to the shops in one country and to bed in the other,” he said.",
        (ZoneKind.BOILERPLATE, "Sign up for The Morning Tide, our daily newsletter"),
        id="border",
        title="Minister rules out reopening the northern border",
        outlet="Harbour Post",
        authors=["Tomas Reyl"],
        published="2031-03-04",
    )
    assert made.published
    day = span_of("Tuesday 4 March 2031", made.text)
    made = replace(made, published=replace(made.published, span=day))
    return clipping(
        made,
        ("The border is closed and stays closed,", "Ilse Marek"),
        ("Nobody in this room wants it otherwise.", "Ilse Marek"),
        replace(
            quote("a gift to smugglers", made, "Tomas Reyl", confidence=0.41),
            kind=QuoteKind.MIXED,
        ),
        replace(
            quote("it had not been told of the list", made, "Customs Service"),
            kind=QuoteKind.INDIRECT,
            speaker_kind=SpeakerKind.ORGANISATION,
        ),
        ("I go to the shops in one country and to bed in the other,", "Emil Čapuk"),
    )


def courier() -> Clipping:
    made = article(
        "The crossing at Lanterholt is “closed”, the minister said, and would say "
        "no more about smugglers.",
        id="courier",
        title="Lanterholt crossing shut for the winter",
        outlet="Vell Courier",
        published="2031-03-04",
    )
    return clipping(made, quote("closed", made, "Ilse Marek", kind=QuoteKind.MIXED))


def wire() -> Clipping:
    made = article(
        "“A closed border is a fact of life,” said Ilse Marek.",
        "The ferry does not run. Nobody knows who said that the border was a line.",
        id="wire",
        title=found("A closed border is a fact", Certainty.MADE_UP),
        outlet="Northern Wire",
    )
    return clipping(made, ("A closed border is a fact of life,", "Ilse Marek"))


def ferry() -> Clipping:
    made = article(
        "Dario Venn stood on a crate. “The ferry will not sail until the soup is "
        "paid for,” he told the harbour.",
        "The line said that it regretted the soup.",
        id="ferry",
        title="Ferry stays in port over unpaid soup",
        published="2030-11?",
    )
    said = "The ferry will not sail until the soup is paid for,"
    return clipping(made, (said, "Dario Venn"))


def odd() -> Clipping:
    """An article with everything in it that a terminal would stumble over."""
    made = article(
        "Clear \x1b[2J the screen, ring \x07 the bell, turn \u202eback\u202c again.",
        "A tab\tand 東京の記者 and e\u0301tude and 10\u00a0000 crowns.",
        id="odd",
        title="Odd characters arrive by wire",
        outlet="Northern Wire",
        published="2029",
    )
    return clipping(made)


def long() -> Clipping:
    """An article of many paragraphs, with a quotation in every tenth."""
    lines = [
        f"Paragraph {n} tells of the harbour and of nothing else for a while."
        if n % 10
        else f"“Number {n} it is,” Dario Venn said."
        for n in range(1, 61)
    ]
    made = article(
        *lines, id="long", title="The long read", outlet="Harbour Post",
        published="2031-01-20",
    )  # fmt: skip
    said = [(f"Number {n} it is,", "Dario Venn") for n in range(10, 61, 10)]
    return clipping(made, *said)


STORIES = (border, courier, wire, ferry, odd, long)


def fill(folder: Path, stories: Iterable[Clipping]) -> Path:
    """Make an archive of clippings as they are, quotations included."""
    writer = StoreWriter(folder)
    with writer.batch() as revision:
        for one in stories:
            raw = one.article.text.encode()
            digest = hashlib.sha256(raw).hexdigest()
            kept = replace(one, article=replace(one.article, sha256=digest))
            writer.put(Found(kept, raw, "text"), revision)
            path = one.article.path
            writer.place(path, one.article.id, file=path, now=NOW, revision=revision)
    writer.close()
    rebuild(folder, AddOptions())
    return folder


def archive_in(folder: Path) -> Archive:
    """Make the archive of all stories, and open it."""
    folder.mkdir(parents=True, exist_ok=True)
    return Archive.open(fill(folder, [story() for story in STORIES]))


def kept_in(folder: Path) -> Archive:
    """Make the archive of all stories, and open it with a state of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    fill(folder, [story() for story in STORIES])
    return Archive.open(folder, State(folder / "state.db"))


class Stage:
    """The reader being driven by a test."""

    def __init__(self, app: QuothApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def page(self) -> ReadingPage:
        """Give the reading page, whatever lies over it."""
        pages = [s for s in self.app.screen_stack if isinstance(s, ReadingPage)]
        return pages[0]

    async def press(self, *keys: str) -> None:
        """Press keys one by one, and let all that they set off come to rest."""
        await self.pilot.press(*keys)
        await self.settle()

    async def packet(self, *keys: str) -> None:
        """Let keys arrive together, as over a slow line."""
        for key in keys:
            self.app.post_message(events.Key(key, _CHARACTERS.get(key)))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*(_KEYS.get(c, c) for c in text))

    async def settle(self) -> None:
        """Wait until nothing is being read, searched or awaited."""
        calm = 0
        for _ in range(_PATIENCE):
            await self.pilot.pause(0.01)
            calm = 0 if self._is_busy() else calm + 1
            if calm >= 3:
                return
        raise AssertionError("the reader does not come to rest")

    def _is_busy(self) -> bool:
        running = any(not worker.is_finished for worker in self.app.workers)
        page = self.page
        return running or page.list._rest is not None or page._pause is not None

    def picture(self) -> str:
        """Give the screen as text; times are not the same twice and read 0 ms."""
        strips = self.app.screen._compositor.render_strips()
        lines = [strip.text.rstrip() for strip in strips]
        return "".join(f"{_timeless(line)}\n" for line in lines)

    def lines(self) -> list[str]:
        """Give the screen line by line."""
        return self.picture().splitlines()

    @property
    def open_id(self) -> str | None:
        """Give the article that is shown."""
        shown = self.page.reader.clipping
        return shown.article.id if shown else None

    @property
    def listed(self) -> list[str]:
        """Give the ids of the rows, in order."""
        page = self.page
        rows = [page.list.row_at(n) for n in range(page.list.total)]
        return [_id(row) for row in rows]


_CHARACTERS = {"enter": "\r", "tab": "\t", "space": " "}
_KEYS = {" ": "space"}


def _id(row: object) -> str:
    headline = getattr(row, "headline", row)
    return str(getattr(headline, "id", "?"))


def _timeless(line: str) -> str:
    """Put 0 ms for any time, and let the rule take up the difference."""
    found = _TOOK.search(line)
    if found is None:
        return line
    stroke, words, took = found.groups()
    return line.replace(found[0], stroke * (len(took) - 3) + words + "0 ms", 1)


@asynccontextmanager
async def reader(
    archive: Archive,
    size: tuple[int, int] = (80, 24),
    settings: ReaderSettings | None = None,
) -> AsyncIterator[Stage]:
    """Run the reader without a terminal."""
    app = QuothApp(archive, settings or ReaderSettings(theme="mono"))
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        yield stage
