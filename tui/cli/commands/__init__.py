"""Every command: its name, what it does, and where it is; none is imported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from tui.cli.outcomes import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.desk import Desk
    from tui.cli.parser import Parser


class CommandModule(Protocol):
    """What the module of each command offers."""

    def add_options(self, parser: Parser) -> None:
        """Name the words and options that the command takes."""
        ...

    def run(self, options: Namespace, desk: Desk) -> int:
        """Do it, and give the exit code."""
        ...


class Takes(Enum):
    """What a word beginning with a minus is to a command."""

    OPTIONS = "options"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name; its module is imported when it is called."""

    name: str
    does: str
    takes: Takes = Takes.OPTIONS

    def parser(self, *, in_colour: bool = False) -> Parser:
        """Give the reader of this command's words."""
        from tui.cli.parser import Parser  # noqa: PLC0415 - start-up

        parser = Parser(
            f"quoth {self.name}",
            f"{self.does}.",
            takes_query=self.takes is Takes.QUERY,
            in_colour=in_colour,
        )
        self._module.add_options(parser)
        return parser

    def run(self, options: Namespace, desk: Desk) -> int:
        """Do it, and give the exit code."""
        return self._module.run(options, desk)

    @property
    def _module(self) -> CommandModule:
        return cast("CommandModule", import_module(f"tui.cli.commands.{self.name}"))


COMMANDS = (
    Command("read", "Open the reader; also what quoth does without a command"),
    Command("add", "Add files, folders and dumps; once more, only what has changed"),
    Command("remove", "Take articles out, with their quotations and their bytes"),
    Command(
        "search", "Find articles, or utterances, by words, names and dates", Takes.QUERY
    ),
    Command("show", "Show one article, or its original bytes"),
    Command("quotes", "Give utterances as JSON lines", Takes.QUERY),
    Command("extract", "Find the quotations of files; no archive is needed"),
    Command("speakers", "Say who is quoted, how often, and when; or all of one name"),
    Command("cite", "Cite a passage, so that anybody can check it later"),
    Command("verify", "Check a citation: are these words still at their place"),
    Command("export", "Write all that a search finds to a file", Takes.QUERY),
    Command("star", "Give articles a star; is:starred finds them"),
    Command("unstar", "Take the star from articles"),
    Command("tag", "Give articles a tag; tag:NAME finds them"),
    Command("untag", "Take a tag from articles"),
    Command("note", "Write a note on a passage; is:noted finds its article"),
    Command("mark", "Mark articles as read or unread; is:unread finds the rest"),
    Command("saved", "Save searches under a name, list and run them", Takes.QUERY),
    Command("fix", "Correct a speaker, title, outlet, date or name; and undo it"),
    Command("state", "Export and import all that you keep, as JSON lines"),
    Command("check", "Say how archive and index are"),
    Command("rebuild", "Make the index anew; the old one is never opened"),
    Command("config", "Show every setting, and which file or variable won"),
    Command("demo", "Make an archive of sample articles, and open it"),
    Command("completion", "Give a shell what it needs to complete these words"),
    Command("man", "Give the manual as a page for man: quoth man | man -l -"),
)


def find_command(name: str | None) -> Command:
    """Give the command of this name; without one, the reader."""
    wanted = name or "read"
    for command in COMMANDS:
        if command.name == wanted:
            return command
    raise UsageError(f"quoth has no command {wanted!r}{_nearest(wanted)}")


def _nearest(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for slips

    near = get_close_matches(name, [command.name for command in COMMANDS], n=1)
    if near:
        return f'; did you mean "quoth {near[0]}"?'
    return f'; to look for it, write "quoth search {name}".'


def overview(*, in_colour: bool) -> str:
    """Give the help that stands above all commands."""
    from tui.cli.paint import Look, Paint  # noqa: PLC0415 - start-up

    paint = Paint(on=in_colour)
    width = max(len(command.name) for command in COMMANDS) + 2
    lines = [
        f"{paint(Look.TITLE, 'quoth')} [-a DIR] [COMMAND …]",
        "",
        "Search the text of a news archive, and every quotation found and named.",
        "",
        *(
            f"  {paint(Look.SPEAKER, command.name)}"
            f"{' ' * (width - len(command.name))}{command.does}"
            for command in COMMANDS
        ),
        "",
        "  -a, --archive DIR  the archive's folder, else $QUOTH_ARCHIVE, else your own",
        "  --color WHEN       auto, always or never",
        "  --version          which quoth this is",
        "",
        "quoth COMMAND --help tells more of each.",
    ]
    return "\n".join(lines) + "\n"
