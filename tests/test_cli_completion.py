"""`completion` and `man`: written from the commands, read by real programs."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import time
from functools import cache
from typing import TYPE_CHECKING

import pytest

from index import errors
from tests.shell import Told, demo, quoth, surroundings
from tests.test_imports import ARRAYS, PAINT, SCREEN, imported
from tui.cli.commands import COMMANDS, Command
from tui.cli.manual import EXIT_CODES
from tui.cli.outcomes import Exit
from tui.cli.outline import outlines

if TYPE_CHECKING:
    from pathlib import Path

SHELLS = ("bash", "zsh", "fish")
NAMES = {command.name for command in COMMANDS}

ASKING = """
source "$1"; shift
eval "$(complete -p quoth | sed 's/complete -F \\([^ ]*\\) quoth/completer=\\1/')"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
$completer quoth "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
(( ${#COMPREPLY[@]} )) && printf '%s\\n' "${COMPREPLY[@]}"
exit 0
"""

needs = {
    name: pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not here")
    for name in ("bash", "zsh", "fish", "man", "groff")
}


@cache
def written(*words: str) -> Told:
    told = quoth(*words)
    assert (told.code, told.err) == (0, "")
    return told


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bash") / "quoth.bash"
    file.write_text(written("completion", "bash").out, "utf-8")
    return file


def completed(script: Path, *words: str, cwd: Path | None = None) -> set[str]:
    """What bash offers for the last of the words."""
    done = subprocess.run(
        ["bash", "--norc", "-c", ASKING, "bash", script, "quoth", *words],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=True,
        timeout=30,
    )
    assert done.stderr == ""
    return set(done.stdout.splitlines())


@needs["bash"]
def test_every_command_is_offered(script: Path) -> None:
    assert completed(script, "") == NAMES
    assert completed(script, "sp") == {"speakers"}
    assert completed(script, "-a", "news", "ver") == {"verify"}


@needs["bash"]
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_of_a_command_is_offered(script: Path, command: Command) -> None:
    parser = command.parser()
    known = {name for action in parser.actions for name in action.option_strings}

    assert completed(script, command.name, "-") == known


@needs["bash"]
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("search", "--sort", ""), {"relevance", "date", "-date", "event", "-event"}),
        (("search", "--sort", "-"), {"-date", "-event"}),
        (("search", "border", "--sort", "=", "ev"), {"event"}),
        (("search", "--sort", "="), {"relevance", "date", "-date", "event", "-event"}),
        (("cite", "--format", "b"), {"bibtex"}),
        (("--color", ""), {"auto", "always", "never"}),
        (("--theme", ""), set()),
        (("--th",), {"--theme"}),
        (("--ver",), {"--version"}),
        (("mark", "un"), {"unread"}),
        (("mark", "--query", "x", "un"), {"unread"}),
        (("saved", "run", "li"), set()),
        (("saved", "--limit", "3", "li"), {"list"}),
        (("completion", ""), set(SHELLS)),
        (("search", "bor"), set()),
        (("search", "--", "--"), set()),
        (("search", "--limit", ""), set()),
        (("nonsense", "--"), set()),
    ],
)
def test_choices_are_offered_where_they_belong(
    script: Path, words: tuple[str, ...], offered: set[str]
) -> None:
    assert completed(script, *words) == offered


@needs["bash"]
def test_files_and_folders_are_offered_where_they_are_taken(
    script: Path, tmp_path: Path
) -> None:
    (tmp_path / "a story.txt").touch()
    (tmp_path / "a news").mkdir()

    def offered(*words: str) -> set[str]:
        return completed(script, *words, cwd=tmp_path)

    assert offered("add", "a") == {"a story.txt", "a news"}
    assert offered("add", "--jsonl", "a s") == {"a story.txt"}
    assert offered("check", "-a", "a") == {"a news"}
    assert offered("--archive", "=", "a") == {"a news"}
    assert offered("check", "a") == set()


@needs["bash"]
def test_a_real_bash_completes_what_is_typed(script: Path) -> None:
    line = f"source {script}\nquoth spea\tmarek --lim\t7 --js\t\x01echo [\x05]\n"

    assert "[quoth speakers marek --limit 7 --json ]" in typed(line)


def typed(keys: str) -> str:
    """What a bash on a terminal shows of these keys."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        ["bash", "--norc", "-i"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings(TERM="dumb", PS1="> "),
        start_new_session=True,
    ) as running:
        os.close(theirs)
        os.write(ours, f"{keys}exit\n".encode())
        shown, end = b"", time.monotonic() + 30
        # To the end of what was shown, not of bash: it may be gone before we look.
        while time.monotonic() < end:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    shown += os.read(ours, 4096)
                except OSError:  # the other end was closed
                    break
        running.kill()
    os.close(ours)
    return shown.decode(errors="replace")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_told_every_command_option_and_choice(shell: str) -> None:
    text = written("completion", shell).out

    for outline in outlines():
        assert re.search(rf"\b{outline.name}\b", text)
        for option in outline.options:
            for name in option.names:
                bare = f"-l {name[2:]} " if name[:2] == "--" else f"-s {name[1:]} "
                assert name in text or (shell == "fish" and bare in text)
            assert " ".join(option.choices) in text
        assert " ".join(outline.first_choices) in text


@pytest.mark.parametrize("shell", [pytest.param(s, marks=needs[s]) for s in SHELLS])
def test_a_shell_reads_its_script_without_complaint(shell: str, tmp_path: Path) -> None:
    file = tmp_path / "script"
    file.write_text(written("completion", shell).out, "utf-8")

    done = subprocess.run([shell, "-n", file], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


@needs["zsh"]
def test_zsh_takes_the_function_for_its_own() -> None:
    line = "autoload -U compinit; compinit -D; source /dev/stdin; print $_comps[quoth]"
    done = subprocess.run(
        ["zsh", "-f", "-c", line],
        input=written("completion", "zsh").out,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout.strip(), done.stderr) == ("_quoth", "")


@needs["fish"]
def test_fish_offers_commands_and_choices() -> None:
    def offered(line: str) -> set[str]:
        code = f"source; complete -C '{line}'"
        done = subprocess.run(
            ["fish", "--no-config", "-c", code],
            input=written("completion", "fish").out,
            capture_output=True,
            text=True,
            check=True,
        )
        return {row.partition("\t")[0] for row in done.stdout.splitlines()}

    assert offered("quoth ") >= NAMES
    assert offered("quoth search --sort e") == {"event"}
    assert offered("quoth mark un") == {"unread"}


@needs["bash"]
def test_the_script_of_zsh_is_well_formed_where_there_is_only_bash(
    tmp_path: Path,
) -> None:
    # What it uses of the grammar is common to both.
    file = tmp_path / "script"
    file.write_text(written("completion", "zsh").out, "utf-8")

    done = subprocess.run(["bash", "-n", file], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_each_line_of_fish_is_a_completion_with_its_marks_closed() -> None:
    first, *lines = written("completion", "fish").out.splitlines()

    assert first.startswith("# ")
    for line in lines:
        assert line.startswith("complete -c quoth")
        assert line.replace("\\'", "").count("'") % 2 == 0


def test_an_unknown_shell_is_a_usage_error() -> None:
    assert quoth("completion", "tcsh").code == 2


def plain(text: str) -> str:
    """What troff makes of a page, near enough to be searched for words."""
    text = re.sub(r"\\f[BIR]", "", text)
    for written_so, meant in (("\\-", "-"), ("\\(dq", '"'), ("\\(aq", "'")):
        text = text.replace(written_so, meant)
    return text


def test_every_command_and_option_stands_in_the_manual() -> None:
    text = plain(written("man").out)

    for outline in outlines():
        section = text.partition(f"\n.SS quoth {outline.name}")[2].partition("\n.S")[0]
        assert f"{outline.does}." in section
        for option in outline.options:
            is_common = option.names[-1] in {"--help", "--archive", "--color"}
            where = text if is_common else section
            assert f"\n{', '.join(option.names)}" in where
            assert all(choice in where for choice in option.choices)
        assert all(word.metavar in section for word in outline.words)
    assert "\n--version\n" in text


def test_every_exit_code_stands_in_the_manual() -> None:
    known = {int(code) for code in Exit} | {
        getattr(kind, "exit_code", 0) for kind in vars(errors).values()
    }

    assert known <= set(EXIT_CODES)
    text = plain(written("man").out)
    for code, meaning in EXIT_CODES.items():
        assert f"\n{code}\n{meaning}\n" in text


@needs["groff"]
def test_the_manual_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tascii", "-ww", "-z"],
        input=written("man").raw,
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


@needs["man"]
def test_man_shows_the_manual_as_it_was_meant() -> None:
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-P", "cat", "-l", "-"],
        input=written("man").raw,
        capture_output=True,
        env=surroundings(MANWIDTH="100", LC_ALL="C.UTF-8"),
        check=False,
    )

    if done.returncode and not done.stdout:
        pytest.skip(f"man cannot set pages here: {done.stderr.decode()[:80]}")
    assert done.stderr == b""
    page = re.sub(".\b", "", re.sub(r"\x1b\[[0-9;]*m", "", done.stdout.decode()))
    assert "quoth search QUERY ..." in page
    assert "--sort SORT" in page
    assert "search 'by:marek \"closed border\" before:2031'" in page
    assert all(f"quoth {name}" in page for name in NAMES)


@pytest.mark.parametrize("words", [("man",), ("completion", "bash")])
def test_writing_them_wants_no_screen_and_no_arrays(words: tuple[str, ...]) -> None:
    assert not imported("-a", str(demo()), *words) & (SCREEN | PAINT | ARRAYS)
