"""Body and boilerplate, in texts written for this project."""

import json
import random
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.reading import segment as module
from onrecord.reading.segment import Paragraph, body_spans, segment

TITLE = "Valdria and Ostrana Agree to Reopen Mountain Crossing"
ARTICLE = (
    "Valdria and Ostrana agreed on Tuesday to reopen the Karsk crossing, which has been closed since the spring, the "
    "two foreign ministries said in a joint statement.",
    "“This is a first step, and we do not expect the second one to be easy,” Valdria's foreign minister, Ilse Brandt, "
    "told reporters after six hours of talks in the lakeside town of Merow.",
    "Her counterpart, Davit Orlen, said that his government would send customs officers to the crossing within a week.",
    "“We ask for patience,” he added.",
    "The opposition in Ostrana accused the cabinet of giving way. Its leader said that parliament should have been "
    "asked before anything was signed.",
    "Both sides said they would meet again before the end of the year.",
)
TRANSCRIPT = (
    "MS. HALE:  Good afternoon, everyone.  I have one announcement, and then I will take your questions.",
    "The minister will travel to Merow on Thursday to see the talks begin.",
    "With that, go ahead.",
    "Q  Thank you.  Does the government still think that the crossing can open this month?",
    "MS. HALE:  Yes.",
    "Q  And the prisoners?",
    "MS. HALE:  I have nothing on that today.",
    "Q  Thank you.",
)
TOPS = (
    "Home\nWorld\nPolitics\nBusiness\nSport",
    "Home » World » Mountain region",
    "| World, Diplomacy",
    "Menu\nSearch\nSign in",
    "World",
)
BYLINES = (
    "By Jonas Reed",
    "March 4, 2031 14:05",
    "Views: 1204",
    "Share\nTweet\nEmail\nPrint",
    "Photo: Ministry press service",
)
ENDS = (
    "Tags: Valdria, Ostrana, borders",
    "Share this article",
    "See also\n- Ministers to visit Merow next week\n- Snow closes the northern road",
    "Related news\nSnow closes the northern road\nPrices of grain fall again",
    "Leave a comment\nYour email address will not be published.",
    "Subscribe to our newsletter\nEnter your email",
    "We are hiring! The Lake Courier is looking for an editor. Please send your CV and a cover "
    "letter to jobs@lakecourier.example.",
    "This website uses cookies to improve your experience. By continuing to use it you accept our Cookie Policy.",
    "© 2031 The Lake Courier. All rights reserved.",
    "About us | Contact | Privacy Policy",
)


def words_of_body(text: str) -> str:
    return " ".join(" ".join(text[s:e] for s, e in body_spans(segment(text))).split())


def kinds(text: str, **known: str) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in segment(text, **known)]


@given(
    st.text(alphabet=st.characters(), max_size=300) | st.text(alphabet="aB. |!\n\r\u2028\x85 \t©[]()", max_size=300),
    st.none() | st.text(max_size=20),
)
def test_segment_covers_every_character_but_space_once_and_in_order(text, title):
    paragraphs = segment(text, title=title)
    at = 0
    for p in paragraphs:
        assert text[at : p.start].strip() == ""
        assert p.start < p.end
        assert text[p.start : p.end].strip() == text[p.start : p.end]
        assert 0 <= p.probability <= 1
        at = p.end
    assert text[at:].strip() == ""
    assert len({text[p.start : p.end] for p in paragraphs if p.kind == "title"}) <= 1


@given(
    st.lists(st.sampled_from(["word", "Two words.", "A third, longer line of text", ""]), max_size=12),
    st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"]),
)
def test_segment_ends_a_paragraph_at_every_kind_of_line_break(lines, line_break):
    found = segment(line_break.join(lines))
    assert len(found) == len([line for line in lines if line])


def composed(rng: random.Random) -> str:
    def some(lines, most):
        return rng.sample(lines, rng.randint(0, min(most, len(lines))))

    parts = [*some(TOPS, 2), TITLE, *some(BYLINES, 2), *ARTICLE, *some(ENDS, 5)]
    return rng.choice(["\n", "\n\n", "\r\n"]).join(parts)


def test_segment_keeps_the_article_and_drops_the_furniture_around_it():
    rng = random.Random(7)
    right = sum(words_of_body(composed(rng)) == " ".join(ARTICLE) for _ in range(100))
    # a statistical model: one text in some hundreds comes out with a line too many or too few
    assert right >= 98


def test_segment_of_a_clean_article_finds_nothing_to_leave_out():
    assert words_of_body("\n\n".join(ARTICLE)) == " ".join(ARTICLE)


def test_segment_finds_the_headline_as_title_and_not_as_body():
    assert kinds("\n\n".join([TITLE, *ARTICLE]))[0] == ("title", TITLE)


@pytest.mark.parametrize("written", [TITLE.upper(), TITLE + " | The Lake Courier", "  " + TITLE.replace(" ", "  ")])
def test_segment_knows_a_given_title_in_another_dress(written):
    assert kinds("\n".join(["World", written, *ARTICLE]), title=TITLE)[1] == ("title", written.strip())


def test_segment_takes_a_given_title_that_does_not_look_like_one():
    odd = "No. 44-a"
    assert ("title", odd) in kinds("\n\n".join(["World", odd, *ARTICLE]), title=odd)


def test_segment_does_not_lose_the_article_when_the_given_title_stands_below_it():
    text = "\n\n".join([*ARTICLE, TITLE])
    assert ARTICLE[0] in words_of_body(text)
    assert ARTICLE[-1] in words_of_body(text)


def test_segment_calls_a_headline_that_is_said_twice_title_only_once():
    found = kinds("\n".join([TITLE, "4 March 2031   Read: 981", TITLE, *ARTICLE]))
    assert [k for k, words in found if words == TITLE].count("title") == 1
    assert "body" not in [k for k, words in found if words == TITLE]


def test_segment_reads_a_standfirst_that_is_repeated_only_once():
    text = "\n\n".join([TITLE, ARTICLE[0], "Share", *ARTICLE, "© 2031 The Lake Courier"])
    assert words_of_body(text).count(ARTICLE[0]) == 1


def test_segment_keeps_the_short_lines_of_a_transcript():
    assert words_of_body("\n\n".join(TRANSCRIPT)) == " ".join(" ".join(TRANSCRIPT).split())


def test_segment_keeps_one_sentence_answers_between_paragraphs():
    short = [*ARTICLE[:3], "Not yet.", "“No,” he said.", *ARTICLE[3:]]
    assert words_of_body("\n\n".join(short)) == " ".join(short)


def test_segment_cuts_a_copyright_notice_off_the_last_paragraph():
    text = "\n\n".join(ARTICLE) + " © 2031 The Lake Courier. All rights reserved."
    assert words_of_body(text) == " ".join(ARTICLE)
    assert kinds(text)[-1] == ("boilerplate", "© 2031 The Lake Courier. All rights reserved.")


def test_segment_cuts_the_leftover_of_an_image_off_the_first_paragraph():
    text = "![]() " + "\n\n".join(ARTICLE)
    assert text[body_spans(segment(text))[0][0] :].startswith("Valdria and Ostrana agreed")


def test_segment_cuts_the_reporters_credit_off_a_paragraph():
    text = "\n\n".join(ARTICLE) + " (Reporting by Jonas Reed in Merow; editing by Ann Field)"
    assert words_of_body(text) == " ".join(ARTICLE)


def test_segment_takes_a_paragraph_that_was_wrapped_to_a_width_for_one():
    def wrap(paragraph: str) -> str:
        return re.sub(r"(.{50,66})\s", r"\1\n", paragraph)

    text = "\n\n".join(
        [wrap(p) for p in ARTICLE] + ["Share this article", "© 2031 The Lake Courier. All rights reserved."]
    )
    paragraphs = segment(text)
    assert words_of_body(text) == " ".join(ARTICLE)
    assert len([p for p in paragraphs if p.kind == "body"]) == len(ARTICLE)


def test_segment_keeps_an_article_on_one_endless_line():
    text = " ".join(ARTICLE * 400)
    spans = body_spans(segment(text))
    assert sum(e - s for s, e in spans) == len(text)


def test_segment_of_nothing_is_nothing():
    assert segment("") == segment(" \n\t\u2029 ") == ()


def test_segment_is_not_confused_by_an_article_about_cookies_and_newsletters():
    about = "The regulator said that the company had placed cookies on readers' devices without their consent."
    assert about in words_of_body("\n\n".join([TITLE, *ARTICLE[:3], about, *ARTICLE[3:]]))


def test_segment_judges_a_menu_of_thousands_of_lines():
    chance = random.Random(1)
    menu = [chance.choice(["World", "Politics", "Sport", "Culture", "Video", "Weather", "More"]) for _ in range(5000)]
    text = "\n".join(menu + list(ARTICLE))
    assert words_of_body(text) == " ".join(ARTICLE)


def test_body_spans_merges_neighbours_and_leaves_the_title_out():
    paragraphs = (
        Paragraph(0, 5, "title", 0.1),
        Paragraph(7, 20, "body", 0.9),
        Paragraph(22, 30, "body", 0.8),
        Paragraph(31, 33, "boilerplate", 0.1),
        Paragraph(35, 40, "body", 0.7),
    )
    assert body_spans(paragraphs) == ((7, 30), (35, 40))
    assert body_spans(()) == ()


def test_marginals_are_probabilities_and_respect_what_may_follow_what():
    model = json.loads(resources.files("onrecord").joinpath("model/segment.json").read_text(encoding="utf-8"))
    potentials = [(3.0, -2.0), (-900.0, 900.0), (2.5, -1.0), (0.0, 0.0)]
    for row in module.marginals(potentials, model):
        assert sum(row) == pytest.approx(1)
    assert [row[module.STATES.index("title")] for row in module.marginals(potentials, model, given=2)] == [0, 0, 1, 0]


def test_segment_says_what_is_wrong_with_weights_of_another_version(monkeypatch, tmp_path):
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "segment.json").write_text('{"states": ["body"], "reach": 1}')
    monkeypatch.setattr(module.resources, "files", lambda _: tmp_path)
    module._model.cache_clear()
    with pytest.raises(ModelError, match="another version"):
        module._model()
    module._model.cache_clear()
