"""The rules of reading have a number; who changes what they find must raise it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from index.archive.preparing import READING_RULES
from index.ingest import read_text
from index.quotes import extract

ARTICLES = Path(__file__).parent.parent / "tui" / "demo" / "articles"
RECORDED = Path(__file__).parent / "reading_rules.txt"


def found() -> str:
    """Give a digest of everything that is found in the demo articles."""
    digest = hashlib.sha256()
    for path in sorted(ARTICLES.glob("*.txt")):
        made = read_text(path.read_bytes(), path.name, added="2031-03-04T00:00:00Z")
        digest.update(repr((made, extract(made))).encode())
    return digest.hexdigest()[:32]


def test_other_findings_have_other_rules() -> None:
    now = f"{READING_RULES} {found()}\n"
    if os.environ.get("QUOTH_RULES") == "write":
        RECORDED.write_text(now, "utf-8")

    assert RECORDED.read_text("utf-8") == now, (
        "Raise READING_RULES in index/archive/preparing.py, so that archives know that "
        "they were read otherwise; then QUOTH_RULES=write pytest tests/" + __name__
    )
