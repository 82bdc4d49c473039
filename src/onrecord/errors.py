"""Everything onrecord raises on purpose.

::

    OnrecordError            anything below
    ├── UsageError           what was asked for makes no sense as asked: exit status 2
    │   └── InputNotFound    nothing to read at the place that was named
    ├── WorkError            the work was asked for rightly and failed: exit status 1
    │   ├── SourceError      bytes that cannot be made a document
    │   │   ├── FetchError   a URL that could not be fetched
    │   │   └── LanguageError  a text in a language that is not read
    │   └── ModelError       the model files are missing, changed or unreadable

A message is one line: what is wrong, where, and what to do about it.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Any failure that onrecord expects.

    Args:
        what: what is wrong, in plain words.
        where: the file, URL, line or option it is about.
        remedy: what the user can do.
    """

    exit_status = 1

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return " ".join((f"{line}; {self.remedy}" if self.remedy else line).split())

    def __reduce__(self) -> tuple[object, ...]:
        # keyword-only arguments do not survive the default pickling, and errors cross process borders
        return _rebuild, (type(self), self.what, self.where, self.remedy)


class UsageError(OnrecordError):
    """What was asked for makes no sense as asked."""

    exit_status = 2


class InputNotFound(UsageError):
    """Nothing to read at the place that was named."""


class WorkError(OnrecordError):
    """The work was asked for rightly and failed."""


class SourceError(WorkError):
    """Bytes that cannot be made a document."""


class FetchError(SourceError):
    """A URL that could not be fetched."""


class LanguageError(SourceError):
    """A text in a language that is not read."""


class ModelError(WorkError):
    """The model files are missing, changed or unreadable."""


def _rebuild(kind: type[OnrecordError], what: str, where: str | None, remedy: str | None) -> OnrecordError:
    return kind(what, where=where, remedy=remedy)
