"""How much memory, how many files and threads a process has, as the system tells."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import monotonic


@dataclass(frozen=True, slots=True)
class Sample:
    """What a process had at one moment."""

    at_s: float
    all_mb: float
    """Resident, files of the index that are mapped included."""
    own_mb: float
    """Resident and of no file: what the process itself has allocated."""
    files: int
    threads: int


def sample(pid: int, began: float) -> Sample | None:
    """Look at a process; None when it is gone."""
    folder = Path(f"/proc/{pid}")
    try:
        lines = (folder / "status").read_text().splitlines()
        files = len(list((folder / "fd").iterdir()))
    except OSError:
        return None
    facts = dict(line.split(":", 1) for line in lines if ":" in line)
    if "VmRSS" not in facts:
        return None
    return Sample(
        monotonic() - began,
        _mb(facts["VmRSS"]),
        _mb(facts["RssAnon"]),
        files,
        int(facts["Threads"]),
    )


def _mb(written: str) -> float:
    return int(written.split(maxsplit=1)[0]) * 1024 / 1e6


def summary(samples: list[Sample]) -> list[tuple[str, str]]:
    """Give first, last and peak, the quarters' medians, and the late slope."""
    told = []
    for name, of in (
        ("resident MB", [s.all_mb for s in samples]),
        ("of it its own", [s.own_mb for s in samples]),
        ("open files", [float(s.files) for s in samples]),
        ("threads", [float(s.threads) for s in samples]),
    ):
        if not of:
            continue
        quarters = " ".join(f"{median(part):.1f}" for part in _quarters(of))
        line = (
            f"first {of[0]:.1f}, quarters {quarters}, last {of[-1]:.1f}, "
            f"peak {max(of):.1f}, last half {slope(samples, of):+.2f} a minute"
        )
        told.append((name, line))
    return told


def _quarters(values: list[float]) -> list[list[float]]:
    cuts = [len(values) * n // 4 for n in range(5)]
    return [values[a:b] for a, b in pairwise(cuts) if b > a]


def slope(samples: list[Sample], values: list[float]) -> float:
    """Give what is gained in a minute over the last half, by least squares."""
    half = len(values) // 2
    minutes = [s.at_s / 60 for s in samples[half:]]
    late = values[half:]
    middle = sum(minutes) / len(minutes)
    across = sum((m - middle) ** 2 for m in minutes)
    if not across:
        return 0.0
    return sum((m - middle) * v for m, v in zip(minutes, late, strict=True)) / across


def grows(held: list[float]) -> bool:
    """Say whether the least of the last quarter is much more than of the second.

    What is opened twice for a while, as an index that is read again, is no growth.
    """
    quarter = len(held) // 4
    if quarter < 10:
        return False
    return min(held[-quarter:]) > 1.5 * min(held[quarter : 2 * quarter])


def state_of(pid: int) -> str:
    """Give the letter by which the system says what a process does; "" if gone."""
    try:
        written = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return ""
    return written.rpartition(")")[2].split()[0]


def cpu_s(pid: int) -> float:
    """Give the seconds of a core that a process has used."""
    try:
        written = Path(f"/proc/{pid}/schedstat").read_text()
    except OSError:
        return 0.0
    tasks = Path(f"/proc/{pid}/task")
    used = 0
    for task in tasks.iterdir():
        try:
            used += int((task / "schedstat").read_text().split()[0])
        except OSError:
            continue
    return max(used, int(written.split()[0])) / 1e9
