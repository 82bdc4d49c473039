"""The date of an event or statement: of its own time expression, of one it goes on from, or of publication."""

import pytest

from onrecord.reading.dates import Dating, time_expressions
from onrecord.reading.places import Places

PUBLISHED = "2019-07-31"  # a Wednesday


def dated(text, trigger, published=PUBLISHED, planned=False):
    expressions = time_expressions(text, ((0, len(text)),), published)
    at = text.index(trigger)
    return Dating(text, Places(text).sentence_ends, expressions, published).of(
        ((at, at + len(trigger)),), planned=planned
    )


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("The ministers met on 16 July in Oslo.", "met", "2019-07-16"),
        ("On Monday, Norway condemned the strike.", "condemned", "2019-07-29"),
        ("Norway said on Monday that rebels had attacked the port last week.", "said", "2019-07-29"),
        ("Norway said on Monday that rebels had attacked the port last week.", "attacked", "2019-07-22"),
        ("Norway and Chile, who signed a pact on 5 May, condemned the strike.", "signed", "2019-05-05"),
        ("They discussed progress since their joint June 20 meeting in Oslo.", "meeting", "2019-06-20"),
        ("Talks were held on 3 June 2018.", "Talks", "2018-06-03"),
        ("The envoys had met on Aug. 2 last year.", "met", "2018-08-02"),
        ("“We condemn it,” the envoy said on Monday.", "condemn", "2019-07-29"),
    ],
)
def test_an_event_has_the_time_of_its_own_clause(text, trigger, start):
    date = dated(text, trigger)
    assert (date.start, date.basis) == (start, "text")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Norway and Chile, who signed a pact on 5 May, condemned the strike.", "condemned"),
        ("Norway condemned the strike.", "condemned"),
        ("Norway has refused aid since 2016.", "refused"),
        ("They discussed progress since their joint June 20 meeting in Oslo.", "discussed"),
        ("Norway urged Chile to honour the pact signed on 9 November.", "urged"),
        ("Norway has fought piracy for three years.", "fought"),
        ("Norway suspended the talks until 2028.", "suspended"),
        ("Norway rejected the 2016 accord.", "rejected"),
        ("The envoy rejected it: “We left on 3 March.”", "rejected"),
    ],
)
def test_the_time_of_something_else_does_not_date_it(text, trigger):
    assert dated(text, trigger).basis == "published"


def test_what_is_planned_has_its_time_to_come_or_none():
    text = "The ministers will meet in September."
    assert dated(text, "meet", planned=True).start == "2019-09-01"
    assert dated("The ministers plan to meet soon.", "meet", planned=True) is None
    assert dated("The ministers, who met on 5 May, plan to visit Oslo.", "visit", planned=True) is None


def test_the_next_sentence_goes_on_in_the_plain_past():
    text = "The ministers met on 16 June in Oslo. They signed a pact. The king has praised it."
    assert dated(text, "signed").start == "2019-06-16"
    assert dated(text, "praised").basis == "published"


def test_the_news_day_holds_in_later_paragraphs_and_an_old_one_does_not():
    news = "The ministers met in Oslo on Monday.\nProtesters clashed with police."
    assert dated(news, "clashed").start == "2019-07-29"
    old = "The ministers met in Oslo on 3 March.\nProtesters clashed with police."
    assert dated(old, "clashed").basis == "published"


@pytest.mark.parametrize("stretch", ["from 14 to 16 June", "between 14 and 16 June", "on June 14-16"])
def test_a_stretch_of_days_is_the_whole_interval(stretch):
    date = dated(f"Talks were held {stretch} in Oslo.", "Talks")
    assert (date.start, date.end, date.grain) == ("2019-06-14", "2019-06-16", "day")


def test_what_happened_this_month_was_not_after_publication():
    date = dated("Rebels attacked the port this week.", "attacked")
    assert (date.start, date.end) == ("2019-07-29", PUBLISHED)


def test_without_publication_only_what_the_text_tells_has_a_date():
    assert dated("Norway condemned the strike on Monday.", "condemned", None) is None
    assert dated("Norway condemned it on 3 May 2018.", "condemned", None).start == "2018-05-03"
    month = dated("Norway condemned the strike.", "condemned", "2024-12")
    assert (month.start, month.end, month.grain) == ("2024-12-01", "2024-12-31", "month")


def test_a_sentence_without_end_is_read():
    text = "On 3 May 2018 they met and " * 3000 + "left on 5 May 2018."
    assert dated(text, "left").start == "2018-05-05"
