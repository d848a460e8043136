"""Say how an archive is, as closely as reading allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.archive.archive import INDEX
from index.archive.preparing import READING_RULES
from index.engines.generations import check_digests, current_generation, read_current
from index.errors import ArchiveError

if TYPE_CHECKING:
    from index.archive.archive import Archive
    from index.store import Totals


@dataclass(frozen=True, slots=True)
class Health:
    """How an archive is; `problems` is empty when all is well."""

    totals: Totals
    generation: str | None
    index_revision: int | None
    store_bytes: int
    index_bytes: int
    problems: tuple[str, ...]
    unquoted: int
    """Articles that nobody has searched for quotations."""
    read_otherwise: int
    """Articles read by the rules of another quoth: no fault, but others than today's
    may be named in them."""

    @property
    def ok(self) -> bool:
        """Say whether nothing needs doing."""
        return not self.problems


def check(archive: Archive) -> Health:
    """Look at every part of the store and of the index."""
    totals = archive.totals()
    index = archive.folder / INDEX
    problems = [f"store.db: {fault}" for fault in archive.store.sound()]
    generation = None
    try:
        generation = current_generation(index)
        problems += _of_index(archive, totals)
    except ArchiveError as error:
        problems.append(str(error))
    return Health(
        totals=totals,
        generation=generation.name if generation else None,
        index_revision=generation.revision if generation else None,
        store_bytes=(archive.folder / "store.db").stat().st_size,
        index_bytes=sum(f.stat().st_size for f in index.rglob("*") if f.is_file()),
        problems=tuple(problems),
        unquoted=archive.store.count_unquoted(),
        read_otherwise=archive.store.count_read_otherwise(READING_RULES),
    )


def _of_index(archive: Archive, totals: Totals) -> list[str]:
    engine = archive.engine
    name, manifest = read_current(archive.folder / INDEX)
    check_digests(archive.folder / INDEX / name, manifest)
    problems = []
    if engine.revision != totals.revision:
        behind = totals.revision - engine.revision
        problems.append(
            f"The index is {behind} changes behind the store; "
            '"quoth add" without paths brings it up.'
        )
    elif engine.searched != totals.articles:
        problems.append(
            f"The index holds {engine.searched} articles, the store "
            f'{totals.articles}; "quoth rebuild" puts it right.'
        )
    return problems
