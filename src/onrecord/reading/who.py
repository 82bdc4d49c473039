"""Who is in a document and who makes its statements: mentions to phrases to entities, in one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.reading.antecedents import UNTRAINED
from onrecord.reading.attribution import Attribution
from onrecord.reading.coreference import Coreference
from onrecord.reading.entities import Named, named
from onrecord.reading.mentions import Core
from onrecord.reading.outlets import outlet
from onrecord.reading.parties import Voices
from onrecord.reading.phrases import Phrases
from onrecord.reading.places import Places
from onrecord.reading.speakers import Speakers
from onrecord.records import Spans


@dataclass(frozen=True, slots=True)
class Everybody:
    """Who is in a document.

    Attributes:
        voices: who makes each statement.
        named: the entities and mentions.
        known: every phrase, resolved.
    """

    voices: Sequence[Voices]
    named: Named
    known: Coreference


def who(
    text: str,
    attributions: Sequence[Attribution],
    cores: Sequence[Core],
    paragraphs: Spans,
    *,
    weights: Mapping[str, Sequence[float]] = UNTRAINED,
    year: int | None = None,
) -> Everybody:
    """Everybody in a document.

    Args:
        text: the document's text.
        attributions: of the document, in order.
        cores: its mentions, in order.
        paragraphs: spans of title and body.
        weights: of :mod:`onrecord.reading.antecedents`, by class of anaphor.
        year: of publication, if known.

    Returns:
        Who makes each statement, and the entities and mentions of the document.
    """
    places = Places(text, (a.content for a in attributions))
    coreference = Coreference(text, Phrases(text, cores, paragraphs), places, weights, year)
    voices = Speakers(text, attributions, paragraphs, coreference).of
    outlets = tuple(outlet(text, attribution, coreference) for attribution in attributions)
    return Everybody(voices, replace(named(coreference, voices, year), outlets=outlets), coreference)
