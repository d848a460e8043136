"""Where everything stands on the page: by its size and a setting, never by luck."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement

from tui.actions import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

_TWO, _WIDE = 100, 120


class Shape(StrEnum):
    """How the panes stand to each other."""

    WIDE = "wide"
    """List, article and quotations side by side."""
    TWO = "two"
    """List beside the article, quotations under it when they are asked for."""
    STACKED = "stacked"
    """One over the other, each across the whole screen."""


def shape_of(width: int, *, slow: bool) -> Shape:
    """Give the shape for a width; a slow line always gets stacked panes."""
    if slow or width < _TWO:
        return Shape.STACKED
    return Shape.WIDE if width >= _WIDE else Shape.TWO


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen."""

    focus: Place = Place.LIST
    zoomed: bool = False
    slow: bool = False
    head: int = 1
    """The lines that the masthead takes."""


def arrange(size: Size, sight: Sight) -> dict[str, Region]:
    """Give the place of every part by its id; parts without one are not shown."""
    width, height = size
    # What is wrong with a query may take the room of the panes, but for three lines.
    head = max(1, min(sight.head, height - 5))
    body = Region(0, 1 + head, width, max(1, height - 2 - head))
    found = {
        "query": Region(0, 0, width, 1),
        "masthead": Region(0, 1, width, head),
        "status": Region(0, height - 1, width, 1),
    }
    shape = shape_of(width, slow=sight.slow)
    if sight.zoomed:
        return found | {_ID[sight.focus]: body}
    match shape:
        case Shape.WIDE:
            return found | _wide(body)
        case Shape.TWO:
            return found | _two(body, with_quotes=sight.focus is Place.QUOTES)
        case Shape.STACKED:
            return found | _stacked(body, sight.focus)


_ID = {Place.LIST: "list", Place.READER: "reader", Place.QUOTES: "quotes"}


def _stacked(body: Region, focus: Place) -> dict[str, Region]:
    """Set the list, or the quotations in its stead, over the article."""
    upper = "quotes" if focus is Place.QUOTES else "list"
    share = max(3, round((body.height - 1) * 0.4))
    top, rest = body.split_horizontal(share)
    rule, lower = rest.split_horizontal(1)
    return {upper: top, "reader_rule": rule, "reader": lower}


def _two(body: Region, *, with_quotes: bool) -> dict[str, Region]:
    left, rest = body.split_vertical(max(34, body.width * 36 // 100))
    column, right = rest.split_vertical(1)
    found = {"list": left, "left_rule": column, "reader": right}
    if not with_quotes:
        return found
    # On a low screen the quotations keep three lines, as every pane in use does.
    share = min(right.height * 60 // 100, right.height - 4)
    upper, rest = right.split_horizontal(max(1, share))
    rule, lower = rest.split_horizontal(1)
    return found | {"reader": upper, "quotes_rule": rule, "quotes": lower}


def _wide(body: Region) -> dict[str, Region]:
    at_left = min(64, max(30, body.width * 25 // 100))
    at_right = min(46, max(24, body.width * 20 // 100))
    left, rest = body.split_vertical(at_left)
    first, rest = rest.split_vertical(1)
    middle, rest = rest.split_vertical(rest.width - at_right - 1)
    second, right = rest.split_vertical(1)
    return {
        "list": left, "left_rule": first, "reader": middle,
        "right_rule": second, "quotes": right,
    }  # fmt: skip


def lit(regions: dict[str, Region], focus: Place) -> dict[str, tuple[int, int]]:
    """Say which stretch of which rule lies over the pane that has the focus."""
    pane = regions.get(_ID.get(focus, ""))
    if pane is None:
        return {}
    for name in ("masthead", "reader_rule", "quotes_rule"):
        rule = regions.get(name)
        if rule and rule.y == pane.y - 1:
            return {name: (pane.x - rule.x, pane.right - rule.x)}
    return {}


def joints(regions: dict[str, Region], name: str) -> frozenset[int]:
    """Say where lines down begin under a rule."""
    rule = regions.get(name)
    if rule is None:
        return frozenset()
    columns = [regions[it] for it in ("left_rule", "right_rule") if it in regions]
    return frozenset(c.x - rule.x for c in columns if c.y == rule.y + 1)


class PageLayout(Layout):
    """Places the children of the page by their ids."""

    name = "page"

    def __init__(self, regions: Callable[[Size], dict[str, Region]]) -> None:
        self._regions = regions

    def arrange(
        self,
        parent: Widget,
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: FBT001, FBT002 - Textual's signature
    ) -> list[WidgetPlacement]:
        """Give each child its region; those without one are not shown."""
        del parent, greedy
        regions = self._regions(size)
        return [
            WidgetPlacement(regions[child.id], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in regions
        ]
