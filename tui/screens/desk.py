"""The parts of the reading page, where they stand, and which of them has the focus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widget import Widget

from index.errors import ArchiveError
from tui.actions import PANES, Place
from tui.render.facts import of_archive
from tui.render.notice import Notice
from tui.screens.arrangement import (
    PageLayout,
    Shape,
    Sight,
    arrange,
    joints,
    lit,
    shape_of,
)
from tui.screens.keyed import KeyedScreen
from tui.screens.sources import Newest
from tui.themes import PALETTES
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.query_line import QueryLine
from tui.widgets.quotes_pane import QuotesPane
from tui.widgets.row_cache import LEAF
from tui.widgets.rules import ColumnRule, Rule
from tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Region, Size
    from textual.layout import Layout

    from index.archive import Answer, Archive, Totals
    from tui.actions import Keymap
    from tui.themes import Palette
    from tui.widgets.sheet import Sheet


class Sheets(Widget):
    """Holds the parts; its layout is ours."""

    def __init__(self, layout: PageLayout) -> None:
        super().__init__(id="page")
        self._page_layout = layout

    @property
    def layout(self) -> Layout:
        """Give our own layout; styles can only name those that Textual knows."""
        return self._page_layout


class Desk(KeyedScreen[None]):
    """The page with its panes; what they show is decided by those who stand on it."""

    def __init__(
        self,
        archive: Archive,
        totals: Totals,
        keymap: Keymap,
        palette: Palette,
        *,
        slow: bool,
    ) -> None:
        super().__init__(keymap, palette)
        self.archive = archive
        self.totals = totals
        self.answer: Answer | None = None
        """What the list shows; None when it shows all articles."""
        self.sight = self._laid = Sight(slow=slow)
        self.query_line = QueryLine(palette)
        self.masthead = Rule(palette, id="masthead")
        self.list = ArticleList(palette)
        self.reader = ArticleView(palette)
        self.quotes = QuotesPane(palette)
        self.status = StatusLine(palette)
        self.rules = [Rule(palette, id=f"{name}_rule") for name in ("reader", "quotes")]
        self.columns = [
            ColumnRule(palette, id=f"{name}_rule") for name in ("left", "right")
        ]

    def compose(self) -> ComposeResult:
        """Lay all parts on the page."""
        with Sheets(PageLayout(self._regions)):
            yield from (self.query_line, self.masthead, self.list, self.reader)
            yield from (self.quotes, *self.rules, *self.columns, self.status)

    def on_mount(self) -> None:
        """Show the newest articles."""
        self.set_focus(self.list)
        self.show_newest()

    def _regions(self, size: Size) -> dict[str, Region]:
        return arrange(size, self._sight_at(size))

    def _sight_at(self, size: Size) -> Sight:
        """Give what is to be seen.

        Where nothing answers there is no article to stand under the list either: what
        is said instead of rows has the room of both.
        """
        is_stacked = shape_of(size.width, slow=self.sight.slow) is Shape.STACKED
        zoomed = self.sight.zoomed or (is_stacked and self._is_bare)
        head = self.masthead.height_at(size.width)
        return replace(self.sight, zoomed=zoomed, head=head)

    @property
    def _is_bare(self) -> bool:
        """Say whether the list is looked at, and tells of an answer without rows."""
        is_empty = self.answer is not None and not self.answer.total
        return is_empty and self.place is Place.LIST

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow a focus that the mouse has moved.

        Of a focus that keys have moved on from meanwhile the page hears late.
        """
        if event.widget is not self.focused:
            return
        panes: dict[Widget, Place] = {
            self.list: Place.LIST,
            self.reader: Place.READER,
            self.quotes: Place.QUOTES,
        }
        place = panes.get(event.widget, self.sight.focus)
        if place is not self.sight.focus:
            self.look(place)

    @property
    def shape(self) -> Shape:
        """Give how the panes stand to each other."""
        return shape_of(self.size.width, slow=self.sight.slow)

    @property
    def place(self) -> Place:
        """Say where the focus is."""
        return Place.QUERY if self.query_line.is_open else self.sight.focus

    @property
    def line(self) -> QueryLine:
        """Give the query line."""
        return self.query_line

    @property
    def pane(self) -> Sheet:
        """Give the pane that keys move."""
        panes: dict[Place, Sheet] = {
            Place.READER: self.reader,
            Place.QUOTES: self.quotes,
        }
        return panes.get(self.sight.focus, self.list)

    def look(self, focus: Place, *, zoomed: bool | None = None) -> None:
        """Turn to a pane, zoomed or not."""
        zoom = self.sight.zoomed if zoomed is None else zoomed
        self.sight = replace(self.sight, focus=focus, zoomed=zoom)
        self.set_focus(self.pane, scroll_visible=False)
        self.relight()

    def relight(self) -> None:
        """Show where the focus is, and the keys that work there."""
        regions = self._regions(self.size)
        if regions != arrange(self.size, self._laid):
            self.status.refresh(layout=True)
        self._laid = self._sight_at(self.size)
        lights = lit(regions, self.place)
        for rule in (self.masthead, *self.rules):
            name = rule.id or ""
            rule.light(lights.get(name), joints(regions, name))
        self.status.hint(self.keymap.hints(self.place, self.useless()))
        self.locate()

    def useless(self) -> frozenset[str]:
        """Give the actions that can do nothing at the moment."""
        idle = set()
        if self.answer is None:
            idle |= {"narrow"}
            idle |= {"sort", "next_hit"} if self.place is Place.LIST else set()
        if not self.query_line.offers:
            idle |= {"complete"}
        if self.place is not Place.LIST and not self.reader.hits:
            idle |= {"next_hit"}
        return frozenset(idle)

    def locate(self) -> None:
        """Say where in it all the reader is; the page that stands on this one knows."""

    def show_newest(self, cursor: int = 0) -> None:
        """Show all articles, newest first."""
        self.answer = None
        source = Newest(self.archive, self.totals.articles)
        self.list.empty = _NO_ARTICLES
        try:
            first = source.read(0, LEAF)
        except ArchiveError as error:
            self.list.empty, first = Notice([str(error)]), ()
            source = Newest(self.archive, 0)
        self.list.show(source, first, cursor=cursor)
        self.masthead.say(of_archive(self.totals))
        plenty = f"{self.totals.articles:,}" if self.totals.articles else "no"
        self.query_line.hint = f"search {plenty} articles"
        if not self.totals.articles:
            self.reader.clear()
            self.quotes.show(None)

    def on_resize(self, event: events.Resize) -> None:
        """Light the rules for another size."""
        del event
        self.relight()

    def before_action(self) -> None:
        """Take the last notice away."""
        self.status.tell("")

    def turn(self, palette: Palette) -> None:
        """Draw the whole page under another palette."""
        self.palette = palette
        self.styles.background = palette.background
        for sheet in (self.list, self.reader, self.quotes):
            sheet.turn(palette)
        for rule in (self.masthead, *self.rules):
            rule.turn(palette)
        for column in self.columns:
            column.turn(palette)
        self.query_line.turn(palette)
        self.status.turn(palette)

    def action_theme(self) -> None:
        """Draw the page under the next palette."""
        names = list(PALETTES)
        name = names[(names.index(self.palette.name) + 1) % len(names)]
        self.turn(PALETTES[name])
        self.status.tell(f"Theme: {name}.")

    def action_list(self) -> None:
        """Turn to the list."""
        self.look(Place.LIST)

    def action_reader(self) -> None:
        """Turn to the article."""
        self.look(Place.READER)

    def action_quotes(self) -> None:
        """Turn to the quotations."""
        self.look(Place.QUOTES)

    def action_next_pane(self) -> None:
        """Turn to the next pane."""
        self._turn_by(1)

    def action_previous_pane(self) -> None:
        """Turn to the pane before."""
        self._turn_by(-1)

    def _turn_by(self, step: int) -> None:
        panes = [place for place in Place if place in PANES]
        self.look(panes[(panes.index(self.sight.focus) + step) % len(panes)])

    def action_zoom(self) -> None:
        """Give the pane the whole page, or take it back."""
        self.look(self.sight.focus, zoomed=not self.sight.zoomed)


_NO_ARTICLES = Notice(
    (
        "There are no articles here yet.",
        "",
        "Add some from the shell:",
        "   quoth add FOLDER",
        "or look at the samples that come with quoth:",
        "   quoth demo",
    )
)
