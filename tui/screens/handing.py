"""Hand the article on: to a browser, a pager, a command, or the result to a file."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from index.errors import ArchiveError
from tui.actions import Place
from tui.render.characters import shown
from tui.render.facts import counted
from tui.render.rows import headline_of
from tui.screens.asking import Asking
from tui.screens.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.model import Article

_FEW_LINES = 1
"""Lines of a command's answer that the status line can say."""


class Handing(Asking, Searching):
    """Keys that give something to other programs."""

    def _handed(self) -> Article | None:
        """Give the article that is meant; in the list it has no text."""
        row, clipping = self.list.row, self.reader.clipping
        if self.sight.focus is Place.LIST:
            return headline_of(row).article if row else None
        return clipping.article if clipping else None

    def action_browse(self) -> None:
        """Open the article's URL, or say it."""
        from tui.screens import outside  # noqa: PLC0415 - start-up

        article = self._handed()
        if article is None:
            return
        url = outside.web_address(article.url)
        if url is None:
            said = f": {shown(article.url)}" if article.url else "."
            self.status.tell(f"The article names no page of the web{said}")
            return
        command = outside.browser(os.environ, url)
        if command is None:
            self.status.tell(shown(url))
        elif outside.needs_terminal(command):
            self._run_here(partial(outside.run_here, command), command[0])
        else:
            self._try(partial(outside.start, command), command[0])
            self.status.tell(self.status.notice or f"Opened {shown(url)}")

    def action_original(self) -> None:
        """Show the original in a pager."""
        from tui.screens import outside  # noqa: PLC0415 - start-up

        article = self._handed()
        if article is None:
            return
        try:
            raw = self.archive.store.original(article.id)
        except ArchiveError as error:
            self.status.tell(str(error))
            return
        text = raw.decode(article.encoding or "utf-8", "replace")
        # What a terminal would obey is shown as a picture here, too.
        safe = "\n".join(map(shown, text.splitlines())) + "\n"
        command = outside.pager(os.environ)
        self._run_here(partial(outside.run_here, command, safe), command[0])

    def _run_here(self, run: Callable[[], None], name: str) -> None:
        """Leave the terminal to a program until it ends."""
        try:
            with self.app.suspend():
                self._try(run, name)
        except SuspendNotSupported:
            self.status.tell("This terminal cannot be left to another program.")

    def _try(self, run: Callable[[], None], name: str) -> None:
        try:
            run()
        except OSError as error:
            reason = (error.strerror or "the system refuses").lower()
            self.status.tell(f"{shown(name)} cannot be started: {reason}.")

    def action_pipe(self) -> None:
        """Ask for a command that is to be given the article's text."""
        if article := self._handed():
            self.ask("give the text to", partial(self._pipe, article.id))

    def _pipe(self, id_: str, command: str) -> None:
        if command:
            self.status.tell("Running …")
            self.run_worker(
                partial(self._run_pipe, id_, command), thread=True, group="pipe",
                exit_on_error=False,
            )  # fmt: skip

    def _run_pipe(self, id_: str, command: str) -> None:
        """Run a command; in a thread of its own."""
        from tui.screens.outside import answer_of  # noqa: PLC0415 - start-up

        try:
            said = answer_of(command, self.archive.clipping(id_).article.text)
        except (ArchiveError, OSError) as error:
            said = str(error)
        self.app.call_from_thread(self._show_answer, command, said)

    def _show_answer(self, command: str, said: str) -> None:
        from tui.screens.leaflet import Leaflet, Lines  # noqa: PLC0415 - start-up

        lines = [shown(line) for line in said.rstrip().splitlines()]
        if len(lines) <= _FEW_LINES:
            self.status.tell("".join(lines).strip() or "Done; it said nothing.")
            return
        self.status.tell("")
        ground = self.palette.text
        page: Lines = [[(f"   {line}", ground)] for line in lines]
        leaflet = Leaflet(shown(command), page, self.keymap, self.palette, hang=3)
        self.app.push_screen(leaflet)

    def action_export(self) -> None:
        """Ask for the file that the present result is to be written to."""
        if self.answer is None:
            self.status.tell("Search first: what is exported is the present result.")
            return
        self._ask_file()

    def _ask_file(self, name: str = "") -> None:
        self.ask("export to FILE.csv, .jsonl, .md or .html", self._export, name)

    def _export(self, name: str) -> None:
        if name:
            self.status.tell("Exporting …")
            self.run_worker(
                partial(self._write_export, name), thread=True, exclusive=True,
                group="export", exit_on_error=False,
            )  # fmt: skip

    def _write_export(self, name: str) -> None:
        """Write the file; in a thread of its own."""
        from tui.screens.exporting import write_export  # noqa: PLC0415 - start-up

        answer = self.answer
        if answer is None:
            return
        try:
            path, count = write_export(self.archive, answer, name)
        except (ArchiveError, OSError) as error:
            self.app.call_from_thread(self._ask_again_for_file, name, str(error))
            return
        said = f"Wrote {counted(count, 'row')} to {shown(path)}."
        self.app.call_from_thread(self.status.tell, said)

    def _ask_again_for_file(self, name: str, fault: str) -> None:
        """Leave the name to be mended, unless the keys are elsewhere by now."""
        # Whether the line has the focus, Textual knows too late.
        if not self.query_line.is_open:
            self._ask_file(name)
        self.status.tell(fault)
