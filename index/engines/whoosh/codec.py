"""Whoosh's codec for flat arrays: what its writers and readers work through.

Segments pickle the path of these classes into the index: their names are frozen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.engines.whoosh.facts import (
    ARTICLE_NUMBERS,
    ARTICLE_TEXTS,
    PIECE_NUMBERS,
    UTTERANCE_NUMBERS,
    UTTERANCE_REALS,
    FactsTable,
)
from index.engines.whoosh.inverter import Inverter
from index.engines.whoosh.library import (
    Codec,
    FieldWriter,
    PerDocumentWriter,
    W3Segment,
)
from index.engines.whoosh.schema import ARTICLES
from index.engines.whoosh.sections import Sections, write_sections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.engines.whoosh.arrays import Array

FACTS, WORDS = ".facts", ".words"
"""What the files of a segment end in."""


def path_of(storage: Any, segment: Any, ending: str) -> Path:  # noqa: ANN401 - Whoosh's
    """Give the place of a segment's file."""
    return Path(storage.folder, segment.make_filename(ending))


class ArrayPool:
    """Whoosh's pool of postings: the words of each field, not yet sorted."""

    def __init__(self, keys: Mapping[str, Mapping[str, str]]) -> None:
        """Take, for each field, what its words are found by."""
        self.fields = {name: Inverter(field) for name, field in keys.items()}

    def __len__(self) -> int:
        return sum(len(field) for field in self.fields.values())

    def iter_postings(self) -> ArrayPool:
        """Give the pool itself: `ArrayFieldWriter` knows it."""
        return self

    def cleanup(self) -> None:
        """Forget everything."""
        self.fields.clear()


class ArrayFieldWriter(FieldWriter):  # type: ignore[misc]
    """Writes the words of a segment."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_closed = False

    def add_postings(self, schema: object, lengths: object, items: ArrayPool) -> None:
        """Sort the pool and write it."""
        del schema, lengths
        sections: dict[str, Array] = {}
        for name, field in items.fields.items():
            sections |= field.sections(name)
        write_sections(self._path, sections)

    def close(self) -> None:
        """Write nothing more."""
        self.is_closed = True


class ArrayFactsWriter(PerDocumentWriter):  # type: ignore[misc]
    """Collects the facts of a segment's documents."""

    def __init__(self, path: Path, indexname: str) -> None:
        self._path = path
        self.is_closed = False
        if indexname == ARTICLES:
            self.documents = FactsTable(ARTICLE_NUMBERS, ARTICLE_TEXTS)
            self.pieces = FactsTable(())
        else:
            self.documents = FactsTable(UTTERANCE_NUMBERS, reals=UTTERANCE_REALS)
            self.pieces = FactsTable(PIECE_NUMBERS)

    def write(self) -> None:
        """Write them."""
        write_sections(self._path, self.documents.sections() | self.pieces.sections())

    def close(self) -> None:
        """Take no more."""
        self.is_closed = True


class ArraySegment(W3Segment):  # type: ignore[misc]
    """A segment of flat arrays; Whoosh keeps its name, size and deletions."""

    def codec(self, **options: object) -> ArrayCodec:
        """Give the codec that reads it."""
        del options
        return ArrayCodec()


class ArrayCodec(Codec):  # type: ignore[misc]
    """Flat arrays instead of blocks of pickled postings."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> ArrayFactsWriter:  # noqa: ANN401
        """Open a writer of facts."""
        path = path_of(storage, segment, FACTS)
        return ArrayFactsWriter(path, segment.indexname)

    def field_writer(self, storage: Any, segment: Any) -> ArrayFieldWriter:  # noqa: ANN401
        """Open a writer of words."""
        return ArrayFieldWriter(path_of(storage, segment, WORDS))

    def new_segment(self, storage: object, indexname: str) -> ArraySegment:
        """Name a new segment."""
        del storage
        return ArraySegment(self, indexname)

    def terms_reader(self, storage: Any, segment: Any) -> Any:  # noqa: ANN401
        """Open the words for Whoosh's own searcher."""
        from index.engines.whoosh.stock import StockTerms  # noqa: PLC0415

        return StockTerms(Sections(path_of(storage, segment, WORDS)))

    def per_document_reader(self, storage: Any, segment: Any) -> Any:  # noqa: ANN401
        """Open the facts for Whoosh's own searcher."""
        from index.engines.whoosh.stock import StockDocuments  # noqa: PLC0415

        return StockDocuments(segment, Sections(path_of(storage, segment, FACTS)))
