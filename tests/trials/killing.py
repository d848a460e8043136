"""Killing: `quoth add` is killed at random moments, and nothing reported is lost.

    python -m tests.trials.killing --dump FILE.jsonl.gz --kills 50 --seed 1

What counts as reported: a number of articles read, on the terminal's line of progress
(all of them are stored by then), and whatever another process could already see in the
archive. The index has no promise but to be whole: the one before, or the new one.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.trials.aftermath import Aftermath, Bed, Killed, count_in
from tests.trials.comparing import contents_of
from tests.trials.dumps import dump_of, given
from tests.trials.home import COMMAND, Home, copied, home
from tests.trials.report import Report, say, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROGRESS = re.compile(r"(reading|indexing) ([\d,]+)")
_AGAIN_EVERY = 4
"""So often the run that takes up the work is killed as well."""
_FULL_EVERY = 2
"""So often the archive holds other articles at first."""
_MAIN_EVERY = 3
"""So often only the main process is killed, and its helpers are left to themselves."""

_TELL_EVERY = 10
_LEAST_S = 0.3
_AIM_EVERY = 4
"""So often a kill waits for a moment that chance would seldom meet."""
_AIMS = ("a batch", "a new generation", "its files", "its manifest")
_AIM_S = 60


@dataclass(frozen=True, slots=True)
class Options:
    """What is added and how often it is killed."""

    kills: int = 50
    seed: int = 1
    dump: str | None = None
    articles: int = 2000


def tried(options: Options) -> Report:
    """Kill so many times, and say what happened."""
    report = Report(f"killing, {options.kills} kills, seed {options.seed}")
    source, what = given(options.dump)
    report.figure("articles", f"{options.articles} from {what}")
    with home() as own:
        trial = _Trial(options, report, own, source)
        trial.run()
    return report


@dataclass(slots=True)
class _Figures:
    phases: Counter[str] = field(default_factory=Counter)
    aimed: Counter[str] = field(default_factory=Counter)
    only_main: int = 0


class _Trial:
    def __init__(
        self, options: Options, report: Report, own: Home, source: Path | None
    ) -> None:
        self.options = options
        self.report = report
        self.own = own
        self.chance = random.Random(options.seed)
        self.figures = _Figures()
        count, seed = options.articles, options.seed
        folder = own.folder
        self.dump = dump_of(source, folder / "new.jsonl.gz", 0, count, seed)
        self.other = dump_of(source, folder / "old.jsonl.gz", count, count // 2, seed)
        self.after = Aftermath(own, report, self.dump)

    def run(self) -> None:
        """Prepare, kill round by round, and tell."""
        beds = [self._bed(full=False), self._bed(full=True)]
        kills, number = 0, 0
        most = 4 * self.options.kills
        while kills < self.options.kills and len(self.report.faults) < 10:
            if number == most:
                self.report.fault(f"only {kills} of so many runs could be killed")
                break
            bed = beds[number % _FULL_EVERY]
            kills += self._round(number, bed, kills)
            number += 1
            if number % _TELL_EVERY == 0:
                say(f"{kills} kills in {number} rounds")
        took = ", ".join(f"{bed.took_s:.1f}" for bed in beds)
        tell, figures, after = self.report.figure, self.figures, self.after
        tell("kills", kills)
        tell("rounds", number)
        tell("undisturbed, seconds (empty, with others)", took)
        tell("killed while", dict(figures.phases))
        tell("of them aimed at", dict(figures.aimed))
        tell("only the main process", figures.only_main)
        tell("helpers gone, s, least / median / most", spread(after.helpers_gone_s))
        tell("next add, s, least / median / most", spread(after.recovered_s))
        tell("index behind or missing until then", after.mended)

    def _bed(self, *, full: bool) -> Bed:
        """Make the archive that rounds begin from, and add to a copy undisturbed."""
        name = "full" if full else "empty"
        bed = self.own.folder / f"bed-{name}"
        if full:
            self.after.expect_done(
                self.own.quoth("add", "--jsonl", self.other, "-a", bed)
            )
        else:
            bed.mkdir()
        before = count_in(bed)
        whole = copied(bed, self.own.folder / f"whole-{name}")
        began = time.monotonic()
        self.after.expect_done(self.own.quoth("add", "--jsonl", self.dump, "-a", whole))
        took = time.monotonic() - began
        return Bed(bed, before, contents_of(whole), took)

    def _round(self, number: int, bed: Bed, kills: int) -> int:
        """Kill one run of adding, or also the next; give how many kills that were."""
        archive = copied(bed.archive, self.own.folder / "news")
        share = (kills + self.chance.random()) / self.options.kills
        # Interleaved, so that both beds are killed everywhere.
        delay = ((share * 7) % 1.0) * bed.took_s * 1.05
        times = 2 if number % _AGAIN_EVERY == 0 else 1
        done = 0
        for _ in range(times):
            if kills + done == self.options.kills:
                break
            number = kills + done
            only_main = number % _MAIN_EVERY == 2
            aim = _aim_of(number)
            killed = self._killed(
                archive, delay, bed.before, only_main=only_main, aim=aim
            )
            done += 1
            self.after.look_after(archive, bed, killed)
            if killed.was_over:
                # Nothing was killed; on a machine that rests again, all goes faster.
                done -= 1
                bed.took_s = max(_LEAST_S, min(bed.took_s, 0.8 * delay))
                break
            delay = self.chance.random() * bed.took_s
        self.after.recover(archive, bed)
        shutil.rmtree(archive)
        return done

    def _killed(
        self, archive: Path, delay_s: float, before: int, *, only_main: bool, aim: str
    ) -> Killed:
        """Start adding on a terminal, and kill it after so long."""
        master, slave = os.openpty()
        process = subprocess.Popen(
            [*COMMAND, "add", "--jsonl", str(self.dump), "-a", str(archive)],
            env=self.own.environ, cwd=self.own.folder, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=slave,
        )  # fmt: skip
        os.close(slave)
        killed = Killed(after_s=delay_s, seen=before)
        began, lines = time.monotonic(), ""
        while (left := began + delay_s - time.monotonic()) > 0:
            lines += _read(master, min(left, 0.05))
        killed.aimed = self._aim(aim, archive, process)
        killed.seen = max(before, count_in(archive))
        lines += _read(master, 0)
        killed.was_over = process.poll() is not None
        with suppress(ProcessLookupError):
            kill = os.kill if only_main else os.killpg
            kill(process.pid, signal.SIGKILL)
        lines += _read(master, 0)
        process.communicate()
        _note_progress(killed, lines, self.options.articles)
        os.close(master)
        self.figures.phases[killed.phase] += 1
        self.figures.only_main += only_main
        return killed

    def _aim(self, aim: str, archive: Path, process: subprocess.Popen[bytes]) -> str:
        """Wait for a moment that chance would seldom meet; say whether it came."""
        if not aim:
            return ""
        first = _newest(archive)
        end = time.monotonic() + _AIM_S
        while process.poll() is None and time.monotonic() < end:
            newest = _newest(archive)
            made = newest if newest != first else None
            if _has_come(aim, archive, made):
                self.figures.aimed[aim] += 1
                return aim
        return ""


def _aim_of(number: int) -> str:
    is_aimed = number % _AIM_EVERY == _AIM_EVERY - 1
    return _AIMS[number // _AIM_EVERY % len(_AIMS)] if is_aimed else ""


def _newest(archive: Path) -> Path | None:
    """Give the newest generation of the index, finished or not."""
    return max((archive / "index").glob("gen-*"), default=None)


def _has_come(aim: str, archive: Path, made: Path | None) -> bool:
    match aim:
        case "a batch":
            return (archive / "store.db-journal").exists()
        case "a new generation":
            return made is not None
        case "its files":
            return made is not None and any(made.glob("*.toc"))
        case _:
            return made is not None and (made / "manifest.json").exists()


def _note_progress(killed: Killed, lines: str, articles: int) -> None:
    told = [(m[1], int(m[2].replace(",", ""))) for m in _PROGRESS.finditer(lines)]
    killed.read = max((n for phase, n in told if phase == "reading"), default=0)
    if killed.was_over:
        killed.phase, killed.read = "over", articles
    elif told:
        phase, number = told[-1]
        is_last = phase == "indexing" and number == articles
        killed.phase = "committing" if is_last else phase


def _read(handle: int, timeout_s: float) -> str:
    if not select.select([handle], [], [], timeout_s)[0]:
        return ""
    try:
        return os.read(handle, 1 << 16).decode("utf-8", "replace")
    except OSError:
        time.sleep(timeout_s)
        return ""


def main(words: Sequence[str] | None = None) -> int:
    """Read the options, and try."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dump")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=2000)
    named = parser.parse_args(words)
    if named.dump and not Path(named.dump).exists():
        say(f"skipped: there is no dump at {named.dump}")
        return 0
    options = Options(named.kills, named.seed, named.dump, named.articles)
    return tried(options).end()


if __name__ == "__main__":
    sys.exit(main())
