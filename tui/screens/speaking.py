"""Ask for everything that a speaker said, and then for the surname alone as well."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from index.archive import UtteranceRow
from index.errors import ArchiveError
from index.model import SpeakerKind
from tui.actions import BY_ID
from tui.render.facts import counted
from tui.render.rows import headline_of
from tui.screens.taking import Taking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.archive.surnames import Wider
    from index.model import Quote

_NOBODY = "Nobody known speaks here; } goes to the next quotation."


class Speaking(Taking):
    """The key that searches a speaker; pressed again, it casts the net wider."""

    _name = ""
    """Whom the last search of this kind was for."""
    _narrow = ""
    """The query that it put."""
    _wider: Wider | None = None
    _is_looking = False
    """Whether it is yet to be known what the surname would add."""
    _is_wanted = False
    """Whether it has been asked for already."""

    def action_speaker(self) -> None:
        """Search everything the speaker says in the archive."""
        quote = self._quote()
        if quote is None or quote.speaker is None:
            self.status.tell(_NOBODY)
        else:
            self._search(quote.speaker, quote.speaker_kind)

    def action_pick_speaker(self) -> None:
        """Pick one of those who speak in the article; of an utterance it is clear."""
        row = self.list.row
        if row is None or isinstance(row, UtteranceRow):
            self.action_speaker()
            return
        work = partial(self._read_speakers, headline_of(row).id)
        self.run_worker(
            work, thread=True, exclusive=True, group="survey", exit_on_error=False
        )

    def _read_speakers(self, id_: str) -> None:
        """Read who speaks in an article; in a thread of its own."""
        try:
            quotes = self.archive.clipping(id_).quotes
        except ArchiveError as error:
            self.app.call_from_thread(self.status.tell, str(error))
            return
        self.app.call_from_thread(self._offer_speakers, quotes)

    def _offer_speakers(self, quotes: Sequence[Quote]) -> None:
        from tui.render.utterances import speaker_row  # noqa: PLC0415 - start-up
        from tui.screens.choosing import Chooser  # noqa: PLC0415 - start-up

        counts = Counter(quote.speaker for quote in quotes if quote.speaker)
        if not counts:
            self.status.tell("Nobody is quoted by name in this article.")
            return
        kinds = {quote.speaker: quote.speaker_kind for quote in quotes}
        names = [name for name, _ in counts.most_common()]
        rows = [speaker_row(name, counts[name], self.palette) for name in names]
        heading = "Who speaks in this article"
        chooser = Chooser(heading, rows, self.keymap, self.palette)

        def search(number: int | None) -> None:
            if number is not None:
                self._search(names[number], kinds[names[number]])

        self.app.push_screen(chooser, search)

    def _search(self, name: str, kind: SpeakerKind | None) -> None:
        """Search a name, or when that was just done, the surname as well."""
        from index.archive.surnames import by_name  # noqa: PLC0415 - start-up

        if self.text and self.text == self._narrow and name == self._name:
            self._widen()
            return
        self._name, self._narrow, self._wider = name, by_name(name), None
        self.put_query(self._narrow)
        self._is_looking = kind is not SpeakerKind.ORGANISATION
        self._is_wanted = False
        if self._is_looking:
            self.run_worker(
                partial(self._look_wider, name), thread=True, exclusive=True,
                group="wider", exit_on_error=False,
            )  # fmt: skip

    def _widen(self) -> None:
        if self._is_looking:
            self._is_wanted = True
        elif self._wider is None:
            self.status.tell(f"This is all that {self._name} said.")
        else:
            self.put_query(self._wider.query)

    def _look_wider(self, name: str) -> None:
        """Ask what the surname alone would add; in a thread of its own."""
        from index.archive.surnames import wider  # noqa: PLC0415 - start-up

        found = None
        # The search itself says what is wrong.
        with suppress(ArchiveError):
            found = wider(self.archive, name)
        self.app.call_from_thread(self._offer_wider, name, found)

    def _offer_wider(self, name: str, found: Wider | None) -> None:
        """Say what may be added, unless something else is searched for by now."""
        if name != self._name:
            return
        self._wider, self._is_looking = found, False
        if self.query_line.text != self._narrow:
            return
        if self._is_wanted:
            self._widen()
        elif found:
            key = self.keymap.key_of(BY_ID["speaker"])
            whose = "as" if found.is_bare else "by names with"
            self.status.tell(
                f"{counted(found.found, 'quotation')} of {name} · {found.more:,} more "
                f"{whose} ‘{found.bare.name}’: {key} again adds them"
            )
