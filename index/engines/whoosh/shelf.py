"""All segments of one index, as one row of documents."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.engines.whoosh.arrays import Array, Ints, Mask, joined
from index.engines.whoosh.codec import FACTS, WORDS, path_of
from index.engines.whoosh.facts import Facts
from index.engines.whoosh.library import TOC, FileStorage
from index.engines.whoosh.places import Places
from index.engines.whoosh.schema import keys_of
from index.engines.whoosh.sections import Sections
from index.engines.whoosh.words import FieldWords
from index.engines.whoosh.writer import living

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from index.words import Analyser


@dataclass(frozen=True, slots=True)
class Volume:
    """One segment, opened."""

    base: int
    """The row of its first document."""
    size: int
    facts: Facts
    fields: dict[str, Places]
    alive: Mask


class Shelf:
    """The documents of an index; a row is a document's number among all."""

    def __init__(self, folder: Path, indexname: str, analyser: Analyser) -> None:
        storage = FileStorage(str(folder), readonly=True)
        self.volumes: list[Volume] = []
        self.size = 0
        self._bases: list[int] = []
        self._numbers: dict[str, Array] = {}
        self._texts: dict[str, list[str]] = {}
        self._files: list[Sections] = []
        for segment in TOC.read(storage, indexname).segments:
            words = Sections(path_of(storage, segment, WORDS))
            fields = {
                name: Places(FieldWords(words, name, keys))
                for name, keys in keys_of(indexname, analyser).items()
            }
            known = Sections(path_of(storage, segment, FACTS))
            self._files += words, known
            facts = Facts(known)
            size = segment.doc_count_all()
            volume = Volume(self.size, size, facts, fields, living(segment))
            self.volumes.append(volume)
            self._bases.append(self.size)
            self.size += size

    @cached_property
    def alive(self) -> Mask:
        """Say which rows are not deleted."""
        alive: Mask = joined([v.alive for v in self.volumes], np.bool_)
        return alive

    @cached_property
    def count(self) -> int:
        """Count the rows that are not deleted."""
        return int(self.alive.sum())

    def numbers(self, name: str) -> Array:
        """Give a column of whole numbers, by row."""
        if name not in self._numbers:
            columns = [v.facts.numbers(name) for v in self.volumes]
            self._numbers[name] = joined(columns)
        return self._numbers[name]

    def reals(self, name: str) -> Array:
        """Give a column of real numbers, by row."""
        return joined([v.facts.reals(name) for v in self.volumes], np.float64)

    def texts(self, name: str) -> list[str]:
        """Give a column of texts, by row."""
        if name not in self._texts:
            self._texts[name] = [
                text for v in self.volumes for text in v.facts.texts(name).strings()
            ]
        return self._texts[name]

    def text(self, name: str, row: int) -> str:
        """Give one text."""
        volume = self.volumes[bisect_right(self._bases, row) - 1]
        found = volume.facts.texts(name)[row - volume.base]
        return found.decode("utf-8", "surrogatepass")

    def release(self) -> None:
        """Give back the memory of what was read of the files."""
        for file in self._files:
            file.release()

    def rows_of(self, ids: Iterable[str]) -> Ints:
        """Give the rows of articles; ids that are not there have none."""
        known = set(ids)
        hashes = [zlib.crc32(i.encode("utf-8", "surrogatepass")) for i in known]
        likely = np.flatnonzero(np.isin(self.numbers("id_hash"), hashes) & self.alive)
        rows = [row for row in likely.tolist() if self.text("id", row) in known]
        return np.array(rows, np.int64)
