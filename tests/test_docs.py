"""The README and the program say the same: commands, options, queries, picture."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from index.query.parse import parse
from index.query.show import show
from tests.shell import demo, quoth
from tui.cli.commands import COMMANDS, Command

README = Path(__file__).parent.parent / "README.md"
EVERYWHERE = {"--help", "--archive", "--color"}
"""Named once, in the row of `quoth` itself; as `--version` is."""


PICTURE = re.compile(
    r"(<!-- screen: (?P<file>\S+) -->\n```text\n).*?(\n```\n<!-- /screen -->)",
    re.DOTALL,
)


def test_the_picture_in_the_readme_is_a_screen_of_the_tests() -> None:
    text = README.read_text("utf-8")
    found = PICTURE.search(text)
    assert found
    screen = (README.parent / found["file"]).read_text("utf-8").rstrip("\n")

    drawn = text[: found.end(1)] + screen + text[found.start(3) :]
    if os.environ.get("QUOTH_SCREENS") == "write":
        README.write_text(drawn, "utf-8")
    assert drawn == README.read_text("utf-8")


def section() -> list[str]:
    """The rows of the table under "## Commands", without its head."""
    _, _, rest = README.read_text("utf-8").partition("\n## Commands\n")
    if not rest:
        pytest.skip("README.md has no section Commands")
    table = [
        line for line in rest.partition("\n## ")[0].splitlines() if line.startswith("|")
    ]
    return table[2:]


def row_of(name: str) -> str:
    """The rows in which a command stands: `quoth search …`."""
    opening = "`quoth`" if name == "" else f"`quoth {name}"
    return "\n".join(
        row for row in section() if re.search(f"{re.escape(opening)}(?![a-z])", row)
    )


def long_options(command: Command) -> set[str]:
    parser = command.parser()
    found = re.findall(r"(?<![\w-])--[a-z][a-z-]*", parser.format_help())
    return set(found)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_option_stands_in_the_readme(command: Command) -> None:
    row = row_of(command.name)

    assert row, f"no row for `quoth {command.name}`"
    missing = {
        option
        for option in long_options(command) - EVERYWHERE
        if not re.search(f"{option}(?![a-z-])", row)
    }
    assert not missing


def test_the_options_of_every_command_stand_in_the_row_of_quoth() -> None:
    row = row_of("")

    assert all(option in row for option in [*EVERYWHERE, "--version"])


def test_every_command_in_the_readme_is_one_of_the_program() -> None:
    known = {command.name for command in COMMANDS}
    named = re.findall(r"`quoth ([a-z]+)", "\n".join(section()))

    assert set(named) <= known


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_in_a_row_is_one_of_its_commands(command: Command) -> None:
    row = row_of(command.name)
    in_row = set(re.findall(r"`quoth ([a-z]+)", row))
    known = set().union(*(long_options(c) for c in COMMANDS if c.name in in_row))

    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", row))
    assert named <= known


def queries() -> list[str]:
    """Give every query of the README's table."""
    table = (
        README.read_text("utf-8").partition("| write | finds |")[2].partition("\n\n")[0]
    )
    cells = [row.replace("\\|", "\0").split("|")[1] for row in table.splitlines()[2:]]
    found = [query for cell in cells for query in re.findall(r"`([^`]+)`", cell)]
    return [query.replace("\0", "|") for query in found]


@pytest.mark.parametrize("query", queries())
def test_every_query_in_the_readme_can_be_asked(query: str) -> None:
    saved = {"name": "toll"}

    read = parse(query, today=date(2031, 3, 9), saved=saved.get)

    assert parse(show(read), today=date(2031, 3, 9), saved=saved.get) == read


def half_remembered() -> str:
    """Give the sentence that the README remembers by half."""
    text = README.read_text("utf-8").partition("A sentence half remembered:")[2]
    (query,) = re.findall(r"`([^`]+)`", text.partition("\n\n")[0])
    return " ".join(query.split())


def test_the_sentence_half_remembered_in_the_readme_is_found_as_it_says() -> None:
    told = quoth("search", half_remembered(), archive=demo())
    offered = told.err.splitlines()[-1].strip()
    found = quoth("search", offered, "--json", "--limit", "1", archive=demo())

    assert told.code == 1
    assert "any of these words: " in told.err
    (best,) = found.json["hits"]
    shown = quoth("show", best["id"], archive=demo())
    assert "I would rather be late than be sorry" in shown.out
