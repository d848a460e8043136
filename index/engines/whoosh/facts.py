"""What is known of each document beside its words: columns of numbers and texts."""

from __future__ import annotations

from array import array

import numpy as np

from index.engines.whoosh.arrays import Array, narrow
from index.engines.whoosh.sections import Section, Sections, Texts, text_sections

NEVER = -1
"""Stands for a date that is not known."""

ARTICLE_NUMBERS = (
    "serial", "id_hash", "minute", "event_minute",
    "date_first", "date_last", "published_first", "published_last",
    "event_first", "event_last", "added_first", "added_last",
    "title_length", "heading_length", "body_length", "torn",
)  # fmt: skip
"""Dates are ordinals of days; `torn`: a zone ends within a word."""
ARTICLE_TEXTS = ("id", "paths", "url", "language")

UTTERANCE_NUMBERS = ("serial", "number", "kind", "negated", "pieces")
"""`pieces`: how many rows of the piece columns belong to the utterance."""
UTTERANCE_REALS = ("confidence",)
PIECE_NUMBERS = ("piece_scope", "piece_start", "piece_length", "piece_own")
"""Stretches of words of the article: what was said, and the rest of the sentence."""


class FactsTable:
    """Collects the facts of documents, in order."""

    def __init__(
        self,
        numbers: tuple[str, ...],
        texts: tuple[str, ...] = (),
        reals: tuple[str, ...] = (),
    ) -> None:
        self._names = numbers
        self._numbers = array("q")
        """Row after row, which are cut into columns at the end."""
        self._texts: dict[str, list[str]] = {name: [] for name in texts}
        self._reals = {name: array("d") for name in reals}

    def add(
        self,
        numbers: tuple[int, ...],
        texts: tuple[str, ...] = (),
        reals: tuple[float, ...] = (),
    ) -> None:
        """Take one row."""
        if len(numbers) != len(self._names):
            raise ValueError(f"a row of {len(numbers)} numbers, not {self._names}")
        self._numbers.extend(numbers)
        for text_column, text in zip(self._texts.values(), texts, strict=True):
            text_column.append(text)
        for real_column, real in zip(self._reals.values(), reals, strict=True):
            real_column.append(real)

    def sections(self) -> dict[str, Array]:
        """Give the columns as sections."""
        rows = np.array(self._numbers, np.int64)
        made: dict[str, Array] = {
            name: narrow(rows[at :: len(self._names)])
            for at, name in enumerate(self._names)
        }
        for name, texts in self._texts.items():
            made |= text_sections(name, texts)
        for name, reals in self._reals.items():
            made |= real_sections(name, np.array(reals, np.float64))
        return made


def real_sections(name: str, reals: Array) -> dict[str, Array]:
    """Give real numbers as a code each and a table: they are few."""
    values, codes = np.unique(reals, return_inverse=True)
    return {name: narrow(codes.astype(np.int64)), f"{name}=": values}


class Facts:
    """Reads the columns of a segment."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self._texts: dict[str, Texts] = {}

    def numbers(self, name: str) -> Array:
        """Give a column of whole numbers."""
        return self._sections[name].whole()

    def reals(self, name: str) -> Array:
        """Give a column of real numbers."""
        values: Section = self._sections[f"{name}="]
        found: Array = values.whole()[self._sections[name].whole()]
        return found

    def texts(self, name: str) -> Texts:
        """Give a column of texts."""
        if name not in self._texts:
            self._texts[name] = Texts(self._sections, name)
        return self._texts[name]
