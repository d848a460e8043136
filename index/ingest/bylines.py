"""Bylines: who wrote it, as the line under the headline says."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.ingest.given_names import is_given_name
from index.ingest.outlets import has_outlet_shape, is_known_outlet
from index.ingest.places import is_place

_OPENING = re.compile(
    r"\(?(?:(?P<name_only>from)"
    r"|by|(?:written|reported|reporting|story|words|text|report|compiled|posted|analysis"
    r"|opinion|commentary|review|interview) by"
    r"|authors?|byline|words|writer)(?:\s*:)?\s+(?=\S)",
    re.IGNORECASE,
)
_EDITING = re.compile(
    r"(?:\s*\(\s*|\s+)@\w.*"
    r"|[;.,(]?\s*\b(?:additional reporting|editing|edited|reporting|writing"
    r"|photographs?|produced|compiled|published|updated|posted)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(
    r"\s*(?P<sign>,|;|&|\||/|\s-\s|—|–|\s\((?=[^()]+\)$)|(?i:\band\b|\bwith\b))\s*"
)
_LISTED = re.compile(r"\b(?i:and)\b|&")
_WHERE = re.compile(
    r"\s+(?:in|at|for|from|of)\s+\S.*$"
    r"|\s+[Ss]pecial\s+(?:[Tt]o|[Ff]or)\s+\S.*$"
    r"|(?:\s+(?:Staff|Senior|Chief|Political|Opinion|Guest|National|Contributing))+"
    r"\s+(?:Writer|Reporter|Correspondent|Columnist|Contributor|Editor)s?$"
    r"|\s+For\s+(?:[Tt]he\s+)?[A-Z].*$"
    r"|\s+on\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b.*$"
)
_PLACED = re.compile(r" in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?:$| and\b|,)")
_HONOUR = re.compile(
    r"(?:the\s+)?(?i:rev|dr|mr|mrs|ms|prof|fr|sir|dame|lord|lady)\b\.?\s+"
    # "BBC security correspondent Ana Brandt".
    r"|(?:[A-Z][\w&]+(?:[’']s)?\s+)?(?:[a-z-]+\s+){0,3}"
    r"(?:correspondent|editor|reporter|writer|columnist|producer)\s+(?=[A-Z])"
)
_ROLE = re.compile(
    r"\b(?:staff|correspondent|writer|reporter|editor|editors|columnist|contributor|desk"
    r"|bureau|team|special to|agencies|agency|newsroom|chief|journalist|producer"
    r"|political|senior|associate|analysis|board|wires?|reports|services|ph\.?d|md|report|republic|network"
    r"|photograph\w*|images|video)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|USA) ){0,3}(?:(?:opinion|guest|staff|special|senior|political"
    r"|contributing|national|foreign|white house) ){1,2}"
    r"(?:contributor|columnist|writer|correspondent|reporter|editor)s?$"
    r"|special (?:to|for) (?:the )?[A-Z][\w .’'-]{2,30}$",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?:e-?mail:?\s*)?\S+@[\w-]+(?:\.[\w-]+)+$|@\w{2,}$", re.IGNORECASE)
_EMAILS = re.compile(r"\S+@\S+(?:[,;\s]+\S+@\S+)+$")
_PARTICLE_LIST = """
de da di do du dos das del della la le van von der den ter ten bin ibn al el
y e
"""
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_NOT_IN_PEOPLE = """
the a an by with and or of for to in on at from is are was not it its his her our
their your my this that what who why how when as but no new news
"""
_NEVER_IN_PEOPLE = frozenset(_NOT_IN_PEOPLE.split())
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
    # "From Russia With Love" opens like "From Tomas Reyl in Kessin".
    if opening["name_only"] and line.endswith(":"):
        return None
    if opening["name_only"]:
        return _read_names(line, opening.end(), len(line), names_only=True)
    editing = _EDITING.search(line, opening.end())
    return _read_names(line, opening.end(), editing.start() if editing else len(line))


def read_bare_byline(line: str) -> Byline | None:
    """Read a line that holds nothing but names, and perhaps where they are."""
    if len(line) > _LONGEST_BYLINE or line.endswith((":", ".", "?", "!")):
        return None
    found = _read_names(line, 0, len(line), names_only=True)
    if found is None or any(_is_long(line[a:b]) for a, b in found.authors):
        return None
    return found


def names_people(line: str) -> bool:
    """Say whether a line holds names only, the first of them a person's for certain."""
    if not is_given_name(line.partition(" ")[0]) or "/" in line:
        return False
    return read_bare_byline(line) is not None


def says_where(line: str) -> bool:
    """Say whether the names in a line come with a place: "Ana Brandt in Tessel"."""
    return _PLACED.search(line) is not None


def _is_long(name: str) -> bool:
    return len(name.split()) > 3


def is_position(line: str) -> bool:
    """Say whether a line is what stands under an author's name: Staff Writer."""
    of_outlet = line.endswith((" Staff", " staff")) and is_known_outlet(line[:-6])
    return of_outlet or _POSITION.match(line) is not None


def is_address(line: str) -> bool:
    """Say whether a line holds nothing but the authors' addresses."""
    return bool(EMAIL.match(line) or _EMAILS.match(line))


def _read_names(
    line: str, start: int, end: int, *, names_only: bool = False
) -> Byline | None:
    authors: list[tuple[int, int]] = []
    outlet, sign = None, ""
    listed = bool(_LISTED.search(line, start, end))
    for part_start, part_end, next_sign in _parts(line, start, end):
        first, last = _name_place(line, part_start, part_end)
        name = line[first:last]
        # "By Ana Brandt, New York": after a comma a name is one only in a list, or
        # with a given name that is no place's.
        may_be_author = not authors or sign != "," or listed or _is_given(name)
        tail = _outlet_after_name(name)
        if tail and may_be_author:
            authors.append((first, first + tail - 1))
            outlet = outlet or (first + tail, last)
        elif is_known_outlet(name) or (
            authors and has_outlet_shape(name) and not is_position(name)
        ):
            outlet = outlet or (first, last)
        elif may_be_author and is_person_name(name):
            authors.append((first, last))
        elif names_only or not _is_aside(
            line[part_start:part_end], after_author=bool(authors)
        ):
            return None
        sign = next_sign
    if names_only and (not authors or not _is_known(line, outlet)):
        return None
    if not authors and not outlet and not _is_staff(line[start:end]):
        return None
    return Byline(tuple(authors), outlet)


def _is_given(name: str) -> bool:
    return is_given_name(name.partition(" ")[0]) and not is_place(name)


def _is_known(line: str, outlet: tuple[int, int] | None) -> bool:
    return outlet is None or is_known_outlet(line[slice(*outlet)])


def _outlet_after_name(name: str) -> int | None:
    """Give where the outlet starts in "Ana Brandt CNN", if there is one."""
    words = name.split(" ")
    for first in range(2, min(len(words), 4)):
        outlet = " ".join(words[first:])
        if is_known_outlet(outlet) and is_person_name(" ".join(words[:first])):
            return len(name) - len(outlet)
    return None


def _is_staff(words: str) -> bool:
    """Say whether nobody is named: "By Harbour Staff"."""
    said = words.removeprefix("the ").split()
    names = [word for word in said if word != "and"]
    return len(said) <= 4 and words[-1] != "." and all(w[0].isupper() for w in names)


def _parts(line: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Cut a list of names; each part comes with the sign that follows it."""
    found = []
    for between in _BETWEEN.finditer(line, start, end):
        if between.start() > start:
            found.append((start, between.start(), between["sign"].strip()))
        start = between.end()
    if start < end:
        found.append((start, end, ""))
    return found


def _name_place(line: str, start: int, end: int) -> tuple[int, int]:
    """Give where the name stands in a part: after "Rev.", before "in Tessel"."""
    honour = _HONOUR.match(line, start, end)
    start = honour.end() if honour else start
    name = _WHERE.sub("", line[start:end]).rstrip(" ,;:)")
    if not name.endswith(("Jr.", "Sr.", "JR.", "SR.")):
        name = name.rstrip(" .,;:")
    return start, start + len(name)


def _is_aside(part: str, *, after_author: bool) -> bool:
    """Say whether a part of a byline is a role, a place or an address."""
    if _ROLE.search(part) or EMAIL.match(part):
        return True
    said = part.removeprefix("for ").removeprefix("in ").removeprefix("at ")
    return after_author and len(said.split()) <= 3 and said[:1].isupper()


def is_person_name(words: str) -> bool:
    """Say whether this has the shape of a person's full name."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or len(words) > 50 or _ROLE.search(words):
        return False
    if not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return False
    if is_known_outlet(parts[0]):
        return False
    if not _NEVER_IN_PEOPLE.isdisjoint(map(str.casefold, parts)):
        return False
    if has_outlet_shape(words) or any(p.endswith(("'s", "’s")) for p in parts):
        return False
    return all(
        part in _PARTICLES or (part[0].isupper() and _NAME_WORD.match(part))
        for part in parts
    )
