"""The roles that the attribution head gives to a wordpiece."""

from __future__ import annotations

from enum import IntEnum


class Role(IntEnum):
    """What a piece is in an attribution; the *anchor* is a cue's first piece, which the others point to."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3
    ANCHOR = 4
