"""When a document was published, as people and programs write it."""

from __future__ import annotations

import re
from datetime import date, datetime

REMEDY = "write it as YYYY-MM-DD, for instance 2024-05-31"
_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?")


def iso_date(value: str) -> str:
    """An ISO 8601 date or time (``2024-05-31``, ``2024-05-31T09:15:00Z``) as ``YYYY-MM-DD``.

    The day is the one written: a time zone moves nothing, since a dateline is local. Where only the month or the
    year is known (``2024-05``, ``2024``) it stays so.

    Raises:
        ValueError: the value is no such date.
    """
    value = value.strip()
    if coarse := _MONTH_OR_YEAR.fullmatch(value):
        date(int(coarse[1]), int(coarse[2] or 1), 1)
        return value
    return datetime.fromisoformat(value).date().isoformat()


def day(value: str | None) -> str | None:
    """The date if it is a whole day; a reading's contract knows no other."""
    return value if value and len(value) == len("YYYY-MM-DD") else None
