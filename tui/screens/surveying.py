"""Look over a whole result by its facets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.errors import ArchiveError
from tui.render.facts import counted
from tui.screens.chronicling import Chronicling
from tui.screens.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.archive.facets import Facets, Kind
    from tui.screens.choosing import Chooser


class Surveying(Chronicling, Speaking):
    """Keys that open pages on many articles; each is counted beside the keys."""

    def action_facets(self) -> None:
        """Count what the present result consists of."""
        self._survey("by outlet, date and speaker", whole=True)

    def action_months(self) -> None:
        """Count the present result month by month."""
        self._survey("year by year, month by month", whole=False)

    def _survey(self, how: str, *, whole: bool) -> None:
        """Open the page at once; its rows come when they are counted."""
        chooser = self._awaited(how.capitalize())
        queries: list[str] = []

        def narrow(number: int | None) -> None:
            if number is not None:
                self.put_query(queries[number])

        self.app.push_screen(chooser, narrow)
        count = partial(self._count, how, chooser, queries, whole=whole)
        self._count_beside(chooser, count)

    def _awaited(self, heading: str) -> Chooser:
        from tui.screens.choosing import Chooser  # noqa: PLC0415 - start-up

        said = ("Counting …",)
        chooser = Chooser(heading, [], self.keymap, self.palette, said=said)
        chooser.is_awaited = True
        return chooser

    def _count_beside(self, chooser: Chooser, count: Callable[[], None]) -> None:
        """Count in a thread of its own; where that fails, the page says why."""

        def work() -> None:
            try:
                count()
            except ArchiveError as error:
                said = partial(chooser.choices.head, chooser.choices.heading)
                self.app.call_from_thread(said, [str(error)])
            self.app.call_from_thread(chooser.settle)

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
        found = count(self.archive, self.answer, self.text)
        self.app.call_from_thread(self._show_facets, how, chooser, queries, found)

    def _show_facets(
        self, how: str, chooser: Chooser, queries: list[str], facets: Facets
    ) -> None:
        from tui.render.facets import facet_rows  # noqa: PLC0415 - start-up

        utterances = self.answer is not None and self.answer.kind == "utterances"
        counts = counted(facets.total, "quotation" if utterances else "article")
        undated = f", {facets.undated:,} undated" if facets.undated else ""
        nothing = ("There is nothing to count here.",)
        chooser.choices.head(f"{counts}{undated} · {how}", nothing)
        rows = facet_rows(facets, self.palette)
        for number, row in enumerate(rows):
            if row.more:
                chooser.doors[number] = partial(self._show_all, chooser, row.more)
        queries += [row.query for row in rows]
        chooser.add([row.choice for row in rows])

    def _show_all(self, below: Chooser, kind: Kind) -> None:
        """Show every value on a page over the one that has the first of them."""
        chooser = self._awaited(f"All {kind}")
        queries: list[str] = []

        def narrow(number: int | None) -> None:
            if number is not None:
                below.dismiss(None)
                self.put_query(queries[number])

        self.app.push_screen(chooser, narrow)
        count = partial(self._count_all, chooser, kind, queries)
        self._count_beside(chooser, count)

    def _count_all(self, chooser: Chooser, kind: Kind, queries: list[str]) -> None:
        """Count every value; in a thread of its own."""
        from index.archive.facets import count_all  # noqa: PLC0415 - start-up
        from tui.render.facets import share_rows  # noqa: PLC0415 - start-up

        shares = count_all(self.archive, self.answer, self.text, of=kind)
        rows = [row.choice for row in share_rows(shares, self.palette)]
        queries += [share.query for share in shares]
        unit = ", by quotations" if kind == "speakers" else ""
        heading = f"All {counted(len(shares), kind.removesuffix('s'))}{unit}"
        self.app.call_from_thread(chooser.choices.head, heading)
        self.app.call_from_thread(chooser.add, rows)
