"""The five sample articles in an archive of their own, asked through the shell.

They are not ours to hand on: they lie in `seeds` under $QUOTH_SHARED_DATA.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.shell import Told, added, fits, quoth

SEEDS = Path(os.environ.get("QUOTH_SHARED_DATA", "/nowhere")) / "seeds"
ALL = {"000", "001", "002", "003", "004"}
FURNITURE = {
    "001": [
        "SEE ALSO: Ukrainian",
        "SEE ALSO: Not-So",
        "Sign up for Europe News",
        "a daily newsletter",
        "Copyright (c)",
    ],
    "003": ["Discuss"],
    "004": ["Advertisement", "Image: AP | Image:self", "Image: AP\n"],
}
"""Lines of the page around an article."""

needs_samples = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the sample articles lie under $QUOTH_SHARED_DATA"
)


@cache
def folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="quoth-seeds-")


@cache
def archive() -> Path:
    """An archive of the five, made once; tests only read it."""
    news = Path(folder().name) / "news"
    assert added(news, SEEDS).json["added"] == 5
    return news


@cache
def asked(*words: str) -> Told:
    return quoth(*words, archive=archive())


def search(*words: str) -> dict[str, Any]:
    told = asked("search", "--json", "--limit", "0", *words)
    assert told.code in (0, 1), told.err
    answer: dict[str, Any] = told.json
    kind = answer["kind"]
    fits(answer, f"search-{kind}")
    return answer


def number(path: str) -> str:
    """000 to 004, from the name of the file."""
    return Path(path).name[:3]


def found(*words: str) -> set[str]:
    return {number(hit["path"]) for hit in search(*words)["hits"]}


def path_of(sample: str) -> Path:
    (path,) = SEEDS.glob(f"{sample}_*.txt")
    return path


def article(sample: str) -> dict[str, Any]:
    told = asked("show", str(path_of(sample)), "--json", "--quotes")
    fits(told.json, "show")
    shown: dict[str, Any] = told.json
    return shown


def text_of(sample: str) -> str:
    return path_of(sample).read_bytes().decode("utf-8-sig")


def quotes(sample: str, *kinds: str) -> list[Any]:
    """The quotations of an article; those between marks, unless kinds are named."""
    wanted = kinds or ("direct", "mixed")
    return [q for q in article(sample)["quotes"] if q["kind"] in wanted]


def kinds_of(sample: str, speaker: str) -> set[str]:
    """In which ways somebody speaks in an article."""
    said = article(sample)["quotes"]
    return {q["kind"] for q in said if q["speaker"] == speaker}


def the_quote(sample: str, opening: str) -> Any:
    """The one quotation between marks that begins so."""
    (quote,) = [q for q in quotes(sample) if q["text"].startswith(opening)]
    return quote


def speaker_of(sample: str, opening: str) -> str | None:
    named: str | None = the_quote(sample, opening)["speaker"]
    return named


def day(date: dict[str, Any] | None) -> str | None:
    return date["value"][:10] if date else None


def dates(sample: str) -> dict[str, Any]:
    known: dict[str, Any] = article(sample)["date"]
    return known
