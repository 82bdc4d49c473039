"""A mention's wording in parts: the states, places, organisations, persons and agent words that it holds.

One pass from left to right; at each word the longest entry of any table counts ("South Korean army" is a state and an
agent, "People's Liberation Army" an institution). Entries have at most ``_LONGEST`` words, so the time is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from onrecord.actors import countries, known_people, organisations, sectors
from onrecord.actors.countries import Institution, Place, State
from onrecord.actors.known_people import Person
from onrecord.actors.organisations import Organisation
from onrecord.actors.sectors import Word
from onrecord.actors.spellings import lines, plain

Link = Literal["of", "in", "away", "who", ",", "and"]

_TOKEN = re.compile(r"[^\W_]+(?:[.'’ʼ&][^\W_]+)*\.?|[’'](?=\s|$)|[,;:()/&–—-]")
_POSSESSIVE = re.compile(r"['’]s$")
_LINKS: dict[str, Link] = {
    "of": "of",
    "for": "of",
    "in": "in",
    "from": "in",
    "at": "in",
    "near": "in",
    "within": "in",
    "inside": "in",
    "across": "in",
    "throughout": "in",
    "to": "away",
    "with": "away",
    "against": "away",
    "on": "away",
    "about": "away",
    "over": "away",
    "toward": "away",
    "towards": "away",
    "under": "away",
    "by": "away",
    "outside": "away",
    "between": "away",
    "opposed": "away",
    "loyal": "away",
    "close": "away",
    "who": "who",
    "that": "who",
    "which": "who",
    "whose": "who",
    "whom": "who",
    "where": "who",
    "and": "and",
    "or": "and",
    "&": "and",
    "/": "and",
    ",": ",",
    ";": ",",
    ":": ",",
    "(": ",",
    ")": ",",
    "–": ",",
    "—": ",",
}
_ARTICLES = frozenset({"the", "a", "an"})
# "US-led", "Lagos-based": the state is the actor's own; "Russian-speaking", "Iran-backed": it is not
_OWN = frozenset({"led", "based", "born", "owned", "flagged", "run", "registered", "wide", "style", "side"})
_LONGEST = 10


class Token(NamedTuple):
    """A word of the wording; ``joined`` to the next by a hyphen, ``possessive`` where it had an 's."""

    text: str
    small: str
    start: int
    end: int
    capital: bool
    joined: bool
    possessive: bool
    link: Link | None


Found = State | Place | Institution | Organisation | Person | Word


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the wording: an entry of a table, a link between such, or a word that no table has.

    Attributes:
        text: its words in the text.
        found: the entry, None if there is none.
        link: what it does if it is a preposition, a comma or the like.
        capital: whether it begins with a capital letter.
        joined: whether a hyphen joins it to the next part.
    """

    text: str
    found: Found | None
    link: Link | None = None
    capital: bool = False
    joined: bool = False


def parts(wording: str, year: int | None = None) -> list[Part]:
    """The parts of a wording, in order."""
    tokens = _tokens(wording)
    small = not any(t.capital for t in tokens)
    words = [f"{t.small}'s" if t.possessive else t.small for t in tokens]
    out: list[Part] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.small in _ARTICLES and at + 1 < len(tokens) and not (token.capital and tokens[at + 1].joined):
            at += 1
            continue
        end, found = _entry(wording, tokens, words, at, small, year)
        last = tokens[end - 1]
        text = wording[token.start : last.end]
        if found is None and token.link and not (token.capital and at > 0 and token.link == "who"):
            out.append(Part(text, None, link=token.link))
        elif not (isinstance(found, State | Place) and _not_its_own(tokens, at, end)) and not _is_opposed(out):
            out.append(Part(text, found, None, token.capital, last.joined))
        else:
            out.append(Part(text, None, joined=last.joined))
        at = end
    return out


def _tokens(wording: str) -> list[Token]:
    out: list[Token] = []
    for match in _TOKEN.finditer(wording):
        text = match.group()
        if text == "-" or text in "'’":
            if out and text == "-":
                spaced = match.start() > out[-1].end and match.end() < len(wording) and wording[match.end()] == " "
                if spaced and out[-1].capital:  # a dash, not a hyphen
                    out.append(Token(text, text, match.start(), match.end(), False, False, False, ","))
                else:
                    out[-1] = out[-1]._replace(joined=True)
            elif out:
                out[-1] = out[-1]._replace(possessive=True)
            continue
        bare = _POSSESSIVE.sub("", text)
        possessive = bare != text
        if bare.endswith(".") and not re.fullmatch(r"(?:\w\.)+", bare):
            bare = bare[:-1]
        small = sectors.american(bare.lower().replace(".", "").replace("’", "'"))
        out.append(
            Token(
                bare,
                small,
                match.start(),
                match.start() + len(bare),
                bare[0].isupper(),
                False,
                possessive,
                _LINKS.get(small),
            )
        )
    return out


def _entry(
    wording: str, tokens: list[Token], words: list[str], at: int, small: bool, year: int | None
) -> tuple[int, Found | None]:
    """Where the longest entry at a word ends, and the entry; the next word and None if there is none."""
    told = sectors.longest(words, at, _stop(tokens, at))
    low = told[0] if told else at
    name = _name(wording, tokens, at, low, small)
    if name:
        return name
    if told and not _is_name_part(tokens, at, told[0]):
        return told
    if not told and tokens[at].capital and not tokens[at].link:
        person = known_people.alone(tokens[at].text, year) if _stands_alone(tokens, at) else None
        return at + 1, person
    return at + 1, None


def _name(wording: str, tokens: list[Token], at: int, least: int, small: bool) -> tuple[int, Found] | None:
    """The longest name of a state, organisation, institution, place or person at a word, of ``least`` words or more."""
    token = tokens[at]
    if not (token.capital or small or token.text[0].isdigit()) or not token.text[0].isalnum():
        return None
    reach = max(_reach(token.small), _reach(f"{token.small}s") if token.possessive else 0)
    people = known_people.reach() if token.capital else 0
    for end in range(min(at + max(reach, people), _stop(tokens, at)), max(at, least - 1), -1):
        last = tokens[end - 1]
        if not (last.capital or small or last.text[-1].isdigit()):
            continue
        text = wording[token.start : last.end]
        found: Found | None = None
        if end - at <= reach:
            found = _proper(text)
            if isinstance(found, State | Place) and end == at + 1 and _is_given_name(tokens, at):
                found = None
        if found is None and token.capital and 1 < end - at <= people and not token.possessive:
            found = known_people.find(text)
            if found and end - at < 3 and (_is_unknown(tokens, at - 1) or _is_unknown(tokens, end)):
                found = None  # a piece of a longer name: of somebody else
        if found is not None:
            return end, found
    return None


def _proper(text: str) -> Found | None:
    return (
        countries.state(text)
        or organisations.organisation(text)
        or countries.institution(text)
        or countries.place(text)
    )


def _stop(tokens: list[Token], at: int) -> int:
    """Before which word an entry that begins here ends: no comma is in one."""
    end = at + 1
    while end < len(tokens) and end < at + _LONGEST and tokens[end].link not in (",", "who"):
        end += 1
    return end


def _not_its_own(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a state in a compound is not the actor's: "Russian-speaking", "anti-American", "Iran-backed"."""
    last = tokens[end - 1]
    after = tokens[end] if end < len(tokens) else None
    if last.joined and after and not after.capital and after.small not in _OWN:
        return True
    return at > 0 and tokens[at - 1].joined and tokens[at - 1].small in ("anti", "pro", "non", "counter")


def _is_opposed(out: list[Part]) -> bool:
    """Whether the part before is "anti" or "pro", as a word of its own or joined."""
    before = out[-1].found if out else None
    return isinstance(before, Word) and before.mark == "against"


def _is_given_name(tokens: list[Token], at: int) -> bool:
    """Whether a state's or place's name is a person's here: "Jordan Bardella", "Michael Jordan"."""
    if tokens[at].possessive:
        return False
    names = _given_names()
    if _is_unknown(tokens, at + 1) and tokens[at].text in names:
        return True
    if not _is_unknown(tokens, at - 1):
        return False
    title = sectors.longest([tokens[at - 2].small], 0, 1) if at > 1 else None
    return tokens[at - 1].text in names or bool(title and title[1].kind == "person")


def _is_unknown(tokens: list[Token], at: int) -> bool:
    """Whether a word is there, and capitalised, and in no table but those of persons."""
    if not 0 <= at < len(tokens):
        return False
    token = tokens[at]
    told = token.link or token.small in _ARTICLES or _reach(token.small) or sectors.longest([token.small], 0, 1)
    return token.capital and not (told or token.possessive)


def _is_name_part(tokens: list[Token], at: int, end: int) -> bool:
    """Whether an agent word is a person's name here: "Stephen King", "Christian Lindner"."""
    token = tokens[at]
    if end > at + 1 or not token.capital or token.possessive:
        return False
    names = _given_names()
    if _is_unknown(tokens, at - 1) and tokens[at - 1].text in names:
        return not (end < len(tokens) and tokens[end].capital)
    return _is_unknown(tokens, end) and token.text in names


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Whether a capitalised word is no piece of a longer name that no table has."""
    if tokens[at].joined or (at > 0 and tokens[at - 1].joined):
        return False  # "Yoon-je"
    return not (_is_unknown(tokens, at - 1) or _is_unknown(tokens, at + 1) or tokens[at].text in _given_names())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(line.split("\t", 1)[0] for line in lines("firstnames.tsv"))


@cache
def _openers() -> dict[str, int]:
    """First words of all names but persons', with the number of words of the longest name that each opens.

    In small letters, plain, without apostrophes.
    """
    text = "\n".join((*countries.spellings(), *organisations.spellings())).lower()
    for old, new in (("-", " "), ("'s", ""), ("'", ""), (".", "")):
        text = text.replace(old, new)
    reach: dict[str, int] = {}
    for spelling in text.split("\n"):
        opener = spelling.split(" ", 1)[0]
        length = spelling.count(" ") + 1
        if length > reach.get(opener, 0):
            reach[opener] = length
    for opener in list(reach):
        american = sectors.american(opener)
        reach[american] = max(reach.get(american, 0), reach[opener])
    return reach


@lru_cache(maxsize=1 << 14)
def _reach(small: str) -> int:
    """How many words a name may have that begins with this word, with its singular: "Russians"."""
    known = _openers()
    small = plain(small).replace("'", "")
    # "Houthi rebels" and "the Reuters news agency" are a word or two longer than the name
    singular = small[:-1] if small.endswith("s") else small
    longest = max(known.get(word, 0) for word in (small, singular, small.partition("&")[0]))
    return min(longest + 2, _LONGEST) if longest else 0
