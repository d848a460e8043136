"""A passage cut into words, each in the forms that queries compare."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from index.words import find_words, fold, list_words, sentence_starts, written_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.words import Passage


class Wording:
    """The words of one passage; each form is worked out when it is first asked for."""

    def __init__(self, passage: Passage, keys: Mapping[str, str]) -> None:
        """Read the passage; `keys` maps a word as written to what it is found by."""
        self.passage = passage
        self._keys = keys
        self.words = list_words(passage.text)

    def __len__(self) -> int:
        return len(self.words)

    def key_of(self, word: str) -> str:
        """Give the key of a query's word, by the rules of this passage."""
        return self._keys[word]

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """Give where each word begins and ends; asked for only where a hit stands."""
        return [match.span() for match in find_words(self.passage.text)]

    @cached_property
    def keys(self) -> list[str]:
        """Give the keys, by which plain words are found."""
        return list(map(self._keys.__getitem__, self.words))

    @cached_property
    def folded(self) -> list[str]:
        """Give the folded words, for patterns and fuzzy words."""
        return [fold(word) for word in self.words]

    @cached_property
    def written(self) -> list[str]:
        """Give the written forms, for `=`."""
        return [written_form(word) for word in self.words]

    @cached_property
    def sentences(self) -> list[int]:
        """Give the number of the sentence that each word stands in."""
        starts = sentence_starts(self.passage.text)
        return [bisect_right(starts, start) for start, _ in self.bounds]
