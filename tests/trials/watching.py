"""A reader that keeps an archive open while others write; run by `sharing`.

    python -m tests.trials.watching FOLDER SECONDS OTHERS

Articles come and go in sevens that share a word, so whatever is counted is a multiple
of seven in every state that was ever committed, and in no other.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import Archive

if TYPE_CHECKING:
    from index.archive import Answer

SEVEN = 7
WORD = "zebrafish"
"""In each article of a group, and in its one quotation."""
_MOST_FAULTS = 10
_SOME = 35


@dataclass(slots=True)
class Seen:
    """What a watcher has seen."""

    asked: int = 0
    reopened: int = 0
    counts: list[int] = field(default_factory=list)
    """The different numbers of articles found, in the order in which they came."""
    behind: int = 0
    """How often the store was ahead of the index."""
    rows_gone: int = 0
    """Rows found that the store no longer had, while it was ahead."""
    faults: list[str] = field(default_factory=list)


def watch(folder: Path, seconds: float, others: int) -> Seen:
    """Ask and ask again for so long; go over to the newest state when there is one.

    `others` is how many articles are in the archive and in no group.
    """
    seen = Seen()
    end = time.monotonic() + seconds
    with closing(Archive.open(folder)) as archive:
        held = archive.answer(WORD)
        while time.monotonic() < end and len(seen.faults) < _MOST_FAULTS:
            try:
                if archive.changed():
                    archive.reopen()
                    seen.reopened += 1
                    _read(archive, held, seen, is_held=True)
                held = _ask(archive, seen, others)
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is a finding
                seen.faults.append(f"{type(error).__name__}: {error}")
            time.sleep(0.02)
    return seen


def _ask(archive: Archive, seen: Seen, others: int) -> Answer:
    """Ask for articles, utterances and totals of one open state."""
    answer = archive.answer(WORD)
    said = archive.answer(f"quote:{WORD}")
    both = archive.answer(f"{WORD} title:group")
    seen.asked += 3
    seen.behind += archive.edition.behind > 0
    if answer.total not in seen.counts[-1:]:
        seen.counts.append(answer.total)
    if len({answer.total, said.total, both.total}) != 1:
        seen.faults.append(f"{answer.total}, {said.total}, {both.total} in one state")
    if answer.total % SEVEN:
        seen.faults.append(f"{answer.total} is no number of whole groups")
    held = archive.totals().articles - others
    if held % SEVEN:
        seen.faults.append(f"{held} in the store are no number of whole groups")
    _read(archive, answer, seen, is_held=False)
    return answer


def _read(archive: Archive, answer: Answer, seen: Seen, *, is_held: bool) -> None:
    """Read rows: all are there, but for those taken out since the answer was given."""
    most = min(_SOME, answer.total)
    rows = archive.rows(answer, 0, most)
    gone = most - len(rows)
    seen.rows_gone += gone
    if gone and not is_held and not archive.changed() and not archive.edition.behind:
        seen.faults.append(f"{gone} of {most} rows are gone in a whole state")
    if gone % SEVEN:
        seen.faults.append(f"{gone} rows are gone: no whole groups")


def main() -> int:
    """Watch, and print what was seen as JSON."""
    folder, seconds, others = sys.argv[1:4]
    seen = watch(Path(folder), float(seconds), int(others))
    sys.stdout.write(json.dumps(asdict(seen)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
