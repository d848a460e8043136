"""Put right who spoke with two keys, and take it back."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from index.archive import UtteranceRow
from index.errors import ArchiveError
from tui.actions import BY_ID, Place
from tui.render.rows import headline_of
from tui.screens.annotating import Annotating
from tui.screens.standing import Aim

if TYPE_CHECKING:
    from index.archive import Archive
    from index.model import Clipping
    from index.state import Notebook
    from index.state.correcting import Correction
    from tui.screens.searching import Ready

_ROOM = 24
"""Cells that the prompt leaves to the name."""
_MARGIN = 4
"""Cells that the status line keeps around a notice."""
_NO_QUOTATION = "No quotation is meant here; } goes to the next one."


class Correcting(Annotating):
    """Corrections of speakers; what is shown is asked for again at once."""

    _last: Correction | None = None
    """What was put right here last, unless it was taken back."""
    _corrected: Aim | None = None
    """The quotation that is shown, even if nothing answers the query any more."""

    def _spoken(self) -> tuple[str, int] | None:
        """Give the quotation that is meant: its article, and its number there."""
        row, clipping = self.list.row, self.reader.clipping
        in_list = self.sight.focus is Place.LIST
        if in_list and self.list.total:
            if isinstance(row, UtteranceRow):
                return headline_of(row).id, row.number
            return None
        if in_list:
            number = self.reader.place.quote
        elif self.sight.focus is Place.QUOTES:
            number = self.quotes.number
        else:
            number = self.reader.quote_in_sight
        if clipping is None or number is None:
            return None
        return clipping.article.id, number

    def action_correct(self) -> None:
        """Ask who spoke; nothing typed means that nobody knows."""
        notebook = self.own()
        if notebook is None:
            return
        spoken = self._spoken()
        if spoken is None:
            self.status.tell(_NO_QUOTATION)
            return
        id_, number = spoken
        # At once: what is typed next is the name, and no key that does something.
        clipping = self.reader.clipping
        if clipping is None or clipping.article.id != id_:
            try:
                clipping = self.archive.clipping(id_)
            except ArchiveError as error:
                self.status.tell(str(error))
                return
        self._ask_speaker(notebook, number, clipping)

    def _ask_speaker(self, notebook: Notebook, number: int, clipping: Clipping) -> None:
        from tui.render.amends import UNKNOWN, began  # noqa: PLC0415 - start-up

        quote = clipping.quotes[number]
        names = Counter(one.speaker for one in clipping.quotes).most_common()
        offers = [name for name, _ in names if name and name != quote.speaker]
        correct = partial(self._correct, notebook, clipping, number)
        question = f"{quote.speaker or UNKNOWN} → who spoke?"
        room = self.size.width - len(question) - _ROOM
        words = began(quote.span.of(clipping.article.text), room)
        self.ask(f"{words} {question}", correct, offers=offers)

    def _correct(
        self, notebook: Notebook, clipping: Clipping, number: int, name: str
    ) -> None:
        kinds = {quote.speaker: quote.speaker_kind for quote in clipping.quotes}

        def correct() -> Correction:
            return notebook.corrections.speaker(
                clipping, number, name or None, who=who(), kind=kinds.get(name)
            )

        def say(made: Correction) -> None:
            from tui.render.amends import ascribed, reach  # noqa: PLC0415 - start-up

            self._last = made
            key = self.keymap.key_of(BY_ID["uncorrect"])
            said = ascribed(made, reach(clipping, made), key, self._told)
            self._show_again(aim, said)

        aim = Aim(clipping.article.id, quote=number)
        self.keep(correct, say)

    def action_uncorrect(self) -> None:
        """Take back what was just put right, or the correction of what is meant."""
        notebook = self.own()
        if notebook is None:
            return
        undo = partial(_undo, self.archive, notebook, self._last, self._spoken())
        self._last = None
        self.keep(undo, self._say_undone)

    def _say_undone(self, undone: tuple[Correction, str] | None) -> None:
        from tui.render.amends import given_back  # noqa: PLC0415 - start-up

        if undone is None:
            nothing = "Nobody has corrected this speaker."
            self.status.tell(nothing if self._spoken() else _NO_QUOTATION)
            return
        correction, also = undone
        aim = Aim(correction.article, quote=self.reader.place.quote)
        said = given_back(correction, also, self._told)
        self._show_again(aim, said, lists=not correction.anchor)

    @property
    def _told(self) -> int:
        """Give the cells that a notice may take."""
        return self.size.width - _MARGIN

    def _show_again(self, aim: Aim, said: str, *, lists: bool = False) -> None:
        """Ask again for all that the page shows, and stay where the reader is.

        Only what lists show makes the newest articles be asked for again.
        """
        self.status.tell(said)
        clipping = self.reader.clipping
        # An alias is about no article of its own, and may be about any.
        is_shown = clipping is not None and aim.article in {"", clipping.article.id}
        here = clipping.article.id if clipping and is_shown else aim.article
        aim = Aim(here, self.reader.offset_at_top, aim.quote, again=is_shown)
        if self.answer is None and lists:
            self.ask_again()
        elif self.answer is not None:
            self._corrected = aim if is_shown else None
            self.search(self.text, cursor=self.list.cursor)
            if self.sight.focus is Place.LIST:
                return  # the article follows the list
        if is_shown:
            self.open_article(aim)

    def _answered(self, asked: int, ready: Ready) -> None:
        """Show an answer; where nothing answers any more, what was corrected stays."""
        super()._answered(asked, ready)
        if asked == self._asked:
            aim, self._corrected = self._corrected, None
            if aim and not self.list.total:
                self.open_article(aim)


def _undo(
    archive: Archive,
    notebook: Notebook,
    last: Correction | None,
    spoken: tuple[str, int] | None,
) -> tuple[Correction, str] | None:
    """Take a correction back, and say what else it was about; may be slow."""
    # Late: the reader starts without corrections.
    from index.state.correcting import Corrects, spoken_at  # noqa: PLC0415
    from tui.render.amends import reach  # noqa: PLC0415

    made = [one for one in archive.corrections() if not one.undone]
    own = {one.id: one for one in notebook.corrections.all()}
    later = [one for one in own.values() if last and one.made > last.made]
    found = []
    if last and last.id in own and not later:
        found = [last]
    elif spoken:
        id_, number = spoken
        clipping = archive.clipping(id_)
        found = [
            one
            for one in made
            if one.corrects is Corrects.SPEAKER
            and one.article == id_
            and number in spoken_at(clipping, one)
        ]
    if not found:
        return None
    undone = notebook.corrections.undo(found[-1].id, found[-1])
    try:
        return undone, reach(archive.clipping(undone.article), undone)
    except ArchiveError:
        return undone, ""  # the article itself is gone; there is nothing to count


def who() -> str:
    """Name the user, as corrections do."""
    import getpass  # noqa: PLC0415 - start-up

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
