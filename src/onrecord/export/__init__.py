"""From readings to what people look at and hand on: tables, rows, JSON lines, a marked page."""

from onrecord.export.jsonl import write_jsonl
from onrecord.export.page import marked_page
from onrecord.export.rows import write_csv
from onrecord.export.table import write_table

__all__ = ["marked_page", "write_csv", "write_jsonl", "write_table"]
