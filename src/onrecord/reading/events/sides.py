"""Whom "the sides", "both countries" and "the two ministers" mean: the two states that the text has lately been about.

Coreference leaves such groups open where no two people or bodies stand together before them. In news of diplomacy and
conflict they are the parties to whatever is told of, so the states named most tell them, lately more than elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import pairwise

from onrecord.records import Span

_FADES = 0.95  # what a mention counts for each mention that stands between
_PAIRED = 1.0  # what it counts more beside one other
_AND = re.compile(r"[^.;:\n]{0,50}\b(?:and|with)\b[^.;:\n]{0,50}")
_COMMA = re.compile(r"[^.;:\n]{0,50}(?:,|\band\b)[^.;:\n]{0,50}")
# "the Nagorno-Karabakh conflict", "the Moscow statement": what it is about, or where
_TOPIC = re.compile(
    r" (?:peace )?(?:conflict|settlement|dispute|issue|war|crisis|process|problem|question|region|statement|summit"
    r"|agreement|accords?|declaration|talks|negotiations|meeting|treaty)\b",
    re.IGNORECASE,
)
_AT_LEAST = 0.3  # what one counts however far away, before or after
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
        text: the document's.
        told: where each mention of a state, its people or bodies stands, and its code, in order.
    """

    def __init__(self, text: str, told: Sequence[tuple[Span, str]]) -> None:
        kept = [(span, code) for span, code in told if not _TOPIC.match(text, span[1])]
        self._at = [start for (start, _), _ in kept]
        self._codes = [code for _, code in kept]
        self._worth = [1.0] * len(kept)
        for k in _paired(text, kept):
            self._worth[k] += _PAIRED
            self._worth[k + 1] += _PAIRED

    def meant(self, at: int, without: Container[str | None]) -> tuple[str, ...]:
        """Codes of the two states that are meant at an offset, none of them ``without``; empty if there are not two."""
        last = bisect_left(self._at, at)
        weight: dict[str, float] = {}
        for far, k in enumerate(reversed(range(last))):
            if self._codes[k] not in without:
                worth = self._worth[k] * max(_FADES**far, _AT_LEAST)
                weight[self._codes[k]] = weight.get(self._codes[k], 0.0) + worth
        if len(weight) < 2:
            return ()
        for code in self._codes[last:]:
            if code in weight:
                weight[code] += _AT_LEAST
        first, second = sorted(weight, key=weight.__getitem__, reverse=True)[:2]
        return first, second


def _paired(text: str, told: Sequence[tuple[Span, str]]) -> Iterator[int]:
    """Which mentions stand with the next one as two and no more: "Armenia and Azerbaijan"."""
    gaps = [text[one[1] : other[0]] for (one, _), (other, _) in pairwise(told)]
    for k, gap in enumerate(gaps):
        others = (gaps[k - 1] if k else ".", gaps[k + 1] if k + 1 < len(gaps) else ".")
        if told[k][1] != told[k + 1][1] and _AND.fullmatch(gap) and not any(map(_COMMA.fullmatch, others)):
            yield k


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
