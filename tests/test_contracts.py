"""Each import contract holds, and breaks when somebody imports what it forbids."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

TRESPASSES = {
    "The terminal stands on the index, never the reverse": (
        "index/archive/archive.py",
        "import tui.places",
    ),
    "Inside the index, data flows one way": (
        "index/quotes/__init__.py",
        "import index.ingest",
    ),
    "The index runs without a terminal": ("index/words/fold_rich.py", "import rich"),
    "One package knows Whoosh and arrays": ("index/store/records.py", "import numpy"),
    "Widgets do not know screens; screens do not know the app": (
        "tui/widgets/__init__.py",
        "import tui.screens",
    ),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for package in ("index", "tui"):
        shutil.copytree(
            ROOT / package,
            tmp_path / package,
            ignore=shutil.ignore_patterns("__pycache__", "articles"),
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_contracts_hold(copied: Path) -> None:
    done = lint_imports(copied)

    assert done.returncode == 0, done.stdout
    assert f"{len(TRESPASSES)} kept, 0 broken" in done.stdout


@pytest.mark.parametrize("contract", TRESPASSES)
def test_a_contract_breaks_when_it_should(contract: str, copied: Path) -> None:
    module, trespass = TRESPASSES[contract]
    with (copied / module).open("a") as file:
        file.write(f"\n{trespass}\n")

    done = lint_imports(copied)

    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout


def test_no_group_of_a_pattern_is_repeated_possessively() -> None:
    # Python before 3.11.5 matches too little or too much (its issues 100061, 106052);
    # (?>(?:...)*) means the same and is right everywhere.
    sources = [*ROOT.glob("index/**/*.py"), *ROOT.glob("tui/**/*.py")]

    wrong = [p.name for p in sources if re.search(r"\)[*+?]\+", p.read_text("utf-8"))]

    assert sources
    assert wrong == []
