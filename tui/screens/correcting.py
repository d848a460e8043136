"""Put right who spoke with two keys, and take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.archive import UtteranceRow
from tui.actions import Place
from tui.render.rows import headline_of
from tui.screens.annotating import Annotating
from tui.screens.standing import Aim

if TYPE_CHECKING:
    from index.model import Clipping
    from index.state import Notebook
    from index.state.correcting import Correction

_UNKNOWN = "nobody known"


class Correcting(Annotating):
    """Corrections of speakers; what is shown is asked for again at once."""

    def _spoken(self) -> tuple[str, int] | None:
        """Give the quotation that is meant: its article, and its number there."""
        row, clipping = self.list.row, self.reader.clipping
        if self.sight.focus is Place.LIST:
            if isinstance(row, UtteranceRow):
                return headline_of(row).id, row.number
            return None
        in_quotes = self.sight.focus is Place.QUOTES
        number = self.quotes.number if in_quotes else self.reader.quote_in_sight
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
            self.status.tell("No quotation is meant here; } goes to the next one.")
            return
        id_, number = spoken
        ask = partial(self._ask_speaker, notebook, number)
        self.keep(partial(self.archive.clipping, id_), ask)

    def _ask_speaker(self, notebook: Notebook, number: int, clipping: Clipping) -> None:
        present = clipping.quotes[number].speaker
        names = dict.fromkeys(quote.speaker for quote in clipping.quotes)
        offers = [name for name in names if name and name != present]
        correct = partial(self._correct, notebook, clipping, number)
        self.ask(f"{present or _UNKNOWN} → who spoke?", correct, offers=offers)

    def _correct(
        self, notebook: Notebook, clipping: Clipping, number: int, name: str
    ) -> None:
        kinds = {quote.speaker: quote.speaker_kind for quote in clipping.quotes}

        def correct() -> Correction:
            return notebook.corrections.speaker(
                clipping, number, name or None, who=_who(), kind=kinds.get(name)
            )

        aim = Aim(clipping.article.id, quote=number)
        said = f"{name or 'Nobody known'} spoke; X takes it back."
        self.keep(correct, lambda _: self._show_again(aim, said))

    def action_uncorrect(self) -> None:
        """Take the last correction of this speaker back."""
        notebook, spoken = self.own(), self._spoken()
        if notebook is None:
            return
        if spoken is None:
            self.status.tell("No quotation is meant here; } goes to the next one.")
            return
        id_, number = spoken
        aim = Aim(id_, quote=number)

        def said(undone: Correction | None) -> None:
            if undone is None:
                self.status.tell("Nobody has corrected this speaker.")
            else:
                self._show_again(aim, f"{undone.old or 'Nobody known'} spoke again.")

        self.keep(partial(self._undo, notebook, id_, number), said)

    def _undo(self, notebook: Notebook, id_: str, number: int) -> Correction | None:
        """Take back the correction that holds; in the thread of those who keep."""
        from index.state.correcting import Corrects, spoken_at  # noqa: PLC0415

        clipping = self.archive.clipping(id_)
        found = [
            one
            for one in self.archive.corrections()
            if one.corrects is Corrects.SPEAKER
            and one.article == id_
            and not one.undone
            and number in spoken_at(clipping, one)
        ]
        return notebook.corrections.undo(found[-1].id, found[-1]) if found else None

    def _show_again(self, aim: Aim, said: str) -> None:
        """Ask again for all that the page shows, and stay where the reader is."""
        self.status.tell(said)
        if self.answer is not None:
            self.search(self.text, cursor=self.list.cursor)
        shown = self.reader.clipping
        if shown and shown.article.id == aim.article:
            top = self.reader.offset_at_top
            self.open_article(Aim(aim.article, top, aim.quote))


def _who() -> str:
    import getpass  # noqa: PLC0415 - start-up

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
