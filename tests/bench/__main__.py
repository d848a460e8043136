"""Print what `make bench` prints: `python -m tests.bench DUMP [ARTICLES [TOOLS]]`.

TOOLS is the folder of ptydrive and linkproxy, by which the reader is measured.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, TypeVar

from index.engine import Order
from index.engines import open_engine, open_filer
from index.model import Clipping
from index.query.parse import parse
from index.quotes import extract
from index.words import Analyser
from tests.bench.corpus import Asked, questions, read_articles
from tests.bench.peers import Fts
from tests.bench.reader import print_reader
from tests.bench.slow_line import print_held_key
from tests.bench.starts import print_adding, print_commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.engine import Engine
    from index.model import Article

_ROUNDS = 3

T = TypeVar("T")


def main() -> int:
    """Measure on the given dump; without it, say what is wanted."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).exists():
        print("A dump of JSON lines is wanted: make bench CORPUS=FILE.jsonl.gz")
        return 2
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    articles = _timed_reading(Path(sys.argv[1]), count)
    with tempfile.TemporaryDirectory() as folder:
        _measure(articles, Path(folder))
        # Compiled modules are written and read as they are for a user.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        archive = print_adding(Path(sys.argv[1]), count, Path(folder))
        print_commands(archive)
        _measure_reader(archive, sys.argv[3:], Path(folder))
    return 0


def _measure_reader(archive: Path, tools: list[str], folder: Path) -> None:
    if not tools or not (Path(tools[0]) / "ptydrive.py").exists():
        print("reader: not measured; TOOLS=DIR with ptydrive.py is wanted")
        return
    print_reader(archive, Path(tools[0]), folder / "state")
    print_held_key(archive, Path(tools[0]))


def _timed_reading(dump: Path, count: int) -> list[Article]:
    began = process_time()
    articles = list(read_articles(dump, count))
    took = process_time() - began
    text = sum(len(article.text.encode()) for article in articles)
    print(
        f"corpus: {len(articles):,} articles of {dump.name}, {text / 1e6:.1f} MB text"
    )
    print(f"read, with zones and dates: {len(articles) / took:,.0f} articles / CPU s")
    return articles


def _measure(articles: list[Article], folder: Path) -> None:
    clippings, took = _cpu(lambda: [Clipping(a, extract(a)) for a in articles])
    quotes = sum(len(clipping.quotes) for clipping in clippings)
    rate = len(articles) / took
    print(f"quotations: {quotes:,} found; {rate:,.0f} articles / CPU s (goal 400)")
    analyser = Analyser()
    _, ours = _cpu(lambda: _build(folder / "index", analyser, clippings))
    fts = Fts(folder / "fts.db")
    _, theirs = _cpu(lambda: fts.build(articles))
    text = sum(len(article.text.encode()) for article in articles)
    size = sum(f.stat().st_size for f in (folder / "index").rglob("*") if f.is_file())
    print(
        f"building: {len(articles) / ours:,.0f} articles / CPU s, utterances included; "
        f"FTS5 {len(articles) / theirs:,.0f}; ratio {theirs / ours:.2f} (goal 0.35)"
    )
    print(
        f"size: index {size / text:.2f} of the text, FTS5 {fts.size / text:.2f}"
        " (goal 1.0)"
    )
    engine, took = _cpu(lambda: open_engine(folder / "index", analyser))
    print(f"opening: {took * 1000:.0f} CPU ms")
    _compare(engine, fts, questions(articles))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this run: {peak:,.0f} MB")


def _cpu(work: Callable[[], T]) -> tuple[T, float]:
    gc.collect()
    began = process_time()
    done = work()
    return done, process_time() - began


def _build(folder: Path, analyser: Analyser, clippings: list[Clipping]) -> None:
    filer = open_filer(folder, analyser, fresh=True)
    filer.put(clippings)
    filer.commit(1)


def _compare(engine: Engine, fts: Fts, asked: list[Asked]) -> None:
    print("query class      ours p50     p95  FTS5 p50     p95  ratio of p50, of p95")
    all_ours: list[float] = []
    all_theirs: list[float] = []
    for group in dict.fromkeys(one.group for one in asked):
        ours: list[float] = []
        theirs: list[float] = []
        for one in (one for one in asked if one.group == group):
            for _ in range(_ROUNDS):
                ours.append(_ms(partial(_ask, engine, one.ours)))
                theirs.append(_ms(partial(fts.ask, one.fts)))
        _row(group, ours, theirs)
        all_ours += ours
        all_theirs += theirs
    _row("all", all_ours, all_theirs)


def _ask(engine: Engine, text: str) -> None:
    found = engine.search(parse(text, today=date(2026, 11, 21)), Order.RELEVANCE)
    _ = found.total
    found.window(0, 50)


def _ms(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def _row(group: str, ours: list[float], theirs: list[float]) -> None:
    mid, high = median(ours), _p95(ours)
    their_mid, their_high = median(theirs), _p95(theirs)
    print(
        f"{group:15} {mid:9.2f} {high:7.2f} {their_mid:9.2f} {their_high:7.2f}"
        f"  {mid / their_mid:.2f}, p95 {high / their_high:.2f}"
    )


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


if __name__ == "__main__":
    sys.exit(main())
