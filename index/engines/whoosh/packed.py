"""Numbers whose upper bits seldom change from one to the next.

The lower bits are kept for each number; the upper bits once for each run of numbers
that share them. A document, a count, a position then takes one or two bytes, and the
rare long article costs nothing to the others.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.engines.whoosh.arrays import Array, Ints, narrow, runs

if TYPE_CHECKING:
    from index.engines.whoosh.sections import Section, Sections


def packed_sections(name: str, numbers: Array, bits: int) -> dict[str, Array]:
    """Give the sections that `Packed` reads; `bits` is 8 or 16."""
    low = numbers.astype(np.uint8 if bits == 8 else np.uint16)
    upper = numbers >> bits
    starts, _ = runs(upper)
    return {
        name: low,
        f"{name}^": narrow(starts),
        f"{name}^^": narrow(np.asarray(upper[starts], np.int64)),
    }


class Packed:
    """Reads numbers back, in the fewest bytes that hold what was asked for."""

    def __init__(self, sections: Sections, name: str) -> None:
        self._low: Section = sections[name]
        self._starts_section: Section = sections[f"{name}^"]
        self._upper_section: Section = sections[f"{name}^^"]

    def __len__(self) -> int:
        return len(self._low)

    def run(self, start: int, stop: int) -> Array:
        """Give the numbers from `start` to before `stop`."""
        low = self._low.run(start, stop)
        if self._plain or start >= stop:
            return low
        first = int(np.searchsorted(self._starts, start, side="right")) - 1
        last = int(np.searchsorted(self._starts, stop))
        upper = self._upper[first:last]
        if len(upper) == 1:
            return low | upper[0] if upper[0] else low
        if not upper.any():
            return low
        bounds = np.append(self._starts[first:last], stop)
        bounds[0] = start
        wide: Array = low | np.repeat(upper, np.diff(bounds))
        return wide

    def at(self, places: Ints) -> Array:
        """Give the numbers at these places."""
        low = self._low.at(places)
        if self._plain:
            return low
        run = np.searchsorted(self._starts, places, side="right") - 1
        wide: Array = low | self._upper[run]
        return wide

    def whole(self) -> Array:
        """Give all of them."""
        return self.run(0, len(self._low))

    @cached_property
    def _plain(self) -> bool:
        return not self._upper.any()

    @cached_property
    def _starts(self) -> Ints:
        return self._starts_section.whole().astype(np.int64)

    @cached_property
    def _upper(self) -> Array:
        upper = self._upper_section.whole().astype(np.uint32)
        shifted: Array = upper << np.uint32(self._low.width * 8)
        return shifted
