"""Paragraphs as words, each with a letter for what it does; a quotation is one word."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from index.quotes.first_names import FIRST_NAMES
from index.quotes.lexicon import (
    BODIES,
    CROWDS,
    DEMONYMS,
    DOING,
    NAMING_NOUNS,
    PORTRAY,
    ROLES,
    SAY,
    SAYING,
    TITLES,
)
from index.quotes.listed import word_set
from index.quotes.openers import OPENERS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from index.quotes.marks import Passage

# A quotation is masked by one of the first and many of the second, so that two that
# touch stay two; both are private-use characters that no newspaper prints.
_HEAD: Final = "\ue000"
_REST: Final = "\ue001"

# Where a word goes on: the plain letters are taken at once, for most words end there.
_MORE: Final = (
    r"[^\W_]*+(?>(?:(?:[-‑](?=[^\W_])|['’](?!s\b)(?=[^\W_])|\.(?=com\b|org\b|net\b))"
    r"[^\W_]*+)*)"
)
# The commonest first, where no other could match. The air behind a word is taken with
# it: to search for the next one from there costs more.
_TOKEN: Final = re.compile(
    rf"""(
    [a-z]{_MORE}
    | [,;:()“”"?!]
    | \.++
    | \ue000\ue001*+
    | (?=[A-Z][a-z]*+\.)(?:
        (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr
        |Adm|Maj|Cpl|Cmdr|Dep|Supt|Det|Insp|Atty|Messrs|Ste|Inc|Corp|Co|Ltd|No
        |Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.
        | (?:[A-Z]\.){{2,}}
        | [A-Z]\.(?=\s)
    )
    | ['’]s\b
    | [^\W\d_]{_MORE}
    | \d(?:[\w,.:/\-]*\w)?
    | --+ | [^\w\s]
    )(\s*+)""",
    re.VERBOSE,
)

_SCRIPT: Final = re.compile(r"[A-Z][A-Z.’' -]{1,40}:(?=\s)")

PARTICLES: Final = word_set("de van von bin bint ibn al der la del di da el ben dos du")
"""Small words within names: Ana de la Cruz."""
_ARTICLED: Final = re.compile("(?:a[ldnrs]|ash|el)-[A-Z]")

_SMALL: Final = {
    "h": "he she",
    "y": "they it we",
    "i": "i you",
    "w": "who which",
    "o": "him them me us himself herself themselves itself",
    "d": "the a an this that's these those his her their its our my your one another "
    "some several many few most two three four five six seven each every any no other",
    "t": "that whether how why if",
    "B": "is are was were be been being am isn't wasn't weren't isn’t wasn’t",
    "H": "has have had having would will could should can may might must did does do "
    "hasn’t haven’t hadn’t didn’t didn't doesn't doesn’t don't don’t won't won’t "
    "wouldn't wouldn’t can't can’t couldn't couldn’t ’d 'd",
    "n": "not never neither",
    "c": "and but or nor yet while when as because although though unless until since "
    "after before once whereas where so than",
    "p": "of in on at for with from by to into onto upon about against over under "
    "during through between among amid toward towards near outside inside without "
    "within across behind beyond per via like including following despite along around "
    "off out up down",
    "a": "also later then too again still already just now once even only repeatedly "
    "further furthermore however meanwhile previously earlier recently often always "
    "ever instead apparently reportedly famously simply clearly quickly immediately "
    "first today yesterday tonight there here back both once twice",
    "A": "according",
    "C": " ".join(PARTICLES),
    "m": " ".join(NAMING_NOUNS),
    "G": " ".join(SAYING),
    "g": " ".join(BODIES),
    "R": " ".join(CROWDS),
    "r": " ".join(ROLES),
    "u": " ".join(DOING),
    "v": " ".join(PORTRAY),
    "V": " ".join(SAY),
}
_MODIFIERS: Final = word_set(
    "former chief deputy senior longtime top acting veteran then-president fellow "
    "late assistant associate executive vice lead press foreign prime "
    "national political"
)
DATES: Final = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August September October November December "
    "Jan. Feb. Aug. Sept. Oct. Nov. Dec."
)

_STOP: Final = re.compile("[.Q]")
_DOUBTFUL: Final = re.compile("[Q0]")
_OPENING: Final = re.compile(r"(?:\A|[.Q:(e])'*")
_CACHE_WORDS: Final = 49152
_LONGEST: Final = 400
"""Words of a sentence; without an end, a broken file would cost its length squared."""

KINDS: Final[dict[str, str]] = {
    word: letter for letter, words in _SMALL.items() for word in words.split()
}
KINDS.update(dict.fromkeys(_MODIFIERS - KINDS.keys(), "f"))
_PUNCTUATION: Final = {
    "?": ".", "!": ".", "…": "e", "–": "-", "—": "-", "―": "-", "--": "-", "---": "-",
    "‘": "'", "’": "'", "[": "(", "]": ")", "&": "C",
    "...": "e", "....": "e", "..": "e",
}  # fmt: skip
_CLOSED_CLASSES: Final = frozenset("hyiwodtBHncpaAGRuvVgmr")
_NAME_OR_MONTH: Final = word_set("May June April August")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's words in order; the letters of `kinds` say what each one does."""

    words: Sequence[str]
    kinds: str
    starts: Sequence[int]
    ends: Sequence[int]
    passages: dict[int, Passage]
    """The quotations, by the position of their word."""
    sentences: Sequence[tuple[int, int]]
    """Where each begins and ends; none is longer than a reader could bear."""
    leads: dict[int, str]
    """The first character of each quotation."""
    tails: dict[int, str]
    """The last one."""
    scripts: dict[int, Line]
    """The name that opens a quoted piece of a transcript: SMITH: Well, ..."""

    def sentence_of(self, at: int) -> tuple[int, int]:
        """Give the sentence that holds a word."""
        index = bisect_right(self.sentences, (at, len(self.words))) - 1
        return self.sentences[max(0, index)]


def mask(text: str, start: int, end: int, passages: Sequence[Passage]) -> str:
    """Give text[start:end] with every quotation hidden, length unchanged."""
    pieces: list[str] = []
    at = start
    for passage in passages:
        pieces.append(text[at : passage.left])
        pieces.append(_HEAD + _REST * (passage.right - passage.left - 1))
        at = passage.right
    pieces.append(text[at:end])
    return "".join(pieces)


def read_line(text: str, start: int, end: int, passages: Sequence[Passage]) -> Line:
    """Read the words of a paragraph."""
    masked = mask(text, start, end, passages)
    words, starts, ends = _cut(masked, start)
    by_start = {passage.left: passage for passage in passages}
    letters = _kinds(words, starts, by_start)
    quoted = {i: by_start[starts[i]] for i, kind in enumerate(letters) if kind == "Q"}
    sentences = _sentences(text, words, letters, quoted)
    leads = {at: text[passage.start] for at, passage in quoted.items()}
    tails = {at: text[passage.end - 1] for at, passage in quoted.items()}
    scripts = {}
    for at, passage in quoted.items():
        script = _SCRIPT.match(text, passage.start, passage.end)
        if script is not None:
            scripts[at] = read_line(text, passage.start, script.end() - 1, ())
    return Line(words, letters, starts, ends, quoted, sentences, leads, tails, scripts)


def _cut(masked: str, start: int) -> tuple[list[str], list[int], list[int]]:
    """Give each word, where it begins and where it ends."""
    # What no word holds, a word, the air behind it, and so on: lengths give offsets.
    pieces = _TOKEN.split(masked)
    bounds = list(accumulate(map(len, pieces), initial=start))
    return pieces[1::3], bounds[1:-1:3], bounds[2::3]


def _kinds(
    words: Sequence[str], starts: Sequence[int], quotable: Container[int]
) -> str:
    """Give the letter of each word; `quotable` is where quotations begin."""
    kinds = list(map(_MIDWAY.__getitem__, words))
    for doubt in _DOUBTFUL.finditer("".join(kinds)):
        i = doubt.start()
        if kinds[i] == "Q":
            if starts[i] not in quotable:
                kinds[i] = "x"
        elif i and words[i] in _NAME_OR_MONTH and words[i - 1] in FIRST_NAMES:
            kinds[i] = "C"
    for opening in _OPENING.finditer("".join(kinds)):
        i = opening.end()
        if i < len(words) and words[i][0].isupper():
            kinds[i] = _FRESH[words[i]]
    return "".join(kinds)


class _Kinds(dict[str, str]):
    """Word to letter, filled as words are met; emptied when it grows large."""

    def __init__(self, *, fresh: bool) -> None:
        super().__init__()
        self._fresh = fresh

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_WORDS:
            self.clear()
        kind = self[word] = KINDS.get(word) or _kind_of(word, fresh=self._fresh)
        return kind


_FRESH: Final = _Kinds(fresh=True)
"""For words with which a sentence may begin; a small letter begins none."""
_MIDWAY: Final = _Kinds(fresh=False)


def _kind_of(word: str, *, fresh: bool) -> str:
    """Give the letter of a word that no list holds as it is written."""
    head = word[0]
    if head.islower():
        return _kind_of_stranger(word)
    if head.isupper():
        return _kind_of_listed(word) or _kind_of_capital(word, fresh=fresh)
    if head.isdigit():
        return "r" if word.endswith("-year-old") else "0"
    return _kind_of_mark(word)


def _kind_of_mark(word: str) -> str:
    if word[0] == _HEAD:
        return "Q"
    if len(word) == 2 and word[1] == "s":
        return "s"
    # Letters without case, as Chinese has them, can only be names in English text.
    return "C" if word[0].isalpha() else _PUNCTUATION.get(word, word[0])


def _kind_of_stranger(word: str) -> str:
    """Give the letter of a small word that no list holds."""
    if word.endswith("ly") and len(word) > 4:
        return "a"
    stem = word.replace("’", "'").partition("'")[0]
    # "he'd" acts as "he" does.
    if stem != word and KINDS.get(stem, "x") in "hyiwdt":
        return KINDS[stem]
    if _ARTICLED.match(word):
        return "C"
    return "r" if word.endswith("-year-old") else "x"


def _kind_of_listed(word: str) -> str | None:
    """Give the letter of a capitalised word that a list holds."""
    if word in TITLES:
        return "T"
    if word in DEMONYMS:
        return "j"
    if word in DATES:
        return "0"
    if len(word) == 2 and word[1] == ".":
        return "I"
    return "C" if word in FIRST_NAMES else None


def _kind_of_capital(word: str, *, fresh: bool) -> str:
    """Give the letter of any other capitalised word."""
    if len(word) > 1 and word.isupper():
        # WHO and IT are bodies; nobody shouts pronouns.
        return "C"
    small = word.lower()
    known = KINDS.get(small, "")
    if not known and ("’" in small or "'" in small):
        stranger = _kind_of_stranger(small)
        known = stranger if stranger in "hyiwdt" else ""
    if known and known in "hyiwdtBHncpA" and (fresh or len(word) < 5):
        return known
    if not fresh:
        return "C"
    if known in _CLOSED_CLASSES:
        return known
    if small.endswith("ly") and len(small) > 5:
        return "a"
    return "x" if small in OPENERS else "C"


def _sentences(
    text: str, words: list[str], kinds: str, quoted: dict[int, Passage]
) -> list[tuple[int, int]]:
    """Cut the words where a sentence ends, in or outside a quotation."""
    found: list[tuple[int, int]] = []
    begin = 0
    for stop in _STOP.finditer(kinds):
        i = stop.start()
        if kinds[i] == ".":
            ends = not _goes_on(words, kinds, i + 1)
        else:
            ends = _ends_sentence(text, words, kinds, quoted[i], i + 1)
        if ends:
            found += _bearable(begin, i + 1)
            begin = i + 1
    found += _bearable(begin, len(kinds))
    return found


def _bearable(begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that is too long."""
    while begin < end:
        stop = min(end, begin + _LONGEST + 1)
        yield begin, stop
        begin = stop


def _goes_on(words: list[str], kinds: str, after: int) -> bool:
    return after < len(kinds) and (words[after][0].islower() or kinds[after] in ",;)s")


_ATTRIBUTION: Final = re.compile(r"(?:d?[fxrgjCTIs0m]{1,6}|h|y|i)a?[Va]V?|V[dfCTjIhrR]")


def _ends_sentence(
    text: str, words: list[str], kinds: str, passage: Passage, after: int
) -> bool:
    """Say whether the words after a quotation begin a new sentence."""
    if after >= len(kinds):
        return True
    last = text[passage.end - 1]
    if last not in ".?!…" or _goes_on(words, kinds, after) or kinds[after] in ":-.(":
        return False
    if kinds[after] == "Q":
        return last != "…"
    # "Why?" Smith asked: after a question the attribution may start with a name.
    return not (last in "?!" and _ATTRIBUTION.match(kinds, after))
