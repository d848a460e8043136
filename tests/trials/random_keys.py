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
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import Archive
from index.words import find_words
from tests.trials.dumps import dump_of
from tests.trials.home import COMMAND, Home, home
from tests.trials.memory import Sample, cpu_s, grows, sample, state_of, summary
from tests.trials.report import Report, say, spread
from tests.trials.terminal import Terminal
from tests.trials.typing_keys import Typist

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASK_EVERY = 200
_SAMPLE_EVERY_S = 2.0
_PATIENCE_S = 20.0
_WRONG = re.compile("Traceback|itself went wrong|ZeroDivision|AttributeError")
_SAID = re.compile(r"itself went wrong \((.{1,60}?)[);:,]")
_LATELY = 8000
_MOST_RESTARTS = 60
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
    wrong: Counter[str] = field(default_factory=Counter)
    """How often what went wrong."""
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
        self.asked = 0
        self.environ = own.environ | {
            "QUOTH_DEBUG": "1",
            # Words typed after "pipe" are handed to this instead of to a shell.
            "SHELL": "/bin/true",
            "PAGER": "sh -c 'cat >/dev/null'",
            "EDITOR": "true",
            "BROWSER": "true",
        }

    def run(self) -> None:
        """Type until the time is over; a reader that went wrong is started again."""
        terminal = self._started()
        end = time.monotonic() + self.options.seconds
        while time.monotonic() < end and self.figures.restarts < _MOST_RESTARTS:
            terminal = self._go_on(terminal)
        self._leave(terminal)
        terminal.close()
        self._tell()

    def _go_on(self, terminal: Terminal) -> Terminal:
        """Type, and look; give the reader that runs after that."""
        self._type(terminal)
        is_wrong = _WRONG.search(plain(terminal.last[-_LATELY:]))
        code = terminal.wait_end(5) if is_wrong else terminal.ended()
        if code is None and is_wrong:
            self._wrong(f"it shows a fault:\n{terminal.text}", is_wrong[0])
        if code is not None:
            return self._again(terminal, code)
        if self.figures.keys - self.asked >= _ASK_EVERY:
            self.asked = self.figures.keys
            if not self._answers(terminal):
                shown = f"no answer in {_PATIENCE_S} s:\n{terminal.text}"
                self._wrong(shown, "no answer")
                return self._again(terminal, 0)
        return terminal

    def _wrong(self, told: str, kind: str) -> None:
        """Note a fault, and each kind once in full."""
        self.figures.wrong[kind] += 1
        if self.figures.wrong[kind] == 1:
            self.report.fault(f"{told}\n{self._lately()}")

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
                if key == "\r" and self._would_leave(terminal):
                    continue
                terminal.send(key)
                self.typed.append(key)
                self.figures.keys += 1
        self.typed = self.typed[-400:]
        terminal.settle(self.chance.choice((0.005, 0.02, 0.05, 0.2)), 2)
        self._wake(terminal)
        self._sample(terminal)

    def _would_leave(self, terminal: Terminal) -> bool:
        """Say whether the palette may be at the action that leaves."""
        terminal.settle(0.03, 1)
        return bool(_LEAVES.search(terminal.text))

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

    def _answers(self, terminal: Terminal) -> bool:
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
                terminal.wait_for(r"\A(?!.*Keys in the)", 10)
                self._redraw(terminal)
                return True
            if terminal.gone:
                return True  # it has ended; that is looked at elsewhere
        return False

    def _redraw(self, terminal: Terminal) -> None:
        """See that what stands there is what the reader means to stand there."""
        terminal.settle(1, 10)
        before = terminal.text
        terminal.send("\x0c")
        terminal.settle(1, 10)
        if _timeless(terminal.text) != _timeless(before):
            shown = f"{before}\n\nand drawn again:\n{terminal.text}"
            self._wrong(f"the screen was not right:\n{shown}", "redrawn otherwise")

    def _again(self, terminal: Terminal, code: int) -> Terminal:
        """Start again after a key that leaves; anything but 0 is a fault."""
        terminal.settle(0.1)
        if code != 0:
            told = plain(terminal.last)[-6000:]
            said = _SAID.search(told.replace("\n", " ").replace("\r", ""))
            kind = said[1] if said else f"exit code {code}"
            self._wrong(f"it ended with {code}:\n{told}", kind)
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
        tell("went wrong", dict(figures.wrong) or "nothing")
        for name, line in summary(samples):
            tell(name, line)
        if samples:
            tell("watched without a pause, minutes", f"{samples[-1].at_s / 60:.1f}")
        peak = max((s.all_mb for s in samples), default=0)
        most = self.options.most_mb
        self.report.expect(not most or peak <= most, f"{peak:.1f} MB is too much")
        for kind in ("files", "threads"):
            held = [float(getattr(one, kind)) for one in samples]
            self.report.expect(not grows(held), f"open {kind} grow")


def _used(terminal: Terminal, before: float) -> str:
    return f"{cpu_s(terminal.pid) - before:.2f}"


def _timeless(text: str) -> str:
    """Leave out the line with the time that a search took, and the notices."""
    lines = text.splitlines()
    return "\n".join(lines[2:-1])


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
