"""Captions and credits: lines that belong to a picture, or name who helped."""

from __future__ import annotations

import re

_AGENCIES = (
    r"(?:getty(?: images)?|reuters|ap|ap photos?|associated press|afp|epa|pixabay"
    r"|shutterstock|istock(?:photo)?|alamy|zuma press|wikimedia(?: commons)?|flickr"
    r"|upi|tass|dpa|pa(?: (?:wire|media))?|bloomberg|xinhua|anadolu(?: agency)?|sputnik"
    r"|ria novosti|ukrinform|youtube|facebook|twitter|screenshot|dreamstime"
    r"|unsplash|pexels)"
)
_CAPTION = re.compile(
    r"(?:(?:cover|main|lead|file|stock|feature[d]?) )?(?:image|photo|picture|photograph"
    r"|illustration|graphic|caption)s?(?: credit| courtesy)?\s*(?::|by\b|copyright\b"
    r"|caption\b|courtesy\b|source\b|via\b)"
    r"|photographer\s*:"
    r"|media (?:playback is (?:not supported|unsupported)|caption)\b"
    # The button of a player, then what the film shows.
    r"|(?-i:CLOSE [A-Z])"
    r"|(?:credits?|file photo|file)\s*(?::|[–—_-]+\s(?=.*\bphoto\b))"
    r"|file photo\s+[–—_-]"
    r"|enlarge this image\b",
    re.IGNORECASE,
)
_CAPTION_WORD_LIST = """
image images photo photos picture pictures photograph photographs photographer
illustration graphic caption captions credit credits file enlarge cover main
lead stock feature featured media close
"""
_CAPTION_WORDS = frozenset(_CAPTION_WORD_LIST.split())
_PERSON = r"(?-i:[A-Z][\w’'-]*[a-z.](?: [A-Z][\w.’'-]*){0,2} [A-Z][\w’'-]*[a-z])"
_CREDIT_LINE = re.compile(
    rf"\((?:[^()]{{1,60}}(?:/|via |, ))?{_AGENCIES}(?:/[^()]{{1,40}})?\)$"
    rf"|[^/.:]{{4,40}}/{_AGENCIES}$"
    rf"|(?!By ){_PERSON} ?/ ?(?:the )?(?-i:[A-Z])[\w ]{{3,30}}$"
    rf"|{_PERSON}/.{{3,40}}\s[—–-]\s{_AGENCIES}$"
    rf"|.{{0,200}}(?:toggle caption|[/|]\s?|via )(?:getty images|ap photos?)$"
    # The credit in brackets or behind a bar after what the picture shows.
    rf"|.{{8,400}}\((?:[^()/:]{{1,60}}(?:/|via )){_AGENCIES}\)$"
    rf"|.{{0,400}}\({_AGENCIES}(?:(?: file)? photo(?: by|:)?|:) ?[^()]{{3,40}}\)$"
    r"|.{0,400}\((?:photo|image|picture|illustration|photo illustration)s?"
    r"(?: (?:by|credit|courtesy|via)\b|:)[^()]{2,80}\)$"
    rf"|.{{15,300}}\s\|\s?(?:{_AGENCIES}|{_PERSON}/(?-i:[A-Z])[\w ]{{1,30}})$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = ".?!,:;\"”’'"
_CREDIT_SIGNS = (")", "/", "|", "Images", "Photo", "caption")
_NAMES = r"(?-i:(?:(?:[A-Z][\w.’'-]*|and|of|in|the|from),?\s+){1,12})"
CONTRIBUTORS = re.compile(
    r"(?:[–—-]+\s*)?(?:with (?:additional )?(?:reporting|contributions?|files)"
    r"|additional reporting) (?:by|from)\b.{0,150}$"
    r"|\(?reporting by (?-i:[A-Z]).{0,150}$"
    r"|contributing: "
    r"|.{2,140}\bcontributed (?:reporting )?(?:to|from) (?:this|the) "
    r"(?:report|story|article)"
    rf"|{_NAMES}contributed(?: reporting)?\.$"
    r"|\W*this (?:article|story|report) (?:is|was) based in part on wire service",
    re.IGNORECASE,
)


def is_caption(words: str, first_word: str) -> bool:
    """Say whether a line is a picture's caption or credit."""
    if first_word in _CAPTION_WORDS and _CAPTION.match(words):
        return True
    # Nearly every paragraph ends as a sentence does; that is cheap to see.
    if words[-1] in _SENTENCE_ENDS:
        return False
    signed = any(sign in words[-60:] for sign in _CREDIT_SIGNS)
    return signed and _CREDIT_LINE.match(words) is not None
