"""Turn original bytes into a clipping: the part of adding that needs no store.

It is pure, so that it can run in other processes beside the one that writes.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from index.archive.row_originals import fields_as_json
from index.errors import ArchiveError, SkippedError
from index.ingest import Row, read_row, read_text
from index.model import Clipping
from index.quotes import extract
from index.store import Found, Skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
    from multiprocessing.process import BaseProcess

    Preparer = Callable[[Iterable["Job"]], Iterator[tuple["Job", Found | Skip]]]

READING_RULES = 3
"""Raised whenever the same file may give other metadata or other quotations."""

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
    """Read one job, and find its quotations; one that fails stops no other."""
    try:
        return _prepared(job)
    except SkippedError as skipped:
        return Skip(job.path, str(skipped))
    except Exception as error:  # noqa: BLE001 - a mistake of ours may cost one article
        kind = type(error).__name__
        return Skip(job.path, f"quoth itself went wrong reading it ({kind}: {error})")


def _prepared(job: Job) -> Found:
    article = (
        read_row(job.row, added=job.added)
        if job.row
        else read_text(job.raw, job.path, added=job.added)
    )
    return Found(
        clipping=Clipping(article, extract(article) if job.find_quotes else ()),
        original=job.raw,
        format="json" if job.row else "text",
        fields=fields_as_json(job.row.fields) if job.row else None,
        quotes_pending=not job.find_quotes,
        rules=READING_RULES,
    )


def prepare_chunk(jobs: list[Job]) -> list[tuple[Job, Found | Skip]]:
    """Read several; the bytes of each row travel once."""
    return [(job, prepare(job)) for job in jobs]


def chunks(items: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """Cut a stream into lists."""
    stream = iter(items)
    while chunk := list(islice(stream, size)):
        yield chunk


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Leave Ctrl+C to the process that writes: it ends the others in order.

    A terminal sends it to all of them, even to one that is only starting; held back
    here, it is held back in whatever is started meanwhile, for good.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_the_writer() -> None:
    """Let no helper outlive a writer that was killed."""
    Thread(target=_wait_and_end, args=[parent_process()], daemon=True).start()


def _wait_and_end(writer: BaseProcess) -> None:
    writer.join()
    os._exit(1)


@contextmanager
def preparer(processes: int) -> Iterator[Preparer]:
    """Give a function from jobs to what they hold, in order.

    With several processes the reading runs ahead of the writing by a bounded number of
    chunks, so that memory stays bounded too.
    """
    if processes < 2:
        yield lambda jobs: ((job, prepare(job)) for job in jobs)
        return
    executor = ProcessPoolExecutor(
        processes, get_context("forkserver"), initializer=_end_with_the_writer
    )
    try:
        yield lambda jobs: _prepared_ahead(executor, jobs, 2 * processes)
    except BrokenProcessPool as error:
        raise ArchiveError(
            "A helper process was ended from outside (is memory short?); what was"
            ' reported so far is kept, and another "quoth add" goes on from there.'
        ) from error
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _prepared_ahead(
    executor: Executor, jobs: Iterable[Job], most: int
) -> Iterator[tuple[Job, Found | Skip]]:
    waiting: deque[Future[list[tuple[Job, Found | Skip]]]] = deque()
    for chunk in chunks(jobs):
        with _interrupts_held():
            waiting.append(executor.submit(prepare_chunk, chunk))
        if len(waiting) > most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()
