"""Look over a whole result by its facets, and over a speaker by date."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from index.errors import ArchiveError
from tui.actions import Place
from tui.render.facts import counted
from tui.screens.arrangement import Shape
from tui.screens.returning import Returning
from tui.screens.speaking import Speaking
from tui.screens.standing import Aim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.archive.facets import Facets
    from index.archive.speakers import Rolls
    from index.model import Clipping
    from tui.render.choices import Choice
    from tui.screens.choosing import Chooser

_AT_ONCE = 100
"""Utterances that are read together."""


class Surveying(Returning, Speaking):
    """Keys that open pages on many articles; each is counted beside the keys."""

    def action_facets(self) -> None:
        """Count what the present result consists of."""
        self._survey("by outlet, date and speaker", whole=True)

    def action_months(self) -> None:
        """Count the present result month by month."""
        self._survey("year by year, month by month", whole=False)

    def _survey(self, how: str, *, whole: bool) -> None:
        """Open the page at once; its rows come when they are counted."""
        from tui.screens.choosing import Chooser  # noqa: PLC0415 - start-up

        heading = how.capitalize()
        said = ("Counting …",)
        chooser = Chooser(heading, [], self.keymap, self.palette, said=said)
        queries: list[str] = []

        def narrow(number: int | None) -> None:
            if number is not None:
                self.put_query(queries[number])

        self.app.push_screen(chooser, narrow)
        work = partial(self._count, how, chooser, queries, whole=whole)
        self.run_worker(
            work, thread=True, exclusive=True, group="survey", exit_on_error=False
        )

    def _count(
        self, how: str, chooser: Chooser, queries: list[str], *, whole: bool
    ) -> None:
        """Count; in a thread of its own."""
        from index.archive.facets import (  # noqa: PLC0415 - start-up
            count_dates,
            count_facets,
        )

        count = count_facets if whole else count_dates
        try:
            found = count(self.archive, self.answer, self.text)
        except ArchiveError as error:
            say = partial(chooser.choices.head, chooser.choices.heading, [str(error)])
            self.app.call_from_thread(say)
            return
        self.app.call_from_thread(self._show_facets, how, chooser, queries, found)

    def _show_facets(
        self, how: str, chooser: Chooser, queries: list[str], facets: Facets
    ) -> None:
        from tui.render.facets import facet_rows  # noqa: PLC0415 - start-up

        utterances = self.answer is not None and self.answer.kind == "utterances"
        counts = counted(facets.total, "quotation" if utterances else "article")
        undated = f" · undated {facets.undated:,}" if facets.undated else ""
        nothing = ("There is nothing to count here.",)
        chooser.choices.head(f"{counts} {how}{undated}", nothing)
        rows = facet_rows(facets, self.palette)
        queries += [row.query for row in rows]
        chooser.add([row.choice for row in rows])

    def action_timeline(self) -> None:
        """Show what the speaker of this quotation said, from the first day on."""
        quote = self._quote()
        if quote is None or quote.speaker is None:
            self.status.tell("Nobody known speaks here; } goes to the next quotation.")
            return
        from tui.screens.choosing import Chooser  # noqa: PLC0415 - start-up

        said: list[Aim] = []
        saying = ("Reading …",)
        heading = "Day by day"
        chooser = Chooser(heading, [], self.keymap, self.palette, said=saying)

        def go(number: int | None) -> None:
            # The first row says who is meant.
            if number is not None:
                self._go_aside(said[number - 1])

        self.app.push_screen(chooser, go)
        work = partial(self._gather, quote.speaker, chooser, said)
        self.run_worker(
            work, thread=True, exclusive=True, group="survey", exit_on_error=False
        )

    def _go_aside(self, aim: Aim) -> None:
        """Open an article that need not stand in the list."""
        self.leave_here()
        self.look(Place.READER, zoomed=self.shape is Shape.STACKED)
        self.open_article(aim)

    @cached_property
    def _rolls(self) -> Rolls:
        from index.archive.speakers import Rolls  # noqa: PLC0415 - start-up

        return Rolls(self.archive)

    def _gather(self, name: str, chooser: Chooser, said: list[Aim]) -> None:
        """Read one batch after the other while the page is open; in a thread."""
        from tui.render.utterances import speaker_lines  # noqa: PLC0415 - start-up

        try:
            page = self._rolls.roll().named(name)
            head = speaker_lines(page.speakers, self.palette)
            self.app.call_from_thread(chooser.add, [head])
            for start in range(0, page.total, _AT_ONCE):
                if not chooser.is_running:
                    return
                batch = list(page.utterances(start, start + _AT_ONCE))
                show = partial(self._gathered, chooser, said, batch)
                self.app.call_from_thread(show)
        except ArchiveError as error:
            self.app.call_from_thread(self.status.tell, str(error))

    def _gathered(
        self, chooser: Chooser, said: list[Aim], batch: Sequence[tuple[Clipping, int]]
    ) -> None:
        from tui.render.utterances import utterance_row  # noqa: PLC0415 - start-up

        width = self.size.width
        rows: list[Choice] = []
        for clipping, number in batch:
            said.append(Aim(clipping.article.id, quote=number))
            rows.append(utterance_row(clipping, number, width, self.palette))
        chooser.add(rows)
