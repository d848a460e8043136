"""The same article gives the same quotations in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPT = """
import sys
from pathlib import Path
from index.ingest import read_text
from index.quotes import extract
stories = [*sorted(Path(sys.argv[1]).glob("*.txt"))]
crowd = "Mary King, a spokeswoman and chairman, came. He said “No.” She said “Yes.”"
texts = [crowd.encode(), *(path.read_bytes() for path in stories)]
for text in texts:
    print(extract(read_text(text, "a.txt", added="2031-01-01")))
"""


def quotes_with(seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(ROOT / "tui" / "demo" / "articles")],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def test_no_quotation_depends_on_the_order_of_a_set() -> None:
    assert quotes_with("0") == quotes_with("1") == quotes_with("2")
