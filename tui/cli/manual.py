"""The manual as a page for man, written from the outline of the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.cli.outline import EVERYWHERE, VERSION, Expects, outlines
from tui.cli.version import VERSION as NUMBER
from tui.settings import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.cli.outline import Option, Outline, Word

EXIT_CODES = {
    0: "done",
    1: "nothing was found, or a citation is not exact",
    2: "a wrong query or option",
    3: "done, but some files or rows were left out, as was said",
    4: "somebody else is writing, or you may not",
    5: "there is no archive, or its index must be rebuilt",
    70: "quoth itself, or the system under it, went wrong",
    129: "the line was dropped",
    130: "you interrupted it",
    143: "the system asked it to end",
}

_VARIABLES = {
    "QUOTH_ARCHIVE": "the archive's folder, where no option names one",
    **{
        f"QUOTH_{name.upper()}": f"the setting {name} of the reader"
        for name in NAMES
        if name != "keys"
    },
    "QUOTH_DEBUG": "if it is set, what went wrong is traced on standard error",
    "NO_COLOR": "if it is set, nothing is coloured",
}

_ABOUT = """
quoth searches archives of news articles. It finds every quotation and names its
speaker: who said it, where, when, and in whose report. Without a command it opens the
reader.

Data goes to standard output, messages and progress to standard error. In a query a
word that begins with a minus is not wanted, unless it is exactly one of the command's
options; after -- nothing is an option.
"""

_EXAMPLES = (
    ("quoth add ~/clippings", "take a folder of articles; once more, only the changes"),
    (
        "quoth search 'by:marek \"closed border\" before:2031'",
        "what somebody said when",
    ),
    ("quoth speakers marek", "all that one name is quoted with, day by day"),
    ("quoth export by:marek -o marek.csv", "the same for a spreadsheet"),
    ("quoth verify cited.txt", "whether the words still stand where they stood"),
)

_NOT_PLAIN = re.compile(r"[^ -~]")


def manual() -> str:
    """Write the page; every character of it is ASCII."""
    return "\n".join([*_lines(), ""])


def _lines() -> Iterator[str]:
    commands = outlines()
    yield f'.TH QUOTH 1 "" "quoth {_plain(NUMBER)}" "User Commands"'
    yield from (".SH NAME", r"quoth \- search a news archive and its quotations")
    yield from (".SH SYNOPSIS", r".B quoth")
    yield r"[\fB\-a\fR \fIDIR\fR] [\fICOMMAND\fR ...]"
    yield ".SH DESCRIPTION"
    for paragraph in _ABOUT.strip().split("\n\n"):
        yield from (".PP", _text(" ".join(paragraph.split())))
    yield ".SH OPTIONS"
    yield _text("Every command has these; they may stand before it, too.")
    yield from _options([*_common(commands), VERSION])
    yield ".SH COMMANDS"
    for command in commands:
        yield from _command(command)
    yield ".SH EXIT STATUS"
    yield from _list((str(code), what) for code, what in EXIT_CODES.items())
    yield ".SH ENVIRONMENT"
    yield from _list(_VARIABLES.items())
    yield ".SH FILES"
    yield _text("quoth config --show names every file and folder that counts.")
    yield ".SH EXAMPLES"
    yield from _list(_EXAMPLES)


def _command(command: Outline) -> Iterator[str]:
    words = " ".join(map(_synopsis, command.words))
    yield f".SS quoth {_plain(command.name)} {words}".rstrip()
    yield _text(f"{command.does}.")
    for word in command.words:
        yield from _item(rf"\fI{_plain(word.metavar)}\fR", _described(word))
    yield from _options(o for o in command.options if not _is_common(o))


def _synopsis(word: Word) -> str:
    name = rf"\fI{_plain(word.metavar)}\fR" + (" ..." if word.repeats else "")
    return name if word.is_needed else f"[{name}]"


def _common(commands: Iterable[Outline]) -> list[Option]:
    first = next(iter(commands))
    return [option for option in first.options if _is_common(option)]


def _is_common(option: Option) -> bool:
    return option.names[-1] in EVERYWHERE


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        names = ", ".join(rf"\fB{_plain(name)}\fR" for name in option.names)
        value = ""
        if option.expects is not Expects.NOTHING:
            value = rf" \fI{_plain(option.metavar)}\fR"
        yield from _item(names + value, _described(option))


def _described(value: Option | Word) -> str:
    if not value.choices:
        return value.does
    *most, last = value.choices
    return f"{value.does} ({', '.join(most)} or {last})"


def _list(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, what in items:
        yield from _item(rf"\fB{_plain(name)}\fR", what)


def _item(name: str, what: str) -> Iterator[str]:
    yield from (".TP", name, _text(what))


def _text(text: str) -> str:
    """Give a line of text; what begins with a point or a mark is no request."""
    line = _plain(text)
    return rf"\&{line}" if line[:1] in {".", "'"} else line


def _plain(text: str) -> str:
    """Give a text with nothing in it that troff obeys."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    text = text.replace("'", r"\(aq").replace("`", r"\(ga").replace("~", r"\(ti")
    text = text.replace("^", r"\(ha").replace('"', r"\(dq")
    return _NOT_PLAIN.sub(lambda found: rf"\[u{ord(found[0]):04X}]", text)
