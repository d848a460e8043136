"""Articles of a dump as plain text, the way people save them and papers print them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_CITIES = ("LONDON", "MOSCOW", "WASHINGTON", "KYIV", "PARIS", "NAIROBI")
_ASIDES = ("Staff Writer", "Senior Correspondent", "Political Reporter")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row of the dump knows of its article."""

    id: str
    title: str
    outlet: str
    authors: tuple[str, ...]
    day: date
    text: str


@dataclass(slots=True)
class Printed:
    """A page on its way to print: what it will say, and in which form."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    is_update: bool = False
    is_complete: bool = True
    """Whether what is not printed counts as rightly unknown."""
    forms: dict[str, str] = field(default_factory=dict)
    masthead: str = ""
    date_line: str = ""
    byline: str = ""
    dateline: str = ""
    footer: str = ""


def print_plainly(facts: Facts, number: int) -> tuple[str, Printed]:
    """Print the title, a date in one of eight forms, and the text; nothing else.

    Outlet and authors are not printed: who reads them read them in the story itself.
    """
    form, line = list(_date_lines(facts.day).items())[number % 8]
    page = Printed(title=facts.title, date=facts.day.isoformat(), date_line=line)
    page.is_update, page.is_complete = form.startswith("Updated"), False
    page.forms = dict.fromkeys(("title", "date", "outlet", "authors", "event"), form)
    return f"{page.title}\n\n{line}\n\n{facts.text}\n", page


def print_as_papers_do(facts: Facts, number: int) -> tuple[str, Printed]:
    """Print an article in the layout of its number; say what it says of itself."""
    page = Printed()
    _print_title(page, facts, number // 5)
    _print_byline(page, facts, number // 3)
    _print_outlet(page, facts, number // 8)
    _print_date(page, facts, number)
    layouts = (
        (page.masthead, page.title, page.byline, page.date_line),
        (page.date_line, page.masthead, page.title, page.byline),
        (page.title, page.date_line, page.masthead, page.byline),
        (page.title, page.byline, page.masthead, page.date_line),
    )
    gap = ("\n\n", "\n", "\n \n")[number % 3]
    head = [line for line in layouts[number // 7 % 4] if line]
    story = _with_dateline(facts.text, page.dateline)
    foot = [page.footer] if page.footer else []
    return gap.join([*head, story, *foot]) + "\n", page


def _with_dateline(text: str, dateline: str) -> str:
    """Open the first paragraph of the story, not a caption above it."""
    place = re.search(r"^.{160,}", text, re.MULTILINE)
    at = place.start() if place else 0
    return f"{text[:at]}{dateline}{text[at:]}"


def _print_title(page: Printed, facts: Facts, number: int) -> None:
    page.title = None if number % 5 == 4 else facts.title
    page.forms["title"] = "first line or below" if page.title else "none"


def _print_byline(page: Printed, facts: Facts, number: int) -> None:
    names = facts.authors
    together = " and ".join(names) if len(names) < 3 else (
        f"{', '.join(names[:-1])} and {names[-1]}"
    )  # fmt: skip
    aside = _ASIDES[number % len(_ASIDES)]
    forms = {
        "By X": f"By {together}",
        "BY X": f"BY {together.upper()}",
        "By X, Staff Writer": f"By {together}, {aside}",
        "Reported by: X": f"Reported by: {together}",
        "By X, Outlet": f"By {together}, {facts.outlet}",
        "X alone": together,
        "By: X": f"By: {together}",
        "none": "",
    }
    form = list(forms)[number % len(forms)] if names else "none"
    page.byline = forms[form]
    page.authors = names if page.byline else ()
    page.forms["authors"] = form
    if form == "By X, Outlet":
        page.outlet = facts.outlet


def _print_outlet(page: Printed, facts: Facts, number: int) -> None:
    outlet, year = facts.outlet, facts.day.year
    city = _CITIES[number % len(_CITIES)]
    form = ("own line", "dateline", "copyright", "beside date", "in capitals", "none")[
        number % 6
    ]
    match form:
        case "own line":
            page.masthead = outlet
        case "in capitals":
            page.masthead = outlet.upper()
        case "dateline":
            page.dateline = f"{city} ({outlet}) — "
        case "copyright":
            page.footer = f"© {year} {outlet}. All rights reserved."
        case "beside date":
            page.date_line = f"{outlet} | "
        case _:
            pass
    page.forms["outlet"] = form if form != "none" or not page.outlet else "byline"
    if form != "none":
        page.outlet = outlet


def _date_lines(day: date) -> dict[str, str]:
    month, shortened = day.strftime("%B"), day.strftime("%b.")
    ordinal = {1: "st", 2: "nd", 3: "rd"}.get(
        day.day % 10 if day.day // 10 != 1 else 0, "th"
    )
    return {
        "Sun, 01 Aug 2021": f"{day:%a, %d %b %Y}",
        "Updated October 24th, 2021 at 21:14 IST":
            f"Updated {month} {day.day}{ordinal}, {day.year} at 21:14 IST",
        "Published: 4 March 2031, 18:20":
            f"Published: {day.day} {month} {day.year}, 18:20",
        "March 4, 2031": f"{month} {day.day}, {day.year}",
        "2031-03-04": f"{day:%Y-%m-%d}",
        "4 March 2031": f"{day.day} {month} {day.year}",
        "Mar. 4, 2031, 5:30 p.m. ET":
            f"{shortened} {day.day}, {day.year}, 5:30 p.m. ET",
        "Tuesday 4 March 2031 18.20 GMT":
            f"{day:%A} {day.day} {month} {day.year} 18.20 GMT",
    }  # fmt: skip


def _print_date(page: Printed, facts: Facts, number: int) -> None:
    day = facts.day
    lines = {**dict(list(_date_lines(day).items())[:7]), "dateline": ""}
    form = list(lines)[number % 8]
    page.date_line = (page.date_line + lines[form]).removesuffix(" | ")
    page.is_update = form.startswith("Updated")
    page.date = day.isoformat()
    if form == "dateline":
        month = day.strftime("%B")
        form = _print_dateline(page, facts, f"{month} {day.day}", number // 8)
    page.forms["date"] = form


def _print_dateline(page: Printed, facts: Facts, day: str, number: int) -> str:
    """Print month and day in the dateline; the year stands in the footer or nowhere."""
    city = _CITIES[number % len(_CITIES)]
    page.dateline = f"{city}, {day} ({facts.outlet}) — "
    page.outlet = facts.outlet
    if page.forms["outlet"] in {"none", "byline"}:
        page.forms["outlet"] = "dateline"
    if number % 2:
        page.footer = page.footer or f"© {facts.day.year} {facts.outlet}"
    if page.footer:
        return "CITY, March 4 (Outlet) — and © 2031"
    page.date = None
    return "CITY, March 4 (Outlet) — without a year"
