"""Speakers as JSON: all of an archive, and the page of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model import SpeakerKind
from tui.cli.shapes.parts import Shape, date

if TYPE_CHECKING:
    from index.archive.speakers import Roll, Share, Speaker, SpeakerPage, Spelling


def roll_head(roll: Roll) -> Shape:
    """Give all counts of an archive's speakers."""
    shares = roll.shares()
    kinds = {kind.value: _share(shares[kind]) for kind in SpeakerKind}
    return {
        "total": roll.total,
        "quotes": roll.quotes,
        "unattributed": roll.unattributed,
        "kinds": {**kinds, "unknown": _share(shares[None])},
    }


def page_head(name: str, page: SpeakerPage) -> Shape:
    """Give who is meant by a name, and how many utterances there are."""
    return {
        "name": name,
        "total": page.total,
        "speakers": [speaker(one) for one in page.speakers],
        "namesakes": [_spelling(other) for other in page.namesakes],
    }


def speaker(one: Speaker) -> Shape:
    """Give a speaker with counts and dates."""
    return {
        "name": one.name,
        "kind": one.kind.value if one.kind else None,
        "count": one.count,
        "found": one.found,
        "first": date(one.first),
        "last": date(one.last),
        "undated": one.undated,
        "variants": [_spelling(variant) for variant in one.variants],
        "also": [_spelling(surname) for surname in one.also],
    }


def _share(share: Share) -> Shape:
    return {"speakers": share.speakers, "quotes": share.quotes}


def _spelling(spelling: Spelling) -> Shape:
    return {"name": spelling.name, "count": spelling.count}
