"""Spellings that name the same thing: Kyiv and Kiev, Zelensky and Zelenskiy."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from index.words.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Variants:
    """A table from a folded word to the head of its group; both are single words."""

    heads: Mapping[str, str] = field(default_factory=dict)

    def head(self, folded: str) -> str:
        """Give the word that stands for all spellings of this one."""
        return self.heads.get(folded, folded)

    def spellings(self, folded: str) -> tuple[str, ...]:
        """Give every spelling of the word's group, itself included, sorted."""
        head = self.head(folded)
        group = {word for word, its_head in self.heads.items() if its_head == head}
        return tuple(sorted(group | {folded, head}))

    def extended(self, groups: Iterable[Iterable[str]]) -> Variants:
        """Add groups; groups that share a word become one."""
        heads = dict(self.heads)
        members: dict[str, list[str]] = {}
        for word, head in heads.items():
            members.setdefault(head, []).append(word)
        for group in groups:
            words = [fold(word) for word in group]
            if not words:
                continue
            head = heads.get(words[0], words[0])
            whole = {head: None}
            for word in words:
                old = heads.get(word, word)
                whole |= dict.fromkeys([word, old, *members.pop(old, ())])
            members[head] = list(whole)
            heads |= dict.fromkeys(whole, head)
        return Variants(heads)


def read_groups(table: str) -> list[list[str]]:
    """Read a table: a group of spellings a line, separated by spaces; # comments."""
    lines = (line.partition("#")[0].split() for line in table.splitlines())
    return [words for words in lines if words]


@cache
def shipped_variants() -> Variants:
    """Give the table that ships with quoth."""
    # Beside this file, since importlib.resources would cost every command 20 ms.
    table = Path(__file__).with_name("variants.txt").read_text("utf-8")
    return Variants().extended(read_groups(table))
