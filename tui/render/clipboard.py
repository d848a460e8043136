"""Copy through the terminal (OSC 52), which is all there is over SSH."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 74_000
"""Bytes of the sequence's payload that terminals are known to take."""


def sequence(text: str, environ: Mapping[str, str]) -> str | None:
    """Give what makes the terminal copy; None when the text is too large for it.

    screen passes it on only when it is wrapped. tmux takes it plain where
    `set-clipboard` is on and wrapped where `allow-passthrough` is: it gets both.
    """
    payload = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(payload) > LARGEST:
        return None
    copy = f"\x1b]52;c;{payload}\x07"
    if environ.get("TMUX"):
        return f"{copy}\x1bPtmux;{copy.replace(chr(27), chr(27) * 2)}\x1b\\"
    if environ.get("STY"):
        pieces = [copy[at : at + 240] for at in range(0, len(copy), 240)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return copy
