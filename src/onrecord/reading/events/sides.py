"""Whom "the sides", "both countries" and "the two ministers" mean: the two states that the text has lately been about.

Coreference leaves such groups open where no two people or bodies stand together before them. In news of diplomacy and
conflict they are the parties to whatever is told of, so the states named most in what stands before tell them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Container, Iterator, Sequence

from onrecord.records import Span

_FADES = 0.95  # what a mention counts for each mention that stands between
_LOOKS_BACK = 60  # mentions
_PARTIES = """sides parties countries states nations neighbours neighbors leaders ministers presidents premiers
diplomats counterparts delegations negotiators capitals governments peoples armies foes rivals adversaries"""
_KINDS = """two conflicting warring opposing neighbouring neighboring rival foreign defense defence prime
negotiating feuding"""
_GROUP = re.compile(
    rf"\b(?:the|both|two|these)((?: (?:{'|'.join(_KINDS.split())}))*) ({'|'.join(_PARTIES.split())})\b"
    r"(?! (?:of|in|from|with|who|that|to the)\b)|\ball (?:the )?(?:sides|parties|countries)\b",
    re.IGNORECASE,
)


class Sides:
    """The states of a document, for the groups that stand for two of them.

    Args:
        told: where each mention of a state, its people or bodies stands, and its code, in order.
    """

    def __init__(self, told: Sequence[tuple[int, str]]) -> None:
        self._at = [at for at, _ in told]
        self._codes = [code for _, code in told]

    def meant(self, at: int, without: Container[str | None]) -> tuple[str, ...]:
        """Codes of the two states that are meant at an offset, none of them ``without``; empty if there are not two."""
        last = bisect_left(self._at, at)
        weight: dict[str, float] = {}
        for far, code in enumerate(reversed(self._codes[max(0, last - _LOOKS_BACK) : last])):
            if code not in without:
                weight[code] = weight.get(code, 0.0) + _FADES**far
        if len(weight) < 2:
            return ()
        first, second = sorted(weight, key=weight.__getitem__, reverse=True)[:2]
        return first, second


def groups(text: str, told: Collection[Span]) -> Iterator[Span]:
    """Where groups that stand for the parties are.

    Args:
        told: spans of phrases of which is known whom they name; none of the groups overlaps one.
    """
    starts = sorted(told)
    for match in _GROUP.finditer(text):
        start, end = match.span()
        i = bisect_left(starts, (end, 0))
        if not (i and starts[i - 1][1] > start):
            yield start, end
