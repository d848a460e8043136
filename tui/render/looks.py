"""Styles as a terminal is told of them, and the shortest way from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.style import Style

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends an attribute; bold and dim end together."""


@dataclass(frozen=True, slots=True)
class Look:
    """Attributes and colours as codes of the terminal."""

    attributes: frozenset[str] = frozenset()
    ink: str = ""
    paper: str = ""

    def after(self, before: Look) -> str:
        """Give the codes that lead here from another look; "" when nothing differs."""
        if self == before:
            return ""
        whole = ";".join(["0", *sorted(self.attributes), *self._colours()])
        lost = before.attributes - self.attributes
        if lost - _OFF.keys() or (before.ink and not self.ink):
            return whole
        if before.paper and not self.paper:
            return whole
        ends = {_OFF[code] for code in lost}
        again = {c for c in self.attributes if _OFF.get(c) in ends}
        parts = [*sorted(ends), *sorted((self.attributes - before.attributes) | again)]
        parts += [self.ink] if self.ink != before.ink else []
        parts += [self.paper] if self.paper != before.paper else []
        short = ";".join(parts)
        return short if len(short) < len(whole) else whole

    def _colours(self) -> list[str]:
        return [colour for colour in (self.ink, self.paper) if colour]


PLAIN = Look()


@lru_cache(maxsize=1024)
def look_of(style: Style | None, colours: ColorSystem) -> Look:
    """Read the codes that Rich writes for a style."""
    if style is None:
        return PLAIN
    codes = style.render("\0", color_system=colours).partition("\0")[0]
    attributes, ink, paper = set(), "", ""
    parts = codes.removeprefix("\x1b[").removesuffix("m").split(";") if codes else []
    while parts:
        code = parts.pop(0)
        if code in ("38", "48"):
            count = 2 if parts[0] == "5" else 4
            code = ";".join([code, *parts[:count]])
            del parts[:count]
        if code.startswith(("3", "9")) and len(code) > 1:
            ink = code
        elif code.startswith(("4", "10")) and len(code) > 1:
            paper = code
        else:
            attributes.add(code)
    # The terminal's own colours are what it starts with.
    return Look(
        frozenset(attributes),
        "" if ink == "39" else ink,
        "" if paper == "49" else paper,
    )
