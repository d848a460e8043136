"""What the tests share: short names, a few articles, the reader on its stories."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from index.archive import Archive
    from index.state import Notebook
    from tests.screens.stage import Stage

HERE = Path(__file__).parent

# How fast a machine is says nothing about the program: no test is timed.
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

# Tests are no package that is installed; the second place allows short names.
sys.path[:0] = [str(HERE.parent), str(HERE)]


def pytest_configure() -> None:
    """Hear interrupts, also where a script started the tests in the background.

    Such a script has them ignored, and what ignores a signal hands that on.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


# Late imports, here and below: most tests need no terminal, and many no shell.
@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give the archive of all stories; nobody's marks are open."""
    from tests.screens.stage import archive_in  # noqa: PLC0415

    opened = archive_in(tmp_path_factory.mktemp("stories"))
    yield opened
    opened.close()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Archive]:
    """Give an archive of all stories with a state of its own."""
    from tests.screens.stage import kept_in  # noqa: PLC0415

    opened = kept_in(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def notebook(kept: Archive) -> Notebook:
    """Give what the reader keeps of the archive with a state."""
    assert kept.notebook
    return kept.notebook


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """Give a folder with one good article in it."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "good.txt").write_text(
        "“The harbour is open,” Ann Lee said on Tuesday.\n", "utf-8"
    )
    return folder


@pytest.fixture
def news(clippings: Path) -> Path:
    """Give the folder of an archive with that article."""
    from tests.shell import added  # noqa: PLC0415

    archive = clippings.parent / "news"
    added(archive, clippings)
    return archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the clippings of two stories, not yet in an archive."""
    from tests.two_stories import written_in  # noqa: PLC0415

    return written_in(tmp_path)


@pytest.fixture
async def stage(archive: Archive) -> AsyncIterator[Stage]:
    """Run the reader; a module with an archive of its own gets that one."""
    from tests.screens.stage import reader  # noqa: PLC0415

    async with reader(archive) as made:
        yield made
