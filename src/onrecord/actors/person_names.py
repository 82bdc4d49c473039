"""A person's name taken apart: full and short forms, given and family name, gender, and keys to look it up by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.first_names import Gender, first_names, gender
from onrecord.actors.name_orders import Order, ordered
from onrecord.actors.romanised import folded, outlines
from onrecord.actors.titles import bare

_FEMININE = re.compile(r"(?:[oe]va|skaya|skaia|aya)$")
_MASCULINE = re.compile(r"(?:[^aeiou][oe]v|[iy]ev|sk(?:y|iy|yy|yi|ii|ij))$")
_DAUGHTER = re.compile(r"(?:[oe]vna|ivna|yovna|inichna)$|(?: qizi| qızı| gizi| kizi| kyzy| qyzy)$|^bint[ie]? ")
_SON = re.compile(
    r"(?:[oei]v|yov|yev)(?:ich|ych|itch)$|lyich$|(?: oglu| oğlu| ogly| uulu| uly| ugli)$|^(?:bin|ibn|ould) "
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, taken apart.

    Attributes:
        wording: as it was handed in.
        full: without titles, offices and possessive 's, in name case: "Emmanuel Macron" for "President MACRON's".
        given: the given name or names, "" where none is told.
        patronymic: "Viktorovich", "bin Salman", "Heydar oglu"; also middle names and initials: "H. W.".
        family: the family name with its particles ("von der Leyen"); the name itself where it has only one part.
        suffix: "Jr.", "III", or "".
        short: all forms that a later mention may use alone, in name case.
        gender: as a title, a patronymic, the first name or an ending of the family name tells it.
        sure: whether more than the ending of the family name tells the gender.
        tradition: how the words were read, "other script" for a name that was not taken apart.
        keys: what to look the name up by: two names of one person share at least one.
    """

    wording: str
    full: str
    given: str
    patronymic: str
    family: str
    suffix: str
    short: frozenset[str]
    gender: Gender
    sure: bool
    tradition: str
    keys: frozenset[str]


@lru_cache(maxsize=4096)
def parse(wording: str) -> PersonName:
    """Take a person's name apart; a name in another script than Latin is left as it is."""
    wording = unicodedata.normalize("NFC", wording)
    if not _latin(wording):
        full = " ".join(wording.split())
        keys = frozenset({f"={full}"}) if full else frozenset()
        return PersonName(wording, full, "", "", full, "", frozenset({full} - {""}), None, False, "other script", keys)
    found = bare(wording)
    order = ordered(found.words, found.loud)
    told = found.gender or _told_by(order)
    ending = None if told else _by_ending(order.family)
    full = " ".join(found.words)
    return PersonName(
        wording=wording,
        full=full,
        given=" ".join(order.given),
        patronymic=" ".join(order.middle),
        family=" ".join(order.family),
        suffix=order.suffix,
        short=order.short | frozenset(found.nicknames),
        gender=told or ending,
        sure=told is not None,
        tradition=order.tradition,
        keys=_keys((*found.words, *found.nicknames), order),
    )


def _latin(wording: str) -> bool:
    """Whether all letters are Latin, and there are any."""
    letters = [c for c in wording if c.isalpha() and c not in "ʼʻʾʿʹ"]
    return bool(letters) and all(c < "ɐ" or "LATIN" in unicodedata.name(c, "") for c in letters)


def _told_by(order: Order) -> Gender:
    for middle in order.middle:
        if _DAUGHTER.search(middle.casefold()):
            return "f"
        if _SON.search(middle.casefold()):
            return "m"
    if order.tradition == "filial":
        return "m" if any(word in ("bin", "ibn", "ould") for word in order.family) else gender(" ".join(order.given))
    if order.tradition in ("East Asian", "Vietnamese"):
        return first_names().get(folded("".join(order.given).replace(" ", "")))
    for name in (*order.given, *order.middle):
        if len(folded(name)) > 1:
            return gender(name)
    return None


def _by_ending(family: tuple[str, ...]) -> Gender:
    last = folded(family[-1]) if family else ""
    if _FEMININE.search(last):
        return "f"
    return "m" if _MASCULINE.search(last) else None


def _keys(words: tuple[str, ...], order: Order) -> frozenset[str]:
    """Outlines of all words, of words joined, and the initials."""
    words = tuple(part for word in words if word != order.suffix for part in word.split())
    wholes = [folded(word) for word in words]
    long = [word for word in words if len(folded(word)) > 1] or list(words)
    out = {
        outline for word in long for part in (word, *re.split("[-‐‑'’]", word)) if part for outline in outlines(part)
    }
    for i in range(len(words) - 1):
        out |= outlines("".join(words[i : i + 2]))
    for word in wholes:
        if word.startswith(("al", "el")) and len(word) > 5:
            out |= outlines(word[2:])
    initials = "".join(word[0] for word in wholes if word)
    if len(words) == 1 and 3 <= len(initials := wholes[0]) <= 4:
        out.add(f"i:{initials}")
    out |= {f"i:{initials[:size]}" for size in (3, 4) if len(initials) >= size}
    return frozenset(out)
