"""Word lists as they are written down: words between blanks."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(listed.split())
