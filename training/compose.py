"""Texts for training the paragraph classifier: clean articles with page furniture composed onto them.

Every example says which of its characters are title, which are body; the rest is furniture.
"""

from __future__ import annotations

import json
import random
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.records import Span

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
WORDING = Path(__file__).with_name("furniture.tsv")
MONTHS = "January February March April May June July August September October November December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
# how often each place of a page carries so many pieces of furniture
LEVELS = {"clean": 0.15, "light": 0.45, "heavy": 0.4}


@dataclass
class Example:
    """A text and which of its characters are the title and which the body; ``group`` keeps copies together."""

    group: str
    view: str
    text: str
    title: Span | None
    body: list[Span]
    weight: float = 1.0


@dataclass
class Article:
    """A clean article: its title and its paragraphs."""

    id: str
    view: str
    title: str
    paragraphs: list[str]


@dataclass
class _Sheet:
    """A text being written, with what its characters are."""

    gap: str
    text: str = ""
    title: Span | None = None
    body: list[Span] = field(default_factory=list)

    def add(self, lines: str, kind: str = "furniture", gap: str | None = None) -> None:
        if self.text:
            self.text += self.gap if gap is None else gap
        start = len(self.text)
        self.text += lines
        if kind == "title":
            self.title = (start, len(self.text))
        elif kind == "body":
            self.body.append((start, len(self.text)))


def articles() -> list[Article]:
    """PolNeAR's training articles and White House texts, without the furniture that they bring along."""
    found: dict[str, Article] = {}
    with (DATA / "attribution" / "polnear-train.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            parts = [p.strip() for p in row["text"].split("\n") if p.strip() and p.strip() != "___."]
            # the corpus put a full stop after each headline
            if len(parts) > 3 and len(parts[0]) < 250:
                head = re.sub(r"(?<=[\w”’\"'?!])\.$", "", parts[0])
                found.setdefault(row["id"], Article(row["id"], "news", head, parts[1:]))
    with (DATA / "corpus" / "wh-briefings.jsonl").open(encoding="utf-8") as lines:
        for n, row in enumerate(map(json.loads, lines)):
            if n % 3 == 0:
                parts = [p for p in map(_plain, re.split(r"\n\s*\n", row["text"])) if p]
                title = _plain(
                    re.sub(
                        r"\\(?:x|u)([0-9A-Fa-f]{2,4})", lambda m: chr(int(m[1], 16)), row["title"].replace("\\_", " ")
                    ).strip('"\\')
                )
                if len(parts) > 2:
                    found[row["id"]] = Article(
                        row["id"], "transcript" if _is_transcript(parts) else "release", title, parts
                    )
    return list(found.values())


def _plain(markdown: str) -> str:
    """A paragraph of Markdown as plain words on one line; list items and headings stay as they read."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"<[^>]*>|[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}|^#+\s", "", text, flags=re.MULTILINE).replace("\\", "")
    return " ".join(text.split())


def _is_transcript(parts: Sequence[str]) -> bool:
    return sum(bool(re.match(r"Q\s|[A-Z][A-Z. ]+:", p)) for p in parts) * 4 > len(parts)


_SPEAKER = re.compile(r"Q\s|[A-Z][A-Z.’' -]+:")
_BARE_FURNITURE = re.compile(
    r"#{2,}|END\b.{0,60}|.{0,40}\b\d{1,2}:\d\d [AP]\.M\.( [A-Z]{2,4})?|Via Teleconference", re.IGNORECASE
)


class Composer:
    """Composes furniture onto articles, by a seeded random generator."""

    def __init__(self, seed: int, headlines: Sequence[str], teasers: Sequence[str]) -> None:
        self.random = random.Random(seed)
        self.headlines, self.teasers = headlines, teasers
        self.slots: dict[str, list[str]] = {}
        self.wording: dict[str, dict[str, list[str]]] = {}
        for line in WORDING.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                place, kind, template = line.split("\t", 2)
                if place == "slot":
                    self.slots[kind] = template.split("|")
                else:
                    self.wording.setdefault(place, {}).setdefault(kind, []).append(template)

    def compose(self, article: Article) -> Example:
        """The article on a page of its own."""
        r = self.random
        level = r.choices(list(LEVELS), list(LEVELS.values()))[0]
        sheet = _Sheet(r.choice(["\n", "\n\n", "\n\n", "\n\n\n"]))
        if r.random() < 0.12:
            sheet.gap = r.choice(["\r\n", "\n \n", "\n\t\n"])
        headed = r.random() < 0.8
        paragraphs = self._paragraphs(article.paragraphs)
        wrap = r.choice([64, 72, 78]) if sheet.gap == "\n\n" and r.random() < 0.12 else 0

        def put(place: str, chance: float, most: int) -> None:
            for _ in range(r.randint(1, most) if level != "clean" and r.random() < chance else 0):
                self._furniture(sheet, place, article, paragraphs)

        heavy = level == "heavy"
        broken = sheet.gap == "\n" and not wrap and r.random() < 0.2
        # a transcript's place and time stand above its first speaker
        spoken = (i for i, p in enumerate(paragraphs) if len(p.split()) > 9 or _SPEAKER.match(p))
        opening = next(spoken, 0) if article.view == "transcript" and paragraphs[0] is article.paragraphs[0] else 0
        if heavy and headed and r.random() < 0.3:
            sheet.add(article.title + r.choice([" | ", " - ", " – ", " » "]) + r.choice(self.slots["outlet"]))
        if heavy and r.random() < 0.4:
            self._menu(sheet)
        put("top", 0.7 if heavy else 0.25, 5 if heavy else 1)
        if headed:
            if level != "clean" and r.random() < 0.06:
                sheet.add(self._subhead())
            sheet.add(self._headline(article), "title")
            if level != "clean" and r.random() < 0.12:
                sheet.add(r.choice([self._subhead(), r.choice(self.headlines)]))
            put("byline", 0.9 if heavy else 0.5, 6 if heavy else 2)
        elif level != "clean" and r.random() < 0.3:
            put("byline", 1.0, 2)
        for i, paragraph in enumerate(paragraphs):
            if i and heavy and len(paragraphs) > 4 and r.random() < 0.06:
                self._furniture(sheet, "inside", article, paragraphs)
            if i and article.view == "news" and r.random() < 0.02:
                sheet.add(self._subhead(), "body")
            if _BARE_FURNITURE.fullmatch(paragraph) or i < opening:
                sheet.add(paragraph)
                continue
            if broken and r.random() < 0.3:
                paragraph = self._broken(paragraph)
            sheet.add("\n".join(textwrap.wrap(paragraph, wrap)) if wrap else paragraph, "body")
        if r.random() < {"clean": 0.0, "light": 0.15, "heavy": 0.4}[level]:
            self._teasers(sheet)
        if level != "clean" and r.random() < 0.12:
            self._appended(sheet)
        put("end", 0.8 if heavy else 0.45, 4 if heavy else 1)
        put("bottom", 0.9 if heavy else 0.45, 8 if heavy else 2)
        if heavy and r.random() < 0.3:
            self._menu(sheet)
        return Example(article.id, article.view, sheet.text, sheet.title, sheet.body)

    def _paragraphs(self, parts: list[str]) -> list[str]:
        """All of a short article; of a long one some paragraphs in a row, so that none outweighs the others."""
        r = self.random
        limit = r.choice([1, 2, 4, 8, 12, 25, 40])
        if len(parts) <= limit:
            return parts
        start = 0 if r.random() < 0.6 else r.randrange(len(parts) - limit)
        return parts[start : start + limit]

    def _furniture(self, sheet: _Sheet, place: str, article: Article, paragraphs: list[str]) -> None:
        kinds = self.wording[place]
        template = self.random.choice(kinds[self.random.choice(list(kinds))])
        filled = self._filled(template, article, paragraphs)
        if filled.startswith(" ~ "):
            sheet.add(filled[3:], gap=" ")
        elif self.random.random() < 0.85:
            sheet.add(filled.replace(" ¶ ", "\n" if self.random.random() < 0.7 else sheet.gap))
        else:
            sheet.add(filled.replace(" ¶ ", self.random.choice([" ", " | ", "  "])))

    def _menu(self, sheet: _Sheet) -> None:
        r = self.random
        names = self.slots["section"] + self.slots["country"]
        items = [r.choice(names) for _ in range(r.randint(4, 40))]
        if r.random() < 0.3:
            items = [i.upper() for i in items]
        if r.random() < 0.2:
            items = ["- " + i for i in items]
        sheet.add(r.choice(["\n", "\n", "\n", "\n\n", " | ", "  "]).join(items))

    def _headline(self, article: Article) -> str:
        """The article's title, now and then in capitals or as long as those of governments' releases."""
        chance = self.random.random()
        if chance < 0.07:
            return article.title.upper()
        if chance < 0.14:
            return self._filled(self.random.choice(self.wording["title"]["release"]), article)
        return article.title

    def _teasers(self, sheet: _Sheet) -> None:
        """What else there is to read: headlines, with dates, sections or first sentences, under a heading or none."""
        r = self.random
        extra = r.choice(
            [
                "",
                "",
                "{date}",
                "{time}",
                "{date}, {time}",
                "{section}",
                "{n} views",
                "{n} comments",
                "{teaser}",
                "By {name}",
            ]
        )
        mark = r.choice(["", "", "", "- ", "* ", "• "])
        if r.random() < 0.5:
            sheet.add(
                r.choice(self.wording["bottom"]["related"])
                .split(" ¶ ")[0]
                .replace("{headline}", r.choice(self.headlines))
            )
        for _ in range(r.randint(1, 7)):
            lines = [mark + r.choice(self.headlines), self._filled(extra)]
            sheet.add("\n".join(line for line in lines[:: r.choice([1, 1, -1])] if line))

    def _appended(self, sheet: _Sheet) -> None:
        """Furniture that has run into the article's last line."""
        kinds = self.wording[self.random.choice(["end", "bottom"])]
        kind = self.random.choice([k for k in kinds if k in ("copyright", "signoff", "newsletter", "related")])
        sheet.add(self._filled(self.random.choice(kinds[kind]).removeprefix(" ~ ").replace(" ¶ ", " ")), gap=" ")

    def _broken(self, paragraph: str) -> str:
        """A paragraph as bare text nodes read: the words of a link stand on a line of their own."""
        words = paragraph.split(" ")
        at = self.random.randrange(len(words))
        to = at + self.random.randint(1, 4)
        return "\n".join(line for part in (words[:at], words[at:to], words[to:]) if (line := " ".join(part).strip()))

    def _filled(self, template: str, article: Article | None = None, paragraphs: Sequence[str] = ()) -> str:
        """The template with each slot drawn anew."""
        return re.sub(r"\{([\w ]+)\}", lambda m: self._slot(m[1], article, paragraphs), template)

    def _subhead(self) -> str:
        words = self.random.choice(self.headlines).split()
        return " ".join(words[: self.random.randint(3, 7)]).rstrip(",.:;-–—'\"“‘")

    def _slot(self, name: str, article: Article | None, paragraphs: Sequence[str]) -> str:
        r = self.random
        pick = {k: r.choice(v) for k, v in self.slots.items()}
        person = f"{pick['given']} {pick['family']}"
        day, month, year = r.randint(1, 28), r.choice(MONTHS.split()), r.randint(2005, 2027)
        title = article.title if article else ""
        first = paragraphs[0] if paragraphs else title
        made = {
            "name": person,
            "initials": f"{pick['given'][0]}.{pick['family'][0]}.",
            "headline": r.choice(self.headlines),
            "headline again": title,
            "teaser": r.choice(self.teasers),
            "first": first,
            "standfirst": re.split(r"(?<=[.!?])\s", first)[0],
            "n": str(r.choice([r.randint(1, 9), r.randint(10, 99), r.randint(100, 9999)])),
            "year": str(year),
            "time": r.choice(
                [
                    f"{r.randint(0, 23)}:{r.randint(10, 59)}",
                    f"{r.randint(1, 12)}:{r.randint(10, 59)} {r.choice(['AM', 'PM', 'p.m.'])}",
                ]
            ),
            "date": r.choice(
                [
                    f"{day} {month} {year}",
                    f"{month} {day}, {year}",
                    f"{month[:3]} {day}, {year}",
                    f"{r.choice(DAYS.split())}, {month} {day}, {year}",
                    f"{r.choice(DAYS.split())} {day} {month[:3]}",
                    f"{day:02}.{r.randint(1, 12):02}.{year}",
                    f"{year}-{r.randint(1, 12):02}-{day:02}",
                    f"{r.randint(1, 12):02}/{day:02}/{year}",
                ]
            ),
            "phone": "+" + " ".join(str(r.randint(10, 999)) for _ in range(4)),
            "email": f"{r.choice(['info', 'news', 'editor', 'press', pick['family'].lower()])}@{pick['site']}",
        }
        return made.get(name) or pick[name]
