"""Random archives and queries for hypothesis: small words, every kind of trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from index.model import (
    Article,
    Certainty,
    Clipping,
    Finding,
    Quote,
    QuoteKind,
    Span,
    ZoneKind,
)
from index.query.nodes import (
    About,
    All,
    Among,
    And,
    Attribute,
    By,
    Confidence,
    Date,
    Exact,
    Field,
    Fuzzy,
    InArticle,
    Kind,
    Many,
    Near,
    Negated,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Raw,
    Said,
    Saved,
    Text,
    Together,
    Undated,
    Word,
)
from index.query.rewrite import joined
from index.words import find_words, fold, written_form
from tests.makers import Line, article, found, quote

if TYPE_CHECKING:
    from index.query.nodes import DateField
    from index.query.operands import Operand, Sought

WORDS = (
    "red", "Red", "line", "lines", "NATO", "nato", "Kyiv", "Kiev", "warned", "warns",
    "US", "U.S.", "us", "p.m.", "couldn’t", "couldn't", "Zelensky's", "Zelenskiy",
    "café", "Cafe", "NATO-Russia", "3.5", "1,000", "Gen.", "Mr.", "x's's", "o’clock",
    "naı\u0308ve", "Москва", "Moscow", "a.b.c", "e-mail",
)  # fmt: skip
GAPS = (" ", " ", " ", " ", ". ", ". ", ", ", " — ", "! “", "” ", " “", "-", "?\u00a0")
NAMES = (
    "Dmitry Peskov", "Dmitry S. Peskov", "Jens Stoltenberg", "The Foreign Ministry",
    "Zelenskyy", "Li",
)  # fmt: skip
OUTLETS = ("Brussels Morning", "AP", "Kiev Post")
DATES = (
    "2021", "2021-06", "2021-06-17", "2021-06-17T21:14", "2021-06-17T08:00", "2022-01",
    "2020-12-31", "2021?", "2021-06-16?", "2024-02-29",
)  # fmt: skip
IDS = tuple("abcdefgh")
DATE_FIELDS: tuple[DateField, ...] = ("date", "published", "event", "added")


def words() -> st.SearchStrategy[str]:
    return st.sampled_from(WORDS)


@st.composite
def passages(draw: st.DrawFn) -> str:
    first = draw(words())
    rest = draw(st.lists(st.tuples(st.sampled_from(GAPS), words()), max_size=10))
    end = draw(st.sampled_from(("", ".", "”", ".” ", "!")))
    return first + "".join(gap + word for gap, word in rest) + end


def zone_kinds() -> st.SearchStrategy[ZoneKind | None]:
    searched = [ZoneKind.BODY] * 4 + [ZoneKind.HEADING, ZoneKind.TITLE]
    return st.sampled_from([*searched, *ZoneKind, None])


def lines() -> st.SearchStrategy[Line]:
    return st.tuples(zone_kinds(), passages())


def titles() -> st.SearchStrategy[Finding | None]:
    certain = st.sampled_from(tuple(Certainty))
    return st.none() | st.builds(found, passages(), certain)


@st.composite
def articles(draw: st.DrawFn, id: str) -> Article:  # noqa: A002 - the article's word
    dates = st.none() | st.sampled_from(DATES)
    made = article(
        *draw(st.lists(lines(), max_size=5)),
        id=id,
        title=draw(titles()),
        published=draw(dates),
        updated=draw(st.none() | dates),
        event=draw(dates),
        outlet=draw(st.none() | st.sampled_from(OUTLETS)),
        authors=draw(st.lists(st.sampled_from(NAMES), max_size=2)),
        path=f"News/{id.upper()}.txt",
        added=draw(st.none() | st.just("2021-06-17T10:00:00")),
        url=draw(st.none() | st.just(f"https://Example.org/{id}")),
        language=draw(st.sampled_from(("en", "uk"))),
    )
    return draw(rezoned(made))


@st.composite
def rezoned(draw: st.DrawFn, made: Article) -> Article:
    """Trim a zone so that it no longer covers its line, or ends within a word."""
    if not made.zones or not draw(st.booleans()):
        return made
    at = draw(st.integers(0, len(made.zones) - 1))
    zone = made.zones[at]
    start = draw(st.integers(zone.start, zone.end - 1))
    if draw(st.booleans()):
        spaces = [m.end() for m in find_words(made.text[: zone.end])]
        start = next((s for s in spaces if zone.start < s < zone.end), zone.start)
    trimmed = replace(zone, start=start)
    halves = [trimmed]
    if draw(st.booleans()) and start > zone.start:
        halves = [replace(zone, end=start), trimmed]
    return replace(made, zones=(*made.zones[:at], *halves, *made.zones[at + 1 :]))


@st.composite
def quotes(draw: st.DrawFn, made: Article) -> Quote:
    bounds = [m.span() for m in find_words(made.text)]
    if draw(st.integers(0, 9)) == 0:
        start = draw(st.integers(0, len(made.text) - 1))
        end = draw(st.integers(start + 1, len(made.text)))
    else:
        first = draw(st.integers(0, len(bounds) - 1))
        last = draw(st.integers(first, min(first + 8, len(bounds) - 1)))
        start, end = bounds[first][0], bounds[last][1]
    mention = draw(st.none() | st.sampled_from(bounds))
    return replace(
        quote(Span(start, end), made, draw(st.none() | st.sampled_from(NAMES))),
        kind=draw(st.sampled_from(tuple(QuoteKind))),
        negated=draw(st.booleans()),
        confidence=draw(st.sampled_from((0.1, 0.5, 0.8, 0.9))),
        mention=Span(*mention) if mention else None,
    )


@st.composite
def clippings(draw: st.DrawFn, id: str | None = None) -> Clipping:  # noqa: A002
    made = draw(articles(id or draw(st.sampled_from(IDS))))
    if not any(True for _ in find_words(made.text)):
        return Clipping(made)
    return Clipping(made, tuple(draw(st.lists(quotes(made), max_size=3))))


def sought_words() -> st.SearchStrategy[str]:
    """Words as the parser cuts them: hyphens are gone, points stay inside."""
    cut = {m.group() for word in WORDS for m in find_words(word)}
    names = {m.group() for name in (*NAMES, *OUTLETS) for m in find_words(name)}
    return st.sampled_from(sorted(cut | names))


def plain() -> st.SearchStrategy[Word]:
    return st.builds(Word, sought_words().map(fold))


def exact() -> st.SearchStrategy[Exact]:
    return st.builds(Exact, sought_words().map(written_form))


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    word = fold(draw(sought_words()))
    at = draw(st.integers(0, len(word)))
    shape = draw(st.integers(0, 4))
    made = (
        f"{word[:at]}*",
        f"*{word[at:]}",
        f"{word[:at]}?{word[at + 1 :]}",
        f"{word[:1]}*{word[-1:]}",
        f"?{word[1:]}*",
    )[shape]
    return Pattern(made if any(map(str.isalnum, made)) else f"{word}*")


@st.composite
def fuzzy(draw: st.DrawFn) -> Fuzzy:
    word = fold(draw(sought_words()))
    at = draw(st.integers(1, len(word)))
    letter = draw(st.sampled_from(("", "s", "k")))
    changed = word[:at] + letter + word[at + draw(st.integers(0, 1)) :]
    return Fuzzy(changed, draw(st.sampled_from((1, 2))))


def phrases() -> st.SearchStrategy[Phrase]:
    parts = st.lists(plain() | plain() | exact() | patterns(), min_size=2, max_size=3)
    return st.builds(Phrase, parts.map(tuple))


def operands() -> st.SearchStrategy[Operand]:
    return plain() | exact() | patterns() | fuzzy() | phrases()


def sought() -> st.SearchStrategy[Sought]:
    near = st.builds(Near, operands(), operands(), st.integers(1, 5), st.booleans())
    together = st.builds(Together, operands(), operands(), st.sampled_from(("s", "p")))
    return operands() | operands() | near | together


@st.composite
def dates(draw: st.DrawFn) -> Date:
    day = st.sampled_from(
        (date(2020, 12, 31), date(2021, 6, 1), date(2021, 6, 17), date(2022, 1, 15))
    )
    first, last = draw(st.none() | day), draw(st.none() | day)
    return Date(draw(st.sampled_from(DATE_FIELDS)), first, last)


def attributes() -> st.SearchStrategy[Attribute]:
    return st.sampled_from(
        (
            Attribute("path", "news/a"),
            Attribute("path", ".txt"),
            Attribute("url", "example.org/b"),
            Attribute("id", "c"),
            Attribute("lang", "uk"),
            Attribute("url", ""),
        )
    )


def article_leaves() -> st.SearchStrategy[Query]:
    field = st.sampled_from(("title", "outlet", "author", "tag"))
    return st.one_of(
        st.builds(Text, sought()),
        st.builds(Text, sought()),
        st.builds(Many, st.integers(1, 4), operands()),
        st.builds(Raw, sought()),
        st.builds(InArticle, sought()),
        st.builds(Field, field, operands()),
        attributes(),
        dates(),
        st.just(Undated()),
        st.builds(Among, st.frozensets(st.sampled_from(IDS), max_size=4)),
        st.just(All()),
    )


def utterance_leaves() -> st.SearchStrategy[Query]:
    return st.one_of(
        st.builds(By, operands()),
        st.builds(About, sought()),
        st.builds(Said, sought()),
        st.builds(Kind, st.sampled_from(tuple(QuoteKind))),
        st.builds(Negated, st.booleans()),
        st.builds(Confidence, st.sampled_from((0.0, 0.5, 0.85, 1.0))),
    )


def _grown(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda parts: joined(And, parts) or All()),
        several.map(lambda parts: joined(Or, parts) or All()),
        st.builds(Not, inner),
        st.builds(Saved, st.just("redlines"), inner),
    )


def article_queries() -> st.SearchStrategy[Query]:
    return st.recursive(article_leaves(), _grown, max_leaves=4)


def utterance_queries() -> st.SearchStrategy[Query]:
    leaves = utterance_leaves() | utterance_leaves() | article_leaves()
    return st.recursive(leaves, _grown, max_leaves=4)
