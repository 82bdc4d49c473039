"""Sources: bytes, paths and URLs to documents."""

from onrecord.sources.files import documents
from onrecord.sources.json_lines import jsonl
from onrecord.sources.language import require_english
from onrecord.sources.limits import Limits

__all__ = ["Limits", "documents", "jsonl", "require_english"]
