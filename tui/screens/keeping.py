"""Keep what is the reader's own: written beside the keys, one thing after the other."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from index.errors import ArchiveError
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from index.state import Notebook

Kept = TypeVar("Kept")

_NOBODYS = "Nobody’s marks are open here, so nothing can be kept."


class Keeping(Desk):
    """Writes to the notebook in a thread of its own: a disk may take its time."""

    _jobs: deque[tuple[Callable[[], Any], Callable[[Any], None] | None]]
    _is_keeping = False

    def own(self) -> Notebook | None:
        """Give the reader's notebook; where none is open, say so."""
        if self.archive.notebook is None:
            self.status.tell(_NOBODYS)
        return self.archive.notebook

    def keep(
        self, job: Callable[[], Kept], then: Callable[[Kept], None] | None = None
    ) -> None:
        """Do something that writes, after all that was asked before it."""
        self._queue.append((job, then))
        self._keep_on()

    @property
    def _queue(self) -> deque[tuple[Callable[[], Any], Callable[[Any], None] | None]]:
        if not hasattr(self, "_jobs"):
            self._jobs = deque()
        return self._jobs

    def _keep_on(self) -> None:
        """Begin to work off the jobs, unless that is being done."""
        if self._queue and not self._is_keeping:
            self._is_keeping = True
            self.run_worker(
                self._work_off, thread=True, group="keeping", exit_on_error=False
            )

    def _work_off(self) -> None:
        """Do one job after the other; in a thread of its own."""
        try:
            while self._queue:
                job, then = self._queue.popleft()
                try:
                    done = job()
                except ArchiveError as error:
                    self.app.call_from_thread(self.status.tell, str(error))
                    continue
                if then:
                    self.app.call_from_thread(then, done)
        finally:
            self._is_keeping = False
        # Something may have been asked for since the queue was found empty.
        self.app.call_from_thread(self._keep_on)

    def finish_keeping(self) -> None:
        """Do what is left, once no key can come any more."""
        while self._queue:
            job, _ = self._queue.popleft()
            # There is no line left on which to say what went wrong.
            with suppress(ArchiveError):
                job()
