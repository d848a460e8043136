"""Whole processes: what a command costs, when the reader paints, what a key costs."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from index.archive.adding import add
from index.archive.reports import AddOptions
from tests.bench.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.archive.reports import AddReport

_RUNS = 5


def print_starts(dump: Path, count: int, folder: Path) -> None:
    """Add the dump to an archive, and measure commands and the reader on it."""
    cut = folder / "cut.jsonl"
    _cut(dump, count, cut)
    archive = folder / "archive"
    first = add(archive, [], AddOptions(dumps=(str(cut),)))
    again = add(archive, [], AddOptions(dumps=(str(cut),)))
    _print_adding(first, again, archive, cut)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    _print_commands(archive)
    _print_reader(archive)


def _cut(dump: Path, count: int, cut: Path) -> None:
    import gzip  # noqa: PLC0415 - only here
    from itertools import islice  # noqa: PLC0415

    opened = gzip.open if dump.suffix == ".gz" else open
    with opened(dump, "rb") as source, cut.open("wb") as target:
        target.writelines(islice(source, count))


def _print_adding(first: AddReport, again: AddReport, archive: Path, cut: Path) -> None:
    rate = first.added / first.seconds
    store = (archive / "store.db").stat().st_size / cut.stat().st_size
    print(
        f"adding: {first.added:,} in {first.seconds:.1f} s ({rate:.0f}/s by wall); "
        f"again {again.seconds:.2f} s; store {store:.2f} of the dump's bytes (goal 0.6)"
    )


def _print_commands(archive: Path) -> None:
    python, quoth = sys.executable, str(Path(sys.executable).parent / "quoth")
    search = [quoth, "-a", str(archive), "search", "minister", "--json"]
    imports = [python, "-c", "import numpy, sqlite3, whoosh.index, whoosh.query"]
    bare = _cpu_ms([python, "-c", ""])
    version = _cpu_ms([quoth, "--version"])
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


def _print_reader(archive: Path) -> None:
    quoth = str(Path(sys.executable).parent / "quoth")
    reader = [quoth, "-a", str(archive)]
    empty = [sys.executable, "-m", "tests.bench.three_panes"]
    paints, yardsticks = [], []
    for _ in range(_RUNS):
        paints.append(_first_paint(reader, " of "))
        yardsticks.append(_first_paint(empty, "ready"))
    ours, theirs = median(paints), median(yardsticks)
    print(
        f"reader: first paint {ours:.0f} ms, empty three panes {theirs:.0f}; "
        f"ratio {ours / theirs:.2f} (goal 1.15)"
    )
    for size in ((80, 24), (120, 40)):
        _print_keys(reader, size)


def _first_paint(command: Sequence[str], words: str) -> float:
    terminal = Terminal(command)
    painted = terminal.wait_for(words)
    terminal.close()
    return painted


def _print_keys(reader: Sequence[str], size: tuple[int, int]) -> None:
    terminal = Terminal(reader, size)
    terminal.wait_for(" of ")
    terminal.settle()
    moves = [terminal.key("j") for _ in range(60)]
    typed = [terminal.key(k) for k in "/minister"]
    memory = terminal.memory_mb()
    terminal.close()
    _print_row(f"move in the list, {size[0]}x{size[1]}", moves)
    _print_row(f"type into the search, {size[0]}x{size[1]}", typed[1:])
    print(f"memory of the reader: {memory:.0f} MB (goal 120)")


def _print_row(name: str, keys: list[tuple[float, int]]) -> None:
    times = sorted(time for time, _ in keys)
    sizes = [size for _, size in keys]
    high = times[int(0.95 * (len(times) - 1))]
    print(
        f"{name}: settled p50 {median(times):.0f} ms, p95 {high:.0f}; "
        f"bytes p50 {median(sizes):.0f}"
    )
