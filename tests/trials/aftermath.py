"""What a killed `quoth add` may leave behind, and what the next run makes of it."""

from __future__ import annotations

import json
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import ArchiveError, ArchiveMissingError
from index.store import Store
from tests.trials.comparing import Contents, contents_of, differences

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.trials.home import Home
    from tests.trials.report import Report


@dataclass(slots=True)
class Killed:
    """What was known of a run at the moment at which it was killed."""

    phase: str = "starting"
    read: int = 0
    seen: int = 0
    """Articles in the store, as another process saw them last."""
    after_s: float = 0
    was_over: bool = False
    aimed: str = ""
    """The moment that was waited for, if it came."""


@dataclass(slots=True)
class Bed:
    """An archive to begin from, and what is in it when nobody disturbs the adding."""

    archive: Path
    before: int
    undisturbed: Contents
    took_s: float


class Aftermath:
    """Looks at what was killed, and lets the next run take it up."""

    def __init__(self, own: Home, report: Report, dump: Path) -> None:
        self.own = own
        self.report = report
        self.dump = dump
        self.dump_ids = _ids_in(own, dump)
        self.recovered_s: list[float] = []
        self.helpers_gone_s: list[float] = []
        self.mended = 0

    def expect_done(self, told: subprocess.CompletedProcess[str]) -> None:
        """Note a fault unless adding has ended well."""
        self.report.expect(
            told.returncode == 0, f"add ended with {told.returncode}: {told.stderr}"
        )

    def look_after(self, archive: Path, bed: Bed, killed: Killed) -> None:
        """See that the archive opens, holds what was reported, and nobody lives on."""
        where = f"after a kill at {killed.after_s:.2f} s, {killed.phase} {killed.read}"
        where += f", in {killed.aimed}" if killed.aimed else ""
        began = time.monotonic()
        left = self.own.survivors()
        self.helpers_gone_s.append(time.monotonic() - began)
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
        count = count_in(archive)
        self.report.expect(
            count >= killed.seen, f"{where}: {killed.seen} were there, now {count}"
        )

    def _opens(self, archive: Path, bed: Bed, where: str) -> None:
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
        self.mended += not health["ok"]
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

    def recover(self, archive: Path, bed: Bed) -> None:
        """See that the next run completes, and that all is as if never killed."""
        began = time.monotonic()
        told = self.own.quoth("add", "--json", "--jsonl", self.dump, "-a", archive)
        self.recovered_s.append(time.monotonic() - began)
        self.expect_done(told)
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


def _is_honest(problem: str, bed: Bed) -> bool:
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


def count_in(archive: Path) -> int:
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
