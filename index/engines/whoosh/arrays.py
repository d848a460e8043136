"""Small moves on integer arrays that the rest of the engine is made of."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]
Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]

_CHUNK = 1 << 18

NO_INTS: Ints = np.zeros(0, np.int64)


def ranges(starts: Array, counts: Array) -> Ints:
    """Give start, start + 1, … for each start, as many as its count says."""
    total = int(counts.sum())
    if total == 0:
        return NO_INTS
    shifts = np.asarray(starts, np.int64) - offsets(counts)[:-1]
    made: Ints = np.repeat(shifts, counts)
    made += np.arange(total, dtype=np.int64)
    return made


def gathered(column: Array, starts: Array, counts: Array) -> Array:
    """Give the stretches of a column one after the other, in little memory."""
    made = np.empty(int(counts.sum()), column.dtype)
    done = 0
    for at in range(0, len(starts), _CHUNK):
        part = column[ranges(starts[at : at + _CHUNK], counts[at : at + _CHUNK])]
        made[done : done + len(part)] = part
        done += len(part)
    return made


def offsets(counts: Array) -> Ints:
    """Give where each run begins, and at last where all end."""
    ends = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=ends[1:])
    return ends


def stable_order(numbers: Array) -> Array:
    """Sort numbers below 2 ** 32 by halves, equals staying in their order."""
    wide = np.asarray(numbers, np.uint32)
    order = np.argsort((wide & 0xFFFF).astype(np.uint16), kind="stable")
    if len(wide) == 0 or int(wide.max()) <= 0xFFFF:
        return order
    upper = (wide >> np.uint32(16)).astype(np.uint16)[order]
    return order[np.argsort(upper, kind="stable")]


def narrow(numbers: Array) -> Array:
    """Give the same whole numbers in the fewest bytes."""
    if len(numbers) == 0:
        return np.zeros(0, np.uint8)
    low, high = int(numbers.min()), int(numbers.max())
    kinds: tuple[type[np.integer[Any]], ...] = (
        (np.uint8, np.uint16, np.uint32, np.uint64)
        if low >= 0
        else (np.int8, np.int16, np.int32, np.int64)
    )
    for kind in kinds:
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return numbers.astype(kind)
    raise OverflowError(f"{low} to {high} need more than 64 bits")


def runs(*columns: Array) -> tuple[Ints, Ints]:
    """Give where each run of equal rows begins, and how long it is."""
    size = len(columns[0])
    if size == 0:
        return NO_INTS, NO_INTS
    changes = np.zeros(size - 1, np.bool_)
    for column in columns:
        changes |= column[1:] != column[:-1]
    starts = np.concatenate([np.zeros(1, np.int64), np.flatnonzero(changes) + 1])
    return starts, np.diff(np.append(starts, size))


def joined(parts: list[Array], kind: npt.DTypeLike = np.int64) -> Array:
    """Join arrays; none of them make an empty one."""
    if not parts:
        return np.zeros(0, kind)
    return parts[0] if len(parts) == 1 else np.concatenate(parts)
