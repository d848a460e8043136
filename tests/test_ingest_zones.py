"""Every word of a story lies in one zone, and prose is never taken for furniture."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.ingest import read_text
from index.model import Article, ZoneKind

LEAD = "The harbour of Tessel froze on Monday, and the ferries stayed where they were."
MORE = "Nobody had seen such ice before, the oldest pilot said, and nobody wanted to."
PIECES = [
    LEAD, MORE, "By Ana Brandt", "World", "Advertisement", "Tue, 04 Mar 2031",
    "TESSEL (Northern Wire) — " + LEAD, "Harbour Post", "Sign up for our newsletter",
    "SEE ALSO: Ice, again", "Ice and the City", "“Cold,” she said.", "***",
    "© 2031 Harbour Post", "Image: AP", "\x1b[31mred\x1b[0m", "  indented", "a" * 90,
]  # fmt: skip


def article(text: str) -> Article:
    return read_text(text.encode(), "a.txt", added="2031-03-04")


def zones(text: str) -> list[tuple[str, str]]:
    read = article(text)
    return [(z.kind.value, read.text[z.start : z.end]) for z in read.zones]


def kind_of(line: str, *, after: str = MORE) -> str:
    """Say what a line between two paragraphs of a story is."""
    found = {words: kind for kind, words in zones(f"{LEAD}\n\n{line}\n\n{after}")}
    return found[line]


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\f", " \n \n"]),
)
@settings(max_examples=300, deadline=None)
def test_zones_are_in_order_and_cover_every_word(pieces: list[str], end: str) -> None:
    read = article(end.join(pieces))

    covered, at = [], 0
    for zone in read.zones:
        assert at <= zone.start < zone.end <= len(read.text)
        words = read.text[zone.start : zone.end]
        assert words == words.strip()
        covered.append(words)
        at = zone.end
    assert "".join("".join(covered).split()) == "".join(read.text.split())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\f"])
def test_a_paragraph_ends_with_any_line_end(end: str) -> None:
    assert zones(f"{LEAD}{end}{MORE}") == [("body", LEAD), ("body", MORE)]


def test_hard_wrapped_lines_are_one_paragraph_to_a_blank_line() -> None:
    first = (
        "The Margarethe came in from Port Aubrel at midnight with three\n"
        "hundred passengers, and her crew ceased to be employed. Nobody\n"
        "tied her up, so the passengers did it themselves."
    )
    second = (
        "By first light pickets stood at all the gates of the harbour,\n"
        "with braziers and a dog and a banner that nobody could read in\n"
        "the fog that came up."
    )

    assert zones(f"{first}\n\n{second}\n") == [("body", first), ("body", second)]


def test_an_indented_line_opens_a_paragraph_in_a_wrapped_text() -> None:
    first = (
        "   The Margarethe came in from Port Aubrel at midnight with\n"
        "three hundred passengers, and her crew ceased to be employed\n"
        "by anyone, and nobody tied her up, so the passengers did it."
    )
    second = (
        "   By first light pickets stood at all gates of the harbour,\n"
        "with braziers and a dog and a banner that nobody could read."
    )

    assert zones(f"{first}\n{second}") == [
        ("body", first.strip()),
        ("body", second.strip()),
    ]


def test_short_lines_that_each_start_afresh_are_not_joined() -> None:
    lines = ["HALLWEG: Is it closed?", "MAREK: It is.", "HALLWEG: Since when?"] * 4

    assert len(zones("\n".join(lines))) == 12


@pytest.mark.parametrize(
    "opening",
    [
        "TESSEL (Northern Wire) —",
        "Tessel (Harbour Morning)",
        "LONDON, March 3 (Reuters) -",
        "KABUL, Afghanistan —",
        "HALLIN, Feb. 9, 2031 (Northern Wire) -",
        "NEW YORK/BOSTON (Reuters) -",
        "(Reuters) -",
        "ST. LOUIS (AP) _",
        "MOSCOW, March 3. /TASS/.",
        "Tucson, Arizona (CNN) --",
        "QUESSIN —",
        "MOSCOW. March 3 (Interfax) -",
        "Berlin (dpa) -",
        "TOKYO, March 3 (Kyodo) --",
        "Madrid, 3 Mar (EFE).-",
        "(ANSA) - ROME, MARCH 3 -",
        "3 March (Reuters) -",
        "LONDON, (Reuters) -",
        "New Delhi, India -",
        "Negombo, Sri Lanka –",
        "Washington —",
        "McQUESSIN, Va. —",
        "NEW DELHI, March 3:",
    ],
)
def test_a_dateline_is_a_zone_and_the_story_goes_on_after_it(opening: str) -> None:
    assert zones(f"{opening} {LEAD}\n\n{MORE}") == [
        ("dateline", opening),
        ("body", LEAD),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Smith (D-Ohio) said that the bill would not be voted on before the winter.",
        "NATO — the alliance of the West — has not asked for the ice to be broken.",
        "Apple (AAPL) lost ground on Monday, and so did everything else that floats.",
        "BREAKING - The ice has been broken, and nobody can say who it was so far.",
        "The mayor (who is seventy) said the ice would go when it was good and ready.",
        "London: it is where the ice had come from, the oldest of the pilots said.",
        "Ice, Snow - The two had come together that winter, and the people with them.",
        "I (like you) have never seen such ice as the ice there was that winter.",
    ],
)
def test_a_sentence_that_looks_like_a_dateline_is_none(sentence: str) -> None:
    assert zones(f"{sentence}\n\n{MORE}")[0] == ("body", sentence)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "boilerplate"),
        ("ADVERTISEMENT:", "boilerplate"),
        ("Story Continued Below", "boilerplate"),
        ("Discuss", "boilerplate"),
        ("Sign up for Harbour News", "boilerplate"),
        ("Follow us | Share | Print", "boilerplate"),
        ("SHARE THIS ARTICLE Share Tweet Post Email", "boilerplate"),
        ("© 2031 Harbour Post. All rights reserved.", "boilerplate"),
        ("Copyright (c) 2018. Harbour Post, Inc. Republished.", "boilerplate"),
        ("We use cookies. By reading on you agree that we do.", "boilerplate"),
        ("This article is more than 2 years old", "boilerplate"),
        ("* * *", "boilerplate"),
        ("6 years ago", "boilerplate"),
        ("Click here to get the app", "boilerplate"),
        ("SEE ALSO: The ice, in pictures", "related"),
        ("Read more: Who owns the ice?", "related"),
        ("Related: Ten views of the ice", "related"),
        ("More On This...", "related"),
        ("Venn, Brennick Vow to Keep Tessel Afloat", "related"),
        ("Image: AP | Image:self", "caption"),
        ("Caption: The chairs. Image: Gazette", "caption"),
        ("(Jane Doe/Reuters)", "caption"),
        ("Ferries in the ice of Tessel, 3 March 2031. (Jane Doe/Reuters)", "caption"),
        ("The mayor on the ice in March (Reuters photo: Jane Doe)", "caption"),
        ("The key of the valve. (Photo: Jane Doe, Vell Courier)", "caption"),
        ("The mayor hopes for a thaw by Monday. | AP Photos", "caption"),
        ("The mayor hopes for a thaw by Monday. | Jane Doe/COURIER", "caption"),
        ("Jane Doe/The Tessel Gazette", "caption"),
        ("Jane Doe/Agence France-Presse — Getty Images", "caption"),
        ("Media playback is unsupported on your device", "caption"),
        ("Media caption How the ferries were freed", "caption"),
        ("Photographer: Jane Doe/Bloomberg", "caption"),
        ("CLOSE The mayor of Tessel walks over the ice to the ferries", "caption"),
        ("Image copyright Getty Images", "caption"),
        ("___", "boilerplate"),
        ("[music]", "boilerplate"),
        ("LISTEN TO ARTICLE 6:38 SHARE THIS ARTICLE Share Tweet", "boilerplate"),
        ("Should the ice be sold? Vote Here Now", "boilerplate"),
        ("For all the news of the ice, click here.", "boilerplate"),
        ("Follow @tesselgazette", "boilerplate"),
        ("SEE RELATED: The ice, in pictures", "related"),
        ("Ana Brandt contributed.", "byline"),
        ("Ana Brandt and Tomas Reyl in Kessin contributed reporting.", "byline"),
        ("FILE PHOTO: Ice in the harbour of Tessel", "caption"),
        ("With reporting by Northern Wire", "byline"),
        ("The Associated Press contributed to this report.", "byline"),
        ("What the pilots say", "heading"),
        ("Is it over?", "heading"),
        ("A 'dangerous' thaw", "heading"),
    ],
)
def test_furniture_is_told_from_the_story(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "prose",
    [
        "Sign up to the treaty, he told them, or the ice will sign for you.",
        "Read more in Thursday’s paper. Thursday’s paper will have been washed.",
        "“Advertisement,” she said, was the wrong word for what the mayor did.",
        "Follow the ice and you will find the money, the old pilot liked to say.",
        "Copyright law does not cover ice, the court in Kessin found on Monday.",
        "Get out of the harbour, the captain told the crew, and tell the others.",
        "The newsletter had been printed on Friday, and nobody had read it yet.",
        "By the time they arrived the ice had gone, and so had the newspaper.",
        "Image is everything, the mayor said, and the image was of a sunk boat.",
        "Watch the ice, he said. Watch it as you would watch a cow in labour.",
        "Related crimes were found in four harbours, the prosecutor said later.",
        "He said: “All rights reserved? There are no rights on the ice at all.”",
        "Support for journalism fell, and with it the number of journalists.",
        "“Cold,” she said.",
        "Everybody in the village contributed.",
        (
            "The ice was three feet thick (she had measured it with her stick on the "
            "Tuesday before they came to see it for themselves)"
        ),
        "“Click here,” said the captain, and pointed at the anchor.",
        "Close the harbour, the captain said, and open the bar at once.",
        "But not for long.",
    ],
)
def test_prose_is_never_taken_for_furniture(prose: str) -> None:
    assert kind_of(prose) == "body"


def test_a_place_alone_above_the_story_is_where_it_comes_from() -> None:
    assert zones(f"Washington\n\n{LEAD}\n\n{MORE}")[0] == ("dateline", "Washington")


def test_a_summary_is_no_story_and_no_title() -> None:
    text = (
        "Story highlights The mayor walks on the ice\n\nThe ferries stay in port\n\n"
        f"{LEAD}\n\n{MORE}"
    )

    assert zones(text) == [
        ("boilerplate", "Story highlights"),
        ("heading", "The mayor walks on the ice"),
        ("heading", "The ferries stay in port"),
        ("body", LEAD),
        ("body", MORE),
    ]
    assert article(text).title_made_up


def test_a_lead_printed_twice_counts_once() -> None:
    text = f"Ice\n\n{LEAD}\n\nBy Ana Brandt\n\n{LEAD[:-1]}, for a week.\n\n{MORE}"

    kinds = [kind for kind, _ in zones(text)]

    assert kinds == ["title", "duplicate", "byline", "body", "body"]


def test_a_paragraph_printed_twice_counts_once() -> None:
    kinds = [kind for kind, _ in zones(f"{LEAD}\n\n{MORE}\n\n{LEAD}")]

    assert kinds == ["body", "body", "duplicate"]


def test_a_refrain_is_not_a_duplicate() -> None:
    text = f"{LEAD}\n\n“It is cold,” she said.\n\n{MORE}\n\n“It is cold,” she said."

    assert ZoneKind.DUPLICATE not in {z.kind for z in article(text).zones}


def test_the_line_under_an_invitation_to_sign_up_belongs_to_it() -> None:
    text = f"{LEAD}\n\n{MORE}\n\nSign up for Ice News\n\na daily newsletter about ice."

    assert [kind for kind, _ in zones(text)][-2:] == ["boilerplate", "boilerplate"]


@pytest.mark.parametrize(
    "raw",
    [
        b"word " * 4_000_000,
        b"Short line of text.\n" * 300_000,
        b"".join(b"Line %d of the text\n\n" % n for n in range(100_000)),
        (b"A" * 70 + b"\n") * 100_000,
        b"A " * 300_000 + b"(" * 300_000,
        "Порт ".encode("cp1251") * 400_000,
    ],
)
def test_a_monstrous_file_is_read_in_seconds(raw: bytes) -> None:
    start = time.process_time()

    read_text(raw, "a.txt", added="2031-03-04")

    assert time.process_time() - start < 10
