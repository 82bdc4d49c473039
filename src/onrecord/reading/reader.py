"""Document to reading: the rooms of this folder, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.errors import SourceError, UsageError
from onrecord.published import REMEDY, day, iso_date
from onrecord.reading.agreement import agreed
from onrecord.reading.antecedents import UNTRAINED
from onrecord.reading.attribution import Attribution, decode
from onrecord.reading.certainty import certainty
from onrecord.reading.dates import Dating, dateline, time_expressions
from onrecord.reading.directness import directness, quoted_share
from onrecord.reading.encoder import FOLDER, Encoder, Progress, shipped
from onrecord.reading.events.certainty import UNTRAINED as UNTRAINED_EVENTS
from onrecord.reading.events.events import happened, sure_enough
from onrecord.reading.events.pairs import between
from onrecord.reading.events.participants import Participants
from onrecord.reading.events.triggers import Triggers
from onrecord.reading.extent import stripped, trimmed, unframed
from onrecord.reading.mentions import Core, Mentions
from onrecord.reading.pieces import Pieces, cut
from onrecord.reading.quotation import Quotation
from onrecord.reading.segment import Paragraph, body_spans, segment
from onrecord.reading.sources import whole_sources
from onrecord.reading.turns import turns
from onrecord.reading.who import Everybody
from onrecord.reading.who import who as who_is_there
from onrecord.reading.windows import windows
from onrecord.records import Document, Entity, Mention, Reading, Span, Spans, Speaker, Statement, text_hash


class Reader:
    """Reads documents with one model, which is loaded at the first reading and kept.

    Args:
        model: a folder with other weights; the shipped ones without it.
        threads: that one reading may use.
        everything: whether readings hold the events, too, that are unsure or did not happen.

    Example:
        >>> reading = Reader().read("The talks are over, the ministry said on Monday.", published="2024-01-12")
        >>> reading.statements[0].directness
        'indirect'
    """

    def __init__(self, model: str | Path | None = None, *, threads: int = 1, everything: bool = False) -> None:
        if threads < 1:
            raise UsageError(f"a reading needs at least one thread, not {threads}", remedy="give 1 or more")
        if model is None and threads == 1:
            self._encoder = shipped()
        else:
            self._encoder = Encoder(FOLDER if model is None else Path(model), threads=threads)
        self._everything = everything

    @property
    def model(self) -> str:
        """Name and version of the model."""
        return self._encoder.name

    def read(
        self,
        text: str,
        *,
        id: str = "",
        title: str | None = None,
        published: str | None = None,
        url: str | None = None,
        outlet: str | None = None,
        author: str | None = None,
        progress: Progress | None = None,
    ) -> Reading:
        """Read one text.

        Args:
            text: the article, furniture and all; every offset in the result speaks of exactly this string.
            id: names the document in the result; the text's hash without it.
            title: the headline, if known apart from the text.
            published: day of publication, ``YYYY-MM-DD``; a month or a year is taken, but is no day in the result.
                Without it the day that the text's dateline or byline tells.
            url, outlet, author: kept in the result.
            progress: called with windows done and windows in all, now and then.

        Returns:
            The reading: statements and events in the text's order.

        Raises:
            SourceError: the text holds half a surrogate pair, which is no character.
            UsageError: ``published`` is no date.
            ModelError: the model's files are missing or damaged.
        """
        about = Document(id, text, "", title, published, url, outlet, author)
        return self.read_document(about, progress=progress)

    def read_document(self, document: Document, *, progress: Progress | None = None) -> Reading:
        """Read a document with what is known about it; else as :meth:`read`."""
        return self._read(document, progress)[0]

    def explained(self, document: Document, *, progress: Progress | None = None) -> tuple[Reading, tuple[str, ...]]:
        """As :meth:`read_document`, with a short reason for each of the reading's mentions: why they name whom."""
        return self._read(document, progress)

    def _read(self, document: Document, progress: Progress | None) -> tuple[Reading, tuple[str, ...]]:
        text = document.text
        published = document.published
        sha256 = _hash(text, document.id)
        paragraphs = segment(text, title=document.title)
        told = _day(published) if published is not None else dateline(text, paragraphs)
        readable = tuple((p.start, p.end) for p in paragraphs if p.kind != "boilerplate")
        pieces = cut(text, readable, self._encoder.tokenizer)
        found, cores, triggers = self._found(pieces, readable, progress)
        found = whole_sources(text, _with_turns(found, turns(text, readable)), cores, readable)
        found = tuple(sorted(found, key=lambda a: (a.content, a.cue)))
        everybody = self._who(text, found, cores, readable, told)
        who = everybody.named
        expressions = time_expressions(text, readable, told or published)
        dating = Dating(text, everybody.known.places.sentence_ends, expressions, told or published)
        body = body_spans(paragraphs)
        events = happened(
            triggers,
            Participants(everybody.known, who, int(told[:4]) if told else None),
            found,
            everybody.voices,
            body,
            dating,
            self._encoder.card.get("events", UNTRAINED_EVENTS),
        )
        reading = Reading(
            id=document.id or sha256,
            text=text,
            sha256=sha256,
            title=document.title if document.title is not None else _title(text, paragraphs),
            published=told,
            url=document.url,
            model=self.model,
            body=body,
            statements=self._statements(
                pieces, found, [who.speakers(v) for v in everybody.voices], who.outlets, dating
            ),
            events=events if self._everything else sure_enough(events, self._encoder.card.get("event_threshold", 0.5)),
            mentions=who.mentions,
            entities=who.entities,
            dates=expressions,
            outlet=document.outlet,
            author=document.author,
        )
        return reading, who.reasons

    def entities(self, text: str, spans: Sequence[Span]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
        """The mentions and entities in some spans of a text, all of it taken for an article's own.

        Args:
            text: any text.
            spans: its paragraphs, in order, not overlapping.
        """
        pieces = cut(text, spans, self._encoder.tokenizer)
        found, cores, _ = self._found(pieces, spans, None)
        who = self._who(text, found, cores, tuple(spans), None).named
        return who.mentions, who.entities

    def between(self, text: str, actor: Span, recipient: Span) -> str | None:
        """What one actor does to another in a sentence that marks both: an event type; None if the text is too long.

        Args:
            text: a sentence or paragraph.
            actor, recipient: where the two stand in it.
        """
        pieces = cut(text, ((0, len(text)),), self._encoder.tokenizer)
        chances = between(pieces, self._encoder.scores(pieces, windows(pieces)), actor, recipient)
        return max(chances, key=lambda name: chances[name]) if chances else None

    def _who(
        self, text: str, found: Sequence[Attribution], cores: Sequence[Core], readable: Spans, published: str | None
    ) -> Everybody:
        weights = self._encoder.card.get("antecedents", UNTRAINED)
        year = int(published[:4]) if published else None
        return who_is_there(text, found, cores, readable, weights=weights, year=year)

    def _found(
        self, pieces: Pieces, paragraphs: Sequence[Span], progress: Progress | None
    ) -> tuple[tuple[Attribution, ...], list[Core], Triggers]:
        """Attributions, mentions and triggers of events, in one pass of the encoder."""
        mentions, triggers = Mentions(pieces), Triggers(pieces)
        scored = self._encoder.scores(pieces, windows(pieces), progress)
        found = _tidied(pieces, decode(pieces, triggers.listening(mentions.listening(scored)), self._encoder.settings))
        return found, agreed(pieces.text, mentions.cores, paragraphs), triggers

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents one by one, in order, holding no more than one in memory."""
        for document in documents:
            yield self.read_document(document)

    def _statements(
        self,
        pieces: Pieces,
        found: Sequence[Attribution],
        named: Sequence[tuple[Speaker, ...]],
        outlets: Sequence[str | None],
        dating: Dating,
    ) -> tuple[Statement, ...]:
        made = []
        weights = self._encoder.card["certainty"]
        for attribution, who, through in zip(found, named, outlets, strict=True):
            marks = _near(pieces.quotations, attribution)
            share = 1.0 if attribution.verbatim else quoted_share(pieces.text, attribution.content, marks)
            made.append(
                Statement(
                    source=attribution.source,
                    cue=attribution.cue,
                    content=attribution.content,
                    quote=" ... ".join(pieces.text[s:e] for s, e in attribution.content),
                    directness=directness(share),
                    speakers=who,
                    date=dating.of(attribution.cue or attribution.content),
                    certainty=certainty(attribution, share, weights),
                    outlet=through,
                )
            )
        return tuple(made)


def _tidied(pieces: Pieces, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions with their spans trimmed to the mark; one without a word of content is none."""
    return tuple(tidy for a in found if (tidy := _tidy(pieces, a)).content)


def _tidy(pieces: Pieces, attribution: Attribution) -> Attribution:
    text, marks = pieces.text, pieces.quotations
    cue = stripped(text, attribution.cue)
    content = unframed(text, cue, trimmed(text, attribution.content, marks), marks)
    return replace(attribution, source=stripped(text, attribution.source), cue=cue, content=content)


def _with_turns(found: Sequence[Attribution], spoken: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """A transcript's turns, and what was found outside them: a word belongs to one statement, the outermost."""
    taken = sorted(span for turn in spoken for role in (turn.source, turn.content) for span in role)

    def free(attribution: Attribution) -> bool:
        return all(
            i < 0 or taken[i][1] <= span[0]
            for role in (attribution.source, attribution.cue, attribution.content)
            for span in role
            for i in (bisect_right(taken, span[1] - 1, key=lambda t: t[0]) - 1,)
        )

    kept = [a for a in found if free(a)]
    return tuple(sorted([*kept, *spoken], key=lambda a: a.content))


def _near(marks: Sequence[Quotation], attribution: Attribution) -> Sequence[Quotation]:
    """The quotations that a content may stand in: those between its first and last character."""
    first = bisect_right(marks, attribution.content[0][0], key=lambda q: q.end)
    last = bisect_right(marks, attribution.content[-1][1], key=lambda q: q.start)
    return marks[first:last]


def _title(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    return next((" ".join(text[p.start : p.end].split()) for p in paragraphs if p.kind == "title"), None)


def _hash(text: str, ident: str) -> str:
    try:
        return text_hash(text)
    except UnicodeEncodeError as error:
        raise SourceError(
            f"half a character (a lone surrogate) at offset {error.start}",
            where=ident or None,
            remedy="decode the text again from its bytes",
        ) from None


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        return day(iso_date(published))
    except ValueError:
        raise UsageError(f"{published!r} is no date", where="published", remedy=REMEDY) from None
