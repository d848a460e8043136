"""Where nothing answers: what to ask instead, and how much that would find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive.remedies import remedies, unknown_words
from index.query.nearby import neighbours
from index.query.rewrite import asks_for_utterances
from index.query.subjects import ArticleSubject
from index.words import Analyser
from tests.screens.stage import archive_in
from tests.strategies import article_queries, clippings, utterance_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive import Archive
    from index.model import Clipping
    from index.query.nodes import Query


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = archive_in(tmp_path_factory.mktemp("stories"))
    yield opened
    opened.close()


def offered(archive: Archive, query: str) -> dict[str, int]:
    answer = archive.answer(query)
    assert answer.total == 0
    return {remedy.change: remedy.total for remedy in remedies(archive, answer)}


@pytest.mark.parametrize(
    ("query", "change"),
    [
        ("border -closed", "without -closed"),
        ("border before:2020", "without date:..2019"),
        ("bordr", "with bordr~"),
        ("by:marrek", "with by:marrek~"),
        ('"border minister"', "with border minister"),
        ("=minister's =BORDER", "with border"),
        ("minister &s gift", "with minister gift"),
        ("by:marek talks", "with in:article talks"),
        ('soup "closed border" minister', "only soup"),
        ("border soup ferry", "any of these words"),
        ("border bordr soup xyzzyq date:..2035", "any of these words"),
        ("bordr xyzzyq", "only bordr~"),
        ("soup tea ferry closed-bordr", "any of these words"),
        ("bordr ministr", "with bordr~ ministr~"),
        ("bordr by:marrek", "with bordr~ by:marrek~"),
    ],
)
def test_the_part_that_is_in_the_way_is_named(
    archive: Archive, query: str, change: str
) -> None:
    assert change in offered(archive, query)


def test_a_count_is_what_the_offered_query_finds(archive: Archive) -> None:
    for query in ("border -closed", "by:marrek closed", '"border minister" ferry'):
        for remedy in remedies(archive, archive.answer(query)):
            assert archive.answer(remedy.query).total == remedy.total > 0


def test_what_found_something_needs_no_remedy(archive: Archive) -> None:
    assert remedies(archive, archive.answer("border")) == ()


def test_a_word_that_is_known_is_not_taken_for_a_mistake(archive: Archive) -> None:
    assert not any("~" in change for change in offered(archive, "border soup ferry"))


def test_any_of_the_words_is_asked_with_the_misspelled_ones_mended(
    archive: Archive,
) -> None:
    answer = archive.answer("smuglers soup xyzzyq ferry ferry -closed")

    *_, remedy = remedies(archive, answer)

    assert remedy.query == "(smuglers~ | soup | ferry) -closed"
    assert remedy.best_first
    assert archive.answer(remedy.query).total == remedy.total > 0


def test_where_any_of_the_words_is_offered_no_word_is_offered_alone(
    archive: Archive,
) -> None:
    changes = offered(archive, "border bordr soup ferry minister valve")

    assert list(changes)[-1] == "any of these words"
    assert not any(change.startswith("only") for change in changes)


def test_an_article_half_remembered_stands_first_among_any_of_the_words(
    archive: Archive,
) -> None:
    sentence = "he went to the shops in one town and to his bed in the othr"
    *_, remedy = remedies(archive, archive.answer(sentence))

    (row,) = archive.rows(archive.answer(remedy.query), 0, 1)

    assert row.headline.id == "border"


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ("border strey soup condem", ("strey", "condem")),
        ('"closed bordr" -xyzzyq title:abcdef', ("bordr",)),
        ("by:marek bordr", ("bordr",)),
        ("xyzzyq ~5 border", ("xyzzyq",)),
        ("border soup ferry", ()),
        ("zeppelin", ()),
    ],
)
def test_the_words_that_no_article_has_are_named(
    archive: Archive, query: str, unknown: tuple[str, ...]
) -> None:
    assert unknown_words(archive, archive.answer(query)) == unknown


@given(st.one_of(article_queries(), utterance_queries()), clippings())
def test_whatever_answers_a_query_answers_its_neighbours(
    query: Query, clipping: Clipping
) -> None:
    host = ArticleSubject(clipping, Analyser())
    of_utterances = asks_for_utterances(query)
    subjects = host.utterances() if of_utterances else [host]

    for near in neighbours(query):
        assert near.query != query
        assert asks_for_utterances(near.query) == of_utterances
        # A misspelled word and the one that was meant have nothing in common.
        for subject in subjects if near.unknown is None else ():
            assert near.query.matches(subject) or not query.matches(subject)
