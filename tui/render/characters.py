"""Characters as they may be sent to a terminal: one for one, so that offsets hold."""

from __future__ import annotations

import re

from rich.cells import get_character_cell_size

_RISKY = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_UNEVEN = re.compile(
    "[^\n\r -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u202f-\u205f"
    "\u20a0-\u20bf\u2100-\u214f\u2190-\u21ff\u2500-\u25fc]"
)
TAB_STOP = 8


def _picture(found: re.Match[str]) -> str:
    """Show what would be obeyed: control codes as pictures, the rest as a sign."""
    character = found[0]
    code = ord(character)
    if character in "\n\r\t\x0b\x0c\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character == "\xad":
        return "-"
    if 0xD800 <= code < 0xE000 or 0x80 <= code < 0xA0:
        return "\ufffd"
    # Marks that turn the direction of writing, or are nothing to see, are named only.
    return "\u2027"


def shown(text: str) -> str:
    """Give the text with nothing in it that a terminal obeys; as long as before."""
    return _RISKY.sub(_picture, text)


def is_even(text: str, start: int, end: int) -> bool:
    """Say whether every character takes one cell; a line break counts as one."""
    return _UNEVEN.search(text, start, end) is None


def width_of(character: str) -> int:
    """Give the cells of one character as it is shown."""
    if _RISKY.match(character):
        return 1
    return get_character_cell_size(character)


def cells_of(text: str) -> int:
    """Give the cells of a text without tabs, as it is shown."""
    if is_even(text, 0, len(text)):
        return len(text)
    return sum(map(width_of, text))


def fit(text: str, cells: int) -> str:
    """Give one line of at most so many cells; what is cut is cut with an ellipsis."""
    line = shown(text)
    if len(line) <= cells and is_even(line, 0, len(line)):
        return line
    if cells_of(line) <= cells:
        return line
    kept, used = [], 1
    for character in line:
        used += width_of(character)
        if used > cells:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…" if cells > 0 else ""


def pad(text: str, cells: int) -> str:
    """Give one line of exactly so many cells."""
    line = fit(text, cells)
    return line + " " * (cells - cells_of(line))
