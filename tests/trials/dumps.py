"""Dumps of news for the trials: cut from a real one, or of invented articles."""

from __future__ import annotations

import gzip
import json
import random
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tests.makers import article

if TYPE_CHECKING:
    from collections.abc import Iterator

_PEOPLE = ("Ilse Marek", "Tomas Reyl", "Dario Venn", "Emil Brucke", "Nora Halden")
_PLACES = ("Tessel", "Vell", "Lanterholt", "Kessin", "Orvany")
_NOUNS = ("border", "ferry", "bridge", "harbour", "budget", "valve", "soup", "letter")
_VERBS = ("closed", "sailed", "opened", "failed", "moved", "sank", "passed")


def dump_of(source: Path | None, to: Path, first: int, count: int, seed: int) -> Path:
    """Write so many rows of a dump, from some row on; invented where there is none."""
    rows = _cut(source, first, count) if source else _invented(first, count, seed)
    with gzip.open(to, "wt", encoding="utf-8", compresslevel=1) as stream:
        stream.writelines(f"{row}\n" for row in rows)
    return to


def _cut(source: Path, first: int, count: int) -> Iterator[str]:
    with gzip.open(source, "rt", encoding="utf-8") as stream:
        for line in islice(stream, first, first + count):
            yield line.rstrip("\n")


def _invented(first: int, count: int, seed: int) -> Iterator[str]:
    for number in range(first, first + count):
        chance = random.Random(seed * 1_000_003 + number)
        yield json.dumps(invented_row(number, chance), ensure_ascii=False)


def invented_row(number: int, chance: random.Random, *more: str) -> dict[str, str]:
    """Give a row of a dump, of an article that nobody wrote."""
    lines = [_paragraph(chance) for _ in range(chance.randint(3, 9))]
    made = article(
        *lines,
        *more,
        id=f"n{number}",
        title=f"The {chance.choice(_NOUNS)} of {chance.choice(_PLACES)}",
        outlet=f"{chance.choice(_PLACES)} Courier",
        published=f"203{number % 9}-0{number % 8 + 1}-1{number % 9}",
    )
    assert made.title
    assert made.outlet
    assert made.published
    return {
        "id": made.id,
        "title": made.title.value,
        "source": made.outlet.value,
        "date": made.published.value,
        "text": made.text,
    }


def _paragraph(chance: random.Random) -> str:
    noun, verb = chance.choice(_NOUNS), chance.choice(_VERBS)
    said = f"“The {noun} has {verb} and stays so,” {chance.choice(_PEOPLE)} said"
    where = f"in {chance.choice(_PLACES)} on day {chance.randint(1, 999)}"
    return f"{said} {where}. Nobody knew why the {chance.choice(_NOUNS)} was late."


def given(path: str | None) -> tuple[Path | None, str]:
    """Give a file that was named, and say in words what is used."""
    if path and Path(path).exists():
        return Path(path), Path(path).name
    missing = f"{Path(path).name} is not here: " if path else ""
    return None, f"{missing}invented articles"
