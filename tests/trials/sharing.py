"""Sharing: readers of all kinds and a writer at once, and nobody sees half a state.

    python -m tests.trials.sharing --dump FILE.jsonl.gz --seconds 120 --seed 1

The writer adds, changes, removes and rebuilds in turns. Beside it ask: commands, one
after the other; a process that keeps the archive open; a reader in a terminal, into
which somebody types; and, where `--other-python` names one that another user can run,
that user too, who may only read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.trials.dumps import dump_of, given
from tests.trials.home import COMMAND, ROOT, Home, home
from tests.trials.report import Report, say
from tests.trials.terminal import Terminal
from tests.trials.watching import SEVEN, WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NOBODY = 65534
_MOST_GROUPS = 5
_STEPS = ("add", "add", "change", "add", "remove", "add", "prune", "rebuild", "remove")
_TYPED = (
    "1/", WORD, "\r", "j", "j", "\r", "}", "q", "\x12", "G", "\x12",
    "1/", f"quote:{WORD}", "\r", "k", "\r", "\x1b", "S",
)  # fmt: skip
"""Searches, opens, reads the archive again with Ctrl+R, and so on."""
_FOUND = re.compile(r"([\d,]+) of ([\d,]+) articles")


@dataclass(frozen=True, slots=True)
class Options:
    """Who shares what, and how long."""

    seconds: float = 120
    seed: int = 1
    dump: str | None = None
    articles: int = 2000
    other_python: str | None = None
    """A Python that another user can run; without it there is no other user."""


@dataclass(slots=True)
class _Figures:
    done: Counter[str] = field(default_factory=Counter)
    commands: int = 0
    counts: set[int] = field(default_factory=set)
    short: int = 0
    """Answers in which fewer rows stood than were counted."""
    seen_on_screen: set[int] = field(default_factory=set)


def tried(options: Options) -> Report:
    """Let them all work for so long, and say what happened."""
    report = Report(f"sharing, {options.seconds:.0f} s, seed {options.seed}")
    source, what = given(options.dump)
    report.figure("articles beside the groups", f"{options.articles} from {what}")
    with home() as own:
        _Trial(options, report, own, source).run()
        report.expect(not own.survivors(), f"left over: {own.survivors(0)}")
    return report


class _Trial:
    def __init__(
        self, options: Options, report: Report, own: Home, source: Path | None
    ) -> None:
        self.options = options
        self.report = report
        self.own = own
        self.chance = random.Random(options.seed)
        self.figures = _Figures()
        self.news = own.folder / "shared" / "news"
        self.clippings = own.folder / "clippings"
        self.groups: list[int] = []
        self.next = 0
        self.stop = threading.Event()
        count, seed = options.articles, options.seed
        dump = dump_of(source, own.folder / "base.jsonl.gz", 0, count, seed)
        self.news.parent.mkdir()
        self._write("add", "--jsonl", dump)
        self.others = self._json("check", "--json")["articles"]

    def run(self) -> None:
        """Start the readers, write until the time is over, and gather."""
        for _ in range(2):
            self._add()
        watchers = self._watchers()
        threads = [threading.Thread(target=self._safely, args=[work])
                   for work in (self._ask_on, self._read_on)]  # fmt: skip
        for thread in threads:
            thread.start()
        end = time.monotonic() + self.options.seconds
        while time.monotonic() < end and not self.report.faults:
            self._safely(self._step)
        self.stop.set()
        for thread in threads:
            thread.join()
        for name, process in watchers.items():
            self._gather(name, process)
        self._tell()

    def _safely(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - a thread's end must be heard of
            self.report.fault(f"{type(error).__name__}: {error}")

    # The writer

    def _step(self) -> None:
        step = _STEPS[self.figures.done.total() % len(_STEPS)]
        enough = len(self.groups) > 1
        if step == "add" and len(self.groups) >= _MOST_GROUPS:
            step = "remove"
        match step:
            case "change" if enough:
                self._add(self.chance.choice(self.groups))
            case "remove" if enough:
                self._remove()
            case "prune" if enough:
                shutil.rmtree(self.clippings / f"g{self.groups.pop(0)}")
                self._write("add", "--prune", self.clippings)
            case "rebuild":
                self._write("rebuild")
            case _:
                self._add()
        self.figures.done[step] += 1

    def _add(self, again: int | None = None) -> None:
        """Write seven files, or write them anew, and add them."""
        number = self.next if again is None else again
        folder = self.clippings / f"g{number}"
        folder.mkdir(parents=True, exist_ok=True)
        salt = self.chance.randint(0, 999_999)
        for one in range(SEVEN):
            said = f"“The {WORD} of {number} is in room {one},” Ilse Marek said."
            text = f"Group {number}, sheet {one}\n\n{said}\n\nIt had the mark {salt}.\n"
            (folder / f"{one}.txt").write_text(text, "utf-8")
        self._write("add", folder)
        if again is None:
            self.groups.append(number)
            self.next += 1

    def _remove(self) -> None:
        """Take a group out, and its files, so that it does not come back."""
        folder = self.clippings / f"g{self.groups.pop(0)}"
        self._write("remove", *sorted(folder.iterdir()))
        shutil.rmtree(folder)

    def _write(self, *words: str | Path) -> None:
        told = self.own.quoth(*words, "-a", self.news)
        self.report.expect(
            told.returncode == 0,
            f"{words[0]} ended with {told.returncode}: {told.stderr}",
        )

    # The readers

    def _json(self, *words: str) -> Any:
        told = self.own.quoth(*words, "-a", self.news)
        good = told.returncode in (0, 1) and "rror" not in told.stderr
        self.report.expect(good, f"{words} says {told.returncode}: {told.stderr}")
        return json.loads(told.stdout or "null")

    def _ask_on(self) -> None:
        """Ask with commands, one after the other."""
        while not self.stop.is_set():
            found = self._json("search", WORD, "--json")
            self._whole(found["total"])
            gone = min(found["total"], 50) - len(found["hits"])
            self.figures.short += gone > 0
            self.report.expect(gone % SEVEN == 0, f"{gone} rows are gone")
            self._whole(self._json("search", f"quote:{WORD}", "--count"))
            told = self.own.quoth("quotes", f"quote:{WORD}", "-a", self.news)
            self._whole(len(told.stdout.splitlines()))
            self.report.expect(told.returncode in (0, 1), f"quotes: {told.stderr}")
            self.figures.commands += 3

    def _whole(self, count: int) -> None:
        self.figures.counts.add(count)
        self.report.expect(count % SEVEN == 0, f"{count} is no number of whole groups")

    def _read_on(self) -> None:
        """Type into a real reader, which is told to look again now and then."""
        command = [*COMMAND, "-a", str(self.news)]
        terminal = Terminal(command, self.own.environ, (120, 40))
        ready = terminal.wait_for("Q quit|\\? keys")
        self.report.expect(ready, f"no reader: {terminal.text}")
        while not self.stop.is_set():
            for keys in _TYPED:
                terminal.send(keys)
                terminal.settle(0.15, 2)
                self._look(terminal)
        terminal.send("\x1b\x1b1Q")
        code = terminal.wait_end()
        self.report.expect(code == 0, f"the reader ends with {code}:\n{terminal.text}")
        terminal.close()

    def _look(self, terminal: Terminal) -> None:
        text = terminal.text
        wrong = re.search("Traceback|went wrong|cannot be|does not work", text)
        self.report.expect(not wrong, f"the reader shows a fault:\n{text}")
        head = text.splitlines()[1]
        found = _FOUND.search(head)
        if found and text.splitlines()[0].strip() == f"/ {WORD}":
            count = int(found[1].replace(",", ""))
            self.figures.seen_on_screen.add(count)
            self._whole(count)

    def _watchers(self) -> dict[str, subprocess.Popen[str]]:
        """Start those that keep the archive open: ourselves, and another user."""
        made = {"the same user": self._watcher([sys.executable], self.own.environ)}
        python = self.options.other_python
        if not python or os.getuid() != 0:
            self.report.figure("another user", "skipped: no Python that one can run")
            return made
        for folder in (self.own.folder, self.news.parent):
            folder.chmod(0o755)
        as_nobody = ["setpriv", f"--reuid={_NOBODY}", "--clear-groups", python]
        bare = self.own.environ | {"HOME": "/nonexistent", "PYTHONPATH": str(ROOT),
                                   "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
        bare = {name: v for name, v in bare.items() if not name.startswith("XDG_")}
        made["another user"] = self._watcher(as_nobody, bare)
        return made

    def _watcher(
        self, python: list[str], environ: dict[str, str]
    ) -> subprocess.Popen[str]:
        seconds = str(self.options.seconds)
        what = [
            "-m",
            "tests.trials.watching",
            str(self.news),
            seconds,
            f"{self.others}",
        ]
        return subprocess.Popen(
            [*python, *what], env=environ, cwd=ROOT, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def _gather(self, name: str, process: subprocess.Popen[str]) -> None:
        out, err = process.communicate(timeout=120)
        if process.returncode or not out:
            self.report.fault(f"{name}: ended with {process.returncode}: {err[-2000:]}")
            return
        seen = json.loads(out)
        for fault in seen["faults"]:
            self.report.fault(f"{name}: {fault}")
        self.report.expect(seen["asked"], f"{name} has asked nothing")
        states = f"{len(seen['counts'])} counts, reopened {seen['reopened']} times"
        gone = f"{seen['rows_gone']} rows of removed articles, {seen['behind']} behind"
        self.report.figure(name, f"asked {seen['asked']} times, {states}, {gone}")

    def _tell(self) -> None:
        figures, tell = self.figures, self.report.figure
        tell("written", dict(figures.done))
        tell("commands that asked", figures.commands)
        tell("counts that they saw", sorted(figures.counts))
        tell("answers with fewer rows than counted", figures.short)
        tell("counts on the reader's screen", sorted(figures.seen_on_screen))
        self.report.expect(figures.seen_on_screen, "the reader has shown no count")
        checked = self.own.quoth("check", "-a", self.news)
        self.report.expect(checked.returncode == 0, f"at the end: {checked.stdout}")


def main(words: Sequence[str] | None = None) -> int:
    """Read the options, and try."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dump")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--other-python")
    named = parser.parse_args(words)
    if named.dump and not Path(named.dump).exists():
        say(f"skipped: there is no dump at {named.dump}")
        return 0
    options = Options(
        named.seconds, named.seed, named.dump, named.articles, named.other_python
    )
    return tried(options).end()


if __name__ == "__main__":
    sys.exit(main())
