"""Whether one text is a version of another, or something else under the same path."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from index.words import fold, list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.store import Store

_SHARED = 0.25
"""A story that was rewritten keeps more of its pairs of words, another story fewer."""
_FEW = 8
"""Of a text with fewer words, single ones are compared."""


def alike(one: str, other: str) -> bool:
    """Say whether the shorter text shares a quarter of what is in it with the other."""
    words = [[fold(word) for word in list_words(text)] for text in (one, other)]
    if min(map(len, words)) < _FEW:
        ours, theirs = (set(map(str, found)) for found in words)
    else:
        ours, theirs = ({" ".join(pair) for pair in pairwise(w)} for w in words)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) >= _SHARED * least if least else ours == theirs


def versions(store: Store, paths: Mapping[str, str]) -> dict[str, str]:
    """Of ids that are live no more, give the articles that are versions of them.

    A path alone is no identity: a dump's ids begin anew, a file is written over. What
    was kept of an article stays with it unless its text is there again.
    """
    led = store.successors(paths)
    texts = {
        c.article.id: c.article.text for c in store.clippings({*led, *led.values()})
    }
    return {
        old: new
        for old, new in led.items()
        if old in texts and new in texts and alike(texts[old], texts[new])
    }
