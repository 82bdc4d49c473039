"""Organisations are found by what texts call them, and by nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.actors import organisations
from onrecord.tables import rows

ROWS = list(rows("organisations.tsv"))
SPELLINGS = [(row[0], spelling, row[4]) for row in ROWS for spelling in filter(None, [row[1], *row[2].split("|")])]
EU = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"


def code(wording: str, country: str = "") -> str | None:
    found = organisations.organisation(wording, country)
    return found.code if found else None


@pytest.mark.parametrize(
    "wording",
    [
        "NATO",
        "Nato",
        "N.A.T.O.",
        "the NATO alliance",
        "NATO's",
        "NATO’s",
        "North Atlantic Treaty Organisation",
        "the North Atlantic Treaty Organization",
        "north atlantic treaty organization",
        "NORTH ATLANTIC TREATY ORGANIZATION",
        "North Atlantic Treaty Organization (NATO)",
        "the Alliance's military bloc (NATO)",
    ],
)
def test_one_organisation_has_many_spellings(wording: str) -> None:
    assert code(wording) == "NATO"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qaeda", "Al Qaeda"),
        ("al-Qaeda", "al–Qa'ida"),
        ("G7", "G-7"),
        ("M23", "M-23"),
        ("World Food Programme", "World Food Program"),
        ("Organisation for Security and Co-operation in Europe", "Organization for Security & Cooperation in Europe"),
        ("Vetëvendosje", "Vetevendosje"),
        ("People’s Protection Units", "Peoples Protection Units"),
        ("Médecins Sans Frontières", "Doctors Without Borders"),
    ],
)
def test_dashes_accents_apostrophes_and_british_spelling_do_not_matter(one: str, other: str) -> None:
    assert code(one) is not None
    assert code(one) == code(other)


@pytest.mark.parametrize(
    "wording",
    ["who", "Who", "is", "un", "us", "act", "aids", "quad", "hamas", "apple", "economist", "Independent", "the league"],
)
def test_ordinary_words_are_no_organisations(wording: str) -> None:
    assert code(wording) is None


@pytest.mark.parametrize(
    "wording", ["", " ", "the", "(", "()", "(EU", "’s", "of", "in of", "Moldavian Lantern Society"]
)
def test_what_the_table_does_not_have_is_not_guessed(wording: str) -> None:
    assert code(wording) is None


def test_papers_named_by_a_common_word_need_their_article() -> None:
    assert organisations.organisation("The Economist").sector == "JRN"  # type: ignore[union-attr]
    assert code("Economist") is None


@pytest.mark.parametrize(
    ("wording", "country"),
    [
        ("Labour Party", "GBR"),
        ("Norwegian Labour Party", "NOR"),
        ("Norway's Labour Party", "NOR"),
        ("the Labour Party of New Zealand", "NZL"),
        ("Justice and Development Party", "TUR"),
        ("Morocco's Justice and Development Party", "MAR"),
        ("Iraqi Communist Party", "IRQ"),
        ("Communist Party of Ukraine", "UKR"),
    ],
)
def test_a_name_that_several_countries_use_is_told_apart_by_the_wording(wording: str, country: str) -> None:
    found = organisations.organisation(wording)
    assert found is not None
    assert (found.sector, found.country) == ("PTY", country)


def test_a_name_that_several_countries_use_is_told_apart_by_the_caller() -> None:
    greens = {organisations.organisation("Greens", country) for country in ("", "AUT", "AUS", "NZL")}
    assert {found.country for found in greens if found} == {"DEU", "AUT", "AUS", "NZL"}


def test_a_country_that_has_none_of_the_name_leaves_the_usual_one() -> None:
    assert code("NATO", "ARM") == "NATO"
    assert code("Labour Party", "FRA") == code("Labour Party")


def test_names_are_shown_without_the_country_that_tells_them_apart() -> None:
    found = organisations.organisation("Conservative Party", "NOR")
    assert found is not None
    assert (found.name, found.country) == ("Conservative Party", "NOR")


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Houthi rebels", "Houthis"),
        ("the AKP party", "AKP"),
        ("Reuters news agency", "Reuters"),
        ("M23 fighters", "M23"),
        ("the Lebanese militant group Hezbollah", None),
        ("Boko Haram terrorist group", "Boko Haram"),
    ],
)
def test_a_noun_after_the_name_may_say_what_it_is(wording: str, expected: str | None) -> None:
    assert code(wording) == expected


@pytest.mark.parametrize(
    ("wording", "sectors"),
    [
        ("International Court of Justice", ("IGO", "JUD")),
        ("European Parliament", ("IGO", "LEG")),
        ("UNIFIL", ("IGO", "MIL")),
        ("Polisario Front", ("REB",)),
        ("Wagner Group", ("UAF", "PRM")),
        ("Sinaloa Cartel", ("CRM",)),
        ("Human Rights Watch", ("NGO",)),
        ("Gazprom", ("BUS",)),
    ],
)
def test_sectors_come_with_the_main_one_first(wording: str, sectors: tuple[str, ...]) -> None:
    found = organisations.organisation(wording)
    assert found is not None
    assert (found.sectors, found.sector) == (sectors, sectors[0])


def test_the_answer_says_whether_it_was_the_name() -> None:
    by_name, by_acronym = organisations.organisation("European Union"), organisations.organisation("EU")
    assert by_name
    assert by_acronym
    assert (by_name.how, by_acronym.how) == ("name", "other name")
    assert by_name.code == by_acronym.code


def test_blocs_have_their_members() -> None:
    assert " ".join(organisations.members("EU")) == EU
    assert organisations.members("EAEU") == ("ARM", "BLR", "KAZ", "KGZ", "RUS")
    assert organisations.members("V4") == ("CZE", "HUN", "POL", "SVK")
    assert {"FIN", "SWE", "TUR"} <= set(organisations.members("NATO"))
    assert "GBR" in organisations.members("G7")
    assert organisations.members("Hezbollah") == ()
    assert organisations.members("no such code") == ()


@pytest.mark.parametrize(
    "bloc",
    [
        "EU",
        "NATO",
        "CSTO",
        "CIS",
        "EAEU",
        "SCO",
        "BRICS",
        "G7",
        "G20",
        "ASEAN",
        "AU",
        "ECOWAS",
        "SADC",
        "IGAD",
        "EAC",
        "AL",
        "GCC",
        "OIC",
        "OAS",
        "MERCOSUR",
        "V4",
        "OECD",
        "OTS",
    ],
)
def test_members_of_a_bloc_are_different_states_in_order(bloc: str) -> None:
    states = organisations.members(bloc)
    assert len(states) > 2
    assert list(states) == sorted(set(states))


def test_codes_lead_back_to_their_organisations() -> None:
    codes = [row[0] for row in ROWS]
    assert len(codes) == len(set(codes))
    assert all((found := organisations.by_code(one)) and found.code == one for one in codes)


def test_every_spelling_of_the_table_finds_its_own_row() -> None:
    wrong = []
    for own, spelling, country in SPELLINGS:
        told = re.fullmatch(r"(.+) \(([A-Z]{3})\)", spelling)
        found = code(told[1], told[2]) if told else code(spelling, country)
        if found != own:
            wrong.append((spelling, own, found))
    assert wrong == []


@given(st.sampled_from([(own, spelling) for own, spelling, _ in SPELLINGS if not spelling.endswith(")")]))
def test_article_possessive_and_spaces_never_matter(entry: tuple[str, str]) -> None:
    own, spelling = entry
    assert code(f"  {spelling}’s ") == own
    if not spelling.startswith("The "):
        assert code(f"the {spelling}") == own


# but for those that write themselves in small letters too: "dpa"
ACRONYMS = {spelling for _, spelling, _ in SPELLINGS if re.fullmatch("[A-Z]{2,7}", spelling)}
ACRONYMS -= {spelling.upper() for _, spelling, _ in SPELLINGS if spelling.islower()}


@given(st.sampled_from(sorted(ACRONYMS)))
def test_acronyms_may_have_dots_and_are_not_words_in_small_letters(acronym: str) -> None:
    assert code("".join(f"{letter}." for letter in acronym)) == code(acronym)
    assert code(acronym.lower()) != code(acronym)


@given(st.text(max_size=60), st.sampled_from(["", "NOR", "USA", "???"]))
@example("(((", "")
@example("NATO (NATO) (NATO)", "")
@example("of of of of", "")
def test_no_wording_crashes(wording: str, country: str) -> None:
    found = organisations.organisation(wording, country)
    assert found is None or found.code


def test_a_body_acts_for_the_organisation_it_is_part_of():
    assert [organisations.part_of(code) for code in ("EEAS", "OSCE MG", "UNSC")] == ["EU", "OSCE", "UN"]


def test_a_treaty_organisation_and_a_state_are_nobodys_body():
    assert [organisations.part_of(code) for code in ("IAEA", "ARM", "")] == ["IAEA", "ARM", ""]


def test_every_body_and_its_organisation_are_in_the_table():
    for code, bodies in rows("bodies.tsv"):
        assert all(organisations.by_code(c) for c in (code, *bodies.split("|")))
