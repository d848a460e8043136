"""`search` and `quotes`, as a shell calls them: shapes, counts, words with a minus."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.shell import (
    COMMAND,
    Told,
    added,
    demo,
    fits,
    no_escapes,
    quoth,
    surroundings,
)

if TYPE_CHECKING:
    from pathlib import Path


@cache
def asked(*words: str) -> Told:
    return quoth(*words, archive=demo())


def found(*words: str) -> dict[str, object]:
    told = asked("search", *words, "--json")
    answer: dict[str, object] = told.json
    return answer


def test_articles_are_found_as_the_contract_says() -> None:
    told = asked("search", "border", "--json")

    assert told.code == 0
    assert told.err == ""
    fits(told.json, "search-articles")
    assert told.json["total"] == len(told.json["hits"]) > 5
    assert told.json["query"] == "border"


def test_utterances_are_found_as_the_contract_says() -> None:
    told = asked("search", "by:marek closed", "--json")

    fits(told.json, "search-utterances")
    assert told.json["kind"] == "utterances"
    assert all("Marek" in hit["speaker"] for hit in told.json["hits"])


def test_words_of_the_query_may_stand_apart() -> None:
    assert found("by:marek", "closed")["parsed"] == "by:marek closed"


def test_ids_leave_the_envelope_and_take_the_rest_away() -> None:
    told = asked("search", "border", "--ids", "--json")

    fits(told.json, "search-ids")
    plain = asked("search", "border", "--ids")
    assert plain.out.split() == [hit["id"] for hit in told.json["hits"]]


def test_a_count_is_the_number_of_rows_that_can_be_reached() -> None:
    counted = int(asked("search", "border", "--count").out)

    rows = asked("search", "border", "--ids", "--limit", "0").out.splitlines()

    assert counted == len(rows) == found("border")["total"]


def test_a_limit_cuts_rows_and_never_the_total() -> None:
    told = asked("search", "border", "--json", "--limit", "2")

    assert len(told.json["hits"]) == 2
    assert told.json["total"] == found("border")["total"]


def test_a_count_as_json_has_no_hits() -> None:
    told = asked("search", "border", "--json", "--count")

    fits(told.json, "search-articles")
    assert told.json["hits"] == []


def test_oldest_and_newest_first_turn_the_order_round_and_leave_undated_last() -> None:
    def days(sort: str) -> list[str]:
        hits = asked("search", "*", "--json", "--sort", sort, "--limit", "0").json[
            "hits"
        ]
        known = [
            hit["date"]["published"] or hit["date"]["updated"] or hit["date"]["event"]
            for hit in hits
        ]
        values = [date["value"][:10] for date in known if date]
        assert all(known[: len(values)])
        return values

    assert days("date") == sorted(days("date"))
    assert days("-date") == sorted(days("date"), reverse=True)


@pytest.mark.parametrize(
    "words",
    [
        ("border", "-strike", "--json"),
        ("-strike", "--json", "border"),
        ("--json", "border", "-strike"),
        ("--json", "--", "border", "-strike"),
    ],
)
def test_a_word_with_a_minus_belongs_to_the_query(words: tuple[str, ...]) -> None:
    told = asked("search", *words)

    assert told.code == 0
    hits = {hit["id"] for hit in told.json["hits"]}
    assert hits == {hit["id"] for hit in found("(border -strike)")["hits"]}  # type: ignore[attr-defined]
    assert told.json["total"] < int(asked("search", "border", "--count").out)


def test_a_query_may_consist_of_what_is_not_wanted() -> None:
    without = asked("search", "-border", "--json").json["total"]

    assert without + found("border")["total"] == found("*")["total"]


def test_a_mistaken_option_is_not_searched_for() -> None:
    told = asked("search", "border", "--jsn")

    assert told.code == 2
    assert "--jsn" in told.err


def test_nothing_found_is_exit_1_with_what_was_searched() -> None:
    told = asked("search", "unfindable")

    assert told.code == 1
    assert told.out == ""
    assert f"{found('*')['total']} articles searched" in told.err
    as_json = asked("search", "unfindable", "--json")
    fits(as_json.json, "search-articles")
    assert as_json.code == 1


def test_a_sentence_with_wrong_words_is_offered_as_any_of_its_words() -> None:
    told = asked("search", "the ferry sails when zeppelins paid the toll")

    assert told.code == 1
    assert "No article has: zeppelins." in told.err
    assert "any of these words: " in told.err
    query = told.err.splitlines()[-1].strip()
    assert query.startswith("the | ferry | ")
    count = told.err.partition("any of these words: ")[2].partition(",")[0]
    assert asked("search", query, "--count").out.strip() == count


def test_a_query_error_shows_its_place() -> None:
    told = asked("search", 'border "closed', "--json")

    assert told.code == 2
    fits(told.json, "error")
    assert told.json["at"] == 7
    sentence, query, caret = told.err.splitlines()
    assert sentence == told.json["error"]
    assert query.index('"') == caret.index("^")


def test_the_caret_stands_under_the_fault_after_wide_characters() -> None:
    _, query, caret = asked("search", '日本 "closed').err.splitlines()

    assert query == '  日本 "closed'
    assert caret == "       ^"


def test_a_query_is_explained_in_words_or_as_json() -> None:
    told = asked("search", "border -strike", "--explain", "--json")

    fits(told.json, "search-explain")
    plain = asked("search", "border -strike", "--explain")
    assert plain.out.splitlines() == told.json["explanation"]
    assert plain.code == 0


def test_people_read_date_outlet_title_and_words() -> None:
    told = asked("search", "by:marek closed", "--limit", "1")

    assert told.code == 0
    assert "Ilse Marek" in told.out
    assert "“" in told.out
    assert no_escapes(told.out)
    assert "articles searched" in told.err


def test_colours_come_only_when_they_are_asked_for() -> None:
    assert "\x1b[" in asked("--color", "always", "search", "border").out
    assert "\x1b[" not in asked("search", "border").out


def test_each_line_of_a_stream_is_answered_in_turn() -> None:
    told = quoth(
        "search", "-", "--limit", "1", archive=demo(), stdin='border\n"x\n\nby:marek\n'
    )

    good, wrong, empty, said = told.lines
    fits(good, "search-articles")
    fits(wrong, "search-error")
    fits(empty, "search-error")
    fits(said, "search-utterances")
    assert wrong == {"query": '"x', "error": wrong["error"], "at": 0}
    assert told.code == 0


def test_an_answer_comes_before_the_next_question() -> None:
    with subprocess.Popen(
        [*COMMAND, "-a", str(demo()), "search", "-", "--ids"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=surroundings(),
    ) as running:
        assert running.stdin
        assert running.stdout
        for query in ("border", "ferry"):
            running.stdin.write(f"{query}\n".encode())
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["query"] == query
        running.stdin.close()
    assert running.returncode == 0


def test_the_first_window_of_a_pipe_that_closes_is_enough() -> None:
    line = (
        f'{" ".join(COMMAND)} -a "{demo()}" quotes | head -1; echo "${{PIPESTATUS[0]}}"'
    )

    done = subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        text=True,
        env=surroundings(),
        check=False,
        timeout=60,
    )

    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_quotes_are_utterances_line_by_line() -> None:
    told = asked("quotes", "by:marek")

    assert told.code == 0
    for line in told.lines:
        fits(line, "quotes")
    assert len(told.lines) == int(asked("search", "by:marek", "--count").out)


def test_quotes_of_articles_are_all_that_stand_in_them() -> None:
    everything = asked("quotes").lines

    fits(everything[0], "quotes")
    assert len(everything) == asked("check", "--json").json["quotes"]
    assert len(asked("quotes", "--limit", "3").lines) == 3
    some = asked("quotes", "museum").lines
    assert 0 < len(some) < len(everything)
    assert len({line["article"] for line in some}) <= found("museum")["total"]  # type: ignore[operator]


def test_quotes_of_nothing_are_exit_1() -> None:
    assert asked("quotes", "unfindable").code == 1


def test_spans_lie_on_the_words_found() -> None:
    for hit in asked("search", '"closed border"', "--json").json["hits"]:
        snippet = hit["snippet"]
        for start, end in snippet["spans"]:
            assert snippet["text"][start:end].casefold().startswith("closed border")


def test_answers_of_an_index_behind_the_store_say_what_they_lack(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "news"
    (tmp_path / "a.txt").write_text("The ferry sails.\n", "utf-8")
    added(archive, tmp_path / "a.txt")
    kept = (archive / "index" / "current").read_text("utf-8")
    (tmp_path / "b.txt").write_text("The ferry is sold.\n", "utf-8")
    added(archive, tmp_path / "b.txt")
    # As after a run that was stopped between store and index.
    (archive / "index" / "current").write_text(kept, "utf-8")

    for words in (["ferry", "--count"], ["ferry", "--json"], ["sold"]):
        told = quoth("search", *words, archive=archive)

        assert "behind the store" in told.err
