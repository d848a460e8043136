"""Corrections written in one line: what, and how it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.state.correcting import Corrects, in_force, turns_in_circle
from index.state.corrections import CorrectionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model import Article
    from index.state.correcting import Correction
    from index.state.corrections import Corrections

UNKNOWN = "unknown"
"""Written where nobody knows an outlet or a date."""
_DATES = {
    "date": Corrects.PUBLISHED,
    "updated": Corrects.UPDATED,
    "event": Corrects.EVENT,
}
_WAYS = "title, outlet, date, updated, event or alias"


def offers(article: Article, speaker: str | None) -> list[str]:
    """Give what may be put right, each as it stands now, to be written anew."""
    known = {"title": article.title, "outlet": article.outlet}
    known |= {word: getattr(article, date) for word, date in _DATES.items()}
    lines = [f"{what} {it.value if it else ''}" for what, it in known.items()]
    return [*lines, f"alias {speaker} = "] if speaker else lines


def amend(
    corrections: Corrections,
    article: Article,
    line: str,
    *,
    who: str,
    known: Iterable[Correction] = (),
) -> Correction:
    """Do what a line says: `title T`, `outlet O`, `date D`, `alias A = B`.

    `known` are all corrections, the published ones as well: an alias must not lead
    back to itself through them.
    """
    what, _, value = line.strip().partition(" ")
    value = value.strip()
    sure = value if value and value != UNKNOWN else None
    if what == "title":
        return corrections.title(article, value, who=who)
    if what == "outlet":
        return corrections.outlet(article, sure, who=who)
    if what in _DATES:
        return corrections.date(article, sure, who=who, of=_DATES[what])
    if what != "alias":
        raise CorrectionError(f"Begin with what to put right: {_WAYS}.")
    name, _, stands_for = (word.strip() for word in value.partition("="))
    if not name or not stands_for:
        raise CorrectionError("Write both names: alias NAME = THE NAME IT STANDS FOR.")
    refuse_circle(known, name, stands_for)
    return corrections.alias(name, stands_for, who=who)


def refuse_circle(known: Iterable[Correction], name: str, stands_for: str) -> None:
    """Refuse an alias that would lead from a name back to itself."""
    aliases = in_force(known).aliases
    if name != stands_for and turns_in_circle(aliases, name, stands_for):
        raise CorrectionError(
            f"{stands_for!r} stands for {name!r} already, so {name!r} cannot stand "
            'for it; take that back first: "quoth fix list" names it.'
        )
