"""What only the engine on Whoosh promises: its files, its segments, its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine import Order
from index.engines.whoosh import WhooshEngine, WhooshFiler
from index.engines.whoosh.arrays import narrow, ranges, stable_order
from index.engines.whoosh.library import FileStorage
from index.engines.whoosh.packed import Packed, packed_sections
from index.engines.whoosh.sections import Sections, write_sections
from index.errors import IndexStaleError
from index.query.nodes import All, Or, Pattern, Phrase, Raw, Text, Together, Word
from index.words import Analyser
from tests.makers import article, clipping

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine import Hit
    from index.model import Clipping
    from index.query.nodes import Query

ANALYSER = Analyser()

QUERIES: tuple[Query, ...] = (
    Text(Word("red")),
    Text(Phrase((Word("red"), Word("line")))),
    Or((Text(Pattern("l*")), Text(Word("kyiv")))),
    Text(Together(Word("red"), Word("seven"), "s")),
    Raw(Word("red")),
    All(),
)


def story(number: int) -> Clipping:
    count = "red " * (number % 5) + "line " * (number % 3)
    body = f"{count} word{number}. Number seven {'red' if number % 7 else 'Kyiv'}."
    made = article(
        body,
        "A red line.",
        id=f"s{number:03}",
        published=f"2021-06-{number % 28 + 1:02}",
    )
    return clipping(made, ("A red line", "Li"))


def file(folder: Path, numbers: range, *, spill_words: int = 10_000) -> None:
    filer = WhooshFiler(folder, ANALYSER, spill_words=spill_words)
    filer.put(map(story, numbers))
    filer.commit(1)


def hits(folder: Path) -> list[tuple[Hit, ...]]:
    engine = WhooshEngine(folder, ANALYSER)
    return [engine.search(q, Order.RELEVANCE).window(0, 500) for q in QUERIES]


def test_scores_and_order_do_not_depend_on_how_the_articles_came(
    tmp_path: Path,
) -> None:
    file(tmp_path / "once", range(90))
    file(tmp_path / "spilled", range(89, -1, -1), spill_words=100)
    for start in range(0, 90, 10):
        file(tmp_path / "often", range(start, start + 10))
        file(tmp_path / "often", range(start, start + 3))

    assert hits(tmp_path / "often") == hits(tmp_path / "once")
    assert hits(tmp_path / "spilled") == hits(tmp_path / "once")


def test_many_small_commits_leave_few_segments(tmp_path: Path) -> None:
    for number in range(40):
        file(tmp_path, range(number, number + 1))

    segments = list((tmp_path / "gen-000040").glob("articles_*.words"))

    assert len(segments) < 8


def test_a_commit_shares_the_segments_that_it_does_not_change(tmp_path: Path) -> None:
    file(tmp_path, range(20))
    before = {p.name: p.stat().st_ino for p in tmp_path.glob("gen-000001/*.words")}

    file(tmp_path, range(20, 22))

    after = {p.name: p.stat().st_ino for p in tmp_path.glob("gen-000002/*.words")}
    assert before.items() <= after.items()


def test_whoosh_itself_can_read_the_index(tmp_path: Path) -> None:
    file(tmp_path, range(20))
    storage = FileStorage(str(tmp_path / "gen-000001"))

    with storage.open_index(indexname="articles").searcher() as searcher:
        numbers = sorted(searcher.document_numbers(text="kyiv"))
        ids = [searcher.stored_fields(number)["text"] for number in numbers]
        words = list(searcher.reader().expand_prefix("text", "word1"))

    assert ids == ["s000", "s007", "s014"]
    assert b"word11" in words


def test_a_clipping_filed_in_part_is_never_committed(tmp_path: Path) -> None:
    file(tmp_path, range(5))
    filer = WhooshFiler(tmp_path, ANALYSER)
    with pytest.raises(ValueError, match="Invalid isoformat"):
        filer.put([clipping(article("x", added="yesterday"))])

    with pytest.raises(RuntimeError, match="in part"):
        filer.commit(2)

    engine = WhooshEngine(tmp_path, ANALYSER)
    assert (engine.searched, engine.revision) == (5, 1)


@pytest.mark.parametrize("at_once", [1, 7, 100])
def test_a_choice_of_many_keys_is_looked_at_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    asked = [Pattern(text) for text in ("w*", "*e*", "*d", "*s*", "zz*")]
    queries: list[Query] = [*map(Text, asked), *map(Raw, asked)]
    file(tmp_path, range(40))
    engine = WhooshEngine(tmp_path, ANALYSER)
    whole = [engine.search(q, Order.RELEVANCE).window(0, 99) for q in queries]

    monkeypatch.setattr("index.engines.whoosh.words._AT_ONCE", at_once)
    again = WhooshEngine(tmp_path, ANALYSER)

    assert [again.search(q, Order.RELEVANCE).window(0, 99) for q in queries] == whole


def test_what_is_given_back_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(tmp_path, range(40))
    engine = WhooshEngine(tmp_path, ANALYSER)
    held = engine.search(QUERIES[0], Order.RELEVANCE)

    # As if every search had taken room.
    monkeypatch.setattr("index.engines.whoosh.room._WORTH", -1 << 40)
    answers = [engine.search(q, Order.RELEVANCE).window(0, 500) for q in QUERIES]

    assert answers == hits(tmp_path)
    assert held.window(0, 500) == answers[0]


def test_a_window_beyond_the_end_is_short(tmp_path: Path) -> None:
    file(tmp_path, range(5))
    found = WhooshEngine(tmp_path, ANALYSER).search(All(), Order.DATE)

    assert len(found.window(3, 50)) == 2
    assert found.window(7, 9) == ()


def test_opening_reads_no_words(tmp_path: Path) -> None:
    file(tmp_path, range(5))

    engine = WhooshEngine(tmp_path, ANALYSER)

    sections = engine._articles.shelf.volumes[0].fields["text"].words._where
    assert sections._low._checked.count(1) == 0


@given(st.lists(st.integers(0, 2**32 - 1), max_size=60), st.sampled_from((8, 16)))
def test_packed_numbers_are_read_back_by_run_and_by_place(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], bits: int
) -> None:
    path = tmp_path_factory.mktemp("packed") / "file"
    write_sections(path, packed_sections("n", np.array(numbers, np.uint32), bits))

    packed = Packed(Sections(path), "n")

    assert packed.whole().tolist() == numbers
    assert packed.at(np.arange(len(numbers))[::-1]).tolist() == numbers[::-1]
    assert packed.run(1, len(numbers) - 1).tolist() == numbers[1:-1]


@given(st.lists(st.integers(0, 2**32 - 1), max_size=60))
def test_numbers_are_sorted_by_halves_and_equals_keep_their_order(
    numbers: list[int],
) -> None:
    order = stable_order(np.array(numbers, np.uint32))

    assert order.tolist() == sorted(range(len(numbers)), key=numbers.__getitem__)


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        ([0, 255], "uint8"),
        ([256], "uint16"),
        ([-1, 127], "int8"),
        ([-1, 40_000], "int32"),
        ([2**40], "uint64"),
        ([], "uint8"),
    ],
)
def test_numbers_are_kept_in_the_fewest_bytes(numbers: list[int], kind: str) -> None:
    assert narrow(np.array(numbers, np.int64)).dtype == kind


def test_ranges_count_on_from_each_start() -> None:
    made = ranges(np.array([5, 9, 2]), np.array([2, 0, 3]))

    assert made.tolist() == [5, 6, 2, 3, 4]


def test_a_block_is_checked_before_it_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_sections(path, {"n": np.zeros(100_000, np.uint8)})
    content = bytearray(path.read_bytes())
    content[80_000] ^= 1
    path.write_bytes(bytes(content))

    section = Sections(path)["n"]

    assert section.run(0, 60_000).sum() == 0
    with pytest.raises(IndexStaleError, match="damaged"):
        section.run(70_000, 90_000)
