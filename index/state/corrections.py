"""The corrections that a reader has made: kept with who, when and the old value."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from index.errors import ArchiveError, NotFoundError
from index.model import Certainty, NewsDate, SpeakerKind
from index.state.anchors import anchor, anchor_value, read_anchor
from index.state.correcting import DATES, Correction, Corrects
from index.state.entries import Entry, Kind

if TYPE_CHECKING:
    from index.model import Article, Clipping
    from index.state.entries import Value
    from index.state.register import Register


class CorrectionError(ArchiveError):
    """A correction that would make no sense."""

    exit_code = 2


class Corrections:
    """One reader's corrections of one archive."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def all(self, *, undone: bool = False) -> tuple[Correction, ...]:
        """Give the corrections in the order in which they were made."""
        entries = self._register.all(Kind.CORRECTION, gone=undone)
        made = map(correction_of, entries)
        return tuple(sorted(made, key=lambda one: (one.made, one.id)))

    def speaker(
        self,
        clipping: Clipping,
        number: int,
        value: str | None,
        *,
        who: str,
        kind: SpeakerKind | None = None,
    ) -> Correction:
        """Say who spoke; None says that nobody knows."""
        article, quote = clipping.article, clipping.quotes[number]
        return self._make(
            Corrects.SPEAKER, value, quote.speaker, who, article,
            anchor=anchor(article.text, quote.span),
            speaker_kind=kind or quote.speaker_kind,
        )  # fmt: skip

    def title(self, article: Article, value: str, *, who: str) -> Correction:
        """Say what the title is."""
        old = article.title.value if article.title else None
        return self._make(Corrects.TITLE, value, old, who, article)

    def outlet(self, article: Article, value: str | None, *, who: str) -> Correction:
        """Say which outlet published it."""
        old = article.outlet.value if article.outlet else None
        return self._make(Corrects.OUTLET, value, old, who, article)

    def date(
        self,
        article: Article,
        value: str | None,
        *,
        who: str,
        of: Corrects = Corrects.PUBLISHED,
    ) -> Correction:
        """Say when it was published or updated, or when the event was."""
        known = getattr(article, of) if of in DATES else None
        if value is not None:
            check_date(value)
        return self._make(of, value, known.value if known else None, who, article)

    def alias(self, name: str, stands_for: str, *, who: str) -> Correction:
        """Say that a name stands for another, wherever it is quoted."""
        return self._make(Corrects.ALIAS, stands_for, name, who, None)

    def undo(self, id_: str, published: Correction | None = None) -> Correction:
        """Take a correction back; it stays in the list of those undone.

        One that the archive's owner published is undone for this reader only.
        """
        found = next((one for one in self.all() if one.id == id_), published)
        if found is None:
            raise NotFoundError(f"There is no correction {id_!r} to undo.")
        self._register.say(entry_of(replace(found, undone=True)))
        return replace(found, undone=True)

    def _make(
        self,
        corrects: Corrects,
        value: str | None,
        old: str | None,
        who: str,
        article: Article | None,
        **more: object,
    ) -> Correction:
        if value is not None and not value.strip():
            raise CorrectionError("A correction needs a value.")
        made = Correction(
            id=os.urandom(4).hex(),
            corrects=corrects,
            value=value.strip() if value else None,
            old=old,
            who=who,
            made=self._register.now(),
            article=article.id if article else "",
            path=article.path if article else "",
            **more,  # type: ignore[arg-type]
        )
        if made.value == made.old:
            raise CorrectionError(f"The {corrects} is {made.old!r} already.")
        self._register.say(entry_of(made))
        return made


def check_date(value: str) -> None:
    """Refuse what is no date of our form."""
    try:
        known = NewsDate(value, Certainty.STATED, "")
        datetime.fromisoformat(value if len(value) > 9 else known.first_day.isoformat())
        _ = known.precision
    except (ValueError, KeyError) as error:
        raise CorrectionError(
            f"{value!r} is no date; write 2021, 2021-06, 2021-06-17 or "
            "2021-06-17T21:14."
        ) from error


def entry_of(made: Correction) -> Entry:
    """Write a correction as an entry; undone, it keeps what it said."""
    value = {
        "corrects": str(made.corrects),
        "value": made.value,
        "old": made.old,
        "who": made.who,
        "made": made.made.isoformat(),
        "anchor": anchor_value(made.anchor),
        "speaker_kind": made.speaker_kind and str(made.speaker_kind),
    }
    return Entry(
        Kind.CORRECTION, made.article, made.id, made.path, 0, made.undone, value
    )


def correction_of(entry: Entry) -> Correction:
    """Read a correction from its entry."""
    value: Value = entry.value
    said, old, kind = value["value"], value["old"], value["speaker_kind"]
    if not all(isinstance(text, str | None) for text in (said, old, value["who"])):
        raise TypeError("a correction holds texts")
    made = Correction(
        id=entry.name,
        corrects=Corrects(value["corrects"]),
        value=said,
        old=old,
        who=value["who"],
        made=datetime.fromisoformat(value["made"]),
        article=entry.article,
        path=entry.path,
        anchor=read_anchor(value["anchor"]),
        speaker_kind=SpeakerKind(kind) if kind else None,
        undone=entry.gone,
    )
    if made.corrects in DATES and made.value is not None:
        check_date(made.value)
    return made
