"""Put right what is known of an article, and which names are one, in the reader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

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
        self.ask("put right", partial(self._amend, notebook, article), offers=lines)
        self.status.tell(
            "Title, outlet, date, event or alias: ↓ shows how each stands."
        )

    def _amend(self, notebook: Notebook, article: Article, line: str) -> None:
        def amended() -> Correction:
            from index.state.amending import amend  # noqa: PLC0415 - start-up

            known = self.archive.corrections()
            made = notebook.corrections
            return amend(made, article, line, who=who(), known=known)

        self.status.tell("")
        if line.strip():
            self.keep(amended, partial(self._say_amended, article.id))

    def _say_amended(self, article: str, made: Correction) -> None:
        from tui.render.amends import changed  # noqa: PLC0415 - start-up

        self._last = made
        key = self.keymap.key_of(BY_ID["uncorrect"])
        self._show_again(Aim(article), changed(made, key), lists=True)
