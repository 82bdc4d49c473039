"""States, places and institutions are found by what texts call them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors import countries


@pytest.mark.parametrize(
    ("wording", "code", "how"),
    [
        ("Norway", "NOR", "name"),
        ("the Netherlands", "NLD", "name"),
        ("Burma", "MMR", "other name"),
        ("Zaire", "COD", "other name"),
        ("Swaziland", "SWZ", "other name"),
        ("Cote d’Ivoire", "CIV", "name"),
        ("Norwegian", "NOR", "adjective"),
        ("Frenchmen", "FRA", "adjective"),
        ("Britons", "GBR", "adjective"),
        ("Filipinos", "PHL", "adjective"),
        ("Slovaks", "SVK", "adjective"),
        ("Baku", "AZE", "capital"),
        ("Kiev", "UKR", "capital"),
        ("the Kremlin", "RUS", "seat"),
        ("Elysée", "FRA", "seat"),
        ("Downing Street", "GBR", "seat"),
        ("No. 10", "GBR", "seat"),
        ("the Blue House", "KOR", "seat"),
        ("Foggy Bottom", "USA", "seat"),
        ("Rashtrapati Bhavan", "IND", "seat"),
    ],
)
def test_a_state_is_found_by_names_adjectives_capitals_and_seats(wording, code, how):
    found = countries.state(wording)
    assert found is not None
    assert (found.code, found.how) == (code, how)


@pytest.mark.parametrize("wording", ["US", "U.S.", "U.S.A.", "the US", "the U.S.’s", "United States'", "UNITED STATES"])
def test_dots_articles_and_possessives_do_not_matter(wording):
    assert countries.state(wording).code == "USA"


@pytest.mark.parametrize(
    "wording", ["us", "Us", "turkey", "china", "polish", "guinea", "mali", "uk", "", "the", "'s", " "]
)
def test_a_small_word_is_no_state(wording):
    assert countries.state(wording) is None


@pytest.mark.parametrize(
    ("wording", "code"), [("TURKEY", "TUR"), ("POLISH", "POL"), ("russian", "RUS"), ("ukraine", "UKR")]
)
def test_letters_of_headlines_and_careless_texts_are_understood(wording, code):
    assert countries.state(wording).code == code


@pytest.mark.parametrize(
    ("wording", "kind", "within"),
    [
        ("Artsakh", "de-facto", "AZE"),
        ("South Ossetia", "de-facto", "GEO"),
        ("TRNC", "de-facto", "CYP"),
        ("Kosovo", "de-facto", ""),
        ("Puerto Rico", "territory", "USA"),
        ("USSR", "historical", "RUS"),
        ("Czechoslovakia", "historical", ""),
        ("Fiji", "state", ""),
    ],
)
def test_kinds_of_states_and_what_they_lie_within(wording, kind, within):
    found = countries.state(wording)
    assert (found.kind, found.within) == (kind, within)


@pytest.mark.parametrize(
    ("wording", "codes"),
    [
        ("Armenian-Azerbaijani", ["ARM", "AZE"]),
        ("Sino–Russian", ["CHN", "RUS"]),
        ("US-South Korea", ["USA", "KOR"]),
        ("Guinea-Bissau", ["GNB"]),
        ("Bosnia and Herzegovina", ["BIH"]),
        ("Iran and Iraq", ["IRN", "IRQ"]),
        ("French", ["FRA"]),
        ("French-speaking", []),
        ("co-chair", []),
    ],
)
def test_a_compound_names_each_of_its_states(wording, codes):
    assert [one.code for one in countries.states_in(wording)] == codes


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Mariupol", "UKR"),
        ("Şuşa", "AZE"),
        ("Khankendi", "AZE"),
        ("Kobane", "SYR"),
        ("Goma", "COD"),
        ("Xinjiang", "CHN"),
        ("Chechen", "RUS"),
        ("Scots", "GBR"),
        ("Osaka", "JPN"),
        ("Brussels", "BEL"),
    ],
)
def test_a_place_is_of_its_state(wording, code):
    assert countries.place(wording).code == code


@pytest.mark.parametrize(
    ("wording", "code", "sector"),
    [
        ("the Bundestag", "DEU", "LEG"),
        ("Capitol Hill", "USA", "LEG"),
        ("IDF", "ISR", "MIL"),
        ("the Pentagon", "USA", "MIL"),
        ("Rosgvardiya", "RUS", "MIL"),
        ("Mossad", "ISR", "SPY"),
        ("US State Department", "USA", "GOV"),
        ("Scotland Yard", "GBR", "COP"),
        ("Russia’s State Duma", "RUS", "LEG"),
        ("National Assembly of Armenia", "ARM", "LEG"),
        ("Pakistani National Assembly", "PAK", "LEG"),
        ("Hungary's National Assembly", "HUN", "LEG"),
    ],
)
def test_an_institution_has_its_state_and_sector(wording, code, sector):
    found = countries.institution(wording)
    assert (found.code, found.sector) == (code, sector)


def test_what_several_states_have_is_found_where_the_state_is_told():
    assert countries.institution("National Assembly") is None
    assert countries.institution("National Assembly", "FRA").code == "FRA"
    assert countries.institution("MIT").sector == "EDU"
    assert countries.institution("MIT", "TUR").sector == "SPY"


def test_an_institution_is_not_given_to_another_state():
    assert countries.institution("French Knesset") is None


def test_an_ambiguous_spelling_has_one_winner():
    assert countries.preferred("Georgia") == "states"
    assert countries.preferred("the Georgia") == "states"
    assert countries.preferred("Norway") is None


def test_a_state_is_found_by_its_code():
    assert countries.by_code("NOR").name == "Norway"
    assert countries.by_code("nor") is None


@given(st.text(max_size=40))
def test_any_wording_can_be_asked_for(wording):
    countries.states_in(wording)
    countries.place(wording)
    countries.institution(wording, "ARM")
    assert countries.fold(wording) == countries.fold(wording.strip())
