"""Completion for zsh: to be sourced, or to lie in a folder of $fpath as _quoth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.cli.outline import VERSION, Expects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.cli.outline import Option, Outline, Word

_SCRIPT = """#compdef quoth
# Completion of quoth for zsh: source <(quoth completion zsh)

_quoth() {
    local curcontext="$curcontext" state line
    local -a commands
    commands=(
@NAMES@
    )
    _arguments -C \\
@READER@
        '1:command:->command' \\
        '*::word:->word'
    case $state in
        command) _describe -t commands command commands ;;
        word)
            case $line[1] in
@COMMANDS@
            esac ;;
    esac
}

if [[ "${funcstack[1]}" == _quoth ]]; then
    _quoth "$@"
else
    compdef _quoth quoth
fi
"""
_OBEYED = re.compile(r"[\[\]:\\]")


def script(commands: Sequence[Outline]) -> str:
    """Write the completion of these commands."""
    reader = next(command for command in commands if command.name == "read")
    filled = {
        "@NAMES@": "\n".join(
            f"{' ' * 8}{_quoted(f'{c.name}:{_plain(c.does)}')}" for c in commands
        ),
        "@READER@": "\n".join(
            f"{' ' * 8}{spec} \\" for spec in _options([*reader.options, VERSION])
        ),
        "@COMMANDS@": "\n".join(map(_command, commands)),
    }
    written = _SCRIPT
    for gap, lines in filled.items():
        written = written.replace(gap, lines)
    return written


def _command(command: Outline) -> str:
    specs = [*_options(command.options), *_words(command.words)]
    inside = " \\\n".join(f"{' ' * 24}{spec}" for spec in specs)
    return f"{' ' * 16}{command.name})\n{' ' * 20}_arguments \\\n{inside} ;;"


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        behind = f":{option.metavar}:{_action(option)}" if option.metavar else ""
        for name in option.names:
            long = f"{name}=" if option.metavar and name.startswith("--") else name
            yield _quoted(f"*{long}[{_plain(option.does)}]{behind}")


def _words(words: Sequence[Word]) -> Iterator[str]:
    for number, word in enumerate(words, 1):
        place = "*" if word.repeats else f"{number}"
        optional = "" if word.is_needed or word.repeats else ":"
        yield _quoted(f"{place}:{optional}{_plain(word.metavar)}:{_action(word)}")


def _action(value: Option | Word) -> str:
    if value.choices:
        return f"({' '.join(value.choices)})"
    match value.expects:
        case Expects.FOLDER:
            return "_files -/"
        case Expects.FILE:
            return "_files"
        case _:
            return " "


def _plain(text: str) -> str:
    """Give a text with nothing in it that separates the parts of a description."""
    return _OBEYED.sub(r"\\\g<0>", text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
