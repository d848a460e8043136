"""What was worked out lately, kept while it fits."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from index.engines.whoosh.arrays import Floats, Ints

_MOST_BYTES = 6 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that hold what was sought, and how much each counts."""

    rows: Ints
    weights: Floats


class Cache:
    """Answers by what was asked; the oldest go first."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._bytes = 0

    def get(self, asked: Hashable, work: Callable[[], Answer]) -> Answer:
        """Give what is known, or work it out."""
        answer = self._answers.get(asked)
        if answer is not None:
            self._answers.move_to_end(asked)
            return answer
        answer = self._answers[asked] = work()
        self._bytes += _size(answer)
        while self._bytes > _MOST_BYTES and len(self._answers) > 1:
            _, oldest = self._answers.popitem(last=False)
            self._bytes -= _size(oldest)
        return answer


def _size(answer: Answer) -> int:
    return answer.rows.nbytes + answer.weights.nbytes + 200
