"""Direct, mixed or indirect: whether a content's words stand inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.quotation import Quotation
from onrecord.records import Directness, Span

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def quoted_share(text: str, content: Sequence[Span], marks: Sequence[Quotation]) -> float:
    """The share of a content's words that stand inside quotation marks, 0 where it has no words."""
    words = [m.start() for start, end in content for m in _WORD.finditer(text, start, end)]
    inside = sum(1 for at in words if any(q.start <= at < q.end for q in marks))
    return inside / len(words) if words else 0.0


def directness(share: float) -> Directness:
    """The class of a share of quoted words, as PolNeAR's evaluation counts it: all, some or none of them."""
    if share >= 1:
        return "direct"
    return "mixed" if share > 0 else "indirect"
