"""The store keeps what it is given, says what it lacks, and never loses a batch."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ArchiveBrokenError, ArchiveMissingError, NotFoundError
from index.model import Article, Clipping, Quote, QuoteKind, Span, SpeakerKind
from index.store import FileState, Found, Skip, Store, StoreWriter
from index.store.packing import pack, pack_facts, unpack, unpack_facts
from tests.makers import article, clipping, quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = "2031-03-04T10:00:00+00:00"


def found(made: Clipping, *, pending: bool = False) -> Found:
    raw = made.article.text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    kept = replace(made, article=replace(made.article, sha256=digest))
    return Found(kept, raw, "text", quotes_pending=pending)


def put(writer: StoreWriter, *made: Clipping, pending: bool = False) -> None:
    with writer.batch() as revision:
        for one in made:
            id_, path = one.article.id, one.article.path
            writer.put(found(one, pending=pending), revision)
            writer.place(path, id_, file=path, now=NOW, revision=revision)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[StoreWriter]:
    opened = StoreWriter(tmp_path)
    yield opened
    opened.close()


def border() -> Clipping:
    made = article(
        "“The border is closed,” Ilse Marek told Radio Kessin.",
        id="border",
        title="Border closed",
        outlet="Harbour Post",
        authors=["Tomas Reyl"],
        published="2031-03-04",
        event="2031-03-03?",
        url="https://example.org/border",
    )
    said = quote("The border is closed,", made, "Ilse Marek", mention="Ilse Marek")
    cue = Span(made.text.index("told"), made.text.index("told") + 4)
    full = replace(
        said,
        speaker_kind=SpeakerKind.PERSON,
        cue=cue,
        chain=3,
        negated=True,
        venue="Radio Kessin",
        kind=QuoteKind.MIXED,
        confidence=0.917,
    )
    return clipping(made, full)


def test_a_clipping_comes_back_as_it_was_put(writer: StoreWriter) -> None:
    put(writer, border())

    (back,) = writer.clippings(["border"])

    sources = back.article.sources
    put_in = found(border()).clipping.article
    assert back.article == replace(put_in, sources=sources)
    assert [source.path for source in sources] == ["border.txt"]
    assert back.quotes == border().quotes
    assert writer.original("border") == border().article.text.encode()


def test_lists_are_newest_first_with_the_undated_last(writer: StoreWriter) -> None:
    dates = {"b": "2030", "a": None, "d": "2031-03", "c": "2031-03-04", "e": None}
    put(
        writer,
        *(clipping(article(f"Text {i}.", id=i, published=d)) for i, d in dates.items()),
    )

    assert writer.newest(0, 10) == ["c", "d", "b", "a", "e"]
    assert writer.newest(1, 3) == ["d", "b"]


def test_articles_in_lists_carry_no_text(writer: StoreWriter) -> None:
    put(writer, border())

    listed, quotes = writer.articles(["border", "unknown"])["border"]

    assert (listed.text, quotes) == ("", 1)
    assert listed.title == border().article.title


def test_an_article_is_found_by_its_path_its_id_and_the_start_of_its_id(
    writer: StoreWriter,
) -> None:
    put(writer, clipping("One.", id="abc1"), clipping("Two.", id="abd2"))

    assert writer.find("abc1.txt") == "abc1"
    assert writer.find("abd2") == "abd2"
    assert writer.find("abd") == "abd2"
    with pytest.raises(NotFoundError, match="More than one"):
        writer.find("ab")
    with pytest.raises(NotFoundError, match="No article"):
        writer.find("x")


def test_the_same_bytes_under_two_paths_are_one_article(writer: StoreWriter) -> None:
    put(writer, clipping(article("Same.", id="s", path="one.txt")))
    put(writer, clipping(article("Same.", id="s", path="two.txt")))

    (back,) = writer.clippings(["s"])

    assert [source.path for source in back.article.sources] == ["one.txt", "two.txt"]
    assert writer.totals().articles == 1


def test_a_path_with_new_bytes_supersedes_the_old_version(writer: StoreWriter) -> None:
    put(writer, clipping(article("Old.", id="old", path="a.txt")))
    before = writer.revision()
    put(writer, clipping(article("New.", id="new", path="a.txt")))

    assert writer.newest(0, 9) == ["new"]
    assert writer.find("a.txt") == "new"
    assert writer.dropped_since(before) == ["old"]
    assert writer.original("old") == b"Old.\n"


def test_an_old_version_that_returns_is_live_again(writer: StoreWriter) -> None:
    put(writer, clipping(article("Old.", id="old", path="a.txt")))
    put(writer, clipping(article("New.", id="new", path="a.txt")))
    put(writer, clipping(article("Old.", id="old", path="a.txt")))

    assert writer.newest(0, 9) == ["old"]
    assert writer.dropped_since(0) == ["new"]


def test_a_removed_article_leaves_nothing_but_a_note_for_the_index(
    writer: StoreWriter,
) -> None:
    put(writer, border())
    with writer.batch() as revision:
        writer.remove("border", revision)

    assert writer.totals().articles == writer.totals().quotes == 0
    assert writer.dropped_since(0) == ["border"]
    with pytest.raises(NotFoundError):
        writer.original("border")


def test_totals_count_articles_quotes_undated_and_skipped(writer: StoreWriter) -> None:
    put(writer, border(), clipping("Undated.", id="u"))
    with writer.batch():
        writer.note_skips("x.bin", [Skip("x.bin", "binary file")])

    totals = writer.totals()

    assert (totals.articles, totals.quotes) == (2, 1)
    assert (totals.undated, totals.skipped) == (1, 1)


def test_articles_whose_quotations_wait_are_listed(writer: StoreWriter) -> None:
    put(writer, clipping("Later.", id="later"), pending=True)
    put(writer, border())

    assert writer.live_ids(without_quotes=True) == ["later"]
    assert not writer.has("later")
    assert writer.has("border")


def test_what_changed_since_a_revision_is_replayed(writer: StoreWriter) -> None:
    put(writer, clipping("One.", id="one"))
    seen = writer.revision()
    put(writer, clipping("Two.", id="two"))

    assert [c.article.id for c in writer.changed_since(seen)] == ["two"]
    assert [c.article.id for c in writer.changed_since(0)] == ["one", "two"]
    assert writer.count_changed_since(seen) == 1


def test_a_batch_that_fails_leaves_no_trace(writer: StoreWriter) -> None:
    put(writer, clipping("One.", id="one"))
    before = writer.totals()

    def failing() -> None:
        with writer.batch() as revision:
            writer.put(found(border()), revision)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        failing()
    put(writer, border())

    assert before.articles == 1
    assert writer.totals().articles == 2
    assert next(writer.clippings(["border"])).quotes == border().quotes


def test_a_killed_writer_leaves_the_last_batch_whole(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import os, sys
        sys.path[:0] = sys.argv[1].split(os.pathsep)
        from pathlib import Path
        from tests.makers import clipping
        from tests.test_store import StoreWriter, found, put
        writer = StoreWriter(Path(sys.argv[2]))
        put(writer, clipping("One.", id="one"))
        with writer.batch() as revision:
            writer.put(found(clipping("Two.", id="two")), revision)
            os.kill(os.getpid(), 9)
        """
    )
    here = os.path.dirname(__file__)  # noqa: PTH120 - as the child's path wants it
    subprocess.run(
        [sys.executable, "-c", script, here, str(tmp_path)], check=False, timeout=60
    )

    writer = StoreWriter(tmp_path)

    assert writer.newest(0, 9) == ["one"]
    assert writer.sound() == []
    writer.close()


def test_what_a_killed_commit_left_is_undone_by_the_next_reader(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import os, sys
        sys.path[:0] = sys.argv[1].split(os.pathsep)
        from pathlib import Path
        from tests.makers import clipping
        from tests.test_store import Skip, StoreWriter, put
        writer = StoreWriter(Path(sys.argv[2]))
        put(writer, clipping("One.", id="one"))
        # Pages that are spilled stand in the file as those of a commit do.
        writer.connection.execute("PRAGMA cache_spill = 1")
        writer.connection.execute("PRAGMA cache_size = 1")
        with writer.batch():
            for number in range(1500):
                writer.note_skips(f"f{number}", [Skip(f"f{number}", "odd " * 20)])
            os.kill(os.getpid(), 9)
        """
    )
    here = os.path.dirname(__file__)  # noqa: PTH120 - as the child's path wants it
    put(early := StoreWriter(tmp_path), clipping("None.", id="none"))
    early.close()
    reader = Store(tmp_path)
    subprocess.run(
        [sys.executable, "-c", script, here, str(tmp_path)],
        check=False, timeout=60,
    )  # fmt: skip

    left = (tmp_path / "store.db-journal").exists()
    totals = reader.totals()
    reader.close()
    later = Store(tmp_path)

    assert left, "nothing was left half done"
    assert (totals.articles, totals.skipped) == (2, 0)
    assert later.totals() == totals
    assert later.sound() == []
    later.close()


def test_a_store_without_tables_is_no_archive_yet(tmp_path: Path) -> None:
    (tmp_path / "store.db").touch()

    with pytest.raises(ArchiveMissingError, match="quoth add"):
        Store(tmp_path)


def test_a_reader_sees_whole_batches_while_another_writes(
    writer: StoreWriter, tmp_path: Path
) -> None:
    put(writer, clipping("One.", id="one"))
    reader = Store(tmp_path)

    with writer.batch() as revision:
        writer.put(found(clipping("Two.", id="two")), revision)
        during = reader.newest(0, 9)
        writer.place("two.txt", "two", file="two.txt", now=NOW, revision=revision)

    assert during == ["one"]
    assert sorted(reader.newest(0, 9)) == ["one", "two"]
    reader.close()


def test_a_reader_cannot_write(writer: StoreWriter, tmp_path: Path) -> None:
    put(writer, clipping("One.", id="one"))
    reader = Store(tmp_path)

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.connection.execute("DELETE FROM articles")
    reader.close()


def test_file_states_are_remembered(writer: StoreWriter) -> None:
    state = FileState("a.txt", 12, 345, 678, "")
    with writer.batch():
        writer.note_file("/clippings/a.txt", state)

    assert writer.file_state("/clippings/a.txt") == state
    assert writer.file_state("/clippings/b.txt") is None


def test_no_store_and_a_broken_store_are_one_sentence_each(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissingError, match="quoth add"):
        Store(tmp_path)
    (tmp_path / "store.db").write_bytes(b"This is no database at all." * 100)
    with pytest.raises(ArchiveBrokenError, match="cannot be read"):
        Store(tmp_path)


def test_a_store_of_a_newer_program_is_refused(
    writer: StoreWriter, tmp_path: Path
) -> None:
    writer.connection.execute("PRAGMA user_version = 999")

    with pytest.raises(ArchiveBrokenError, match="newer quoth"):
        Store(tmp_path)


def test_a_shared_dictionary_makes_news_smaller(writer: StoreWriter) -> None:
    line = "The interior ministry said on Tuesday that the border would stay closed. "
    made = [clipping(f"{n} {line * 9}{n * n}", id=f"n{n}") for n in range(12)]
    with writer.batch():
        writer.learn(one.article.text.encode() for one in made)
    put(writer, *made)

    rows = writer.connection.execute("SELECT dictionary, length(bytes) FROM originals")
    alone = len(pack(made[0].article.text.encode(), b""))
    assert all(number == 1 and size < alone / 2 for number, size in rows)
    assert [c.article.text for c in writer.clippings(["n3"])] == [made[3].article.text]


@given(st.binary(max_size=500), st.binary(max_size=500))
def test_packing_gives_back_every_byte(data: bytes, dictionary: bytes) -> None:
    assert unpack(pack(data, dictionary), dictionary) == data


@given(st.text(max_size=40), st.text(max_size=40))
def test_facts_come_back_whatever_the_title(title: str, url: str) -> None:
    made: Article = article("Body.", title=title or None, url=url)

    facts = unpack_facts(pack_facts(made))

    assert facts["title"] == made.title
    assert facts["zones"] == made.zones
    assert facts["url"] == url


def test_every_quote_field_is_kept() -> None:
    kept = {
        "start", "end", "kind", "rule", "confidence", "speaker", "speaker_kind",
        "mention", "cue", "chain", "negated", "venue",
    }  # fmt: skip
    assert set(Quote.__dataclass_fields__) == kept, "the quotes table lacks a column"
