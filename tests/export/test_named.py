"""Who is named: counts of mentions and statements, and who is one over several documents."""

import dataclasses

import pytest

from onrecord.export.named import counts, named
from onrecord.records import Entity, Mention


@pytest.fixture
def naming(reading_of):
    """A document that mentions each of some entities once."""

    def make(*entities: Entity, id: str = "a"):
        text = "x" * len(entities)
        mentions = tuple(Mention((at, at + 1), "person", at) for at in range(len(entities)))
        return reading_of(text, id=id, entities=entities, mentions=mentions)

    return make


def perl(role: str | None = None, country: str | None = "VES", name: str = "Ana Perl", kind: str = "person") -> Entity:
    return Entity(name, kind, role, country)


def test_counts_are_of_mentions_and_of_statements_by_entity(cast):
    assert counts(cast) == [(2, 0), (1, 0), (2, 2), (2, 1), (1, 2)]


def test_counts_leave_out_a_speaker_who_is_no_entity(talks):
    assert counts(dataclasses.replace(talks, entities=(perl(),))) == [(0, 0)]


def test_named_puts_first_who_says_most_then_who_is_mentioned_most(cast):
    assert [one.name for one in named([cast])] == ["Ana Perl", "officials in Orland", "Ilka Doran", "Vesna"]


def test_named_gives_office_state_code_and_counts(cast):
    first = named([cast])[0]
    assert (first.kind, first.roles, first.country, first.code) == ("person", ["foreign minister"], "VES", "VES")
    assert (first.mentions, first.statements, first.documents) == (2, 2, ["talks.txt"])


def test_named_leaves_places_out_unless_they_speak_or_are_asked_for(cast, naming):
    assert [one.name for one in named([cast], ["place"])] == ["Orland"]
    said = dataclasses.replace(cast.statements[0].speakers[0], entity=1)
    speaking = dataclasses.replace(cast, statements=(dataclasses.replace(cast.statements[0], speakers=(said,)),))
    assert "Orland" in [one.name for one in named([speaking])]


def test_named_of_some_kinds_has_no_others(cast):
    assert {one.kind for one in named([cast], ["person", "state"])} == {"person", "state"}


def test_named_leaves_out_an_entity_that_nothing_in_the_text_names(reading_of):
    assert named([reading_of("x", entities=(perl(),))]) == []


def test_named_joins_one_person_over_documents_with_all_offices(naming):
    (one,) = named([naming(perl("foreign minister")), naming(perl("Prime Minister", name="ANA PERL"), id="b")])
    assert (one.name, one.mentions, one.documents) == ("Ana Perl", 2, ["a", "b"])
    assert one.roles == ["foreign minister", "Prime Minister"]


def test_named_gives_an_office_once_whatever_its_letters(naming):
    (one,) = named([naming(perl("foreign minister")), naming(perl("Foreign Minister"))])
    assert one.roles == ["foreign minister"]


@pytest.mark.parametrize(
    "other", [perl(name="Ana Pearl"), perl(country="ORL"), perl(country=None), perl(kind="organisation")], ids=str
)
def test_named_keeps_apart_what_differs_in_name_state_or_kind(naming, other):
    assert len(named([naming(perl()), naming(other)])) == 2


def test_named_keeps_apart_two_of_one_name_that_one_document_tells_apart(naming):
    both = naming(perl("senator"), perl("goalkeeper"))
    assert [one.roles for one in named([both])] == [["senator"], ["goalkeeper"]]


def test_named_joins_namesakes_by_office_over_documents(naming):
    senator, goalkeeper = perl("senator"), perl("goalkeeper")
    two = named([naming(senator, goalkeeper, id="a"), naming(goalkeeper, senator, id="b"), naming(goalkeeper, id="c")])
    assert [(one.roles, one.documents) for one in two] == [
        (["goalkeeper"], ["a", "b", "c"]),
        (["senator"], ["a", "b"]),
    ]


def test_named_does_not_depend_on_the_order_of_documents(cast, naming):
    other = naming(Entity("Brida Hollins", "person"), Entity("Aro Lind", "person"), id="b")
    assert [one.name for one in named([cast, other])] == [one.name for one in named([other, cast])]


def test_named_takes_readings_one_at_a_time(naming):
    assert len(named(naming(perl(), id=str(number)) for number in range(100))[0].documents) == 100
