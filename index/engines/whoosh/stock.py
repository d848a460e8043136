"""Let Whoosh's own readers and searchers read our segments.

Our engine reads the arrays itself; this keeps the index a Whoosh index, which other
tools can open and question about keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from index.engines.whoosh.inverter import MARKS, SCOPE_SHIFT
from index.engines.whoosh.library import (
    ListMatcher,
    PerDocumentReader,
    TermNotFound,
    TermsReader,
    W3TermInfo,
)
from index.engines.whoosh.packed import Packed
from index.engines.whoosh.schema import NAMES, TEXT
from index.engines.whoosh.sections import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.engines.whoosh.arrays import Array
    from index.engines.whoosh.sections import Sections


class StockTerms(TermsReader):  # type: ignore[misc]
    """Looks keys up for Whoosh."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self._fields = [n for n in (TEXT, NAMES) if f"{n}.keys" in sections]

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        field, key = term
        return field in self._fields and self._find(field, key) is not None

    def indexed_field_names(self) -> list[str]:
        """Name the fields."""
        return self._fields

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every field with every key."""
        for field in self._fields:
            yield from self.terms_from(field, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the keys of a field from a prefix on."""
        keys = Texts(self._sections, f"{fieldname}.keys")
        first = max(keys.find(prefix), len(MARKS))
        return ((fieldname, keys[at]) for at in range(first, len(keys)))

    def term_info(self, fieldname: str, text: bytes) -> Any:  # noqa: ANN401 - Whoosh's
        """Count a key's occurrences."""
        documents, counts = self._postings(fieldname, text)
        info = W3TermInfo(
            weight=float(counts.sum()),
            df=len(documents),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
            maxweight=float(counts.max()),
        )
        info.set_inlined(documents.tolist(), counts.tolist(), [])
        return info

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Count a key's occurrences."""
        return float(self._postings(fieldname, text)[1].sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Count the documents that hold a key."""
        return len(self._postings(fieldname, text)[0])

    def matcher(
        self,
        fieldname: str,
        text: bytes,
        format_: object,
        scorer: object = None,
    ) -> Any:  # noqa: ANN401 - Whoosh's
        """Give the documents that hold a key."""
        documents, counts = self._postings(fieldname, text)
        return ListMatcher(
            documents.tolist(),
            counts.astype(float).tolist(),
            format=format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def close(self) -> None:
        """Let go of the file."""
        del self._sections

    def _find(self, field: str, key: bytes) -> int | None:
        keys = Texts(self._sections, f"{field}.keys")
        at = keys.find(key)
        return at if at < len(keys) and keys[at] == key else None

    def _postings(self, field: str, key: bytes) -> tuple[Array, Array]:
        """Give documents and counts, the scopes put together."""
        at = self._find(field, key)
        if at is None:
            raise TermNotFound(f"No term {field}:{key!r}")
        bounds = self._sections[f"{field}.postings_at"].run(at, at + 2).tolist()
        where = Packed(self._sections, f"{field}.where").run(*bounds)
        counts = Packed(self._sections, f"{field}.counts").run(*bounds)
        documents, place = np.unique(
            where.astype(np.uint32) & ((1 << SCOPE_SHIFT) - 1), return_inverse=True
        )
        return documents, np.bincount(place, counts)


class StockDocuments(PerDocumentReader):  # type: ignore[misc]
    """Knows a segment's documents for Whoosh."""

    def __init__(self, segment: Any, sections: Sections) -> None:  # noqa: ANN401 - Whoosh's
        self._segment = segment
        self._sections = sections

    def doc_count(self) -> int:
        """Count the documents that live."""
        return self.doc_count_all() - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        """Count the documents."""
        return int(self._segment.doc_count_all())

    def has_deletions(self) -> bool:
        """Say whether any were deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Say whether this one was."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> set[int]:
        """Give those that were."""
        return set(self._segment.deleted_docs())

    def supports_columns(self) -> bool:
        """Say that columns are read by our engine only."""
        return False

    def has_column(self, fieldname: str) -> bool:
        """Say the same of each field."""
        del fieldname
        return False

    def field_length(self, fieldname: str) -> int:
        """Leave scoring by length to our engine."""
        del fieldname
        return 0

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Leave scoring by length to our engine."""
        del docnum, fieldname
        return default

    def stored_fields(self, docnum: int) -> dict[str, str]:
        """Give an article's id; the store has the rest."""
        if "id" not in self._sections:
            return {}
        known = Texts(self._sections, "id")[docnum]
        return {TEXT: known.decode("utf-8", "surrogatepass")}

    def close(self) -> None:
        """Let go of the file."""
        del self._sections
