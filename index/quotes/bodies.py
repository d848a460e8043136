"""Which body "the ministry", "the paper" and "the company" mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.quotes.cast import fold
from index.quotes.listed import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAPER: Final = word_set(
    "times post news journal tribune herald gazette telegraph guardian observer "
    "chronicle globe examiner register inquirer mail independent standard courier"
)
_NETWORK: Final = word_set("cnn nbc abc cbs bbc npr pbs msnbc television tv radio")
_COMPANY: Final = word_set(
    "inc corp co ltd llc motors systems airlines airways technologies holdings "
    "partners capital facebook google apple amazon microsoft twitter uber boeing "
    "walmart fedex samsung"
)
_AGENCY: Final = word_set(
    "agency bureau service administration fbi cia nsa irs epa cbo fda cdc fema nasa "
    "tsa dea atf"
)
_KINDS: Final = {
    "newspaper": _PAPER,
    "paper": _PAPER,
    "network": _NETWORK,
    "broadcaster": _NETWORK,
    "company": _COMPANY,
    "firm": _COMPANY,
    "agency": _AGENCY,
}
"""What the names of a kind of body end with."""
_NEAR: Final = 700
"""How far back a reader looks for one of several, in characters."""
_FAR: Final = 3000
"""How far back for the only one."""


def body_called(noun: str, bodies: Sequence[str], text: str, at: int) -> str | None:
    """Give the body of the article that a noun at `at` means, if one is plain."""
    ends = _KINDS.get(noun, frozenset((noun,)))
    known = [body for body in bodies if fold(body.rsplit(" ", 1)[-1]) in ends]
    # Most companies have names that no list holds: only a near one is meant.
    near = ends is _COMPANY or not same_body(known)
    begin = max(0, at - (_NEAR if near else _FAR))
    said = [body for body in known if text.find(body, begin, at) >= 0]
    if not same_body(said):
        return None
    longer = [body for body in known if body.endswith(max(said, key=len))]
    return max(longer, key=len) if same_body(longer) else max(said, key=len)


def same_body(bodies: Sequence[str]) -> bool:
    """Say whether all of several names end in each other."""
    longest = max(bodies, key=len, default="")
    return bool(bodies) and all(longest.endswith(body) for body in bodies)
