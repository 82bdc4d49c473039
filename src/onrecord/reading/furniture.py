"""What a paragraph looks like: the features by which article text and page furniture are told apart.

Shape, punctuation and the share of function words are those of Kohlschütter, Fankhauser and Nejdl, *Boilerplate
Detection using Shallow Text Features* (WSDM 2010), as far as text without HTML has them; cue words stand in
``data/furniture.tsv``. Everything is counted in one pass, so the time is linear in the text's length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.tables import rows

Features = dict[str, float]

# a menu or a notice shows what it is in its first words and its last: longer paragraphs are looked at from both ends
_HEAD, _TAIL = 3000, 600
_SHORT = 12
_LENGTHS = ((1, "1"), (3, "2-3"), (6, "4-6"), (10, "7-10"), (16, "11-16"), (30, "17-30"), (60, "31-60"))

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*|©")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]]*$")
_SENTENCE_BREAK = re.compile(r"[.!?…][\"”’»)\]]*\s+\S")
_MENU_SIGN = re.compile(r"[|›»→·•▸►>/×#*_=]")
_SIGNS = (
    ("starts in lower case", re.compile(r"[a-zà-ÿ]")),
    ("starts with a bullet", re.compile(r"(?:[-–—*•·▪●○]|\d{1,2}[.)])\s")),
    ("starts with a quotation mark", re.compile(r"[\"“„«‘']")),
    (
        "speaker label",
        re.compile(r"[QA]:?\s{1,3}(?=\S)|(?:[A-Z][A-Z.'’-]*\s){0,5}[A-Z][A-Z.'’-]+(?:\s\([^)]{1,60}\))?:(?:\s|$)"),
    ),
    ("name and colon", re.compile(r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,4}:(?:\s|$)")),
    ("dateline", re.compile(r"[A-Z][A-Z.'’ -]{2,30}[,.]?[^.!?\n]{0,45}?\s*(?:[—–]|--?\s)")),
    ("byline", re.compile(r"(?:By|BY)\s+[A-Z]")),
)
_LINK = re.compile(r"https?://|www\.|\w@\w|!?\[[^\]\n]{0,200}\]\(")
_PHONE = re.compile(r"\+?\(?\d[\d() -]{7,}\d")
_QUOTES = re.compile(r"[\"“”„«»]")
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|[“„«][^”»“]*(?:[”»“]|$)")
_READER = frozenset(("you", "your", "yours", "yourself"))
_HOUSE = frozenset(("we", "our", "us", "ours"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of ``data/furniture.tsv``.

    ``cues`` maps a phrase's first word to the phrases that start with it, longest first, each with its group;
    ``openers`` the same for those that start a piece of furniture so surely that a line is cut there.
    """

    cues: dict[str, list[tuple[tuple[str, ...], str]]]
    openers: dict[str, list[tuple[str, ...]]]
    function: frozenset[str]
    calendar: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The words of furniture and of prose, read once."""
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    openers: dict[str, list[tuple[str, ...]]] = {}
    plain: dict[str, set[str]] = {"function": set(), "calendar": set()}
    for group, phrase, *cut in rows("furniture.tsv"):
        if group in plain:
            plain[group].add(phrase)
            continue
        words = tuple(phrase.split())
        cues.setdefault(words[0], []).append((words, group))
        if cut:
            openers.setdefault(words[0], []).append(words)
    for found in cues.values():
        found.sort(key=lambda cue: -len(cue[0]))
    return Lexicon(cues, openers, frozenset(plain["function"]), frozenset(plain["calendar"]))


def words_of(text: str) -> list[str]:
    """The words of a text as they stand; the sign © counts as one."""
    return _WORD.findall(text)


def opens_furniture(text: str) -> bool:
    """Whether a text begins with words that surely open a piece of furniture ("All rights reserved", "READ MORE")."""
    return _opens([w.lower() for w in words_of(text[:80])[:4]])


def _opens(words: Sequence[str]) -> bool:
    return bool(words) and any(tuple(words[: len(p)]) == p for p in lexicon().openers.get(words[0], ()))


def features(paragraphs: Sequence[str], tails: Collection[int] = ()) -> list[Features]:
    """Each paragraph's own features and those of its place in the text, by name; only those that are not 0.

    Args:
        paragraphs: the text's paragraphs in order, trimmed.
        tails: which of them, by number, were cut off the end of the line that the one before stands on.

    Returns:
        As many mappings from a feature's name to its value, mostly between 0 and 1.
    """
    cut = [p if len(p) <= _HEAD + _TAIL else p[:_HEAD] + " " + p[-_TAIL:] for p in paragraphs]
    words = [words_of(p) for p in cut]
    lower = [[w.lower() for w in ws] for ws in words]
    rows = [_shape(p, ws, ls) for p, ws, ls in zip(cut, words, lower, strict=True)]
    for i, (row, ls) in enumerate(zip(rows, lower, strict=True)):
        _cues(row, ls)
        if i in tails:
            row["cut off, opens furniture" if opens_furniture(cut[i]) else "cut off"] = 1.0
    _echoes(rows, lower)
    _places(rows, words)
    return rows


def _shape(text: str, words: list[str], lower: list[str]) -> Features:
    """Length, punctuation, letters, and the signs that stand at a paragraph's start."""
    row: Features = {"any": 1.0}
    n = len(words)
    row["words " + next((name for limit, name in _LENGTHS if n <= limit), "61-")] = 1.0
    if _SENTENCE_END.search(text, max(0, len(text) - 8)):
        row["ends a sentence"] = 1.0
        if n > 4:
            row["ends a sentence of five words"] = 1.0
    elif text.endswith((":", ",", ";")):
        row["ends with " + {":": "a colon", ",": "a comma", ";": "a comma"}[text[-1]]] = 1.0
    if _SENTENCE_BREAK.search(text):
        row["several sentences"] = 1.0
    for name, pattern in _SIGNS:
        if pattern.match(text):
            row[name] = 1.0
    if text.startswith(("(", "[")) and text.rstrip(".").endswith((")", "]")):
        row["in brackets"] = 1.0
    if _QUOTES.search(text):
        row["quotation marks"] = 1.0
    digits = sum(map(str.isdigit, text))
    if any(sign in text for sign in ("@", "](", "http", "www.")) and _LINK.search(text):
        row["link"] = 1.0
    if digits > 8 and _PHONE.search(text):
        row["telephone"] = 1.0
    if signs := len(_MENU_SIGN.findall(text)):
        row["menu signs"] = min(1.0, signs / (n + 1))
    if not n:
        row["no words"] = 1.0
        return row
    lexical = lexicon()
    function = sum(map(lexical.function.__contains__, lower))
    capital = sum(w[0].isupper() for w in words)
    if function:
        row["function words"] = function / n
    elif n > 2:
        row["no function words"] = 1.0
    if capital:
        row["capitals"] = capital / n
    if n > 2 and capital >= n - function:
        row["all words capitalised"] = 1.0
    if text.isupper() and len(text) > 2:
        row["all capitals"] = 1.0
    if digits:
        row["digits"] = min(1.0, digits / sum(map(len, words)))
    if not _READER.isdisjoint(lower) or not _HOUSE.isdisjoint(lower):
        row |= _addressed(text)
    calendar = sum(w in lexical.calendar or w[0].isdigit() for w in lower)
    if calendar * 2 >= n:
        row["mostly a date"] = 1.0
    if any(w[0] > "\u036f" and w[0].isalpha() for w in words[:50]):
        row["other scripts"] = 1.0
    return row


def _addressed(text: str) -> Features:
    """How much of a paragraph speaks to its reader, or for its house, outside quotation marks: reports do neither."""
    plain = [w.lower() for w in words_of(_QUOTED.sub(" ", text))]
    shares = {
        "speaks to the reader": sum(w in _READER for w in plain),
        "speaks for the house": sum(w in _HOUSE for w in plain),
    }
    return {name: min(1.0, 5 * count / len(plain)) for name, count in shares.items() if count}


def _cues(row: Features, lower: list[str]) -> None:
    """For each group of cue words: the share of the words that they cover; which group opens and which closes."""
    cues = lexicon().cues
    n = len(lower)
    if _opens(lower[:4]):
        # such a line is a notice; a longer paragraph may only begin with one
        row["opens furniture" + (" (short)" if n <= _SHORT else "")] = 1.0
    covered: Counter[str] = Counter()
    i = 0
    while i < n:
        step = 1
        for phrase, group in cues.get(lower[i], ()):
            k = len(phrase)
            if k == 1 or tuple(lower[i : i + k]) == phrase:
                covered[group] += k
                # "Today" opens many a paragraph, but few lines of three words
                if i == 0:
                    row["opens: " + group + ("" if n <= _SHORT else " (long)")] = 1.0
                if i + k >= n - 1 and n > 3:
                    row["closes: " + group + ("" if n <= _SHORT else " (long)")] = 1.0
                step = k
                break
        i += step
    for group, count in covered.items():
        row["cues: " + group] = count / n
    if total := sum(covered.values()):
        row["cues"] = total / n
        if total * 2 > n:
            row["mostly cues"] = 1.0


def _echoes(rows: list[Features], lower: list[list[str]]) -> None:
    """Paragraphs that stand in the text more than once, and those that say the first line again or a part of it."""
    keys = [" ".join(ws) for ws in lower]
    left, seen = Counter(keys), set()
    first = keys[0] if keys else ""
    for i, (row, key, ws) in enumerate(zip(rows, keys, lower, strict=True)):
        left[key] -= 1
        if not key:
            continue
        size = " (short)" if len(ws) < 4 else ""
        if key in seen:
            row["stands above too" + size] = 1.0
        if left[key]:
            row["stands below too" + size] = 1.0
        seen.add(key)
        if i and len(ws) > 3 and (first.startswith(key) or (len(first) > 20 and key.startswith(first))):
            row["first line again"] = rows[0]["is said again"] = 1.0


def _places(rows: list[Features], words: list[list[str]]) -> None:
    """Where in the text a paragraph stands, counted in paragraphs and in prose (long paragraphs of whole sentences)."""
    n = len(rows)
    prose = [
        len(ws) if len(ws) >= 15 and "ends a sentence" in row and row.get("function words", 0.0) >= 0.2 else 0
        for row, ws in zip(rows, words, strict=True)
    ]
    total, before = sum(prose), 0
    for i, (row, here) in enumerate(zip(rows, prose, strict=True)):
        if here:
            row["prose"] = 1.0
        if i < 5:
            row["place 1" if i == 0 else "place 2-5"] = 1.0
        if n - i <= 5:
            row["last place" if n - i == 1 else "last 5 places"] = 1.0
        after = total - before - here
        if not total:
            row["no prose anywhere"] = 1.0
        elif not here:
            if not before:
                row["before all prose"] = 1.0
            elif not after:
                row["after all prose"] = 1.0
            else:
                row["between prose"] = 1.0
        elif before == 0 or after == 0:
            row["first prose" if before == 0 else "last prose"] = 1.0
        before += here
