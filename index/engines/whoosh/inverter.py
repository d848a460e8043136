"""Turn words into postings: flat arrays, grouped by key.

Words are numbered as they come and kept in one flat array; what stands where is known
by passage, so nothing is kept for a posting until all of them are sorted at once.

A word is filed under its key. Beside each place stands the rank of the written form
among the forms of that key, so that the postings of a key also answer for exact
forms, patterns and fuzzy words.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from index.engines.whoosh.arrays import (
    Array,
    narrow,
    offsets,
    ranges,
    runs,
    stable_order,
)
from index.engines.whoosh.packed import packed_sections
from index.engines.whoosh.sections import text_sections
from index.words import fold, written_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SCOPE_SHIFT = 29
"""A document's number and, above this bit, the scope that a posting belongs to."""
PLACE_BITS = 24
"""Bits for the position of a word within its document."""

LAST_POSITION = (1 << PLACE_BITS) - 1

PASSAGES, SENTENCES = "\0p", "\0s"
"""Keys under which the first places of passages and of inner sentences are filed."""
MARKS = (PASSAGES, SENTENCES)


class Forms(dict[str, int]):
    """From a word as written to the number of its form."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._keys = keys
        self._numbers: dict[str, int] = {}
        self.forms: list[str] = []
        self.folded: list[str] = []
        self.keys_of: list[str] = []

    def __missing__(self, word: str) -> int:
        form = written_form(word)
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self.forms)
            self.forms.append(form)
            self.folded.append(fold(word))
            self.keys_of.append(self._keys[word])
        self[word] = number
        return number


class Inverter:
    """Collects the words of one field; `sections` gives what is written."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._forms = Forms(keys)
        self._words = array("I")
        self._where = array("I")
        self._base = array("I")
        self._count = array("I")
        self._marks = (array("q"), array("q"))

    def __len__(self) -> int:
        return len(self._words)

    def passage(
        self,
        document: int,
        scope: int,
        base: int,
        words: Sequence[str],
        sentences: Iterable[int] = (),
    ) -> None:
        """File a passage that begins at position `base`.

        `sentences` are the positions at which its second and later sentences begin.
        """
        if not words:
            return
        where = scope << SCOPE_SHIFT | document
        self._words.fromlist(list(map(self._forms.__getitem__, words)))
        self._where.append(where)
        self._base.append(base)
        self._count.append(len(words))
        place = where << PLACE_BITS
        self._marks[0].append(place | base)
        self._marks[1].extend([place | at for at in sentences])

    def sections(self, prefix: str) -> dict[str, Array]:
        """Sort everything and give it as sections."""
        table = KeyTable(self._forms.keys_of, self._forms.forms, self._forms.folded)
        words, where, positions = self._tokens()
        keys = table.key_of_form[words]
        order = stable_order(keys)
        rank = table.rank_of_form[words[order]]
        marks = [np.sort(np.array(places, np.int64)) for places in self._marks]
        mark_keys = [np.full(len(m), i, np.uint32) for i, m in enumerate(marks)]
        mark_where = [(m >> PLACE_BITS).astype(np.uint32) for m in marks]
        mark_positions = [(m & LAST_POSITION).astype(np.uint32) for m in marks]
        mark_ranks = [np.zeros(len(m), np.uint32) for m in marks]
        postings = Postings(
            np.concatenate([*mark_keys, keys[order]]),
            np.concatenate([*mark_where, where[order]]),
            np.concatenate([*mark_positions, positions[order]]),
            np.concatenate([*mark_ranks, rank]),
        )
        return table.sections(prefix) | postings.sections(prefix, len(table.keys))

    def _tokens(self) -> tuple[Array, Array, Array]:
        """Give each word's form, document and position; by scope, then document."""
        where = np.array(self._where, np.uint32)
        base = np.array(self._base, np.uint32)
        count = np.array(self._count, np.uint32)
        order = stable_order(where)
        starts = offsets(count)[:-1]
        words = np.frombuffer(self._words, np.uint32) if self._words else where
        return (
            words[ranges(starts[order], count[order])],
            np.repeat(where[order], count[order]),
            ranges(base[order], count[order]).astype(np.uint32),
        )


class KeyTable:
    """Keys in order, and the forms of each."""

    def __init__(self, keys_of: list[str], forms: list[str], folded: list[str]) -> None:
        """Take forms, each with its key and its folded word."""
        self.keys = [*MARKS, *sorted(set(keys_of))]
        numbers = {key: number for number, key in enumerate(self.keys)}
        of_form = [numbers[key] for key in keys_of]
        self.key_of_form: Array = np.array(of_form, np.uint32)
        order = stable_order(self.key_of_form)
        self._counts = np.bincount(self.key_of_form, minlength=len(self.keys))
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        rank = place - offsets(self._counts)[self.key_of_form]
        self.rank_of_form: Array = rank.astype(np.uint32)
        self._forms = [forms[i] for i in order.tolist()]
        self._folded = [folded[i] for i in order.tolist()]

    def sections(self, prefix: str) -> dict[str, Array]:
        """Give the lookup tables."""
        places = range(len(self._forms))
        by_form = sorted(places, key=self._forms.__getitem__)
        by_folded = sorted(places, key=self._folded.__getitem__)
        return (
            text_sections(f"{prefix}.keys", self.keys)
            | text_sections(f"{prefix}.forms", [self._forms[i] for i in by_form])
            | text_sections(f"{prefix}.folded", [self._folded[i] for i in by_folded])
            | {
                f"{prefix}.forms_at": narrow(offsets(self._counts)),
                f"{prefix}.by_form": narrow(np.array(by_form, np.int64)),
                f"{prefix}.by_folded": narrow(np.array(by_folded, np.int64)),
            }
        )


class Postings:
    """Places sorted by key, scope and document, position."""

    def __init__(
        self, keys: Array, where: Array, positions: Array, ranks: Array
    ) -> None:
        self._keys = keys
        self._where = where
        self._positions = positions
        self._ranks = ranks

    def sections(self, prefix: str, key_count: int) -> dict[str, Array]:
        """Cut the places into postings: one for each key, scope and document."""
        starts, counts = runs(self._keys, self._where)
        per_key = np.bincount(self._keys[starts], minlength=key_count)
        tokens = np.bincount(self._keys, minlength=key_count)
        return {
            f"{prefix}.postings_at": narrow(offsets(per_key)),
            f"{prefix}.places_at": narrow(offsets(tokens)),
        } | packed_columns(
            prefix,
            self._where[starts],
            counts,
            self._positions,
            self._ranks,
        )


def packed_columns(
    prefix: str, where: Array, counts: Array, positions: Array, ranks: Array
) -> dict[str, Array]:
    """Give the long columns: two by posting, two by place."""
    return (
        packed_sections(f"{prefix}.where", where, 16)
        | packed_sections(f"{prefix}.counts", counts, 8)
        | packed_sections(f"{prefix}.positions", positions, 16)
        | packed_sections(f"{prefix}.ranks", ranks, 8)
    )
