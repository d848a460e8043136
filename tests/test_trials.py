"""The trials, each in a few seconds on invented articles; see `tests/trials`."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.screens.stage import archive_in
from tests.trials import killing, random_keys, sharing, signals
from tests.trials.home import Home, home
from tests.trials.memory import Sample, grows, slope
from tests.trials.random_keys import plain
from tests.trials.terminal import Terminal
from tests.trials.typing_keys import Typist

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAULTY = """
import sys
from pathlib import Path
from tui.screens.reading import ReadingPage
def fall(page):
    raise ZeroDivisionError("the harbour is closed")
ReadingPage.action_zoom = fall
sys.argv[0] = "quoth"
from tui.__main__ import main
main()
"""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the trials look into /proc"
)


@pytest.fixture
def own() -> Iterator[Home]:
    with home() as made:
        yield made


def test_adding_survives_being_killed() -> None:
    report = killing.tried(killing.Options(kills=3, articles=30))

    assert report.faults == []


def test_readers_and_a_writer_share_an_archive() -> None:
    report = sharing.tried(sharing.Options(seconds=4, articles=10))

    assert report.faults == []


@pytest.mark.parametrize("situation", ["reading", "searching", "adding", "stopping"])
def test_a_signal_leaves_the_terminal_as_it_was(situation: str) -> None:
    options = signals.Options(
        situations=(situation,), numbers=(signal.SIGTERM,), articles=120
    )

    assert signals.tried(options).faults == []


def test_a_terminal_may_vanish_or_be_too_plain() -> None:
    options = signals.Options(situations=("vanishing", "dumb"), articles=20)

    assert signals.tried(options).faults == []


def test_random_keys_do_no_harm() -> None:
    report = random_keys.tried(random_keys.Options(seed=7, seconds=4))

    assert report.faults == []


def test_a_fault_of_the_reader_is_a_sentence(own: Home, tmp_path: Path) -> None:
    archive = archive_in(tmp_path / "news")
    archive.close()
    command = [sys.executable, "-c", FAULTY, "-a", str(archive.folder)]
    terminal = Terminal(command, own.environ)
    terminal.wait_for("Harbour Post")

    terminal.send("z")
    code = terminal.wait_end()
    said = plain(terminal.last)
    terminal.close()

    assert code == 70
    assert "quoth itself went wrong (ZeroDivisionError" in said
    assert "Traceback" not in said
    assert terminal.left_behind() == []


# What the trials would not notice if they looked wrongly.


def test_a_reader_that_dies_is_a_fault(own: Home, tmp_path: Path) -> None:
    archive = archive_in(tmp_path / "news")
    archive.close()
    options = random_keys.Options(
        seed=1,
        seconds=20,
        archive=archive.folder,
        program=[sys.executable, "-c", FAULTY],
    )

    faults = random_keys.tried(options).faults

    assert any("went wrong" in fault or "ended with 70" in fault for fault in faults)
    assert own.living() == []


def test_what_a_program_leaves_on_is_seen(own: Home) -> None:
    untidy = "import sys; sys.stdout.write('\\x1b[?1049h\\x1b[?25l\\x1b[>1u\\x1b[31m')"
    terminal = Terminal([sys.executable, "-c", untidy], own.environ)
    terminal.wait_end()
    left = " ".join(terminal.left_behind())
    terminal.close()

    assert "?1049h" in left
    assert "?25l" in left
    assert "colours 31" in left
    assert "protocol of keys" in left


def test_a_process_that_outlives_its_parent_is_seen(own: Home) -> None:
    leaver = (
        "import subprocess; subprocess.Popen(['sleep', '30'], start_new_session=True)"
    )
    terminal = Terminal([sys.executable, "-c", leaver], own.environ)
    terminal.wait_end()
    terminal.close()

    left = own.survivors(0.2)
    for line in left:
        os.kill(int(line.split()[0]), signal.SIGKILL)

    assert [line.split()[1:] for line in left] == [["sleep", "30"]]


def test_the_same_seed_types_the_same() -> None:
    one, other = Typist(5, ["border"]), Typist(5, ["border"])

    assert [one.next() for _ in range(200)] == [other.next() for _ in range(200)]


def test_growth_is_measured_by_the_minute() -> None:
    samples = [Sample(at * 30.0, 100 + at, 50, 9, 4) for at in range(20)]

    assert round(slope(samples, [one.all_mb for one in samples]), 3) == 2


def test_what_swings_does_not_grow() -> None:
    swinging = [34.0, 46.0] * 40

    assert not grows(swinging)
    assert grows([10.0 + at for at in range(80)])
