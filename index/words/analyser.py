"""Turn words into the keys by which they are found: stemmed, spellings merged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import Stemmer

from index.words.folding import fold
from index.words.variants import Variants, shipped_variants

_CACHE_WORDS = 30_000
"""Some 7 MB. Any thousand articles have about as many words."""

RULES_VERSION = 2
"""Raised whenever words, passages, sentences or names change what is found."""


class _Keys(dict[str, str]):
    """Word as written to key, filled as words are met; emptied when it grows large."""

    def __init__(self, analyser: Analyser) -> None:
        super().__init__()
        self._stemmer = Stemmer.Stemmer(analyser.language, 0)
        self._variants = analyser.variants

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_WORDS:
            self.clear()
        head = self._variants.head(fold(word))
        key: str = self._stemmer.stemWord(head)
        self[word] = key
        return key


class _Names(dict[str, str]):
    def __init__(self, analyser: Analyser) -> None:
        super().__init__()
        self._variants = analyser.variants

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_WORDS:
            self.clear()
        name = self[word] = self._variants.head(fold(word))
        return name


@dataclass(frozen=True, slots=True, eq=False)
class Analyser:
    """The rules by which one archive compares words."""

    language: str = "english"
    """A Snowball language."""
    variants: Variants = field(default_factory=shipped_variants)
    keys: dict[str, str] = field(init=False, repr=False)
    """From a word as written to the key by which plain words are found."""
    names: dict[str, str] = field(init=False, repr=False)
    """From a word as written to the key of names: spellings merged, not stemmed."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", _Keys(self))
        object.__setattr__(self, "names", _Names(self))

    @property
    def fingerprint(self) -> str:
        """Name these rules; an index made by others must be rebuilt."""
        table = "\n".join(f"{w} {h}" for w, h in sorted(self.variants.heads.items()))
        rules = f"{RULES_VERSION}\n{self.language}\n{Stemmer.version()}\n{table}"
        return hashlib.sha256(rules.encode()).hexdigest()[:16]
