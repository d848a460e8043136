"""Signals: whatever ends quoth, the terminal is as before and what was kept is kept.

    python -m tests.trials.signals --archive DIR --dump FILE.jsonl.gz

A shell stands above the program, as it does for people; `stty -a` is put to it before
and after.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.trials.dumps import dump_of, given
from tests.trials.home import COMMAND, Home, copied, home
from tests.trials.memory import cpu_s, state_of
from tests.trials.report import Report, say
from tests.trials.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PROMPT = "READY> "
_NUMBERS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
_READS = r"\? keys|Q quit"
_OURS = re.compile(rb"-m\0tui\0")
_OUR_TRACE = re.compile(
    r"Traceback.*/(?:tui|index)/|went wrong|never awaited", re.DOTALL
)
"""Python that is interrupted before it has come to us draws a trace of its own."""
_STARTING_S = (0.05, 0.15, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.8)
_KEPT = {"read", "star", "place", "search", "session"}
"""What a reader that has opened, starred, scrolled and searched leaves in its state."""


@dataclass(frozen=True, slots=True)
class Options:
    """Where it is tried, and how much of it."""

    archive: Path | None = None
    dump: str | None = None
    situations: tuple[str, ...] = ()
    """All of them when empty."""
    numbers: tuple[signal.Signals, ...] = _NUMBERS
    articles: int = 2000


def tried(options: Options) -> Report:
    """Try every signal in every situation, and say what happened."""
    report = Report("signals")
    with home() as own:
        trial = _Trial(options, report, own)
        trial.run()
        report.expect(not own.survivors(), f"left over: {own.survivors(0)}")
    return report


class _Shell:
    """A shell in a terminal, and what it says of the terminal."""

    def __init__(self, own: Home) -> None:
        self.own = own
        environ = own.environ | {"PS1": _PROMPT, "PAGER": "sleep 2", "ENV": ""}
        self.terminal = Terminal(["sh", "-i"], environ, cwd=own.folder)
        self.terminal.wait_for(_PROMPT.strip())
        self._asked = 0
        self.before = self.modes()

    def run(self, command: str) -> None:
        """Type a command line."""
        self.terminal.settle(0.1)
        self.terminal.send("\x15" + command + "\r")

    def modes(self) -> str:
        """Give what `stty -a` says."""
        told = self.own.folder / "stty"
        told.unlink(missing_ok=True)
        self._asked += 1
        self.run(f"stty -a > {told}; echo DONE{self._asked}=$?")
        self.terminal.wait_for(rf"DONE{self._asked}=\d")
        return told.read_text() if told.exists() else ""

    def code(self) -> int | None:
        """Wait for the command's exit code."""
        if not self.terminal.wait_for(r"CODE=\d+", 30):
            return None
        return int(re.findall(r"CODE=(\d+)", self.terminal.text)[-1])

    def program(self) -> int:
        """Give the process of quoth that was started first; 0 if there is none."""
        ours = [pid for pid in sorted(self.own.living()) if _is_ours(pid)]
        return ours[0] if ours else 0

    def others(self) -> list[str]:
        """List what lives beside the shell, after some patience."""
        end = time.monotonic() + 10
        shell = self.terminal.pid
        while time.monotonic() < end:
            if self.own.living() == [shell]:
                return []
            time.sleep(0.05)
        return [line for line in self.own.survivors(0) if int(line.split()[0]) != shell]


def _is_ours(pid: int) -> bool:
    try:
        return bool(_OURS.search(Path(f"/proc/{pid}/cmdline").read_bytes()))
    except OSError:
        return False


class _Trial:
    def __init__(self, options: Options, report: Report, own: Home) -> None:
        self.options = options
        self.report = report
        self.own = own
        source, what = given(options.dump)
        count = options.articles
        self.dump = dump_of(source, own.folder / "new.jsonl.gz", 0, count, 1)
        if options.archive:
            self.archive = copied(options.archive, own.folder / "news")
        else:
            self.archive = own.folder / "news"
            own.quoth("add", "--jsonl", self.dump, "-a", self.archive)
        report.figure("archive", options.archive.name if options.archive else what)
        self.done: list[str] = []

    def run(self) -> None:
        """Go through all situations."""
        situations: dict[str, Callable[[_Shell], None]] = {
            "reading": self._reads,
            "typing": self._types,
            "searching": self._searches,
            "help": self._opens_help,
            "facets": self._opens_facets,
            "palette": self._opens_palette,
            "pager": self._opens_pager,
        }
        wanted = self.options.situations
        for name, lead in situations.items():
            for number in self.options.numbers:
                if not wanted or name in wanted:
                    self._try(f"{number.name} while {name}", lead, number)
        for number in self.options.numbers:
            if not wanted or "starting" in wanted:
                for delay_s in _STARTING_S:
                    self._try_starting(number, delay_s)
            if not wanted or "adding" in wanted:
                self._try_adding(number)
        others = {
            "stopping": self._stops,
            "vanishing": self._vanishes,
            "dumb": self._dumb,
        }
        for name, rest in others.items():
            if not wanted or name in wanted:
                rest()
        self.report.figure("tried", ", ".join(self.done))

    @contextmanager
    def _shell(self, what: str) -> Iterator[_Shell]:
        shell = _Shell(self.own)
        try:
            yield shell
        finally:
            shell.terminal.close()
        self.done.append(what)

    def _try(
        self, what: str, lead: Callable[[_Shell], None], number: signal.Signals
    ) -> None:
        """Start the reader, lead it somewhere, send the signal."""
        with self._shell(what) as shell:
            shell.run(f"{self._command()}; echo CODE=$?")
            if not shell.terminal.wait_for(_READS):
                self.report.fault(f"{what}: no reader:\n{shell.terminal.text}")
                return
            shell.terminal.settle(0.3)
            self._read(shell)
            lead(shell)
            os.kill(shell.program(), number)
            shell.terminal.send("jj")
            self._ended(shell, what, 128 + number)
        self._has_kept(what)

    def _try_starting(self, number: signal.Signals, delay_s: float) -> None:
        """Send the signal before there is a reader, or when there hardly is one."""
        what = f"{number.name} {delay_s} s after the start"
        with self._shell(what) as shell:
            shell.run(self._command())
            while not (pid := shell.program()):
                shell.terminal.read(0.001)
            end = time.monotonic() + delay_s
            while (left := end - time.monotonic()) > 0:
                shell.terminal.read(min(left, 0.01))
            os.kill(pid, number)
            shell.others()
            # A shell does not go on in a line of which a command was interrupted.
            shell.run("echo CODE=$?")
            self._ended(shell, what, 128 + number)

    def _command(self, *words: str) -> str:
        return shlex.join([*COMMAND, "-a", str(self.archive), *words])

    def _ended(self, shell: _Shell, what: str, wanted: int) -> None:
        """See how the terminal and the code are, and that nobody is left."""
        code = shell.code()
        self.report.expect(code == wanted, f"{what}: ended with {code}, not {wanted}")
        self._is_restored(shell, what)
        others = shell.others()
        self.report.expect(not others, f"{what}: left over {others}")

    def _is_restored(self, shell: _Shell, what: str) -> None:
        shell.terminal.settle(0.2)
        wrong = shell.terminal.left_behind()
        self.report.expect(not wrong, f"{what}: the terminal is left with {wrong}")
        after = shell.modes()
        same = after == shell.before
        self.report.expect(same, f"{what}: stty says {shell.before} and then {after}")
        bad = _OUR_TRACE.search(shell.terminal.text)
        self.report.expect(not bad, f"{what}: it shows\n{shell.terminal.text}")

    def _has_kept(self, what: str) -> None:
        """See that the state holds what was done, and the next reader takes it up."""
        told = self.own.quoth("state", "export")
        kinds = {json.loads(line).get("kind") for line in told.stdout.splitlines()}
        lacking = _KEPT - kinds
        self.report.expect(not lacking, f"{what}: not kept: {lacking}")
        with self._shell(f"{what}, again") as shell:
            shell.run(f"{self._command()}; echo CODE=$?")
            back = shell.terminal.wait_for("where you left off", 20)
            where = shell.terminal.text
            self.report.expect(back, f"{what}: it does not come back:\n{where}")
            shell.terminal.send("Q")
            self.report.expect(shell.code() == 0, f"{what}: Q ends with another code")
        for state in (self.own.folder / "data" / "quoth").glob("state.db*"):
            state.unlink()

    # Situations

    def _read(self, shell: _Shell) -> None:
        """Do what leaves something in the state, before anything else is done."""
        shell.terminal.send("/the\r")
        shell.terminal.wait_for(r"[\d,]+ of [\d,]+")
        shell.terminal.settle(0.4)
        shell.terminal.send("j\r")
        shell.terminal.settle(0.4)
        shell.terminal.send("*  jj")
        shell.terminal.settle(0.4)

    def _reads(self, shell: _Shell) -> None:
        shell.terminal.send("jk")

    def _types(self, shell: _Shell) -> None:
        shell.terminal.send("/half a wor")

    def _searches(self, shell: _Shell) -> None:
        shell.terminal.send('/"the *" &p *e* | *a* ~5 *s\r/*o* &s *i* quote:*n*\r')

    def _opens_help(self, shell: _Shell) -> None:
        shell.terminal.send("?")
        shell.terminal.wait_for("Keys in the")

    def _opens_facets(self, shell: _Shell) -> None:
        shell.terminal.send("F")
        shell.terminal.settle(0.3)

    def _opens_palette(self, shell: _Shell) -> None:
        shell.terminal.send(":sor")
        shell.terminal.settle(0.2)

    def _opens_pager(self, shell: _Shell) -> None:
        """Leave the terminal to another program, which sleeps for a while."""
        shell.terminal.send("v")
        shell.terminal.settle(0.5)

    def _try_adding(self, number: signal.Signals) -> None:
        """End a run of adding; the next completes it."""
        what = f"{number.name} while adding"
        archive = self.own.folder / f"added-{number.name}"
        with self._shell(what) as shell:
            words = ["add", "--jsonl", str(self.dump), "-a", str(archive)]
            shell.run(f"{shlex.join([*COMMAND, *words])}; echo CODE=$?")
            shell.terminal.wait_for(r"reading \d", 30)
            program = shell.program()
            if number is signal.SIGINT:
                shell.terminal.send("\x03")  # the keyboard tells the helpers, too
            else:
                os.kill(program, number)
            self._ended(shell, what, 128 + number)
        told = self.own.quoth("add", "--jsonl", self.dump, "-a", archive)
        self.report.expect(told.returncode == 0, f"{what}: then {told.stderr}")
        checked = self.own.quoth("check", "-a", archive)
        self.report.expect(checked.returncode == 0, f"{what}: then {checked.stdout}")

    def _stops(self) -> None:
        """Stop it from the keyboard, and come back."""
        with self._shell("Ctrl+Z and fg") as shell:
            terminal = shell.terminal
            shell.run(self._command())
            terminal.wait_for(_READS)
            terminal.send("jk")  # the notice of the start is gone with a key
            terminal.settle(0.5)
            before, pid = terminal.text, shell.program()
            terminal.send("\x1a")
            terminal.settle(0.5)
            self.report.expect(state_of(pid) == "T", "Ctrl+Z does not stop it")
            self._is_restored(shell, "Ctrl+Z")
            terminal.send("\x15fg\r")
            terminal.wait_for(_READS)
            terminal.settle(0.5)
            same = terminal.text == before
            shown = f"{terminal.text}\n\nbefore:\n{before}"
            self.report.expect(same, f"fg draws another screen:\n{shown}")
            terminal.send("Q")
            terminal.settle(0.5)
            shell.run("echo CODE=$?")
            self._ended(shell, "Q after fg", 0)

    def _vanishes(self) -> None:
        """Let the terminal vanish, with a shell above the reader and without."""
        shell = _Shell(self.own)
        for name, command in (
            ("with a shell", None),
            ("without a shell", [*COMMAND, "-a", str(self.archive)]),
            ("SIGHUP ignored", ["sh", "-c", f"trap '' HUP; exec {self._command()}"]),
        ):
            if command is None:
                terminal = shell.terminal
                shell.run(self._command())
            else:
                terminal = Terminal(command, self.own.environ, cwd=self.own.folder)
            there = terminal.wait_for(_READS)
            self.report.expect(there, f"no reader {name}:\n{terminal.text}")
            terminal.settle(0.3)
            terminal.send("/soup")
            terminal.hang_up()
            deadline = time.monotonic() + 10
            while self.own.living() and time.monotonic() < deadline:
                terminal.ended()
                time.sleep(0.05)
            self._nobody_spins(name)
            terminal.close()
            self.done.append(f"a vanished terminal, {name}")

    def _nobody_spins(self, name: str) -> None:
        left = self.own.living()
        before = {pid: cpu_s(pid) for pid in left}
        time.sleep(1 if left else 0)
        used = {pid: round(cpu_s(pid) - before[pid], 2) for pid in left}
        told = f"{self.own.survivors(0)}, CPU seconds in one: {used}"
        self.report.expect(not left, f"terminal gone, {name}: left over {told}")
        for pid in left:
            os.kill(pid, signal.SIGKILL)

    def _dumb(self) -> None:
        """Ask for the reader on a terminal that can do nothing."""
        with self._shell("TERM=dumb") as shell:
            shell.run(f"TERM=dumb {self._command()}; echo CODE=$?")
            code = shell.code()
            lines = shell.terminal.text.splitlines()
            said = [line for line in lines if "too plain" in line]
            self.report.expect(code == 2, f"TERM=dumb ends with {code}")
            self.report.expect(said, f"TERM=dumb is not refused:\n{lines}")
            self._is_restored(shell, "TERM=dumb")


def main(words: Sequence[str] | None = None) -> int:
    """Read the options, and try."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--dump")
    parser.add_argument("--situation", action="append", default=[])
    parser.add_argument("--articles", type=int, default=2000)
    named = parser.parse_args(words)
    if named.archive and not (named.archive / "store.db").exists():
        say(f"skipped: there is no archive at {named.archive}")
        return 0
    options = Options(
        named.archive, named.dump, tuple(named.situation), articles=named.articles
    )
    return tried(options).end()


if __name__ == "__main__":
    sys.exit(main())
