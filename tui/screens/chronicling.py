"""Show a speaker day by day, go aside to an article from there, and come back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from index.errors import ArchiveError
from tui.actions import Place
from tui.screens.arrangement import Shape
from tui.screens.returning import Returning
from tui.screens.standing import Aim, Stand
from tui.screens.taking import Taking

if TYPE_CHECKING:
    from index.archive.speakers import Rolls
    from tui.screens.timeline import Chronicle, Timeline

_AT_ONCE = 100
"""Utterances that are read together."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a timeline was opened, to the quotation."""

    stand: Stand
    aim: Aim | None
    outer: _Aside | None
    """The article there may have been gone to from another timeline."""


@dataclass(frozen=True, slots=True)
class _Aside:
    """An article that was gone to from a timeline."""

    article: str
    chronicle: Chronicle
    origin: _Origin


class Chronicling(Returning, Taking):
    """The key that opens a timeline, and the one that leads back to it."""

    _aside: _Aside | None = None

    def action_timeline(self) -> None:
        """Show what the speaker of this quotation said, from the first day on."""
        quote = self._quote()
        if quote is None or quote.speaker is None:
            self.status.tell("Nobody known speaks here; } goes to the next quotation.")
            return
        from index.query.rewrite import date_filter  # noqa: PLC0415 - start-up
        from tui.screens.timeline import Chronicle  # noqa: PLC0415 - start-up

        dates = date_filter(self.answer.query) if self.answer else None
        chronicle = Chronicle(quote.speaker, dates, is_narrowed=dates is not None)
        outer, self._aside = self._present_aside, None
        self._open_timeline(chronicle, _Origin(self.stand, self._aim_here, outer))

    @property
    def _aim_here(self) -> Aim | None:
        """Give the place in the open article, to the quotation."""
        clipping = self.reader.clipping
        if clipping is None:
            return None
        top, number = self.reader.offset_at_top, self.reader.place.quote
        return Aim(clipping.article.id, top, number)

    @property
    def _present_aside(self) -> _Aside | None:
        """Give the article that was gone to, as long as it is the one being read."""
        aside, aim = self._aside, self.aim
        in_list = self.sight.focus is Place.LIST
        is_there = aside and aim and aim.article == aside.article and not in_list
        return aside if is_there else None

    def _open_timeline(self, chronicle: Chronicle, origin: _Origin) -> None:
        from tui.screens.timeline import Timeline  # noqa: PLC0415 - start-up

        def leave(number: int | None) -> None:
            if number is not None:
                # The first choice says who is meant.
                self._go_aside(chronicle.aims[number - 1], chronicle, origin)
            elif self._aside:
                self._go_home(origin)
            else:
                self._aside = origin.outer

        timeline = Timeline(chronicle, self._read_on, self.keymap, self.palette)
        self.app.push_screen(timeline, leave)
        self._read_on(timeline)

    def _go_aside(self, aim: Aim, chronicle: Chronicle, origin: _Origin) -> None:
        """Open an article that need not stand in the list."""
        if self._aside is None:
            self.leave_here()
        self._aside = _Aside(aim.article, chronicle, origin)
        self.look(Place.READER, zoomed=self.shape is Shape.STACKED)
        self.open_article(aim)

    def step_article(self, step: int) -> None:
        """Go on to the next article: of the timeline, if this one was opened there."""
        aside = self._present_aside
        if aside is None:
            super().step_article(step)
            return
        chronicle = aside.chronicle
        aim = chronicle.step(step)
        if aim is None:
            self.status.tell(_end(chronicle, step))
            return
        self._go_aside(aim, chronicle, aside.origin)
        total = chronicle.found.total if chronicle.found else len(chronicle.aims)
        self.status.tell(f"{chronicle.cursor:,} of {total:,}, day by day")

    def action_earlier(self) -> None:
        """Go back to the place before: from an article aside, to its timeline."""
        if self._present_aside:
            self.action_back()
        else:
            super().action_earlier()

    def _go_home(self, origin: _Origin) -> None:
        """Go back to where the timeline was opened."""
        self._aside = origin.outer
        if self._behind[-1:] == (origin.stand,):
            self._behind = self._behind[:-1]
        self.go_to(origin.stand)
        if origin.aim:
            self.open_article(origin.aim)

    def action_back(self) -> None:
        """Go back: from an article aside to the timeline it was opened from."""
        self._aside = self._present_aside
        if self._aside:
            self._open_timeline(self._aside.chronicle, self._aside.origin)
        else:
            super().action_back()

    @cached_property
    def _rolls(self) -> Rolls:
        from index.archive.speakers import Rolls  # noqa: PLC0415 - start-up

        return Rolls(self.archive)

    def _read_on(self, timeline: Timeline) -> None:
        self.run_worker(
            partial(self._gather, timeline), thread=True, exclusive=True,
            group="survey", exit_on_error=False,
        )  # fmt: skip

    def _gather(self, timeline: Timeline) -> None:
        """Read one batch after the other while the page is open; in a thread."""
        tell, chronicle = self.app.call_from_thread, timeline.chronicle
        try:
            if not self._is_begun(timeline) or chronicle.found is None:
                return
            edition, found = chronicle.edition, chronicle.found
            for start in range(chronicle.read, found.total, _AT_ONCE):
                stop = min(start + _AT_ONCE, found.total)
                batch = list(found.utterances(start, stop))
                if not tell(timeline.take, edition, stop - start, batch):
                    return
        except ArchiveError as error:
            tell(timeline.fail, str(error))
            return
        tell(timeline.settle)

    def _is_begun(self, timeline: Timeline) -> bool:
        """Find where the speaker is quoted, anew after a correction."""
        chronicle, dates = timeline.chronicle, timeline.chronicle.dates
        roll = self._rolls.roll()
        if roll is chronicle.roll and chronicle.found:
            return True
        whole = chronicle.whole
        if whole is None or roll is not chronicle.roll:
            whole = roll.named(chronicle.name)
        narrow = dates if chronicle.is_narrowed else None
        found = whole.within(narrow) if narrow else whole
        return self.app.call_from_thread(timeline.begin, roll, whole, found)


def _end(chronicle: Chronicle, step: int) -> str:
    if step > 0 and not chronicle.is_read:
        return "The timeline has been read as far as this; go back to it for more."
    return "That was the last article." if step > 0 else "That was the first."
