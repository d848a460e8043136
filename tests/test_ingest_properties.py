"""Whatever the bytes: an article that keeps its promises, or a reason.

Each property runs 200 examples; QUOTH_EXAMPLES=20000 asks for more.
"""

from __future__ import annotations

import io
import json
import os
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import SkippedError
from index.ingest import Row, Skipped, read_row, read_text, rows
from index.ingest.dates import written_dates
from index.ingest.outlets import outlet_name
from index.model import Certainty
from index.originals import restore

if TYPE_CHECKING:
    from index.model import Article, Finding, NewsDate

ADDED = "2031-03-04T10:00:00"
WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
many = settings(
    max_examples=int(os.environ.get("QUOTH_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

LINES = (
    "World", "Harbour Post", "HARBOUR POST", "Ice closes the port of Tessel",
    "By Ana Brandt and Tomas Reyl, Vell Courier", "BY ANA BRANDT", "Anna Brandt",
    "By Ana Brandt | 4 March 2031", "Reported by: Ana Brandt in Tessel",
    "Sun, 02 Mar 2031", "Published March 4th, 2031 at 21:14 IST", "04.03.2031",
    "Updated: 5:30 p.m. ET, March 4, 2031", "Updated 2 hours ago", "4 March",
    "2031-03-04T18:20:31+02:00", "1 January 0001", "31 December 9999",
    "29 February 2031",
    "5. März 2031", "4 марта 2031", "le 4 mars 2031 à 18h20", "12:05 a.m.",
    "TESSEL, March 4 (Reuters) - The ice stayed, the mayor said on Monday, 3 March.",
    "Brussels (Brussels Morning) The mayor warned on Thursday that the ice would stay.",
    "WASHINGTON (AP) —", "On 2 March 2031, the mayor said that the ice would stay.",
    "The mayor told Radio Kessin on 30 December that nobody asked the pilots at all.",
    "The harbour of Tessel froze in the night; the ferries stayed in the port. " * 2,
    "Photo: Jane Doe/Reuters", "(Jane Doe/AP)", "Advertisement", "Image: AP",
    "SEE ALSO: Ice", "Sign up for our daily newsletter", "Story highlights Ice stays",
    "© 2031 Harbour Post. All rights reserved.", "Copyright (c) 2018. HP/RK, Inc.",
    "https://p.example/2031/03/04/ice", "Discuss", "– –", "\x1b[31mred\x1b[0m",
    "\u202e",
    "“Ice,” she said.", "With reporting by Reuters, dpa, and TASS", "I",
    "\ufeff", "ŉ İ ß",
)  # fmt: skip
ENDS = ("\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "\x85", "\v", " ", "\t", "\xa0", "")
CODES = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-32",
    "cp1252",
    "cp1251",
    "koi8-r",
    "cp850",
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Draw a page of newspaper lines in any order, with anything between them."""
    words = st.text(max_size=40)
    line = st.sampled_from(LINES) | st.tuples(st.sampled_from(LINES), words).map(
        "".join
    )
    parts = draw(
        st.lists(
            st.tuples(line | words, st.sampled_from(ENDS)), min_size=1, max_size=14
        )
    )
    return "".join(part for pair in parts for part in pair)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a page in some encoding, and perhaps cut it or put other bytes in."""
    raw = draw(pages()).encode(draw(st.sampled_from(CODES)), errors="ignore")
    at = draw(st.integers(0, len(raw)))
    until = draw(st.sampled_from((at, at, at + 1, at + 7, len(raw))))
    return raw[:at] + draw(st.binary(max_size=6)) + raw[until:]


def keeps_its_promises(article: Article) -> None:
    places = [(zone.start, zone.end) for zone in article.zones]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(article.text) for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    covered = "".join(article.text[start:end] for start, end in places)
    assert "".join(covered.split()) == "".join(article.text.split())
    says_where_it_read(article)


def says_where_it_read(article: Article) -> None:
    """Fail unless every span lies in the text and holds what was read from it."""
    for finding in (article.title, article.outlet, article.section, *article.authors):
        if finding and finding.span:
            holds_the_value(finding, words_of(finding, article.text))
    for found in (article.published, article.updated, article.event):
        if found and found.span:
            holds_the_day(found, words_of(found, article.text))


def words_of(found: Finding | NewsDate, text: str) -> str:
    assert found.span
    assert 0 <= found.span.start < found.span.end <= len(text)
    return " ".join(found.span.of(text).split())


def holds_the_value(finding: Finding, words: str) -> None:
    assert finding.value
    if finding.certainty is Certainty.MADE_UP:
        assert words.startswith(finding.value.removesuffix("…"))
    elif finding.rule.startswith("outlet:"):
        assert finding.value == outlet_name(words)
    else:
        assert finding.value == words


def holds_the_day(found: NewsDate, words: str) -> None:
    assert found.first_day <= found.last_day
    if found.rule == "event:weekday":
        assert words == WEEKDAYS[found.first_day.weekday()]
        return
    written = next(written_dates(words), None)
    assert written is not None, words
    assert written.month == found.first_day.month
    assert written.day in {None, found.first_day.day}
    assert written.year in {None, found.first_day.year}
    if written.year is None:
        assert found.reason, "where the year comes from is said"


def is_read_or_refused(raw: bytes) -> None:
    """Fail unless there is a reason, or an article that is found in the bytes again."""
    try:
        article = read_text(raw, "a.txt", added=ADDED)
    except SkippedError:
        return
    keeps_its_promises(article)
    assert restore(raw, article.encoding, "text") == article.text


@given(st.binary(max_size=400))
@many
def test_bytes_become_an_article_or_a_reason(raw: bytes) -> None:
    is_read_or_refused(raw)


@given(damaged())
@many
def test_a_damaged_page_becomes_an_article_or_a_reason(raw: bytes) -> None:
    is_read_or_refused(raw)


@given(pages())
@many
def test_every_finding_holds_the_words_it_was_read_from(text: str) -> None:
    is_read_or_refused(text.encode("utf-8", errors="ignore"))


PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
    | st.sampled_from(LINES) | st.dates(date(1, 1, 1)).map(str)
)  # fmt: skip
OBJECTS = st.dictionaries(st.sampled_from(["name", "id", "a"]), PLAIN, max_size=2)
VALUES = PLAIN | OBJECTS | st.lists(PLAIN | OBJECTS, max_size=3)
FIELDS = ("title", "source", "authors", "date", "updated", "url", "section", "language")


@given(pages(), st.dictionaries(st.sampled_from((*FIELDS, "id")), VALUES))
@many
def test_a_row_becomes_an_article_or_a_reason(
    text: str, values: dict[str, Any]
) -> None:
    raw = json.dumps({"text": text, **values}).encode()

    (row,) = rows(io.BytesIO(raw), "dump.jsonl")

    if isinstance(row, Skipped):
        assert row.reason
        return
    assert isinstance(row, Row)
    article = read_row(row, added=ADDED)
    keeps_its_promises(article)
    assert restore(row.raw, article.encoding, "json", "text") == article.text


@given(st.lists(st.binary(max_size=60), max_size=6).map(b"\n".join) | damaged())
@many
def test_any_bytes_are_a_dump_of_rows_and_reasons(raw: bytes) -> None:
    for row in rows(io.BytesIO(raw), "dump.jsonl"):
        if isinstance(row, Skipped):
            assert row.reason
        else:
            keeps_its_promises(read_row(row, added=ADDED))
