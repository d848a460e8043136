"""A citation carries all that is needed to check it, in whatever format."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index.citing import Copy, Format, Verdict, check, cite, references_in, write
from index.citing.printing import prints
from index.citing.words import shortened
from index.model import Article, Certainty, Clipping, NewsDate, Quote, QuoteKind, Span
from tests.makers import article, clipping, found, quote, span_of
from tests.shell import fits, no_escapes

BORDER = "“The border is closed,” Ilse Marek told Radio Kessin.\nIt was “no gift”.\n"
FORMATS = pytest.mark.parametrize("fmt", Format)

TROUBLE = st.text(
    st.sampled_from("“”‘’\"'{}\\%&#$_~^@<>*`[]|\n\r\t\x0b\x1b\u2028\u202e")
)
SCRIPTS = st.text(
    st.sampled_from("Київ дома 日本語。 العربية עברית ไทย e\u0301 😀 \u200f")
)
TEXTS = st.lists(st.text() | TROUBLE | SCRIPTS | st.just("word " * 200), max_size=6)


def sealed(made: Article) -> Article:
    digest = hashlib.sha256(made.text.encode("utf-8", "surrogatepass"))
    return replace(made, sha256=digest.hexdigest())


def story(**facts: object) -> Clipping:
    known = {"title": "Border closed", "outlet": "Harbour Post", "id": "k3v9q2"}
    made = sealed(article(BORDER, **{**known, **facts}))  # type: ignore[arg-type]
    said = quote("The border is closed,", made, "Ilse Marek")
    part = quote("no gift", made, "Ilse Marek", kind=QuoteKind.MIXED)
    return clipping(made, said, part)


def cited(words: str, fmt: Format = Format.TEXT, **facts: object) -> str:
    made = story(**facts)
    return write(cite(made, span_of(words, made.article.text)), fmt)


def copy_of(text: str) -> Copy:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Copy("the archive", text, digest)


def checked(citation: str, *texts: str, kept: str | None = BORDER) -> Verdict:
    (reference,) = references_in(citation)
    return check(reference, citation, map(copy_of, texts), kept).verdict


@st.composite
def passages(draw: st.DrawFn) -> tuple[Clipping, Span]:
    text = "".join(draw(TEXTS)) or "words"
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    path = draw(st.text(min_size=1))
    made = Article(
        "k3v9q2",
        path,
        text,
        title=found(draw(st.text() | TROUBLE)),
        outlet=found(draw(st.text() | TROUBLE)),
        authors=(found(draw(st.text() | TROUBLE)),),
        url=draw(st.none() | st.just("https://example.org/{a}?b=%7B&c=d_e#f")),
    )
    kind = draw(st.sampled_from(QuoteKind))
    spoken = Quote(start, end, kind, "maker", 0.9, draw(st.text()) or None)
    return Clipping(sealed(made), (spoken,)), Span(start, end)


@FORMATS
@given(passages())
def test_what_is_cited_is_found_exact(
    fmt: Format, passage: tuple[Clipping, Span]
) -> None:
    citation = write(cite(*passage), fmt)
    made = passage[0].article

    (reference,) = references_in(citation)

    assert (reference.path, reference.span) == (made.path, passage[1])
    for kept in (made.text, None):
        found = check(reference, citation, [copy_of(made.text)], kept)
        assert found.words_printed
        assert found.verdict is Verdict.EXACT
        assert all(finding.same_bytes for finding in found.findings)
    assert no_escapes(citation)


@given(passages())
def test_braces_of_an_entry_balance(passage: tuple[Clipping, Span]) -> None:
    depth = 0
    for character in write(cite(*passage), Format.BIBTEX):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


@given(passages())
def test_every_line_of_a_record_has_a_tag(passage: tuple[Clipping, Span]) -> None:
    lines = write(cite(*passage), Format.RIS).removesuffix("\n").split("\n")

    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert [lines[0], lines[-1]] == ["TY  - NEWS", "ER  - "]


@given(passages())
def test_an_item_of_a_processor_has_only_its_keys(
    passage: tuple[Clipping, Span],
) -> None:
    fits(json.loads(write(cite(*passage), Format.CSL)), "cite-csl")


@FORMATS
def test_broken_lines_do_no_harm(fmt: Format) -> None:
    citation = cited("The border is closed,", fmt)
    broken = re.sub("(.{30})", "\\1\n", citation)

    if fmt is not Format.CSL:  # whose lines break in strings, and that is no JSON
        assert checked(broken, BORDER) is Verdict.EXACT


@FORMATS
def test_a_citation_may_stand_in_a_letter_beside_others(fmt: Format) -> None:
    one, other = cited("The border is closed,", fmt), cited("no gift", fmt)
    quoted = "".join(f"> {line}" for line in one.splitlines(keepends=True))
    letter = f"“Well,” she wrote:\n\n{quoted}\nand [then]\n\n{other}\nYours {{A}}"

    first, second = references_in(letter)

    assert prints(letter, first, "The border is closed,")
    assert prints(letter, second, "no gift")
    assert not prints(letter, first, "no gift")
    assert not prints(letter, second, "The border is closed,")
    assert not prints(
        letter + one.replace("closed", "open"), first, "The border is closed,"
    )


def test_a_bare_reference_can_be_checked() -> None:
    (reference,) = references_in(cited("no gift"))

    assert checked(f" {reference}\n", BORDER) is Verdict.EXACT


@FORMATS
def test_words_that_were_altered_in_the_citation_are_a_change(fmt: Format) -> None:
    citation = cited("The border is closed,", fmt)

    assert checked(citation.replace("closed,", "open,"), BORDER) is Verdict.CHANGED


WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=9)
SENTENCES = st.lists(WORDS | st.sampled_from(["Yes", "No,", "a_b", "{x}"]), min_size=1)


@FORMATS
@settings(deadline=None)
@given(SENTENCES, st.data())
def test_no_word_of_a_citation_can_be_changed_added_or_dropped(
    fmt: Format, words: list[str], data: st.DataObject
) -> None:
    made = sealed(article(" ".join(words[:40])))
    other = words[:40]
    at = data.draw(st.integers(0, len(other) - 1))
    other[at : at + data.draw(st.integers(0, 1))] = data.draw(
        st.lists(WORDS, max_size=2)
    )
    assume(other != words[:40])
    citation = cite(clipping(made), Span(0, len(made.text) - 1))
    forged = replace(made, text=" ".join(other) + "\n")
    shown = replace(citation, words=cite_all(forged))
    reference = str(shown.reference)

    def verdict(text: str) -> Verdict:
        (found,) = references_in(text)
        return check(found, text, [copy_of(made.text)], made.text).verdict

    assert reference in write(shown, fmt)
    assert verdict(write(citation, fmt)) is Verdict.EXACT
    assert verdict(write(shown, fmt)) is Verdict.CHANGED


def cite_all(made: Article) -> str:
    return shortened(made.text.removesuffix("\n"))[0]


@FORMATS
@pytest.mark.parametrize(
    "said",
    [
        "No, never. Yesterday the border is closed,",
        "The border is closed, no more.",
        "The border is closed, Ilse Marek said. The border is closed,",
        "The border is",
        "Theborder is closed,",
    ],
)
def test_words_beside_those_that_are_cited_are_a_change(fmt: Format, said: str) -> None:
    citation = cited("The border is closed,", fmt)

    forged = citation.replace("The border is closed,", said)

    assert forged != citation
    assert checked(forged, BORDER) is Verdict.CHANGED


def test_a_word_that_stands_elsewhere_in_the_citation_is_not_printed() -> None:
    made = sealed(article("Yes", outlet="Yes Weekly", title="Yes"))

    citation = write(cite(clipping(made), Span(0, 3)), Format.TEXT)

    assert checked(citation, made.text, kept=made.text) is Verdict.EXACT
    forged = citation.replace("“Yes”\n", "“No”\n")
    assert checked(forged, made.text, kept=made.text) is Verdict.CHANGED


@pytest.mark.parametrize("kept", [BORDER, None])
def test_words_that_stand_elsewhere_have_moved(kept: str | None) -> None:
    citation = cited("no gift")
    (reference,) = references_in(citation)
    text = "no gifts? " + "A new first paragraph.\n" + BORDER

    check_ = check(reference, citation, [copy_of(text)], kept)

    (finding,) = check_.findings
    assert check_.verdict is finding.verdict is Verdict.MOVED
    assert finding.span is not None
    assert finding.span.of(text) == "no gift"
    assert not finding.same_bytes


def test_the_nearest_of_several_places_is_named() -> None:
    citation = cited("no gift")
    (reference,) = references_in(citation)
    text = f"no gift {BORDER}{BORDER}"

    (finding,) = check(reference, citation, [copy_of(text)], BORDER).findings

    assert finding.span == Span(reference.span.start + 8, reference.span.end + 8)


def test_other_words_are_a_change_and_no_text_is_gone() -> None:
    citation = cited("no gift")

    assert checked(citation, BORDER.replace("gift", "loss")) is Verdict.CHANGED
    assert checked(citation, BORDER.replace("gift", "loss"), kept=None) is (
        Verdict.CHANGED
    )
    assert checked(citation) is Verdict.GONE


def test_of_two_copies_the_worse_decides() -> None:
    citation = cited("no gift")

    assert checked(citation, BORDER, f"Late: {BORDER}") is Verdict.MOVED
    assert checked(citation, "nothing of it", BORDER) is Verdict.CHANGED


def test_a_change_elsewhere_in_the_text_is_no_change_of_the_words() -> None:
    citation = cited("no gift")
    (reference,) = references_in(citation)

    check_ = check(reference, citation, [copy_of(BORDER + "More.")], BORDER)

    assert check_.verdict is Verdict.EXACT
    assert not check_.findings[0].same_bytes


@FORMATS
def test_a_citation_says_who_spoke_and_where_it_stands(fmt: Format) -> None:
    citation = cited("The border is closed,", fmt, authors=["Tomas Reyl"])

    for fact in ("Ilse Marek", "Border closed", "Harbour Post", "Tomas Reyl"):
        assert fact in citation
    assert story().article.sha256 in citation
    assert "k3v9q2.txt:1-22" in citation


@FORMATS
def test_a_title_that_was_made_up_stands_in_brackets(fmt: Format) -> None:
    citation = cited("no gift", fmt, title=found("Border shut", Certainty.MADE_UP))

    assert "[Border shut]" in citation.replace("\\", "")
    assert "title made up" in citation
    assert "Border closed" not in citation


@FORMATS
def test_an_undated_article_is_cited_without_any_year(fmt: Format) -> None:
    citation = cited("no gift", fmt)

    assert "undated" in citation
    assert not re.search(r"(?<![0-9a-f])(19|20)[0-9]{2}(?![0-9a-f])", citation)


def proposal(reason: str) -> NewsDate:
    return NewsDate("2031-03-04", Certainty.PROPOSED, "maker", reason)


@pytest.mark.parametrize("fmt", [Format.BIBTEX, Format.RIS, Format.CSL])
@pytest.mark.parametrize("which", ["published", "event"])
def test_a_year_that_was_only_proposed_is_no_year_of_issue(
    fmt: Format, which: str
) -> None:
    made = story()
    dated = replace(made.article, **{which: proposal("a Tuesday")})  # type: ignore[arg-type]
    citation = write(cite(replace(made, article=dated), Span(1, 22)), fmt)

    assert not re.search(r"year =|date =|^PY|^DA|issued", citation, re.MULTILINE)
    assert "undated" in citation
    assert "2031-03-04 (proposed: a Tuesday)" in citation


def test_a_date_is_cited_as_finely_as_it_is_known() -> None:
    cut = partial(cited, "no gift")

    assert "published 2031-03 (stated)" in cut(published="2031-03")
    assert "DA  - 2031/03//" in cut(Format.RIS, published="2031-03")
    bibtex = cut(Format.BIBTEX, published="2031")
    assert "year = {2031}" in bibtex
    assert "month" not in bibtex
    (item,) = json.loads(cut(Format.CSL, published="2031-03-04T21:14"))
    assert item["issued"] == {"date-parts": [[2031, 3, 4]]}


def test_the_date_of_an_event_is_named_as_such() -> None:
    citation = cited("no gift", event="2031-03-03")

    assert "event of 2031-03-03 (stated)" in citation
    assert "published" not in citation


def test_long_words_are_cut_in_the_middle_and_say_so() -> None:
    made = sealed(article("word " * 400, id="long"))
    citation = cite(clipping(made), Span(0, 1999))

    assert citation.left_out + len("word " * 400) - 1 > len(citation.words)
    assert f"[… {citation.left_out:,} characters left out …]" in citation.words
    kept = citation.words.replace(
        f"[… {citation.left_out:,} characters left out …]", ""
    )
    assert len(kept) - 2 + citation.left_out == 1999
    assert checked(write(citation, Format.TEXT), made.text, kept=made.text) is (
        Verdict.EXACT
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The border is closed,", "— Ilse Marek, in “Border closed”"),
        ("border", "— Ilse Marek, in"),
        ("is closed,” Ilse Marek told", "— quoting Ilse Marek, in"),
        ("told Radio", "— “Border closed”"),
    ],
)
def test_words_are_given_to_a_speaker_only_inside_the_quotation(
    words: str, said: str
) -> None:
    assert said in cited(words)


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, 10_000), Span(-1, 3)])
def test_there_is_no_citation_of_nothing(span: Span) -> None:
    with pytest.raises(ValueError, match="no passage"):
        cite(story(), span)


def test_markdown_obeys_nothing_that_is_cited() -> None:
    made = sealed(article("1. *bold* <b> [a](b) `c` # d | e ~f~ &amp;", id="md"))

    citation = write(cite(clipping(made), Span(0, 42)), Format.MARKDOWN)

    assert r"\*bold\* \<b\> \[a\](b) \`c\` \# d \| e \~f\~ \&amp;" in citation
