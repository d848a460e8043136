"""How things look: weights before colours, one accent, one hue a speaker.

Every meaning that a palette gives by colour has a sign beside it in the text.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles of one theme, by what they say."""

    name: str
    dark: bool
    native: bool
    """Whether the colours are those of the terminal itself."""
    background: str
    """As the stylesheet writes it."""
    text: Style
    dim: Style
    """Said beside the matter: outlets, dates, keys' labels."""
    faint: Style
    """Not the matter: boilerplate, captions."""
    strong: Style
    title: Style
    made_up: Style
    accent: Style
    rule: Style
    rule_here: Style
    """The rule of the pane that has the focus."""
    cursor: Style
    """The row under the cursor."""
    hit: Style
    hit_here: Style
    label: Style
    """Letters to be typed to go where they stand."""
    fault: Style
    here: Style
    """Laid over the quotation that is the current one."""
    indirect: Style
    """Laid over words that are reported without marks."""
    voices: tuple[Style, ...]
    """One hue a speaker."""
    nobody: Style
    """The hue of a speaker nobody names."""

    def voice(self, number: int | None) -> Style:
        """Give the hue of a speaker by number; there are fewer hues than speakers."""
        if number is None:
            return self.nobody
        return self.voices[number % len(self.voices)]


def _palette(
    name: str, looks: Mapping[str, str], voices: str, **how: object
) -> Palette:
    """Read a palette from styles as Rich writes them, all on one background."""
    ground = Style.parse(looks["text"])
    plain = Style(bgcolor=ground.bgcolor) if ground.bgcolor else Style()
    overlays = {"here", "indirect"}
    styles = {
        field.name: Style.parse(looks[field.name])
        if field.name in overlays
        else plain + Style.parse(looks[field.name])
        for field in fields(Palette)
        if field.name in looks
    }
    hues = tuple(plain + Style.parse(hue) for hue in voices.split(", "))
    return Palette(name=name, voices=hues, **styles, **how)  # type: ignore[arg-type]


# Colours lie on the cube of 256, so that terminals without true colour show the same.
_DARK = {
    "text": "#d0d0d0 on #1c1c1c",
    "dim": "#949494",
    "faint": "#767676",
    "strong": "bold #eeeeee",
    "title": "bold #ffffff",
    "made_up": "italic #d0d0d0",
    "accent": "bold #d7af5f",
    "rule": "#444444",
    "rule_here": "#d7af5f",
    "cursor": "bold #ffffff on #303030",
    "hit": "#1c1c1c on #d7af5f",
    "hit_here": "bold #1c1c1c on #ffd787",
    "label": "bold #1c1c1c on #5fd7ff",
    "fault": "bold #ff8787",
    "nobody": "#b2b2b2",
    "here": "bold on #303030",
    "indirect": "dim",
}
_LIGHT = {
    "text": "#303030 on #ffffff",
    "dim": "#6c6c6c",
    "faint": "#8a8a8a",
    "strong": "bold #121212",
    "title": "bold #000000",
    "made_up": "italic #303030",
    "accent": "bold #af0000",
    "rule": "#c6c6c6",
    "rule_here": "#af0000",
    "cursor": "bold #000000 on #eeeeee",
    "hit": "#ffffff on #af0000",
    "hit_here": "bold #ffffff on #5f0000",
    "label": "bold #ffffff on #005faf",
    "fault": "bold #d70000",
    "nobody": "#585858",
    "here": "bold on #eeeeee",
    "indirect": "dim",
}
_ANSI = {
    "text": "default on default",
    "dim": "dim",
    "faint": "dim",
    "strong": "bold",
    "title": "bold",
    "made_up": "italic",
    "accent": "bold yellow",
    "rule": "dim",
    "rule_here": "yellow",
    "cursor": "bold",
    "hit": "reverse",
    "hit_here": "bold reverse yellow",
    "label": "bold reverse magenta",
    "fault": "bold red",
    "nobody": "default",
    "here": "bold",
    "indirect": "dim",
}
_MONO = {
    **_ANSI,
    "accent": "bold",
    "rule_here": "bold",
    "hit_here": "bold underline reverse",
    "label": "bold reverse",
    "fault": "bold reverse",
}

DARK = _palette(
    "dark", _DARK,
    "#5fafff, #ffaf5f, #5fd7af, #d787d7, #d7d75f, #ff875f",
    dark=True, native=False, background="#1c1c1c",
)  # fmt: skip
LIGHT = _palette(
    "light", _LIGHT,
    "#005faf, #af5f00, #00875f, #87005f, #5f5f00, #d75f00",
    dark=False, native=False, background="#ffffff",
)  # fmt: skip
ANSI = _palette(
    "ansi", _ANSI,
    "cyan, magenta, green, yellow, bright_blue, red",
    dark=True, native=True, background="ansi_default",
)  # fmt: skip
MONO = _palette(
    "mono", _MONO, "default",
    dark=True, native=True, background="ansi_default",
)  # fmt: skip

PALETTES = {palette.name: palette for palette in (DARK, LIGHT, ANSI, MONO)}

_FEW_COLOURS = ("screen", "linux", "xterm", "vt100", "vt220", "ansi")


def choose(name: str, environ: Mapping[str, str]) -> Palette:
    """Give the palette of this name; "auto" looks at the terminal.

    NO_COLOR wins over everything; over SSH the terminal's own colours are taken.
    """
    if environ.get("NO_COLOR"):
        return MONO
    if name in PALETTES:
        return PALETTES[name]
    if environ.get("SSH_CONNECTION") or environ.get("TERM", "") in _FEW_COLOURS:
        return ANSI
    return DARK
