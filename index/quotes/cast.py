"""The people and bodies of one article, each under the fullest name it gives."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from index.quotes.lexicon import ROLES
from index.quotes.listed import word_set
from index.quotes.names import Gender, Kind, Name, Sighting
from index.quotes.tokens import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_APPOSITION: Final = re.compile(
    r",[ ](?:(a|an|the)[ ]|(?:his|her|their|who[ ]is|[^\W\d_]+['’]s)[ ])?"
)
_WOMEN: Final = word_set(
    "mother wife daughter actress sister girl girlfriend aunt queen princess widow "
    "lady duchess"
)
_MEN: Final = word_set(
    "father husband son brother boy boyfriend uncle king prince lord duke guy actor "
    "priest bishop pope cardinal"
)
_CROWNS: Final = frozenset(("president", "king", "prince", "pope", "sir", "lord", "mr"))
_OPENING: Final = 20_000
_CROWD: Final = 400
"""More people than a story has; what holds more is a list, and is read in haste."""
_INTRODUCTIONS: Final = 4
"""How often a story may say who somebody is; later mentions only cost time."""
_JUNIOR: Final = frozenset(("Jr.", "Jr"))
_SUFFIXES: Final = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names, with what it says they are."""

    name: str
    gender: Gender
    roles: frozenset[str]
    sure: bool
    """False when only the shape of the words suggests a person."""
    first_at: int
    count: int


class Presence(NamedTuple):
    """A place in the text where a person of the cast is named."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything in an article that can speak."""

    people: Sequence[Person]
    presences: Sequence[Presence]
    """In order of position."""
    bodies: Sequence[str]
    by_name: Mapping[str, Person]
    by_last: Mapping[str, Sequence[Person]]
    by_first: Mapping[str, Sequence[Person]]


def cast_of(text: str, seen: Sequence[Sighting]) -> Cast:
    """Gather the cast from the names seen in the text."""
    singles = Counter(s.name.words[0] for s in seen if len(s.name.words) == 1)
    groups: dict[tuple[str, str, bool], list[Sighting]] = {}
    surnames = {s.name.last for s in seen if s.name.kind is Kind.PERSON}
    for sighting in seen:
        # "Obama Speech" begins with a surname, and is no person.
        borrowed = sighting.name.words[0] in surnames
        if not borrowed and _may_be_person(sighting.name, singles):
            key = _key(sighting.name)
            groups.setdefault(key, []).append(sighting)
    people = [_person(text, group, singles) for group in groups.values()]
    by_last: dict[str, list[Person]] = {}
    by_first: dict[str, list[Person]] = {}
    for (first, last, _), person in zip(groups, people, strict=True):
        by_last.setdefault(last, []).append(person)
        by_first.setdefault(first, []).append(person)
    for name, count in _titled(seen):
        surname = fold(name.last)
        namesakes = [*by_last.get(surname, ()), *by_first.get(surname, ())]
        if not _is_known(name, namesakes):
            person = Person(
                name.text, name.gender, name.titles, sure=True, first_at=0, count=count
            )
            people.append(person)
            by_last.setdefault(surname, []).append(person)
    bodies = tuple(dict.fromkeys(s.name.text for s in seen if s.name.kind is Kind.BODY))
    by_name = {person.name: person for person in people}
    cast = Cast(people[:_CROWD], [], bodies[:_CROWD], by_name, by_last, by_first)
    presences = [*_presences(cast, seen), *_strangers(text)]
    presences.sort(key=lambda presence: presence.start)
    return replace(cast, presences=presences)


def find(cast: Cast, name: Name) -> Person | None:
    """Give the person of the cast that a name means."""
    word = fold(name.words[0])
    junior = name.words[-1] in _JUNIOR
    if len(name.words) - junior > 1:
        same = [
            person
            for person in cast.by_last.get(fold(name.last), ())
            if fold(person.name.split(" ")[0]) == word
        ]
        close = (person for person in same if _is_junior(person) is junior)
        return next(close, same[0] if same else None)
    found = cast.by_last.get(word) or cast.by_first.get(word) or _misspelt(word, cast)
    agreeing = [
        p
        for p in found
        if p.gender is name.gender or Gender.OPEN in (p.gender, name.gender)
    ]
    if len(agreeing) < 2:
        return agreeing[0] if agreeing else None
    entitled = [p for p in agreeing if p.roles & name.titles]
    return max(
        entitled or agreeing,
        key=lambda p: (_is_junior(p) is junior, p.count, -p.first_at),
    )


def _is_junior(person: Person) -> bool:
    return person.name.endswith(("Jr.", "Jr"))


def _misspelt(word: str, cast: Cast) -> Sequence[Person]:
    """Give whose surname differs by one letter: Zelensky, Zelenskiy."""
    if len(word) < 5 or len(cast.by_last) > _CROWD:
        return ()
    for last, people in cast.by_last.items():
        if last[0] == word[0] and abs(len(last) - len(word)) <= 1 and _near(last, word):
            return people
    return ()


def _near(one: str, other: str) -> bool:
    """Say whether one letter added, dropped or changed makes the two equal."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:]


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Give a surname as it is compared: O’Brien is O'Brien."""
    return word.replace("’", "'").strip(".").lower()


def _may_be_person(name: Name, singles: Counter[str]) -> bool:
    if len(name.words) < 2:
        return False
    if name.kind is Kind.PERSON:
        return True
    if name.kind is not Kind.UNSURE or name.text.isupper():
        return False
    return len(name.words) <= 3 or name.last in singles


def _key(name: Name) -> tuple[str, str, bool]:
    """Give what two forms of one name share; a junior is not his father."""
    return fold(name.words[0]), fold(name.last), name.words[-1] in _JUNIOR


def _is_known(name: Name, people: Sequence[Person]) -> bool:
    """Say whether a titled surname means one of these: Mrs. Lee is not John Lee."""
    for person in people:
        if person.roles & name.titles:
            return True
        clash = {person.gender, name.gender} == {Gender.HE, Gender.SHE}
        crowned = person.gender is Gender.SHE and name.titles & _CROWNS
        if not clash and not crowned:
            return True
    return False


def _titled(seen: Iterable[Sighting]) -> list[tuple[Name, int]]:
    """Give surnames that only ever stand behind a title: President Obama."""
    counts: Counter[str] = Counter()
    first: dict[str, Name] = {}
    for sighting in seen:
        name = sighting.name
        first_name = name.gender is not Gender.OPEN and name.kind is Kind.UNSURE
        if len(name.words) == 1 and (name.kind is Kind.PERSON or first_name):
            counts[fold(name.last)] += 1
            first.setdefault(fold(name.last), name)
    return [
        (Name((name.text,), name.kind, name.gender, name.titles), counts[key])
        for key, name in first.items()
    ]


def _person(text: str, group: Sequence[Sighting], singles: Counter[str]) -> Person:
    names = [sighting.name for sighting in group]
    longest = max(names, key=_fullness)
    roles: set[str] = set()
    for sighting in group:
        roles |= sighting.name.titles
    for sighting in group[:_INTRODUCTIONS]:
        roles |= _roles_beside(text, sighting)
    genders = {n.gender for n in names} - {Gender.OPEN}
    gender = genders.pop() if len(genders) == 1 else _role_gender(roles)
    sure = any(n.kind is Kind.PERSON for n in names)
    sure = sure or bool(roles) or names[0].last in singles
    if not any(n.kind is Kind.PERSON for n in names):
        # "Pacific Ocean" is nobody if the story also says "ocean".
        sure = sure and f" {names[0].last.lower()}" not in text[:_OPENING]
    return Person(
        _unshouted(longest), gender, frozenset(roles), sure, group[0].start, len(group)
    )


def _fullness(name: Name) -> int:
    """Rank the forms of a name: the longest, and rather not in capitals."""
    return len(name.words) - 12 * name.text.isupper()


def _unshouted(name: Name) -> str:
    """Give a name that stands only in capitals as it is written elsewhere."""
    if not name.text.isupper():
        return name.text
    return " ".join(word if word in _SUFFIXES else word.title() for word in name.words)


def _role_gender(roles: set[str]) -> Gender:
    """Give the gender that the roles agree on; a spokeswoman and a king do not."""
    genders = {_gender_of(role) for role in roles} - {Gender.OPEN}
    return genders.pop() if len(genders) == 1 else Gender.OPEN


def _gender_of(role: str) -> Gender:
    if role.endswith("woman") or role in _WOMEN:
        return Gender.SHE
    if role in _MEN or role.endswith("man"):
        return Gender.HE
    return Gender.OPEN


def _roles_beside(text: str, sighting: Sighting) -> set[str]:
    """Read what a person is called on either side of the name."""
    return _roles_before(text, sighting.start) | _roles_after(text, sighting.end)


def _roles_before(text: str, at: int) -> set[str]:
    """Read "Clinton campaign manager" before a name."""
    near = _words_before(text, at)
    found: set[str] = set()
    while near and near[-1].islower():
        kind = "r" if near[-1] in ROLES else KINDS.get(near[-1], "x")
        if kind not in "rfgx" or not (found or kind in "rf"):
            break
        found.add(near.pop())
    if not found & ROLES:
        return set()
    return found | {word.lower() for word in near[-2:] if word[0].isupper()}


def _roles_after(text: str, at: int) -> set[str]:
    """Read ", the mayor of Reno," after a name."""
    after = _APPOSITION.match(text, at)
    if after is None:
        return set()
    stops = (text.find(stop, after.end(), after.end() + 90) for stop in ",.;\n—")
    end = min((stop for stop in stops if stop > 0), default=after.end())
    near = _WORD.findall(text, at, end)
    partisan = near[-1:] in (["Republican"], ["Democrat"])
    if not (after.group(1) or partisan or any(word in ROLES for word in near)):
        return set()
    return {word.lower().removesuffix("’s").removesuffix("'s") for word in near}


# The first letter stands first, so that the search can jump from one to the next.
_ANONYMOUS: Final = re.compile(
    r"[AaOoMm](?<!\w.)(?:(?<=[Aa])(?:n?|nother)|(?<=[Oo])ne|(?<=[Mm])y)[ ]"
    r"((?:[\w-]++[ ]){0,3}[\w-]+)"
)


def _strangers(text: str) -> list[Presence]:
    """Find people without a name, who take pronouns all the same: my father."""
    found = []
    for match in _ANONYMOUS.finditer(text):
        words = match.group(1).split(" ")
        at = next((i for i, word in enumerate(words) if word in ROLES), None)
        if at is None:
            continue
        end = match.start(1) + len(" ".join(words[: at + 1]))
        # "a lawyer, John Lee" and "a spokesman for Lee" soon get their names.
        named = text[end : end + 3].strip(", ")[:1].isupper()
        if named or _is_apposed(text, match.start()):
            continue
        stranger = _stranger(words[at])
        found.append(Presence(match.start(), end, stranger))
    return found


def _is_apposed(text: str, at: int) -> bool:
    """Say whether a description follows its name: Bo Ek, a fisherman."""
    before = text[max(0, at - 32) : at]
    return before.endswith(", ") and before[:-2].rsplit(" ", 1)[-1][:1].isupper()


@lru_cache(maxsize=512)
def _stranger(role: str) -> Person:
    gender = _role_gender({role})
    return Person(
        f"?{role}", gender, frozenset((role,)), sure=True, first_at=0, count=1
    )


def _words_before(text: str, at: int) -> list[str]:
    """Give the few words that stand before a name without a stop between."""
    words = text[max(0, at - 60) : at].split(" ")[1:-1]
    for i in range(len(words) - 1, -1, -1):
        if not words[i] or not words[i][-1].isalpha():
            return words[i + 1 :]
    return words


def _presences(cast: Cast, seen: Iterable[Sighting]) -> list[Presence]:
    presences = []
    # By identity: names are shared, and comparing them costs more than finding.
    known: dict[int, Person | None] = {}
    for sighting in seen:
        name = sighting.name
        if name.kind not in (Kind.PERSON, Kind.UNSURE):
            continue
        if id(name) not in known:
            known[id(name)] = find(cast, name)
        person = known[id(name)]
        if person is not None:
            presences.append(Presence(sighting.start, sighting.end, person))
    return presences
