"""What a story says of itself is read right or stays unknown, never wrong."""

from __future__ import annotations

import pytest

from index.ingest import read_text
from index.model import Article, Certainty, Finding

LEAD = "The harbour of Tessel froze on Monday, and the ferries stayed where they were."
MORE = "Nobody had seen such ice before, the oldest pilot said, and nobody wanted to."
STORY = f"{LEAD}\n\n{MORE}\n"


def article(*head: str, foot: str = "") -> Article:
    text = "\n".join([*head, "", STORY]) + (f"\n{foot}\n" if foot else "")
    return read_text(text.encode(), "a.txt", added="2031-03-04")


def value(finding: Finding | None) -> str | None:
    return None if finding is None else finding.value


def authors(*head: str) -> list[str]:
    return [author.value for author in article(*head).authors]


def test_the_headline_is_stated_and_its_place_is_known() -> None:
    read = article("World", "", "Ice closes the port of Tessel", "", "By Ana Brandt")

    assert read.title is not None
    assert read.title.certainty is Certainty.STATED
    assert read.title.span is not None
    assert read.title.span.of(read.text) == "Ice closes the port of Tessel"
    assert value(read.section) == "World"


@pytest.mark.parametrize(
    "headline",
    [
        "Who’d steal forty pounds of eels?",
        "“I never said forever”: Ilse Marek in the Tuesday Studio",
        "It’s Back",
        "Talks collapse in D.C.",
        "Remembering 11 September 2001",
        "War ends, 8 May 1945",
        "Hard Times",
    ],
)
def test_any_shape_of_headline_is_the_title(headline: str) -> None:
    read = article(headline, "", "By Ana Brandt")

    assert value(read.title) == headline
    assert read.published is None


@pytest.mark.parametrize(
    "headline",
    [
        "Who Owns The Ice? Tessel Harbour Court Will Soon Decide",
        "Sen. Ilse Marek wants the ice of Tessel for herself",
    ],
)
def test_a_sentence_may_end_within_a_headline(headline: str) -> None:
    assert value(article(headline).title) == headline


@pytest.mark.parametrize(
    "headline",
    [
        "Who owns the ice? Two towns claim it for themselves, and neither gives in",
        "The ice will stay. Here is what the ferries of Tessel are going to do.",
        (
            "Mayor of Tessel blames the pilots, the pilots blame the ferries, and the "
            "ferries blame the ice, a report of the harbour court finds"
        ),
    ],
)
def test_any_first_line_right_above_the_date_is_the_headline(headline: str) -> None:
    assert value(article(headline, "", "4 March 2031").title) == headline


def test_a_headline_may_end_with_a_full_stop_above_a_byline() -> None:
    headline = "Ice is coming. And the harbour of Tessel is not ready for it."

    assert value(article(headline, "By Ana Brandt").title) == headline


@pytest.mark.parametrize(
    "line",
    [
        "• Ice closes the port of Tessel",
        "Editor’s note: some readers may find ice disturbing",
        "Tessel",
        "Ferries wait in Tessel, March 3, 2031. (Jane Doe/Reuters)",
        "The mayor hopes for a thaw soon. Ice closes the port of Tessel",
        "Ilse Marek",
        "Reported by: T.G. News",
        "BY GAZETTE TECH",
        "TESSEL (AP) — Ice?",
        (
            "As the ice in the harbour grows by the hour, all of the lower town ask "
            "what the ferries will do, and who will pay for it"
        ),
    ],
)
def test_a_line_that_only_might_be_a_headline_is_none(line: str) -> None:
    assert article(line).title_made_up


@pytest.mark.parametrize("below", ["Opinion contributor", "Special to USA TODAY"])
def test_a_name_that_the_story_does_not_speak_of_is_its_author(below: str) -> None:
    read = article("Anna Brandt and Tom Vasary", below)

    assert [author.value for author in read.authors] == ["Anna Brandt", "Tom Vasary"]
    assert read.title_made_up


def test_a_name_that_the_story_speaks_of_is_no_author() -> None:
    text = f"Anna Brandt\n\nSputnik\n\nMs Brandt said nothing. {STORY}"
    read = read_text(text.encode(), "a.txt", added="x")

    assert not read.authors
    assert read.title_made_up


def test_without_a_headline_the_title_is_made_up_from_the_first_sentence() -> None:
    read = article()

    assert read.title_made_up
    assert value(read.title) == (
        "The harbour of Tessel froze on Monday, and the ferries stayed where…"
    )


def test_a_made_up_title_knows_a_short_sentence_and_an_initial() -> None:
    text = "Gen. A. Lasko of the U.S. army spoke. He said nothing at all of the ice."
    read = read_text(f"{text}\n\n{MORE}".encode(), "a.txt", added="x")

    assert value(read.title) == "Gen. A. Lasko of the U.S. army spoke."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Brandt and Tomas Reyl", ["Ana Brandt", "Tomas Reyl"]),
        ("By Ana Brandt, Tomas Reyl and Lena Abbas-Dorn",
         ["Ana Brandt", "Tomas Reyl", "Lena Abbas-Dorn"]),
        ("Reported by: Nina Oost", ["Nina Oost"]),
        ("BY ANA BRANDT", ["ANA BRANDT"]),
        ("By Sef Almgren, Vell Courier", ["Sef Almgren"]),
        ("By Ana Brandt, New York", ["Ana Brandt"]),
        ("By Ana Brandt, Staff Writer", ["Ana Brandt"]),
        ("By Ana Brandt, Political Reporter", ["Ana Brandt"]),
        ("By Ana Brandt Jr., Staff Writer", ["Ana Brandt Jr."]),
        ("BY ANA BRANDT AND TOMAS REYL", ["ANA BRANDT", "TOMAS REYL"]),
        ("By: Gazette Staff", []),
        ("By ANA BRANDT ( @anabrandt )", ["ANA BRANDT"]),
        ("By Ana Brandt CNN", ["Ana Brandt"]),
        ("By Ana Brandt For the Harbour Post", ["Ana Brandt"]),
        ("by ANA BRANDT March 4, 2031", ["ANA BRANDT"]),
        ("By Theresa May", ["Theresa May"]),
        ("By Ana Brandt and Tomas Reyl, Special to The Vell Post",
         ["Ana Brandt", "Tomas Reyl"]),
        ("By Ana Brandt Special to The Vell Post", ["Ana Brandt"]),
        ("By Ana Brandt Senior Political Reporter", ["Ana Brandt"]),
        ("By Ana Brandt, for TheBlaze", ["Ana Brandt"]),
        ("By Ana Brandt (Reuters)", ["Ana Brandt"]),
        ("By Ana Brandt / Vell Post", ["Ana Brandt"]),
        ("By Ana Brandt @anabrandt", ["Ana Brandt"]),
        ("By Ana Brandt, abrandt@vell.example", ["Ana Brandt"]),
        ("By Ana Brandt and wire reports", ["Ana Brandt"]),
        ("By BBC security correspondent Ana Brandt", ["Ana Brandt"]),
        ("By Ana Brandt, Thomas Reyl", ["Ana Brandt", "Thomas Reyl"]),
        ("By Ana Brandt, San Francisco", ["Ana Brandt"]),
        ("By Staff and Wire Reports", []),
        ("By the Editorial Board", []),
        ("By Vell Post Editorial Board", []),
        ("Analysis by Ana Brandt, CNN", ["Ana Brandt"]),
        ("Anna Brandt and Tomas Reyl, USA TODAY", ["Anna Brandt", "Tomas Reyl"]),
        ("Anna Brandt USA TODAY", ["Anna Brandt"]),
        ("Anna Brandt • 4 March 2031", ["Anna Brandt"]),
        ("Posted by Ana Brandt on March 4, 2031", ["Ana Brandt"]),
        ("By Ana Brandt - The Vell Post - Tuesday, March 4, 2031", ["Ana Brandt"]),
        ("Anna Brandt/Agence France-Presse — Getty Images", []),
        ("Reuters Staff", []),
        ("By the political chief", []),
        ("By Jan van der Meer in Tessel", ["Jan van der Meer"]),
        ("Written by Seán O’Brien", ["Seán O’Brien"]),
        ("By Zoë Brennick | 4 March 2031", ["Zoë Brennick"]),
        ("Ana Brandt in Tessel and Tomas Reyl in Kessin", ["Ana Brandt", "Tomas Reyl"]),
        ("from the Rev. Agnes Loom", ["Agnes Loom"]),
        ("By Reuters", []),
        ("By the harbour", []),
        ("From Russia With Love", []),
        ("Security Talks", []),
        ("Fire in Tessel", []),
        ("With reporting by Northern Wire", []),
    ],
)  # fmt: skip
def test_a_byline_gives_its_names_and_no_others(line: str, names: list[str]) -> None:
    assert authors("Ice closes the port of Tessel", line) == names


@pytest.mark.parametrize(
    ("agency", "certainty"),
    [("Reuters", Certainty.PROPOSED), ("Harbour Post", Certainty.STATED)],
)
def test_an_agency_that_opens_the_story_may_stand_in_anybodys_paper(
    agency: str, certainty: Certainty
) -> None:
    text = f"Ice closes port\n\nTESSEL ({agency}) - {LEAD}\n\n{MORE}\n"

    outlet = read_text(text.encode(), "a.txt", added="x").outlet

    assert outlet is not None
    assert (outlet.value, outlet.certainty) == (agency, certainty)


@pytest.mark.parametrize(
    "foot",
    [
        "Reporting by Ana Brandt in Tessel; Editing by Tomas Reyl",
        "(Reporting by Ana Brandt; editing by Tomas Reyl)",
    ],
)
def test_a_foot_may_name_the_reporters_and_not_the_editors(foot: str) -> None:
    read = article(foot=foot)

    assert [a.value for a in read.authors] == ["Ana Brandt"]


def test_a_name_above_a_position_is_no_headline() -> None:
    read = article("Slavo Gorten", "Opinion contributor")

    assert [author.value for author in read.authors] == ["Slavo Gorten"]
    assert read.title_made_up


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        (("Harbour Post", "Ice closes port"), "", "Harbour Post"),
        (("HARBOUR POST", "Ice closes port"), "", "Harbour Post"),
        (("Ice closes port", "Sputnik"), "", "Sputnik"),
        (("Ice closes port", "The Tessel Gazette"), "", "The Tessel Gazette"),
        (("Ice closes port", "Orvany Today | 18 September 2030"), "", "Orvany Today"),
        (("Ice closes port",), "© 2031 Harbour Post. All rights reserved.",
         "Harbour Post"),
        (("Ice closes port",), "Copyright (c) 2018. HP/RK, Inc. Republished.",
         "HP/RK"),
        (("The Saturday Post", "Ice closes port"), "© 2031 Harbour Post",
         "Harbour Post"),
        (("Ice closes port", "By Ana Brandt, Vell Courier"), "", "Vell Courier"),
        (("Ice closes port",), "Copyright 2031. All rights reserved.", None),
        (("Ice closes port", "Image: AP"), "", None),
        (("Ice closes port",), "Copyright 2031 The Associated Press", None),
        (("Ice closes port", "By Ana Brandt", "Associated Press"), "", None),
        (("Ice closes port", "By Ana Brandt", "Vell Courier"), "", "Vell Courier"),
        (("Ice closes port", "By Reuters"), "", None),
        (("Hard Times",), "", None),
        (("Tessel Evening Post",), "", "Tessel Evening Post"),
        (("tessel-news.com", "Ice closes port"), "", "tessel-news.com"),
        (("Ice closes port", "By Ana Brandt, Political Reporter"), "", None),
        (("Ice closes port",), "© 2031 Vell Features Syndicate", None),
        (("Ice closes port",), "COPYRIGHT 2031 ANNA B. BRANDT", None),
        (("Ice closes port",), "© 2031 Tessel.com. All rights reserved.",
         "Tessel.com"),
        (("Ice closes port", "By Ana Brandt CNN"), "", "CNN"),
        (("Ice closes port", "Anna Brandt, USA TODAY"), "", "USA TODAY"),
        (("Ice closes port", "AP"), "© 2031 Harbour Post", "Harbour Post"),
        (("Ice closes port", "CNN"), "© 2031 Harbour Post", "CNN"),
        (("Ice closes port",), "With reporting by Northern Wire", None),
    ],
)  # fmt: skip
def test_the_outlet_is_stated_or_unknown(
    head: tuple[str, ...], foot: str, outlet: str | None
) -> None:
    assert value(article(*head, foot=foot).outlet) == outlet


def test_a_dateline_names_the_agency_and_the_day() -> None:
    text = f"TESSEL, Feb. 9, 2031 (Northern Wire) - {STORY}"

    read = read_text(text.encode(), "a.txt", added="x")

    assert value(read.outlet) == "Northern Wire"
    assert read.published is not None
    assert (read.published.value, read.published.rule) == (
        "2031-02-09",
        "date:dateline",
    )


def test_an_address_alone_above_the_story_is_its_own() -> None:
    assert (
        article("https://p.example/ice", "Ice closes port").url
        == "https://p.example/ice"
    )
    assert article("Ice closes port").url is None
