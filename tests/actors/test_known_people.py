"""Persons of the tables: by name, title, surname and year."""

from onrecord.actors import known_people


def test_accents_hyphens_and_initials_do_not_matter():
    names = {
        known_people.find(n).name for n in ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "RECEP TAYYIP ERDOGAN")
    }
    assert len(names) == 1


def test_transliterations_of_one_name_meet():
    assert known_people.sound("mohammed hussein") == known_people.sound("muhammad hussein")
    assert known_people.sound("ali hassan") != known_people.sound("ali hussein")


def test_initials_before_a_surname_stay_part_of_the_name():
    assert known_people.fold("J. D. Vance") == "jd vance"
    assert known_people.fold("George W. Bush") == "george bush"


def test_unknown_name_is_nobody():
    assert known_people.find("Ivo Tarkand") is None
    assert known_people.find("") is None


def test_office_is_that_of_the_year():
    person = known_people.find("Dmitry Medvedev")
    assert person.office(2009).title.startswith("president")
    assert person.office(2014).title.startswith("prime minister")


def test_office_after_the_last_is_the_last():
    assert known_people.find("Angela Merkel").office(2024).title == "chancellor"


def test_title_and_surname_find_the_only_holder():
    assert [p.name for p in known_people.titled("Lavrov", "foreign minister")] == ["Sergei Lavrov"]
    assert known_people.titled("Lavrov", "archbishop") == ()


def test_deputy_is_not_found_by_the_office_above():
    found = known_people.titled("Harris", "president", "USA")
    assert [p.name for p in found] == []


def test_surname_alone_means_a_head_of_state():
    assert known_people.alone("Museveni").name == "Yoweri Museveni"


def test_common_surname_alone_means_nobody():
    for surname in ("Kim", "Johnson", "Lee", "May", "Ivanov"):
        assert known_people.alone(surname) is None, surname


def test_surname_of_two_heads_is_the_one_of_the_year():
    assert known_people.alone("Kenyatta", 2016).name == "Uhuru Kenyatta"


def test_one_word_name_is_found():
    assert known_people.alone("Lula").name.startswith("Luiz")
