"""The reading page, put together: list, article, quotations and the query over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerState

from index.errors import ArchiveError
from tui.actions import BY_ID, Place
from tui.render.facts import counted, of_answer, of_archive
from tui.screens.amending import Amending
from tui.screens.handing import Handing
from tui.screens.jumping import Jumping
from tui.screens.moving import Moving
from tui.screens.saving import Saving
from tui.screens.surveying import Surveying
from tui.widgets.query_line import FINDS

if TYPE_CHECKING:
    from index.archive.archive import Edition
    from tui.screens.leaflet import Lines
    from tui.widgets.query_line import QueryLine

LOOK_S = 20
"""How often the archive is asked whether somebody has added to it."""


class ReadingPage(Jumping, Moving, Saving, Amending, Surveying, Handing):
    """What stands on the desk, and who hears what; each part does its own work.

    Textual calls the handlers of every class, this one's first: none calls another.
    """

    def on_mount(self) -> None:
        """Take up the query the program was started with, and watch for news."""
        if self.first_query:
            self.call_later(self.put_query, self.first_query)
        self.set_interval(LOOK_S, self._look_for_news)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what no part of the page expected; the page goes on."""
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self.let_go()
            self.status.tell(f"This should not have happened: {event.worker.error!r}")

    def locate(self) -> None:
        """Say where in it all the reader is."""
        self.status.locate(" · ".join(self._position()))

    def after_action(self) -> None:
        """Show the new position in the same frame."""
        self.locate()

    def _position(self) -> list[str]:
        if self.sight.focus is Place.LIST:
            total = self.list.total
            return [f"{self.list.cursor + 1:,} of {total:,}"] if total else []
        clipping = self.reader.clipping
        if clipping is None:
            return []
        parts = []
        if self.reader.hits:
            at = self.reader.place.hit
            parts.append(
                counted(len(self.reader.hits), "hit")
                if at is None
                else f"hit {at + 1} of {len(self.reader.hits)}"
            )
        if clipping.quotes:
            number = self.reader.quote_in_order
            parts.append(
                counted(len(clipping.quotes), "quote")
                if number is None
                else f"quote {number + 1} of {len(clipping.quotes)}"
            )
        reading = "" if self.reader.is_whole else "setting, "
        parts.append(f"{reading}{self.reader.share:.0%}")
        return parts

    def on_article_view_turned(self) -> None:
        """Say where in the article the reader is."""
        self.locate()

    def on_query_line_changed(self, message: QueryLine.Changed) -> None:
        """Find in the article; searches of the archive are heard of below."""
        if message.purpose in FINDS:
            self.find_typed(message.text, message.purpose)

    def on_query_line_committed(self, message: QueryLine.Committed) -> None:
        """Mean the words that were to be found."""
        if message.purpose in FINDS:
            self.find_meant(message.purpose)
            self._say_facts()
        self.call_later(self.line_done)

    def on_query_line_left(self, message: QueryLine.Left) -> None:
        """Forget the words that were to be found."""
        if message.purpose in FINDS:
            self.find_left()
            self._say_facts()
        self.call_later(self.line_done)

    def _say_facts(self) -> None:
        """Say again what the list shows."""
        answer = self.answer
        facts = of_answer(answer, self.text) if answer else of_archive(self.totals)
        self.masthead.say(facts)

    def go_back(self) -> None:
        """Leave a search: one that was typed for all articles, others for theirs."""
        if self.go_before():
            return
        if self.answer is None:
            key = self.keymap.key_of(BY_ID["quit"])
            self.status.tell(f"This is the first page; {key} leaves quoth.")
            return
        self.query_line.rest("")
        self.search("")

    def _look_for_news(self) -> None:
        self.run_worker(self._news, thread=True, group="news", exit_on_error=False)

    def _news(self) -> None:
        """Ask whether the archive has changed; in a thread of its own."""
        edition = self.archive.edition
        try:
            if not self.archive.changed():
                return
            new = self.archive.totals().articles - self.totals.articles
        except ArchiveError:
            return  # whoever reads next says what is wrong
        self.app.call_from_thread(self._offer, edition, new)

    def _offer(self, edition: Edition, new: int) -> None:
        """Offer what is new until it is taken; nothing moves under the cursor."""
        if edition != self.archive.edition:
            return
        key = self.keymap.key_of(BY_ID["reopen"])
        what = f"{new:,} new" if new > 0 else "archive changed"
        self.status.offer(f"{what} · {key}")

    def action_sort(self) -> None:
        """Change the order of what has the focus."""
        if self.sight.focus is Place.QUOTES:
            self.sort_quotes()
        else:
            super().action_sort()

    def action_info(self) -> None:
        """Show where each field of the article was read."""
        from tui.render.provenance import HANG, provenance  # noqa: PLC0415 - start-up

        if clipping := self.reader.clipping:
            made = [
                one
                for one in self.archive.corrections()
                if one.article == clipping.article.id and not one.undone
            ]
            lines = provenance(clipping, self.palette, made)
            self._show("Where it was read", lines, hang=HANG)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from tui.render.keys import KEYS_HANG, keys_of  # noqa: PLC0415 - start-up
        from tui.render.primer import primer  # noqa: PLC0415 - start-up
        from tui.screens.leaflet import KeysLeaflet  # noqa: PLC0415 - start-up

        lines = keys_of(self.place, self.keymap, self.palette)
        if self.place is Place.LIST:
            lines += primer(self.palette)
        heading = f"Keys in the {self.place}"
        leaflet = KeysLeaflet(heading, lines, self.keymap, self.palette, hang=KEYS_HANG)
        self.app.push_screen(leaflet)

    def _show(self, heading: str, lines: Lines, *, hang: int) -> None:
        from tui.screens.leaflet import Leaflet  # noqa: PLC0415 - start-up

        leaflet = Leaflet(heading, lines, self.keymap, self.palette, hang=hang)
        self.app.push_screen(leaflet)

    async def action_palette(self) -> None:
        """Choose from all commands."""
        from tui.screens.commands import Commands  # noqa: PLC0415 - start-up

        commands = Commands(self.place, self.keymap, self.palette)
        await self.app.push_screen(commands, self._chosen)

    async def _chosen(self, action_id: str | None) -> None:
        if action_id:
            await self.run_action(action_id)
