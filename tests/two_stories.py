"""Two stories in a folder, the archive that is made of it, and rows of a dump."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from index.archive.adding import add
from index.archive.reports import AddOptions

if TYPE_CHECKING:
    from pathlib import Path

    from index.archive import Archive
    from index.archive.reports import AddReport

BORDER = """Border stays closed

By Tomas Reyl
Published: 4 March 2031, 18:20

“The border is closed and stays closed,” Ilse Marek told Radio Kessin on Tuesday.

The mayor of Tessel called the decision “a gift to smugglers”.
"""
FERRY = "The ferry to Kiev sails again, Dario Venn said.\n"


def written_in(folder: Path) -> Path:
    """Write both into the folder's clippings."""
    clippings = folder / "clippings"
    clippings.mkdir()
    (clippings / "border.txt").write_text(BORDER, "utf-8")
    (clippings / "ferry.txt").write_text(FERRY, "utf-8")
    return folder


def added(folder: Path, **options: object) -> AddReport:
    source = [str(folder / "clippings")]
    return add(folder / "news", source, AddOptions(**options))  # type: ignore[arg-type]


def counts(report: AddReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.removed


def total(archive: Archive, query: str) -> int:
    return archive.answer(query).total


def dump(rows: list[object]) -> bytes:
    return gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())


def row(number: int, text: str) -> dict[str, str]:
    return {
        "id": f"r{number}",
        "headline": f"Row {number}",
        "source": "Vell Courier",
        "date": "2031-05-0" + str(number),
        "body": text,
    }
