"""Words of offices: what an office agrees with, and what tells one from another."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.reading.lexicon import lexicon

SOLE = frozenset(
    ("spokesperson", "president", "prime minister", "minister", "chancellor", "secretary of state", "king", "queen")
)
"""Offices that one person of a state holds: whoever has one is somebody, even without a name."""


@lru_cache(maxsize=4096)
def heads(wording: str) -> set[str]:
    """The last role in the wording of an office, as it agrees with others."""
    means, known = lexicon().means, roles()
    words = re.findall(
        r"[\w’'-]+", wording.lower() if wording.lower() in known else re.split(r" (?:of|for|to) ", wording.lower())[0]
    )
    for last in range(len(words), 0, -1):
        for first in range(max(0, last - 3), last):
            phrase = " ".join(words[first:last])
            if phrase in known:
                return {means.get(phrase, phrase)}
    return {re.sub(r"(?<=.)s$", "", words[-1])} if words else set()


@cache
def roles() -> frozenset[str]:
    """Words for persons by office or kind, singular and plural, in lower case."""
    groups = lexicon().groups
    roles = groups["role"] | groups["generic"]
    return roles | frozenset(f"{word}s" for word in roles) | frozenset(re.sub("man$", "men", w) for w in roles)


def details(wording: str) -> frozenset[str]:
    """What tells one office from another of its name: *foreign* minister; "FM" is one."""
    table = lexicon()
    words = {w for w in re.findall(r"\w+", wording.lower()) if table.kinds.get(w) in ("m", "t")}
    words = {"foreign" if w == "affairs" else w for w in words} | (
        {"foreign"} if re.search(r"\bFM\b", wording) else set()
    )
    return frozenset(words - {"official", "press", "senior", "first", "top", "late", "current", "national", "prime"})


def unlike(heads: set[str], others: set[str]) -> bool:
    """Whether a noun such as "diplomat" is no word for somebody of other offices."""
    return (
        heads == {"diplomat"}
        and bool(others)
        and others <= {"journalist", "reporter", "analyst", "expert", "general", "commander"}
    )
