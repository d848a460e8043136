"""Bytes become the right characters, the same ones every time, or a reason."""

from __future__ import annotations

import pytest

from index.errors import SkippedError
from index.ingest import decode
from index.originals import decode_as


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Порт замёрз в понедельник, сообщила капитан", "cp1251"),
        ("Порт", "cp1251"),
        ("ПОРТ ЗАКРЫТ, заявил мэр: «Ждите»", "cp1251"),
        ("У листопаді порт замерз, заявив мер", "cp1251"),
        ("Порт замерз", "koi8-r"),
        ("Порт замерз", "cp866"),
        ("The mayor said «да». Порт закрыт, she added.", "cp1251"),
        ("“It’s frozen,” she said – at the café", "cp1252"),
        ("It’s ice", "cp1252"),
        ("£5m and €6m, the Señora said", "cp1252"),
        ("it’s the “end”", "mac-roman"),
        ("Η κυβέρνηση της χώρας ανακοίνωσε σήμερα", "cp1253"),
        ("外交部发言人表示双方应当保持克制", "gb18030"),
        ("The harbour — frozen", "utf-16"),
        ("The harbour — frozen", "utf-32"),
        ("The harbour — frozen", "utf-8-sig"),
        ("The harbour — frozen", "utf-8"),
    ],
)
def test_a_clipping_is_read_in_its_own_alphabet(text: str, encoding: str) -> None:
    raw = text.encode(encoding)

    found, name = decode(raw)

    assert found == text
    assert decode_as(raw, name) == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b" \r\n\t", "nothing but blank space"),
        (b"\0", "binary file"),
        (bytes(range(256)) * 4, "binary file"),
        (b"\xff\xfe\0\0" + b"\x01\0\0\0" * 40, "binary file"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(SkippedError, match=reason):
        decode(raw)


def test_one_byte_is_an_article() -> None:
    assert decode(b"a") == ("a", "utf-8")


def test_line_ends_are_left_alone() -> None:
    assert decode(b"one\r\ntwo\rthree\n")[0] == "one\r\ntwo\rthree\n"


def test_a_file_cut_in_the_middle_of_a_character_is_still_utf8() -> None:
    raw = "“The port froze,” she said. “It’s ice.”".encode()[:-1]

    text, name = decode(raw)

    assert name == "utf-8"
    assert text.startswith("“The port froze,” she said. “It’s ice.")


def test_a_stray_null_does_not_make_a_long_text_binary() -> None:
    text = "The harbour froze on Monday. " * 10 + "\0"

    assert decode(text.encode())[0] == text


def test_escape_codes_stay_in_the_text() -> None:
    assert decode(b"\x1b[31mred\x1b[0m ice")[0] == "\x1b[31mred\x1b[0m ice"


def test_twenty_megabytes_on_one_line_are_read() -> None:
    raw = b"word " * 4_000_000

    assert len(decode(raw)[0]) == 20_000_000
