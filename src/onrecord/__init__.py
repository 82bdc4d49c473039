"""onrecord reads news and keeps the record: who said what, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.errors import OnrecordError
    from onrecord.reading.reader import Reader
    from onrecord.records import Document, Reading, Speaker, Statement

__all__ = ["Document", "OnrecordError", "Reader", "Reading", "Speaker", "Statement", "__version__"]
__version__ = "0.1.0"

_HOMES = {
    "Document": "onrecord.records",
    "OnrecordError": "onrecord.errors",
    "Reader": "onrecord.reading.reader",
    "Reading": "onrecord.records",
    "Speaker": "onrecord.records",
    "Statement": "onrecord.records",
}


def __getattr__(name: str) -> Any:
    # numpy and the model are loaded by who uses them: importing the package alone stays light
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
