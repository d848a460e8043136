"""Read a run of characters, or what stands in quotation marks, as an operand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from index.query.faults import FaultError
from index.query.operands import Exact, Fuzzy, Operand, Pattern, Phrase, Word
from index.words import find_words, fold, written_form

if TYPE_CHECKING:
    from collections.abc import Iterator

Part: TypeAlias = Word | Exact | Pattern

_BEFORE_WORD = re.compile(r"(?:[^\w*?]|_)*")
# A question mark at the end of a word: in a sentence that was pasted, punctuation.
_ASKING = re.compile(r"\?+(?![\w*?])")
_CROWDED = re.compile(r"[\w*?](?=>[0-9]+$)")
_STAND_INS = "ꓐꓑꓒꓓ"


def read_run(text: str, at: int) -> Operand:
    """Read a word, `=Form`, pattern, `fuzzy~`, or a hyphenated phrase of these."""
    if "~" in text:
        return _fuzzy(text, at)
    if crowded := _CROWDED.search(text):
        raise FaultError("Put a space before > and after it.", at + crowded.end())
    if text.startswith("-"):
        raise FaultError("Write - before the field, not inside it.", at)
    parts = list(_parts(text, at))
    if not parts:
        raise FaultError("There is no letter or digit here to search for.", at)
    return _joined(parts)


def read_quotation(text: str, at: int) -> Operand:
    """Read the inside of quotation marks; `at` is the place of the opening mark."""
    inside = _ASKING.sub(lambda asking: " " * len(asking.group()), text)
    parts: list[Part] = []
    for run in re.finditer(r"\S+", inside):
        parts += _parts(run.group(), at + 1 + run.start())
    if not parts:
        raise FaultError("There are no words between these quotation marks.", at)
    return _joined(parts)


def asks(text: str) -> bool:
    """Say whether marks around it would take a `?` in it for punctuation."""
    return _ASKING.search(text) is not None


def _joined(parts: list[Part]) -> Operand:
    return parts[0] if len(parts) == 1 else Phrase(tuple(parts))


def _parts(run: str, at: int) -> Iterator[Part]:
    before = _BEFORE_WORD.match(run)
    exact = before is not None and before.group().endswith("=")
    # Wildcards count as letters where words are cut, so letters stand in for them.
    star, mark = _letters_not_in(run)[:2]
    masked = run.replace("*", star).replace("?", mark)
    for found in find_words(masked):
        form = written_form(found.group()) if exact else fold(found.group())
        form = form.replace(star, "*").replace(mark, "?")
        yield _part(form, at + found.start(), exact=exact)


def _letters_not_in(run: str) -> list[str]:
    letters = [char for char in _STAND_INS if char not in run]
    if len(letters) < 2:
        letters = [chr(c) for c in range(0x4E00, 0x9FFF) if chr(c) not in run]
    return letters


def _part(form: str, at: int, *, exact: bool) -> Part:
    if "*" not in form and "?" not in form:
        return Exact(form) if exact else Word(form)
    if not any(char.isalnum() for char in form):
        raise FaultError("A pattern needs at least one letter or digit: zelen*", at)
    if exact:
        raise FaultError("An exact form (=) takes no * or ?; leave one out.", at)
    return Pattern(form)


def _fuzzy(text: str, at: int) -> Fuzzy:
    head, _, tail = text.partition("~")
    place = at + len(head)
    distances: dict[str, Literal[1, 2]] = {"": 1, "1": 1, "2": 2}
    distance = distances.get(tail.rstrip(".,;:!"))
    if distance is None:
        raise FaultError(
            "After a word ~ takes 1 or 2 wrong letters; for words near each other "
            "write a space on each side: nato ~5 peskov",
            place,
        )
    parts = list(_parts(head, at))
    if len(parts) != 1 or not isinstance(parts[0], Word):
        raise FaultError("Only a single plain word can take ~ behind it.", place)
    return Fuzzy(parts[0].text, distance)
