"""When an event was or a statement was made: the time expression that belongs to it, or the day of publication."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from onrecord.reading.dates import periods
from onrecord.reading.dates.wording import neighbours
from onrecord.records import DateRange, Spans, TimeExpression
from onrecord.tables import rows

_RANGE = re.compile(r"\s*(?:to|through|until|till|and|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_NOUN = re.compile(r"(?:['’]s)?\s+((?:[^\W\d_]+[ -]){0,2}?[^\W\d_]+)")
_QUOTES = re.compile(r"[\"“”«»]")
_UNDATED = frozenset({"duration", "set", "vague", "decade", "century"})
# how far back, in characters, is the time that a sentence goes on from
_FAR = 1500
# how many days before publication the day is of which news tells
_NEWS = 4
# how far from its event a time is looked for in a sentence without end, in characters
_NEAR = 600


class Dating:
    """Dates what stands in one document.

    Args:
        text: the document's text.
        sentence_ends: offsets at which sentences end, in order; one inside a time expression ("on Aug. 2") is none.
        expressions: the document's time expressions, in order.
        published: the day of publication, ``YYYY-MM-DD``, if known; a month or a year is taken.
    """

    def __init__(
        self, text: str, sentence_ends: Iterable[int], expressions: Sequence[TimeExpression], published: str | None
    ) -> None:
        self._text, self._published = text, periods.in_bounds(published)
        self._all = list(expressions)
        starts = [x.span[0] for x in self._all]
        self._ends = [
            end for end in sentence_ends if (k := bisect_left(starts, end) - 1) < 0 or self._all[k].span[1] <= end
        ]
        self._dated = [(x.span[0], k) for k, x in enumerate(self._all) if x.start and x.grain not in _UNDATED]

    def of(self, spans: Spans, *, planned: bool = False) -> DateRange | None:
        """The date of the event or statement whose trigger or cue stands at some spans.

        Args:
            spans: the trigger's or cue's characters.
            planned: it is still to come as the text has it; without a time of its own it has no date.

        Returns:
            The days that the text tells (``basis`` "text"), else the day of publication ("published"), else None.
        """
        if not spans:
            return None
        at, end = spans[0][0], spans[-1][1]
        own = self._own(at, end, planned)
        if own is not None:
            return own
        if planned:
            return None
        before = self._carried(at)
        if before is not None:
            return before
        return self._publication()

    def _publication(self) -> DateRange | None:
        """The day of publication; the month or the year if no more of it is known."""
        known = self._published
        if known is None:
            return None
        if len(known) == 10:
            return DateRange(known, known, "day", "published")
        year, month = int(known[:4]), int(known[5:7] or 0)
        whole = periods.month(year, month) if month else periods.year(year)
        return DateRange(whole.start.isoformat(), whole.end.isoformat(), periods.GRAINS[whole.unit], "published")

    def _own(self, at: int, end: int, planned: bool) -> DateRange | None:
        """The expression of the same sentence that fits best."""
        first, last = self._sentence(at)
        best: tuple[int, int] | None = None
        for k in self._between(max(first, at - _NEAR), min(last, end + _NEAR)):
            # what has happened has no date to come, what is to come no date that is over
            if self._is_over(k) if planned else self._is_ahead(k):
                continue
            cost = self._cost(k, at, end, max(first, at - 2 * _NEAR))
            if cost is None:
                continue
            if best is None or cost < best[0]:
                best = cost, k
        return None if best is None else self._range(best[1], planned)

    def _carried(self, at: int) -> DateRange | None:
        """The time of a sentence before it, if this one goes on telling in the plain past.

        In its own paragraph that is any time, from other paragraphs a day shortly before publication: the news day.
        """
        first, last = self._sentence(at)
        if not self._plain_past(first, at, last):
            return None
        paragraph = self._text.rfind("\n", max(0, at - _FAR), at) + 1
        k = bisect_left(self._dated, (first, 0)) - 1
        while k >= 0:
            start, number = self._dated[k]
            head = max(self._sentence(start)[0], start - _NEAR)
            if self._leads(number, head) and (start >= paragraph or self._is_news(number)):
                return self._range(number, False)
            k -= 1
            if first - start > _FAR:
                return None
        return None

    def _cost(self, k: int, at: int, end: int, sentence: int) -> int | None:
        """How far an expression is from a trigger, in words, more across a clause; None if it is another's."""
        text, (start, stop) = self._text, self._all[k].span
        if start < end and at < stop:
            return 0
        noun = self._noun(k)
        if noun is not None:
            # "their September 27 meeting", "Sunday's vote": of that noun alone
            return 1 if at <= noun[1] and noun[0] < end else None
        if self._before(start) in neighbours("bound"):
            return None
        if self._quoted(start) and not self._quoted(at):
            return None
        if stop <= at:
            words = _words(text[stop:at])
            if neighbours("relative") & set(self._clause(sentence, start)) and "," in words:
                return None
            if neighbours("present") & set(words) and self._is_over(k):
                return None
            return len(words) + 2 * words.count(",") + (4 if neighbours("relative") & set(words) else 0)
        words = _words(text[end:start])
        if neighbours("closed") & set(words) or neighbours("relative") & set(words):
            return None
        leads = ["", *words]
        verbs = sum(
            is_past(w) and not is_past(lead) and lead not in neighbours("joining")
            for lead, w in zip(leads, words, strict=False)
        )
        # the verb of a nominal event may stand between: "the talks were held on Monday"
        if verbs > (not any(map(is_past, _words(text[at:end])))):
            return None
        return len(words)

    def _leads(self, k: int, sentence: int) -> bool:
        """Whether an expression dates the sentence it is in as a whole, so that the next can go on from it."""
        start = self._all[k].span[0]
        return (
            self._noun(k) is None
            and self._before(start) not in neighbours("bound")
            and not self._quoted(start)
            and not self._is_ahead(k)
            and not (neighbours("relative") | neighbours("closed")) & set(self._clause(sentence, start))
        )

    def _noun(self, k: int) -> tuple[int, int] | None:
        """The noun phrase that an expression is a part of: "the August 2008 war", "Sunday's vote"."""
        text, (start, stop) = self._text, self._all[k].span
        behind = _NOUN.match(text, stop)
        if behind is None:
            return None
        owned = text[stop : stop + 2] in ("'s", "’s")
        first = behind[1].split()[0].lower()
        inside = _words(text[start:stop])[:1]
        led = self._before(start) in neighbours("determiner") or (
            inside and inside[0] in neighbours("determiner") and inside[0] not in ("this", "that")
        )
        led = (
            led or self._before(start).endswith(("ese", "ish", "ian")) or self._before(start) in neighbours("adjective")
        )
        if not owned and not (led and first not in neighbours("function") and not is_past(first)):
            return None
        return behind.start(1), behind.end(1) + 30 if owned else behind.end(1)

    def _range(self, k: int, planned: bool) -> DateRange:
        """An expression's days, with those of the one that it is the other end of."""
        one = self._all[k]
        start, end = one.start, one.end
        assert start is not None
        assert end is not None
        for other in (k - 1, k + 1):
            if 0 <= other < len(self._all) and self._linked(min(k, other)):
                start, end = min(start, self._all[other].start or start), max(end, self._all[other].end or end)
        now = self._published if len(self._published or "") == 10 else None
        if now and start <= now <= end:
            # "this month" of what has happened is not after publication, of what will happen not before it
            start, end = (max(start, now), end) if planned else (start, min(end, now))
        return DateRange(start, end, "day" if one.grain in ("part of day", "minute", "hour") else one.grain, "text")

    def _linked(self, k: int) -> bool:
        """Whether an expression and the next are the two ends of one stretch of time."""
        one, other = self._all[k], self._all[k + 1]
        gap = self._text[one.span[1] : other.span[0]]
        if not one.start or not other.start or other.start < one.start or not _RANGE.fullmatch(gap):
            return False
        return (
            "and" not in gap.lower()
            or self._before(one.span[0]) == "between"
            or self._text[one.span[0] : one.span[1]].lower().startswith("between")
        )

    def _sentence(self, at: int) -> tuple[int, int]:
        number = bisect_right(self._ends, at)
        return (self._ends[number - 1] if number else 0), (
            self._ends[number] if number < len(self._ends) else len(self._text)
        )

    def _between(self, first: int, last: int) -> list[int]:
        low, high = bisect_left(self._dated, (first, 0)), bisect_left(self._dated, (last, 0))
        return [k for _, k in self._dated[low:high]]

    def _before(self, at: int) -> str:
        """The word before an offset."""
        words = _words(self._text[max(0, at - 24) : at])
        return words[-1] if words else ""

    def _clause(self, first: int, at: int) -> list[str]:
        """The words from the last comma or dash before an offset on."""
        words = _words(self._text[first:at])
        cut = max((i for i, w in enumerate(words) if w in ",;:–—"), default=-1)
        return words[cut + 1 :]

    def _quoted(self, at: int) -> bool:
        """Whether an offset stands inside quotation marks of its paragraph."""
        first = self._text.rfind("\n", max(0, at - _FAR), at) + 1
        return len(_QUOTES.findall(self._text, max(first, at - _FAR), at)) % 2 == 1

    def _is_news(self, k: int) -> bool:
        one = self._all[k]
        if one.grain not in ("day", "part of day", "minute") or len(self._published or "") < 10 or not one.start:
            return False
        assert self._published is not None
        return 0 <= (date.fromisoformat(self._published) - date.fromisoformat(one.start)).days <= _NEWS

    def _is_over(self, k: int) -> bool:
        end = self._all[k].end
        return bool(self._published and end and end[: len(self._published)] < self._published)

    def _is_ahead(self, k: int) -> bool:
        start = self._all[k].start
        return bool(self._published and start and start[: len(self._published)] > self._published)

    def _plain_past(self, first: int, at: int, last: int) -> bool:
        """Whether a trigger is told in the plain past: neither "has refused" nor "calls for"."""
        if self._quoted(at):
            return False
        before = _words(self._text[max(first, at - _NEAR) : at])[-3:]
        if {"has", "have", "will", "would", "is", "are", "to"} & set(before):
            return False
        here = _words(self._text[at : min(last, at + _NEAR)])[:1]
        return bool(here) and (is_past(here[0]) or bool({"was", "were", "had", "did"} & set(before)))


def is_past(word: str) -> bool:
    """Whether a word, in small letters, is a verb's past form as far as its look tells."""
    return (len(word) > 3 and word.endswith("ed")) or word in _past()


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


@cache
def _past() -> frozenset[str]:
    return frozenset(word for word, tense in rows("time-tense.tsv") if tense == "past")
