"""The command line itself: where options stand, how it refuses, how it stops."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.shell import COMMAND, demo, fits, quoth, surroundings
from tui.cli.commands import COMMANDS, Command
from tui.cli.version import VERSION


def test_the_version_is_that_of_the_package() -> None:
    assert quoth("--version").out == f"quoth {VERSION}\n"
    assert version("quoth") == VERSION


def test_the_archive_is_named_before_or_after_the_command() -> None:
    folder = str(demo())
    answers = [
        quoth("-a", folder, "search", "border", "--count"),
        quoth("search", "-a", folder, "border", "--count"),
        quoth("search", "border", "--count", f"--archive={folder}"),
        quoth(f"--archive={folder}", "search", "border", "--count"),
        quoth("search", "border", "--count", QUOTH_ARCHIVE=folder),
    ]

    assert {(told.code, told.out) for told in answers} == {(0, answers[0].out)}


def test_an_option_wins_over_the_variable(tmp_path: Path) -> None:
    told = quoth("search", "border", archive=demo(), QUOTH_ARCHIVE=str(tmp_path / "no"))

    assert told.code == 0


def test_without_any_name_the_archive_is_the_users_own(tmp_path: Path) -> None:
    told = quoth("search", "border", XDG_DATA_HOME=str(tmp_path))

    assert told.code == 5
    assert str(tmp_path / "quoth") in told.err


@pytest.mark.parametrize(
    "words", [("-anews", "check"), ("check", "-anews"), ("-anews",)]
)
def test_a_glued_archive_is_refused(words: tuple[str, ...]) -> None:
    told = quoth(*words)

    assert told.code == 2
    assert told.err == "Write a space after -a: quoth -a news …\n"


def test_an_unknown_command_is_named_with_the_nearest() -> None:
    told = quoth("serach", "border")

    assert told.code == 2
    assert '"quoth search"' in told.err


@pytest.mark.parametrize(
    "words",
    [
        ("search",),
        ("search", "x", "--limit"),
        ("search", "x", "--limit", "-1"),
        ("search", "x", "--limit", "many"),
        ("search", "x", "--sort", "colour"),
        ("show",),
        ("show", "a", "b"),
        ("check", "--nonsense"),
        ("add", "x", "--wait", "long"),
        ("add", "-", "--jsonl", "-"),
        ("--archive",),
        ("--color", "pink", "check"),
    ],
)
def test_a_wrong_line_is_one_sentence_and_exit_2(words: tuple[str, ...]) -> None:
    told = quoth(*words)

    assert told.code == 2
    assert told.out == ""
    assert told.err.count("\n") == 1


def test_a_wrong_line_is_told_to_programs_too() -> None:
    told = quoth("search", "x", "--limit", "many", "--json")

    fits(told.json, "error")
    assert told.json["at"] is None


def test_help_names_every_command() -> None:
    told = quoth("--help")

    assert told.code == 0
    assert all(f"  {command.name} " in told.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_has_help_in_plain_and_in_colour(command: Command) -> None:
    plain = command.parser().format_help()
    coloured = command.parser(in_colour=True).format_help()

    assert f"quoth {command.name}" in plain
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured


def test_help_of_a_command_is_an_answer() -> None:
    assert "--limit" in quoth("search", "--help").out
    assert "\x1b[" in quoth("--color", "always", "show", "--help").out


def test_no_archive_is_one_sentence_and_exit_5(tmp_path: Path) -> None:
    for words in (["search", "x"], ["show", "x"], ["quotes"], ["check"], ["rebuild"]):
        told = quoth(*words, "--json", archive=tmp_path / "none")

        assert told.code == 5
        assert told.err.count("\n") == 1
        assert "quoth add" in told.err
        assert json.loads(told.out)["error"] == told.err.rstrip("\n")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", [(), ("read",), ("--slow",), ("demo",)])
def test_the_reader_wants_a_terminal(words: tuple[str, ...]) -> None:
    told = quoth(*words, archive=demo())

    assert told.code == 2
    assert "terminal" in told.err
    assert "quoth search" in told.err


def on_a_terminal(*words: str, **variables: str) -> tuple[int, str]:
    """Run with a terminal on all three streams; give code and what it was sent."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings(**variables),
    ) as run:
        os.close(theirs)
        sent = b""
        try:
            while block := os.read(ours, 4096):
                sent += block
        except OSError:  # the other end was closed
            pass
    os.close(ours)
    return run.returncode, sent.decode()


def test_a_plain_terminal_is_pointed_to_the_command_line() -> None:
    code, sent = on_a_terminal("-a", str(demo()), TERM="dumb")

    assert code == 2
    assert "quoth search" in sent


def test_a_reader_without_an_archive_offers_the_demo(tmp_path: Path) -> None:
    code, sent = on_a_terminal("-a", str(tmp_path / "none"))

    assert code == 5
    assert "quoth demo" in sent


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    variables: dict[str, str], coloured: bool
) -> None:
    code, sent = on_a_terminal("-a", str(demo()), "search", "border", **variables)

    assert code == 0
    assert ("\x1b[" in sent) is coloured


def test_progress_is_one_line_on_a_terminal(tmp_path: Path) -> None:
    articles = Path(__file__).parent.parent / "tui" / "demo" / "articles"

    code, sent = on_a_terminal("-a", str(tmp_path / "n"), "add", str(articles))

    assert code == 0
    assert "\r\x1b[K" in sent
    assert "reading" in sent


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
)
def test_a_signal_ends_the_command_without_a_word(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    with subprocess.Popen(
        [*COMMAND, "-a", str(tmp_path / "news"), "add", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    ) as running:
        # It waits for its dump as soon as the archive is there.
        while not (tmp_path / "news" / "store.db").exists():
            time.sleep(0.01)
        time.sleep(0.2)
        running.send_signal(number)
        out, err = running.communicate()

    assert running.returncode == code
    assert (out, err) == (b"", b"")
    assert quoth("add", archive=tmp_path / "news").code == 0


def test_an_interrupt_ends_all_processes_without_a_word(tmp_path: Path) -> None:
    row = json.dumps({"text": "“The harbour is open,” Ann Lee said on Tuesday. " * 60})
    with (tmp_path / "dump.jsonl").open("w") as dump:
        dump.writelines(f'{{"id": {n}, {row[1:]}\n' for n in range(4000))
    with subprocess.Popen(
        [*COMMAND, "-a", tmp_path / "news", "add", "--quiet", tmp_path / "dump.jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        start_new_session=True,
    ) as running:
        while not (tmp_path / "news" / "store.db").exists():
            time.sleep(0.01)
        time.sleep(1.5)
        # A terminal sends it to every process of the command.
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate()

    assert running.returncode == 130
    assert (out, err) == (b"", b"")


BREAKING = """
import sys
from tui.cli import door
def fail(words):
    raise ValueError("a\\nb")
door.read_line = fail
sys.exit(door.answer(["check"]))
"""


@pytest.mark.parametrize("debug", ["", "1"])
def test_what_nobody_expected_is_a_sentence_and_a_trace_on_request(debug: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BREAKING],
        capture_output=True,
        text=True,
        env=surroundings(QUOTH_DEBUG=debug),
        check=False,
        timeout=60,
    )

    assert done.returncode == 70
    assert done.stderr.splitlines()[-1] == (
        "quoth itself went wrong (ValueError: a b); "
        "QUOTH_DEBUG=1 before the command shows where."
    )
    assert ("Traceback" in done.stderr) is bool(debug)


def test_nobody_to_tell_is_no_trouble() -> None:
    line = f'{" ".join(COMMAND)} -a "{demo()}" search border >&- 2>&-'

    done = subprocess.run(["bash", "-c", line], env=surroundings(), check=False)

    assert done.returncode == 0


def test_a_full_disk_under_the_answer_is_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "-a", demo(), "search", "border"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=surroundings(),
            check=False,
            timeout=60,
        )

    assert done.returncode == 70
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
