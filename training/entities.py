"""Entity data to one set of labels: GUM, CrossNER politics and re3d, whose annotators marked different things.

Every mention is reduced to its *core*: a name without its titles, or the noun that a description hangs on ("the asylum
seekers found in the water" is *seekers*). Cores do not nest, so a tag a word is enough. How label sets map:

=============  ==============================  =====================================  ===========================
type           GUM                             CrossNER politics                      re3d
=============  ==============================  =====================================  ===========================
person         person, named                   politician, person                     Person, named
role           person, one, by a noun          offices before a name                  Person, by a noun
group          person, several                 (not marked: no target)                Person, several
organisation   organization                    organisation, politicalparty           Organisation
state          place or adjective in the       country, location or misc likewise     Location, Nationality or
               table of states                                                        Organisation likewise
place          place                           location                               Location
pronoun        person, organization or place   (no target)                            (no target)
               in one word of a closed list
=============  ==============================  =====================================  ===========================

GUM (Zeldes, 2017; annotations CC BY 4.0) also has coreference chains; its text comes in tokens and is put together as
it would be printed. CrossNER: Liu et al., AAAI 2021 (MIT). re3d: Defence Science and Technology Laboratory, UK (2017).
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.reading.lexicon import lexicon
from onrecord.reading.tags import TYPES
from onrecord.records import Span

NO_CHAIN = -1


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"\w[\w’'‑-]*(?:\.(?=\w)\w+)*\.?(?<!['’-])|[^\w\s]")
_PRONOUNS = _words(
    "i me my mine myself you your yours yourself we us our ours ourselves he him his himself she her hers herself"
    " it its itself they them their theirs themselves"
)
_STOP = _words(
    "of in for from at to with by on about against as into over under after before during between among within"
    ' through across near including who whom whose which that where when , ( : ; — – -- - / " “'
)
_VAGUE = _words(
    "others other one ones someone anyone everyone nobody many some all any few each both here there more less"
)
_DETERMINERS = _words("the a an one this that these those his her its their our my your some all most many")
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|ing)|found|made|born|sent|held|left|known|seen|killed|hit|led|built|given|taken")
_PLURAL = _words("people children police troops media personnel")
_PARTICLES = _words("de la le von van der den del della di da dos du bin ibn al el ben abu")
_ARTICLED = re.compile(r"(?:al|el|ad|as|ar|ash|at|an)-[A-Z]")
_GLUE_LEFT = _words(", . ; : ? ! ) ] % … ’ ” 's 're 'm 've 'd 'll ’s ’re ’m ’ve ’d ’ll 'S 'M n't n’t")
_GLUE_RIGHT = _words("( [ $ “ ‘ # @")
_GLUE_BOTH = _words("- / ‑")
_RE3D = {"Person": "person", "Organisation": "organization", "Location": "place", "Nationality": "place"}
_CROSSNER = {
    "politician": "person",
    "person": "person",
    "organisation": "organisation",
    "politicalparty": "organisation",
    "country": "place",
    "location": "place",
}


@dataclass(frozen=True, slots=True)
class Core:
    """What is left of a mention: its type (of :data:`onrecord.reading.tags.TYPES`) and its coreference chain."""

    start: int
    end: int
    type: str
    chain: int = NO_CHAIN


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with the cores of its mentions, in order; words in ``ignored`` have no target."""

    id: str
    genre: str
    text: str
    cores: tuple[Core, ...]
    ignored: tuple[Span, ...] = ()


# ---- the three corpora ----------------------------------------------------------------------------------------------


def gum(path: Path) -> list[Annotated]:
    """GUM's documents, printed as text."""
    out = []
    for row in _lines(path):
        text, place = printed(row["text"])
        found = []
        for m in row["mentions"]:
            if m["type"] in ("person", "organization", "place"):
                start, end = place[m["start"]], place[m["end"] - 1] + 1
                found += [replace(c, chain=m["entity"]) for c in cores(text, start, end, m["type"])]
        out.append(Annotated(row["id"], row["genre"], text, _flat(text, found)))
    return out


def re3d(path: Path) -> list[Annotated]:
    """re3d's documents; pronouns are not marked there."""
    out = []
    for row in _lines(path):
        text, found = row["text"], []
        for m in row["mentions"]:
            if m["type"] in _RE3D:
                found += cores(text, m["start"], m["end"], _RE3D[m["type"]])
        ignored = [w.span() for w in _WORD.finditer(text) if w.group().lower() in _PRONOUNS]
        out.append(Annotated(row["id"], "release", text, _flat(text, found), tuple(ignored)))
    return out


def politics(path: Path, size: int = 8) -> list[Annotated]:
    """CrossNER's sentences, ``size`` to a document; only names are marked there, so small words have no target."""
    rows = list(_lines(path))
    return [_sentences(f"politics-{at}", rows[at : at + size]) for at in range(0, len(rows), size)]


def _sentences(ident: str, rows: Sequence[dict[str, Any]]) -> Annotated:
    kinds = lexicon().kinds
    text, found, ignored = "", [], []
    for row in rows:
        line, place = printed(" ".join(row["words"]))
        base, at, last = len(text), 0, 0
        opened: tuple[str, int] | None = None
        for word, tag in [*zip(row["words"], row["tags"], strict=True), ("", "O")]:
            start = base + (place[at] if word else len(line))
            if opened and not tag.startswith("I-"):
                name, begin = opened
                if name in _CROSSNER:
                    found.append(Core(begin, last, _CROSSNER[name]))
                elif name == "misc":
                    ignored.append((begin, last))
                opened = None
            if tag.startswith("B-"):
                opened = tag[2:], start
            # offices are not marked either
            if word and opened is None and (word.islower() or kinds.get(word, "N") in "RKMTH"):
                ignored.append((start, start + len(word)))
            last = start + len(word)
            at += len(word) + 1
        text += line + "\n"
    return Annotated(ident, "encyclopedia", text, _flat(text, found), tuple(ignored))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# ---- text ------------------------------------------------------------------------------------------------------------


def printed(tokens: str) -> tuple[str, list[int]]:
    """Tokens parted by spaces as they would be printed, and where each character of the tokens went."""
    out: list[str] = []
    place: list[int] = []
    length, opened, glued = 0, False, True
    for token in tokens.split(" "):
        closing = token == '"' and opened
        if not (glued or token in _GLUE_LEFT or token in _GLUE_BOTH or closing):
            out.append(" ")
            length += 1
        if place:
            place.append(length - 1)  # the space between two tokens
        place += range(length, length + len(token))
        out.append(token)
        length += len(token)
        glued = token in _GLUE_RIGHT or token in _GLUE_BOTH or (token == '"' and not opened)
        opened = opened != (token == '"')
    return "".join(out), place


def relined(text: str, rng: random.Random) -> str:
    """The text with some spaces behind sentences as line breaks: news has paragraphs; offsets stay."""
    return re.sub(r"(?<=[.!?]) (?=[A-Z“\"])", lambda m: "\n" if rng.random() < 0.4 else m.group(), text)


# ---- mentions to cores -----------------------------------------------------------------------------------------------


def cores(text: str, start: int, end: int, kind: str) -> list[Core]:
    """The core of one mention, and that of the office before a name.

    Args:
        text: the document's text.
        start, end: the whole mention.
        kind: ``person``, ``organization`` or ``place``.
    """
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    words = _split_possessive(words)
    if len(words) == 1 and words[0][0].lower() in _PRONOUNS and words[0][0] != "US":
        return [Core(words[0][1], words[0][2], "pronoun")]
    own = next((i for i in range(len(words) - 2, -1, -1) if words[i][0] in ("'s", "’s")), -1)
    words = words[own + 1 :]
    words = words[: next((i for i, w in enumerate(words) if i and w[0].lower() in _STOP), len(words))] + _title_of(
        words, kind
    )
    while words and (not words[-1][0][0].isalnum() or (len(words) > 1 and _PARTICIPLE.fullmatch(words[-1][0]))):
        words.pop()
    if not words or words[-1][0].lower() in _VAGUE or not words[-1][0][0].isalpha():
        return []
    head = words[-1][0]
    if not _in_name(head) or head in _PARTICLES or head[0].isdigit():
        return [_described(words, kind)]
    first = len(words) - 1
    while first and (_in_name(words[first - 1][0]) or (kind == "organization" and _joins(words, first - 1))):
        first -= 1
    while first < len(words) - 1 and (
        not _in_name(words[first][0])
        or (kind == "organization" and words[first][0].isdigit())
        or words[first][0].lower() in _DETERMINERS
    ):
        first += 1
    if kind != "person":
        return [Core(words[first][1], words[-1][2], "organisation" if kind == "organization" else "place")]
    return _person(words, first)


def _joins(words: Sequence[tuple[str, int, int]], at: int) -> bool:
    """Whether a small word stands inside an organisation's name: "Ministry of Labour and Social Affairs"."""
    return at > 0 and words[at][0].lower() in ("of", "and", "the", "for") and _in_name(words[at - 1][0])


def _person(words: list[tuple[str, int, int]], first: int) -> list[Core]:
    """A name apart from the office before it; an office alone; people of a kind."""
    kinds = lexicon().kinds
    name = first
    while name < len(words) - 1 and kinds.get(words[name][0], "N") in "RHMTDSKO":
        name += 1
    role = [i for i in range(first, name) if kinds.get(words[i][0], "N") in "RMT"]
    out = []
    if role and kinds.get(words[role[-1]][0]) == "R":
        out.append(Core(words[role[0]][1], words[role[-1]][2], "role"))
    head = kinds.get(words[-1][0], "N")
    if head in "RK" and (name == len(words) - 1):
        begin = role[0] if role else name
        return [Core(words[begin][1], words[-1][2], "role" if head == "R" else "group")]
    determined = first > 0 and words[first - 1][0].lower() in ("the", "some", "many", "most", "all")
    if head == "D" or (name == len(words) - 1 and determined):
        return [Core(words[name][1], words[-1][2], "group")]
    return [*out, Core(words[name][1], words[-1][2], "person")]


def _described(words: list[tuple[str, int, int]], kind: str) -> Core:
    """The noun of a description, with the word before it if the two are one office ("prime minister")."""
    head = words[-1]
    start = head[1]
    if len(words) > 1 and f"{words[-2][0]} {head[0]}".lower() in lexicon().means:
        start = words[-2][1]
    low = head[0].lower()
    many = low in _PLURAL or low.endswith("men") or lexicon().kinds.get(head[0]) == "k"
    if kind == "person":
        return Core(start, head[2], "group" if many or (low.endswith("s") and not low.endswith("ss")) else "role")
    # re3d has fighters and partners as organisations
    if kind == "organization" and (many or low.endswith(("ers", "ists", "ians"))):
        return Core(start, head[2], "group")
    return Core(start, head[2], "organisation" if kind == "organization" else "place")


def _title_of(words: list[tuple[str, int, int]], kind: str) -> list[tuple[str, int, int]]:
    """What belongs to an organisation's name behind "of" or "for": "Ministry of Foreign Affairs"."""
    if kind != "organization":
        return []
    stop = next((i for i, w in enumerate(words) if i and w[0].lower() in _STOP), len(words))
    if (
        stop >= len(words)
        or words[stop][0].lower() not in ("of", "for", "on", "in")
        or not words[stop - 1][0][0].isupper()
    ):
        return []
    end = stop + 1
    while end < len(words) and (words[end][0][0].isupper() or words[end][0].lower() in ("the", "and", "of")):
        end += 1
    while end > stop and not words[end - 1][0][0].isupper():
        end -= 1
    return words[stop:end] if end > stop + 1 else []


def _split_possessive(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    out = []
    for word, start, end in words:
        if len(word) > 2 and word[-2:] in ("'s", "’s"):
            out += [(word[:-2], start, end - 2), (word[-2:], end - 2, end)]
        else:
            out.append((word, start, end))
    return out


def _in_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in _PARTICLES or word == "&" or bool(_ARTICLED.match(word))


def _flat(text: str, found: Iterable[Core]) -> tuple[Core, ...]:
    """Cores that do not overlap, the longest name first; places of the table are states, and so are adjectives."""
    states = lexicon().states
    kept: list[Core] = []
    taken: set[int] = set()
    for core in sorted(found, key=lambda c: (c.type in ("pronoun", "role", "group"), c.start - c.end)):
        if core.end > core.start and not taken & {*range(core.start, core.end)}:
            taken |= {*range(core.start, core.end)}
            kept.append(core)
    for i, core in enumerate(kept):
        if core.type in ("place", "organisation") and text[core.start : core.end] in states:
            kept[i] = replace(core, type=_state_or_people(text[core.start : core.end]))
    for word, start, end in _split_possessive(
        [(m.group(), *m.span()) for m in re.finditer(r"[A-Z][\w.’']*\w\.?", text)]
    ):
        if word in states and start not in taken:
            kept.append(Core(start, end, _state_or_people(word)))
    kept.sort(key=lambda c: c.start)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert all(c.type in TYPES for c in kept)
    return tuple(kept)


def _state_or_people(word: str) -> str:
    """ "Jordanian" is the state's adjective, "Jordanians" are people."""
    table = lexicon()
    return "group" if word.endswith("s") and table.kinds.get(word) == "D" and word[:-1] in table.states else "state"
