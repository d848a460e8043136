"""Runs of capitals in an article, each read as a person, a body or a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from index.quotes.first_names import FEMININE, FIRST_NAMES, MASCULINE
from index.quotes.furniture import LABELS, without_echo, without_label
from index.quotes.lexicon import BODIES, CROWDS, DEMONYMS, TITLES
from index.quotes.listed import word_set
from index.quotes.openers import OPENERS
from index.quotes.places import ORGANISATION_WORDS, PLACES
from index.quotes.tokens import DATES, KINDS, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORT_TITLES: Final = word_set(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Sgt Capt Prof Rev St Adm Maj Jr Sr"
)
_ABBREVIATED: Final = "|".join(rf"(?<=\b{title}\.)" for title in sorted(_SHORT_TITLES))
# The first letter stands first, so that the search can jump from capital to capital.
_LETTERS: Final = (
    r"(?:\.(?:[A-Z]\.)*(?=[ ,’'])"
    r"|[^\W\d_]*(?:-[^\W\d_]+|['’](?!s\b)[^\W\d_]+)*"
    rf"(?:\.(?:{_ABBREVIATED}))?)"
)
_CAPITAL: Final = rf"(?:(?:a[ldnrs]|ash|el)-)?[^\W\d_a-z]{_LETTERS}"
# Two ranges tell most characters apart sooner than the class of all capitals.
_FIRST_CAPITAL: Final = rf"[A-Z\x80-\U0010ffff](?<=[^\W\d_])(?<![\w@#.].){_LETTERS}"
_RUN: Final = re.compile(
    rf"{_FIRST_CAPITAL}"
    rf"(?:[ ](?:of[ ]the[ ]|of[ ]|for[ ]|on[ ]|de[ ]|van[ ]|von[ ]|bin[ ]|al[ ]|der[ ]"
    rf"|la[ ]|del[ ]|di[ ]|da[ ]|el[ ]|ben[ ]|dos[ ]|du[ ])*{_CAPITAL}){{0,11}}"
    r"(?:,? (?:Jr|Sr)\.)?"
)
_LINKS: Final = frozenset(("of", "for", "on", "the"))
_SUFFIXES: Final = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))
_ALSO_SURNAMES: Final = word_set(
    "Post Fox Bloomberg Rasmussen Forbes Church Price Guard Fields House Banks Parks"
)
_MALE_TITLES: Final = word_set(
    "Mr. Mr Sir Lord King Prince Duke Father Brother Pope Cardinal Bishop Archbishop "
    "Congressman Councilman Chairman Spokesman Rabbi Imam Ayatollah Sheikh Sultan Emir "
    "Emperor"
)
_FEMALE_TITLES: Final = word_set(
    "Mrs. Ms. Mrs Ms Miss Dame Lady Queen Princess Duchess Sister Baroness "
    "Congresswoman Councilwoman Chairwoman Spokeswoman"
)
_OFFICES: Final = word_set(
    "State Defense Defence Treasury Homeland Security Commerce Labor Energy Education "
    "Interior Agriculture Transportation Health Foreign Justice Minority Majority "
    "House Senate White Press Home Prime General Executive Party Vice"
)


_AMPERSAND: Final = re.compile(
    r"(?<=\b[A-Z]) & (?=[A-Z]\b)|(?<=\b[A-Z]{2}) & (?=[A-Z]\b)"
)


class Kind(Enum):
    """What a name names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    UNSURE = "unsure"


class Gender(Enum):
    """Which pronoun stands for a person."""

    HE = "he"
    SHE = "she"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Name:
    """A name without titles, and what its words and titles tell."""

    words: tuple[str, ...]
    kind: Kind
    gender: Gender
    titles: frozenset[str]
    """The titles and offices before it, in small letters."""
    text: str = field(init=False, compare=False)
    """The name as it is written."""
    last: str = field(init=False, compare=False)
    """The surname, or the last word of a body's name."""

    def __post_init__(self) -> None:
        plain = [word for word in self.words if word not in _SUFFIXES]
        text = " ".join(self.words)
        # AT&T, but Lind & Sons.
        text = _AMPERSAND.sub("&", text) if "&" in text else text
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "last", plain[-1] if plain else self.words[-1])


class Sighting(NamedTuple):
    """Where a name stands."""

    start: int
    end: int
    name: Name


def sightings(text: str, start: int, end: int) -> Iterator[Sighting]:
    """Find the names in a stretch of text."""
    for match in _RUN.finditer(text, start, end):
        at = match.start()
        spaced = at > start and text[at - 1] == " "
        fresh = not spaced or text[at - 2] in _BOUNDARY
        for left, right, name in _names_in(match.group(), fresh=fresh):
            yield Sighting(at + left, at + right, name)


# The same names come back in story after story.
@lru_cache(maxsize=16384)
def _names_in(run: str, *, fresh: bool) -> tuple[tuple[int, int, Name], ...]:
    found = []
    for offset, words in _parts(run.split(" ")):
        name = read_name(tuple(words), fresh=fresh and offset == 0)
        if name is not None:
            found.append((offset, offset + len(" ".join(words)), name))
    return tuple(found)


_BOUNDARY: Final = frozenset(".?!:\"”’'—–\n\r")


def _parts(words: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut a run at its links, unless a body's name runs through them."""
    begin = 0
    offset = 0
    for i, word in enumerate(words):
        if word not in _LINKS or _runs_through(words, begin, i):
            continue
        if i > begin:
            yield offset, words[begin:i]
        offset += len(" ".join(words[begin : i + 1])) + 1
        begin = i + 1
    if begin < len(words):
        yield offset, words[begin:]


def _runs_through(words: list[str], begin: int, at: int) -> bool:
    if at == begin:
        return False
    if words[at] == "the":
        return words[at - 1] == "of" and _runs_through(words, begin, at - 1)
    before = words[at - 1]
    if words[at] == "of" and before == "Secretary":
        return True
    if words[at] == "on":
        return before in {"Commission", "Committee", "Council", "Conference"}
    return before in ORGANISATION_WORDS


@lru_cache(maxsize=16384)
def read_name(words: tuple[str, ...], *, fresh: bool) -> Name | None:
    """Read capitals as a name: titles off, kind and gender judged."""
    if len(words) == 1 and (words[0] in DATES or words[0] in LABELS):
        return None
    words = _without_home(without_echo(words))
    opening = _skip_openers(words) if fresh else 0
    begin = opening
    if begin + 1 < len(words) and KINDS.get(words[begin].lower()) == "d":
        begin += 1
    titles: list[str] = []
    while begin < len(words) and _is_title(words, begin):
        titles.append(words[begin].strip(".").lower())
        begin += 1
    if begin >= len(words) or (words[begin] not in FIRST_NAMES and words[-1] in TITLES):
        # "Pennsylvania Gov." is an office, not a name.
        return None
    inner = _inner_person(words, begin, len(words))
    titles += [word.lower() for word in words[begin:inner]]
    begin = inner
    name = words[begin:]
    kind = _kind(name, titled=bool(titles), whole=words)
    if kind is Kind.BODY and titles:
        # The "Russian" of the Russian Foreign Ministry belongs to its name.
        name = words[opening:]
        name = name[1:] if name[0] in {"The", "A", "An"} else name
    elif kind in (Kind.PERSON, Kind.UNSURE):
        named = without_label(name)
        if named != name:
            name, kind = named, _kind(named, titled=bool(titles), whole=words)
    if kind is Kind.PERSON:
        name = _without_tail(name)
    return Name(name, kind, _gender(name, words[:begin]), frozenset(titles))


def _without_home(words: tuple[str, ...]) -> tuple[str, ...]:
    """Cut where "of" tells where somebody is from: Ann Lind of Kentucky."""
    for at in range(2, len(words) - 1):
        if words[at] == "of" and _is_home(words, at):
            return words[:at]
    return words


def _is_home(words: tuple[str, ...], at: int) -> bool:
    if _is_body_word(words[at - 1]) or words[at - 1] in TITLES:
        return False
    return words[at - 2] in FIRST_NAMES or " ".join(words[at + 1 :]) in PLACES


def _skip_openers(words: Sequence[str]) -> int:
    begin = 0
    while begin < len(words) - 1 or (begin == 0 and len(words) == 1):
        small = words[begin].lower()
        if words[begin] in FIRST_NAMES or words[begin] in TITLES:
            break
        if small not in OPENERS and KINDS.get(small, "x") not in "hyiwdtBHncpaAGRV":
            break
        begin += 1
        if KINDS.get(small) == "d":
            # Behind "The" a name may begin with a common word: World Bank.
            break
    return begin


def _is_title(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if word in _LINKS:
        return at > 0 and words[at - 1] == "Secretary"
    if word in TITLES or word in DEMONYMS or word.lower() in CROWDS:
        return True
    return at > 0 and words[at - 1] in {"of", "Prime"} and word in _OFFICES


def _inner_person(words: Sequence[str], begin: int, end: int) -> int:
    """Find where a person's name starts inside a longer run: Fox News Megyn Kelly."""
    for i in range(end - 1, begin, -1):
        # The King of "Martin Luther King III" is no title.
        link = words[i] in _LINKS or words[i] in _SUFFIXES
        if words[i - 1] in TITLES and not (
            words[i] in TITLES or _is_body_word(words[i]) or link
        ):
            return i
    for i in range(begin + 1, end - 1):
        if words[i - 1] in PARTICLES:
            return begin
        if words[i] in FIRST_NAMES and not any(
            w in FIRST_NAMES for w in words[begin:i]
        ):
            return i
    return begin


def _kind(name: tuple[str, ...], *, titled: bool, whole: Sequence[str]) -> Kind:
    text = " ".join(name)
    if text in PLACES or (text.isupper() and text.title() in PLACES):
        return Kind.PLACE
    surname = name[-1] in _ALSO_SURNAMES or not _is_body_word(name[-1])
    if name[0] in FIRST_NAMES and len(name) > 1 and surname:
        return Kind.PERSON
    acronym = text.isupper() and len(text) > 1 and len(name) == 1
    if (
        acronym
        or "of" in name
        or "&" in name
        or any(_is_body_word(word) for word in name)
    ):
        return Kind.BODY
    if titled and any(word in TITLES for word in whole):
        return Kind.PERSON
    return Kind.BODY if len(name) > 1 and _holds_a_thing(name) else Kind.UNSURE


def _holds_a_thing(name: tuple[str, ...]) -> bool:
    """Say whether words that nobody is called by open or close a name."""
    # "Civil Rights Act" and "Media Matters" are nobody.
    common = is_common(name[0]) or is_common(name[-1])
    return common or not PLACES.isdisjoint(name)


def _is_body_word(word: str) -> bool:
    site = word.endswith((".com", ".org", ".net"))
    return site or word in ORGANISATION_WORDS or word.lower() in BODIES


def is_common(word: str) -> bool:
    """Say whether a word is an ordinary one with a capital."""
    small = word.lower()
    if small in PARTICLES:
        return False
    tail = word.partition("-")[2]
    if len(tail) > 3 and tail.islower():
        # Decision-making
        return True
    return small in OPENERS or small in KINDS or word in DEMONYMS


def _without_tail(name: tuple[str, ...]) -> tuple[str, ...]:
    """Drop what cannot belong to a person's name: "Smith Election Day"."""
    end = next(
        (
            i
            for i in range(2, len(name))
            if name[i] not in FIRST_NAMES
            and (is_common(name[i]) or name[i] in DATES)
            and name[-1] not in _SUFFIXES
        ),
        len(name),
    )
    while end > 1 and (name[end - 1] in _LINKS or name[end - 1] in PARTICLES):
        end -= 1
    return name[:end]


def _gender(name: tuple[str, ...], before: Sequence[str]) -> Gender:
    if any(word in _FEMALE_TITLES for word in before):
        return Gender.SHE
    if any(word in _MALE_TITLES for word in before):
        return Gender.HE
    if name[0] in MASCULINE:
        return Gender.HE
    if name[0] in FEMININE:
        return Gender.SHE
    return Gender.OPEN
