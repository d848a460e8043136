"""Put right what is known of an article, and which names are one, in the reader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.errors import ArchiveError
from tui.actions import BY_ID
from tui.screens.correcting import Correcting, who
from tui.screens.standing import Aim

if TYPE_CHECKING:
    from index.model import Article
    from index.state import Notebook
    from index.state.correcting import Correction

_WHAT = "Title, outlet, date, event or alias: ↓ shows how each stands."


class Amending(Correcting):
    """The key that corrects title, outlet and dates, and makes two names one."""

    def action_amend(self) -> None:
        """Ask what to put right; what is offered is how it stands."""
        notebook, article = self.own(), self._meant()
        if notebook is None or article is None:
            return
        from index.state.amending import offers  # noqa: PLC0415 - start-up

        quote = self._quote()
        lines = offers(article, quote.speaker if quote else None)
        self._ask_line(notebook, article, lines)
        self.status.tell(_WHAT)

    def _ask_line(
        self, notebook: Notebook, article: Article, lines: list[str], text: str = ""
    ) -> None:
        amend = partial(self._amend, notebook, article, lines)
        self.ask("put right", amend, text, offers=lines)

    def _amend(
        self, notebook: Notebook, article: Article, lines: list[str], line: str
    ) -> None:
        """Do what the line says; a line that cannot be is asked for again.

        At once: what is typed next mends the line, and is no key that does something.
        """
        self.status.tell("")
        if not line.strip():
            return
        from index.state.amending import amend  # noqa: PLC0415 - start-up

        try:
            known = self.archive.corrections()
            made = amend(notebook.corrections, article, line, who=who(), known=known)
        except ArchiveError as error:
            self._ask_line(notebook, article, lines, line)
            self.status.tell(str(error))
        else:
            self._say_amended(article.id, made)

    def _say_amended(self, article: str, made: Correction) -> None:
        from tui.render.amends import changed  # noqa: PLC0415 - start-up

        self._last = made
        key = self.keymap.key_of(BY_ID["uncorrect"])
        self._show_again(Aim(article), changed(made, key), lists=True)
