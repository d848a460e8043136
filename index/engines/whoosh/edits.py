"""Edit distance to many words at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.query.operands import Fuzzy


def within_edits(fuzzy: Fuzzy, words: list[str]) -> list[str]:
    """Give those of the words that the fuzzy word accepts."""
    most, sought = fuzzy.distance, fuzzy.text
    close = [w for w in words if abs(len(w) - len(sought)) <= most]
    if not close:
        return []
    lengths = np.array([len(w) for w in close])
    longest = int(lengths.max())
    padded = np.array(close, dtype=f"<U{longest}")
    letters = padded.view(np.uint32).reshape(len(close), longest)
    row = np.tile(np.arange(longest + 1, dtype=np.int16), (len(close), 1))
    for i, letter in enumerate(sought, 1):
        row = _next_row(row, letters != ord(letter), i)
    distances = row[np.arange(len(close)), lengths]
    accepted = np.flatnonzero(distances <= most).tolist()
    return [close[i] for i in accepted if fuzzy.accepts(close[i])]


def _next_row(row: np.ndarray, differs: np.ndarray, number: int) -> np.ndarray:
    following = np.empty_like(row)
    following[:, 0] = number
    for j in range(1, row.shape[1]):
        kept = row[:, j - 1] + differs[:, j - 1]
        following[:, j] = np.minimum(
            kept, np.minimum(row[:, j], following[:, j - 1]) + 1
        )
    return following
