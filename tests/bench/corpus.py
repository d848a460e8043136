"""The articles that are measured, and queries drawn from their own words."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.ingest import Row, read_row, rows
from index.words import find_words, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.model import Article

ADDED = "2026-11-21T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in quoth's language and in SQLite's."""

    group: str
    ours: str
    fts: str


def read_articles(dump: Path, count: int) -> Iterator[Article]:
    """Yield the first so many articles of a dump of JSON lines."""
    with dump.open("rb") as stream:
        taken = 0
        for row in rows(stream, dump.name):
            if isinstance(row, Row):
                yield read_row(row, added=ADDED)
                taken += 1
            if taken == count:
                return


def questions(articles: list[Article], each: int = 20) -> list[Asked]:
    """Draw questions of every class; the same articles give the same questions."""
    chance = random.Random(20261121)
    counts: Counter[str] = Counter()
    for article in articles[:2000]:
        words = {fold(m.group()) for m in find_words(article.text)}
        counts.update(w for w in words if w.isalpha() and w.isascii() and len(w) > 3)
    ranked = [word for word, _ in counts.most_common()]
    common, middle = ranked[20:220], ranked[220:3000]
    rare = [w for w in ranked if 2 <= counts[w] <= 5]
    asked: list[Asked] = []
    for _ in range(each):
        a, b, c = chance.sample(common, 3)
        m, n = chance.sample(middle, 2)
        asked += [
            Asked("frequent term", a, a),
            Asked("rare term", r := chance.choice(rare), r),
            Asked("and of two", f"{a} {m}", f"{a} AND {m}"),
            Asked("and of three", f"{a} {b} {c}", f"{a} AND {b} AND {c}"),
            Asked("or of three", f"{a} | {m} | {n}", f"{a} OR {m} OR {n}"),
            Asked("not", f"{a} -{m}", f"{a} NOT {m}"),
            Asked("prefix", f"{m[:4]}*", f"{m[:4]}*"),
            _phrase(chance.choice(articles), chance),
        ]
    return asked


def _phrase(article: Article, chance: random.Random) -> Asked:
    words = [m.group() for m in find_words(article.text[:3000])]
    plain = [i for i in range(len(words) - 1) if _plain(words[i : i + 2])]
    start = chance.choice(plain or [0])
    pair = " ".join(words[start : start + 2])
    return Asked("phrase", f'"{pair}"', f'"{pair}"')


def _plain(pair: list[str]) -> bool:
    return all(word.isalpha() and word.isascii() for word in pair)
