"""Somebody by the surname alone: whether an archive has it, and what it would add.

A surname that stands alone is nobody's for certain, so it is added by those who ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.archive.folders import Spelling, surname_in, words_of
from index.store.people import places, single_names

if TYPE_CHECKING:
    from index.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Wider:
    """A query for what a full name says, and one for the surname as well."""

    found: int
    """What the full name finds."""
    more: int
    """What the surname finds beside that."""
    bare: Spelling
    """The surname standing alone: it may be this speaker's, or another's."""
    query: str
    """Finds both."""

    @property
    def is_bare(self) -> bool:
        """Say whether all that is added stands under the bare surname.

        Otherwise there are others whose names hold it.
        """
        return self.more == self.bare.count


def by_name(name: str) -> str:
    """Give the query for all that a name says."""
    # A word in capitals could be read as an operator.
    is_plain = name.isalpha() and not name.isupper()
    return f"by:{name}" if is_plain else f'by:"{name.replace(chr(34), " ")}"'


def wider(archive: Archive, name: str) -> Wider | None:
    """Give what the surname alone would add to a person's full name.

    None where that is nothing, or for the greater part what namesakes said. Names are
    read, no article is: it takes as long as two short queries.
    """
    bare = _bare(archive, name)
    if bare is None:
        return None
    narrow = by_name(name)
    query = f"{narrow} | {by_name(bare.name)}"
    found, all_found = (archive.answer(one).total for one in (narrow, query))
    more = all_found - found
    if not more or bare.count * 2 < more:
        return None
    return Wider(found, more, bare, query)


def _bare(archive: Archive, name: str) -> Spelling | None:
    """Count the surname of a name where it stands alone, under any spelling."""
    keys = archive.analyser.names
    surname = surname_in(words_of(name, keys))
    if surname is None:
        return None
    counts = {
        single: len(places(archive.store, [single]))
        for single in single_names(archive.store)
        if words_of(single, keys) == (surname,)
    }
    if not sum(counts.values()):
        return None
    most = min(counts, key=lambda single: (-counts[single], single))
    return Spelling(most, sum(counts.values()))
