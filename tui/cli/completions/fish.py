"""Completion for fish: a line for each command and each option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.outline import VERSION, Expects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.cli.outline import Option, Outline

_FIRST = "__fish_use_subcommand"


def script(commands: Sequence[Outline]) -> str:
    """Write the completion of these commands."""
    return "\n".join([*_lines(commands), ""])


def _lines(commands: Sequence[Outline]) -> Iterator[str]:
    yield "# Completion of quoth for fish: quoth completion fish | source"
    yield "complete -c quoth -f"
    for command in commands:
        yield _line(_FIRST, f"-a {command.name}", command.does)
        if command.name == "read":
            yield from (_option(_FIRST, o) for o in (*command.options, VERSION))
    for command in commands:
        seen = f"__fish_seen_subcommand_from {command.name}"
        yield from (_option(seen, option) for option in command.options)
        yield from _words(seen, command)


def _words(seen: str, command: Outline) -> Iterator[str]:
    if command.first_choices:
        choices = " ".join(command.first_choices)
        only_first = f"{seen}; and not __fish_seen_subcommand_from {choices}"
        yield _line(only_first, f"-a {_quoted(choices)}", command.words[0].does)
    if command.takes_files:
        yield _line(seen, "-F", "")


def _option(condition: str, option: Option) -> str:
    names = " ".join(_name(name) for name in option.names)
    return _line(condition, f"{names}{_value(option)}", option.does)


def _name(name: str) -> str:
    return f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"


def _value(option: Option) -> str:
    if not option.metavar:
        return ""
    if option.choices:
        return f" -x -a {_quoted(' '.join(option.choices))}"
    match option.expects:
        case Expects.FOLDER:
            return " -x -a '(__fish_complete_directories)'"
        case Expects.FILE:
            return " -r -F"
        case _:
            return " -x"


def _line(condition: str, what: str, does: str) -> str:
    described = f" -d {_quoted(does)}" if does else ""
    return f"complete -c quoth -n {_quoted(condition)} {what}{described}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
