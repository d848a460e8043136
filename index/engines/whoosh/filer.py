"""Write a Whoosh index: every commit is a new generation."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from index.engine import Filer
from index.engines.generations import (
    Manifest,
    Workshop,
    check,
    check_digests,
    check_sizes,
    current_generation,
    read_current,
)
from index.engines.whoosh.desk import Desk
from index.engines.whoosh.facts import Facts
from index.engines.whoosh.library import TOC, FileIndex, FileStorage
from index.engines.whoosh.schema import ARTICLES, UTTERANCES, keys_of, schema_of
from index.engines.whoosh.writer import SPILL_WORDS, ArrayWriter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from index.engines.whoosh.arrays import Ints
    from index.engines.whoosh.codec import ArraySegment
    from index.model import Clipping
    from index.words import Analyser


class WhooshFiler(Filer):
    """Files clippings into the next generation, which nobody sees before `commit`.

    It holds the index against other writers from its opening to `commit` or
    `abandon`, and again from the next `put` or `drop`.
    """

    def __init__(
        self,
        folder: Path,
        analyser: Analyser,
        *,
        fresh: bool = False,
        spill_words: int = SPILL_WORDS,
    ) -> None:
        self._folder = folder
        self._analyser = analyser
        self._spill_words = spill_words
        self._job: _Job | None = None
        self._workshop: Workshop | None = Workshop(folder)
        self._fresh = fresh
        if not fresh:
            try:
                self._known()
            except BaseException:
                self._close()
                raise

    def put(self, clippings: Iterable[Clipping]) -> None:
        """File these, replacing what is filed under the same ids."""
        job = self._begun()
        for clipping in clippings:
            job.put(clipping)
            if job.held >= self._spill_words:
                job.spill()

    def drop(self, ids: Iterable[str]) -> None:
        """Take these out."""
        self._begun().drop(ids)

    def commit(self, revision: int) -> None:
        """Switch to the new generation, and let other writers in."""
        job = self._begun()
        try:
            manifest = job.finish(revision)
            job.workshop.publish(manifest, job.known)
        except BaseException:
            self.abandon()
            raise
        self._fresh = False
        self._close()

    def abandon(self) -> None:
        """Take the unfinished generation away, and let other writers in."""
        if self._job is not None:
            self._job.workshop.abandon()
        self._close()

    def _close(self) -> None:
        if self._workshop is not None:
            self._workshop.close()
        self._workshop = self._job = None

    def _known(self) -> Manifest | None:
        """Read what is there already; None where nothing was ever committed."""
        if self._fresh or current_generation(self._folder) is None:
            return None
        name, manifest = read_current(self._folder)
        check(manifest, self._analyser.fingerprint)
        check_sizes(self._folder / name, manifest)
        check_digests(self._folder / name, manifest, ".toc")
        return manifest

    def _begun(self) -> _Job:
        if self._job is None:
            self._workshop = self._workshop or Workshop(self._folder)
            self._job = _Job(self._workshop, self._analyser, self._known())
        return self._job


class _Job:
    """The making of one generation."""

    def __init__(
        self, workshop: Workshop, analyser: Analyser, known: Manifest | None
    ) -> None:
        self.workshop = workshop
        self.known = known
        self._fingerprint = analyser.fingerprint
        self._serial = known.next_serial if known else 0
        workshop.begin(known)
        storage = FileStorage(str(workshop.folder))
        self._articles, self._utterances = (
            ArrayWriter(_index(storage, name, known), keys_of(name, analyser))
            for name in (ARTICLES, UTTERANCES)
        )
        self._desk = Desk(self._articles, self._utterances)
        self._old = list(self._articles.segments)
        self._filed: dict[str, tuple[ArraySegment, int, int]] = {}
        self._changed: set[str] = set()
        self._dead: list[int] = []
        self._whole = True

    @property
    def held(self) -> int:
        """Count the words held in memory."""
        return len(self._articles.pool)

    def put(self, clipping: Clipping) -> None:
        """File one clipping."""
        self.drop([clipping.article.id])
        self._whole = False
        segment, number = self._desk.file(clipping, self._serial)
        self._whole = True
        self._filed[clipping.article.id] = (segment, number, self._serial)
        self._serial += 1

    def drop(self, ids: Iterable[str]) -> None:
        """Take articles out, whether filed before or in this job."""
        for known in ids:
            self._changed.add(known)
            if filed := self._filed.pop(known, None):
                segment, number, serial = filed
                segment.delete_document(number)
                self._dead.append(serial)

    def spill(self) -> None:
        """Write what is held as segments."""
        self._articles.spill()
        self._utterances.spill()

    def finish(self, revision: int) -> Manifest:
        """Carry the deletions out and commit both indexes."""
        if not self._whole:
            raise RuntimeError("a clipping was filed in part; nothing was committed")
        self.spill()
        self._delete_old()
        self._delete_utterances()
        return Manifest(
            revision=revision,
            fingerprint=self._fingerprint,
            articles=self._articles.finish(),
            utterances=self._utterances.finish(),
            next_serial=self._serial,
        )

    def _delete_old(self) -> None:
        hashes = _hashes(self._changed)
        for segment in self._old:
            facts = Facts(self._articles.facts_of(segment))
            ids, serials = facts.texts("id"), facts.numbers("serial")
            for number in np.flatnonzero(
                np.isin(facts.numbers("id_hash"), hashes)
            ).tolist():
                known = ids[number].decode("utf-8", "surrogatepass")
                if known in self._changed and not segment.is_deleted(number):
                    segment.delete_document(number)
                    self._dead.append(int(serials[number]))

    def _delete_utterances(self) -> None:
        if not self._dead:
            return
        for segment in self._utterances.segments:
            facts = Facts(self._utterances.facts_of(segment))
            dead = np.isin(facts.numbers("serial"), self._dead)
            for number in np.flatnonzero(dead).tolist():
                segment.delete_document(number)


def _index(storage: Any, name: str, known: Manifest | None) -> Any:  # noqa: ANN401 - Whoosh's
    """Open an index of Whoosh's, or begin one."""
    if known is None:
        TOC.create(storage, schema_of(name), name)
    return FileIndex(storage, indexname=name)


def _hashes(ids: Iterable[str]) -> Ints:
    hashes = [zlib.crc32(known.encode("utf-8", "surrogatepass")) for known in ids]
    return np.array(hashes, np.int64)
