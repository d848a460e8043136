"""Random keys: whatever is typed, the reader lives, answers, and does not grow.

    python -m tests.trials.random_keys --archive DIR --seed 1 --seconds 1200

The archive is only read. Programs that keys start are harmless ones; keys that leave
the reader are not typed, and where a random word of the palette does leave, the reader
is started again.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import re
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import Archive
from index.words import find_words
from tests.trials.dumps import dump_of
from tests.trials.home import COMMAND, Home, home
from tests.trials.memory import Sample, cpu_s, sample, slope, state_of, summary
from tests.trials.report import Report, say, spread
from tests.trials.terminal import Terminal
from tests.trials.typing_keys import Typist

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASK_EVERY = 200
_SAMPLE_EVERY_S = 2.0
_PATIENCE_S = 20.0
_WRONG = re.compile("Traceback|itself went wrong|ZeroDivision|AttributeError")
_LEAVES = re.compile("^.*(Leave quoth).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    """What is tried, and for how long."""

    seed: int = 1
    seconds: float = 60
    archive: Path | None = None
    """Invented articles where there is none."""
    most_mb: float = 0
    """Resident memory above which the trial fails; 0 is no limit."""
    program: Sequence[str] = COMMAND


@dataclass(slots=True)
class _Figures:
    keys: int = 0
    restarts: int = 0
    answers_s: list[float] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    """Those of the reader that runs now."""
    longest: list[Sample] = field(default_factory=list)


def tried(options: Options) -> Report:
    """Type for so long, and say what happened."""
    report = Report(f"random keys, seed {options.seed}, {options.seconds:.0f} s")
    with home() as own:
        archive = options.archive or _made(own, options.seed)
        trial = _Trial(options, report, own, archive)
        trial.run()
        report.expect(not own.survivors(), f"left over: {own.survivors(0)}")
    return report


def _made(own: Home, seed: int) -> Path:
    dump = dump_of(None, own.folder / "made.jsonl.gz", 0, 60, seed)
    told = own.quoth("add", "--jsonl", dump, "-a", own.folder / "news")
    assert told.returncode == 0, told.stderr
    return own.folder / "news"


def _words_of(archive: Path, seed: int) -> list[str]:
    """Give words of the archive, frequent and rare ones."""
    with contextlib.closing(Archive.open(archive)) as opened:
        newest = [h.id for h in opened.newest(0, opened.totals().articles)]
        ids = random.Random(seed).sample(newest, min(40, len(newest)))
        texts = [clipping.article.text for clipping in opened.clippings(ids)]
    words = {m.group().lower() for text in texts for m in find_words(text)}
    kept = sorted(word for word in words if word.isascii() and len(word) > 2)
    return kept or ["border"]


class _Trial:
    """One run of typing; the reader may be started more than once."""

    def __init__(
        self, options: Options, report: Report, own: Home, archive: Path
    ) -> None:
        self.options = options
        self.report = report
        self.own = own
        self.archive = archive
        self.typist = Typist(options.seed, _words_of(archive, options.seed))
        self.chance = random.Random(options.seed)
        self.figures = _Figures()
        self.typed: list[str] = []
        self.environ = own.environ | {
            "QUOTH_DEBUG": "1",
            # Words typed after "pipe" are handed to this instead of to a shell.
            "SHELL": "/bin/true",
            "PAGER": "sh -c 'cat >/dev/null'",
            "EDITOR": "true",
            "BROWSER": "true",
        }

    def run(self) -> None:
        """Type until the time is over, or something is wrong."""
        terminal = self._started()
        end = time.monotonic() + self.options.seconds
        asked = 0
        while time.monotonic() < end and not self.report.faults:
            self._type(terminal)
            code = terminal.ended()
            if code is not None:
                terminal = self._again(terminal, code)
            elif self.figures.keys - asked >= _ASK_EVERY:
                asked = self.figures.keys
                self._ask(terminal)
        if not self.report.faults:
            self._leave(terminal)
        terminal.close()
        self._tell()

    def _started(self) -> Terminal:
        scratch = self.own.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        command = [*self.options.program, "-a", str(self.archive.absolute())]
        terminal = Terminal(command, self.environ, cwd=scratch)
        self._began = time.monotonic()
        self._sampled = 0.0
        if len(self.figures.samples) > len(self.figures.longest):
            self.figures.longest = self.figures.samples
        self.figures.samples = []
        if not terminal.wait_for("\\? keys|Q quit|Keys"):
            self.report.fault(f"the reader does not start:\n{terminal.text}")
        terminal.settle(0.5)
        self._sample(terminal)
        return terminal

    def _type(self, terminal: Terminal) -> None:
        keys = self.typist.next()
        if isinstance(keys, tuple):
            terminal.resize(keys)
        else:
            for key in _strokes(keys):
                if key == "\r" and _LEAVES.search(terminal.text):
                    continue  # the palette is at the action that leaves
                terminal.send(key)
                self.typed.append(key)
                self.figures.keys += 1
        self.typed = self.typed[-400:]
        terminal.settle(self.chance.choice((0.005, 0.02, 0.05, 0.2)), 2)
        self._look(terminal)
        self._sample(terminal)

    def _look(self, terminal: Terminal) -> None:
        """Notice what must not be on a screen, and a reader gone to sleep."""
        if _WRONG.search(terminal.text) and b"Traceback" in terminal.last:
            self.report.fault(f"it shows a fault:\n{terminal.text}\n{self._lately()}")
        self._wake(terminal)

    def _wake(self, terminal: Terminal) -> None:
        """Do what `fg` does: the palette can put the reader to sleep."""
        if state_of(terminal.pid) == "T":
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.settle(0.3)

    def _sample(self, terminal: Terminal) -> None:
        now = time.monotonic()
        if now - self._sampled < _SAMPLE_EVERY_S:
            return
        self._sampled = now
        taken = sample(terminal.pid, self._began)
        if taken:
            self.figures.samples.append(taken)

    def _ask(self, terminal: Terminal) -> None:
        """Ask for the page of keys from wherever random keys have led."""
        began = time.monotonic()
        while time.monotonic() - began < _PATIENCE_S:
            for _ in range(2):
                self._wake(terminal)
                terminal.send("\x1b")
                terminal.settle(0.2, 2)
            asked = time.monotonic()
            terminal.send("?")
            if terminal.wait_for("Keys in the", 3):
                self.figures.answers_s.append(time.monotonic() - asked)
                terminal.send("q")
                terminal.settle(0.2, 2)
                return
        self.report.fault(
            f"no answer in {_PATIENCE_S} s:\n{terminal.text}\n{self._lately()}"
        )

    def _again(self, terminal: Terminal, code: int) -> Terminal:
        """Start again after a key that leaves; anything but 0 is a fault."""
        terminal.settle(0.1)
        if code != 0 or b"Traceback" in terminal.last:
            told = plain(terminal.last)[-6000:]
            self.report.fault(f"it ended with {code}:\n{told}\n{self._lately()}")
            return terminal
        terminal.close()
        self.figures.restarts += 1
        return self._started()

    def _leave(self, terminal: Terminal) -> None:
        """See that it rests when nobody types, and leaves when it is told to."""
        terminal.settle(0.5)
        before = cpu_s(terminal.pid)
        terminal.settle(3, 3)
        self.report.figure("CPU seconds in 3 idle ones", f"{_used(terminal, before)}")
        os.kill(terminal.pid, signal.SIGTERM)
        code = terminal.wait_end()
        self.report.expect(code == 143, f"SIGTERM ends it with {code}")
        wrong = terminal.left_behind()
        self.report.expect(not wrong, f"the terminal is left with {wrong}")

    def _lately(self) -> str:
        return f"typed lately: {self.typed!r}"

    def _tell(self) -> None:
        figures, tell = self.figures, self.report.figure
        samples = max(figures.longest, figures.samples, key=len)
        tell("archive", self.archive.name)
        tell("keys typed", figures.keys)
        tell("readers started", figures.restarts + 1)
        tell("asked for help and answered", len(figures.answers_s))
        tell("seconds to an answer, least / median / most", spread(figures.answers_s))
        for name, line in summary(samples):
            tell(name, line)
        if samples:
            tell("watched without a pause, minutes", f"{samples[-1].at_s / 60:.1f}")
        peak = max((s.all_mb for s in samples), default=0)
        most = self.options.most_mb
        self.report.expect(not most or peak <= most, f"{peak:.1f} MB is too much")
        for kind in ("files", "threads"):
            held = [float(getattr(one, kind)) for one in samples]
            grows = len(held) > 60 and slope(samples, held) > 1
            self.report.expect(not grows, f"open {kind} grow")


def _used(terminal: Terminal, before: float) -> str:
    return f"{cpu_s(terminal.pid) - before:.2f}"


def plain(sent: bytes) -> str:
    """Give what was sent without what a terminal obeys."""
    return re.sub(r"\x1b(?:\[[^@-~]*[@-~]|.)", "", sent.decode("utf-8", "replace"))


def _strokes(keys: str) -> list[str]:
    """Cut what is typed into keys; a sequence is one."""
    return re.findall(r"\x1b\[200~.*?\x1b\[201~|\x1b(?:\[[^@-~]*[@-~]|O.)?|.", keys,
                      re.DOTALL)  # fmt: skip


def main(words: Sequence[str] | None = None) -> int:
    """Read the options, and try."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--most-mb", type=float, default=0)
    named = parser.parse_args(words)
    if named.archive and not (named.archive / "store.db").exists():
        say(f"skipped: there is no archive at {named.archive}")
        return 0
    report = tried(Options(named.seed, named.seconds, named.archive, named.most_mb))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
