"""The marked page: self-contained, exact, safe with hostile text, linked both ways, legible."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export import marked_page
from onrecord.export.page import _asset
from onrecord.export.wording import EVENT_CERTAINTY_NOTE
from onrecord.records import Entity, Event, Mention, Reading, Speaker, Statement, TimeExpression, text_hash

HOSTILE = '</script></style></title><img src=x onerror="alert(1)">\'"&amp;<!--'


class Page(HTMLParser):
    """A page taken apart: its elements with their attributes, and the text of the article, style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = {"article": "", "style": "", "script": "", "title": "", "h1": "", "aside": "", "main": ""}
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in self.text:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data):
        for tag in self._open:
            self.text[tag] += data

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


@pytest.fixture
def hostile(statement) -> Reading:
    said = statement(
        HOSTILE, HOSTILE, source=HOSTILE, cue=HOSTILE, speakers=(Speaker(HOSTILE, "person", HOSTILE, HOSTILE),)
    )
    names = dict.fromkeys(("id", "title", "published", "model", "outlet", "author"), HOSTILE)
    return Reading(
        text=HOSTILE,
        sha256=text_hash(HOSTILE),
        url="javascript:" + HOSTILE,
        body=((0, len(HOSTILE)),),
        statements=(said,),
        mentions=(Mention((0, len(HOSTILE)), "person", 0),),
        entities=(Entity(HOSTILE, "person", HOSTILE, HOSTILE, HOSTILE),),
        **names,
    )


def test_page_holds_the_text_exactly(talks):
    assert Page(marked_page(talks)).text["article"] == talks.text


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_page_holds_any_text_exactly_under_any_spans(text, spans):
    said = tuple(Statement((s,), (), (s,), text, "direct", (), None, 0.5) for s in spans)
    reading = Reading("x", text, text_hash(text), text, None, None, "m", tuple(spans[:1]), said)
    assert Page(marked_page(reading)).text["article"] == text


def test_page_is_in_english_with_title_and_facts(talks):
    page = marked_page(talks)
    parsed = Page(page)
    assert ("html", {"lang": "en"}) in parsed.elements
    assert parsed.text["title"] == talks.title
    head = page[: page.index("<article")]
    for fact in ("The Vesna Courier", "2031-02-05", "L. Writer", "19 % boilerplate", talks.sha256[:12], "test-1"):
        assert fact in head


def test_page_has_one_heading_whether_or_not_the_text_begins_with_its_title(talks, reading_of):
    elsewhere = reading_of("A text without it.", title="Its title")
    for reading in (talks, elsewhere):
        parsed = Page(marked_page(reading))
        assert parsed.text["h1"].strip() == reading.title
        assert [tag for tag, _ in parsed.elements].count("h1") == 1


def test_page_links_every_card_to_a_passage_and_every_passage_to_a_card(talks):
    parsed = Page(marked_page(talks))
    ids = parsed.values("id")
    assert sorted(ids) == sorted([f"{side}{n}" for side in "ps" for n in range(1, 5)])
    targets = [href[1:] for href in parsed.values("href") if href.startswith("#")]
    assert set(targets) == set(ids)


def test_page_cards_say_words_then_who_then_how_sure(talks):
    cards = " ".join(Page(marked_page(talks)).text["aside"].split())
    said = "that Vesna would not sign"
    assert re.search(
        said + r"\s*Ana Perl, foreign minister, VES, said\s*indirect\s*2031-02-04\s*certainty 0\.96", cards
    )
    assert cards.startswith("4 statements")


def test_page_tells_with_each_mention_of_a_person_who_it_is(cast):
    parsed = Page(marked_page(cast))
    assert parsed.text["article"] == cast.text
    notes = [attrs["title"] for _, attrs in parsed.elements if str(attrs.get("class")).startswith("note e")]
    assert notes == [
        "Ana Perl, foreign minister, VES",
        "Ana Perl, foreign minister, VES",
        "Ilka Doran, prime minister, ORL",
    ]


def test_page_lists_the_people_each_with_a_link_to_the_first_mention(cast):
    parsed = Page(marked_page(cast))
    people = " ".join(parsed.text["aside"].partition("2 people")[2].split())
    assert people.startswith("Ana Perl, foreign minister, VES 2 statements, 2 mentions Ilka Doran")
    ids, targets = parsed.values("id"), [href[1:] for href in parsed.values("href") if href.startswith("#")]
    assert len(ids) == len(set(ids))
    assert {"m3", "m4"} <= set(targets) <= set(ids)


def test_page_of_a_text_without_people_has_no_list_of_them(talks):
    assert "people" not in Page(marked_page(talks)).text["aside"]


def test_page_says_so_when_nobody_is_quoted(reading_of):
    assert "No statements" in Page(marked_page(reading_of("It rained."))).text["aside"]


def test_page_takes_hostile_text_as_text(hostile, reading_of):
    parsed, harmless = Page(marked_page(hostile)), Page(marked_page(reading_of("It rained.")))
    assert parsed.text["article"] == HOSTILE
    assert parsed.text["title"] == HOSTILE
    for tag in ("img", "script", "style", "title"):
        assert [name for name, _ in parsed.elements].count(tag) == [name for name, _ in harmless.elements].count(tag)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " JavaScript:alert(1)", "//evil.example", "file:///x"]
)
def test_page_makes_links_of_web_addresses_only(reading_of, url):
    page = marked_page(reading_of("It rained.", url=url))
    assert Page(page).values("href") == []
    assert url in page


def test_page_links_the_original_without_telling_it_whence(talks):
    links = [attrs for tag, attrs in Page(marked_page(talks)).elements if attrs.get("href") == talks.url]
    assert links == [{"href": talks.url, "rel": "noopener noreferrer"}]


def test_page_loads_nothing_and_carries_no_inline_handlers(hostile, talks):
    for reading in (hostile, talks):
        page = marked_page(reading)
        parsed = Page(page)
        attributes = {name for _, attrs in parsed.elements for name in attrs}
        assert attributes.isdisjoint({"src", "srcset", "style", "action", "background", "data"})
        assert [name for name in attributes if name.startswith("on")] == []
        assert {"link", "iframe", "object", "embed", "base", "form"}.isdisjoint(tag for tag, _ in parsed.elements)
        assert not re.search(r"url\(|@import|https?:", parsed.text["style"] + parsed.text["script"])


def test_page_policy_allows_its_own_style_and_script_and_nothing_else(talks):
    parsed = Page(marked_page(talks))
    (policy,) = [
        attrs["content"] for _, attrs in parsed.elements if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == "'none'"
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(parsed.text[name].encode()).digest()).decode()
        assert rules.pop(f"{name}-src") == f"'sha256-{digest}'"
    assert set(rules.values()) == {"'none'"}


def test_page_sets_lines_apart_as_paragraphs_unless_wrapped_by_hand(reading_of):
    long = "word " * 40
    assert 'class="text paragraphs"' in marked_page(reading_of(f"{long}\n{long}"))
    assert 'class="text"' in marked_page(reading_of("wrapped at\nfew characters"))


def test_page_with_events_and_dates_holds_the_text_exactly(fire):
    assert Page(marked_page(fire)).text["article"] == fire.text


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.lists(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3), max_size=4),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3),
)
def test_page_holds_any_text_exactly_under_any_triggers_and_dates(text, triggers, dates):
    events = tuple(Event("ASSAULT", 4, None, (), (), (), tuple(spans), None, None, 0.5, None) for spans in triggers)
    times = tuple(TimeExpression(span, "X", None, None, "day") for span in dates)
    reading = Reading("x", text, text_hash(text), text, None, None, "m", (), events=events, statements=(), dates=times)
    parsed = Page(marked_page(reading))
    assert parsed.text["article"] == text
    ids = parsed.values("id")
    assert len(ids) == len(set(ids))


def test_page_tags_events_and_leads_from_tag_to_event_and_back(fire):
    parsed = Page(marked_page(fire))
    tags = [attrs for tag, attrs in parsed.elements if tag == "a" and str(attrs.get("class")).startswith("tag ")]
    assert {(tag["id"], tag["href"], tag["data-tag"]) for tag in tags} == {
        (f"t{n}", f"#v{n}", event.type) for n, event in enumerate(fire.events, start=1)
    }
    ids, targets = parsed.values("id"), [href[1:] for href in parsed.values("href") if href.startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    assert {f"{side}{n}" for side in "tv" for n in range(1, 6)} | {"events"} <= set(targets)


def test_page_tells_under_the_pointer_what_happened_and_which_days_are_meant(fire):
    titles = Page(marked_page(fire)).values("title")
    assert any(title.startswith("accusation, Vesna against Orland · allege · 2031-03-04") for title in titles)
    assert "2031-01 (month)" in titles


def test_page_says_what_certainty_means_for_events_where_there_are_any(fire, talks):
    assert EVENT_CERTAINTY_NOTE in Page(marked_page(fire)).text["main"]
    assert EVENT_CERTAINTY_NOTE not in Page(marked_page(talks)).text["main"]


def test_page_takes_hostile_events_as_text(reading_of, event_in):
    event = event_in(HOSTILE, HOSTILE, 4, HOSTILE, HOSTILE, HOSTILE, mode=HOSTILE, place=HOSTILE)
    parsed, harmless = (
        Page(marked_page(reading_of(HOSTILE, events=(event,)))),
        Page(marked_page(reading_of("It rained."))),
    )
    assert parsed.text["article"] == HOSTILE
    for tag in ("img", "script", "style", "title"):
        assert [name for name, _ in parsed.elements].count(tag) == [name for name, _ in harmless.elements].count(tag)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ``#rrggbb`` as WCAG 2 has it."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_colours_reach_wcag_aa_in_both_schemes(scheme):
    light, dark = re.findall(r":root \{(.*?)\}", _asset("page.css"), re.DOTALL)[:2]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))
    tones = ("warm", "harsh")
    grounds = {n: colour for n, colour in colours.items() if n not in {"ink", "quiet", "accent", "rule", *tones}}
    assert len(grounds) == 11
    too_weak = [name for name, ground in grounds.items() if contrast(colours["ink"], ground) < 4.5]
    too_weak += [
        f"{text} on {ground}"
        for text in ("quiet", "accent", *tones)
        for ground in ("paper", "panel", "card")
        if contrast(colours[text], colours[ground]) < 4.5
    ]
    assert too_weak == []
