"""Take something away from the page: the quotation that is meant, a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import UtteranceRow
from tui.actions import Place
from tui.render.citing import cite_article, cite_passage, cite_quote
from tui.render.rows import headline_of
from tui.screens.searching import Searching

if TYPE_CHECKING:
    from index.model import Quote


class Taking(Searching):
    """Keys that copy what is meant."""

    def _quote(self) -> Quote | None:
        """Give the quotation that is meant here."""
        row = self.list.row
        if self.sight.focus is Place.LIST and isinstance(row, UtteranceRow):
            return row.quote
        clipping = self.reader.clipping
        if clipping is None:
            return None
        in_quotes = self.sight.focus is Place.QUOTES
        number = self.quotes.number if in_quotes else self.reader.quote_in_sight
        return clipping.quotes[number] if number is not None else None

    def action_copy(self) -> None:
        """Copy the quotation, or the row, with its citation."""
        row = self.list.row
        clipping = self.reader.clipping
        quote = self._quote()
        if self.sight.focus is Place.LIST:
            if isinstance(row, UtteranceRow):
                self._copy(self._cite_row(row), "quotation")
            elif row is not None:
                self._copy(cite_article(headline_of(row).article), "citation")
        elif clipping and quote:
            self._copy(cite_quote(clipping.article, quote), "quotation")
        elif clipping:
            self._copy(cite_article(clipping.article), "citation")

    def _cite_row(self, row: UtteranceRow) -> str:
        """Cite a row's quotation; its article has no text at hand, the row has."""
        if row.headline.article.text:
            return cite_quote(row.headline.article, row.quote)
        whole = self.archive.clipping(row.headline.id).article
        return cite_quote(whole, row.quote)

    def action_copy_passage(self) -> None:
        """Copy what of the article is on the screen, with its citation."""
        clipping = self.reader.clipping
        start, end = self.reader.window
        if clipping and end > start:
            self._copy(cite_passage(clipping.article, start, end), "passage")

    def _copy(self, text: str, what: str) -> None:
        if self.send_copy(text):
            size = f"{len(text):,} characters"
            self.status.tell(f"Sent the {what} to the terminal’s clipboard, {size}.")
        else:
            self.status.tell(
                f"The {what} is too long for a terminal’s clipboard; "
                "quoth cite prints it."
            )

    def send_copy(self, text: str) -> bool:
        """Send a text to the clipboard; say whether it could be sent."""
        self.app.copy_to_clipboard(text)
        return self.app.clipboard == text
