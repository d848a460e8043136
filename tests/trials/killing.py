"""Killing: `quoth add` is killed at random moments, and nothing reported is lost.

    python -m tests.trials.killing --dump FILE.jsonl.gz --kills 50 --seed 1

What counts as reported: a number of articles read, on the terminal's line of progress
(all of them are stored by then), and whatever another process could already see in the
archive. The index has no promise but to be whole: the one before, or the new one.
"""

from __future__ import annotations

import argparse
import json
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
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ArchiveError, ArchiveMissingError
from index.store import Store
from tests.trials.comparing import Contents, contents_of, differences
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


@dataclass(slots=True)
class _Killed:
    """What was known of a run at the moment at which it was killed."""

    phase: str = "starting"
    read: int = 0
    seen: int = 0
    """Articles in the store, as another process saw them last."""
    after_s: float = 0
    was_over: bool = False
    aimed: str = ""
    """The moment that was waited for, if it came."""


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
class _Bed:
    """An archive to begin from, and what is in it when nobody disturbs the adding."""

    archive: Path
    before: int
    undisturbed: Contents
    took_s: float


@dataclass(slots=True)
class _Figures:
    phases: Counter[str] = field(default_factory=Counter)
    aimed: Counter[str] = field(default_factory=Counter)
    recovered_s: list[float] = field(default_factory=list)
    mended: int = 0
    only_main: int = 0
    helpers_gone_s: list[float] = field(default_factory=list)


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
        self.dump_ids = _ids_in(own, self.dump)

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
        tell, figures = self.report.figure, self.figures
        tell("kills", kills)
        tell("rounds", number)
        tell("undisturbed, seconds (empty, with others)", took)
        tell("killed while", dict(figures.phases))
        tell("of them aimed at", dict(figures.aimed))
        tell("only the main process", figures.only_main)
        tell("helpers gone, s, least / median / most", spread(figures.helpers_gone_s))
        tell("next add, s, least / median / most", spread(figures.recovered_s))
        tell("index behind or missing until then", figures.mended)

    def _bed(self, *, full: bool) -> _Bed:
        """Make the archive that rounds begin from, and add to a copy undisturbed."""
        name = "full" if full else "empty"
        bed = self.own.folder / f"bed-{name}"
        if full:
            self._done(self.own.quoth("add", "--jsonl", self.other, "-a", bed))
        else:
            bed.mkdir()
        before = _count(bed)
        whole = copied(bed, self.own.folder / f"whole-{name}")
        began = time.monotonic()
        self._done(self.own.quoth("add", "--jsonl", self.dump, "-a", whole))
        took = time.monotonic() - began
        return _Bed(bed, before, contents_of(whole), took)

    def _done(self, told: subprocess.CompletedProcess[str]) -> None:
        self.report.expect(
            told.returncode == 0, f"add ended with {told.returncode}: {told.stderr}"
        )

    def _round(self, number: int, bed: _Bed, kills: int) -> int:
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
            self._look_after(archive, bed, killed)
            if killed.was_over:
                # Nothing was killed; on a machine that rests again, all goes faster.
                done -= 1
                bed.took_s = max(_LEAST_S, min(bed.took_s, 0.8 * delay))
                break
            delay = self.chance.random() * bed.took_s
        self._recover(archive, bed)
        shutil.rmtree(archive)
        return done

    def _killed(
        self, archive: Path, delay_s: float, before: int, *, only_main: bool, aim: str
    ) -> _Killed:
        """Start adding on a terminal, and kill it after so long."""
        master, slave = os.openpty()
        process = subprocess.Popen(
            [*COMMAND, "add", "--jsonl", str(self.dump), "-a", str(archive)],
            env=self.own.environ, cwd=self.own.folder, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=slave,
        )  # fmt: skip
        os.close(slave)
        killed = _Killed(after_s=delay_s, seen=before)
        began, lines = time.monotonic(), ""
        while (left := began + delay_s - time.monotonic()) > 0:
            lines += _read(master, min(left, 0.05))
        killed.aimed = self._aim(aim, archive, process)
        killed.seen = max(before, _count(archive))
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

    def _look_after(self, archive: Path, bed: _Bed, killed: _Killed) -> None:
        """See that the archive opens, holds what was reported, and nobody lives on."""
        where = f"after a kill at {killed.after_s:.2f} s, {killed.phase} {killed.read}"
        where += f", in {killed.aimed}" if killed.aimed else ""
        began = time.monotonic()
        left = self.own.survivors()
        self.figures.helpers_gone_s.append(time.monotonic() - began)
        self.report.expect(not left, f"{where}: left over {left}")
        if not _is_begun(archive):
            nothing = killed.seen == killed.read == 0
            self.report.expect(nothing, f"{where}: the store is gone")
            return
        self._opens(archive, bed, where)
        try:
            with closing(Store(archive)) as store:
                held = {path for id_ in store.live_ids() for path in _paths(store, id_)}
        except ArchiveError as error:
            self.report.fault(f"{where}: {error}")
            return
        reported = self.dump_ids[: killed.read]
        lost = [one for one in reported if one not in held]
        self.report.expect(not lost, f"{where}: {len(lost)} reported articles are gone")
        count = _count(archive)
        self.report.expect(
            count >= killed.seen, f"{where}: {killed.seen} were there, now {count}"
        )

    def _opens(self, archive: Path, bed: _Bed, where: str) -> None:
        """See that check and search answer with what is so."""
        checked = self.own.quoth("check", "--json", "-a", archive)
        found = self.own.quoth("search", "--count", "*", "-a", archive)
        for told in (checked, found):
            trace = "Traceback" in told.stderr or "went wrong" in told.stderr
            self.report.expect(not trace, f"{where}: {told.stderr}")
        try:
            health = json.loads(checked.stdout)
        except ValueError:
            self.report.fault(f"{where}: check says {checked.stdout} {checked.stderr}")
            return
        if "error" in health:
            self.report.fault(f"{where}: check says {health}")
            return
        self.figures.mended += not health["ok"]
        bad = [p for p in health["problems"] if not _is_honest(p, bed)]
        self.report.expect(not bad, f"{where}: {bad}")
        if found.returncode in (0, 1):
            count = int(found.stdout)
            known = (bed.before, len(bed.undisturbed.texts))
            self.report.expect(
                count in known, f"{where}: {count} found, neither of {known}"
            )
        else:
            no_index = not bed.before and found.returncode == 5
            self.report.expect(no_index, f"{where}: search says {found.stderr}")

    def _recover(self, archive: Path, bed: _Bed) -> None:
        """See that the next run completes, and that all is as if never killed."""
        began = time.monotonic()
        told = self.own.quoth("add", "--json", "--jsonl", self.dump, "-a", archive)
        self.figures.recovered_s.append(time.monotonic() - began)
        self._done(told)
        checked = self.own.quoth("check", "--json", "-a", archive)
        self.report.expect(checked.returncode == 0, f"after it: {checked.stdout}")
        for difference in differences(contents_of(archive), bed.undisturbed):
            self.report.fault(f"after the next add: {difference}")
        strange = _strange(archive)
        self.report.expect(not strange, f"files that nobody needs: {strange}")


def _is_begun(archive: Path) -> bool:
    """Say whether there is a store with tables; a kill may have come before."""
    try:
        Store(archive).close()
    except ArchiveMissingError:
        return False
    except ArchiveError:
        return True
    return True


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


def _is_honest(problem: str, bed: _Bed) -> bool:
    """Say whether a problem is one that a killed run may leave until the next."""
    behind = "behind the store" in problem
    return behind or (not bed.before and "There is no index" in problem)


def _strange(archive: Path) -> list[str]:
    """Name what a killed run has left and the next has not taken away."""
    known = {"store.db", "write.lock", "quoth.toml", "index"}
    over = [entry.name for entry in archive.iterdir() if entry.name not in known]
    index = [entry.name for entry in (archive / "index").iterdir()]
    generations = [name for name in index if name.startswith("gen-")]
    rest = set(index) - {*generations, "current", "lock"}
    more = generations if len(generations) > 2 else []
    return [*over, *rest, *more]


def _note_progress(killed: _Killed, lines: str, articles: int) -> None:
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


def _count(archive: Path) -> int:
    """Count the articles in the store, as another process sees them."""
    try:
        with closing(Store(archive)) as store:
            return store.totals().articles
    except ArchiveError:
        return 0


def _paths(store: Store, id_: str) -> list[str]:
    return [source.path for source in store.articles([id_])[id_][0].sources]


def _ids_in(own: Home, dump: Path) -> list[str]:
    """Give the paths of the rows of a dump in their order."""
    told = own.quoth("extract", "--jsonl", dump, "--json", limit_s=600)
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    return [f"{dump}#{row['id']}" for row in rows]


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
