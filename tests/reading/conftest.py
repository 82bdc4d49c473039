"""What tests of the reading share: the shipped model's mentions, whom they name, and what is laid out by hand."""

import re
from dataclasses import dataclass, replace

import numpy as np
import pytest

from onrecord.reading.agreement import agreed
from onrecord.reading.antecedents import UNTRAINED
from onrecord.reading.attribution import Attribution, Evidence, Scores
from onrecord.reading.coreference import Coreference
from onrecord.reading.encoder import shipped
from onrecord.reading.mentions import Core, Mentions
from onrecord.reading.phrases import Phrases
from onrecord.reading.pieces import Pieces, cut
from onrecord.reading.places import Places
from onrecord.reading.quotation import quotations
from onrecord.reading.reader import Reader
from onrecord.reading.tags import TAGS
from onrecord.reading.who import who
from onrecord.reading.windows import windows
from onrecord.records import Document, Entity, Reading


@pytest.fixture(scope="session")
def tokenizer():
    return shipped().tokenizer


@pytest.fixture(scope="session")
def laid_out():
    """A function from ``"Or·len said no .\\nShe left"`` to pieces: a word a token, cut at dots, a line a paragraph."""

    def lay(marked: str) -> Pieces:
        start, end, first, bounds, text = [], [], [], [0], ""
        for line in marked.split("\n"):
            for n, word in enumerate(line.split(" ")):
                text += " " if n else ""
                for m, piece in enumerate(word.split("·")):
                    start.append(len(text))
                    text += piece
                    end.append(len(text))
                    first.append(m == 0)
            bounds.append(len(start))
            text += "\n"
        marks = quotations(text)
        return Pieces(
            text=text[:-1],
            ids=np.arange(len(start)) + 1000,
            start=np.array(start),
            end=np.array(end),
            first=np.array(first),
            shape=np.zeros(len(start), np.int64),
            layout=np.array([any(q.start <= s < q.end for q in marks) for s in start], np.int64),
            bounds=np.array(bounds),
            quotations=marks,
        )

    return lay


MARK = re.compile(r"\{([a-z]):([^{}]+)\}")
TYPES = {kind[0]: kind for kind in ("person", "role", "group", "organisation", "state")} | {
    "l": "place",
    "n": "pronoun",
}


def unmarked(marked):
    """ "{p:Ana Moro} left" to its text and its mentions: Person, Role, Group, Organisation, State, pLace, proNoun."""
    text, cores, done = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        cores.append(Core(len(text), len(text) + len(mark[2]), TYPES[mark[1]]))
        text += mark[2]
        done = mark.end()
    return text + marked[done:], cores


def paragraphs_of(text):
    """Spans of the lines that are not empty."""
    return tuple(line.span() for line in re.finditer(r"[^\n]+", text))


@pytest.fixture(scope="session")
def by_hand():
    """The function :func:`unmarked`."""
    return unmarked


@pytest.fixture(scope="session")
def known():
    """A function from a marked text to its coreference, every phrase resolved, without a model."""

    def resolve(marked, contents=(), year=None):
        text, cores = unmarked(marked)
        contents = [(text.index(content), text.index(content) + len(content)) for content in contents]
        places = Places(text, [(span,) for span in contents])
        coreference = Coreference(text, Phrases(text, cores, paragraphs_of(text)), places, year=year)
        for phrase in coreference.phrases.all:
            coreference.mention(phrase)
        return coreference

    return resolve


@pytest.fixture(scope="session")
def chains(known):
    """A function from a marked text to the wordings that name one, for each who is named more than once."""

    def wordings(marked, **more):
        coreference = known(marked, **more)
        out = {}
        for core, found in zip(coreference.cores, coreference.found, strict=True):
            if found is not None:
                out.setdefault(found.who.number, []).append(coreference.text[core.start : core.end])
        return sorted((chain for chain in out.values() if len(chain) > 1), key=lambda chain: chain[0])

    return wordings


@pytest.fixture(scope="session")
def voices():
    """A function from a marked text, and the wordings of source, cue and content of each statement, to the speakers."""

    def speaking(marked, *statements):
        text, cores = unmarked(marked)
        attributions, at = [], 0
        for wordings in statements:
            spans = []
            for wording in wordings:
                start = text.index(wording, at) if wording else at
                spans.append(((start, start + len(wording)),) if wording else ())
            at = spans[0][0][0] if spans[0] else at
            attributions.append(Attribution(*spans, Evidence(1.0, 1.0, 1.0, 1.0)))
        made = who(text, attributions, cores, paragraphs_of(text))
        found, everybody = made.voices, made.named
        return [[speaker.name for speaker in everybody.speakers(voice)] for voice in found]

    return speaking


@pytest.fixture(scope="session")
def tagged():
    """A function from a marked text to the mentions found in it, by a head that is sure of the marks.

    What is not marked the head takes for no mention; with ``doubts`` it half believes in a type, everywhere.
    """
    encoder = shipped()

    def found(marked, doubts=None):
        text, cores = unmarked(marked)
        pieces = cut(text, paragraphs_of(text), encoder.tokenizer)
        heard = Mentions(pieces)
        scored = [(w, _scores(pieces, w, cores, doubts)) for w in windows(pieces)]
        assert [window for window, _ in heard.listening(scored)] == windows(pieces)
        return [(text[core.start : core.end], core.type) for core in heard.cores]

    return found


def _scores(pieces, window, cores, doubts):
    n = window.end - window.start
    mention = np.zeros((n, len(TAGS)), np.float32)
    mention[:, 0] = 12.0
    if doubts:
        mention[:, TAGS.index(f"B-{doubts}")] = 11.5
    for at in range(n):
        start = pieces.start[window.start + at]
        for core in cores:
            if core.start <= start < core.end:
                mention[at] = 0.0
                mention[at, TAGS.index(f"{'B' if start == core.start else 'I'}-{core.type}")] = 12.0
    return replace(Scores.silent(n), mention=mention)


@pytest.fixture(scope="session")
def cores_of():
    """A function from a text, and the spans of it that are read, to the mentions that the shipped model finds."""
    encoder = shipped()

    def found(text, readable=None):
        spans = ((0, len(text)),) if readable is None else readable
        pieces = cut(text, spans, encoder.tokenizer)
        heard = Mentions(pieces)
        for _ in heard.listening(encoder.scores(pieces, windows(pieces))):
            pass
        return agreed(text, heard.cores, spans)

    return found


@pytest.fixture(scope="session")
def speakers_of(cores_of):
    """A function from a text and attributions given by hand to the speakers of each."""
    weights = shipped().card.get("antecedents", UNTRAINED)

    def found(text, attributions, readable=None):
        readable = ((0, len(text)),) if readable is None else readable
        made = who(text, attributions, cores_of(text, readable), readable, weights=weights)
        voices, everybody = made.voices, made.named
        return tuple(everybody.speakers(voice) for voice in voices)

    return found


@dataclass(frozen=True)
class Told:
    """A reading, asked for by the wording of its mentions."""

    reading: Reading
    reasons: tuple[str, ...]

    def number(self, wording: str, nth: int = 0) -> int:
        """The entity that the nth mention of a wording names."""
        found = [m.entity for m in self.reading.mentions if self.reading.text[slice(*m.span)] == wording]
        assert len(found) > nth, f"{wording!r} is no mention: {self.chains()}"
        return found[nth]

    def entity(self, wording: str, nth: int = 0) -> Entity:
        """As :meth:`number`, the entity itself."""
        return self.reading.entities[self.number(wording, nth)]

    def same(self, *wordings: str | tuple[str, int]) -> bool:
        """Whether wordings (or a wording and which of its mentions) all name one."""
        return len({self.number(*([w] if isinstance(w, str) else w)) for w in wordings}) == 1

    def chains(self) -> list[list[str]]:
        """The wordings of each entity."""
        out: list[list[str]] = [[] for _ in self.reading.entities]
        for mention in self.reading.mentions:
            out[mention.entity].append(self.reading.text[slice(*mention.span)])
        return out

    def speakers(self) -> list[list[str]]:
        """The names of each statement's speakers."""
        return [[speaker.name for speaker in statement.speakers] for statement in self.reading.statements]


@pytest.fixture(scope="session")
def told():
    """A function from a text (and what is known of it) to whom it tells of."""
    reader = Reader()
    return lambda text, **known: Told(*reader.explained(Document("", text, "", **known)))


@pytest.fixture(scope="session")
def sound_cast():
    """A function that checks what the contract promises of every reading's mentions, entities and speakers."""

    def check(reading):
        last, meant = 0, set()
        for mention in reading.mentions:
            start, end = mention.span
            assert last <= start < end <= len(reading.text)
            last = end
            assert mention.type in ("person", "role", "group", "organisation", "state", "place", "pronoun")
            assert 0 <= mention.entity < len(reading.entities)
            meant.add(mention.entity)
        for statement in reading.statements:
            meant |= {speaker.entity for speaker in statement.speakers}
            assert len(set(statement.speakers)) == len(statement.speakers)
            for speaker in statement.speakers:
                entity = reading.entities[speaker.entity]
                assert (speaker.name, speaker.role, speaker.country) == (entity.name, entity.role, entity.country)
                assert speaker.kind == entity.kind or (speaker.kind, entity.kind) == ("state", "place")
        assert meant == set(range(len(reading.entities)))
        for entity in reading.entities:
            assert entity.name.strip() == entity.name != ""
            assert entity.kind in ("person", "organisation", "state", "group", "place", "document")
            assert entity.role is None or (entity.role and entity.kind == "person")
            assert entity.country is None or entity.country.isupper()

    return check
