"""The outlet that a statement came through: "..., he told TASS", "Interfax quoted the minister as saying"."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.actors import countries, organisations
from onrecord.reading.attribution import Attribution
from onrecord.reading.coreference import Coreference
from onrecord.reading.lexicon import lexicon

_TO = re.compile(
    r"\b(?:told|quoted by|cited by|carried by|reported by|speaking to|interview (?:with|to)|by) (?:the |a )?"
    r"(?:[\w-]+ ){0,2}$"
)
_FROM = re.compile(r"(?:['’]s [\w ]{0,20})? (?:(?:later|also|then) )?(?:quot|cit|report|writes|wrote)")
_NEWS = re.compile(r"\b(?:news agency|news|newspaper|TV|television|radio|daily)$", re.IGNORECASE)


def outlet(text: str, attribution: Attribution, known: Coreference) -> str | None:
    """The news organisation in a statement's sentence, outside its content, that was told of it or passes it on.

    Args:
        text: the document's text.
        attribution: the statement's spans.
        known: the document's coreference, resolved.
    """
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    low = known.places.sentence_start(cue[0])
    starts = [core.start for core in known.cores[: bisect_left(known.cores, cue[1] + 120, key=lambda c: c.start)]]
    for i in range(bisect_left(starts, low), len(starts)):
        core, found = known.cores[i], known.found[i]
        if core.type != "organisation" or found is None or any(s <= core.start < e for s, e in attribution.content):
            continue
        elsewhere = known.places.sentence(core.start) != known.places.sentence(cue[0])
        if elsewhere or not is_news(text[core.start : core.end]):
            continue
        if _TO.search(text[max(low, core.start - 60) : core.start]) or _FROM.match(text[core.end : core.end + 40]):
            return " ".join(text[core.start : core.end].split())
    return None


def is_news(wording: str) -> bool:
    """Whether a name is that of a news organisation, by the tables or by its last word ("... news agency")."""
    body = organisations.organisation(wording)
    state = countries.institution(wording)
    sectors = {found.sector for found in (body, state) if found is not None}
    return "JRN" in sectors or wording.casefold() in lexicon().groups["agency"] or bool(_NEWS.search(wording))
