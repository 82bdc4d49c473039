"""The marked page in a real Chromium: loads nothing, breaks nothing, leads both ways."""

import dataclasses
import shutil

import pytest

from onrecord.export import marked_page
from onrecord.records import Entity, Mention, Reading, Statement, text_hash

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 420, "height": 800}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH (Debian: apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def chromium():
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (pip install playwright)"
    )
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, tmp_path):
    """Opens a reading's page; afterwards nothing was requested but the page, and nothing was complained of."""
    requests, complaints, contexts = [], [], []

    def open_page(reading: Reading, viewport=WIDE, *, script: bool = True, fragment: str = ""):
        path = tmp_path / "page.html"
        path.write_text(marked_page(reading), encoding="utf-8", newline="")
        contexts.append(chromium.new_context(viewport=viewport, java_script_enabled=script, reduced_motion="reduce"))
        page = contexts[-1].new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri() + fragment)
        requests.remove(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert (requests, complaints) == ([], [])


@pytest.fixture
def long_reading(reading_of) -> Reading:
    """Forty paragraphs with a statement each: far more than fits on a screen."""
    text, statements = "", []
    for n in range(40):
        said = f"that village number {n} had been reached by the convoy and that the road behind it was open again"
        start = len(text) + len("Observers said ")
        span = (start, start + len(said))
        source, cue = ((start - 15, start - 6),), ((start - 5, start - 1),)
        statements.append(Statement(source, cue, (span,), said, "indirect", (), None, 0.9))
        text += f"Observers said {said}. Nothing else was known at the time of writing about the place.\n\n"
    return reading_of(text, tuple(statements))


def on_screen(page, selector: str) -> bool:
    box, size = page.locator(selector).bounding_box(), page.viewport_size
    return box is not None and 0 <= box["y"] < size["height"]


def test_browser_shows_exactly_the_text(visit):
    text = "Title\r\n\r\n  <b>a</b> &amp; \t“x” \x01\x85\u2028 e\u0301 外相 \u202eabc\u202c 👩\u200d⚖\ufe0f\rend \n\n"
    said = Statement(((3, 20),), ((10, 12),), ((11, 40),), text[11:40], "mixed", (), None, 0.5)
    page = visit(Reading("x", text, text_hash(text), "Title", None, None, "m", ((9, 50),), (said,)))
    assert page.locator("article").evaluate("node => node.textContent") == text


def test_browser_runs_nothing_of_a_hostile_text(visit):
    text = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    said = Statement((), (), ((0, len(text)),), text, "direct", (), None, 0.5)
    page = visit(
        Reading(text, text, text_hash(text), text, text, "javascript:document.title='owned'", text, (), (said,))
    )
    page.locator(".words").click()
    assert page.title() == text


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_browser_leads_from_a_card_to_its_passage_and_back(visit, long_reading, viewport, script):
    page = visit(long_reading, viewport, script=script)
    assert not on_screen(page, "#p30")
    page.locator("#s30 .words").click()
    assert on_screen(page, "#p30")
    page.locator(".cue.s30").click()
    assert page.url.endswith("#s30")
    assert on_screen(page, "#s30")


def test_browser_keeps_the_text_in_place_when_a_passage_calls_its_card(visit, long_reading):
    page = visit(long_reading)
    page.locator("#s20 .words").click()
    before = page.evaluate("scrollY")
    for n in (19, 21):  # one near the top of the screen, one below
        page.locator(f".cue.s{n}").click()
        assert page.evaluate("scrollY") == before > 0


def test_browser_opens_at_the_passage_when_the_address_names_a_card(visit, long_reading):
    page = visit(long_reading, fragment="#s30")
    assert on_screen(page, "#p30")
    assert on_screen(page, "#s30")


def test_browser_lights_both_sides_under_the_pointer(visit, talks):
    page = visit(talks)
    page.locator("#s2").hover()
    lit = page.locator(".on")
    assert {node.get_attribute("id") or node.inner_text() for node in lit.all()} >= {"s2", "she", "told"}
    page.locator("h1").hover()
    assert lit.count() == 0


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_browser_underlines_a_persons_mentions_and_tells_who_it_is(visit, cast, script):
    page = visit(cast, script=script)
    for mention in page.locator("article .note").all():
        assert "underline" in mention.evaluate("node => getComputedStyle(node).textDecorationLine")
    assert page.locator("article .note", has_text="she").get_attribute("title") == "Ana Perl, foreign minister, VES"
    assert page.locator("article .boilerplate .note, article .note .boilerplate").count() == 0


def test_browser_lights_all_mentions_of_the_person_under_the_pointer(visit, cast):
    page = visit(cast)
    page.locator("#e3").hover()
    assert page.locator("article .on").all_inner_texts() == ["Foreign Minister Ana Perl", "she"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_browser_leads_from_a_person_to_the_first_mention(visit, long_reading, viewport, script):
    start = long_reading.text.index("number 30")
    named = dataclasses.replace(
        long_reading,
        entities=(Entity("Ana Perl", "person"),),
        mentions=(Mention((start, start + 9), "person", 0),),
    )
    page = visit(named, viewport, script=script)
    assert not on_screen(page, "#m1")
    page.locator("#e1 a").click()
    assert on_screen(page, "#m1")


def test_browser_prints_the_people_with_office_and_state(visit, cast):
    page = visit(cast, script=False)
    page.emulate_media(media="print")
    assert "Ilka Doran, prime minister, ORL" in page.locator(".people").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_browser_walks_the_statements_with_j_and_k(visit, talks):
    page = visit(talks)
    walked = []
    for key in "jjjjjk":
        page.keyboard.press(key)
        walked.append(page.evaluate("location.hash"))
    assert walked == ["#p1", "#p2", "#p3", "#p4", "#p4", "#p3"]


def test_browser_reaches_every_statement_by_the_tab_key_and_shows_where_it_is(visit, talks):
    page = visit(talks)
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert page.evaluate(
            "[null, '::after'].some(part => getComputedStyle(document.activeElement, part).outlineStyle === 'solid')"
        )
    assert reached == [talks.url, "#s1", "#s2", "#s3", "#s4", "#p1", "#p2", "#p3", "#p4"]


def test_browser_fits_a_narrow_screen_without_scrolling_sideways(visit, talks):
    page = visit(talks, {"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    text, cards = page.locator("article").bounding_box(), page.locator(".cards").bounding_box()
    assert cards["y"] > text["y"] + text["height"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_browser_leads_from_an_event_to_its_words_and_back(visit, long_reading, event_in, viewport, script):
    text = long_reading.text
    deed = event_in(text, "AID", 2, "Observers", "", "number 30")
    page = visit(dataclasses.replace(long_reading, events=(deed,)), viewport, script=script)
    assert not on_screen(page, "#t1")
    page.locator("#v1 .trigger").click()
    assert on_screen(page, "#t1")
    page.locator("#t1").click()
    assert page.url.endswith("#v1")
    assert on_screen(page, "#v1")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_browser_shows_the_type_behind_the_words_of_an_event_and_keeps_the_text(visit, fire, script):
    page = visit(fire, script=script)
    assert page.locator("article").evaluate("node => node.textContent") == fire.text
    shown = page.locator("#t1").evaluate("node => getComputedStyle(node, '::before').content")
    assert shown == '"ACCUSE"'
    weights = [node.evaluate("n => getComputedStyle(n).fontWeight") for node in page.locator("article .event").all()]
    assert set(weights) == {"700"}
    january = page.locator("article .when", has_text="January")
    assert "overline" in january.evaluate("node => getComputedStyle(node).textDecorationLine")


def test_browser_lights_the_words_of_the_event_under_the_pointer(visit, fire):
    page = visit(fire)
    page.locator("#v2").hover()
    lit = page.locator("article .event.on")
    assert lit.all_inner_texts() == ["firing", "overnight"]


def test_browser_prints_the_events_within_the_page(visit, fire):
    page = visit(fire, script=False)
    page.emulate_media(media="print")
    assert "Vesna → Orland" in page.locator(".events").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_browser_fits_events_on_a_narrow_screen(visit, fire):
    page = visit(fire, {"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
