"""From the words beside a quotation to the speaker's full name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.model import SpeakerKind
from index.quotes.bodies import body_called, same_body
from index.quotes.cast import Cast, Person, find
from index.quotes.first_names import FIRST_NAMES
from index.quotes.lexicon import KIN
from index.quotes.listed import word_set
from index.quotes.names import Gender, Kind, Name, is_common, read_name
from index.quotes.phrases import Mention, antecedent, phrase_after
from index.quotes.places import ORGANISATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.quotes.attention import Attention
    from index.quotes.tokens import Line

_UNNAMED: Final = word_set(
    "a an one another some several many few most two three any each every no other both"
)
_POSSESSIVES: Final = word_set("his her their my our your its")
_GENERIC: Final = word_set(
    "website site newspaper paper magazine network station broadcaster group team "
    "company office firm body organization organisation statement report"
)
"""Nouns that say what a body is, and are no part of its name."""
_PARTISANS: Final = frozenset(("Republican", "Democrat", "Conservative", "Liberal"))
"""One of them is a person, described: the Ohio Republican."""
_PARTIES: Final = frozenset(person + "s" for person in _PARTISANS)
_BODY_TITLES: Final = frozenset(("house", "senate", "congress", "parliament"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a mention means; no name where the article gives none."""

    name: str | None
    kind: SpeakerKind | None


UNKNOWN: Final = Speaker(None, None)


def speaker_of(line: Line, mention: Mention, attention: Attention) -> Speaker:
    """Name the speaker that a mention stands for."""
    meant = antecedent(line, mention)
    kinds = line.kinds[meant.first : meant.last]
    words = line.words[meant.first : meant.last]
    if len(kinds) == 1 and kinds in "hyiwtod":
        return _pronoun(line, meant, words[0].lower(), attention)
    link = _last_of_head(kinds, words)
    if link is not None and kinds[link - 1] == "m":
        return _author(kinds, words, link, attention.cast)
    kinds, words = kinds[:link], words[:link]
    if not kinds or words[-1] in _PARTIES:
        return UNKNOWN
    named = kinds[-1] in "CIj" or (kinds[-1] == "T" and len(kinds) > 1)
    if named and words[-1] not in _PARTISANS:
        spoken = _proper(kinds, words, attention.cast)
        if spoken is not None:
            body = spoken.kind is SpeakerKind.ORGANISATION
            return UNKNOWN if body and words[0].lower() in _UNNAMED else spoken
    return _apposed(line, meant.last, attention) or _described(
        line.starts[meant.first], kinds, words, attention
    )


def _last_of_head(kinds: str, words: Sequence[str]) -> int | None:
    """Give where "of" or "for" ends the words for a speaker, if one does."""
    link = kinds.find("p")
    if link < 1:
        return None
    if words[link - 1] in _PARTIES or kinds[link - 1] in "rRgmx":
        return link
    if _named(kinds[:link]) is None:
        return link
    if link > 1 and kinds[link + 1 :][:1] == "d" and _is_home(words, link):
        return link
    return None


def _is_home(words: Sequence[str], link: int) -> bool:
    """Say whether "of the" tells where a person works: Ann Lind of the harbour."""
    return words[link] in {"of", "at", "from"} and words[link - 2] in FIRST_NAMES


def as_scripted(speaker: Speaker) -> Speaker:
    """Read the capitals of a transcript as a person: SMITH is Smith."""
    name = speaker.name
    if name is None or not name.isupper() or name in ORGANISATION_WORDS:
        return speaker
    return Speaker(name.title(), SpeakerKind.PERSON)


def _apposed(line: Line, at: int, attention: Attention) -> Speaker | None:
    """Read the name behind a description: the group's spokesman, John Lee, said."""
    if line.kinds[at : at + 1] != ",":
        return None
    found = phrase_after(line, at + 1, len(line.kinds))
    if found is None or line.kinds[found.last : found.last + 1] != ",":
        return None
    kinds = line.kinds[found.first : found.last]
    words = line.words[found.first : found.last]
    if kinds.strip("CIT"):
        return None
    named = _proper(kinds, words, attention.cast)
    return named if named and named.kind is SpeakerKind.PERSON else None


def _named(kinds: str) -> int | None:
    """Give where the capitals at the end of a phrase begin."""
    at = len(kinds)
    while at > 0 and kinds[at - 1] in "CITjp":
        at -= 1
    while at < len(kinds) and kinds[at] == "p":
        at += 1
    return at if at < len(kinds) else None


def _pronoun(line: Line, mention: Mention, word: str, attention: Attention) -> Speaker:
    at = line.starts[mention.first]
    attention.read_to(at)
    stem = word.replace("’", "'").partition("'")[0]
    if stem in {"he", "she"}:
        gender = Gender.HE if stem == "he" else Gender.SHE
        person = attention.whom(gender, at)
        return UNKNOWN if person is None else _as_person(person)
    if stem == "it" and attention.body is not None:
        return Speaker(attention.body, SpeakerKind.ORGANISATION)
    return UNKNOWN


def _as_person(person: Person) -> Speaker:
    return Speaker(person.name, SpeakerKind.PERSON)


def _proper(kinds: str, words: Sequence[str], cast: Cast) -> Speaker | None:
    begin = _named(kinds)
    if begin is None:
        return None
    name = read_name(tuple(words[begin:]), fresh=False)
    if name is None:
        return None
    apposed = begin > 0 and kinds[begin - 1] == "g" and words[begin - 1].islower()
    if apposed and name.kind is not Kind.PERSON and find(cast, name) is None:
        # "the newspaper Haaretz" is no person.
        return Speaker(fullest_body(name, cast), SpeakerKind.ORGANISATION)
    return _as_named(name, cast, determined=begin > 0 and kinds[begin - 1] == "d")


def _as_named(name: Name, cast: Cast, *, determined: bool) -> Speaker:
    if determined and name.kind is Kind.UNSURE and len(name.words) > 1:
        return Speaker(fullest_body(name, cast), SpeakerKind.ORGANISATION)
    shouted = name.text.isupper() and find(cast, name) is not None
    if name.kind in (Kind.BODY, Kind.PLACE) and not shouted:
        return Speaker(fullest_body(name, cast), SpeakerKind.ORGANISATION)
    person = find(cast, name)
    if person is not None:
        return _as_person(person)
    body = fullest_body(name, cast)
    if determined or body != name.text:
        return Speaker(body, SpeakerKind.ORGANISATION)
    if len(name.words) == 1 and not name.titles and is_common(name.text):
        return UNKNOWN
    return Speaker(name.text, SpeakerKind.PERSON)


def fullest_body(name: Name, cast: Cast) -> str:
    """Give the longest name of the article that means the same body."""
    text = name.text
    fuller = [
        body
        for body in cast.bodies
        if len(body) > len(text)
        and (body.endswith(" " + text) or _initials(body) == text.replace(".", ""))
    ]
    return max(fuller, key=len) if len(fuller) == 1 or same_body(fuller) else text


def _initials(body: str) -> str:
    return "".join(word[0] for word in body.split(" ") if word[:1].isupper())


def _author(kinds: str, words: Sequence[str], link: int, cast: Cast) -> Speaker:
    """Name a document by the one it is from: a report by the Health Ministry."""
    spoken = _proper(kinds[link + 1 :], words[link + 1 :], cast)
    return UNKNOWN if spoken is None else spoken


def _described(
    at: int, kinds: str, words: Sequence[str], attention: Attention
) -> Speaker:
    """Name who is described: the Kremlin spokesman, the ministry."""
    head, word = kinds[-1], words[-1].lower()
    if head in "gm" or word in _BODY_TITLES:
        return _body(at, kinds, words, attention)
    theirs = words[0].lower() in _POSSESSIVES and word in KIN
    if head not in "rTx0Cj" or words[0].lower() in _UNNAMED or theirs:
        return UNKNOWN
    attention.read_to(at)
    modifiers = {w.lower() for w, k in zip(words, kinds, strict=True) if k in "CTjrfgx"}
    person = attention.described(word, modifiers, at)
    if person is not None and _is_of_another(kinds, words, person):
        return UNKNOWN
    if person is None and any(w.endswith("-year-old") for w in words):
        person = attention.whom(Gender.OPEN, at)
    return UNKNOWN if person is None else _as_person(person)


def _is_of_another(kinds: str, words: Sequence[str], person: Person) -> bool:
    """Say whether an owner or a state is none the person is known with."""
    if words[-1] in _PARTISANS:
        named = [word for word, kind in zip(words, kinds, strict=True) if kind == "C"]
        return any(word.lower() not in person.roles for word in named)
    owner = kinds.find("s") - 1
    if owner < 0 or kinds[owner] not in "CI":
        return False
    return words[owner].lower() not in person.roles


def _body(at: int, kinds: str, words: Sequence[str], attention: Attention) -> Speaker:
    word = words[-1]
    begin = next((i for i, kind in enumerate(kinds) if kind in "CTjI"), None)
    if begin is None:
        return _known_body(words, attention, at)
    capitals = tuple(w for w, k in zip(words, kinds, strict=True) if k in "CTjI")
    name = read_name(capitals, fresh=False)
    whole = name is not None and name.kind is Kind.BODY and word in _GENERIC
    if kinds[-1] == "g" and not whole:
        joined = _joined(kinds[begin:], words[begin:])
        return Speaker(joined, SpeakerKind.ORGANISATION)
    if name is None:
        return UNKNOWN
    return _as_named(name, attention.cast, determined=False)


def _joined(kinds: str, words: Sequence[str]) -> str:
    """Write a body's name: Clinton campaign, not Clinton's; but People's Daily."""
    text = ""
    for i, (kind, word) in enumerate(zip(kinds, words, strict=True)):
        owner = kind == "s"
        if not owner:
            text += " " + word
        elif kinds[i + 1 : i + 2] == "C":
            text += word
    return text.strip()


def _known_body(words: Sequence[str], attention: Attention, at: int) -> Speaker:
    """Name "the ministry" where the article has one ministry."""
    if words[0].lower() in _UNNAMED:
        return UNKNOWN
    body = body_called(words[-1].lower(), attention.cast.bodies, attention.text, at)
    return UNKNOWN if body is None else Speaker(body, SpeakerKind.ORGANISATION)
