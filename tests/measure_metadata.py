"""Measure what the ingest reads of real articles printed in the usual layouts.

    python -m tests.measure_metadata DUMP.jsonl.gz [100] [--seed 1]

The rows of a dump know their title, outlet, authors and date. Each drawn row becomes a
plain text with these printed the way papers print them, or left out; what is read must
be what was printed, and what was left out must stay unknown.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.ingest import Row, read_text, rows
from index.ingest.given_names import is_given_name
from index.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.model import Article, Finding, NewsDate

_SHORTEST_TEXT = 1500
_MOST_OF_AN_OUTLET = 10
"""A tenth of the articles at most, or the table measures one paper."""
_ADDED_BY_THE_DUMP = re.compile(
    r"\s*\([^)]*\)|(?: -| Online)? News$(?<!Fox News)(?<!BBC News)(?<!ABC News)"
    r"(?<!CBS News)(?<!NBC News)(?<!BuzzFeed News)(?<!Yahoo! News)"
    r"(?<!Dallas Morning News)(?<!Deseret News)(?<!Detroit News)(?<!CNS News)"
    r"| - (?:Opinion|Editorial)$| Online News$| Editorial $"
)
_PERSON = re.compile(
    r"(?!(?:Special|Staff|Opinion|Guest|Senior|The|In|Analysis|Cnn)\b)"
    r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,2}"
    r"(?<!Correspondent)(?<!Contributor)(?<!Reporter)(?<!Writer)(?<!Editor)"
    r"(?<!Analyst)(?<!Biographer)(?<!Staff)(?<!Council)(?<!Of)"
)
_CITIES = ("LONDON", "MOSCOW", "WASHINGTON", "KYIV", "PARIS", "NAIROBI")
_ASIDES = ("Staff Writer", "Senior Correspondent", "Political Reporter")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row of the dump knows of its article."""

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
    forms: dict[str, str] = field(default_factory=dict)
    masthead: str = ""
    date_line: str = ""
    byline: str = ""
    dateline: str = ""
    footer: str = ""


def drawn(dump: Path, number: int, seed: int) -> list[Facts]:
    """Draw articles that know everything of themselves, from many outlets."""
    with dump.open("rb") as stream:
        known = [facts for row in rows(stream, dump.name) if (facts := _facts(row))]
    random.Random(seed).shuffle(known)
    taken: list[Facts] = []
    outlets: Counter[str] = Counter()
    for facts in known:
        if outlets[facts.outlet] * _MOST_OF_AN_OUTLET < max(number, 10):
            outlets[facts.outlet] += 1
            taken.append(facts)
        if len(taken) == number:
            break
    return taken


def _facts(row: Any) -> Facts | None:
    if not isinstance(row, Row) or len(row.text) < _SHORTEST_TEXT:
        return None
    values = row.values
    source = str(values.get("source") or "").replace("Fox Online", "Fox")
    outlet = _ADDED_BY_THE_DUMP.sub("", source).strip()
    title = " ".join(str(values.get("title") or "").split())
    names = re.split(r"\s*(?:,|;|\band\b)\s*", str(values.get("authors") or ""))
    # Some rows list everybody whom the page links to, or what the authors are.
    clean = len(names) <= 4 and all(map(_PERSON.fullmatch, names))
    authors = tuple(names) if clean else ()
    # A columnist's own name, or "Guest Writer", is nobody's outlet.
    is_person = is_given_name(outlet.partition(" ")[0])
    if not title or not outlet or is_person or "Guest Writer" in outlet:
        return None
    if not any(map(str.islower, title)) or len(title) > 160:
        return None
    try:
        day = date.fromisoformat(str(values.get("date")))
    except ValueError:
        return None
    return Facts(title, outlet, authors, day, row.text)


def printed(facts: Facts, number: int) -> tuple[str, Printed]:
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


def _print_date(page: Printed, facts: Facts, number: int) -> None:
    day = facts.day
    month, shortened = day.strftime("%B"), day.strftime("%b.")
    ordinal = {1: "st", 2: "nd", 3: "rd"}.get(
        day.day % 10 if day.day // 10 != 1 else 0, "th"
    )
    lines: dict[str, str] = {
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
        "dateline": "",
    }  # fmt: skip
    form = list(lines)[number % 8]
    page.date_line = (page.date_line + lines[form]).removesuffix(" | ")
    page.is_update = form.startswith("Updated")
    page.date = day.isoformat()
    if form == "dateline":
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


def judged(
    article: Article, page: Printed, facts: Facts
) -> Iterator[tuple[str, str, str | None]]:
    """Give each field with "right", "wrong" or "unknown", and what was read.

    What was not printed may still stand in the row's own text; then it is right.
    """
    title = None if article.title_made_up else _value(article.title)
    yield "title", _verdict(title, page.title or facts.title, _same_headline), title
    outlet = _value(article.outlet)
    own = f"({outlet})" in facts.text and page.outlet is None
    verdict = "right" if own else _verdict(
        outlet, page.outlet or facts.outlet, _same_outlet
    )  # fmt: skip
    yield "outlet", verdict, outlet
    names = "; ".join(author.value for author in article.authors) or None
    wanted = "; ".join(page.authors or facts.authors)
    own = not wanted and (names or "?").partition(";")[0] in facts.text[:300]
    verdict = "right" if own else _verdict(names, wanted, _same_names)
    yield "authors", verdict, names
    when = article.updated if page.is_update else article.published
    wanted = page.date or facts.day.isoformat()
    yield "date", _verdict(_day(when), wanted, _same_words), _day(when)


def unknown_is_right(what: str, page: Printed) -> bool:
    """Say whether the field was not printed at all."""
    return not getattr(page, what)


def _value(finding: Finding | None) -> str | None:
    return finding.value if finding else None


def _day(when: NewsDate | None) -> str | None:
    return when.value[:10] if when else None


def _verdict(read: str | None, wanted: str, same: Callable[[str, str], bool]) -> str:
    if read is None:
        return "unknown"
    return "right" if same(read, wanted) else "wrong"


def _same_words(read: str, wanted: str) -> bool:
    return read.casefold().split() == wanted.casefold().split()


def _same_names(read: str, wanted: str) -> bool:
    """Say whether the names are the same but for the dot of "Jr."."""
    return _same_words(read.replace(".", ""), wanted.replace(".", ""))


def _same_headline(read: str, wanted: str) -> bool:
    """Say whether it is the headline, or an earlier wording of it."""
    words, others = (set(re.findall(r"\w+", h.casefold())) for h in (read, wanted))
    return len(words & others) * 2 >= max(len(words), len(others))


def _same_outlet(read: str, wanted: str) -> bool:
    plain = [re.sub(r"\W|^the ", "", name.casefold()) for name in (read, wanted)]
    return plain[0] == plain[1]


def _doubt(when: NewsDate | None) -> str:
    return " (proposed)" if when and when.certainty is Certainty.PROPOSED else ""


def main() -> None:
    """Print the table, and every wrong answer below it."""
    options = argparse.ArgumentParser(description="Measure what is read")
    options.add_argument("dump", type=Path)
    options.add_argument("number", type=int, nargs="?", default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--unknown", action="store_true", help="list these too")
    asked = options.parse_args()
    listed = {"wrong", "unknown"} if asked.unknown else {"wrong"}
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    errors = []
    for number, facts in enumerate(drawn(asked.dump, asked.number, asked.seed)):
        text, page = printed(facts, number)
        article = read_text(text.encode(), f"{number}.txt", added="")
        for what, seen, read in judged(article, page, facts):
            verdict = (
                "right" if seen == "unknown" and unknown_is_right(what, page) else seen
            )
            table[what, page.forms[what]][verdict] += 1
            table[what, "ALL"][verdict] += 1
            if verdict in listed:
                wanted = getattr(page, what)
                errors.append(
                    f"{verdict} {number} {what} [{page.forms[what]}]: {read!r}"
                    f"{_doubt(article.published) if what == 'date' else ''}"
                    f" for {wanted!r}"
                )
    sys.stdout.write("\n".join([*_lines(table), "", *errors, ""]))


def _lines(table: dict[tuple[str, str], Counter[str]]) -> Iterator[str]:
    yield f"{'field':8} {'form':42} {'right':>6} {'wrong':>6} {'unknown':>8}"
    for (what, form), count in sorted(table.items()):
        yield (
            f"{what:8} {form:42} {count['right']:6} {count['wrong']:6} "
            f"{count['unknown']:8}"
        )


if __name__ == "__main__":
    main()
