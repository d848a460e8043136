"""Dates are read as printed; what is not printed is not made up."""

from __future__ import annotations

import pytest

from index.ingest import read_text
from index.model import Article, Certainty, NewsDate, ZoneKind

LEAD = "The harbour of Tessel froze in the night, and the ferries stayed in port."
MORE = "Nobody had seen such ice before, the oldest pilot said, and nobody wanted to."


def article(*head: str, lead: str = LEAD, foot: str = "") -> Article:
    text = "\n".join([*head, "", lead, "", MORE, "", foot])
    return read_text(text.encode(), "a.txt", added="2031-03-04")


def value(date: NewsDate | None) -> str | None:
    return None if date is None else date.value


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Tue, 04 Mar 2031", "2031-03-04"),
        ("Tuesday, March 4, 2031", "2031-03-04"),
        ("Tuesday 4 March 2031", "2031-03-04"),
        ("4th of March 2031", "2031-03-04"),
        ("4 March 2031, 18:20", "2031-03-04T18:20"),
        ("March 4th, 2031 at 9:14 p.m.", "2031-03-04T21:14"),
        ("12:05 a.m., March 4, 2031", "2031-03-04T00:05"),
        ("18:20 GMT, 4 March 2031", "2031-03-04T18:20"),
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T18:20:31+02:00", "2031-03-04T18:20"),
        ("2031-03-04T18:20Z", "2031-03-04T18:20"),
        ("25.03.2031", "2031-03-25"),
        ("03/25/2031", "2031-03-25"),
        ("04.04.2031", "2031-04-04"),
        ("March 2031", "2031-03"),
        ("Published: 4 March 2031, 18:20", "2031-03-04T18:20"),
        ("First published on 4 March 2031", "2031-03-04"),
        ("Broadcast 4 March 2031, 19:05. Transcript, lightly corrected.",
         "2031-03-04T19:05"),
        ("Harbour Post — Extra — Tuesday, 4th March 2031 — free", "2031-03-04"),
        ("By Ana Brandt | 4 March 2031", "2031-03-04"),
        ("TESSEL, 4 March 2031", "2031-03-04"),
        ("March 4, 2031 | 5:30 PM", "2031-03-04T17:30"),
        ("March 4, 2031, at 5:30 p.m. Eastern", "2031-03-04T17:30"),
        ("March 4, 2031 / 5:30 PM / CBS News", "2031-03-04"),
        ("March 4, 2031 (Tuesday)", "2031-03-04"),
        ("Mar-04-2031", "2031-03-04"),
        ("Article published on 4 March 2031", "2031-03-04"),
        ("Originally published on March 4, 2031", "2031-03-04"),
        ("This article was originally published on March 4, 2031", "2031-03-04"),
        ("By Ana Brandt on March 4, 2031", "2031-03-04"),
        ("Published 4:02 p.m. ET Mar. 4, 2031", "2031-03-04T16:02"),
        ("March 4, 2031, 8:14 AM EST / Source: NBC News", "2031-03-04T08:14"),
        ("March 4, 20318:14 AM ET", "2031-03-04T08:14"),
        ("Publish Date: March 4, 2031", "2031-03-04"),
        ("Tue 04/03/2031", "2031-03-04"),
        ("Tue 03/04/2031", "2031-03-04"),
        ("4. März 2031, 18:20 Uhr", "2031-03-04T18:20"),
        ("Di., 4. Feb. 2031", "2031-02-04"),
        ("Veröffentlicht am 4. März 2031", "2031-03-04"),
        ("Publié le 4 mars 2031 à 18h20", "2031-03-04T18:20"),
        ("mardi 1er avril 2031", "2031-04-01"),
        ("4 de marzo de 2031", "2031-03-04"),
        ("Publicado el 4 de agosto de 2031", "2031-08-04"),
        ("4 марта 2031 г., 18:20 МСК", "2031-03-04T18:20"),
        ("Опубликовано 4 марта 2031", "2031-03-04"),
        ("18:20, 4 травня 2031", "2031-05-04T18:20"),
        ("martedì 4 marzo 2031", "2031-03-04"),
        ("2031年3月4日", "2031-03-04"),
    ],
)  # fmt: skip
def test_a_date_line_is_stated(line: str, printed: str) -> None:
    read = article("Ice closes the port", line)

    assert read.published is not None
    assert read.published.value == printed
    assert read.published.certainty is Certainty.STATED
    assert read.published.span is not None
    assert read.published.first_day <= read.published.last_day


@pytest.mark.parametrize(
    "line",
    [
        "30 February 2031",
        "32 March 2031",
        "13/13/2031",
        "Updated 2 hours ago",
        "Posted an hour ago",
        "Updated at 8:18 p.m. ET on 3/16",
        "Updated 8:18 p.m. ET, Tuesday, 3/16",
        "This report was updated at 9:40 a.m.",
        "Yesterday at 5:30 pm",
        "Tessel Gazette, 24 June",
        "Tuesday",
        "Tuesday, 4 March",
        "© 2031 Harbour Post",
        "04/03/31",
        "4-Mar-31",
        "31 июня 2031",
        "4 mars de cette année",
    ],
)
def test_a_line_without_a_whole_date_gives_none(line: str) -> None:
    assert article("Ice closes the port", line).published is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty was signed on 4 March 2031, and nobody has read it since then.",
        "In 2019 the harbour froze too, but then there had been nobody to see it.",
        "Copyright in the song passed to the harbour on 1 May 2019, the court said.",
    ],
)
def test_a_date_in_the_story_is_not_the_date_of_the_article(sentence: str) -> None:
    read = article("Ice closes the port", lead=sentence)

    assert read.published is None
    assert read.updated is None


@pytest.mark.parametrize(
    "line", ["Updated 2 hours ago", "Updated: 9:45 p.m.", "Today, 18:20"]
)
def test_a_time_without_a_day_is_a_date_line_and_no_headline(line: str) -> None:
    read = article(line)

    assert next(zone.kind for zone in read.zones) is ZoneKind.DATE
    assert read.title_made_up
    assert read.date is None


@pytest.mark.parametrize(
    "line",
    ["Today, 18 dead in Tessel harbour", "12 dead, 4 March 2031", "Fire, 4 March 2031"],
)
def test_a_number_of_people_is_no_time_of_day(line: str) -> None:
    assert article(line).published is None


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("TESSEL, March 4 (Northern Wire) — ", "© 2031 Harbour Post"),
        ("TESSEL, 4 March — ", "Copyright (c) 2031. Harbour Post, Inc."),
        ("Tuesday, 4 March\n\n", "© Harbour Post 2031. All rights reserved."),
    ],
)
def test_a_day_without_a_year_is_proposed_with_the_year_of_the_copyright(
    head: str, foot: str
) -> None:
    lead = f"{head}{LEAD} No winter before that of 2031 had been so cold."

    published = article("Ice closes the port", lead=lead, foot=foot).published

    assert published is not None
    assert published.value == "2031-03-04"
    assert published.certainty is Certainty.PROPOSED
    assert "the year is that of “© 2031”" in str(published.reason)
    assert published.span is not None


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("TESSEL, March 4 (Northern Wire) — ", ""),
        ("TESSEL, March 4 (Northern Wire) — ", "© 2011-2031 Harbour Post"),
        ("TESSEL, March 4 (Wire) — ", "© 2030 Harbour Post\n\n© 2031 Vell Courier"),
        ("TESSEL, February 29 (Northern Wire) — ", "© 2031 Harbour Post"),
        ("Monday, 4 March\n\n", "© 2031 Harbour Post"),
        ("Updated Tuesday, 4 March\n\n", "© 2031 Harbour Post"),
        ("", "© 2031 Harbour Post"),
    ],
)
def test_no_year_is_taken_from_a_copyright_that_does_not_fit(
    head: str, foot: str
) -> None:
    lead = f"{head}{LEAD} No winter before that of 2031 had been so cold."

    assert article("Ice closes", lead=lead, foot=foot).published is None


def test_a_copyright_year_that_the_story_never_mentions_is_the_sites_own() -> None:
    lead = f"TESSEL, March 4 (Northern Wire) — {LEAD} It was as cold in 2029."

    assert article("Ice", lead=lead, foot="© 2031 Harbour Post").published is None


def test_the_day_in_the_address_of_the_page_is_proposed() -> None:
    published = article("https://p.example/2031/03/04/ice", "Ice closes").published

    assert published is not None
    assert (published.value, published.certainty) == ("2031-03-04", Certainty.PROPOSED)
    assert published.rule == "date:address"


def test_every_date_is_read_from_where_it_says() -> None:
    read = article(
        "Updated March 5th, 2031 at 07:45 IST", "Ice closes the port",
        lead="The mayor said Monday that the ice would stay for a long while yet.",
        foot="Published March 4th, 2031 at 21:14 IST",
    )  # fmt: skip

    spans = [date.span for date in (read.published, read.updated, read.event) if date]
    assert [span.of(read.text) for span in spans if span] == [
        "March 4th, 2031 at 21:14 IST", "March 5th, 2031 at 07:45 IST", "Monday",
    ]  # fmt: skip


def test_published_and_updated_are_kept_apart() -> None:
    read = article(
        "Updated March 5th, 2031 at 07:45 IST", "Ice closes the port",
        foot="Published March 4th, 2031 at 21:14 IST",
    )  # fmt: skip

    assert value(read.published) == "2031-03-04T21:14"
    assert value(read.updated) == "2031-03-05T07:45"
    assert read.published is not None
    assert "IST" in str(read.published.reason)


def test_both_dates_may_stand_on_one_line() -> None:
    read = article("Ice", "Published 4 March 2031, 18:20 | Updated 5 March 2031, 09:00")

    assert value(read.published) == "2031-03-04T18:20"
    assert value(read.updated) == "2031-03-05T09:00"


def test_an_update_alone_says_nothing_of_the_publication() -> None:
    read = article("Ice closes the port", "Last updated: 5 March 2031")

    assert read.published is None
    assert value(read.updated) == "2031-03-05"


@pytest.mark.parametrize(
    "line",
    [
        "4 March 2031 Last updated at 18:20 GMT",
        "Posted 18:20, and last updated 18:20, Mar 04, 2031",
        "Stand: 4. März 2031, 18:20 Uhr",
        "Mis à jour le 4 mars 2031 à 18:20",
        "Обновлено: 4 марта 2031",
    ],
)
def test_the_day_of_an_update_is_not_that_of_publication(line: str) -> None:
    read = article("Ice closes the port", line)

    assert read.published is None
    assert read.updated is not None
    assert read.updated.value.startswith("2031-03-04")


@pytest.mark.parametrize("line", ["04/03/2031", "Issued on: 04/03/2031 - 18:20"])
def test_of_two_readings_with_strokes_only_the_year_is_stated(line: str) -> None:
    published = article("Ice closes the port", line).published

    assert published is not None
    assert (published.value, published.certainty) == ("2031", Certainty.STATED)
    assert str(published.reason).endswith("may be 4 Mar or 3 Apr")


@pytest.mark.parametrize("line", ["04/03/31", "4-Mar-31", "1/5/17, 18:20"])
def test_a_year_of_two_digits_is_a_date_line_and_no_headline(line: str) -> None:
    read = article(line)

    assert next(zone.kind for zone in read.zones) is ZoneKind.DATE
    assert read.date is None


def test_a_date_with_two_readings_is_a_proposal_and_says_so() -> None:
    published = article("Ice closes the port", "04.03.2031").published

    assert published is not None
    assert published.certainty is Certainty.PROPOSED
    assert published.reason == "“04.03.2031” is read day first; it may be month first"


def test_an_american_clock_makes_it_month_first() -> None:
    updated = article("Ice", "Updated 2:02 p.m. ET, 12/7/2031").updated

    assert updated is not None
    assert updated.value == "2031-12-07T14:02"
    assert updated.certainty is Certainty.PROPOSED


def test_a_weekday_that_is_not_that_days_is_a_doubt() -> None:
    published = article("Ice closes the port", "Sunday, 4 March 2031").published

    assert published is not None
    assert published.value == "2031-03-04"
    assert published.certainty is Certainty.PROPOSED
    assert published.reason == "it says Sunday, but that day is a Tuesday"
