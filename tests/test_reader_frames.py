"""What is sent makes the terminal show the frame, whatever it showed before."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.render.frames import Frame, Row, cells_of
from tui.render.looks import PLAIN, Look, look_of
from tui.render.sending import is_known

WIDTH, HEIGHT = 12, 8
STYLES = [
    Style.parse(text)
    for text in (
        "default", "bold", "dim", "italic", "reverse", "bold #d7af5f on #1c1c1c",
        "#949494 on #1c1c1c", "red", "bold reverse yellow", "underline",
    )
]  # fmt: skip
PIECES = st.tuples(
    st.sampled_from(["", " ", "abc", "東京", "e\u0301", "─────", "word ", "        "]),
    st.sampled_from(STYLES),
)
ROWS = st.lists(PIECES, max_size=5)
FRAMES = st.lists(ROWS, min_size=HEIGHT, max_size=HEIGHT)


class Terminal:
    """A terminal that obeys, and says what it shows."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)

    def shows(self) -> list[list[tuple[object, ...]]]:
        """Give every cell with its look."""
        return [[self._cell(x, y) for x in range(WIDTH)] for y in range(HEIGHT)]

    def _cell(self, x: int, y: int) -> tuple[object, ...]:
        cell = self.screen.buffer[y][x]
        return (
            cell.data, cell.fg, cell.bg, cell.bold, cell.italics, cell.reverse,
            cell.underscore,
        )  # fmt: skip


def row_of(pieces: list[tuple[str, Style]]) -> Row:
    cells = cells_of(Segment(text, style) for text, style in pieces)[:WIDTH]
    if len(cells) == WIDTH and cells[-1][0] and _is_cut(pieces):
        cells[-1] = (" ", cells[-1][1])
    if len(cells) == WIDTH and len(cells[-1][0]) > 1:
        # pyte begins a new line before an accent on the last letter of a full one,
        # which terminals do not.
        cells[-1] = (cells[-1][0][0], cells[-1][1])
    blank = [(" ", STYLES[0])] * (WIDTH - len(cells))
    return [*cells, *blank]


def _is_cut(pieces: list[tuple[str, Style]]) -> bool:
    cells = cells_of(Segment(text, style) for text, style in pieces)
    return len(cells) > WIDTH and not cells[WIDTH][0]


def fresh(rows: list[Row]) -> list[list[tuple[object, ...]]]:
    """Give what a terminal shows that was sent everything."""
    frame, terminal = Frame(), Terminal()
    frame.forget(WIDTH, HEIGHT)
    terminal.stream.feed(frame.change(dict(enumerate(rows)), ColorSystem.EIGHT_BIT))
    return terminal.shows()


@given(FRAMES, st.sets(st.integers(0, WIDTH - 1)))
def test_parts_of_a_frame_of_which_nothing_is_known_stand_where_they_belong(
    frame: list[list[tuple[str, Style]]], known: set[int]
) -> None:
    rows = [row_of(pieces) for pieces in frame]
    made, terminal = Frame(), Terminal()
    made.forget(WIDTH, HEIGHT)
    parts = {
        y: [cell if x in _whole(row, known) else None for x, cell in enumerate(row)]
        for y, row in enumerate(rows)
    }

    terminal.stream.feed(made.change(parts, ColorSystem.EIGHT_BIT))
    terminal.stream.feed(made.change(dict(enumerate(rows)), ColorSystem.EIGHT_BIT))

    assert terminal.shows() == fresh(rows)


def _whole(row: Row, known: set[int]) -> set[int]:
    """Leave out wide characters: half of one is never drawn."""
    right = {x for x, cell in enumerate(row) if cell and not cell[0]}
    return known - right - {x - 1 for x in right}


@given(st.lists(FRAMES, min_size=1, max_size=4))
def test_changes_lead_to_the_same_screen_as_sending_everything(
    frames: list[list[list[tuple[str, Style]]]],
) -> None:
    frame, terminal = Frame(), Terminal()
    frame.forget(WIDTH, HEIGHT)

    rows: list[Row] = []
    for made in frames:
        rows = [row_of(pieces) for pieces in made]
        sent = frame.change(dict(enumerate(rows)), ColorSystem.EIGHT_BIT)
        terminal.stream.feed(sent)

    assert terminal.shows() == fresh(rows)


@given(FRAMES, st.integers(-4, 4), st.integers(0, 3))
def test_scrolled_rows_lead_to_the_same_screen(
    made: list[list[tuple[str, Style]]], step: int, top: int
) -> None:
    rows = [row_of([(f"row {n}", STYLES[0]), *made[n]]) for n in range(HEIGHT)]
    moved = [*rows[:top], *(rows[top:][step:] + rows[top:][:step])]
    frame, terminal = Frame(), Terminal()
    frame.forget(WIDTH, HEIGHT)
    terminal.stream.feed(frame.change(dict(enumerate(rows)), ColorSystem.EIGHT_BIT))

    sent = frame.change(dict(enumerate(moved)), ColorSystem.EIGHT_BIT)
    terminal.stream.feed(sent)

    assert terminal.shows() == fresh(moved)


def test_the_terminal_is_told_to_move_rows_that_move() -> None:
    rows = [row_of([(f"row {n}", STYLES[0])]) for n in range(HEIGHT + 1)]
    frame = Frame()
    frame.forget(WIDTH, HEIGHT)
    frame.change(dict(enumerate(rows[:HEIGHT])), ColorSystem.EIGHT_BIT)

    sent = frame.change(dict(enumerate(rows[1:])), ColorSystem.EIGHT_BIT)

    assert (
        sent == f"\x1b[1;{HEIGHT}r\x1b[{HEIGHT}H\n\x1b[r\x1b[{HEIGHT}Hrow 8\x1b[K"
        or (
            sent.startswith(f"\x1b[1;{HEIGHT}r\x1b[{HEIGHT}H\n\x1b[r")
            and "row 7" not in sent
        )
    )


@pytest.mark.parametrize("width", [3, 9])
def test_a_row_drawn_before_a_resize_is_cut_or_left_open(width: int) -> None:
    frame = Frame()
    frame.forget(6, 1)
    row: Row = [*cells_of([Segment("x" * width)])]

    frame.change({0: row, 1: row}, ColorSystem.TRUECOLOR)

    assert [len(row) for row in frame.rows] == [6]
    assert frame.rows[0][: min(width, 6)] == row[:6]


def test_nothing_is_sent_when_nothing_changes() -> None:
    frame = Frame()
    frame.forget(WIDTH, HEIGHT)
    rows = {0: row_of([("same", STYLES[1])])}
    frame.change(rows, ColorSystem.EIGHT_BIT)

    assert frame.change(rows, ColorSystem.EIGHT_BIT) == ""


@given(st.sampled_from(STYLES), st.sampled_from(STYLES))
def test_codes_lead_from_any_look_to_any_other(one: Style, other: Style) -> None:
    before = look_of(one, ColorSystem.EIGHT_BIT)
    after = look_of(other, ColorSystem.EIGHT_BIT)
    terminal, right = Terminal(), Terminal()

    for codes in (before.after(PLAIN), after.after(before)):
        terminal.stream.feed(f"\x1b[{codes}m" if codes else "")
    terminal.stream.feed("x")
    whole = after.after(PLAIN)
    right.stream.feed(f"\x1b[0;{whole}mx" if whole else "x")

    assert terminal.shows()[0][0] == right.shows()[0][0]


def test_a_look_is_read_from_its_codes() -> None:
    look = look_of(Style.parse("bold #d7af5f on #1c1c1c"), ColorSystem.EIGHT_BIT)

    assert look == Look(frozenset({"1"}), "38;5;179", "48;5;234")


def test_this_textual_is_one_we_know() -> None:
    assert is_known()
