"""What each command imports: nobody waits for a screen, or for arrays, without need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.shell import demo, surroundings

BORDER = (
    Path(__file__).parent.parent
    / "tui/demo/articles/2031-03-04 harbour-post border.txt"
)

SCREEN = {"textual", "asyncio"}
PAINT = {"rich", "rich_argparse"}
ARRAYS = {"numpy", "whoosh"}
STORE = {"sqlite3"}

ASKING = """
import sys
from tui.cli.door import answer
code = answer(sys.argv[1:])
tops = {name.partition(".")[0] for name in sys.modules}
print("\\n" + " ".join(sorted(tops)))
sys.exit(code)
"""


def imported(*words: str) -> set[str]:
    """The packages that a command has imported by the time it is done."""
    done = subprocess.run(
        [sys.executable, "-c", ASKING, *words],
        capture_output=True,
        text=True,
        env=surroundings(),
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_the_command_line_itself_imports_next_to_nothing() -> None:
    code = (
        "import sys; import tui.cli.door, tui.cli.commands.search; print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    tops = {name.partition(".")[0] for name in done.stdout.split()}

    assert not tops & (SCREEN | PAINT | ARRAYS)


def test_the_version_is_given_before_anything_is_imported() -> None:
    code = (
        "import sys; sys.argv = ['quoth', '--version']\n"
        "from tui.__main__ import main; main(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    names = set(done.stdout.splitlines()[-1].split())
    assert not names & {"argparse", "dataclasses", "json", "re", "index"}


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (("--help",), SCREEN | PAINT | ARRAYS | STORE),
        (("search", "--help"), SCREEN | PAINT | ARRAYS),
        (("config", "--show"), SCREEN | PAINT | ARRAYS | STORE),
        (("extract", str(BORDER)), SCREEN | PAINT | ARRAYS),
        (("show", str(BORDER), "--json"), SCREEN | PAINT | ARRAYS),
        (("show", str(BORDER), "--raw"), SCREEN | PAINT | ARRAYS),
        (("search", "border", "--json"), SCREEN | PAINT),
        (("search", "border", "--count"), SCREEN | PAINT),
        (("search", "border", "--explain"), SCREEN | PAINT | ARRAYS),
        (("quotes", "by:marek"), SCREEN | PAINT),
        (("search", "border"), SCREEN),
        (("show", str(BORDER)), SCREEN),
        (("check",), SCREEN),
    ],
)
def test_a_command_imports_only_what_it_needs(
    words: tuple[str, ...], unwanted: set[str]
) -> None:
    archive = [] if words == ("--help",) else ["-a", str(demo())]

    assert not imported(*archive, *words) & unwanted
