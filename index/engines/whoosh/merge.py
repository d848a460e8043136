"""Merge segments as arrays; drop what was deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.engines.whoosh.arrays import Array, Ints, Mask, gathered, narrow, offsets
from index.engines.whoosh.facts import (
    ARTICLE_NUMBERS,
    ARTICLE_TEXTS,
    PIECE_NUMBERS,
    UTTERANCE_NUMBERS,
    UTTERANCE_REALS,
    Facts,
    real_sections,
)
from index.engines.whoosh.inverter import MARKS, SCOPE_SHIFT, KeyTable, packed_columns
from index.engines.whoosh.packed import Packed
from index.engines.whoosh.schema import ARTICLES
from index.engines.whoosh.sections import Sections, Texts, text_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOCUMENT = (1 << SCOPE_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Part:
    """A segment that is merged, and which of its documents live on."""

    facts: Sections
    words: Sections
    alive: Mask


def merged_facts(indexname: str, parts: Sequence[Part]) -> dict[str, Array]:
    """Join the facts."""
    facts = [(Facts(part.facts), part.alive) for part in parts]
    articles = indexname == ARTICLES
    made: dict[str, Array] = {}
    for name in ARTICLE_NUMBERS if articles else UTTERANCE_NUMBERS:
        made[name] = _column([f.numbers(name)[alive] for f, alive in facts])
    if articles:
        for name in ARTICLE_TEXTS:
            texts = [t for f, alive in facts for t in _texts(f, name, alive)]
            made |= text_sections(name, texts)
        return made
    for name in UTTERANCE_REALS:
        reals = np.concatenate([f.reals(name)[alive] for f, alive in facts])
        made |= real_sections(name, reals)
    pieces = [np.repeat(alive, f.numbers("pieces")) for f, alive in facts]
    for name in PIECE_NUMBERS:
        columns = zip(facts, pieces, strict=True)
        made[name] = _column([f.numbers(name)[kept] for (f, _), kept in columns])
    return made


def _column(parts: list[Array]) -> Array:
    return narrow(np.concatenate([part.astype(np.int64) for part in parts]))


def _texts(facts: Facts, name: str, alive: Mask) -> list[str]:
    texts = facts.texts(name).strings()
    return [texts[i] for i in np.flatnonzero(alive).tolist()]


def merged_words(prefix: str, parts: Sequence[Part]) -> dict[str, Array]:
    """Join the words of one field."""
    fields = [_Field(part, prefix) for part in parts]
    numbers: dict[str, int] = {}
    keys: list[str] = []
    folded: list[str] = []
    for field in fields:
        for form, of, fold in zip(field.forms, field.key_of, field.folded, strict=True):
            if form not in numbers:
                numbers[form] = len(keys)
                keys.append(of)
                folded.append(fold)
    table = KeyTable(keys, list(numbers), folded)
    of_key = {key: number for number, key in enumerate(table.keys)}
    base, joints, counts, positions, ranks = 0, [], [], [], []
    for field in fields:
        moved = field.moved(of_key, numbers, table.rank_of_form, base)
        joints.append(moved.joint)
        counts.append(moved.counts)
        positions.append(moved.positions)
        ranks.append(moved.ranks)
        base += field.survivors
    count: Ints = np.concatenate(counts).astype(np.int64)
    joint: Ints = np.concatenate(joints)
    # Each part is in order already: the stable sort merges runs.
    order = np.argsort(joint, kind="stable")
    starts = (np.cumsum(count) - count)[order]
    joint, count = joint[order], count[order]
    key = joint >> 32
    size = len(table.keys)
    per_key = np.bincount(key, weights=count, minlength=size).astype(np.int64)
    return (
        table.sections(prefix)
        | {
            f"{prefix}.postings_at": narrow(offsets(np.bincount(key, minlength=size))),
            f"{prefix}.places_at": narrow(offsets(per_key)),
        }
        | packed_columns(
            prefix,
            joint & 0xFFFFFFFF,
            count,
            gathered(_concatenated(positions), starts, count),
            gathered(_concatenated(ranks), starts, count),
        )
    )


@dataclass(frozen=True, slots=True)
class _Moved:
    joint: Ints
    """Merged key and, in the low half, scope and merged document."""
    counts: Array
    positions: Array
    ranks: Array


class _Field:
    """One field of one part, its lexicon in memory."""

    def __init__(self, part: Part, prefix: str) -> None:
        self._part = part
        self._prefix = prefix
        self.survivors = int(part.alive.sum())
        self._keys = Texts(part.words, f"{prefix}.keys").strings()
        self._forms_at = self._whole("forms_at").astype(np.int64)
        self.forms = self._in_order("forms", "by_form")
        self.folded = self._in_order("folded", "by_folded")
        owner = np.repeat(np.arange(len(self._keys)), np.diff(self._forms_at))
        self.key_of = [self._keys[i] for i in owner.tolist()]

    def _whole(self, name: str) -> Array:
        return self._part.words[f"{self._prefix}.{name}"].whole()

    def _column(self, name: str) -> Array:
        return Packed(self._part.words, f"{self._prefix}.{name}").whole()

    def _in_order(self, name: str, permutation: str) -> list[str]:
        """Give texts that are filed by their letters in the order of their keys."""
        texts = Texts(self._part.words, f"{self._prefix}.{name}").strings()
        placed = [""] * len(texts)
        places = self._whole(permutation).tolist()
        for place, text in zip(places, texts, strict=True):
            placed[place] = text
        return placed

    def moved(
        self,
        of_key: dict[str, int],
        of_form: dict[str, int],
        rank_of_form: Array,
        base: int,
    ) -> _Moved:
        """Give the postings under the numbers that they have when merged."""
        keys = np.array([of_key[key] for key in self._keys], np.int64)
        forms = np.array([of_form[form] for form in self.forms], np.uint32)
        sizes = np.diff(self._whole("postings_at"))
        key = np.repeat(np.arange(len(keys), dtype=np.uint32), sizes)
        where = self._column("where").astype(np.int64)
        counts = self._column("counts")
        document = where & _DOCUMENT
        alive = self._part.alive[document]
        alive_places = np.repeat(alive, counts)
        key_of_place = np.repeat(key, counts)[alive_places]
        ranks = self._column("ranks")[alive_places].astype(np.uint32)
        spoken = key_of_place >= len(MARKS)
        ranks += self._forms_at.astype(np.uint32)[key_of_place]
        del key_of_place
        ranks[spoken] = rank_of_form[forms[ranks[spoken]]]
        ranks[~spoken] = 0
        renumbered = np.cumsum(self._part.alive) - 1 + base
        scope = where & ~np.int64(_DOCUMENT)
        joint = keys[key] << 32 | scope | renumbered[document]
        return _Moved(
            joint[alive],
            counts[alive],
            self._column("positions")[alive_places],
            narrow(ranks),
        )


def _concatenated(parts: list[Array]) -> Array:
    return np.concatenate(parts)
