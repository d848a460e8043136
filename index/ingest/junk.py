"""Lines that are furniture of a page and no part of the story, known by their words.

Rather too few than too many: what is taken for furniture is not searched.
"""

from __future__ import annotations

import re

from index.ingest.credits import CONTRIBUTORS, is_caption
from index.model import ZoneKind

_LONGEST = 600
_BARE = re.compile(r"[^\w’'&]+")

_BUTTONS = frozenset(
    """advertisement|advertisement advertisement|ad|ads|sponsored|sponsored content
    |story continued below|story continues below|story continues below advertisement
    |article continues below|article continues below advertisement
    |continue reading below|continue reading|continue reading the main story
    |advertisement continue reading the main story|skip advertisement|close|loading
    |share|print|email|tweet|comments|comment|discuss|leave a comment|post a comment
    |view comments|show comments|link copied|copy link|share this|share this article
    |share this story|save|save article|follow us|sign in|log in|register|subscribe
    |subscribe now|newsletter|newsletters|newsletter sign up|sign up|pullquote|whatsapp
    |facebook|twitter|reddit|linkedin|pocket|youtube|instagram|telegram|flipboard
    |back to top|manage newsletters|reprints|add interest|toggle caption|get the app
    |play video|watch live|listen now|most read|trending|this story has been updated
    |download the app|copyright|all rights reserved|reuse this content
    |share this with|more sharing options|our standards|purchase licensing rights
    |photo|photos|video|videos|slide show|slideshow|music|audio clip|story highlights
    |your message has been sent successfully|read in app|gift this article
    |view as single page|printer friendly version|text size
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_MENU_WORD_LIST = """
share this article story post tweet email e-mail print save comment comments
facebook twitter whatsapp pocket reddit linkedin telegram pinterest copy
link on via to follow us like discuss
"""
_MENU_WORDS = frozenset(_MENU_WORD_LIST.split())
_MENU_SIGN_LIST = """
share tweet print follow facebook whatsapp comments
"""
_MENU_SIGNS = frozenset(_MENU_SIGN_LIST.split())


def _opening(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_INVITATION = (
    r".*\b(?:newsletters?|inbox|e-?mails?|briefing|alerts?|updates|daily|weekly|free"
    r"|here|stories)\b"
)
# Keyed by the first word, so that an ordinary paragraph costs one look-up.
_BOILERPLATE = {
    "sign": _opening(
        rf"sign up (?:for|to|here|now|today|at|below)\b{_INVITATION}",
        r"sign up (?:for|here|now|below)\b.{0,60}$",
    ),
    "subscribe": _opening(r"subscribe (?:to|now|here|today|for|on)\b"),
    "get": _opening(
        r"get (?:the|our|your|all|breaking|more|real-time|weekly|daily|a)\b"
        r".*\b(?:inbox|newsletters?|delivered|\bapp\b|alerts|sign up)\b"
    ),
    "follow": _opening(
        r"follow (?:us\b|@|.{1,80}\b(?:on|at) (?:twitter|x|facebook|instagram))"
    ),
    "like": _opening(r"like us on facebook"),
    "join": _opening(
        r"join (?:us on (?:facebook|twitter)|the conversation"
        r"|our (?:channel|newsletter))"
    ),
    "click": _opening(
        r"click (?:here\b(?![,.]?[”\"])|for more\b"
        r"|to (?:get|sign|subscribe|read|watch|enlarge)\b)"
    ),
    "copyright": _opening(r"copyright\s*(?:©|\(c\)|\d{4}|by\b)"),
    "c": _opening(r"\(c\)\s*(?:copyright\s*)?\d{4}"),
    "read": _opening(r"read or share this story"),
    "contact": _opening(
        r"contact (?:us|the (?:author|writer|reporter)) (?:at|by|on)\b"
    ),
    "got": _opening(r"got a (?:tip|story|news tip)\b"),
    "support": _opening(r"support (?!for\b).{0,40}\bjournalism\b"),
    "donate": _opening(r"donate (?:now|today|here|to)\b"),
    "this": _opening(
        r"this (?:article|story) is more than \w+ (?:years?|months?) old",
        r"this (?:article|story|post|column|piece) (?:was )?(?:originally |first )+"
        r"(?:published|appeared)\b.{0,120}$",
        r"this (?:site|website|page) (?:uses cookies|is protected by)",
        r"this material may not be published",
        r"this is a rush transcript\b",
    ),
    "originally": _opening(r"originally published (?:by|in|on|at)\b.{0,80}$"),
    "slideshow": _opening(r"slideshow \(\d+ images?\)$"),
    "listen": _opening(
        r"listen to article\b.{0,80}$",
        r"listen to .{1,80}\bwherever you (?:listen|get)\b",
    ),
    "all": _opening(r"all sharing options for\b"),
    "share": _opening(r"share (?:this (?:article|story)|all sharing options for)\b"),
    "send": _opening(
        r"send (?:letters|tips|a tip|your (?:letters|tips|comments)) to\b"
    ),
    "vote": _opening(r"vote (?:here )?now\b.{0,30}$"),
    # The player of a film, its markup left in the text.
    "poster": _opening(r"poster=\S*https?:"),
    "next": _opening(r"next image \d+ of \d+$"),
    "prev": _opening(r"prev image \d+ of \d+$"),
    "download": _opening(r"download (?:the|our)\b.{0,60}\bapp\b"),
    "we": _opening(r"we use cookies\b"),
    "by": _opening(
        r"by (?:clicking|signing up|continuing|subscribing|entering)\b"
        r".{0,40}\byou\b.*\bagree"
    ),
    "for": _opening(
        r"for (?:more|the latest) .{1,60}"
        r"\b(?:visit|click|follow|subscribe|sign up)\b.{0,80}$"
    ),
    "visit": _opening(
        r"visit .{1,60}\b(?:homepage|website) for more\b",
        r"visit \S+\.(?:com|org|net|co\.uk) for\b.{0,80}$",
    ),
    "content": _opening(r"content created by the daily caller news foundation"),
    "thank": _opening(r"thank you for (?:signing up|subscribing)\b"),
    "the": _opening(r"the (?:views|opinions) expressed (?:in|by|here)\b"),
    "want": _opening(r"want .{1,100}\b(?:inbox|newsletter|sign up)\b"),
    "don’t": _opening(r"don[’']t see the (?:graphic|video|map)\b"),
    "interested": _opening(r"interested in .{1,60}\? add .{1,60} as an interest"),
    "let": _opening(r"let our news meet your inbox"),
    "daily": _opening(r"daily .{1,60}\bdelivered to your inbox\b"),
}
_RELATED = _opening(
    r"(?:see also|see related|also see|read also|also read|read more|read next|read"
    r"|related|related (?:stories|story|articles?|news|coverage|links?|content)"
    r"|recommended|must read|don[’']t miss|go deeper|further reading|more"
    r"|more on this(?: story)?|more (?:from|on|coverage) .{1,40}"
    r"|watch|watch (?:more|now|also)|listen|video|photos|gallery"
    r"|full coverage|full story)\s*[:»]+\s*",
    r"(?:read more|see also|also read|more on this"
    r"|related (?:stories|articles?))[\s.…]*$",
    r"\( ?(?:photos|see also|also on|related|read|more|watch)\b[^()]*\)$",
)
_RELATED_WORD_LIST = """
see also read related recommended must don’t don't go further more watch
listen video photos gallery full
"""
_RELATED_WORDS = frozenset(_RELATED_WORD_LIST.split())
_RIGHTS = re.compile(
    r".*(?:(?<![“\"'‘])all rights reserved|©\s*(?:copyright\s*)?\d{4})", re.IGNORECASE
)
_NEWSLETTER = re.compile(
    r"(?:.*[.!?:*]\s*)?(?:sign up|subscribe|want|get)\b.*"
    r"\b(?:newsletters?|inbox|every day\?|here)\b"
    r"|.*newsletters?\b.*[.!?:]\s*(?:sign up|subscribe)\b"
    r"|for .{5,120}, subscribe to .{3,60} newsletters?$",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r".{0,160}\bclick here[.!]?$"
    # A poll that sells an address list is no part of the story it stands in.
    r"|.{5,120}\? ?vote (?:here )?now\b.{0,30}$",
    re.IGNORECASE,
)
_PROMPT_SIGNS = (
    "lick here",
    "CLICK HERE",
    "ote now",
    "ote Now",
    "ote Here",
    "ote here",
)
_LATER_SIGNS = (
    (("eporting ", "ontribut", "based in part"), CONTRIBUTORS, ZoneKind.BYLINE),
    (("©", "ights reserved", "RIGHTS RESERVED"), _RIGHTS, ZoneKind.BOILERPLATE),
    (("ign up", "ubscribe", "ewsletter"), _NEWSLETTER, ZoneKind.BOILERPLATE),
)
_AGE = re.compile(
    r"\d+ (?:years?|months?|weeks?|days?|hours?|minutes?|mins?) (?:ago|read)$"
)
_FIRST_WORD = re.compile(r"(?:[^\w©]|_)*([^\W_][\w’']*|©)")


def junk_kind(words: str) -> ZoneKind | None:
    """Say what kind of furniture a line is; None for everything that may be story."""
    if len(words) > _LONGEST:
        return None
    first = _FIRST_WORD.match(words)
    if first is None or _is_button(words) or _is_prompt(words):
        return ZoneKind.BOILERPLATE
    word = first[1].casefold()
    if is_caption(words, word):
        return ZoneKind.CAPTION
    if word in _RELATED_WORDS and _RELATED.match(words):
        return ZoneKind.RELATED
    rule = _BOILERPLATE.get(word)
    if rule is not None and rule.match(words, first.start(1) - (word == "c")):
        return ZoneKind.BOILERPLATE
    return _by_its_end(words)


def _by_its_end(words: str) -> ZoneKind | None:
    """Judge the lines that only their later words give away."""
    for signs, rule, kind in _LATER_SIGNS:
        for sign in signs:
            # Looking for a word is many times cheaper than trying a pattern.
            if sign in words and rule.match(words):
                return kind
    return None


def mentions_newsletter(words: str) -> bool:
    """Say whether a line beside an invitation to sign up belongs to it."""
    return len(words) < 200 and bool(re.search(r"\b(?:newsletter|inbox)\b", words))


def _is_prompt(words: str) -> bool:
    """Say whether a line wants to be clicked."""
    if len(words) > 180 or not any(sign in words for sign in _PROMPT_SIGNS):
        return False
    return _PROMPT.match(words) is not None


def _is_button(words: str) -> bool:
    """Say whether the whole line is a button, a menu or an age ("6 years ago")."""
    if len(words) > 80:
        return False
    bare = _BARE.sub(" ", words).strip().casefold()
    if bare in _BUTTONS or _AGE.match(bare):
        return True
    said = set(bare.split())
    return len(said) > 1 and said <= _MENU_WORDS and bool(said & _MENU_SIGNS)
