"""Where sentences begin in a paragraph; abbreviations and initials end none."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(
    r"""[.!?…]+            # the stop
        ["”’'»)\]]*        # marks that close with it
        \s+                # air
        (?=["“‘'«(\[]*[^\W\d_a-zß-öø-ÿ]|["“‘'«(\[]*\d)   # a capital or a figure
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?:^|[\s(“"‘'])
        (?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Rep|Sen|Gov|Pres
        |Rev|Hon|St|Jr|Sr|Messrs|Supt|Insp|Amb|Sec|Dept|Univ|Inc|Corp|Ltd|Co|Bros|vs|No
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|U\.S|U\.K|U\.N
        |[^\W\d_]\.[^\W\d_])$
    """,
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 8


def sentence_starts(paragraph: str) -> list[int]:
    """Give the offset at which each sentence begins; the first is 0."""
    starts = [0]
    for end in _END.finditer(paragraph):
        stop = end.start()
        if paragraph[stop] == "." and end.group().rstrip() == ".":
            before = paragraph[max(0, stop - _LONGEST_ABBREVIATION) : stop]
            if _ABBREVIATION.search(before):
                continue
        starts.append(end.end())
    return starts


def sentence_around(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """Give the run of whole sentences that covers `start` to `end`."""
    starts = sentence_starts(paragraph)
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, max(start, end - 1))
    return starts[max(first, 0)], starts[last] if last < len(starts) else len(paragraph)
