"""Keep an archive well: make its index anew, take articles out."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from index.archive.archive import INDEX, Archive
from index.archive.indexing import bring_up_to_date
from index.archive.preparing import Job, chunks, preparer
from index.archive.reports import AddOptions, AddReport
from index.archive.row_originals import row_again
from index.archive.writer import opened_for_writing
from index.store import Skip, require

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store import StoreWriter

_BATCH = 200


def rebuild(folder: Path, options: AddOptions, *, reread: bool = False) -> AddReport:
    """Make the index anew from the store; the old one is never opened.

    With `reread`, every article is read again from its original bytes first.
    """
    began = monotonic()
    require(folder)  # opened for writing, an older store is brought up to date
    with opened_for_writing(folder, options.wait_s) as (writer, settings):
        if reread:
            _reread(writer, options)
        analyser, index = settings.analyser(), folder / INDEX
        bring_up_to_date(writer, index, analyser, options.on_progress, fresh=True)
        totals = writer.totals()
    return AddReport(
        articles=totals.articles, quotes=totals.quotes, seconds=monotonic() - began
    )


def _reread(writer: StoreWriter, options: AddOptions) -> None:
    with preparer(2) as prepared:
        for batch in chunks(prepared(_all_jobs(writer, options)), _BATCH):
            with writer.batch() as revision:
                for _, made in batch:
                    if not isinstance(made, Skip):
                        writer.put(made, revision)


def _all_jobs(writer: StoreWriter, options: AddOptions) -> Iterator[Job]:
    for clipping in writer.clippings(writer.live_ids()):
        article = clipping.article
        raw = writer.original(article.id)
        _, fields = writer.provenance(article.id)
        row = row_again(article, raw, fields) if fields else None
        added = article.sources[0].added
        yield Job(article.path, "", raw, row, added, options.find_quotes)


def remove(folder: Path, ids_or_paths: list[str], options: AddOptions) -> list[str]:
    """Take articles out, with their quotations and bytes; give the ids removed."""
    Archive.open(folder).close()
    with opened_for_writing(folder, options.wait_s) as (writer, settings):
        ids = [writer.find(name) for name in ids_or_paths]
        with writer.batch() as revision:
            for id_ in ids:
                writer.remove(id_, revision)
        bring_up_to_date(
            writer, folder / INDEX, settings.analyser(), options.on_progress
        )
    return ids
