"""Bring the index up to the store: replay what it lacks, or make it anew."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from index.archive.reports import Progress
from index.engines import open_filer
from index.engines.generations import check, read_current
from index.errors import IndexStaleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.model import Clipping
    from index.store import Store
    from index.words import Analyser

_TELL_EVERY = 100


def index_revision(folder: Path, analyser: Analyser) -> int | None:
    """Give the store revision that the index holds; None if it must be made anew."""
    try:
        _, manifest = read_current(folder)
        check(manifest, analyser.fingerprint)
    except IndexStaleError:
        return None
    return manifest.revision


def bring_up_to_date(
    store: Store,
    folder: Path,
    analyser: Analyser,
    on_progress: Callable[[Progress], None],
    *,
    fresh: bool = False,
) -> None:
    """File what changed since the index was made; an unusable one is made anew."""
    held = None if fresh else index_revision(folder, analyser)
    revision = store.revision()
    if held == revision:
        return
    filer = open_filer(folder, analyser, fresh=held is None)
    try:
        if held is not None:
            filer.drop(store.dropped_since(held))
        filer.put(_told(store, held or 0, on_progress))
        filer.commit(revision)
    except BaseException:
        filer.abandon()
        raise


def _told(
    store: Store, since: int, on_progress: Callable[[Progress], None]
) -> Iterator[Clipping]:
    total = store.count_changed_since(since)
    began = monotonic()
    for done, clipping in enumerate(store.changed_since(since), 1):
        yield clipping
        if done % _TELL_EVERY == 0 or done == total:
            share = done / total
            on_progress(Progress("indexing", done, share, monotonic() - began))
