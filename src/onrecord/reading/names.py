"""Who is named in a text: words to classes, classes to names of persons and organisations.

A text becomes a string with one letter a word (:mod:`onrecord.reading.lexicon`), in which a few regular expressions
find organisations, names and the offices beside them. Every repeat in them is bounded, so time is linear in the text.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.lexicon import Gender, Lexicon, lexicon
from onrecord.records import Kind, Spans

_UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
# "'s" and the rests of verbs ("we've", "he'd") are words of their own
_CLITIC = r"(?:s|ve|re|ll|d|m)\b"
_REST = rf"\w*(?:[-‐‑’'](?!{_CLITIC})\w+)*"
_TITLES = (
    "Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Sgt|Brig|Cmdr|Sens?|Reps?|Govs?|Rev|Hon|Amb|Fr|Messrs"
    "|MRS?|MS|DR|GEN|SEN|REP|GOV"
)
_TOKEN = re.compile(
    rf"[a-z]{_REST}|\n|['’]{_CLITIC}"
    rf"|(?=[{_UPPER}])(?:(?:[{_UPPER}]\.){{2,}}|(?:{_TITLES})\.|St\. ?\w+|[{_UPPER}]\.(?=\s))"
    rf"|\w{_REST}|[^\w\s\u200b-\u200f\u2060\ufeff]"
)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")

# "Azerbaijani Foreign Ministry", "Ministry of Labour and Social Affairs", "Trump campaign", "State Department's Bureau"
_COMPLEMENT = r"(?:cd?(?:[DMTSAOGN&]{0,6}T|M[MT]?N{1,2}(?!N)|[DSAGOMT]{1,4}|N{1,3})(?:iT)?)"
_ORGANISATION = re.compile(
    rf"(?:[NSDAMTG]P?){{0,6}}O{_COMPLEMENT}{{0,3}}(?:P[NSDAMT]{{0,4}}O{_COMPLEMENT}{{0,3}})?"
    rf"|(?:[NSDAG]P?){{1,4}}(?:r?P)?[mntT]{{0,2}}o{{1,2}}|[NSDAMTG]{{0,2}}G|A(?![Nv])"
)
_NAME = re.compile(r"H{1,2}[SDTMRAN](?:v{0,2}N){0,4}(?![NROgv])|H{0,2}N(?:v{0,2}N){0,4}")
# the office right before a name: "Minister of Foreign Affairs of Armenia", with its comma
_OFFICE_BEFORE = re.compile(r"[Rr](?:[cd&]*[DSAGMTgtom])*,?$")
_BEFORE_OFFICE = re.compile(r"[DSAGMTgtomRrP]*$")
# the office after a name: ", the official spokesperson of the Russian Ministry of Foreign Affairs"
_OFFICE_AFTER = re.compile(
    r"(?:\([^)]{1,6}\))?,((?:d?[mnM]{0,3})?[DSAGMTgtomP&]{0,8}(?:c[dDSAGMTgtom&]{1,6})?[Rr]+(?:[cd&]*[DSAGMTgtom])*)(?!,?[NHRr]|P)"
)
_LED = re.compile(r"-[a-z]*(?:ed|led|run|held|born|old|wide|long|style|ing)$")
_REACH = 14  # words that an office may take beside a name
_VERB = re.compile(r"\w+(?:ed|[^s]s)$")


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: where each starts and ends, and its class, one letter each."""

    text: str
    start: list[int]
    end: list[int]
    kinds: str

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that a span of the text touches."""
        return bisect_right(self.end, start), bisect_left(self.start, end)

    def wording(self, first: int, last: int) -> str:
        """The text of words ``first`` up to ``last``, on one line."""
        if first >= last:
            return ""
        return " ".join(_INVISIBLE.sub("", self.text[self.start[first] : self.end[last - 1]]).split())

    def lower(self, word: int) -> str:
        """One word in lower case."""
        return self.text[self.start[word] : self.end[word]].lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; ``first`` to ``last`` are its words, ``heads`` what its office agrees with."""

    first: int
    last: int
    name: str
    kind: Kind
    heads: frozenset[str] = frozenset()
    role: str | None = None
    country: str | None = None
    gender: Gender = None

    @property
    def surname(self) -> str:
        """The last word of the name, case folded."""
        return self.name.rsplit(None, 1)[-1].casefold()


def words_of(text: str, readable: Spans) -> Words:
    """The words inside some spans of a text, each with its class; a line break stands between two spans."""
    table = lexicon()
    kinds_of, phrases = table.kinds, table.phrases
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    seen: dict[str, str] = {}
    for low, high in readable:
        skip = low
        for match in _TOKEN.finditer(text, low, high):
            start, end = match.span()
            if start < skip:
                continue
            word = match.group()
            if word in phrases:
                for phrase in phrases[word]:
                    if (
                        text.startswith(phrase, start)
                        and not text[start + len(phrase) : start + len(phrase) + 1].isalnum()
                    ):
                        word, end = phrase, start + len(phrase)
                        skip = end
                        break
            kind = seen.get(word)
            if kind is None:
                kind = seen[word] = kinds_of.get(word) or _class_of(word)
            starts.append(start)
            ends.append(end)
            kinds.append(kind)
        starts.append(high)
        ends.append(high)
        kinds.append("L")
    return Words(text, starts, ends, "".join(kinds))


def _class_of(word: str) -> str:
    if word[0].isalpha():
        if word[0].isupper():
            if "." in word:
                return "N"  # "E.", "G.K."; "U.S." and "U.N." are in the tables
            if "-" in word and (
                _LED.search(word) or any(lexicon().kinds.get(part, "") in tuple("SD") for part in word.split("-"))
            ):
                return "M"  # "U.S.-led", "African-American"
            # "EU", "Mi-24" and "COVID-19" are no persons; "PENCE:" is told by its place
            return "A" if 1 < len(word) < 6 and word.isupper() else "N"
        # "al-Sharaa" is a name, "anti-Russian" is not
        return "N" if word[:3] in ("al-", "el-", "ad-", "as-", "ar-") and word[3:4].isupper() else "n"
    return "P" if word in ("'s", "’s") else "." if word in (".", "!", "?", "…", ";") else "x"


def organisations(words: Words, first: int = 0, last: int = sys.maxsize) -> Iterator[Name]:
    """The organisations named in words ``first`` to ``last``, in order."""
    for match in _ORGANISATION.finditer(words.kinds, first, min(last, len(words.kinds))):
        low, high = match.span()
        wording = words.wording(low, high)
        kind: Kind = "group" if lexicon().means.get(wording) == "group" else "organisation"
        yield Name(low, high, wording, kind, heads=_org_heads(words, low, high), country=country(words, low, high))


def _org_heads(words: Words, low: int, high: int) -> frozenset[str]:
    return frozenset(words.lower(i) for i in range(low, high) if words.kinds[i] in "Oo")


def persons(words: Words, first: int = 0, last: int = sys.maxsize) -> Iterator[Name]:
    """The names in words ``first`` to ``last`` that are of no organisation or state, with their offices, in order."""
    last = min(last, len(words.kinds))
    kinds = _without_organisations(words.kinds, first, last)
    table = lexicon()
    for match in _NAME.finditer(kinds):
        low, high = match.span()
        before = kinds[max(0, low - _REACH) : low]
        office: tuple[int, int] | None = None
        gender = table.gender.get(words.lower(first + low).rstrip(".")) if kinds[low] == "H" else None
        found = _OFFICE_BEFORE.search(before)
        if found and not (found.group().endswith(",") and high - low < 2):
            head = low - len(before) + found.start()
            lead = _BEFORE_OFFICE.search(kinds[max(0, head - _REACH) : head])
            office = head - (len(lead.group()) if lead else 0), low - found.group().endswith(",")
        elif after := _OFFICE_AFTER.match(kinds, high):
            office = after.span(1)
        while kinds[low] == "H":
            low += 1
        name = words.wording(first + low, first + high)
        if high - low == 1 and _is_surname(words, kinds, first, high, bool(office) or match.group().startswith("H")):
            high += 1
            name = words.wording(first + low, first + high)
        if name.isupper() and len(name) > 3:
            name = name.title()
        if office:
            yield _with_office(words, (first + low, first + high), name, (first + office[0], first + office[1]), gender)
        elif match.group().startswith("H"):
            yield Name(first + low, first + high, name, "person", heads=frozenset({"person"}), gender=gender)
        else:
            yield Name(first + low, first + high, name, "person")


def _is_surname(words: Words, kinds: str, first: int, at: int, titled: bool) -> bool:
    """Whether a word of another class is the surname to a first name: "Larry King", "Chief Chuck Jordan"."""
    kind, after = kinds[at : at + 1], kinds[at + 1 : at + 2]
    if after in tuple("NRcPO") or kind not in tuple("RSTM"):
        return False
    return words.lower(first + at) in lexicon().groups["surname"] or (titled and kind == "S")


def _without_organisations(kinds: str, first: int, last: int) -> str:
    """The classes with every word of an organisation's name as ``g``."""
    out, done = [], first
    for match in _ORGANISATION.finditer(kinds, first, last):
        low, high = match.span()
        out.append(kinds[done:low])
        out.append("g" * (high - low))
        done = high
    out.append(kinds[done:last])
    return "".join(out)


def _with_office(words: Words, name: tuple[int, int], wording: str, office: tuple[int, int], gender: Gender) -> Name:
    heads, known = role_heads(words, *office)
    low, high = office
    # "Russia's", "the" and "Armenian" before an office are not part of its name
    while low < high - 1 and words.kinds[low] in "dSDP":
        low += 1
    while high > low and words.kinds[high - 1] in "dcM&P":
        high -= 1
    role = words.wording(low, high) if heads - lexicon().groups["generic"] else None
    return Name(*name, wording, "person", heads | {"person"}, role, country(words, *office), gender or known)


def role_heads(words: Words, low: int, high: int) -> tuple[frozenset[str], Gender]:
    """What the roles in a phrase agree with, and the gender that they tell."""
    table = lexicon()
    roles = [words.lower(i) for i in range(low, high) if words.kinds[i] in "RrKk"]
    gender = next((table.gender[r] for r in roles if r in table.gender), None)
    return frozenset(table.means.get(r, r) for r in roles), gender


def country(words: Words, low: int, high: int) -> str | None:
    """The code of the first state or adjective of a state in a phrase; of no "ambassador to" a state."""
    for i in range(low, high):
        if words.kinds[i] in "SD" and not (i > low and words.kinds[i - 1] == "i"):
            return lexicon().states[words.text[words.start[i] : words.end[i]]][0]
    return None


def is_subject(words: Words, name: Name) -> bool:
    """Whether a name looks like a subject: no preposition before it, a verb right after it."""
    before, after = words.kinds[name.first - 1 : name.first], words.kinds[name.last : name.last + 1]
    if before in ("c", "i") or after not in ("n", "f", ","):
        return False
    return after in ("f", ",") or bool(_VERB.match(words.lower(name.last)))


__all__ = ["Lexicon", "Name", "Words", "country", "is_subject", "organisations", "persons", "role_heads", "words_of"]
