"""Where sentences begin in a paragraph; abbreviations and initials end none."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_END = re.compile(
    # One class of characters stands first, so that the search can jump to the next.
    r"""[.!?…。！？](?:
        (?<=[.!?…])[.!?…]*  # the stop
        ["”’'»)\]]*        # marks that close with it
        \s+                # air
        (?=["“‘'«(\[]*([^\W_]))    # a capital, a figure, or a script without capitals
      | (?<=[。！？])[。！？]*[”’」』）]*()  # stops that no air follows
    )""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?:^|[\s(“"‘'])
        (?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Rep|Sen|Gov|Pres
        |Rev|Hon|St|Jr|Sr|Messrs|Supt|Insp|Amb|Sec|Dept|Univ|Inc|Corp|Ltd|Co|Bros|vs
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|U\.S|U\.K|U\.N
        |[^\W\d_]\.[^\W\d_])$
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"\bNo$")
_LONGEST_ABBREVIATION = 8


def sentence_starts(paragraph: str) -> list[int]:
    """Give the offset at which each sentence begins; the first is 0."""
    starts = [0]
    for end in _END.finditer(paragraph):
        following = end[1] or ""
        if following.islower() or _is_shortened(paragraph, end, following):
            continue
        if end.end() < len(paragraph):
            starts.append(end.end())
    return starts


def _is_shortened(paragraph: str, end: re.Match[str], following: str) -> bool:
    """Say whether the stop belongs to an abbreviation: Mr. Smith, No. 10."""
    if end.group().rstrip() != ".":
        return False
    before = paragraph[max(0, end.start() - _LONGEST_ABBREVIATION) : end.start()]
    if _ABBREVIATION.search(before):
        return True
    return following.isdigit() and _NUMBER.search(before) is not None


def sentence_around(
    paragraph: str,
    start: int,
    end: int,
    *,
    starts_of: Callable[[str], list[int]] = sentence_starts,
) -> tuple[int, int]:
    """Give the run of whole sentences that covers `start` to `end`.

    Who asks again about the same paragraph gives a `starts_of` that remembers.
    """
    starts = starts_of(paragraph)
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, max(start, end - 1))
    return starts[max(first, 0)], starts[last] if last < len(starts) else len(paragraph)
