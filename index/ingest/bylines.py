"""Bylines: who wrote it, as the line under the headline says."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.ingest.outlets import has_outlet_shape, is_known_outlet

_OPENING = re.compile(
    r"(?:by|(?:written|reported|reporting|story|words|text|report|compiled|posted) by"
    r"|authors?|byline|words|writer)(?P<colon>\s*:)?\s+(?=\S)",
    re.IGNORECASE,
)
_EDITING = re.compile(
    r"[;.,(]?\s*\b(?:additional reporting|editing|edited|reporting|writing|photographs?"
    r"|compiled|published|updated|posted)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r"\s*(?P<sign>,|;|&|\||/|\s-\s|—|–|\band\b|\bwith\b)\s*")
_WHERE = re.compile(r"\s+(?:in|at|for|from|of)\s+\S.*$")
_ROLE = re.compile(
    r"\b(?:staff|correspondent|writer|reporter|editor|editors|columnist|contributor|desk"
    r"|bureau|team|special to|agencies|agency|newsroom|chief|journalist|producer"
    r"|political|senior|associate|analysis|ph\.?d|md|report|dr|photograph\w*)\b",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?:e-?mail:?\s*)?\S+@[\w-]+(?:\.[\w-]+)+$|@\w{2,}$", re.IGNORECASE)
_PARTICLE_LIST = """
de da di do du dos das del della la le van von der den ter ten bin ibn al el
y e
"""
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w’'-]|\.(?=\w|$))*\.?$")
_LONGEST_BYLINE = 160


class Byline(NamedTuple):
    """Places of the authors in a line, and of the outlet it names beside them."""

    authors: tuple[tuple[int, int], ...]
    outlet: tuple[int, int] | None


def read_byline(line: str) -> Byline | None:
    """Read a line that says it is a byline; None if it is something else."""
    if len(line) > _LONGEST_BYLINE:
        return None
    opening = _OPENING.match(line)
    if not opening:
        return None
    editing = _EDITING.search(line, opening.end())
    end = editing.start() if editing else len(line)
    return _read_names(line, opening.end(), end)


def read_bare_byline(line: str) -> Byline | None:
    """Read a line that holds nothing but names, and perhaps where they are."""
    if len(line) > _LONGEST_BYLINE:
        return None
    found = _read_names(line, 0, len(line))
    return found if found and found.authors and not found.outlet else None


def _read_names(line: str, start: int, end: int) -> Byline | None:
    authors: list[tuple[int, int]] = []
    outlet = None
    sign, at = "", start
    listed = bool(re.search(r"\band\b|&", line[start:end]))
    for part_start, part_end, next_sign in _parts(line, at, end):
        part = line[part_start:part_end]
        name_end = part_start + len(_WHERE.sub("", part).rstrip(" .,;:"))
        name = line[part_start:name_end]
        # "By Ana Brandt, New York": after a comma a name is one only in a list.
        is_author = is_person_name(name) and (not authors or sign != "," or listed)
        if is_known_outlet(name) or (authors and has_outlet_shape(name)):
            outlet = outlet or (part_start, name_end)
        elif is_author:
            authors.append((part_start, name_end))
        elif not _is_aside(part, after_author=bool(authors)):
            return None
        sign = next_sign
    return Byline(tuple(authors), outlet) if authors or outlet else None


def _parts(line: str, start: int, end: int) -> list[tuple[int, int, str]]:
    found = []
    for between in _BETWEEN.finditer(line, start, end):
        if between.start() > start:
            found.append((start, between.start(), between["sign"].strip()))
        start = between.end()
    if start < end:
        found.append((start, end, ""))
    return found


def _is_aside(part: str, *, after_author: bool) -> bool:
    """Say whether a part of a byline is a role, a place or an address."""
    if _ROLE.search(part) or EMAIL.match(part):
        return True
    return after_author and len(part.split()) <= 3 and part[:1].isupper()


def is_person_name(words: str) -> bool:
    """Say whether this has the shape of a person's full name."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or len(words) > 50 or _ROLE.search(words):
        return False
    if not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return False
    if parts[0] in {"The", "A", "An", "By", "THE"} or has_outlet_shape(words):
        return False
    return all(
        part in _PARTICLES or (part[0].isupper() and _NAME_WORD.match(part))
        for part in parts
    )
