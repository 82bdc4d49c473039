"""Time in a text: expressions, what they say, when an event was, when the text was published."""

from onrecord.reading.dates.dateline import dateline
from onrecord.reading.dates.dating import Dating
from onrecord.reading.dates.expressions import time_expressions

__all__ = ["Dating", "dateline", "time_expressions"]
