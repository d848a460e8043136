"""Dumps are read row by row, and every row that is not taken says why."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest

from index.ingest import FieldMap, Row, Skipped, guess_fields, read_row, rows
from index.model import Certainty
from index.originals import article_id

TEXT = "The harbour froze on Monday, the mayor said. " * 4
ADDED = "2031-03-04T10:00:00"


def found(raw: bytes, fields: FieldMap | None = None) -> list[Row | Skipped]:
    return list(rows(io.BytesIO(raw), "d.jsonl", fields))


def lines(*values: object) -> bytes:
    return b"".join(json.dumps(v).encode() + b"\n" for v in values)


def article_of(**values: Any) -> Any:
    row = found(lines({"text": TEXT, **values}))[0]
    assert isinstance(row, Row)
    return read_row(row, added=ADDED)


def test_rows_are_named_by_their_id_or_their_bytes() -> None:
    got = found(lines({"text": TEXT, "id": "x7"}, {"text": TEXT}))

    assert isinstance(got[1], Row)
    name = article_id(got[1].raw)
    assert [g.path for g in got] == ["d.jsonl#x7", f"d.jsonl#{name}"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "half', "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"text": "  "}', "no text in its field “text”"),
        (b'{"title": "x"}', "no text in its field “text”"),
        (b'{"text": 7}', "no text in its field “text”"),
        (b'{"text": "\xff\xfe"}', "not UTF-8"),
        (b"[" * 200_000, "not JSON"),
    ],
)
def test_a_bad_row_is_skipped_with_its_line(line: bytes, reason: str) -> None:
    got = found(lines({"text": TEXT}) + line + b"\n" + lines({"text": TEXT}))

    assert got[1] == Skipped("d.jsonl:2", reason)
    assert isinstance(got[2], Row)


def test_what_stands_before_a_break_in_the_packing_is_kept() -> None:
    many = lines(*({"text": TEXT, "n": n, "noise": n**40} for n in range(4000)))
    packed = gzip.compress(many)

    got = found(packed[: len(packed) // 2])

    assert isinstance(got[0], Row)
    assert isinstance(got[-1], Skipped)
    assert got[-1].reason == "the gzip file ends too early; the rest is missing"
    assert sum(isinstance(g, Skipped) for g in got) == 1


def test_a_damaged_packing_is_a_skip() -> None:
    packed = bytearray(
        gzip.compress(lines(*({"text": TEXT, "n": n} for n in range(99))))
    )
    packed[len(packed) // 2] ^= 255

    assert isinstance(found(bytes(packed))[-1], Skipped)


def test_the_same_row_spelt_differently_has_the_same_bytes() -> None:
    one, other = found(b'{"text": "Caf\\u00e9", "a": 1}\n{"a":1,"text":"Caf\xc3\xa9"}')

    assert isinstance(one, Row)
    assert isinstance(other, Row)
    assert one.raw == other.raw == '{"a":1,"text":"Café"}'.encode()


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (
            {"body": TEXT, "headline": "Ice", "publication": "P", "link": "u"},
            FieldMap("body", title="headline", outlet="publication", url="link"),
        ),
        (
            {"maintext": TEXT, "title": "Ice", "source_domain": "p.example",
             "date_publish": "2031-01-01", "date_modify": "2031-01-02"},
            FieldMap("maintext", title="title", outlet="source_domain",
                     published="date_publish", updated="date_modify"),
        ),
        (
            {"content": TEXT, "source": {"id": None, "name": "P"},
             "publishedAt": "2031-01-01", "author": "A B"},
            FieldMap("content", outlet="source.name", published="publishedAt",
                     authors="author"),
        ),
        (
            {"text": "short teaser", "articleBody": TEXT, "pubDate": "x"},
            FieldMap("articleBody", published="pubDate"),
        ),
    ],
)  # fmt: skip
def test_the_usual_names_of_fields_are_known(
    row: dict[str, Any], fields: FieldMap
) -> None:
    assert guess_fields([row]) == fields


def test_the_caller_can_name_the_fields() -> None:
    row = found(lines({"a": {"b": TEXT}, "t": "Ice"}), FieldMap("a.b", title="t"))[0]
    assert isinstance(row, Row)

    article = read_row(row, added=ADDED)

    assert article.text == TEXT
    assert article.title is not None
    assert article.title.value == "Ice"


def test_fields_are_stated_and_say_where_they_come_from() -> None:
    article = article_of(
        title="Ice", source="Harbour Post", authors=["Ana Brandt", "Tomas Reyl"],
        date="2031-03-04", url="https://p.example/1", section="World", language="de",
    )  # fmt: skip

    assert article.title.rule == "metadata:title"
    assert article.title.certainty is Certainty.STATED
    assert article.title.span is None
    assert article.outlet.value == "Harbour Post"
    assert [a.value for a in article.authors] == ["Ana Brandt", "Tomas Reyl"]
    assert (article.published.value, article.published.rule) == (
        "2031-03-04",
        "metadata:date",
    )
    assert (article.section.value, article.language) == ("World", "de")
    assert article.url == "https://p.example/1"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T18:20:31Z", "2031-03-04T18:20"),
        ("2031-03-04 18:20:31+02:00", "2031-03-04T18:20"),
        ("2031-03-04 00:00:00", "2031-03-04"),
        ("Tue, 04 Mar 2031 18:20:00 GMT", "2031-03-04T18:20"),
        ("March 4, 2031", "2031-03-04"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("20310304", "2031-03-04"),
        (1930000000, "2031-02-27T23:06"),
        (1930000000000, "2031-02-27T23:06"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31T23:59:59", "9999-12-31T23:59"),
        ("2031-02-30", None),
        ("last Tuesday", None),
        ("04/03/31", None),
        ("around 4 March 2031 or so", None),
        ("0000-00-00", None),
        ({"x": 1}, None),
        (float("nan"), None),
        (1e300, None),
        (True, None),
    ],
)
def test_a_date_field_is_read_or_unknown(written: object, value: str | None) -> None:
    published = article_of(date=written).published

    assert (published and published.value) == value
    if published:
        assert published.first_day <= published.last_day


def test_a_date_field_that_cannot_be_read_is_not_replaced_by_a_guess() -> None:
    row = lines({"text": f"Tue, 04 Mar 2031\n\n{TEXT}", "date": "soon"})
    first = found(row)[0]
    assert isinstance(first, Row)

    assert read_row(first, added=ADDED).published is None


def test_numbers_as_text_or_giant_numbers_do_not_stop_a_run() -> None:
    got = found(
        b'{"text": "Ice.", "n": ' + b"9" * 5000 + b"}\n" + lines({"text": TEXT})
    )

    assert isinstance(got[1], Row)
