"""A paragraph as a row of tokens, each of a class that the grammar knows or of none.

Only the look of a token and of its neighbours counts here: whether "March" is the month, whether "2016" can be a year.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.dates.wording import Value, letters, words

NONE = " "
# The years that a text of today's news can speak of; other numbers of four digits are amounts.
FIRST_YEAR, LAST_YEAR = 1000, 2200

_TOKEN = re.compile(
    r"(?P<ISO>\b\d{4}-\d\d?-\d\d?(?!\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)"
    r"|(?P<NUMDATE>\b\d{1,2}([./-])\d{1,2}\3(?:\d{4}|\d{2})(?!\d|[./-]\d))"
    r"|(?P<DECADE>(?:\b\d{3}|(?<=['’])\d)0['’]?s\b)"
    r"|(?P<YEARS>\b[12]\d{3}[-–/]\d\d(?:\d\d)?(?![\d/–-]))"
    r"|(?P<CLOCK>\b\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d))"
    r"|(?P<ORD>\b\d+(?:st|nd|rd|th|ST|ND|RD|TH)\b)"
    r"|(?P<QNUM>\b[Qq][1-4]\b)"
    r"|(?P<AMPM>\b[AaPp]\.?[Mm]\b\.?)"
    r"|(?P<FRACTION>\b\d/\d(?![\d/]))"
    r"|(?P<DECIMAL>\d+(?:[.,]\d+)+)"
    r"|(?P<NUM>\d+)"
    r"|[^\W\d_]+(?:['’]clock\b)?|[^\w\s]"
)


class Row:
    """The tokens of one paragraph.

    Args:
        text: the document's text.
        start, end: where the paragraph stands in it.

    Attributes:
        words: lower case. start, end: offsets into the text. classes: a letter a token. value: of the class.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.words: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.value: list[Value] = []
        known, letter = words(), letters()
        classes: list[str] = []
        doubtful: list[int] = []
        for token in _TOKEN.finditer(text, start, end):
            word = token.group().lower()
            kind = token.lastgroup
            if kind:
                name, value = _SHAPED[kind](word)
                classes.append(letter[name] if name else NONE)
            elif found := known.get(word):
                name, value = found
                classes.append(letter[name])
                if name[-1] == "?":
                    doubtful.append(len(self.words))
            else:
                value = ""
                classes.append(NONE)
            self.words.append(word)
            self.start.append(token.start())
            self.end.append(token.end())
            self.value.append(value)
        self._letters = classes
        for k in doubtful:
            if not self._sure(k):
                classes[k] = NONE
        self.classes = "".join(classes)

    def is_a(self, k: int, *names: str) -> bool:
        """Whether a token is there and of one of some classes."""
        return 0 <= k < len(self._letters) and self._letters[k] in _set(*names)

    def written(self, k: int) -> str:
        """A token as it stands in the text; empty beyond the row's ends."""
        return self.text[self.start[k] : self.end[k]] if 0 <= k < len(self.words) else ""

    def joined(self, k: int) -> bool:
        """Whether no space stands between a token and the one after it."""
        return k + 1 < len(self.words) and self.end[k] == self.start[k + 1]

    def _sure(self, k: int) -> bool:
        """Whether its neighbours say that a doubtful word tells time."""
        word, known = self.written(k), words()[self.words[k]][0]
        if known == "SEASON?":
            return self._season(k)
        if word[0].islower():
            return False
        before, after = k - 1, k + 1
        if known == "WABBR?":
            after += self.is_a(after, "COMMA", "DOT")
            return self.is_a(after, "MONTH", "MABBR", "DAYNUM", "ORD", "NUMDATE")
        dotted = self.is_a(after, "DOT")
        after += dotted or self.is_a(after, "COMMA")
        counted = self.is_a(before, "DAYNUM", "ORD") or self.is_a(after, "DAYNUM", "ORD", "YEAR", "YEARS")
        if self.is_a(before, "OF") and self.is_a(before - 1, "DAYNUM", "ORD", "EDGENOUN"):
            return True
        # a headline in capitals, or "Mr. Jan", "Theresa May"
        shouted = (word.isupper() and len(word) > 3) or (word.isupper() and self.written(before).isupper())
        if counted or shouted:
            return counted
        led = self.is_a(before, *_LEADS) or (self.is_a(before, "AND", "TO", "DASH") and self.is_a(before - 1, *_MONTHS))
        led = led or (self.is_a(after, "AND", "TO", "DASH") and self.is_a(after + 1, *_MONTHS))
        if known == "MABBR?":
            return dotted and led
        if self.words[k] == "march" and self.is_a(before, "THE", "LAST", "NEXT", "THIS"):
            led = led and self.words[k + 1 : k + 2] not in (["on"], ["for"], ["against"])
        if self.words[k] in ("march", "may"):
            return led
        return led or (self.written(before).islower() and not self.written(after)[:1].isupper())

    def _season(self, k: int) -> bool:
        if self.is_a(k + 1, "OF"):
            return self.is_a(k + 2, "YEAR", "LAST", "THIS", "NEXT")
        if self.is_a(k + 1, "YEAR"):
            return True
        return self.is_a(
            k - 1, "THE", "LAST", "NEXT", "THIS", "EDGE", "IN", "EVERY", "THAT", "FOLLOWING", "PREVIOUS", "BY"
        )


_LEADS = (
    "IN",
    "BY",
    "FOR",
    "FROM",
    "BETWEEN",
    "SINCE",
    "LAST",
    "NEXT",
    "THIS",
    "EDGE",
    "EVERY",
    "BEFORE",
    "AFTER",
    "THE",
)
_MONTHS = ("MONTH", "MABBR")


def _number(word: str) -> tuple[str, Value]:
    value = int(word) if len(word) < 9 else 0
    if 1 <= value <= 31 and len(word) < 3:
        return "DAYNUM", value
    return ("YEAR" if len(word) == 4 and FIRST_YEAR <= value <= LAST_YEAR else "NUM"), value


_SHAPED = {
    "NUM": _number,
    "ORD": lambda word: ("ORD", int(word[:-2])) if len(word) < 6 else ("", ""),
    "QNUM": lambda word: ("QNUM", int(word[1])),
    "AMPM": lambda word: ("AMPM", 0 if word[0] == "a" else 12),
    "FRACTION": lambda word: ("FRACTION", word),
} | {name: (lambda word, name=name: (name, word)) for name in ("ISO", "NUMDATE", "DECADE", "YEARS", "CLOCK", "DECIMAL")}


@cache
def _set(*names: str) -> frozenset[str]:
    return frozenset(letters()[name] for name in names)
