"""What a trial found: figures to read, and faults that make it fail."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """Figures and faults of one trial, in the order in which they came."""

    title: str
    figures: list[tuple[str, object]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def figure(self, name: str, value: object) -> None:
        """Note something measured or counted."""
        self.figures.append((name, value))

    def fault(self, sentence: str) -> None:
        """Note something that must not be, and show it at once."""
        self.faults.append(sentence)
        say(f"FAULT {sentence}")

    def expect(self, truth: object, sentence: str) -> None:
        """Note a fault unless the truth holds."""
        if not truth:
            self.fault(sentence)

    def end(self) -> int:
        """Print it; give the exit code."""
        say(f"\n{self.title}")
        for name, value in self.figures:
            say(f"  {name}: {value}")
        for sentence in self.faults:
            say(f"  FAULT {sentence}")
        say(f"  {len(self.faults)} faults")
        return 1 if self.faults else 0


def say(line: str) -> None:
    """Print a line at once, even into a file."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def spread(values: list[float]) -> str:
    """Give least, median and greatest of some seconds."""
    ordered = sorted(values)
    if not ordered:
        return "none"
    middle = ordered[len(ordered) // 2]
    return f"{ordered[0]:.2f} / {middle:.2f} / {ordered[-1]:.2f}"
