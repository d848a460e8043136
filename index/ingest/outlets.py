"""Names of outlets: those the world knows, and those that have the shape of one."""

from __future__ import annotations

import re

from index.ingest.given_names import is_given_name
from index.ingest.known_outlets import AGENCY_NAMES, OUTLET_NAMES

_LAST_WORD_LIST = """
advertiser agency argus bulletin chronicle courier daily dispatch echo
enquirer examiner express gazette globe guardian herald independent inquirer insider
journal ledger mail mercury messenger mirror monitor morning news observer
post press record register reporter review sentinel standard star sun
telegraph times today tribune weekly wire
"""
_LAST_WORDS = frozenset(_LAST_WORD_LIST.split())
_FIRST_WORDS = frozenset(
    ["radio", "telegraph", "agence", "agencia", "agenzia", "channel", "daily", "voice"]
)
_SMALL_WORDS = frozenset(["the", "of", "and", "in", "on", "for", "de", "la", "le"])
_NOT_IN_NAMES = """
what you how why to is are will your this that with from not who when all was has
need know latest original courtesy special top breaking by his her their our we no more
"""
_NEVER_IN_NAMES = frozenset(_NOT_IN_NAMES.split())
_WORD = re.compile(r"[^\W\d_][\w’'.&/-]*$")
_SITE = re.compile(
    r"(?:www\.)?[\w-]{2,25}\.(?:com|org|net|info|news|tv|co\.uk|eu|de|fr|ru|ua|in)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 45

_COPYRIGHT = re.compile(
    r"(?:copyright\b|©|\(c\))(?:\s*(?:copyright\b|©|\(c\)))?[\s,]*"
    r"(?:\d{4}(?:\s*[-–—,]\s*\d{2,4})*)?[\s,.:]*(?:by\s+)?"
    r"(?P<name>[^\W\d_](?:[^,.;|©\n]|\.(?=[a-z])){1,50}?)"
    r"(?=\s*(?:[,;|]|\.(?![a-z])|$"
    r"|\ball rights\b|\binc\b|\bltd\b|\bllc\b|\bno part\b))",
    re.IGNORECASE,
)
_NOT_OWNERS = re.compile(
    r"(?:all rights|reserved|this |the author|image|photo|click|republish|getty)"
    # They sell columns to papers; none of them is one.
    r"|.*\b(?:creators|syndicate|features|content agency|productions|writers group)\b",
    re.IGNORECASE,
)


def is_known_outlet(name: str) -> bool:
    """Say whether this is an outlet or an agency that everybody knows."""
    return name.casefold() in OUTLET_NAMES


def is_known_agency(name: str) -> bool:
    """Say whether this is an agency whose stories stand in everybody's paper."""
    return name.casefold() in AGENCY_NAMES


def is_known_paper(name: str) -> bool:
    """Say whether this is a known outlet whose stories stand in no other's pages."""
    return is_known_outlet(name) and not is_known_agency(name)


def has_outlet_shape(name: str) -> bool:
    """Say whether this may be an outlet: two words or more, such as "Harbour Post"."""
    if len(name) > _LONGEST_NAME or is_known_outlet(name):
        return is_known_outlet(name)
    words = name.split()
    if len(words) == 1:
        return _SITE.match(name) is not None
    if not 2 <= len(words) <= 6 or "/" in name or not all(map(_may_be_named, words)):
        return False
    plain = [word.casefold() for word in words if word.casefold() != "the"]
    if len(plain) < 2:
        return False
    # "The Times of Vell", "Radio Kessin", "Harbour Post".
    named_after = " of " in f" {name} " and plain[0] in _LAST_WORDS
    return plain[-1] in _LAST_WORDS or plain[0] in _FIRST_WORDS or named_after


def _may_be_named(word: str) -> bool:
    if not _WORD.match(word) or word.casefold() in _NEVER_IN_NAMES:
        return False
    return word[0].isupper() or word in _SMALL_WORDS


def is_a_papers_name(name: str) -> bool:
    """Say whether this has the shape of an outlet and is no agency for all papers."""
    return has_outlet_shape(name) and not is_known_agency(name)


def outlet_name(written: str) -> str:
    """Give the name as an outlet writes it: a masthead in capitals is toned down."""
    known = OUTLET_NAMES.get(written.casefold())
    if known:
        return known
    words = written.split()
    # Short words in capitals may be initials: USA, ABC.
    if (
        written.isupper()
        and len(words) > 1
        and all(len(w) > 3 or w in {"THE", "OF"} for w in words)
    ):
        toned = written.title()
        return toned.replace(" Of ", " of ").replace(" The ", " the ")
    return " ".join(words)


def copyright_owner(line: str) -> tuple[int, int] | None:
    """Give the place of the outlet in a copyright line, if the line names one."""
    found = _COPYRIGHT.search(line)
    if not found or _NOT_OWNERS.match(found["name"]):
        return None
    # A columnist keeps the rights to a column; that names no paper.
    if is_given_name(found["name"].partition(" ")[0]):
        return None
    return found.span("name")
