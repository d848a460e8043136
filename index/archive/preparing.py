"""Turn original bytes into a clipping: the part of adding that needs no store.

It is pure, so that it can run in other processes beside the one that writes.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from index.archive.row_originals import fields_as_json
from index.errors import SkippedError
from index.ingest import Row, read_row, read_text
from index.model import Clipping
from index.quotes import extract
from index.store import Found, Skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Preparer = Callable[[Iterable["Job"]], Iterator[tuple["Job", Found | Skip]]]

_CHUNK = 32

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job:
    """Bytes to be read, and where they were found."""

    path: str
    """As it is shown; of a row of a dump, FILE#ID."""
    file: str
    """Absolute, on disk."""
    raw: bytes
    row: Row | None
    added: str
    find_quotes: bool


def prepare(job: Job) -> Found | Skip:
    """Read one job, and find its quotations."""
    try:
        article = (
            read_row(job.row, added=job.added)
            if job.row
            else read_text(job.raw, job.path, added=job.added)
        )
    except SkippedError as skipped:
        return Skip(job.path, str(skipped))
    return Found(
        clipping=Clipping(article, extract(article) if job.find_quotes else ()),
        original=job.raw,
        format="json" if job.row else "text",
        fields=fields_as_json(job.row.fields) if job.row else None,
        quotes_pending=not job.find_quotes,
    )


def prepare_chunk(jobs: list[Job]) -> list[tuple[Job, Found | Skip]]:
    """Read several; the bytes of each row travel once."""
    return [(job, prepare(job)) for job in jobs]


def chunks(items: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """Cut a stream into lists."""
    stream = iter(items)
    while chunk := list(islice(stream, size)):
        yield chunk


def _leave_interrupts() -> None:
    """Leave Ctrl+C to the process that writes: it ends the others in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def preparer(processes: int) -> Iterator[Preparer]:
    """Give a function from jobs to what they hold, in order.

    With several processes the reading runs ahead of the writing by a bounded number of
    chunks, so that memory stays bounded too.
    """
    if processes < 2:
        yield lambda jobs: ((job, prepare(job)) for job in jobs)
        return
    with get_context("forkserver").Pool(processes, _leave_interrupts) as pool:

        def run(jobs: Iterable[Job]) -> Iterator[tuple[Job, Found | Skip]]:
            waiting = []
            for chunk in chunks(jobs):
                waiting.append(pool.apply_async(prepare_chunk, (chunk,)))
                if len(waiting) > 2 * processes:
                    yield from waiting.pop(0).get()
            for pending in waiting:
                yield from pending.get()

        yield run
