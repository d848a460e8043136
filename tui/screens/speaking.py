"""Ask for everything that a speaker said, and then for the surname alone as well."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.errors import ArchiveError
from index.model import SpeakerKind
from tui.actions import BY_ID
from tui.render.facts import counted
from tui.screens.taking import Taking

if TYPE_CHECKING:
    from index.archive.surnames import Wider

_NOBODY = "Nobody known speaks here; } goes to the next quotation."


class Speaking(Taking):
    """The key that searches a speaker; pressed again, it casts the net wider."""

    _name = ""
    """Whom the last search of this kind was for."""
    _narrow = ""
    """The query that it put."""
    _wider: Wider | None = None

    def action_speaker(self) -> None:
        """Search everything the speaker says in the archive."""
        from index.archive.surnames import by_name  # noqa: PLC0415 - start-up

        quote = self._quote()
        if quote is None or quote.speaker is None:
            self.status.tell(_NOBODY)
            return
        name = quote.speaker
        if self.text and self.text == self._narrow and name == self._name:
            self._widen()
            return
        self._name, self._narrow, self._wider = name, by_name(name), None
        self.put_query(self._narrow)
        if quote.speaker_kind is not SpeakerKind.ORGANISATION:
            self.run_worker(
                partial(self._look_wider, name), thread=True, exclusive=True,
                group="wider", exit_on_error=False,
            )  # fmt: skip

    def _widen(self) -> None:
        if self._wider is None:
            self.status.tell(f"This is all that {self._name} said.")
            return
        self.put_query(self._wider.query)

    def _look_wider(self, name: str) -> None:
        """Ask what the surname alone would add; in a thread of its own."""
        from index.archive.surnames import wider  # noqa: PLC0415 - start-up

        try:
            found = wider(self.archive, name)
        except ArchiveError:
            return  # the search itself says what is wrong
        if found:
            self.app.call_from_thread(self._offer_wider, name, found)

    def _offer_wider(self, name: str, found: Wider) -> None:
        """Say what may be added, unless something else is searched for by now."""
        if name != self._name or self.query_line.text != self._narrow:
            return
        self._wider = found
        key = self.keymap.key_of(BY_ID["speaker"])
        whose = "as" if found.is_bare else "by names with"
        self.status.tell(
            f"{counted(found.found, 'quotation')} of {name} · {found.more:,} more "
            f"{whose} ‘{found.bare.name}’: {key} again adds them"
        )
