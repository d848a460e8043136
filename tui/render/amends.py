"""Corrections in words: of what, of how much of it, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.state.correcting import Corrects, spoken_at
from tui.render.characters import cells_of, fit

if TYPE_CHECKING:
    from index.model import Clipping
    from index.state.correcting import Correction

UNKNOWN = "nobody known"
_NAMED = {
    Corrects.PUBLISHED: "date",
    Corrects.UPDATED: "date of the update",
    Corrects.EVENT: "day of the event",
}
_LEAST, _MOST = 12, 30
"""Cells of the words that say which quotation is meant."""


def began(words: str, cells: int) -> str:
    """Give the first words of a quotation, between marks."""
    room = min(max(cells - 2, _LEAST), _MOST)
    return f"“{fit(' '.join(words.split()), room)}”"


def reach(clipping: Clipping, made: Correction) -> str:
    """Say what else a correction is about: the other parts of a statement."""
    numbers = spoken_at(clipping, made)
    more = len(numbers) - 1
    if more < 1:
        return ""
    first = clipping.quotes[numbers[0]].span.of(clipping.article.text)
    if made.anchor and made.anchor.words == first:
        return f" and {more} that continue{'s' * (more == 1)} it"
    return f" and {more} of the same statement"


def ascribed(made: Correction, also: str, key: str, cells: int) -> str:
    """Say who spoke, now that somebody has said so, and how to undo it."""
    said = f"{made.value or 'Nobody known'} said "
    rest = f"{also}; {key} takes it back."
    return f"{said}{_which(made, cells - cells_of(said + rest))}{rest}"


def changed(made: Correction, key: str) -> str:
    """Say what is put right now, and how to undo it."""
    if made.corrects is Corrects.ALIAS:
        return f"{made.old} is {made.value} from now on; {key} takes it back."
    what = _NAMED.get(made.corrects, str(made.corrects))
    return f"The {what} is {made.value or 'unknown'}; {key} takes it back."


def given_back(undone: Correction, also: str, cells: int) -> str:
    """Say whose a quotation is again, or what else is as it was."""
    if undone.corrects is Corrects.ALIAS:
        return f"{undone.old} is nobody else again."
    if undone.corrects is not Corrects.SPEAKER:
        what = _NAMED.get(undone.corrects, str(undone.corrects))
        return f"The {what} is {undone.old or 'unknown'} again."
    verb = "are" if also else "is"
    whose = f"{undone.old}’s" if undone.old else f"of {UNKNOWN}"
    rest = f"{also} {verb} {whose} again."
    return f"{_which(undone, cells - cells_of(rest))}{rest}"


def _which(made: Correction, cells: int) -> str:
    return began(made.anchor.words if made.anchor else "", cells)
