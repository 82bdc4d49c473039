"""Who makes each statement: its source's words to the entities that they name or stand for.

A quotation without a source and a source in the first person are told by what stands around them: the statement
before, the label of a turn, the title of a release. Whoever cannot be known ("a source", "officials") stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.reading.attribution import Attribution
from onrecord.reading.cast import Someone
from onrecord.reading.coreference import Coreference
from onrecord.reading.lexicon import lexicon
from onrecord.reading.parties import Parties, Voices, is_document
from onrecord.records import Spans

_KINDS = (
    r"statement|remark|address|speech|comment|commentary|interview|answer|message|letter|declaration|briefing|testimony"
)
# the title of a release whose author says "I" or "we" in it
_RELEASE = re.compile(
    rf"\b(?:{_KINDS})(?:s|es)?\b[^.\n]{{0,60}}?\b(?:by|of|from) (?:the )?|['’]s? (?:[\w-]+ ){{0,3}}(?:{_KINDS})s?\b",
    re.IGNORECASE,
)
_TITLE_WITHIN = 300  # characters
_LABEL = re.compile(r"^[ \t]*([^\W\d_][^\n:“\"]{1,60}):(?=\s)", re.MULTILINE)
_IN_FIRST_PERSON = 5  # words that make a text one of the first person
_AROUND = 8  # attributions before and after a nested one among which the one around it is looked for
_FIRST_PERSON = frozenset(["i", "me", "my", "we", "us", "our"])


class Speakers(Parties):
    """The speakers of one document's statements.

    Args:
        text: the document's text.
        attributions: of the document, in order.
        readable: spans of title and body.
        coreference: over the document's mentions; its phrases are resolved here, in step with the statements.
    """

    def __init__(
        self, text: str, attributions: Sequence[Attribution], readable: Spans, coreference: Coreference
    ) -> None:
        super().__init__(text, coreference)
        self.attributions, self.readable = attributions, readable
        self.of: list[Voices] = [()] * len(attributions)
        coreference.sources = frozenset(
            i for a in attributions if a.source for i in self._between(a.source[0][0], a.source[-1][1])
        )
        self._resolve()

    def _resolve(self) -> None:
        phrases = self.known.phrases.all
        order = sorted(range(len(self.attributions)), key=lambda k: _place(self.attributions[k]))
        at = 0
        for k in order:
            attribution = self.attributions[k]
            end = max(e for _, e in attribution.source) if attribution.source else _place(attribution)
            while at < len(phrases) and phrases[at].start < end:
                self.known.mention(phrases[at])
                at += 1
            if not attribution.source:
                self.of[k] = self._continued(k)
            elif not self._is_first_person(attribution.source):
                self.of[k] = self._label(attribution) or self._source(attribution)
            if self.known.places.content(_place(attribution)) in (None, k):
                self.known.spoke(self.of[k])
                self._by_document = bool(attribution.source) and is_document(self.text[slice(*attribution.source[0])])
                self._made(attribution, self.of[k])
        for phrase in phrases[at:]:
            self.known.mention(phrase)
        self._first_persons()

    # ---- no source, or the first person ------------------------------------------------------------------------------

    def _continued(self, k: int) -> Voices:
        """Whoever spoke right before a bare quotation, if that is near and nobody else is named between."""
        start = self.attributions[k].content[0][0]
        if lexicon().kinds.get(self.text[start : start + 1]) != "q":
            return ()
        before = [
            (max(e for _, e in (*a.source, *a.cue, *a.content)), j)
            for j, a in enumerate(self.attributions[max(0, k - 3) : k], max(0, k - 3))
        ]
        near = [(end, j) for end, j in before if end <= start]
        if not near:
            return ()
        end, j = max(near)
        named = any(self._cores[i].type in ("person", "organisation") for i in self._between(end, start))
        return () if named or len(re.findall(r"\n\s*", self.text[end:start])) > 1 else self.of[j]

    def _is_first_person(self, source: Spans) -> bool:
        first = re.match(r"\w*", self.text[source[0][0] : source[-1][1]])
        return first is not None and first[0] != "US" and first[0].lower() in _FIRST_PERSON

    def _first_persons(self) -> None:
        """ "I" waits until the others are known: the attribution around it may come later."""
        voices = self._voices()
        for k, attribution in enumerate(self.attributions):
            if attribution.source and not attribution.verbatim and self._is_first_person(attribution.source):
                self.of[k] = self._around(k, voices)
        self.known.first_persons(lambda at: self._speaking(at, voices))

    def _around(self, k: int, voices: Sequence[tuple[int, Voices]]) -> Voices:
        place = self.attributions[k].source[0][0]
        for j in range(max(0, k - _AROUND), min(len(self.of), k + _AROUND + 1)):
            if j != k and any(start <= place < end for start, end in self.attributions[j].content):
                return self.of[j]
        turn = bisect_right(voices, place, key=lambda voice: voice[0]) - 1
        return voices[turn][1] if turn >= 0 else ()

    def _speaking(self, at: int, voices: Sequence[tuple[int, Voices]]) -> Voices:
        """Who says "I" at an offset."""
        number = self.known.places.content(at)
        if number is not None and self.of[number]:
            return self.of[number]
        turn = bisect_right(voices, at, key=lambda voice: voice[0]) - 1
        return voices[turn][1] if turn >= 0 else ()

    def _of_release(self, title: re.Match[str]) -> Voices:
        """Whom the title of a release names; in capitals it is read as a label is."""
        line = self.text[title.end() :].split("\n", 1)[0]
        if title.group().startswith(("'", "’")):
            k = bisect_left(self._starts, title.start()) - 1
            near = k >= 0 and "\n" not in self.text[self._starts[k] : title.start()]
            return self._party(self._top(k), title.start()) if near else ()
        if title.group().isupper():
            name = re.match(r"[^\n,]+?(?= (?:ON|AT|IN|REGARDING|FOLLOWING|AFTER|TO|FOR)\b|,|$)", line)
            return self._called(name[0]) if name else ()
        k = bisect_left(self._starts, title.end())
        near = k < len(self._cores) and self._starts[k] - title.end() < min(40, len(line))
        return self._party(self._top(k), title.end() + len(line)) if near else ()

    def _author(self, low: int) -> Someone | None:
        """The one person named in the head of a text that is written in the first person."""
        first = [
            core.start
            for core in self._cores
            if core.type == "pronoun"
            and self.text[core.start : core.end].lower() in _FIRST_PERSON
            and self.known.places.content(core.start) is None
        ]
        if len(first) < _IN_FIRST_PERSON or 2 * len(first) < sum(core.type == "pronoun" for core in self._cores):
            return None
        head = self._between(low, min(first[0], low + _TITLE_WITHIN))
        named = {f.who.number: f.who for i in head if self._cores[i].type == "person" and (f := self.known.found[i])}
        return next(iter(named.values())) if len(named) == 1 else None

    def _voices(self) -> list[tuple[int, Voices]]:
        """Where somebody begins to speak without being quoted: the title of a release, labels at lines' starts."""
        out: list[tuple[int, Voices]] = []
        if self.readable:
            low = self.readable[0][0]
            title = _RELEASE.search(self.text, low, low + _TITLE_WITHIN)
            if title and (who := self._of_release(title)):
                out.append((low, who))
            elif author := self._author(low):
                out.append((low, (author,)))
        for start, end in self.readable:
            for label in _LABEL.finditer(self.text, start, end):
                i = bisect_left(self._starts, label.start(1))
                inside = [
                    j for j in range(i, bisect_left(self._starts, label.end(1))) if self._cores[j].type == "person"
                ]
                if len(inside) == 1 and self.known.found[inside[0]]:
                    out.append((label.start(), (self.known.found[inside[0]].who,)))  # type: ignore[union-attr]
                elif label.group(1).isupper():
                    out.append((label.start(), self._called(label.group(1))))
        return sorted(out, key=lambda voice: voice[0])


def _place(attribution: Attribution) -> int:
    return min(attribution.source or attribution.content)[0]
