"""The records: what every room passes to the next, and what a reader gets.

The words are those of ``docs/architecture.md``; the JSON form of :class:`Reading` is the public contract, version 1.
Offsets are Unicode code points into the document's text, half-open, as the W3C Web Annotation model's
TextPositionSelector has them (https://www.w3.org/TR/annotation-model/#text-position-selector).
"""

from __future__ import annotations

import dataclasses
import hashlib
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

CONTRACT_VERSION = 1

Span = tuple[int, int]
Spans = tuple[Span, ...]
Directness = Literal["direct", "mixed", "indirect"]
Kind = Literal["person", "organisation", "state", "group", "document"]
Status = Literal["actual", "planned", "unreal"]


@dataclass(frozen=True, slots=True)
class Document:
    """What was fetched or handed in, and the text made of it. The text never changes after extraction.

    ``origin`` is where it came from as the user named it (a path, a URL, ``-``); ``id`` names it in results;
    ``raw`` are the bytes as they came, ``extractor`` the program that made text of them.
    """

    id: str
    text: str
    origin: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    media_type: str = "text/plain"
    extractor: str | None = None
    raw: bytes = field(default=b"", repr=False)

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the text in UTF-8: the state of the text that every offset speaks of."""
        return text_hash(self.text)


@dataclass(frozen=True, slots=True)
class DateRange:
    """An interval of whole days, both ends included, and how fine the text was about it."""

    start: str
    end: str
    grain: str
    basis: Literal["text", "published"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a statement; ``entity`` indexes :attr:`Reading.entities`."""

    name: str
    kind: Kind
    role: str | None = None
    country: str | None = None
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution (source, cue, content; PARC and PolNeAR) with its speakers resolved.

    ``quote`` is the content's words, pieces joined by `` ... ``; ``certainty`` a calibrated probability that the
    statement is there as read; ``outlet`` the news organisation that the text says it came through ("he told TASS").
    """

    source: Spans
    cue: Spans
    content: Spans
    quote: str
    directness: Directness
    speakers: tuple[Speaker, ...]
    date: DateRange | None
    certainty: float
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One side of an event: a code (ISO 3166-1 alpha-3 or an organisation's acronym) and the name in the text."""

    code: str
    name: str
    sector: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER's terms; ``statement`` indexes the statement that makes or reports it.

    ``status`` says whether the text tells it as having happened or happening, as announced or agreed, or as something
    that did not or need not happen (negated, denied, hypothetical).
    """

    type: str
    quad: int
    mode: str | None
    context: tuple[str, ...]
    actor: tuple[Actor, ...]
    recipient: tuple[Actor, ...]
    trigger: Spans
    date: DateRange | None
    place: str | None
    certainty: float
    statement: int | None
    status: Status = "actual"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names someone or something; ``entity`` indexes :attr:`Reading.entities`."""

    span: Span
    type: str
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom or what mentions name."""

    name: str
    kind: str
    role: str | None = None
    country: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A span and its TIMEX3 value, resolved to an interval with its grain."""

    span: Span
    value: str
    start: str | None
    end: str | None
    grain: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one model version read in one document: derived, and can be made again."""

    id: str
    text: str
    sha256: str
    title: str | None
    published: str | None
    url: str | None
    model: str
    body: Spans
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    outlet: str | None = None
    author: str | None = None
    version: int = CONTRACT_VERSION

    def to_dict(self) -> dict[str, Any]:
        """The contract's JSON object, with ``version`` first; spans are two-element lists."""
        plain = {f.name: _plain(getattr(self, f.name)) for f in dataclasses.fields(self)}
        return {"version": plain.pop("version"), **plain}

    def at_least(self, certainty: float, events: float | None = None) -> Reading:
        """The reading without the statements and events that are less certain.

        Args:
            certainty: of statements, 0 to 1.
            events: likewise of events; as of statements if None.

        An event that a statement makes or reports goes with it: without the claim it would read as the text's own.
        """
        kept = [i for i, s in enumerate(self.statements) if s.certainty >= certainty]
        place: dict[int | None, int | None] = {old: new for new, old in enumerate(kept)}
        place[None] = None
        least = certainty if events is None else events
        sure = tuple(
            dataclasses.replace(e, statement=place[e.statement])
            for e in self.events
            if e.certainty >= least and e.statement in place
        )
        return dataclasses.replace(self, statements=tuple(self.statements[i] for i in kept), events=sure)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Reading:
        """The reading that a contract object stands for; fields it does not know are passed over.

        Raises:
            ValueError: the object is of another contract version, or a field is missing.
        """
        if data.get("version") != CONTRACT_VERSION:
            raise ValueError(f"reading of contract version {data.get('version')!r}, not {CONTRACT_VERSION}")
        reading = _build(cls, data)
        assert isinstance(reading, cls)
        return reading


def text_hash(text: str) -> str:
    """Hex SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    """Dataclasses as dicts and tuples as lists, all the way down."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _build(kind: Any, value: Any) -> Any:
    """The inverse of :func:`_plain`, led by the type annotation ``kind``."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        known = [f for f in dataclasses.fields(kind) if f.name in value]
        needed = {f.name for f in dataclasses.fields(kind) if f.default is dataclasses.MISSING}
        missing = needed - {f.name for f in known}
        if missing:
            raise ValueError(f"{kind.__name__} without {', '.join(sorted(missing))}")
        return kind(**{f.name: _build(hints[f.name], value[f.name]) for f in known})
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        inner = next(a for a in args if a is not types.NoneType)
        return None if value is None else _build(inner, value)
    if origin is tuple:
        if len(args) == 2 and args[1] is ...:
            return tuple(_build(args[0], v) for v in value)
        return tuple(_build(a, v) for a, v in zip(args, value, strict=True))
    return value
