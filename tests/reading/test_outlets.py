"""The outlet that a statement came through; mentions are marked by hand."""

import pytest

from onrecord.reading.attribution import Attribution, Evidence
from onrecord.reading.outlets import is_news, outlet


@pytest.fixture(scope="module")
def through(known):
    """A function from a marked text and the wordings of cue and content to the outlet."""

    def find(marked, cue, content):
        coreference = known(marked)
        text = coreference.text
        at, said = text.index(cue), text.index(content)
        attribution = Attribution(
            (), ((at, at + len(cue)),) if cue else (), ((said, said + len(content)),), Evidence(1.0, 1.0, 1.0, 1.0)
        )
        return outlet(text, attribution, coreference)

    return find


@pytest.mark.parametrize(
    ("marked", "cue", "name"),
    [
        ("“No,” {p:Moro} told {o:Reuters}.", "told", "Reuters"),
        ("“No,” {p:Moro} said in an interview with the {o:Coast News}.", "said", "Coast News"),
        ("{o:Interfax} quoted {p:Moro} as saying “No,” twice.", "quoted", "Interfax"),
        ("“No,” {p:Moro} was quoted by {o:TASS} as saying.", "was quoted", "TASS"),
    ],
)
def test_the_news_organisation_that_passes_words_on_is_the_outlet(marked, cue, name, through):
    assert through(marked, cue, "“No,”") == name


@pytest.mark.parametrize(
    ("marked", "cue"),
    [
        ("“No,” {p:Moro} told {o:NATO}.", "told"),
        ("“No,” {p:Moro} said.", "said"),
        ("“No,” {p:Moro} said. {p:Ritt} told {o:Reuters} more.", "said"),
        ("“No,” {p:Moro} left {o:Reuters}.", "left"),
        ("“No,” {p:Moro} told {o:Reuters}.", ""),
    ],
)
def test_no_outlet_is_guessed(marked, cue, through):
    assert through(marked, cue, "“No,”") is None


def test_an_outlet_inside_the_words_is_what_they_speak_of(through):
    assert through("{p:Moro} said that she told {o:Reuters} so.", "said", "that she told Reuters so") is None


def test_news_organisations_are_told_by_table_or_last_word():
    assert is_news("Reuters")
    assert is_news("Telmar News Agency") or is_news("Telmar news agency")
    assert not is_news("Telmar Bank")
    assert not is_news("NATO")
