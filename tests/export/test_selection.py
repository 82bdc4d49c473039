"""Which events are asked for."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.export.selection import Selection, code, selection
from onrecord.records import Actor, DateRange, Event

TOLD = Event(
    "ACCUSE", 3, None, (), (Actor("ARM", "Yerevan"),), (Actor("AZE", "Baku"),), ((0, 1),), None, None, 0.5, None
)
MET = dataclasses.replace(TOLD, type="CONSULT", quad=1)
MONTH = dataclasses.replace(TOLD, date=DateRange("2024-03-01", "2024-03-31", "month", "text"))


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("RUS", "RUS"),
        ("rus", "RUS"),
        ("Russia", "RUS"),
        ("the Kremlin", "RUS"),
        ("Ankara", "TUR"),
        ("South Korea", "KOR"),
        ("OSCE", "OSCE"),
        ("osce", "OSCE"),
        ("European Union", "EU"),
        ("NKR", "NKR"),
        ("GEO-OPP", "GEO-OPP"),
        (" Armenia ", "ARM"),
    ],
)
def test_actors_are_found_by_code_and_by_name(actor, expected):
    assert code(actor) == expected


@pytest.mark.parametrize(
    "actor", ["", "Ruritania", "QQQ", "Ilham Aliyev", "soldiers", "GEO-OPPOSITION", "foreign ministry"]
)
def test_actors_that_no_table_knows_are_refused_in_a_line(actor):
    with pytest.raises(UsageError, match="is no state or organisation that is known; give a code"):
        code(actor)


def test_selection_of_nothing_in_particular_takes_every_event():
    for event in (TOLD, MET, MONTH):
        assert selection().takes(event)
        assert selection().on_time(event)


def test_selection_takes_sides_as_they_are_told():
    assert selection(actors=["ARM"], recipients=["AZE"]).takes(TOLD)
    assert not selection(actors=["AZE"]).takes(TOLD)
    assert not selection(actors=["ARM"], recipients=["RUS"]).takes(TOLD)
    assert selection(actors=["RUS", "Armenia"]).takes(TOLD)


def test_selection_lets_both_sides_change_places_where_both_act():
    for chosen in (
        selection(actors=["AZE"]),
        selection(actors=["AZE"], recipients=["ARM"]),
        selection(recipients=["ARM"]),
    ):
        assert chosen.takes(MET)
    assert not selection(actors=["AZE"], recipients=["RUS"]).takes(MET)


def test_selection_finds_two_who_act_together_on_one_side():
    together = dataclasses.replace(MET, actor=MET.actor + MET.recipient, recipient=())
    assert selection(actors=["AZE"], recipients=["ARM"]).takes(together)
    assert not selection(actors=["AZE"], recipients=["RUS"]).takes(together)
    assert not selection(recipients=["AZE"]).takes(dataclasses.replace(together, type="ASSAULT"))


def test_selection_takes_types_by_any_of_their_names():
    assert selection(types=["disapprove"]).types == {"ACCUSE"}
    assert selection(types=["YIELD", "19"]).types == {"CONCEDE", "RETREAT", "ASSAULT"}
    assert not selection(types=["AID"]).takes(TOLD)


def test_selection_takes_what_is_certain_enough():
    assert selection(certainty=0.5).takes(TOLD)
    assert not selection(certainty=0.51).takes(TOLD)


@pytest.mark.parametrize(
    ("since", "until", "taken"),
    [
        ("2024-03-31", None, True),
        ("2024-04-01", None, False),
        (None, "2024-03-01", True),
        (None, "2024-02", False),
        ("2024-03-10", "2024-03-12", True),
        ("2023", "2024", True),
    ],
)
def test_selection_takes_events_that_share_a_day_with_the_time(since, until, taken):
    assert selection(since=since, until=until).on_time(MONTH) is taken


def test_selection_of_a_time_has_no_place_for_events_without_a_date():
    assert not selection(since="1000").on_time(TOLD)
    assert not selection(until="2200").on_time(TOLD)


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2024", "2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", "2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-05", "2024-02-05T10:00:00Z", ("2024-02-05", "2024-02-05")),
    ],
)
def test_selection_reads_months_and_years_from_their_first_day_to_their_last(since, until, days):
    chosen = selection(since=since, until=until)
    assert (chosen.since, chosen.until) == days


@pytest.mark.parametrize("date", ["", "soon", "2024-02-30", "2024-13", "24", "2024-1"])
def test_selection_refuses_dates_that_there_are_not(date):
    with pytest.raises(UsageError, match="is no date; write it as YYYY-MM-DD"):
        selection(until=date)


def test_selection_refuses_a_time_that_ends_before_it_begins():
    with pytest.raises(UsageError, match="--since 2024-02 is after --until 2024-01"):
        selection(since="2024-02", until="2024-01")


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_selection_is_on_time_just_where_days_are_shared(a, b, c, d):
    (start, end), (since, until) = sorted((a, b)), sorted((c, d))
    event = dataclasses.replace(TOLD, date=DateRange(start.isoformat(), end.isoformat(), "day", "text"))
    chosen = Selection(since=since.isoformat(), until=until.isoformat())
    assert chosen.on_time(event) is (max(start, since) <= min(end, until))
