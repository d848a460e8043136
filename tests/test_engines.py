"""What every engine does, told one behaviour at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.engine import Engine, Filer, Order
from index.engines.memory import MemoryFiler
from index.engines.whoosh import WhooshEngine, WhooshFiler
from index.model import Certainty, Clipping, ZoneKind
from index.query.nodes import (
    About,
    All,
    And,
    Attribute,
    By,
    Date,
    Exact,
    Field,
    Fuzzy,
    InArticle,
    Many,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Raw,
    Said,
    State,
    Text,
    Together,
    Undated,
    Word,
)
from index.words import Analyser
from tests.makers import article, clipping, found, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ANALYSER = Analyser()


class Index:
    """A place to file into and to open engines from."""

    def __init__(
        self, filer: Callable[[], Filer], opened: Callable[[], Engine]
    ) -> None:
        self.filer = filer
        self.opened = opened

    def file(self, *clippings: Clipping, drop: Iterable[str] = ()) -> Index:
        filer = self.filer()
        filer.put(clippings)
        filer.drop(drop)
        filer.commit(1)
        return self

    def ids(self, query: Query, order: Order = Order.DATE) -> list[str]:
        answer = self.opened().search(query, order)
        hits = answer.window(0, answer.total)
        return [h.article if h.quote is None else f"{h.article}{h.quote}" for h in hits]


@pytest.fixture(params=["memory", "whoosh"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    if request.param == "memory":
        filer = MemoryFiler(ANALYSER)
        return Index(lambda: filer, filer.engine)
    return Index(
        lambda: WhooshFiler(tmp_path, ANALYSER),
        lambda: WhooshEngine(tmp_path, ANALYSER),
    )


def words(text: str) -> Text:
    """`red line` is a phrase; `=Red` is exact; `r*d` is a pattern; `red~` is fuzzy."""
    parts = [_part(part) for part in text.split()]
    if text.endswith("~"):
        return Text(Fuzzy(text[:-1], 1))
    return Text(parts[0] if len(parts) == 1 else Phrase(tuple(parts)))


def _part(text: str) -> Word | Exact | Pattern:
    if text.startswith("="):
        return Exact(text[1:])
    return Pattern(text) if set("*?") & set(text) else Word(text)


STORIES = (
    clipping("The red lines were drawn. NATO agreed.", id="a", title="Kyiv waits"),
    clipping("A line in red. The U.S. said so; us too.", id="b", title="Kiev"),
    clipping("Warned again, they said: we warn you.\nA red line.", id="c"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("line", ["a", "b", "c"]),
        ("red line", ["a", "c"]),
        ("red =lines", ["a"]),
        ("red l*", ["a", "c"]),
        ("kyiv", ["a", "b"]),
        ("=Kyiv", ["a"]),
        ("=kyiv", []),
        ("k*v", ["a", "b"]),
        ("us", ["b"]),
        ("=US", ["b"]),
        ("=us", ["b"]),
        ("=Us", []),
        ("warn", ["c"]),
        ("=warn", ["c"]),
        ("=warns", []),
        ("wa?n", ["c"]),
        ("nata~", ["a"]),
        ("wato~", []),
        ("missing", []),
    ],
)
def test_words_are_found_as_the_language_says(
    index: Index, text: str, expected: list[str]
) -> None:
    index.file(*STORIES)

    assert index.ids(words(text)) == expected


def test_a_phrase_does_not_cross_from_title_or_paragraph(index: Index) -> None:
    index.file(
        clipping(article("The red", "line is here", title="It is the"), id="a"),
    )

    assert index.ids(words("red line")) == []
    assert index.ids(words("the red")) == ["a1"]
    assert index.ids(words("the the")) == []


def test_nearness_is_counted_in_words_either_way_unless_ordered(index: Index) -> None:
    index.file(clipping("NATO told the press that Peskov left", id="a"))
    nato, peskov = Word("nato"), Word("peskov")

    assert index.ids(Text(Near(peskov, nato, 5))) == ["a"]
    assert index.ids(Text(Near(peskov, nato, 4))) == []
    assert index.ids(Text(Near(peskov, nato, 9, ordered=True))) == []
    assert index.ids(Text(Near(nato, peskov, 5, ordered=True))) == ["a"]


def test_a_sentence_is_smaller_than_a_paragraph(index: Index) -> None:
    index.file(clipping("Mr. Li spoke. Moscow fell silent.", id="a"))

    assert index.ids(Text(Together(Word("mr"), Word("spoke"), "s"))) == ["a"]
    assert index.ids(Text(Together(Word("li"), Word("moscow"), "s"))) == []
    assert index.ids(Text(Together(Word("li"), Word("moscow"), "p"))) == ["a"]


def test_not_may_stand_alone(index: Index) -> None:
    index.file(*STORIES)

    assert index.ids(Not(words("kyiv"))) == ["c"]
    assert index.ids(And((words("line"), Not(words("nato"))))) == ["b", "c"]
    assert index.ids(Or((words("nato"), words("warn")))) == ["a", "c"]


def test_many_counts_title_heading_and_body_together(index: Index) -> None:
    made = article(
        "Red and red.",
        (ZoneKind.HEADING, "Red"),
        (ZoneKind.CAPTION, "red"),
        title="Red",
    )
    index.file(clipping(made))

    assert index.ids(Many(4, Word("red"))) == ["a1"]
    assert index.ids(Many(5, Word("red"))) == []


def test_boilerplate_answers_only_in_raw(index: Index) -> None:
    index.file(clipping(article("Body", (ZoneKind.BOILERPLATE, "Share this story"))))

    assert index.ids(words("share")) == []
    assert index.ids(Raw(Phrase((Word("share"), Word("this"))))) == ["a1"]
    assert index.ids(Raw(Word("body"))) == ["a1"]


def test_a_made_up_title_is_never_searched(index: Index) -> None:
    made_up = found("Invented headline", Certainty.MADE_UP)
    index.file(clipping(article("Body", title=made_up)))

    assert index.ids(words("invented")) == []
    assert index.ids(Field("title", Word("invented"))) == []
    assert index.ids(Raw(Word("invented"))) == []


def test_fields_are_found_by_their_words(index: Index) -> None:
    made = article("x", title="The Red", outlet="Kiev Post", authors=["Ann Li", "Bo"])
    index.file(clipping(made))

    assert index.ids(Field("outlet", Word("kyiv"))) == ["a1"]
    assert index.ids(Field("author", Phrase((Word("ann"), Word("li"))))) == ["a1"]
    assert index.ids(Field("author", Phrase((Word("li"), Word("bo"))))) == []
    assert index.ids(Field("title", Exact("Red"))) == ["a1"]
    assert index.ids(Field("tag", Word("red"))) == []
    assert index.ids(Attribute("path", "a1.t")) == ["a1"]


def test_dates_put_in_order_with_the_undated_last(index: Index) -> None:
    index.file(
        clipping(article("x", id="june", published="2021-06")),
        clipping(article("x", id="noon", published="2021-06-17T12:00")),
        clipping(article("x", id="day", published="2021-06-17")),
        clipping(article("x", id="never")),
        clipping(article("x", id="also", published="2021-06-17")),
    )

    assert index.ids(All()) == ["june", "also", "day", "noon", "never"]
    assert index.ids(All(), Order.DATE_DESC) == ["noon", "also", "day", "june", "never"]
    assert index.ids(All(), Order.RELEVANCE) == index.ids(All(), Order.DATE_DESC)


def test_undated_articles_are_counted_with_date_filters_left_out(index: Index) -> None:
    index.file(
        clipping(article("red", id="dated", published="2021-06-17")),
        clipping(article("red", id="undated")),
        clipping(article("blue", id="other")),
    )
    query = And((words("red"), Date("date", None, None)))

    answer = index.opened().search(query, Order.DATE)

    assert (answer.total, answer.undated) == (1, 1)
    assert index.ids(Undated()) == ["other", "undated"]


def test_a_title_counts_more_than_a_body_and_a_heading_lies_between(
    index: Index,
) -> None:
    filler = "one two three four"
    index.file(
        clipping(article(f"red {filler}", "five", id="body", title="six")),
        clipping(article(filler, (ZoneKind.HEADING, "red"), id="heading", title="six")),
        clipping(article(filler, "five", id="title", title="red")),
    )

    assert index.ids(words("red"), Order.RELEVANCE) == ["title", "heading", "body"]


def speech() -> Clipping:
    made = article(
        "Peskov said of NATO: “The red line stands.” Kyiv replied: “We see no line.”",
        published="2021-06-17",
    )
    return clipping(
        made,
        quote("The red line stands.", made, "Dmitry Peskov", mention="Peskov"),
        quote("We see no line.", made),
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (By(Word("peskov")), ["a10"]),
        (By(Phrase((Word("dmitry"), Word("peskov")))), ["a10"]),
        (Said(Word("line")), ["a10", "a11"]),
        (Said(Phrase((Word("red"), Word("line")))), ["a10"]),
        (Said(Word("nato")), []),
        (About(Word("nato")), ["a10"]),
        (About(Word("peskov")), []),
        (About(Word("kyiv")), ["a11"]),
        (And((Said(Word("line")), Text(Word("see")))), ["a11"]),
        (And((Said(Word("line")), InArticle(Word("nato")))), ["a10", "a11"]),
        (And((Said(Word("line")), Not(By(Word("peskov"))))), ["a11"]),
        (And((Said(Word("line")), Date("date", None, None))), ["a10", "a11"]),
    ],
)
def test_utterances_are_found(index: Index, query: Query, expected: list[str]) -> None:
    index.file(speech())

    assert index.ids(query) == expected


def test_said_words_outside_the_searched_zones_are_found_as_said(index: Index) -> None:
    made = article("Body", (ZoneKind.CAPTION, "Li: “we will win”"))
    index.file(clipping(made, quote("we will win", made, "Li")))

    assert index.ids(Said(Phrase((Word("will"), Word("win"))))) == ["a10"]
    assert index.ids(words("win")) == []


def test_an_article_put_again_replaces_itself_and_its_utterances(index: Index) -> None:
    index.file(speech())
    index.file(clipping("Nothing was said.", id="a1"))

    assert index.ids(words("line")) == []
    assert index.ids(By(Word("peskov"))) == []
    assert index.opened().searched == 1


def test_a_dropped_article_is_gone_and_an_unknown_one_is_no_error(index: Index) -> None:
    index.file(*STORIES).file(drop=["a", "nobody"])

    assert index.ids(words("line")) == ["b", "c"]
    assert index.opened().searched == 2


def test_an_article_dropped_before_its_commit_was_never_there(index: Index) -> None:
    index.file(*STORIES, drop=["a"])

    assert index.ids(All()) == ["b", "c"]


def test_an_empty_index_answers_with_nothing(index: Index) -> None:
    index.file()

    assert index.ids(All()) == []
    assert index.ids(By(Word("peskov"))) == []
    assert index.opened().searched == 0


def test_whose_state_is_meant_only_the_archive_knows(index: Index) -> None:
    index.file(*STORIES)

    with pytest.raises(TypeError):
        index.ids(State("unread"))
