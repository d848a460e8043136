"""Every answer under corrections is that of an archive that had been right before."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.archive.aliases import AliasedEngine
from index.archive.merging import moment_in
from index.archive.overlay import CorrectedEngine
from index.engine import Order
from index.engines.memory import MemoryEngine
from index.state.anchors import anchor
from index.state.correcting import Correction, Corrects, corrected, in_force
from index.words import Analyser
from tests.strategies import DATES, NAMES, OUTLETS, article_queries, utterance_queries
from tests.strategies import clippings as any_clippings
from tests.test_engines_agree import answer

if TYPE_CHECKING:
    from index.model import Clipping
    from index.query.nodes import Query

EXAMPLES = int(os.environ.get("QUOTH_EXAMPLES", "200"))
ANALYSER = Analyser()
NOW = datetime(2031, 3, 4, tzinfo=UTC)


@st.composite
def overlaid(draw: st.DrawFn) -> tuple[list[Clipping], list[Correction]]:
    found = {c.article.id: c for c in draw(st.lists(any_clippings(), max_size=6))}
    made: list[Correction] = []
    for number in range(draw(st.integers(0, 5))):
        if not found:
            break
        about = draw(st.sampled_from(tuple(Corrects)))
        whose = draw(st.sampled_from(sorted(found)))
        made.append(draw(correction(found[whose], about, str(number))))
    return list(found.values()), made


@st.composite
def correction(
    draw: st.DrawFn, of: Clipping, about: Corrects, number: str
) -> Correction:
    values = {
        Corrects.TITLE: ("Red line", "café"),
        Corrects.OUTLET: (*OUTLETS, None),
        Corrects.SPEAKER: (*NAMES, "Ilse Marek", None),
        Corrects.ALIAS: NAMES,
    }.get(about, (*(d for d in DATES if not d.endswith("?")), None))
    value = draw(st.sampled_from(values))
    place = None
    if about is Corrects.SPEAKER and of.quotes:
        meant = draw(st.sampled_from(of.quotes))
        place = anchor(of.article.text, meant.span)
    is_alias = about is Corrects.ALIAS
    return Correction(
        number,
        about,
        value,
        draw(st.sampled_from(NAMES)) if is_alias else None,
        "me",
        NOW,
        "" if is_alias else of.article.id,
        anchor=place,
    )


def laid_over(
    clippings: list[Clipping], corrections: list[Correction]
) -> CorrectedEngine:
    """The engine of what was read, under the corrections, as an archive lays them."""
    corrigenda = in_force(corrections)
    by_id = {c.article.id: c for c in clippings}

    spoken = {
        (c.article.id, number): (q.speaker, corrigenda.name_of(q.speaker))
        for c in clippings
        for number, q in enumerate(c.quotes)
        if q.speaker and q.speaker in corrigenda.aliases
    }

    def moment_of(id_: str, order: Order) -> int | None:
        return moment_in(by_id[id_].article, order)

    engine = MemoryEngine(clippings, ANALYSER)
    return CorrectedEngine(
        AliasedEngine(engine, ANALYSER, spoken, moment_of),
        ANALYSER,
        lambda kinds: corrigenda.of(*kinds),
        lambda ids: [corrected(by_id[id_], corrigenda) for id_ in ids],
        moment_of,
    )


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    overlaid(),
    st.lists(article_queries() | utterance_queries(), min_size=3, max_size=6),
)
def test_every_answer_is_that_of_the_corrected_archive(
    made: tuple[list[Clipping], list[Correction]], queries: list[Query]
) -> None:
    clippings, corrections = made
    corrigenda = in_force(corrections)
    right = MemoryEngine([corrected(c, corrigenda) for c in clippings], ANALYSER)
    ours = laid_over(clippings, corrections)

    for query in queries:
        for order in Order:
            found, wanted = ours.search(query, order), right.search(query, order)
            assert found.total == wanted.total
            assert found.undated == wanted.undated
            if order is Order.RELEVANCE:
                assert sorted(answer(found)) == sorted(answer(wanted))
            else:
                assert answer(found) == answer(wanted)
            assert found.window(1, 3) == found.window(0, found.total)[1:3]
