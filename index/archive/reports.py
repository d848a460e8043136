"""What writing an archive reports: progress on the way, and a sum at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.ingest import FieldMap
    from index.store import Skip


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long run has come."""

    phase: Literal["reading", "indexing"]
    done: int
    """Articles read, or put into the index."""
    share: float | None
    """Between 0 and 1; None while it cannot be known."""
    seconds: float
    """Since this phase began."""

    @property
    def rate(self) -> float:
        """Give articles per second."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left_s(self) -> float | None:
        """Give the seconds left at this rate, if that can be known."""
        if not self.share:
            return None
        return self.seconds * (1 - self.share) / self.share


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How a run of adding reads its files."""

    dumps: tuple[str, ...] = ()
    """Files of JSON lines, whatever their names; "-" is standard input."""
    fields: dict[str, str] = field(default_factory=dict)
    """Names of a dump's fields, over what is guessed: {"text": "body"}."""
    prune: bool = False
    take_back: bool = False
    """Read again what was taken out by hand."""
    find_quotes: bool = True
    wait_s: float = 10.0
    on_progress: Callable[[Progress], None] = lambda _: None
    on_fields: Callable[[str, FieldMap], None] = lambda _path, _fields: None
    """Told how a dump's fields are read."""


@dataclass(slots=True)
class AddReport:
    """What a run of adding did; every figure is exact."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: list[Skip] = field(default_factory=list)
    articles: int = 0
    """In the archive, afterwards."""
    quotes: int = 0
    seconds: float = 0.0
