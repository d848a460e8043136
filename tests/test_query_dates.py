"""Dates in a query are whole periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.query.nodes import Date
from index.query.parse import parse
from index.query.rewrite import date_filter
from index.query.show import show

TODAY = date(2021, 3, 31)  # a Wednesday; the month before it has no day 31


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("date:2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("date:2021-06", date(2021, 6, 1), date(2021, 6, 30)),
        ("date:2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("date:2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("date:2021-06-17", date(2021, 6, 17), date(2021, 6, 17)),
        ("date:2021-06..2021-08", date(2021, 6, 1), date(2021, 8, 31)),
        ("date:2021-06-17..2022", date(2021, 6, 17), date(2022, 12, 31)),
        ("date:..2021", None, date(2021, 12, 31)),
        ("date:2021..", date(2021, 1, 1), None),
        ("before:2021-06", None, date(2021, 5, 31)),
        ("before:2022", None, date(2021, 12, 31)),
        ("before:2021-06-17", None, date(2021, 6, 16)),
        ("after:2021-06", date(2021, 7, 1), None),
        ("after:2021", date(2022, 1, 1), None),
        ("after:2021-06-17", date(2021, 6, 18), None),
        ("date:today", TODAY, TODAY),
        ("date:yesterday", date(2021, 3, 30), date(2021, 3, 30)),
        ('date:"3 days ago"', date(2021, 3, 28), date(2021, 3, 28)),
        ('date:"1 day ago"', date(2021, 3, 30), date(2021, 3, 30)),
        ('date:"a week ago"', date(2021, 3, 24), date(2021, 3, 24)),
        ('date:"1 month ago"', date(2021, 2, 28), date(2021, 2, 28)),
        ('date:"13 months ago"', date(2020, 2, 29), date(2020, 2, 29)),
        ('date:"2 Years  ago"', date(2019, 3, 31), date(2019, 3, 31)),
        ('after:"2 weeks ago"', date(2021, 3, 18), None),
        ('before:"one month ago"', None, date(2021, 2, 27)),
        ('date:"last week"', date(2021, 3, 22), date(2021, 3, 28)),
        ('date:"this week"', date(2021, 3, 29), date(2021, 4, 4)),
        ('date:"last month"', date(2021, 2, 1), date(2021, 2, 28)),
        ('date:"this month"', date(2021, 3, 1), date(2021, 3, 31)),
        ('date:"last year"', date(2020, 1, 1), date(2020, 12, 31)),
        ('date:"this year"', date(2021, 1, 1), date(2021, 12, 31)),
        ('date:"2020..2 weeks ago"', date(2020, 1, 1), date(2021, 3, 17)),
        ("date:2020..yesterday", date(2020, 1, 1), date(2021, 3, 30)),
    ],
)
def test_a_date_is_a_whole_period(
    line: str, first: date | None, last: date | None
) -> None:
    assert parse(line, today=TODAY) == Date("date", first, last)


@pytest.mark.parametrize("field", ["published", "event", "added"])
def test_each_date_of_an_article_can_be_asked_for(field: str) -> None:
    query = parse(f"{field}:2021-06", today=TODAY)

    assert isinstance(query, Date)
    assert query.field == field


@pytest.mark.parametrize(
    ("line", "at", "words"),
    [
        ("kyiv date:2021-13", 10, "2021-13 is not in the calendar"),
        ("date:2021-02-30", 5, "not in the calendar"),
        ("date:0000", 5, "not in the calendar"),
        ("date:2021..2021-02-30", 11, "not in the calendar"),
        ("date:2022..2021", 11, "ends before it begins"),
        ("date:..", 5, "a date on one side"),
        ("date:soon", 5, "“soon” is no date"),
        ('date:" soon"', 6, "“soon” is no date"),
        ("date:17.06.2021", 5, "is no date"),
        ("date:21", 5, "is no date"),
        ("date:3 days ago", 5, '"2 weeks ago"'),
        ('date:""', 6, "is no date"),
        ('date:"9999 years ago"', 6, "before the year 1"),
        ('after:"999999 days ago"', 7, "before the year 1"),
        ("after:9999", 6, "no day after the year 9999"),
        ("before:0001", 7, "no day before the year 1"),
        ("date:2021..2022..2023", 11, "is no date"),
    ],
)
def test_an_impossible_date_is_refused(line: str, at: int, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(line, today=TODAY)

    assert words in str(caught.value)
    assert caught.value.at == at


@given(
    st.dates(date(1, 1, 2), date(9999, 12, 30)),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["day", "week", "month", "year"]),
    st.integers(0, 40),
)
def test_before_in_and_after_leave_no_day_out(
    day: date, width: int, unit: str, count: int
) -> None:
    written = day.isoformat()[:width]

    inside = parse(f"date:{written}", today=day)

    assert isinstance(inside, Date)
    assert inside.first is not None
    assert inside.last is not None
    assert inside.overlaps(day, day)
    if inside.first > date.min and inside.last < date.max:
        before = parse(f"before:{written}", today=day)
        after = parse(f"after:{written}", today=day)
        assert isinstance(before, Date)
        assert isinstance(after, Date)
        assert before.last is not None
        assert after.first is not None
        assert before.last.toordinal() + 1 == inside.first.toordinal()
        assert after.first.toordinal() - 1 == inside.last.toordinal()
    if day.year > count + 1:
        ago = parse(f'date:"{count} {unit}s ago"', today=day)
        assert isinstance(ago, Date)
        assert ago.last is not None
        assert ago.last <= day


@pytest.mark.parametrize(
    ("line", "filter_"),
    [
        ("by:marek date:2031", "date:2031"),
        ("date:2031 border -before:2031-03", "date:2031 -date:..2031-02"),
        ("(date:2030 | is:undated) soup", "date:2030 | is:undated"),
        ("date:2031", "date:2031"),
        ("border (soup | date:2031)", None),
        ("border", None),
    ],
)
def test_a_date_filter_is_what_is_asked_of_dates_alone(
    line: str, filter_: str | None
) -> None:
    found = date_filter(parse(line, today=TODAY))

    assert (show(found) if found else None) == filter_
