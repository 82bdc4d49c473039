"""One name, one type: a document's mentions of the same word agree on what it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.reading.lexicon import lexicon
from onrecord.reading.mentions import Core
from onrecord.records import Span

_NAMES = frozenset(("person", "organisation", "place"))
_OFFICE = re.compile(r"['’]s? (?:[\w-]+ ){0,3}$")
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w-]*\w")
_WHERE = re.compile(r"\bin $")
_OFTEN = 4  # one use in so many as a place is makes a lone name one


def agreed(text: str, cores: Sequence[Core], paragraphs: Sequence[Span]) -> list[Core]:
    """The mentions, each name of one word with the type that most of its mentions have, and wherever else it stands.

    A lone name that is often used as a place is ("in Telmar", "Telmar's Prime Minister") is one, unless somebody in the
    document has it as a surname.

    Args:
        text: the document's text.
        cores: its mentions, in order.
        paragraphs: the spans that they were looked for in.
    """
    if not cores:
        return []
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    placed: Counter[str] = Counter()
    surnames = {text[c.start : c.end].split()[-1] for c in cores if c.type == "person" and " " in text[c.start : c.end]}
    for core, after in zip(cores, [*cores[1:], None], strict=True):
        word = text[core.start : core.end]
        if core.type in _NAMES and " " not in word:
            votes[word][core.type] += 1
            owns = after is not None and after.type == "role" and _OFFICE.fullmatch(text[core.end : after.start])
            placed[word] += bool(owns or _WHERE.search(text[max(0, core.start - 4) : core.start]))
    types = {}
    for word, seen in votes.items():
        if word in surnames:
            types[word] = "person"
        elif _OFTEN * placed[word] >= seen.total() and not seen["organisation"] > seen["person"] + seen["place"]:
            types[word] = "place"
        else:
            types[word] = seen.most_common(1)[0][0]
    out = []
    for core in cores:
        kind = types.get(text[core.start : core.end], core.type) if core.type in _NAMES else core.type
        out.append(replace(core, type=kind) if kind != core.type else core)
    return _everywhere(text, out, types | dict.fromkeys(surnames, "person"), paragraphs)


def _everywhere(text: str, cores: list[Core], types: Mapping[str, str], paragraphs: Sequence[Span]) -> list[Core]:
    """The mentions, with those of known names that the head passed over."""
    kinds = lexicon().kinds
    known = {word: kind for word, kind in types.items() if len(word) > 2 and word[0].isupper() and word not in kinds}
    if not known:
        return cores
    starts = [core.start for core in cores]
    more = []
    for low, high in paragraphs:
        for match in _CAPITAL.finditer(text, low, high):
            if match[0] in known:
                k = bisect_right(starts, match.start()) - 1
                free = k < 0 or cores[k].end <= match.start()
                if free and (k + 1 >= len(cores) or starts[k + 1] >= match.end()):
                    more.append(Core(*match.span(), known[match[0]]))
    return sorted([*cores, *more], key=lambda core: core.start) if more else cores
