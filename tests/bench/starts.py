"""Whole processes: adding, and what a command costs."""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RUNS = 5
_MORE = 100
QUOTH = str(Path(sys.executable).parent / "quoth")


@dataclass(frozen=True, slots=True)
class Added:
    """One run of `quoth add`."""

    seconds: float
    peak_mb: float
    """Of the process that writes."""


def print_adding(dump: Path, count: int, folder: Path) -> Path:
    """Fill a small archive and a large one, each with a little more later."""
    lines = list(_lines(dump, count))
    small, large = max(1, count // 10), max(1, count - _MORE)
    _, few = _fill(folder / "small", lines[:small], lines[small : small + _MORE])
    most, more = _fill(folder / "archive", lines[:large], lines[large:])
    again = _add(folder / "archive", folder / "archive-first.jsonl")
    size = sum(map(len, lines[:large]))
    store = (folder / "archive" / "store.db").stat().st_size / size
    print(
        f"adding: {large:,} in {most.seconds:.1f} s ({large / most.seconds:.0f}/s by"
        f" wall, {os.cpu_count()} processors), peak {most.peak_mb:,.0f} MB; again"
        f" {again.seconds:.2f} s; store {store:.2f} of the dump's bytes (goal 0.6)"
    )
    print(
        f"adding {_MORE} more: to {small:,} {few.seconds:.2f} s, to {large:,}"
        f" {more.seconds:.2f} s; ratio {more.seconds / few.seconds:.2f} (goal 2)"
    )
    return folder / "archive"


def _lines(dump: Path, count: int) -> Iterable[bytes]:
    opened = gzip.open if dump.suffix == ".gz" else open
    with opened(dump, "rb") as source:
        yield from islice(source, count)


def _fill(archive: Path, first: list[bytes], more: list[bytes]) -> tuple[Added, Added]:
    done = []
    for name, lines in (("first", first), ("more", more)):
        dump = archive.with_name(f"{archive.name}-{name}.jsonl")
        dump.write_bytes(b"".join(lines))
        done.append(_add(archive, dump))
    return done[0], done[1]


# A child begins with the memory of whoever starts it: a small process has to.
_LAUNCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _add(archive: Path, dump: Path) -> Added:
    command = [QUOTH, "-a", str(archive), "add", "--quiet", "--jsonl", str(dump)]
    began = perf_counter()
    launched = [sys.executable, "-c", _LAUNCH, *command]
    done = subprocess.run(launched, stdout=subprocess.PIPE, check=True)
    return Added(perf_counter() - began, int(done.stdout) / 1024)


def print_commands(archive: Path) -> None:
    """Measure what a script pays for an answer."""
    python = sys.executable
    search = [QUOTH, "-a", str(archive), "search", "minister", "--json"]
    imports = [python, "-c", "import numpy, sqlite3, whoosh.index, whoosh.query"]
    bare = _cpu_ms([python, "-c", ""])
    version = _cpu_ms([QUOTH, "--version"])
    loaded, searched = _cpu_ms(imports), _cpu_ms(search)
    print(f"quoth --version: {version:.0f} CPU ms, interpreter {bare:.0f} (goal +30)")
    print(f"quoth search: {searched:.0f} CPU ms, its imports {loaded:.0f} (goal +80)")


def _cpu_ms(command: Sequence[str]) -> float:
    took = []
    for _ in range(_RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        user = after.ru_utime - before.ru_utime
        took.append((user + after.ru_stime - before.ru_stime) * 1000)
    return median(took)
