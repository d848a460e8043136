"""Read a command line as far as the name of its command."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.cli.outcomes import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_VALUED = {"-a": "archive", "--archive": "archive", "--color": "color"}
_ASKING = {"-h": "help", "--help": "help", "--version": "version"}


@dataclass(frozen=True, slots=True)
class Line:
    """What stands before the command, the command, and what follows it."""

    command: str | None = None
    """None when no command is named: then it is the reader."""
    rest: tuple[str, ...] = ()
    archive: str | None = None
    color: str | None = None
    asks_for: str | None = None
    """Help or version, when one of them stands before any command."""

    @property
    def speaks_json(self) -> bool:
        """Say whether errors are to be told to a program too."""
        stop = self.rest.index("--") if "--" in self.rest else len(self.rest)
        return "--json" in self.rest[:stop]


def read_line(words: Sequence[str]) -> Line:
    """Read the options that may stand before a command, and find the command."""
    line = Line()
    at = 0
    while at < len(words):
        word = words[at]
        name, joined, value = word.partition("=")
        if word in _ASKING:
            return replace(line, asks_for=_ASKING[word])
        if name not in _VALUED or (joined and not name.startswith("--")):
            break
        if not joined:
            at += 1
            value = _value(words, at, name)
        is_archive = _VALUED[name] == "archive"
        line = (
            replace(line, archive=value) if is_archive else replace(line, color=value)
        )
        at += 1
    rest = tuple(words[at:])
    if not rest or rest[0].startswith("-"):
        refuse_glued(rest)
        return replace(line, rest=rest)
    return replace(line, command=rest[0], rest=rest[1:])


def refuse_glued(words: Sequence[str]) -> None:
    """Refuse `-aDIR`, which a query reads as a word that is not wanted."""
    for word in words:
        if word.startswith("-a") and word != "-a":
            raise UsageError(f"Write a space after -a: quoth -a {word[2:]} …")


def _value(words: Sequence[str], at: int, name: str) -> str:
    if at >= len(words):
        what = "a folder" if _VALUED[name] == "archive" else "auto, always or never"
        raise UsageError(f"After {name} comes {what}.")
    return words[at]
