"""The command line as a value: every command, its options and its words.

Completions and the manual are written from it; it is read from the parsers themselves,
so neither can name an option that is not there, or forget one that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS

if TYPE_CHECKING:
    from argparse import Action

    from tui.cli.commands import Command


class Expects(Enum):
    """What stands behind an option, or as a word."""

    NOTHING = "nothing"
    TEXT = "text"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Option:
    """An option under all its names, the long one last."""

    names: tuple[str, ...]
    does: str
    expects: Expects
    metavar: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a command takes."""

    metavar: str
    does: str
    expects: Expects
    choices: tuple[str, ...] = ()
    is_needed: bool = True
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """One command."""

    name: str
    does: str
    options: tuple[Option, ...]
    words: tuple[Word, ...]

    @property
    def first_choices(self) -> tuple[str, ...]:
        """Give what the first word is chosen from, if it is."""
        return self.words[0].choices if self.words else ()

    @property
    def takes_files(self) -> bool:
        """Say whether a word may be the path of a file."""
        return any(word.expects is Expects.FILE for word in self.words)


EVERYWHERE = ("--help", "--archive", "--color")
"""Options of all commands, by their long names."""

VERSION = Option(("--version",), "which quoth this is", Expects.NOTHING)
"""The only option that is no command's."""


def outlines() -> tuple[Outline, ...]:
    """Give every command, in the order in which help lists them."""
    return tuple(map(_outline, COMMANDS))


def _outline(command: Command) -> Outline:
    actions = command.parser().actions
    options = (_option(action) for action in actions if action.option_strings)
    words = (_word(action) for action in actions if not action.option_strings)
    return Outline(command.name, command.does, tuple(options), tuple(words))


def _option(action: Action) -> Option:
    takes_value = action.nargs is None
    metavar = str(action.metavar or action.dest.upper()) if takes_value else ""
    return Option(
        names=tuple(sorted(action.option_strings, key=len)),
        does=action.help or "",
        expects=_expected(metavar) if takes_value else Expects.NOTHING,
        metavar=metavar,
        choices=_choices(action),
    )


def _word(action: Action) -> Word:
    metavar = str(action.metavar or action.dest.upper())
    return Word(
        metavar=metavar,
        does=action.help or "",
        expects=_expected(metavar),
        choices=_choices(action),
        is_needed=action.nargs in (None, "+"),
        repeats=action.nargs in ("*", "+"),
    )


def _choices(action: Action) -> tuple[str, ...]:
    return tuple(map(str, action.choices or ()))


def _expected(metavar: str) -> Expects:
    if metavar == "DIR":
        return Expects.FOLDER
    names_file = any(name in metavar for name in ("PATH", "FILE", "CITATION"))
    return Expects.FILE if names_file else Expects.TEXT
