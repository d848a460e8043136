"""A Whoosh writer that files arrays, spills them in time, and merges by tiers."""

from __future__ import annotations

from itertools import accumulate
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np

from index.engines.whoosh.codec import (
    FACTS,
    WORDS,
    ArrayCodec,
    ArrayFactsWriter,
    ArrayPool,
    ArraySegment,
    path_of,
)
from index.engines.whoosh.library import SegmentWriter
from index.engines.whoosh.merge import Part, merged_facts, merged_words
from index.engines.whoosh.sections import Sections, write_sections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.engines.whoosh.arrays import Array, Mask
    from index.engines.whoosh.facts import FactsTable
    from index.engines.whoosh.inverter import Inverter

SPILL_WORDS = 8_000_000
"""So many words are held before they become a segment: some 600 MB while sorting."""

_SMALLEST_TIER = 64
_TIER_FACTOR = 4
_FREE_MERGE, _LARGEST_MERGE = 30_000_000, 80_000_000
"""Bytes of words. A merge takes a quarter of the index at most, unless it is small;
and no more than the second: it takes some eight bytes of memory for each."""


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Writes one of the two indexes into the folder of the next generation."""

    def __init__(self, ix: Any, keys: Mapping[str, Mapping[str, str]]) -> None:  # noqa: ANN401
        """Begin; the workshop's lock stands for Whoosh's own."""
        super().__init__(ix, codec=ArrayCodec(), compound=False, _lk=False)
        self._keys = keys
        self.pool = ArrayPool(keys)
        self.docnum: int
        self.perdocwriter: ArrayFactsWriter
        self.newsegment: ArraySegment
        self.segments: list[ArraySegment]

    @property
    def facts(self) -> FactsTable:
        """Give the table that takes a document's row."""
        return self.perdocwriter.documents

    @property
    def pieces(self) -> FactsTable:
        """Give the table of stretches of words."""
        return self.perdocwriter.pieces

    def words(self, field: str) -> Inverter:
        """Give what takes the words of a field."""
        return self.pool.fields[field]

    def next_document(self) -> tuple[ArraySegment, int]:
        """Give the segment and the number of the document that is filed next."""
        number = self.docnum
        self.docnum = number + 1
        self._added = True
        return self.newsegment, number

    def spill(self) -> None:
        """Make a segment of what is held."""
        if not self._added:
            return
        self.perdocwriter.write()
        self.segments.append(self._finalize_segment())
        self.newsegment = self.codec.new_segment(self.storage, self.indexname)
        self.perdocwriter = self.codec.per_document_writer(
            self.storage, self.newsegment
        )
        self.fieldwriter = self.codec.field_writer(self.storage, self.newsegment)
        self.pool = ArrayPool(self._keys)
        self.docnum = 0
        self._added = False

    def finish(self) -> int:
        """Spill, merge, commit; give how many documents live."""
        self.spill()
        self.segments = [s for s in self.segments if living(s).any()]
        self.commit(mergetype=_merge_by_tiers)
        return sum(int(living(segment).sum()) for segment in self.segments)

    def merged(self, segments: list[ArraySegment]) -> ArraySegment:
        """Write one segment out of several."""
        made: ArraySegment = self.codec.new_segment(self.storage, self.indexname)
        parts = [self._part(segment) for segment in segments]
        facts = merged_facts(self.indexname, parts)
        write_sections(path_of(self.storage, made, FACTS), facts)
        words: dict[str, Array] = {}
        for field in self._keys:
            words |= merged_words(field, parts)
        write_sections(path_of(self.storage, made, WORDS), words)
        made.set_doc_count(sum(int(part.alive.sum()) for part in parts))
        return made

    def facts_of(self, segment: ArraySegment) -> Sections:
        """Open the facts of a segment."""
        return Sections(path_of(self.storage, segment, FACTS))

    def size_of(self, segment: ArraySegment) -> int:
        """Give the bytes of a segment's words."""
        return path_of(self.storage, segment, WORDS).stat().st_size

    def _part(self, segment: ArraySegment) -> Part:
        words = Sections(path_of(self.storage, segment, WORDS))
        return Part(self.facts_of(segment), words, living(segment))


def living(segment: ArraySegment) -> Mask:
    """Say which documents of a segment are not deleted."""
    alive: Mask = np.ones(segment.doc_count_all(), np.bool_)
    alive[list(segment.deleted_docs())] = False
    return alive


def _merge_by_tiers(
    writer: ArrayWriter, segments: list[ArraySegment]
) -> list[ArraySegment]:
    """Merge segments of like size once there are four of them.

    Each document is rewritten a few times in its life, and no commit rewrites all.
    """
    while group := _smallest_group(writer, segments):
        made = writer.merged(group)
        segments = [s for s in segments if s not in group]
        segments.append(made)
    writer.segments = segments
    return segments


def _smallest_group(
    writer: ArrayWriter, segments: list[ArraySegment]
) -> list[ArraySegment]:
    sizes = {segment: writer.size_of(segment) for segment in segments}
    most = min(max(_FREE_MERGE, sum(sizes.values()) // 4), _LARGEST_MERGE)
    tiers: dict[int, list[ArraySegment]] = {}
    for segment in sorted(segments, key=sizes.__getitem__):
        tiers.setdefault(_tier(segment), []).append(segment)
    for _, group in sorted(tiers.items()):
        if len(group) < _TIER_FACTOR:
            continue
        fitting = accumulate(map(sizes.__getitem__, group[:_TIER_FACTOR]))
        count = sum(1 for size in fitting if size <= most)
        if count > 1:
            return group[:count]
    return []


def _tier(segment: ArraySegment) -> int:
    alive = segment.doc_count_all() - segment.deleted_count()
    return int(log(max(alive, _SMALLEST_TIER) / _SMALLEST_TIER, _TIER_FACTOR))
