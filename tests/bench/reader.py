"""The reader in a terminal: when it paints, what a key costs, what it sends.

The shared tool ptydrive is the measure; the yardstick is an empty Textual application.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUNS = 7
_SIZES = ((80, 24), (120, 40))
_READY = r"\d of [\d,]+ articles|[\d,]+ articles"
_KEYS = {
    "move in the list": (["g"], ["j"] * 60),
    "scroll the article": (["g", "\r"], ["j"] * 40),
    "page through it": (["g", "\r"], [" ", "b"] * 8),
    "next quotation": (["g", "\r"], ["}"] * 12),
    "type a search": (["/"], list("minister said")),
}
"""What is measured: the keys that lead there, and the keys that are timed."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program in a terminal, in milliseconds."""

    painted: float
    settled: float
    cpu: float


def load_tool(tools: Path, name: str) -> Any:
    """Load a tool that lives outside the project."""
    spec = importlib.util.spec_from_file_location(name, tools / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def print_reader(archive: Path, tools: Path, state: Path) -> None:
    """Measure the reader on the archive, beside an empty app of three panes."""
    drive = load_tool(tools, "ptydrive")
    environ = {"XDG_DATA_HOME": str(state), "XDG_CONFIG_HOME": str(state)}
    reader = [str(Path(sys.executable).parent / "quoth"), "-a", str(archive)]
    empty = [sys.executable, "-m", "tests.bench.three_panes"]
    ours, theirs = [], []
    for _ in range(_RUNS):
        ours.append(_start(drive, reader, _READY, environ))
        theirs.append(_start(drive, empty, "ready", environ))
    _print_starts(ours, theirs)
    for size in _SIZES:
        _print_keys(drive, reader, size, environ)


def _start(drive: Any, command: Sequence[str], ready: str, env: object) -> Start:
    pty = drive.Pty(list(command), (80, 24), env=env)
    pty.wait_for(ready)
    cpu, _ = pty.sched()
    pty.settle(0.25)
    painted = pty.first_paint(ready) or float("nan")
    settled = (pty.log[-1][0] - pty.t0) * 1000
    pty.close()
    return Start(painted, settled, cpu)


def _print_starts(ours: Sequence[Start], theirs: Sequence[Start]) -> None:
    mine, empty = (median(s.painted for s in starts) for starts in (ours, theirs))
    cpu, empty_cpu = (median(s.cpu for s in starts) for starts in (ours, theirs))
    shown = median(start.settled for start in ours)
    print(
        f"reader: first paint {mine:.0f} ms, empty three panes {empty:.0f}; ratio"
        f" {mine / empty:.2f} (goal 1.15); CPU {cpu:.0f} and {empty_cpu:.0f} ms, ratio"
        f" {cpu / empty_cpu:.2f}; article shown {shown:.0f} ms"
    )


def _print_keys(
    drive: Any,
    reader: Sequence[str],
    size: tuple[int, int],
    env: object,
) -> None:
    print(f"keys at {size[0]}x{size[1]}     first p50   p95  settled p50   p95   bytes")
    memory = 0.0
    for name, (there, keys) in _KEYS.items():
        pty = drive.Pty(list(reader), size, env=env)
        pty.wait_for(_READY)
        pty.settle(0.3)
        for key in there:
            pty.key(key)
        took = pty.measure_keys(keys)
        first = f"{took['first_p50']:9.1f} {took['first_p95']:5.1f}"
        last = f"{took['last_p50']:12.1f} {took['last_p95']:5.1f}"
        print(f"{name:20} {first} {last} {took['bytes_p50']:7.0f}")
        memory = max(memory, _memory_mb(pty.pid))
        pty.close()
    print(f"memory of the reader, at most: {memory:.0f} MB (goal 120)")


def _memory_mb(pid: int) -> float:
    with Path(f"/proc/{pid}/statm").open() as file:
        pages = int(file.read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
