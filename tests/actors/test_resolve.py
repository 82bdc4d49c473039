"""From wordings to actors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.resolve import Resolution, resolve


def country_and_sector(wording, **options):
    found = resolve(wording, **options)
    return found.country, found.sector


@pytest.mark.parametrize(
    ("wording", "country", "sector"),
    [
        ("Norway’s ambassador to Chile", "NOR", "GOV"),
        ("the Chilean embassy in Oslo", "CHL", "GOV"),
        ("Riga police station", "LVA", "COP"),
        ("spokesman for the Hungarian interior ministry", "HUN", "GOV"),
        ("spokesperson of the Ministry of Defence of Peru", "PER", "GOV"),
        ("a former Peruvian minister", "PER", "ELI"),
        ("former Bolivian soldiers", "BOL", "CVL"),
        ("rebel commander", None, "REB"),
        ("Norwegian naval commander", "NOR", "MIL"),
        ("Iran-backed rebels", None, "REB"),
        ("people in Denmark", "DNK", "CVL"),
        ("villagers in northern Mali", "MLI", "CVL"),
        ("three bus drivers", None, "LAB"),
        ("opposition leader", None, "OPP"),
        ("Zambian opposition lawmaker", "ZMB", "LEG"),
        ("Fijian state television", "FJI", "GOV"),
        ("Fijian television", "FJI", "JRN"),
        ("members of the Knesset", "ISR", "LEG"),
        ("the president and prime minister of Iceland", "ISL", "GOV"),
        ("a soldier who fled Syria", None, "MIL"),
        ("Bosnian Serbs", "BIH", None),
        ("Chile's Defense Department", "CHL", "GOV"),
    ],
)
def test_words_tell_country_and_sector(wording, country, sector):
    assert country_and_sector(wording) == (country, sector)


@pytest.mark.parametrize("wording", ["a spokesman", "he", "us", "who", "turkey", "Qwrtz Plmk", "", "   ", "!?", "Иван"])
def test_what_cannot_be_known_is_not_guessed(wording):
    found = resolve(wording)
    assert (found.country, found.code, found.sector) == (None, None, None)


@pytest.mark.parametrize(
    "name",
    [
        *("National Assembly", "Supreme Court", "Senate", "National News Agency", "National Guard", "Coast Guard"),
        *(
            "Foreign Ministry",
            "Central Bank",
            "Ministry of Defence",
            "Investigative Committee",
            "Joint Chiefs of Staff",
        ),
    ],
)
def test_what_many_states_have_is_one_states_only_where_it_is_told(name):
    assert resolve(f"the {name}").country is None
    assert resolve(f"Armenia's {name}").country == "ARM"


@pytest.mark.parametrize(
    ("name", "country"), [("Congress", "USA"), ("Pentagon", "USA"), ("Duma", "RUS"), ("Knesset", "ISR")]
)
def test_what_one_state_is_known_for_is_its_own(name, country):
    assert resolve(f"the {name}").country == country


def test_antarctica_is_nobodys():
    found = resolve("Antarctica")
    assert (found.name, found.kind, found.code, found.country) == ("Antarctica", "place", None, None)
    assert resolve("a scientist in Antarctica").country is None
    assert resolve("a Chilean scientist in Antarctica").country == "CHL"


@pytest.mark.parametrize("acronym", ["PAN", "ANC", "BJP", "PKK", "SPD"])
def test_article_never_matters_before_an_acronym(acronym):
    assert resolve(f"the {acronym}").country == resolve(acronym).country is not None


def test_people_of_a_region_are_of_its_state():
    found = resolve("Texans")
    assert (found.name, found.kind, found.country) == ("Texas", "group", "USA")


def test_piece_of_a_hyphenated_name_is_nobody_known():
    assert resolve("influencer Cho Yoon-je").name != "Yoon Suk-yeol"


@pytest.mark.parametrize("wording", ["Armenian-Azerbaijani commission", "Russian and Chinese officials"])
def test_two_states_with_one_voice_are_no_state(wording):
    assert resolve(wording).country is None


def test_ambassador_is_of_the_state_that_sends():
    assert resolve("the ambassador to Chile").country is None
    assert resolve("the ambassador in Chile").country is None
    assert resolve("the ambassador of Chile").country == "CHL"


def test_seat_of_power_is_its_state():
    found = resolve("the Kremlin")
    assert (found.kind, found.code, found.sector) == ("state", "RUS", "GOV")


def test_people_of_a_state_are_a_group():
    assert resolve("two Russians").kind == "group"


def test_de_facto_authority_lies_within_a_state():
    found = resolve("Nagorno-Karabakh")
    assert (found.country, found.within, found.sector) == ("NKR", "AZE", "PRE")


def test_international_organisation_has_its_acronym_and_no_country():
    found = resolve("the European Union")
    assert (found.code, found.country) == ("EU", None)
    assert resolve("an EU official").code == "EU"


def test_court_of_states_is_a_court():
    assert resolve("International Court of Justice").sector == "JUD"


def test_apposition_tells_who_an_unknown_name_is():
    found = resolve("Ivo Tarkand, Estonia's deputy foreign minister")
    assert (found.country, found.sector, found.kind) == ("EST", "GOV", "person")


def test_name_after_a_title_is_kept():
    assert resolve("Minister Ivo Tarkand").name == "Ivo Tarkand"


def test_known_person_has_office_and_state():
    found = resolve("French President Emmanuel Macron")
    assert (found.name, found.kind, found.code, found.sector, found.role) == (
        "Emmanuel Macron",
        "person",
        "FRA",
        "GOV",
        "president",
    )


def test_year_decides_the_office():
    assert resolve("Angela Merkel", year=2015).sector == "GOV"
    assert resolve("Angela Merkel", year=2024).sector == "ELI"


def test_wordings_own_office_counts_before_the_tables():
    assert resolve("President Obama").sector == "GOV"
    assert resolve("former president Barack Obama").sector == "ELI"


def test_long_out_of_office_without_a_year_is_elite():
    assert resolve("Tony Blair").sector == "ELI"


def test_person_before_an_agent_is_the_owner():
    found = resolve("Macron's office")
    assert (found.country, found.kind) == ("FRA", "organisation")


def test_person_and_place_of_one_name_are_told_apart():
    assert resolve("Jordan").kind == "state"
    assert resolve("Michael Jordan").country is None
    assert resolve("Chad Smithson").country is None


def test_piece_of_an_unknown_name_is_nobody_known():
    assert resolve("Boris Johnson Tarkand").name is None


def test_it_is_said_what_told_it():
    assert resolve("Kenyan police").how == '"Kenyan" in states, adjective; "police" in sectors'
    assert resolve("Qwrtz").how == "no table knows its words"


def test_headline_capitals_are_read():
    assert resolve("PRESIDENT MACRON").name == "Emmanuel Macron"
    assert resolve("HUNGARY").code == "HUN"


@given(st.text(max_size=80))
def test_any_text_has_a_resolution(text):
    assert isinstance(resolve(text), Resolution)
