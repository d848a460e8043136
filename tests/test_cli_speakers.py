"""`speakers`: every utterance is counted once, under the name that finds it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.shell import Told, added, demo, fits, no_escapes, quoth

if TYPE_CHECKING:
    from pathlib import Path

STORY = """BORDER TALKS RESUME

{day} 2031

“{words},” {speaker} told reporters in Kessin on Tuesday, after the talks had ended.

The talks are to be continued in the spring, when the snow on the pass has gone.
"""


@cache
def asked(*words: str) -> Told:
    return quoth(*words, archive=demo())


def everybody() -> dict[str, Any]:
    told = asked("speakers", "--json", "--limit", "0")
    answer: dict[str, Any] = told.json
    return answer


def count(query: str) -> int:
    return int(asked("search", query, "--count").out)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two spellings of one name, its bare surname, and a surname of two people."""
    folder = tmp_path_factory.mktemp("talks")
    said = [
        ("4 March", "The pass stays open this year", "Andrei Lasko"),
        ("5 March", "We shall see about the tolls", "Andrey Lasko"),
        ("6 March", "No toll has ever been asked for", "Andrei Lasko"),
        ("7 March", "That is a matter for the cantons", "Mr. Lasko"),
        ("8 March", "The snow does not read treaties", "Ann Venn"),
        ("9 March", "The treaty does not read the snow", "Otto Venn"),
        ("10 March", "Both of them should read more", "Mr. Venn"),
        ("11 March", "The tolls pay for the snow", "Ida Brandt"),
        ("12 March", "The snow pays for nothing", "Ida M. Brandt"),
        ("13 March", "My father built the toll house", "Emil A. Kesk"),
        ("14 March", "My father tore it down", "Emil B. Kesk"),
        ("15 March", "My sons should speak less", "Emil Kesk"),
        ("16 March", "The toll house was mine", "Bo Ahl"),
        ("17 March", "It was never theirs to sell", "Bo Ahl Brandt"),
    ]
    for number, (day, words, speaker) in enumerate(said):
        story = STORY.format(day=day, words=words, speaker=speaker)
        (folder / f"{number}.txt").write_text(story, "utf-8")
    added(folder / "news", folder)
    return folder / "news"


def roll_of(archive: Path) -> dict[str, Any]:
    told = quoth("speakers", "--json", archive=archive)
    fits(told.json, "speakers")
    return {one["name"]: one for one in told.json["speakers"]}


def test_the_speakers_are_listed_as_the_contract_says() -> None:
    told = asked("speakers", "--json")

    assert told.code == 0
    fits(told.json, "speakers")
    counts = [one["count"] for one in told.json["speakers"]]
    assert counts == sorted(counts, reverse=True)


def test_every_quotation_of_the_archive_is_counted_once() -> None:
    told = everybody()
    rows = told["speakers"]

    named = sum(row["count"] + sum(s["count"] for s in row["also"]) for row in rows)
    shares = told["kinds"].values()
    assert named + told["unattributed"] == told["quotes"]
    assert sum(share["quotes"] for share in shares) == named
    assert sum(share["speakers"] for share in shares) == told["total"] == len(rows)
    assert told["quotes"] == asked("check", "--json").json["quotes"]


def test_a_name_is_counted_as_often_as_a_search_for_it_finds() -> None:
    rows = everybody()["speakers"]
    assert len(rows) > 10

    for row in rows[:8]:
        assert row["found"] == count(f'by:"{row["name"]}"') >= row["count"]


def test_a_search_for_a_name_finds_longer_names_and_the_list_says_so(
    talks: Path,
) -> None:
    roll = roll_of(talks)

    assert (roll["Venn"]["count"], roll["Venn"]["found"]) == (1, 3)
    assert roll["Ann Venn"]["found"] == 1
    assert "3 with longer names" in quoth("speakers", archive=talks).out


@pytest.mark.parametrize("name", ["Ilse Marek", "marek", "ministry", "Andrey Lasko"])
def test_a_page_holds_what_a_search_for_the_name_finds(name: str) -> None:
    told = asked("speakers", name, "--json", "--limit", "0")
    found = asked("search", f'by:"{name}"', "--json", "--limit", "0").json

    fits(told.json, "speaker")
    assert told.json["total"] == found["total"] == len(told.json["utterances"])
    places = {(u["article"], u["start"]) for u in told.json["utterances"]}
    assert places == {(hit["article"], hit["start"]) for hit in found["hits"]}


def test_a_page_begins_with_the_oldest_and_ends_with_the_undated() -> None:
    told = asked("speakers", "Dario Venn", "--json", "--limit", "0")
    dates = [
        next(filter(None, utterance["date"].values()), None)
        for utterance in told.json["utterances"]
    ]

    days = [date["value"][:10] for date in dates if date]
    assert days == sorted(days)
    assert all(date is None for date in dates[len(days) :])
    (speaker,) = told.json["speakers"]
    assert speaker["undated"] == len(dates) - len(days)
    assert speaker["first"]["value"][:10] == days[0]
    assert speaker["last"]["value"][:10] == days[-1]


def test_spellings_that_the_table_holds_for_one_are_merged(talks: Path) -> None:
    lasko = roll_of(talks)["Andrei Lasko"]

    assert lasko["count"] == 3
    assert lasko["variants"] == [
        {"name": "Andrei Lasko", "count": 2},
        {"name": "Andrey Lasko", "count": 1},
    ]
    assert lasko["first"]["value"] == "2031-03-04"
    assert lasko["last"]["value"] == "2031-03-06"


def test_a_bare_surname_stands_beside_its_only_full_name(talks: Path) -> None:
    roll = roll_of(talks)

    assert "Lasko" not in roll
    assert roll["Andrei Lasko"]["also"] == [{"name": "Lasko", "count": 1}]


def test_a_bare_surname_of_two_people_stands_for_itself(talks: Path) -> None:
    roll = roll_of(talks)

    assert roll["Venn"]["count"] == 1
    assert roll["Ann Venn"]["also"] == roll["Otto Venn"]["also"] == []


def test_a_name_with_a_middle_initial_is_the_one_without(talks: Path) -> None:
    people = roll_of(talks)

    assert people["Ida Brandt"]["count"] == 2
    assert "Ida M. Brandt" not in people
    found = quoth("search", 'by:"ida brandt"', "--count", archive=talks)
    assert found.out == "2\n"
    found = quoth("search", 'by:"ida m. brandt"', "--count", archive=talks)
    assert found.out == "1\n"


def test_two_with_different_initials_stay_two(talks: Path) -> None:
    people = roll_of(talks)

    names = ("Emil A. Kesk", "Emil B. Kesk", "Emil Kesk")
    assert [people[name]["count"] for name in names] == [1, 1, 1]


def test_corrected_speakers_names_and_dates_are_counted_as_they_now_are(
    talks: Path, tmp_path: Path
) -> None:
    def told(*words: str) -> Told:
        return quoth(*words, archive=talks, XDG_DATA_HOME=str(tmp_path))

    (bare,) = told("quotes", "by:=Lasko", "--json").lines[-1:]
    place = f"{bare['article']}:{bare['start']}"
    first = told("search", "by:ann", "--json").json["hits"][0]["article"]
    for words in (
        ("speaker", place, "Otto Venn"),
        ("alias", "Ann Venn", "Anna Venn"),
        ("date", first, "2029"),
    ):
        assert told("fix", *words).code == 0

    page = told("speakers", "venn", "--json").json

    fits(page, "speaker")
    assert page["total"] == int(told("search", "by:venn", "--count").out)
    named = {one["name"]: one for one in page["speakers"]}
    assert named["Otto Venn"]["count"] == 2
    assert named["Anna Venn"]["first"]["value"] == "2029"
    assert page["utterances"][0]["speaker"] == "Anna Venn"


def test_people_read_counts_dates_and_spellings(talks: Path) -> None:
    told = quoth("speakers", archive=talks)

    assert told.code == 0
    assert "3  Andrei Lasko  person · 2031-03-04 to 2031-03-06" in told.out
    assert "written Andrei Lasko 2, Andrey Lasko 1" in told.out
    assert "perhaps Lasko 1" in told.out
    assert "of nobody knows whom" in told.err


def test_people_read_a_page_with_outlet_venue_and_place() -> None:
    told = asked("speakers", "ilse", "marek", "--limit", "3")

    assert no_escapes(told.out)
    # A report without marks stands among them.
    assert told.out.count("Ilse Marek (") == 3
    assert "Northern Wire" in told.out
    assert "the first 3 shown" in told.err


def test_nobody_of_that_name_is_exit_1() -> None:
    assert asked("speakers", "nobody").code == 1
    told = asked("speakers", "nobody", "--json")
    assert told.code == 1
    fits(told.json, "speaker")
    assert told.json["total"] == 0


def test_a_name_without_letters_is_an_error() -> None:
    told = asked("speakers", "…")

    assert told.code == 2
    assert told.err.count("Traceback") == 0


def test_others_of_the_surname_are_named_and_not_counted(talks: Path) -> None:
    told = quoth("speakers", "ann venn", "--json", archive=talks)
    shown = quoth("speakers", "ann venn", archive=talks).out
    alone = quoth("speakers", "andrei lasko", "--json", archive=talks)
    longer = quoth("speakers", "bo ahl", "--json", archive=talks)

    fits(told.json, "speaker")
    assert told.json["total"] == 1
    assert told.json["namesakes"] == [{"name": "Otto Venn", "count": 1}]
    assert "not counted: Otto Venn 1" in shown
    assert alone.json["namesakes"] == []
    assert longer.json["total"] == 2
    assert longer.json["namesakes"] == []
