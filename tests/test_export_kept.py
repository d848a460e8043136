"""An export of articles has what the reader keeps of them; it is the reader's file."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.archive import Archive
from index.archive.exporting import export
from index.citing.copies import verify
from index.model import Span
from tests.shell import fits, no_escapes, quoth
from tests.test_export import Page, exported, table_of
from tui.cli.exports import lines, markdown, page, table

if TYPE_CHECKING:
    from pathlib import Path

    from index.state import Notebook

MADE = ["starred", "tags", "notes"]
PASSAGE = "talks had failed."
EVIL = "=1+1 <b>*bold*</b> \x1b[31m"


@pytest.fixture
def archive(kept: Archive) -> Archive:
    return kept


@pytest.fixture
def article(archive: Archive, notebook: Notebook) -> str:
    """An article with a star, two tags, and notes on a passage and on all of it."""
    (headline,) = archive.headlines(["border"])
    notebook.marks.star([headline])
    for tag in ("winter", "cold war"):
        notebook.marks.tag(tag, [headline])
    whole = archive.clipping("border").article
    start = whole.text.index(PASSAGE)
    notebook.notes.write(whole, "why?", Span(start, start + len(PASSAGE)))
    notebook.notes.write(whole, EVIL)
    return headline.id


def test_lines_have_the_marks_as_their_last_keys(
    archive: Archive, article: str
) -> None:
    text = "".join(lines.pieces(exported(archive, "border")))
    _, *hits = map(json.loads, text.splitlines())
    by_id = {hit["id"]: hit for hit in hits}

    for hit in hits:
        fits(hit, "export-article")
        assert list(hit)[-3:] == MADE
    marked = by_id.pop(article)
    assert (marked["starred"], marked["tags"]) == (True, ["cold war", "winter"])
    whole, note = marked["notes"]
    assert (whole["text"], whole["words"], whole["start"]) == (EVIL, None, None)
    text = archive.clipping(article).article.text
    assert (note["text"], note["words"]) == ("why?", PASSAGE)
    assert text[note["start"] : note["end"]] == PASSAGE
    assert [[hit[key] for key in MADE] for hit in by_id.values()] == [[False, [], []]]


def test_a_table_has_the_marks_in_its_last_columns(
    archive: Archive, article: str
) -> None:
    _, rows = table_of("".join(table.pieces(exported(archive, "border"))))
    by_id = {row["article"]: row for row in rows}

    marked = by_id.pop(article)
    assert list(marked)[-3:] == MADE
    assert (marked["starred"], marked["tags"]) == ("yes", "cold war; winter")
    first, second = marked["notes"].splitlines()
    assert first.startswith("'=1+1 <b>")
    assert second.startswith(f"why? (on “{PASSAGE}”, ")
    (other,) = by_id.values()
    assert [other[key] for key in MADE] == ["no", "", ""]


def test_a_document_lists_the_marks_under_the_article(
    archive: Archive, article: str
) -> None:
    text = "".join(markdown.pieces(exported(archive, "border")))
    item = next(part for part in text.split("\n## ") if f":{article}:" in part)

    assert "\n\n- ★ · tagged cold war, winter\n- † =1+1 \\<b\\>" in item
    assert f"\n- † why? (on “{PASSAGE}”, " in item
    assert text.count("†") == 2
    assert {check.verdict for check in verify(text, archive.store)} == {"exact"}


def test_a_page_lists_the_marks_under_the_article(
    archive: Archive, article: str
) -> None:
    text = "".join(page.pieces(exported(archive, "border")))
    read = Page(text)

    assert article in read.words
    assert read.tags.count("ul") == 1
    assert read.tags.count("li") == 3
    assert f"† why? (on “{PASSAGE}”, " in read.words
    assert "<b>*bold*</b>" in read.words
    assert no_escapes(text)


def test_what_is_noted_while_an_export_is_written_waits_for_the_next(
    archive: Archive, notebook: Notebook
) -> None:
    begun = export(archive, archive.answer("border"))
    notebook.marks.star(archive.headlines(["border"]))

    _, rows = table_of("".join(table.pieces(begun)))

    assert {row["starred"] for row in rows} == {"no"}


def test_a_note_whose_words_are_gone_says_so(news: Path, clippings: Path) -> None:
    with closing(Archive.open(news)) as opened:
        (headline,) = opened.newest(0, 1)
    quoth("note", "open?", f"{headline.id}:5-16", archive=news)
    new = "Nothing of that kind was said on Tuesday at the port.\n"
    (clippings / "good.txt").write_text(new, "utf-8")
    quoth("add", clippings, archive=news)

    told = quoth("export", "port", "--format", "markdown", archive=news)

    assert "- † open? (on “harbour is”, which are gone)" in told.out


def test_from_the_shell_the_marks_are_the_users_own(news: Path) -> None:
    quoth("star", "--query", "harbour", archive=news)

    own = quoth("export", "harbour", archive=news).lines[1]
    others = quoth("export", "harbour", archive=news, XDG_DATA_HOME="/nowhere").lines[1]

    fits(own, "export-article")
    assert (own["starred"], own["tags"], own["notes"]) == (True, [], [])
    assert (others["starred"], others["tags"], others["notes"]) == (False, [], [])
