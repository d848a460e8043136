"""argparse with our manners: whole names, sentences for errors, words in any place."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from tui.cli.line import refuse_glued
from tui.cli.outcomes import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

COLOURS = ("auto", "always", "never")


class Parser(argparse.ArgumentParser):
    """The options and words of one command."""

    def __init__(
        self,
        prog: str,
        description: str,
        *,
        takes_query: bool = False,
        in_colour: bool = False,
    ) -> None:
        """Begin with the options that every command has."""
        super().__init__(prog, description=description, allow_abbrev=False)
        self.takes_query = takes_query
        self.in_colour = in_colour
        self.add_argument("-a", "--archive", metavar="DIR", help="the archive's folder")
        self.add_argument(
            "--color", choices=COLOURS, help="colours; auto means on a terminal only"
        )

    @property
    def actions(self) -> tuple[argparse.Action, ...]:
        """Give the options and words in the order in which they were named."""
        return tuple(self._actions)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Read what follows the command's name."""
        options, rest = self._sorted(words)
        return self.parse_args([*options, "--", *rest] if rest else options)

    def _sorted(self, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """Tell options from words, wherever they stand.

        In a query `-word` says what is not wanted, so only a word that is exactly an
        option is one; elsewhere whatever begins with a minus is meant to be.
        """
        options: list[str] = []
        rest: list[str] = []
        waiting = list(words[::-1])
        while waiting:
            word = waiting.pop()
            if word == "--":
                return options, rest + waiting[::-1]
            name = word.partition("=")[0] if word.startswith("--") else word
            action = self._option_string_actions.get(name)
            if action is None:
                self._refuse_unknown(word)
                rest.append(word)
            elif action.nargs is None and name == word and waiting:
                # Joined, or argparse would take `--sort -date` for two options.
                options.append(f"{action.option_strings[-1]}={waiting.pop()}")
            else:
                options.append(word)
        return options, rest

    def _refuse_unknown(self, word: str) -> None:
        if self.takes_query and not word.startswith("--"):
            return
        if not word.startswith("-") or word == "-":
            return
        refuse_glued([word])
        more = "; after -- it is part of the query" if self.takes_query else ""
        self.error(f"{self.prog} has no option {word}{more}")

    def error(self, message: str) -> NoReturn:
        """Raise what argparse complains of, as a sentence."""
        sentence = message[0].upper() + message[1:]
        if sentence.startswith("Quoth"):
            sentence = message
        raise UsageError(f'{sentence}. See "{self.prog} --help".')

    def format_help(self) -> str:
        """Give the help, in colour if the terminal has any."""
        if self.in_colour:
            # Late: Rich costs more to import than a whole search.
            from tui.cli.help import ColouredHelp  # noqa: PLC0415

            self.formatter_class = ColouredHelp
        return super().format_help()
