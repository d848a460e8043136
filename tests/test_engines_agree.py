"""Every engine gives the sets and orders that `matches` gives, whatever was filed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engine import Order
from index.engines.memory import MemoryFiler
from index.engines.whoosh import WhooshEngine, WhooshFiler
from index.words import Analyser
from tests.strategies import IDS, article_queries, clippings, utterance_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.engine import Engine, Found
    from index.model import Clipping
    from index.query.nodes import Query

EXAMPLES = int(os.environ.get("QUOTH_EXAMPLES", "300"))
ANALYSER = Analyser()

Step: TypeAlias = tuple[list["Clipping"], set[str]]
"""What is put, and what is dropped then, before one commit."""

steps = st.lists(
    st.tuples(
        st.lists(clippings(), max_size=4),
        st.sets(st.sampled_from(IDS), max_size=2),
    ),
    min_size=1,
    max_size=6,
)


@pytest.fixture(scope="module", autouse=True)
def _nothing_need_outlive_a_power_cut() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        yield


def answer(found: Found) -> list[tuple[str, int | None]]:
    return [(hit.article, hit.quote) for hit in found.window(0, found.total)]


def filed(folder: Path, commits: list[Step]) -> tuple[WhooshEngine, Engine]:
    memory = MemoryFiler(ANALYSER)
    for revision, (put, dropped) in enumerate(commits):
        whoosh = WhooshFiler(folder, ANALYSER, spill_words=40)
        for filer in (whoosh, memory):
            filer.put(put)
            filer.drop(dropped)
            filer.commit(revision)
    return WhooshEngine(folder, ANALYSER), memory.engine()


def agree(engine: Engine, oracle: Engine, query: Query) -> None:
    for order in Order:
        ours, right = engine.search(query, order), oracle.search(query, order)
        assert ours.total == right.total
        assert ours.undated == right.undated
        if order is Order.RELEVANCE:
            assert sorted(answer(ours)) == sorted(answer(right))
        else:
            assert answer(ours) == answer(right)
        # A window is a stretch of the whole, whether picked or put in order.
        again = engine.search(query, order)
        assert again.window(1, 3) == ours.window(0, ours.total)[1:3]


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(steps, st.lists(article_queries() | utterance_queries(), min_size=4, max_size=8))
def test_whatever_is_filed_both_engines_answer_alike(
    commits: list[Step], queries: list[Query]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine, oracle = filed(Path(folder), commits)

        for query in queries:
            agree(engine, oracle, query)

        assert engine.searched == oracle.searched
        engine.close()
