"""Whom the words of a source mean: one phrase or several, an office, a side, a document, a turn's label.

What the head of the source is decides: a mention, or a word that hides who speaks ("a source in the ministry").
"""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.actors import people
from onrecord.reading.attribution import Attribution
from onrecord.reading.cast import Someone
from onrecord.reading.coreference import Coreference
from onrecord.reading.lexicon import lexicon
from onrecord.reading.naming import Found
from onrecord.reading.offices import SOLE
from onrecord.reading.outlets import is_news
from onrecord.reading.phrases import INDEFINITE, Phrase

Voices = tuple[Someone, ...]

_TOGETHER = re.compile(r",? (?:and|&|as well as|along with|together with) (?:[\w’'-]+ ){0,4}|/")
_LISTED = re.compile(r", (?:[\w’'-]+ ){0,3}")
_INSIDE = re.compile(
    r"\b[a-z-]+ (?:of|between|in|at|from|by|with|about|on|to|near|for) (?:the |its |his |her )?(?:[\w-]+ ){0,2}$"
)
_SAID = re.compile(
    r"(?:, [^,.]{1,60},)?\s+(?:has |have |had |also |later )*(?:said|says|told|stated|announced|warned|noted|declared"
    r"|stressed|confirmed|denied|claimed|added|called|urged|rejected)\b"
)
_TITLE_WITHIN = 300  # characters
_AUTHOR = re.compile(r"\b(?:by|of|from|with|for) (?:the )?(?:[\w-]+ ){0,2}$")
_QUOTED_AS = re.compile(r"\b(?:quot|cit)(?:ed|es|ing)\b")


class Parties:
    """Reads the sources of one document.

    Args:
        text: the document's text.
        coreference: over its mentions; asked in the order of the text.
    """

    def __init__(self, text: str, coreference: Coreference) -> None:
        self.text, self.known = text, coreference
        self._cores = coreference.cores
        self._starts = [core.start for core in self._cores]
        self._documents: dict[str, Voices] = {}
        self._by_document = False

    def _between(self, start: int, end: int) -> range:
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _source(self, attribution: Attribution) -> Voices:
        # of two pieces that which stands by the cue names the speaker
        beside = min((*attribution.cue, *attribution.content))[0]
        start, end = min(attribution.source, key=lambda span: abs(span[0] - beside))
        inside = self._between(start, end)
        if quoted := self._quoted_as(attribution):
            return quoted
        if not inside and self.text[start:end].lower() in ("the", "a", "an"):
            # the head thought the determiner was all of it
            k = bisect_left(self._starts, end)
            near = k < len(self._cores) and re.fullmatch(r"(?: [\w-]+){0,2} ", self.text[end : self._starts[k]])
            if near:
                phrase = self._top(k)
                self.known.mention(phrase)
                return self._party(phrase, phrase.end)
        if not inside:
            return self._by_words(self.text[start:end])
        first = self._top(inside[0])
        before = self.text[start : max(start, first.start)].lower()
        if document := self._document(start, end):
            return (document,)
        if self._hides(before):
            author = _AUTHOR.search(before)
            documents = [w for w in re.findall(r"[\w-]+", before) if w in lexicon().groups["document"]]
            return self._party(first, end) if author and documents else ()
        if _INSIDE.search(before):
            return ()  # "a partnership between": the head is nobody's name
        found: dict[int, Someone] = {}
        for who in self._party(first, end):
            found[who.number] = who
        phrase = first
        listed = bool(re.search(r"\band\b|&", self.text[first.end : end]))
        while True:
            k = bisect_left(self._starts, phrase.end)
            if k >= len(self._cores) or self._starts[k] >= end:
                break
            nxt = self._top(k)
            if nxt is phrase or nxt.end <= phrase.end:
                break
            gap = " ".join(("x" + self.text[phrase.end : nxt.start] + "x").split())[1:-1]
            comma = listed and _LISTED.fullmatch(gap) and self._cores[nxt.head].type != "role"
            if not (_TOGETHER.fullmatch(gap) or comma):
                break
            for who in self._party(nxt, end):
                found[who.number] = who
            phrase = nxt
        return tuple(found.values())

    def _top(self, i: int) -> Phrase:
        """The phrase that a core opens: its own, or that of what it owns."""
        phrase = self.known.phrases.of[i]
        for j in range(i + 1, min(i + 6, len(self._cores))):
            other = self.known.phrases.of[j]
            if phrase.head in other.owners and other.start <= phrase.start:
                phrase = other
        return phrase

    def _hides(self, before: str) -> bool:
        """Whether the words before the first mention are the head: "sources in", "a report by"."""
        groups = lexicon().groups
        words = re.findall(r"[\w-]+", before)
        return any(word in groups["unknown"] or word in groups["document"] for word in words)

    def _party(self, phrase: Phrase, end: int) -> Voices:
        """Whom one phrase of a source means."""
        i = phrase.head
        core, found = self._cores[i], self.known.found[i]
        wording = self.text[core.start : core.end]
        after = (
            re.match(r"['’]?s? ?((?:[a-z-]+ ?){1,3})", self.text[core.end : min(end, core.end + 40)])
            if core.type == "state"
            else None
        )
        if found is None:
            spoke = tuple(self.known.last_spoke)
            if wording.lower() == "it" and spoke and (self._by_document or spoke[0].kind in ("organisation", "state")):
                return spoke
            return spoke if core.type == "pronoun" and wording.lower() in ("they", "both") and len(spoke) > 1 else ()
        who = found.who
        if core.type == "state" and after and lexicon().kinds.get(wording) == "D":
            return self._people_of(who, core.start, after, core.end)
        if who.several and (who.members or not who.named):
            return self._several(phrase, who)
        if core.type == "role" and not who.named:
            return self._office(phrase, who)
        if core.type == "organisation" and re.search(r"\bpress (?:service|office)$", wording.lower()):
            owner = next((self.known.found[o] for o in phrase.owners if self._cores[o].type == "organisation"), None)
            return (owner.who,) if owner else (who,)
        if core.type in ("organisation", "place") and not who.named:
            return (who,) if who.country and phrase.owners else ()
        return (who,)

    def _people_of(self, state: Someone, start: int, after: re.Match[str], end: int) -> Voices:
        """ "the Russian side" is Russia; "Russian experts" are a group; "a Russian" nobody knows who."""
        words = after[1].split()
        groups = lexicon().groups
        if words[-1] in groups["side"] or words[-1] in (
            "leadership",
            "authorities",
            "government",
            "delegation",
            "embassy",
        ):
            return (state,)
        if words[-1] in groups["unknown"] | groups["document"] or not words[-1].endswith(
            ("s", "people", "media", "men")
        ):
            return ()
        wording = " ".join(self.text[start : end + after.end()].split())
        who = self.known.cast.keyed("group", wording.casefold())
        who.wordings[wording] += 1
        who.country, who.several = state.country, True
        return (who,)

    def _office(self, phrase: Phrase, who: Someone) -> Voices:
        """Somebody who has no name in the text: a spokesperson speaks for their house, a sole office for itself."""
        if "spokesperson" in who.heads:
            owner = next((self.known.found[o] for o in phrase.owners if self.known.found[o]), None)
            if owner is None and phrase.start < _TITLE_WITHIN:
                owner = self._house(phrase)
            return (owner.who,) if owner and owner.who.kind != "person" else ()
        if phrase.determiner in INDEFINITE or not who.heads & SOLE or not who.country:
            return ()
        return (who,)

    def _house(self, phrase: Phrase) -> Found | None:
        """Whom the spokesperson in a release's title speaks for: the organisation that opens its text."""
        for i in range(phrase.cores[-1] + 1, len(self._cores)):
            core = self._cores[i]
            if core.start > phrase.end + _TITLE_WITHIN:
                return None
            opens = core.start - self.known.places.sentence_start(core.start) < len("The ") + 1
            if core.type in ("organisation", "state") and opens and self.known.places.between(phrase.end, core.start):
                return self.known.found[i]
        return None

    def _several(self, phrase: Phrase, who: Someone) -> Voices:
        """ "the two ministers": both, if two were named so; a group that is told by whose it is, is one."""
        if who.members and not who.body:
            return tuple(who.members)
        if who.members:
            # the co-chairs of a group are a body of their own, and its members are known: both are on record
            return (who, *who.members)
        told = self.known.phrases.of[who.cores[0]]
        if who.heads & lexicon().groups["unknown"] and not (told.owners and phrase.owners):
            return ()
        return (who,) if told.owners or phrase.owners else ()

    def _by_words(self, source: str) -> Voices:
        """A source without a mention: "the statement" is its author's."""
        words = re.findall(r"[\w-]+", source.lower())
        spoke = tuple(self.known.last_spoke)
        if words in (["all"], ["both"]) and len(spoke) > 1:
            return spoke
        if words == ["it"] and spoke and (self._by_document or spoke[0].kind in ("organisation", "state")):
            return spoke
        for word in words:
            if lexicon().groups["document"] and word in lexicon().groups["document"]:
                return self._documents.get(
                    word, self._documents.get("", ()) if lexicon().means.get(word) == "speaker" else ()
                )
        return ()

    def _made(self, attribution: Attribution, who: Voices) -> None:
        """Remember who made the statement, report or video that a source or cue speaks of."""
        if not who:
            return
        self._documents[""] = who
        for start, end in (*attribution.source, *attribution.cue):
            for word in re.findall(r"[\w-]+", self.text[start:end].lower()):
                if word in lexicon().groups["document"]:
                    self._documents[word] = who

    def _document(self, start: int, end: int) -> Someone | None:
        """A treaty or resolution with a name speaks for itself."""
        head = re.match(r"(?:[Tt]he )?((?:[A-Z][\w’'-]+ )+)(?:of|on|$)", self.text[start:end] + " ")
        word = head[1].split()[-1].lower() if head else ""
        if head is None or lexicon().means.get(word) != "itself" or word not in lexicon().groups["document"]:
            return None
        wording = " ".join(re.sub(r"^[Tt]he ", "", self.text[start:end]).split())
        who = self.known.cast.keyed("document", wording.casefold())
        who.wordings[wording] += 1
        return who

    def _reported(self, attribution: Attribution) -> Voices:
        """ "X said that it rained, agency Y reported": X speaks."""
        start, end = attribution.source[0][0], attribution.source[-1][1]
        inside = self._between(start, end)
        news = len(inside) > 0 and is_news(self.text[self._cores[inside[0]].start : self._cores[inside[-1]].end])
        low, high = attribution.content[0]
        k = bisect_left(self._starts, low)
        if not news or k >= len(self._cores) or self._starts[k] >= high:
            return ()
        phrase = self._top(k)
        opens = re.fullmatch(r"[“\"]?(?:that )?(?:[Tt]he |[Aa]n? )?", self.text[low : phrase.start])
        if not opens or not _SAID.match(self.text, phrase.end):
            return ()
        self.known.mention(phrase)
        return self._party(phrase, phrase.end)

    def _quoted_as(self, attribution: Attribution) -> Voices:
        """ "Agency Y quoted X as saying": X speaks."""
        said = self._reported(attribution)
        if said or not attribution.cue:
            return said
        cue = " ".join(self.text[s:e] for s, e in attribution.cue)
        if not _QUOTED_AS.search(cue.lower()) or not attribution.cue:
            return ()
        k = bisect_left(self._starts, attribution.cue[0][0])
        end = attribution.content[0][1]
        if (
            k < len(self._cores)
            and self._starts[k] < end
            and " as " in self.text[self._starts[k] : self._starts[k] + 160]
        ):
            phrase = self._top(k)
            self.known.mention(phrase)
            return self._party(phrase, phrase.end)
        return ()

    def _label(self, attribution: Attribution) -> Voices:
        """A turn's label: "MR. PRICE", "PRESIDENT MACRON", "QUESTION"."""
        start, end = attribution.source[0][0], attribution.source[-1][1]
        wording = self.text[start:end]
        if not (attribution.verbatim or (wording.isupper() and self.text[end : end + 2].lstrip().startswith(":"))):
            return ()
        return self._called(wording)

    def _called(self, label: str) -> Voices:
        name = people.parse(label)
        words = [w for w in re.findall(r"[\w’'-]+", label.lower()) if w not in ("the", "mr", "ms", "mrs")]
        table = lexicon()
        if not words or all(w in table.groups["unknown"] or w in ("q", "a", "question", "answer") for w in words):
            return ()
        heads = {table.means[w] for w in (*words, " ".join(words)) if w in table.groups["role"]}
        if heads and len(words) <= 2 and all(w in table.means for w in words):
            holders = [w for w in self.known.cast.all if w.kind == "person" and w.named and w.heads & heads]
            return (holders[0],) if len(holders) == 1 else ()
        who = self.known.cast.person(name, 0, name.gender, None)
        who.heads |= heads
        return (who,)


def is_document(source: str) -> bool:
    """Whether a source is what somebody said or wrote: "the statement"."""
    return bool(lexicon().groups["document"] & set(re.findall(r"[\w-]+", source.lower())))
