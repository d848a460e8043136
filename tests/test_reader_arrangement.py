"""Parts of the page never overlap, and cover it at every size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region, Size

from tui.actions import PANES, Place
from tui.screens.arrangement import Shape, Sight, arrange, joints, lit, shape_of

SIZES = st.tuples(st.integers(40, 300), st.integers(10, 90))
SIGHTS = st.builds(
    Sight, st.sampled_from(sorted(PANES)), st.booleans(), st.booleans()
)  # fmt: skip


@given(SIZES, SIGHTS)
def test_every_cell_belongs_to_exactly_one_part(
    size: tuple[int, int], sight: Sight
) -> None:
    regions = arrange(Size(*size), sight)

    cells = [cell for region in regions.values() for cell in _cells(region)]
    assert len(cells) == len(set(cells))
    assert len(cells) == size[0] * size[1]


def _cells(region: Region) -> list[tuple[int, int]]:
    return [
        (x, y)
        for y in range(region.y, region.bottom)
        for x in range(region.x, region.right)
    ]


@given(SIZES, SIGHTS)
def test_the_pane_with_the_focus_is_to_be_seen(
    size: tuple[int, int], sight: Sight
) -> None:
    regions = arrange(Size(*size), sight)

    name = {Place.LIST: "list", Place.READER: "reader"}.get(sight.focus, "quotes")
    assert regions[name].height >= 3
    assert lit(regions, sight.focus)


@pytest.mark.parametrize(
    ("width", "slow", "shape"),
    [
        (60, False, Shape.STACKED),
        (99, False, Shape.STACKED),
        (100, False, Shape.TWO),
        (119, False, Shape.TWO),
        (120, False, Shape.WIDE),
        (300, True, Shape.STACKED),
    ],
)
def test_the_width_chooses_the_shape(width: int, shape: Shape, *, slow: bool) -> None:
    assert shape_of(width, slow=slow) is shape


def test_a_rule_joins_the_lines_that_begin_under_it() -> None:
    regions = arrange(Size(160, 48), Sight())

    assert joints(regions, "masthead") == {
        regions["left_rule"].x, regions["right_rule"].x,
    }  # fmt: skip
