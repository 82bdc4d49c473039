"""Agent words and their sectors."""

import pytest

from onrecord.actors import sectors
from onrecord.tables import rows

SECTORS = {
    *("GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "PRM", "UAF", "CRM"),
    *("BUS", "LAB", "EDU", "MED", "JRN", "REL", "CVL", "ELI", "NGO", "IGO", "PRE", "REF"),
}
USES = {"agent", "bearer", "office", "force", "topic", "former", "state", "against", "honorific"}


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [("soldiers", "MIL"), ("policewomen", "COP"), ("deputies", "LEG"), ("chiefs of staff", "GOV"), ("judge", "JUD")],
)
def test_plurals_are_found(phrase, sector):
    found = sectors.word(phrase)
    assert found is not None
    assert found.sector == sector


def test_british_spelling_is_found():
    assert sectors.word("defence ministry") == sectors.word("defense ministry") is not None
    assert sectors.word("armoured vehicles") is not None


def test_hyphen_is_a_space():
    assert sectors.word("Self-Defence Force") == sectors.word("self defense force") is not None


def test_plural_is_told():
    assert [sectors.word(w).plural for w in ("rebel", "rebels")] == [False, True]


def test_ambassador_works_away_from_home():
    assert sectors.word("ambassador").away
    assert not sectors.word("minister").away


def test_word_of_no_actor_is_not_found():
    assert sectors.word("xylophone") is None
    assert sectors.word("") is None


def test_longest_phrase_counts():
    assert sectors.longest(["prime", "minister", "office"], 0, 3)[0] == 2


def test_word_that_marks_may_also_be_an_actor():
    official = sectors.word("official")
    assert (official.sector, official.mark) == ("GOV", "state")


def test_table_is_well_formed():
    for phrase, *cells in rows("sectors.tsv"):
        sector, use, kind, note = (cells + [""] * 4)[:4]
        assert phrase == phrase.lower().strip(), phrase
        assert sector in SECTORS | {""}, phrase
        assert use in USES, phrase
        assert kind in {"person", "organisation", "group", "place", ""}, phrase
        assert note in {"", "away"} or (len(note) == 3 and note.isupper()), phrase


def test_no_phrase_has_two_sectors():
    phrases = [row[0] for row in rows("sectors.tsv") if row[2] in ("agent", "bearer", "office", "force", "topic")]
    assert len(phrases) == len(set(phrases))
