"""What a line means, and what is refused with its place."""

from __future__ import annotations

from datetime import date

import pytest

from index.errors import QueryError
from index.model import QuoteKind
from index.query.nodes import (
    About,
    All,
    And,
    Attribute,
    By,
    Confidence,
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
    State,
    Text,
    Together,
    Undated,
    Word,
)
from index.query.parse import parse

TODAY = date(2021, 8, 1)
SAVED = {"redlines": '"red line"', "loop": "kyiv @loop", "broken": "(a", "deep": "@far"}

KYIV, NATO, EU = Text(Word("kyiv")), Text(Word("nato")), Text(Word("eu"))
RED, LINE = Word("red"), Word("line")


def read(line: str) -> Query:
    return parse(line, today=TODAY, saved=SAVED.get)


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("kyiv", KYIV),
        ("  Kyiv  ", KYIV),
        ("KYIV,", KYIV),
        ("Kyiv’s", KYIV),
        ("'kyiv'", KYIV),
        ("Moscow: talks", And((Text(Word("moscow")), Text(Word("talks"))))),
        ("U.S.", Text(Word("us"))),
        ("p.m.", Text(Word("pm"))),
        ("couldn’t", Text(Word("couldn't"))),
        ("100,000", Text(Word("100,000"))),
        ("2.5", Text(Word("2.5"))),
        ("Erdoğan", Text(Word("erdogan"))),
        ("not", Text(Word("not"))),
        ("or", Text(Word("or"))),
        ("And", Text(Word("and"))),
        ("=US", Text(Exact("US"))),
        ("=U.S.", Text(Exact("US"))),
        ("=Kyiv's", Text(Exact("Kyiv"))),
        ("zelen*", Text(Pattern("zelen*"))),
        ("W?rd", Text(Pattern("w?rd"))),
        ("*gate", Text(Pattern("*gate"))),
        ("zelenskyy~", Text(Fuzzy("zelenskyy", 1))),
        ("zelenskyy~2", Text(Fuzzy("zelenskyy", 2))),
        ("NATO-Russia", Text(Phrase((Word("nato"), Word("russia"))))),
        ("=NATO-Russia", Text(Phrase((Exact("NATO"), Exact("Russia"))))),
        ("de-fa*", Text(Phrase((Word("de"), Pattern("fa*"))))),
        ("02091-C-71", Text(Phrase((Word("02091"), Word("c"), Word("71"))))),
        ("AT&T", Text(Phrase((Word("at"), Word("t"))))),
        ("*", All()),
    ],
)
def test_one_word_is_read(line: str, query: Query) -> None:
    assert read(line) == query


@pytest.mark.parametrize(
    "line",
    [
        '"red line"',
        "“Red Line”",
        "„red line“",
        "«red line»",
        '“red line"',
        '"red, line!"',
        '"Red line?"',
        '"red\nline"',
    ],
)
def test_every_pair_of_marks_makes_a_phrase(line: str) -> None:
    assert read(line) == Text(Phrase((RED, LINE)))


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ('"red"', Text(RED)),
        ('"=US"', Text(Exact("US"))),
        ('"OR"', Text(Word("or"))),
        ('"red lin*"', Text(Phrase((RED, Pattern("lin*"))))),
        ('"red l?ne?"', Text(Phrase((RED, Pattern("l?ne"))))),
        ('"=Red line"', Text(Phrase((Exact("Red"), LINE)))),
        (
            '"=NATO-Russia talks"',
            Text(Phrase((Exact("NATO"), Exact("Russia"), Word("talks")))),
        ),
        ('"21:14"', Text(Phrase((Word("21"), Word("14"))))),
        ('"(foo) | -bar"', Text(Phrase((Word("foo"), Word("bar"))))),
        ('"not found"', Text(Phrase((Word("not"), Word("found"))))),
    ],
)
def test_a_phrase_takes_patterns_and_exact_forms(line: str, query: Query) -> None:
    assert read(line) == query


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("kyiv nato", And((KYIV, NATO))),
        ("kyiv AND nato", And((KYIV, NATO))),
        ("kyiv, nato", And((KYIV, NATO))),
        ("kyiv - nato", And((KYIV, NATO))),
        ("kyiv & nato ...", And((KYIV, NATO))),
        ("kyiv | nato", Or((KYIV, NATO))),
        ("kyiv|nato", Or((KYIV, NATO))),
        ("kyiv OR nato OR eu", Or((KYIV, NATO, EU))),
        ("kyiv (nato | eu)", And((KYIV, Or((NATO, EU))))),
        ("(kyiv nato) | eu", Or((And((KYIV, NATO)), EU))),
        ("kyiv (nato eu)", And((KYIV, NATO, EU))),
        ("kyiv | (nato | eu)", Or((KYIV, NATO, EU))),
        ("((kyiv))", KYIV),
        ("-kyiv", Not(KYIV)),
        ("NOT kyiv", Not(KYIV)),
        ("kyiv -nato", And((KYIV, Not(NATO)))),
        ("-nato kyiv", And((Not(NATO), KYIV))),
        ("-(kyiv nato)", Not(And((KYIV, NATO)))),
        ("-nato | eu", Or((Not(NATO), EU))),
        ("--kyiv", Not(Not(KYIV))),
        ("NOT NOT kyiv", Not(Not(KYIV))),
        ('-"red line"', Not(Text(Phrase((RED, LINE))))),
        ("* -kyiv", And((All(), Not(KYIV)))),
        ("@redlines kyiv", And((Saved("redlines", Text(Phrase((RED, LINE)))), KYIV))),
        ("-@redlines", Not(Saved("redlines", Text(Phrase((RED, LINE)))))),
    ],
)
def test_queries_join(line: str, query: Query) -> None:
    assert read(line) == query


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("red ~5 line", Text(Near(RED, LINE, 5))),
        ("red >5 line", Text(Near(RED, LINE, 5, ordered=True))),
        ('"red line" ~2 lin*', Text(Near(Phrase((RED, LINE)), Pattern("lin*"), 2))),
        ("(red) ~5 =Line", Text(Near(RED, Exact("Line"), 5))),
        ("red &s line", Text(Together(RED, LINE, "s"))),
        ("red &p line", Text(Together(RED, LINE, "p"))),
        ("kyiv red ~5 line nato", And((KYIV, Text(Near(RED, LINE, 5)), NATO))),
        ("-red ~5 line", Not(Text(Near(RED, LINE, 5)))),
        ("many:5 red", Many(5, RED)),
        ('many:5 "red line"', Many(5, Phrase((RED, LINE)))),
        ("many:5 =Red kyiv", And((Many(5, Exact("Red")), KYIV))),
        ("in:raw red", Raw(RED)),
        ("in:raw red ~5 line", Raw(Near(RED, LINE, 5))),
        ("in:raw (red | line)", Or((Raw(RED), Raw(LINE)))),
        ("in:article red", InArticle(RED)),
        ("-in:raw red", Not(Raw(RED))),
    ],
)
def test_relations_and_prefixes_bind_tighter_than_and(line: str, query: Query) -> None:
    assert read(line) == query


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("title:Kyiv", Field("title", Word("kyiv"))),
        ('outlet:"Red Line"', Field("outlet", Phrase((RED, LINE)))),
        ("author:=Red", Field("author", Exact("Red"))),
        ("tag:re*", Field("tag", Pattern("re*"))),
        ("title:red~2", Field("title", Fuzzy("red", 2))),
        ("title:red-line", Field("title", Phrase((RED, LINE)))),
        ("path:Seeds/000.txt", Attribute("path", "seeds/000.txt")),
        ('path:"my clippings"', Attribute("path", "my clippings")),
        ("url:https://a.org/b?c=1", Attribute("url", "https://a.org/b?c=1")),
        ("id:K3v9", Attribute("id", "k3v9")),
        ("lang:en", Attribute("lang", "en")),
        ("is:unread", State("unread")),
        ("is:undated", Undated()),
        ("-is:read", Not(State("read"))),
        ("by:peskov", By(Word("peskov"))),
        ('by:"red line"', By(Phrase((RED, LINE)))),
        ("about:nato", About(Word("nato"))),
        ("about:(red &s line)", About(Together(RED, LINE, "s"))),
        ('quote:"red line"', Said(Phrase((RED, LINE)))),
        ("quote:(red ~2 line)", Said(Near(RED, LINE, 2))),
        ("quote:(red -line)", And((Said(RED), Not(Said(LINE))))),
        ("kind:direct", Kind(QuoteKind.DIRECT)),
        (
            "kind:direct|mixed",
            Or((Kind(QuoteKind.DIRECT), Kind(QuoteKind.MIXED))),
        ),
        (
            "kyiv kind:direct|mixed",
            And((KYIV, Or((Kind(QuoteKind.DIRECT), Kind(QuoteKind.MIXED))))),
        ),
        ("neg:yes", Negated(negated=True)),
        ("neg:no", Negated(negated=False)),
        ("conf:0.8", Confidence(0.8)),
        ("conf:1", Confidence(1.0)),
    ],
)
def test_fields_are_read(line: str, query: Query) -> None:
    assert read(line) == query


@pytest.mark.parametrize(
    ("line", "at", "words"),
    [
        ("", 0, "Type a word, or * for every article."),
        (" ... , ", 0, "Type a word"),
        ("-", 0, "Type a word"),
        ('kyiv "red line', 5, "not closed"),
        ("kyiv (nato", 5, "not closed"),
        ("kyiv (", 5, "not closed"),
        ("kyiv)", 4, "closes nothing"),
        ("kyiv ()", 5, "nothing in these parentheses"),
        ("kyiv (,)", 5, "nothing in these parentheses"),
        ('kyiv ""', 5, "no words between"),
        ('kyiv "-?!"', 5, "no words between"),
        ("OR kyiv", 0, "both sides of OR"),
        ("kyiv OR", 5, "both sides of OR"),
        ("kyiv AND", 5, "both sides of AND"),
        ("kyiv | | nato", 7, "both sides of |"),
        ("kyiv NOT", 5, "after NOT"),
        ("NOT | kyiv", 0, "after NOT"),
        ("~5 kyiv", 0, "both sides of ~5"),
        ("kyiv ~5", 5, "both sides of ~5"),
        ("kyiv &s", 5, "both sides of &s"),
        ("kyiv ~ nato", 5, "number of words"),
        ("kyiv ~0 nato", 5, "number of words"),
        ("kyiv >x nato", 5, "number of words"),
        ("kyiv &x nato", 5, "&s for one sentence"),
        ("a ~5 b ~5 c", 7, "Only two"),
        ("a ~5 (b | c)", 5, "Only a word"),
        ("title:a ~5 b", 0, "Only a word"),
        ("a ~5 -b", 5, "Nothing can be excluded"),
        ('"red line"~5', 10, "between two words"),
        ("(a)-b", 3, "Put a space here"),
        ('"red"-line', 5, "Put a space here"),
        ("nato>5 kyiv", 4, "space before >"),
        ("zelen~5", 5, "1 or 2"),
        ("de-facto~", 8, "single plain word"),
        ("zel*~", 4, "single plain word"),
        ("=zel*", 1, "exact form"),
        ('="Red Line"', 0, "before each word"),
        ("kyiv **", 5, "at least one letter"),
        ("?", 0, "at least one letter"),
        ('"red *"', 5, "at least one letter"),
        ("nato –tuesday", 5, "exclude"),
        ("!nato", 0, "exclude"),
        ("foo:bar", 0, 'put them in marks: "foo:bar"'),
        ("kyiv titel:x", 5, "did you mean title:?"),
        ("Title:x", 0, "did you mean title:?"),
        ("speaker:peskov", 0, "did you mean by:?"),
        ("foo:(a)", 0, "no field foo:"),
        ("21:14", 0, '"21:14"'),
        ("https://a.org/b", 0, "url:https://a.org/b"),
        ("title:", 5, "directly after title:"),
        ("by: peskov", 2, "directly after by:"),
        ("title:...", 6, "no letter or digit"),
        ("title:-x", 6, "Write - before the field"),
        ("title:(a b)", 6, "(title:a | title:b)"),
        ('title:red"line"', 6, "in quotation marks"),
        ('title:"red"line', 11, "Put a space here"),
        ("title:by:x", 8, "cannot hold another"),
        ("quote:title:x", 11, "cannot hold another"),
        ("quote:(title:x)", 7, "go into quote:"),
        ("quote:(red date:2021)", 11, "go into quote:"),
        ("quote:(many:2 red)", 7, "go into quote:"),
        ("quote:(red -@redlines)", 12, "go into quote:"),
        (":kyiv", 0, "before the colon"),
        ("about:nato ~5 x", 0, "Only a word"),
        ("path:*.txt", 5, "Leave out *"),
        ('path:" "', 5, "nothing between"),
        ("is:red", 3, "unread, read, starred"),
        ("kind:spoken", 5, "direct, mixed, indirect"),
        ("neg:maybe", 4, "yes, no"),
        ("conf:2", 5, "from 0 to 1"),
        ("conf:x", 5, "from 0 to 1"),
        ("many:x nato", 5, "number from 1"),
        ("many:0 nato", 5, "number from 1"),
        ("many: nato", 4, "directly after many:"),
        ("many:5", 0, "after many:5"),
        ("many:5 (a b)", 7, "Only a word"),
        ("many:5 -a", 7, "after many:5"),
        ("many:5 a ~5 b", 7, "Only a word"),
        ("in:foo x", 3, "raw, article"),
        ("in:raw", 0, "after in:raw"),
        ("in:raw title:x", 7, "Only words"),
        ("in:raw -x", 7, "after in:raw"),
        ("@nobody", 0, "no saved search @nobody"),
        ('@"red lines"', 0, "without marks"),
        ("kyiv @loop", 5, "contains itself"),
        ("kyiv @broken", 5, "not closed"),
        ("kyiv @deep", 5, "no saved search @far"),
        ("(" * 100 + "a" + ")" * 100, 60, "nested too deeply"),
        ("conf<0.5", 4, "Write -conf:0.5 for less"),
        ("kyiv conf>=0.8", 9, "Write conf:0.8 or more"),
        ("date>2016", 4, "Write after:2016"),
        ("-date<2016", 5, "Write before:2016"),
        ("date<=2016-05", 4, "Write date:..2016-05, 2016-05 included"),
        ("published>2016", 9, "Write published:2016.., 2016 included"),
        ("by=peskov", 2, 'Write by:peskov, or "by=peskov" for the words'),
        ('title="red line"', 5, "Write title: instead of title="),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(
    line: str, at: int, words: str
) -> None:
    with pytest.raises(QueryError) as caught:
        read(line)

    assert words in str(caught.value)
    assert (caught.value.at, caught.value.query) == (at, line)


@pytest.mark.parametrize(
    ("line", "both", "either", "at"),
    [
        ("a b | c", "a (b | c)", "(a b) | c", 4),
        ("a | b c", "(a | b) c", "a | (b c)", 6),
        ("a AND b OR c d", "a (b | c) d", "(a b) | (c d)", 8),
        ("x (a | b c)", "(a | b) c", "a | (b c)", 9),
        ('-a | "b c" d', '(-a | "b c") d', '-a | ("b c" d)', 11),
    ],
)
def test_a_mixture_of_and_and_or_offers_both_readings(
    line: str, both: str, either: str, at: int
) -> None:
    with pytest.raises(QueryError) as caught:
        read(line)

    assert f"write {both} or {either}" in str(caught.value)
    assert caught.value.at == at


@pytest.mark.parametrize("line", ["5<6", "at&t", "rent<income", '"conf<0.5"'])
def test_a_comparison_of_what_is_no_field_is_words(line: str) -> None:
    assert isinstance(read(line), Text)


def test_without_saved_searches_a_name_is_unknown() -> None:
    with pytest.raises(QueryError, match="no saved search @redlines"):
        parse("@redlines", today=TODAY)
