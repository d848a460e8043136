"""Add to an archive: read what is new, store it in batches, then bring the index up."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from index.archive.archive import INDEX
from index.archive.indexing import bring_up_to_date
from index.archive.preparing import Job, chunks, preparer
from index.archive.reading import FileRead, Reading
from index.archive.reports import AddOptions, AddReport, Progress
from index.archive.writer import opened_for_writing
from index.ingest import absolute, file_name, path_named, printable
from index.store import Skip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.store import Found, StoreWriter

_BATCH = 200
_WORTH_PROCESSES = 4 * 1024 * 1024
"""Bytes of input from which starting other processes pays."""


def add(folder: Path, paths: list[str], options: AddOptions) -> AddReport:
    """Add files, folders and dumps; what has not changed is not read again."""
    began = monotonic()
    with opened_for_writing(folder, options.wait_s) as (writer, settings):
        report = _Adding(writer, options).run(paths)
        bring_up_to_date(
            writer, folder / INDEX, settings.analyser(), options.on_progress
        )
        totals = writer.totals()
        report.articles, report.quotes = totals.articles, totals.quotes
    report.seconds = monotonic() - began
    return report


class _Adding:
    """One run of adding."""

    def __init__(self, writer: StoreWriter, options: AddOptions) -> None:
        self.writer = writer
        self.options = options
        self.now = datetime.now(UTC).isoformat(timespec="seconds")
        self.reading = Reading(writer, options, self.now)
        self.report = AddReport()
        self.reads: list[FileRead] = []
        self.by_file: dict[str, FileRead] = {}
        self.began = monotonic()
        self.done = 0
        self.bytes_all = 0

    def run(self, paths: list[str]) -> AddReport:
        """Read everything, batch by batch."""
        found = list(self.reading.files(paths))
        skips = [item for item in found if isinstance(item, Skip)]
        self.reads = [item for item in found if isinstance(item, FileRead)]
        self.by_file = {read.file: read for read in self.reads}
        self.bytes_all = sum(r.state.size for r in self.reads if not r.complete)
        self.report.skipped += skips
        self._note_skips(skips, self._mistyped(paths))
        processes = os.cpu_count() or 1 if self.bytes_all > _WORTH_PROCESSES else 1
        with preparer(processes) as prepared:
            for batch in chunks(prepared(self._jobs()), _BATCH):
                self._store(batch)
        self._finish()
        if self.options.prune:
            self._prune({absolute(path) for path in paths})
        return self.report

    def _jobs(self) -> Iterator[Job]:
        for read in self.reads:
            if not read.complete:
                yield from self.reading.jobs(read)

    def _store(self, batch: list[tuple[Job, Found | Skip]]) -> None:
        taken = [(job, made) for job, made in batch if not isinstance(made, Skip)]
        with self.writer.batch() as revision:
            self.writer.learn(made.original for _, made in taken)
            for job, found in taken:
                self._put(job, found, revision)
        for job, made in batch:
            if isinstance(made, Skip):
                self.by_file[job.file].skips.append(made)
        self._tell(len(batch))

    def _put(self, job: Job, made: Found, revision: int) -> None:
        id_ = made.clipping.article.id
        before = self.writer.current(job.path)
        is_new = not self.writer.has(id_)
        is_other = self.writer.is_read_otherwise(id_, made.fields)
        if before == id_ and not is_new and not is_other:
            return
        if is_new or is_other:
            self.writer.put(made, revision)
        self.writer.place(job.path, id_, file=job.file, now=self.now, revision=revision)
        if is_new and not before:
            self.report.added += 1
        elif is_other or (before and before != id_):
            self.report.updated += 1
        else:
            self.report.unchanged += 1

    def _tell(self, count: int) -> None:
        self.done += count
        bytes_done = sum(read.bytes_read for read in self.reads)
        share = min(1.0, bytes_done / self.bytes_all) if self.bytes_all else None
        seconds = monotonic() - self.began
        self.options.on_progress(Progress("reading", self.done, share, seconds))

    def _mistyped(self, paths: list[str]) -> set[str]:
        """Give, as they are shown, names that never led to anything."""
        named = [Path(name) for name in (*paths, *self.options.dumps)]
        return {
            printable(shown)
            for path in named
            if not os.path.lexists(path) and not self.writer.file_state(file_name(path))
            for shown in (path, path.absolute())
        }

    def _note_skips(self, skips: Iterable[Skip], mistyped: set[str]) -> None:
        """List files that were not even opened; a slip of the hand is no file."""
        listed = [skip for skip in skips if skip.path not in mistyped]
        if listed:
            with self.writer.batch():
                for skip in listed:
                    self.writer.note_skips(file_name(skip.path), [skip])

    def _finish(self) -> None:
        """Remember what each file looked like, and list what of it was not taken."""
        for read in self.reads:
            self.report.unchanged += read.unchanged
            self.report.skipped += read.skips
        changed = [r for r in self.reads if self._is_news(r)]
        if not changed:
            return
        with self.writer.batch():
            for read in changed:
                self.writer.note_skips(read.file, read.skips)
                if read.path:
                    self.writer.note_file(read.file, read.state)

    def _is_news(self, read: FileRead) -> bool:
        if not read.path:
            return bool(read.skips)
        if self.options.take_back and read.taken_out:
            return True
        if read.skips != read.listed:
            return True
        return self.writer.file_state(read.file) != read.state

    def _prune(self, roots: set[Path]) -> None:
        """Take out articles whose file, or whose row in its dump, is gone.

        Only what lay under the paths of this run is looked for, and only under those
        that are there: a folder that is not mounted now is not gone. A file that is
        named is, if its folder is there without it.
        """
        known = {file: path_named(file) for file in self.writer.known_files()}
        files = set(known.values())
        roots = {
            root
            for root in roots
            if not _is_gone(root) or (root in files and not _is_gone(root.parent))
        }
        looked_for = {f: p for f, p in known.items() if {p, *p.parents} & roots}
        gone = [file for file, path in looked_for.items() if _is_gone(path)]
        with self.writer.batch() as revision:
            for file in gone:
                self._retire(self.writer.sources_of(file), revision)
                self.writer.forget_file(file)
            for read in self.reads:
                if read.skips:
                    continue  # what could not be read is not gone
                held = self.writer.sources_of(read.file)
                left = {p: a for p, a in held.items() if p not in read.seen}
                self._retire(left, revision)

    def _retire(self, sources: dict[str, str], revision: int) -> None:
        for path in sources:
            self.writer.retire(path, now=self.now, revision=revision)
            self.report.removed += 1


def _is_gone(path: str | Path) -> bool:
    """Say whether it is surely gone: what may not be looked at is not."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
