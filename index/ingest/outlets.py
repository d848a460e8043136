"""Names of outlets: those the world knows, and those that have the shape of one."""

from __future__ import annotations

import re

_KNOWN = (
    "Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|dpa|"
    "TASS|Interfax|RIA Novosti|RIA|Sputnik|RT|Xinhua|Kyodo|Yonhap|Anadolu|"
    "Anadolu Agency|ANSA|EFE|PTI|ANI|IANS|UPI|Ukrinform|Unian|Bloomberg|BBC|"
    "BBC News|CNN|CNBC|NBC News|ABC News|CBS News|Fox News|MSNBC|NPR|PBS|Al Jazeera|"
    "Deutsche Welle|DW|Euronews|RFE/RL|Radio Free Europe/Radio Liberty|VOA|"
    "Voice of America|The Guardian|Politico|Axios|Vox|Meduza|The Economist|"
    "The Independent|The Hill|Newsweek|Time|HuffPost|USA TODAY|Le Monde|Der Spiegel|"
    "El País|Forbes|Financial Times|The Atlantic|The New Yorker|Breitbart|"
    "Kommersant|Izvestia|Vedomosti|The Intercept|BuzzFeed News|Sky News|ITV|"
    "The Conversation|ProPublica|Slate|Salon|Vice|Mother Jones|National Review"
)
KNOWN_OUTLETS = {name.casefold(): name for name in _KNOWN.split("|")}

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
_LONGEST_NAME = 45

_COPYRIGHT = re.compile(
    r"(?:copyright\b|©|\(c\))(?:\s*(?:copyright\b|©|\(c\)))?[\s,]*"
    r"(?:\d{4}(?:\s*[-–—,]\s*\d{2,4})*)?[\s,.:]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^,.;|©\n]{1,50}?)"
    r"(?=\s*(?:[,.;|]|$|\ball rights\b|\binc\b|\bltd\b|\bllc\b|\bno part\b))",
    re.IGNORECASE,
)
_NOT_OWNERS = re.compile(
    r"(?:all rights|reserved|this |the author|image|photo|click|republish)",
    re.IGNORECASE,
)


def is_known_outlet(name: str) -> bool:
    """Say whether this is an outlet or an agency that everybody knows."""
    return name.casefold() in KNOWN_OUTLETS


def has_outlet_shape(name: str) -> bool:
    """Say whether this may be an outlet: two words or more, such as "Harbour Post"."""
    if len(name) > _LONGEST_NAME or is_known_outlet(name):
        return is_known_outlet(name)
    words = name.split()
    if not 2 <= len(words) <= 6 or not all(map(_WORD.match, words)):
        return False
    if not all(w[0].isupper() or w in _SMALL_WORDS for w in words):
        return False
    if any(word.casefold() in _NEVER_IN_NAMES for word in words) or "/" in name:
        return False
    plain = [word.casefold() for word in words if word.casefold() != "the"]
    if len(plain) < 2:
        return False
    # "The Times of Vell", "Radio Kessin", "Harbour Post".
    named_after = " of " in f" {name} " and plain[0] in _LAST_WORDS
    return plain[-1] in _LAST_WORDS or plain[0] in _FIRST_WORDS or named_after


def is_a_papers_name(name: str) -> bool:
    """Say whether this has the shape of an outlet and is no agency for all papers."""
    return has_outlet_shape(name) and not is_known_outlet(name)


def outlet_name(written: str) -> str:
    """Give the name as an outlet writes it: a masthead in capitals is toned down."""
    known = KNOWN_OUTLETS.get(written.casefold())
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
    return found.span("name")
