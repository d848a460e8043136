"""An export holds exactly what a search shows, and no reader of it comes to harm."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from html.parser import HTMLParser
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive
from index.archive.exporting import export
from index.citing.copies import verify
from tests.shell import added, fits, no_escapes, quoth
from tui.cli.exports import lines, markdown, page, table
from tui.cli.exports.table import defused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from index.archive.exporting import Export

WEB = "https://example.org/a_b?c=d_e"
ROWS = 130
"""More than a search shows unasked, and more than one window."""
EVIL = "=1+1 <script>alert('x')</script> [a](b) | `c` \x1b[31m \u202e & so it goes"
NOTHING_KEPT = {"tea": {"starred": None, "tags": None, "notes": None}, "by:lee": {}}
"""What lines have behind the shape of the search where nobody's marks are open."""
WRITERS = pytest.mark.parametrize("writer", [lines, markdown, page, table])
VOID = {"meta", "br"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    with (folder / "dump.jsonl").open("w") as dump:
        for number in range(ROWS):
            row = {
                "id": number,
                "title": f"=HYPERLINK({number})",
                "source": f'{EVIL} in "marks"',
                "url": (WEB, "javascript:alert(1)")[number % 2],
                "date": f"2031-{number % 12 + 1:02}-04",
                "text": f"“Tea is out, number {number}, {EVIL},” said Ann Lee today.",
            }
            dump.write(json.dumps(row) + "\n")
    report = added(folder / "news", folder / "dump.jsonl").json
    assert (report["articles"], report["quotes"]) == (ROWS, ROWS)
    return folder / "news"


@pytest.fixture(scope="module")
def archive(folder: Path) -> Iterator[Archive]:
    with closing(Archive.open(folder)) as archive:
        yield archive


def exported(archive: Archive, query: str) -> Export:
    return export(archive, archive.answer(query))


def ids(archive: Archive, query: str) -> list[str]:
    answer = archive.answer(query)
    return [hit.article for hit in archive.hits(answer, 0, answer.total)]


def table_of(text: str) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The facts above the table, and its rows."""
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))
    gap = rows.index([])
    names, *hits = rows[gap + 1 :]
    return dict(rows[:gap]), [dict(zip(names, hit, strict=True)) for hit in hits]


class Page(HTMLParser):
    """A page as a browser reads it; fails unless every element is closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@WRITERS
@pytest.mark.parametrize("query", ["tea", "by:lee tea", "tea -number"])
def test_every_row_is_there_in_the_order_of_the_search(
    archive: Archive, query: str, writer: ModuleType
) -> None:
    begun = exported(archive, query)
    text = "".join(writer.pieces(begun))
    found = ids(archive, query)

    places = [text.find(id_) for id_ in found]

    assert begun.written == begun.answer.total == len(found)
    assert begun.lost == 0
    assert -1 not in places
    assert places == sorted(places)


@WRITERS
def test_no_more_than_a_window_is_read_ahead(
    archive: Archive, writer: ModuleType
) -> None:
    begun = exported(archive, "tea")
    pieces = writer.pieces(begun)

    assert begun.written == 0
    list(islice(pieces, 40))
    assert 0 < begun.written < 40


@WRITERS
def test_what_is_written_is_obeyed_by_no_terminal(
    archive: Archive, writer: ModuleType
) -> None:
    for query in ("tea", "by:lee"):
        text = "".join(writer.pieces(exported(archive, query)))

        assert no_escapes(text)


def test_lines_are_the_head_and_then_the_hits_of_the_search(
    archive: Archive, folder: Path
) -> None:
    for query in ("tea", "by:lee"):
        text = "".join(lines.pieces(exported(archive, query)))
        head, *hits = map(json.loads, text.splitlines())
        told = quoth("search", query, "--json", "--limit", "0", archive=folder)

        fits(head, "export-head")
        assert hits == [{**hit, **NOTHING_KEPT[query]} for hit in told.json["hits"]]
        assert head["total"] == told.json["total"] == len(hits)


def test_a_table_names_what_was_asked_above_its_rows(archive: Archive) -> None:
    facts, hits = table_of("".join(table.pieces(exported(archive, "=Tea before:2032"))))

    assert facts["query"] == "'=Tea before:2032"
    assert facts["count"] == str(len(hits)) == str(ROWS)
    assert facts["articles searched"] == str(ROWS)
    assert {"understood as", "undated", "exported", "order"} < set(facts)
    assert facts["files skipped when added"] == "0"


def test_a_row_of_a_table_has_the_words_and_the_place(archive: Archive) -> None:
    _, hits = table_of("".join(table.pieces(exported(archive, "by:lee"))))

    for hit in hits:
        article = archive.clipping(hit["article"]).article
        words = article.text[int(hit["start"]) : int(hit["end"])]
        assert hit["text"].startswith("Tea is out, number ")
        assert len(hit["text"]) == len(words)
        assert (hit["speaker"], hit["speaker kind"]) == ("Ann Lee", "person")
        (check,) = verify(hit["reference"], archive.store)
        assert check.verdict == "exact"


def test_no_cell_of_a_table_is_a_formula(archive: Archive) -> None:
    for query in ("tea", "by:lee"):
        _, hits = table_of("".join(table.pieces(exported(archive, query))))

        assert hits[0]["title"].startswith("'=HYPERLINK")
        cells = [cell for hit in hits for cell in hit.values()]
        assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t"}]


@given(st.text(st.sampled_from("=+-@＝＠ \t\r\n'\"a1\u200b\x00")) | st.text())
def test_a_cell_is_never_run(text: str) -> None:
    cell = defused(text)

    assert cell[:1] not in {
        "=",
        "+",
        "-",
        "@",
        "＝",
        "＋",
        "－",
        "＠",
        "\t",
        "\r",
        "\n",
    }
    assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}
    written = StringIO(newline="")
    csv.writer(written).writerow([cell, "next"])
    (read,) = csv.reader(StringIO(written.getvalue(), newline=""))
    assert read == [cell, "next"]
    assert no_escapes(cell)


@pytest.mark.parametrize("query", ["tea", "by:lee tea"])
def test_a_page_is_well_formed_and_runs_nothing(archive: Archive, query: str) -> None:
    text = "".join(page.pieces(exported(archive, query)))
    read = Page(text)

    assert not {"script", "link", "img", "iframe"} & set(read.tags)
    assert set(read.links) == {WEB}
    assert "<script>alert('x')</script>" in read.words
    assert read.tags.count("article") + read.tags.count("figure") == ROWS
    assert f"{ROWS} of {ROWS}" in read.words
    assert query in read.words
    assert "default-src 'none'" in text


def test_a_page_marks_the_words_that_were_found(archive: Archive) -> None:
    text = "".join(page.pieces(exported(archive, "tea")))

    assert text.count("<mark>Tea</mark>") == ROWS


@pytest.mark.parametrize("query", ["by:lee", "tea"])
def test_the_citations_of_a_document_can_all_be_verified(
    archive: Archive, query: str
) -> None:
    text = "".join(markdown.pieces(exported(archive, query)))

    checks = verify(text, archive.store)

    assert len(checks) == ROWS
    assert {check.verdict for check in checks} == {"exact"}


def test_articles_of_a_document_are_headings_with_the_words_in_bold(
    archive: Archive,
) -> None:
    text = "".join(markdown.pieces(exported(archive, "tea")))

    assert text.startswith("# tea\n\n- query: tea\n")
    assert text.count("\n## ") == ROWS
    assert text.count("**Tea**") == ROWS
    assert "<script" not in text.replace("\\<script", "")


@pytest.mark.parametrize("query", ["tea", "by:lee"])
def test_only_pages_of_the_web_are_links_in_a_document(
    archive: Archive, query: str
) -> None:
    text = "".join(markdown.pieces(exported(archive, query)))

    assert text.count("<https://example.org/a_b?c=d_e>") == ROWS // 2
    assert "<javascript" not in text


def test_rows_that_left_the_archive_meanwhile_are_counted(tmp_path: Path) -> None:
    for name in ("one", "two"):
        story = f"Tea is out, says {name}. The kettle has been sold, and that is that."
        (tmp_path / name).write_text(story, "utf-8")
    added(tmp_path / "news", tmp_path / "one", tmp_path / "two")

    with closing(Archive.open(tmp_path / "news")) as archive:
        begun = exported(archive, "tea")
        quoth("remove", tmp_path / "one", archive=tmp_path / "news")
        text = "".join(markdown.pieces(begun))

    assert begun.lost == 1
    assert text.endswith("\n1 of 2\n")
