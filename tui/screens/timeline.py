"""What somebody said, day by day: a page that can be left and come back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.query.show import show
from tui.actions import BY_ID, Place
from tui.render.utterances import (
    speaker_lines,
    timeline_head,
    timeline_heading,
    utterance_row,
)
from tui.screens.choosing import Chooser
from tui.screens.leaflet import Leaflet
from tui.screens.standing import Aim

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.archive.speakers import Roll, SpeakerPage
    from index.model import Clipping
    from index.query.nodes import Query
    from tui.actions import Keymap
    from tui.render.choices import Choice
    from tui.themes import Palette

_MARGIN = 4
"""Cells that the sheet keeps beside a line."""
_HANG = 11


@dataclass(slots=True)
class Chronicle:
    """What a timeline shows, and how far it has been read."""

    name: str
    dates: Query | None
    """The date filter of the search, which can be laid aside."""
    is_narrowed: bool
    roll: Roll | None = None
    whole: SpeakerPage | None = None
    found: SpeakerPage | None = None
    """What is shown: the whole, or what the dates let through."""
    read: int = 0
    choices: list[Choice] = field(default_factory=list)
    aims: list[Aim] = field(default_factory=list)
    """Where each choice leads, the first of them being the head."""
    cursor: int = 0
    top: int = 0
    edition: int = 0
    """Goes up whenever it is read anew."""

    @property
    def is_read(self) -> bool:
        """Say whether all of it has been read."""
        return self.found is not None and self.read >= self.found.total

    def step(self, step: int) -> Aim | None:
        """Go on to the next row of another article, as far as it has been read."""
        at = self.cursor
        here = self.aims[at - 1].article
        while 0 < at <= len(self.aims):
            aim = self.aims[at - 1]
            if aim.article != here:
                self.cursor = at
                return aim
            at += step
        return None

    def begin_again(self) -> None:
        """Forget what was read."""
        self.found, self.read = None, 0
        self.choices, self.aims = [], []
        self.cursor = self.top = 0
        self.edition += 1


class Timeline(Chooser):
    """The page of a chronicle; whoever opens it has it read."""

    def __init__(
        self,
        chronicle: Chronicle,
        read: Callable[[Timeline], None],
        keymap: Keymap,
        palette: Palette,
    ) -> None:
        super().__init__("Day by day", [], keymap, palette, said=("Reading …",))
        self.chronicle = chronicle
        self._read = read
        self._goal = 0
        """The row to come back to, once it has been read again."""
        self._is_left = False
        if chronicle.found:
            self._head()
            self.choices.add(chronicle.choices)
            self.choices.cursor, self.choices.top = chronicle.cursor, chronicle.top
        self.is_awaited = not chronicle.is_read
        self.locate()

    @property
    def here(self) -> Place:
        """Say that this is a timeline."""
        return Place.TIMELINE

    def idle(self) -> frozenset[str]:
        """Give the actions that can do nothing at the moment."""
        dates = frozenset() if self.chronicle.dates else frozenset({"all_dates"})
        return super().idle() | dates

    @property
    def total(self) -> int:
        """Count what is said, read or not."""
        found = self.chronicle.found
        return found.total if found else self.choices.total

    @property
    def _key(self) -> str:
        return self.keymap.key_of(BY_ID["all_dates"])

    def _head(self) -> None:
        chronicle = self.chronicle
        if chronicle.found is None or chronicle.whole is None:
            return
        dates = show(chronicle.dates) if chronicle.dates else ""
        total, whole = chronicle.found.total, chronicle.whole.total
        heading = timeline_heading(
            total, whole, dates, self._key, is_narrowed=chronicle.is_narrowed
        )
        nothing = f"Nothing was said at these dates; {self._key} shows all dates."
        self.choices.head(heading, (nothing,))

    def begin(self, roll: Roll, whole: SpeakerPage, found: SpeakerPage) -> bool:
        """Say who is meant; a page that was left, or means other dates, says no."""
        chronicle = self.chronicle
        if self._is_left or (found is whole) is chronicle.is_narrowed:
            return False
        self._goal = chronicle.cursor
        chronicle.begin_again()
        chronicle.roll, chronicle.whole, chronicle.found = roll, whole, found
        self.choices.clear()
        self._head()
        if found.total:
            key = self.keymap.key_of(BY_ID["names"])
            width = self.app.size.width - _MARGIN
            whose, others = found.speakers, whole.namesakes
            self._keep([timeline_head(whose, others, width, self.palette, key)])
        return True

    def take(
        self, edition: int, count: int, batch: Sequence[tuple[Clipping, int]]
    ) -> bool:
        """Show more of it; a page that was left says no."""
        chronicle = self.chronicle
        if self._is_left or edition != chronicle.edition or chronicle.found is None:
            return False
        whose = next((one.name for one in chronicle.found.speakers), "")
        width = self.app.size.width
        rows = [
            utterance_row(clipping, number, width, self.palette, whose=whose)
            for clipping, number in batch
        ]
        chronicle.aims += [
            Aim(clipping.article.id, quote=number) for clipping, number in batch
        ]
        chronicle.read += count
        self._keep(rows)
        if 0 < self._goal < len(chronicle.choices):
            self.choices.stop_at(self._goal)
            self._goal = 0
            self.locate()
        return True

    def _keep(self, choices: list[Choice]) -> None:
        self.chronicle.choices += choices
        self.add(choices)

    def settle(self) -> None:
        """Say that all has been read; a row that is gone is not gone back to."""
        super().settle()
        self._goal = 0

    def fail(self, said: str) -> None:
        """Say why nothing more can be read."""
        self.choices.head(self.choices.heading, (said,))
        if self.choices.total:
            self.foot.tell(said)
        self.settle()

    def action_all_dates(self) -> None:
        """Show all dates, or those of the search again."""
        chronicle = self.chronicle
        if chronicle.dates is None:
            self.foot.tell("The search names no dates; all of them are shown.")
            return
        chronicle.is_narrowed = not chronicle.is_narrowed
        chronicle.begin_again()
        self.choices.clear()
        self.choices.head("Day by day", ("Reading …",))
        self.is_awaited = True
        self._read(self)

    def action_names(self) -> None:
        """Show all names that this timeline is about."""
        if self.chronicle.whole is None:
            return
        whole = self.chronicle.whole
        lines = speaker_lines(whole.speakers, whole.namesakes, self.palette)
        indented = [[("   ", self.palette.text), *pieces] for pieces in lines]
        heading = f"Who is meant by {self.chronicle.name}"
        leaflet = Leaflet(heading, indented, self.keymap, self.palette, hang=_HANG)
        self.app.push_screen(leaflet)

    def action_open(self) -> None:
        """Choose, and keep the place to come back to."""
        sheet, chronicle = self.choices, self.chronicle
        if sheet.number is not None:
            chronicle.cursor, chronicle.top = sheet.cursor, sheet.top
            self._is_left = True
        super().action_open()

    def action_back(self) -> None:
        """Leave."""
        self._is_left = True
        super().action_back()
