"""The day on which something was said stands beside the word, or stays unknown."""

from __future__ import annotations

import pytest

from index.model import Certainty
from tests.test_ingest_dates import article, value


@pytest.mark.parametrize(
    ("lead", "event", "certainty"),
    [
        ("The mayor said on March 2 that the ice would stay for a while.",
         "2031-03-02", Certainty.STATED),
        ("The mayor told Radio Kessin on 2 March that the ice would stay for long.",
         "2031-03-02", Certainty.STATED),
        ("The mayor on Sunday, 2 March, said that the ice would stay for a while.",
         "2031-03-02", Certainty.STATED),
        ("The mayor said on Monday, 2 March that the ice would stay for a while.",
         "2031-03-02", Certainty.PROPOSED),
        ("The mayor said on December 30 that the ice would stay for a while.",
         "2030-12-30", Certainty.PROPOSED),
        ("The mayor said on March 2, 2031 that the ice would stay for a while.",
         "2031-03-02", Certainty.STATED),
    ],
)  # fmt: skip
def test_the_day_of_a_statement_takes_the_year_of_publication(
    lead: str, event: str, certainty: Certainty
) -> None:
    found = article("Tue, 04 Mar 2031", "Ice closes the port", lead=lead).event

    assert found is not None
    assert (found.value, found.certainty) == (event, certainty)
    assert found.rule == "event:said-on-day"
    assert found.span is not None


@pytest.mark.parametrize(
    "lead",
    [
        "The mayor said on March 2, 2014 that the ice would stay for a while.",
        "The mayor was declared the winner on March 2, and went home to bed.",
        "The mayor said that on March 2 nobody had been near the harbour at all.",
        "The mayor said on February 30 that the ice would stay for a while.",
        "The harbour froze on March 2 and nobody has said anything about it.",
    ],
)
def test_background_days_are_no_event(lead: str) -> None:
    assert article("Tue, 04 Mar 2031", "Ice", lead=lead).event is None


@pytest.mark.parametrize(
    ("lead", "event", "when"),
    [
        ("The ice would stay for weeks, the mayor said Monday in Tessel.",
         "2031-03-03", "the day before publication"),
        ("The mayor on Sunday warned that the ice would stay for a while.",
         "2031-03-02", "2 days before publication"),
        ("The mayor said on Tuesday that the ice would stay for a while.",
         "2031-03-04", "the day of publication"),
        ("The mayor told Radio Kessin on Saturday the ice would be staying.",
         "2031-03-01", "3 days before publication"),
        ("On Monday, the mayor of Tessel said that the ice would be staying.",
         "2031-03-03", "the day before publication"),
        ("Speaking to the pilots on Monday, the mayor spoke well of the ice.",
         "2031-03-03", "the day before publication"),
        ("The mayor said in a statement late Thursday that the ice would stay.",
         "2031-02-27", "5 days before publication"),
        ("The ice will go on Sunday, the mayor said on Monday to the pilots.",
         "2031-03-03", "the day before publication"),
    ],
)  # fmt: skip
def test_a_weekday_of_speaking_is_the_last_one_before_publication(
    lead: str, event: str, when: str
) -> None:
    read = article("Tue, 04 Mar 2031", "Ice closes the port", lead=lead)

    assert read.event is not None
    assert (read.event.value, read.event.certainty) == (event, Certainty.PROPOSED)
    assert read.event.rule == "event:weekday"
    assert when in str(read.event.reason)
    assert read.event.span is not None
    assert read.event.span.of(read.text).endswith("day")


@pytest.mark.parametrize(
    "lead",
    [
        "The mayor said that on Monday nobody had been near the harbour at all.",
        "The mayor said he would look at the ice on Thursday with the pilots.",
        "The mayor said last Monday that the ice would stay for a while yet.",
        "The mayor has said since Monday that the ice would stay for a while.",
        "The harbour froze on Monday, and the ferries stayed where they were.",
        "The mayor said Monday’s ice was the thickest that anybody had seen.",
        "The plan for the ice is to be announced Thursday, and then forgotten.",
        "The mayor, who is speaking Thursday in Kessin, would not be reached.",
        "The mayor told Harbour News Sunday that the ice would stay for weeks.",
        "The pilot fell ill at his oar Monday night, said the mayor, who knew him.",
        "The mayor said on Saturday Night Live that the ice would stay for weeks.",
        "The mayor had said on Monday that no ice would come, but it came so.",
    ],
)
def test_a_weekday_of_something_else_is_no_event(lead: str) -> None:
    assert article("Tue, 04 Mar 2031", "Ice closes port", lead=lead).event is None


def test_six_days_back_has_the_name_of_tomorrow_and_stays_unknown() -> None:
    said = "The mayor said Wednesday that the ice would stay for a long while yet."

    assert article("Tue, 04 Mar 2031", "Ice closes port", lead=said).event is None


@pytest.mark.parametrize("date", ["04.03.2031", "March 2031", "© 2031 Harbour Post"])
def test_only_a_stated_day_of_publication_resolves_a_weekday(date: str) -> None:
    said = "The mayor said Monday that the ice would stay for a long while yet."

    assert article(date, "Ice closes the port", lead=said).event is None


@pytest.mark.parametrize(
    ("said", "day", "reason"),
    [
        ("said Monday", "2031-03-03",
         "“Monday” beside “said” is taken for the last one, the day before the update"),
        ("said on March 2", "2031-03-02",
         "day and month stand beside “said”; the year is that of the update"),
    ],
)  # fmt: skip
def test_the_day_of_an_update_serves_where_no_other_is_known(
    said: str, day: str, reason: str
) -> None:
    lead = f"The mayor {said} that the ice would stay for a long while yet."

    event = article("Updated March 4th, 2031 at 07:45 IST", "Ice", lead=lead).event

    assert event is not None
    assert (event.value, event.reason) == (day, reason)
    assert event.certainty is Certainty.PROPOSED


def test_a_written_day_stands_above_a_weekday() -> None:
    said = (
        "The mayor said Monday that the ice would stay. She told the pilots on March 2 "
        "that it would go."
    )
    found = article("Tue, 04 Mar 2031", "Ice closes the port", lead=said).event

    assert found is not None
    assert found.rule == "event:said-on-day"


def test_a_year_before_others_in_an_undated_story_is_background() -> None:
    said = (
        "The mayor said on 2 March 2019 that ice would stay. It had not by 2023, and "
        "nobody remembers it."
    )

    assert article("Ice", lead=said).event is None


def test_without_a_year_anywhere_no_year_is_made_up() -> None:
    read = article("Ice", lead="The mayor said on March 2 that the ice would stay.")

    assert read.date is None


def test_a_whole_day_in_an_undated_story_is_only_proposed() -> None:
    read = article("Ice", lead="The mayor said on 2 March 2031 that ice would stay.")

    assert read.event is not None
    assert read.event.certainty is Certainty.PROPOSED


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_ends_of_the_calendar_break_nothing(year: str) -> None:
    said = "The mayor said on December 30 that the ice would stay for a while."

    read = article(f"1 January {year}", "Ice closes the port", lead=said)

    assert value(read.published) == f"{year}-01-01"
    assert read.date is None
