"""Keys as a cat on the keyboard would press them, if it knew all of them."""

from __future__ import annotations

import random
import string

from tui.actions import ACTIONS

_BYTES = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "home": "\x1b[H", "end": "\x1b[F",
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b",
    "space": " ", "backspace": "\x7f",
}  # fmt: skip
_LEAVING = {"quit", "interrupt"}
_ODD = (
    "\x1b[200~pasted\nwords\x1b[201~", "\x1b[3~", "\x1bOP", "\x1b[1;5C", "é", "東",
    "🙂", "\x01", "\x05", "\x17", "\x15", "\x0b", "\x00", "\x1b[I", "\x1b[O",
)  # fmt: skip
_SHAPES = (
    "{a}", "{a} {b}", '"{a} {b}"', "{a}*", "{p}*", "*{s}", "{a}~", "{a} ~5 {b}",
    "{a} &s {b}", "{a} &p {b}", "{a} -{b}", "({a} | {b}) {c}", "={A}", "many:3 {a}",
    "by:{a}", "about:{a}", "quote:{a}", "by:* {a}", "kind:direct {a}", "neg:yes",
    "conf:0.9 {a}", "title:{a}", "outlet:{a}", "date:2016", "date:2015..2016 {a}",
    "after:2016-06 {a}", "is:read", "is:unread {a}", "is:starred", "undated {a}",
    "in:raw {a}", "{a} >3 {b}", "is:noted", "url:{a}", "({a}", "date:2016-99", "*",
)  # fmt: skip
_LETTERS = [letter for letter in string.printable[:95] if letter != "Q"]
_SIZES = ((100, 30), (80, 24), (130, 40), (60, 16), (200, 55), (40, 12), (101, 31))


def bytes_of(key: str) -> str:
    """Give what a terminal sends for a key of the keymap."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    return _BYTES.get(key, key)


class Typist:
    """Draws keys by chance; the same seed gives the same keys."""

    def __init__(self, seed: int, words: list[str]) -> None:
        self._chance = random.Random(seed)
        self._words = words
        keys = {k: a.id for a in ACTIONS for k in a.keys if a.id not in _LEAVING}
        keys.pop("ctrl+z", None)  # a shell would be needed; see the signals
        self._keys = [bytes_of(key) for key in keys]

    def next(self) -> str | tuple[int, int]:
        """Give some keys that come at once, or another size for the window."""
        draw = self._chance.choices(_DRAWS, _WEIGHTS)[0]
        return draw(self)

    def _actions(self) -> str:
        return self._some(self._keys, 4)

    def _search(self) -> str:
        return "1/" + self.query() + self._chance.choice(("\r", "\r", "\x1b", ""))

    def _letters(self) -> str:
        return self._some(_LETTERS, 6)

    def _moves(self) -> str:
        return self._some(list(_BYTES.values()), 8)

    def _leaves(self) -> str:
        return self._some(["\r", "\x1b", "q"], 2)

    def _odd(self) -> str:
        return self._chance.choice(_ODD)

    def _size(self) -> tuple[int, int]:
        return self._chance.choice(_SIZES)

    def query(self) -> str:
        """Give a query, not always a right one."""
        a, b, c = (self._chance.choice(self._words) for _ in range(3))
        shape = self._chance.choice(_SHAPES)
        return shape.format(a=a, b=b, c=c, A=a.title(), p=a[:3], s=a[-3:])

    def _some(self, keys: list[str], most: int) -> str:
        count = self._chance.randint(1, most)
        return "".join(self._chance.choice(keys) for _ in range(count))


_DRAWS = (
    Typist._actions, Typist._search, Typist._letters, Typist._moves, Typist._leaves,
    Typist._odd, Typist._size,
)  # fmt: skip
_WEIGHTS = (62, 10, 8, 10, 7, 1.5, 1.5)
