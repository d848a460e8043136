"""What every article promises, whatever bytes it was made of."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from index.errors import SkippedError
from index.ingest import Row, decode, read_row, read_text, rows
from index.model import ZoneKind
from index.originals import decode_as, restore
from tests.test_ingest_properties import keeps_its_promises

ADDED = "2031-03-04T10:00:00"


def only_row(values: dict[str, object]) -> Row:
    found = list(rows(io.BytesIO(json.dumps(values).encode()), "dump.jsonl"))
    assert len(found) == 1
    assert isinstance(found[0], Row)
    return found[0]


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-32", "cp1252"]))
def test_a_text_is_the_same_when_it_is_restored(text: str, encoding: str) -> None:
    raw = text.encode(encoding, errors="ignore")
    try:
        found, name = decode(raw)
    except SkippedError:
        return

    assert decode_as(raw, name) == found


@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_a_row_keeps_its_text_to_the_letter(text: str) -> None:
    row = only_row({"text": text, "title": "A title", "id": 7})

    article = read_row(row, added=ADDED)

    assert article.text == text
    assert restore(row.raw, article.encoding, "json", "text") == text
    keeps_its_promises(article)


def test_the_same_bytes_have_the_same_name_wherever_they_lie() -> None:
    one = read_text(b"The harbour froze.", "a.txt", added=ADDED)
    other = read_text(b"The harbour froze.", "b/c.txt", added=ADDED)

    assert one.id == other.id
    assert len(one.id) == 13
    assert one.id.islower()


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    row = next(rows(io.BytesIO(b'{"text": "ice \\ud83d melts"}'), "d.jsonl"))
    assert isinstance(row, Row)

    article = read_row(row, added=ADDED)

    assert article.text == "ice \ufffd melts"
    assert restore(row.raw, "utf-8", "json", "text") == article.text


def test_every_paragraph_of_a_text_is_a_zone() -> None:
    text = "The harbour froze on Monday, she said.\n\nNobody had seen it before.\n"

    article = read_text(text.encode(), "a.txt", added=ADDED)

    bodies = [z for z in article.zones if z.kind is ZoneKind.BODY]
    assert [text[z.start : z.end] for z in bodies] == text.strip().split("\n\n")
