"""Cited words as they are printed: nothing that a screen obeys, shortened when long."""

from __future__ import annotations

import re

_RISKY = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""What turns the direction of writing, or is obeyed by a terminal."""

_LINE_ENDS = re.compile("[\x85\u2028\u2029]")

_LONGEST = 600
_HEAD = 360
_TAIL = 160


def printable(text: str) -> str:
    """Give a text with a sign for each character that must not be printed."""
    return _RISKY.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def in_line(text: str) -> str:
    """Give a text on one line."""
    return " ".join(printable(text).split())


def shortened(words: str) -> tuple[str, int]:
    """Give the words, cut in the middle if they are long, and how many are left out.

    What is left out is counted in characters, and the cut says so.
    """
    if len(words) <= _LONGEST:
        return words, 0
    head, tail = words[:_HEAD], words[-_TAIL:]
    head = head[: _space_before(head)]
    tail = tail[_space_after(tail) :]
    left_out = len(words) - len(head) - len(tail)
    return f"{head} [… {left_out:,} characters left out …] {tail}", left_out


def _space_before(head: str) -> int:
    """Give where the last whole word ends, if words there have ends at all."""
    at = max(head.rfind(" "), head.rfind("\n"))
    return at if at > len(head) // 2 else len(head)


def _space_after(tail: str) -> int:
    at = tail.find(" ") + 1
    return at if at < len(tail) // 2 else 0
