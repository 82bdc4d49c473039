"""A progress bar on standard error: only on a terminal, only for work over two seconds, gone when the work is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 2.0
"""Seconds before a bar is shown."""


class Bar:
    """Called with how much is done and how much there is; draws itself once the work has taken its time.

    ``label`` says what is being done and may change on the way; a bar that was closed comes back with the next call.
    """

    def __init__(self, label: str) -> None:
        self.label = label
        self._since = time.monotonic()
        self._shown: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` steps are behind us."""
        if self._shown is None:
            if not sys.stderr.isatty() or time.monotonic() - self._since < PATIENCE:
                return
            self._shown = _progress()
            self._shown.start()
            self._shown.add_task(self.label)
        self._shown.update(self._shown.task_ids[0], description=self.label, completed=done, total=total)

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._shown is not None:
            self._shown.stop()
            self._shown = None


@contextmanager
def bar(label: str) -> Iterator[Bar]:
    """A bar for the work inside the block."""
    made = Bar(label)
    try:
        yield made
    finally:
        made.close()


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
