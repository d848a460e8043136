"""The one line where letters are text: the query, and words to find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from tui.render.characters import cells_of, fit, shown
from tui.render.line import Piece, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from tui.themes import Palette

LEFT = 3
"""Cells before the text."""


class Purpose(StrEnum):
    """What the line is being filled in for."""

    SEARCH = "search"
    NARROW = "narrow"
    FIND = "find"
    FIND_QUOTE = "find_quote"
    ASK = "ask"
    """A name, a note or the like; whoever asks says what for."""


FINDS = frozenset({Purpose.FIND, Purpose.FIND_QUOTE})

_PROMPTS = {
    Purpose.SEARCH: " / ",
    Purpose.NARROW: " \\ ",
    Purpose.FIND: " find ",
    Purpose.FIND_QUOTE: " find in quotations ",
    Purpose.ASK: " ",
}


class QueryLine(Widget, can_focus=True):
    """A line editor without frills; nothing in it blinks."""

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """The text is being changed."""

        text: str
        purpose: Purpose

    @dataclass(eq=False, repr=False)
    class Committed(Message):
        """The text is meant."""

        text: str
        purpose: Purpose

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The line was left as if nothing had been typed."""

        purpose: Purpose

    def __init__(self, palette: Palette) -> None:
        super().__init__(id="query")
        self.palette = palette
        self.purpose = Purpose.SEARCH
        self.text = ""
        self.cursor = 0
        self.is_open = False
        """Whether letters are text just now; known before Textual moves the focus."""
        self.hint = ""
        """What is said while there is no text."""
        self.offers: Sequence[str] = ()
        """What may be meant; up and down go through these, and Tab completes."""
        self._stem = self._completed = ""
        """What was typed before Tab, and what Tab made of it."""
        self._prompt = ""
        self._history: list[str] = []
        self._back = 0
        self._draft = ""

    @property
    def text_starts(self) -> int:
        """Give the column of the first character, as far as it is in sight."""
        return len(self.prompt) - self._scrolled

    @property
    def prompt(self) -> str:
        """Give what stands before the text."""
        return self._prompt or _PROMPTS[self.purpose]

    @property
    def _scrolled(self) -> int:
        if not self.is_open:
            return 0
        room = self.size.width - len(self.prompt) - 2
        return max(0, cells_of(shown(self.text[: self.cursor])) - room)

    def ask(self, prompt: str, text: str = "", offers: Sequence[str] = ()) -> None:
        """Begin to fill in an answer; the reader is offered some."""
        self.begin(Purpose.ASK, text)
        self._prompt, self.offers = f" {prompt} ", offers

    def begin(self, purpose: Purpose, text: str) -> None:
        """Begin to fill in the line."""
        self.purpose, self._prompt, self.offers = purpose, "", ()
        self._back, self._draft, self._completed = 0, text, ""
        self.is_open = True
        self.put(text)
        self.screen.set_focus(self, scroll_visible=False)

    def put(self, text: str) -> None:
        """Show this text, the cursor behind it."""
        self.text, self.cursor = text, len(text)
        self.refresh()

    def rest(self, text: str) -> None:
        """Show the query that stands, while nobody types."""
        self.purpose, self.is_open = Purpose.SEARCH, False
        self._prompt, self.offers = "", ()
        self.put(text)

    def turn(self, palette: Palette) -> None:
        """Draw under another palette."""
        self.palette = palette
        self.refresh()

    def recollect(self, texts: Sequence[str]) -> None:
        """Put queries of earlier days, the latest first, behind those of today."""
        today = [text for text in self._history if text not in texts]
        self._history = [*reversed(texts), *today]

    @property
    def _offered(self) -> str:
        """Give the first offer that begins with what is typed."""
        typed = self.text.casefold()
        if not typed or self.cursor < len(self.text):
            return ""
        found = (it for it in self.offers if it.casefold().startswith(typed))
        return next((it for it in found if len(it) > len(typed)), "")

    def remember(self, text: str) -> None:
        """Keep a query for the up key."""
        if text.strip() and (not self._history or self._history[-1] != text):
            self._history.append(text)

    def render_line(self, y: int) -> Strip:
        """Draw the line; the cursor is a cell turned round."""
        del y
        palette = self.palette
        prompt = (
            self.prompt,
            palette.accent if self.is_open else palette.dim,
        )
        if not self.text and not self.is_open:
            pieces: list[Piece] = [prompt, (self.hint, palette.faint)]
            return line(pieces, self.size.width, palette.text)
        text = shown(self.text) + " "
        start = self._first_shown(text)
        style = palette.strong
        if not self.is_open:
            words = fit(self.text, self.size.width - len(self.prompt) - 1)
            pieces = [prompt, (words, style)]
        else:
            at = max(start, self.cursor)
            before = text[start:at]
            if start:
                before = "…" + before[1:]
            pieces = [
                prompt,
                (before, style),
                (text[at : at + 1], palette.text + palette.hit),
                (text[at + 1 :], style),
                # The cursor stands on the place of the first letter that is offered.
                (shown(self._offered[len(self.text) + 1 :]), palette.faint),
            ]
            if self._offered:
                first = shown(self._offered)[len(self.text)]
                pieces[2] = (first, palette.faint + palette.hit)
        return line(pieces, self.size.width, palette.text)

    def _first_shown(self, text: str) -> int:
        scrolled, start = self._scrolled, 0
        while scrolled > 0 and start < len(text):
            scrolled -= cells_of(text[start])
            start += 1
        return start

    def take(self, event: events.Key) -> bool:
        """Edit the line with a key; say whether the key means anything here."""
        if event.is_printable and event.character:
            self._insert(event.character)
            return True
        return self._edit(event.key)

    def on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted, as one line."""
        self._insert(" ".join(event.text.split()))
        event.stop()

    def _insert(self, characters: str) -> None:
        before, after = self.text[: self.cursor], self.text[self.cursor :]
        self._change(before + characters + after, self.cursor + len(characters))

    def _change(self, text: str, cursor: int) -> None:
        changed = text != self.text
        self.text, self.cursor = text, max(0, min(cursor, len(text)))
        self.refresh()
        if changed:
            self.post_message(self.Changed(text, self.purpose))

    def _edit(self, key: str) -> bool:
        """Do what a key does to the line; say whether it does anything."""
        if key in ("enter", "escape"):
            self._finish(key)
        elif key in ("up", "down"):
            self._recall(1 if key == "up" else -1)
        elif key == "tab":
            self._complete()
        elif (target := self._target(key)) is not None:
            self._change(self.text, target)
        elif (kept := self._cut(key)) is not None:
            before, after = kept
            self._change(before + after, len(before))
        else:
            return False
        return True

    def _finish(self, key: str) -> None:
        self.is_open = False
        self.refresh()
        if key == "escape":
            self.post_message(self.Left(self.purpose))
            return
        if self.purpose is not Purpose.ASK:
            self.remember(self.text)
        self.post_message(self.Committed(self.text, self.purpose))

    def _target(self, key: str) -> int | None:
        """Give where a key puts the cursor."""
        targets = {
            "left": self.cursor - 1,
            "right": self.cursor + 1,
            "home": 0,
            "end": len(self.text),
            "ctrl+e": len(self.text),
        }
        return targets.get(key)

    def _cut(self, key: str) -> tuple[str, str] | None:
        """Give what a key leaves of the text, before and behind the cursor."""
        before, after = self.text[: self.cursor], self.text[self.cursor :]
        match key:
            case "backspace" | "ctrl+h":
                return before[:-1], after
            case "delete" | "ctrl+d":
                return before, after[1:]
            case "ctrl+w":
                words, space, _ = before.rstrip().rpartition(" ")
                return words + space, after
            case "ctrl+u":
                return "", after
            case "ctrl+k":
                return before, ""
            case _:
                return None

    def _complete(self) -> None:
        """Take the first offer that fits what was typed; once more, the next one."""
        if self._completed != self.text:
            self._stem = self.text
        fitting = _fitting(self.offers, self._stem)
        if not fitting:
            return
        at = fitting.index(self.text) + 1 if self.text in fitting else 0
        self._completed = fitting[at % len(fitting)]
        self._change(self._completed, len(self._completed))

    def _recall(self, step: int) -> None:
        """Go through the queries of this session; what was begun is kept."""
        asked = self.purpose is Purpose.ASK
        earlier = list(self.offers)[::-1] if asked else self._history
        # Offers stand below the line as it were: down goes to the first of them.
        step = -step if asked else step
        if self._back == 0:
            self._draft = self.text
        self._back = max(0, min(self._back + step, len(earlier)))
        text = earlier[-self._back] if self._back else self._draft
        self._change(text, len(text))


def _fitting(offers: Sequence[str], typed: str) -> list[str]:
    """Give the offers that begin with this, then those of which another word does."""
    folded = {offer: f" {offer.casefold()}" for offer in offers}
    sought = f" {typed.casefold()}"
    begins = [offer for offer in offers if folded[offer].startswith(sought)]
    holds = [offer for offer in offers if sought in folded[offer]]
    return list(dict.fromkeys([*begins, *holds]))
