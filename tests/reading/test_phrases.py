"""Noun phrases: which mentions name one, and whose they are; mentions are marked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.phrases import Phrases


@pytest.fixture(scope="module")
def phrases(by_hand):
    """A function from a marked text to its phrases."""

    def lay(marked):
        text, cores = by_hand(marked)
        spans, at = [], 0
        for line in text.split("\n"):
            spans.append((at, at + len(line)))
            at += len(line) + 1
        return Phrases(text, cores, [span for span in spans if span[0] < span[1]])

    return lay


@pytest.fixture(scope="module")
def joined(phrases):
    """A function from a marked text to the wordings of each phrase of several mentions."""

    def wordings(marked):
        found = phrases(marked)
        return [[found._wording(c) for c in p.cores] for p in found.all if len(p.cores) > 1]

    return wordings


@pytest.fixture(scope="module")
def owners(phrases):
    """A function from a marked text to the owners of the phrase that is about a wording."""

    def wordings(marked, head):
        found = phrases(marked)
        (phrase,) = (p for p in found.all if found._wording(p.head) == head)
        return [found._wording(o) for o in phrase.owners]

    return wordings


@pytest.mark.parametrize(
    "marked",
    [
        "{r:Foreign Minister} {p:Ana Moro} left.",
        "{r:Foreign Minister} Mr. {p:Ana Moro} left.",
        "{p:Ana Moro}, the {r:foreign minister}, left.",
        "{p:Ana Moro}, who is the {r:foreign minister}, left.",
        "{p:Ana Moro}, now {r:foreign minister}, left.",
        "The {r:foreign minister}, {p:Ana Moro}, left.",
        "The {r:Foreign Minister} of {s:Norway} {p:Ana Moro} left.",
        "The {r:Foreign Minister} of {s:Norway}, {p:Ana Moro}, left.",
        "{s:Norway}’s {r:foreign minister}, {p:Ana Moro}, left.",
    ],
)
def test_an_office_beside_a_name_is_that_persons(marked, joined):
    (phrase,) = joined(marked)
    assert "Ana Moro" in phrase
    assert len(phrase) == 2


def test_offices_in_a_row_are_one_persons(joined):
    assert joined("{s:Russian} {r:FM} {r:spox} {p:Ana Moro} left.") == [["FM", "spox", "Ana Moro"]]


def test_a_name_with_an_office_before_and_one_after_has_both(joined):
    assert joined("{r:Dean} {p:Ana Moro}, the {r:envoy} to {s:Norway}, left.") == [["Dean", "Ana Moro", "envoy"]]


@pytest.mark.parametrize(
    "marked",
    [
        "{r:Foreign Minister} {p:Ana Moro} met {p:Lev Ritt}.",
        "{p:Lev Ritt} told {r:Foreign Minister} {p:Ana Moro} so.",
        "{r:Foreign Minister} {p:Ana Moro} and {p:Lev Ritt} left.",
    ],
)
def test_two_names_are_never_one(marked, joined):
    assert joined(marked) == [["Foreign Minister", "Ana Moro"]]


@pytest.mark.parametrize(
    "marked",
    [
        "{p:Ana Moro} met the {r:foreign minister}.",
        "{p:Ana Moro} and the {r:foreign minister} left.",
        "{p:Ana Moro}, said the {r:foreign minister}, left.",
        "{p:Ana Moro}\nThe {r:foreign minister} left.",
    ],
)
def test_an_office_that_is_not_beside_a_name_is_its_own(marked, joined):
    assert joined(marked) == []


def test_nothing_is_joined_over_the_end_of_a_paragraph(joined, owners):
    assert joined("{r:Minister}\n{p:Ana Moro} left.") == []
    assert owners("{s:Norway}\n{r:Ministers} left.", "Ministers") == []


@pytest.mark.parametrize(
    ("marked", "head", "owner"),
    [
        ("{s:Norwegian} {r:Foreign Minister} {p:Ana Moro} left.", "Ana Moro", ["Norwegian"]),
        ("{s:Norway}’s {r:foreign minister} left.", "foreign minister", ["Norway"]),
        ("The {r:foreign minister} of {s:Norway} left.", "foreign minister", ["Norway"]),
        ("A {r:spokesman} for the {o:Ferry Ministry} left.", "spokesman", ["Ferry Ministry"]),
        ("{p:Ana Moro} of {s:Norway} left.", "Ana Moro", ["Norway"]),
        ("{s:Norwegian} {o:Foreign Ministry} rooms", "Foreign Ministry", ["Norwegian"]),
        ("the {o:Ministry} of {s:Norway} rooms", "Ministry", ["Norway"]),
        ("The {g:ministers} of {s:Norway} and {s:Latvia} left.", "ministers", ["Norway", "Latvia"]),
        ("{r:Senator} {p:Ana Moro} ({s:Norway}) left.", "Ana Moro", ["Norway"]),
    ],
)
def test_whose_somebody_is(marked, head, owner, owners):
    assert owners(marked, head) == owner


def test_an_organisation_inside_a_state_owns_for_it(phrases):
    found = phrases("{s:Latvian} {o:Foreign Ministry} {r:spokeswoman} {p:Ana Moro} left.")
    (person,) = (p for p in found.all if found._wording(p.head) == "Ana Moro")
    assert "Foreign Ministry" in [found._wording(o) for o in person.owners]
    assert [found._wording(o) for o in found.of[1].owners] == ["Latvian"]


def test_where_somebody_is_sent_is_not_whose_they_are(phrases):
    found = phrases("The {r:Ambassador} of {s:France} to {s:Armenia} left.")
    (envoy,) = (p for p in found.all if found._wording(p.head) == "Ambassador")
    assert [found._wording(o) for o in envoy.owners] == ["France"]
    found = phrases("The {r:ambassador} to {s:Armenia} left.")
    assert found.of[0].owners == []
    assert [found._wording(o) for o in found.of[0].hosts] == ["Armenia"]


def test_a_city_before_an_office_is_where_not_whose(owners):
    assert owners("In {s:Oslo} {r:Foreign Minister} {p:Ana Moro} met us.", "Ana Moro") == []


@pytest.mark.parametrize("gap", [" (", " (the "])
def test_an_acronym_in_brackets_is_the_organisation_before_it(gap, joined):
    assert joined(f"The {{o:Coastal Ferry Union}}{gap}{{o:CFU}}) met.") == [["Coastal Ferry Union", "CFU"]]


def test_a_party_in_brackets_is_whose_somebody_is(owners):
    assert owners("{p:Ana Moro} ({o:SPD}) left.", "Ana Moro") == ["SPD"]


@pytest.mark.parametrize(
    "marked",
    [
        "The {g:co-chairs} ({p:Ana Moro}, {p:Lev Ritt} and {p:Bo Aust}) left.",
        "The {g:co-chairs} of the {o:Ferry Group} ({p:Ana Moro} of {s:Norway}, {p:Lev Ritt} of {s:Latvia}, and "
        "{p:Bo Aust} of {s:France}) left.",
        "{g:Foreign Ministers} {p:Ana Moro}, {p:Lev Ritt}, and {p:Bo Aust} left.",
    ],
)
def test_people_listed_behind_their_office_are_its_members(marked, phrases):
    found = phrases(marked)
    assert [[found._wording(p.head) for p in people] for people in found.members.values()] == [
        ["Ana Moro", "Lev Ritt", "Bo Aust"]
    ]


def test_one_name_behind_a_group_is_no_list(phrases):
    assert phrases("The {g:ministers} {p:Ana Moro} met.").members == {}


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("The {r:minister} left.", "the"),
        ("A senior {r:diplomat} left.", "a"),
        ("Another {s:Latvian} {r:diplomat} left.", "another"),
        ("“The {r:minister} left.”", "the"),
        ("Her {r:deputy} left.", "her"),
        ("{r:Minister} {p:Ana Moro} left.", ""),
        ("The boat of {p:Ana Moro} left.", ""),
    ],
)
def test_the_word_that_opens_a_phrase(marked, word, phrases):
    assert phrases(marked).all[0 if word != "another" else -1].determiner == word


def test_a_text_without_mentions_has_no_phrases(phrases):
    assert phrases("It rains.").all == []
    assert phrases("").all == []


PARTS = st.sampled_from(
    [
        *("{p:Ana Moro}", "{p:Ritt}", "{r:minister}", "{r:envoy}", "{g:ministers}", "{o:Ferry Union}", "{o:CFU}"),
        *("{s:Norway}", "{s:Latvian}", "{l:Telmar}", "{n:she}", "of", "the", "and", "’s", ",", "(", ")", "to", "\n"),
    ]
)


@given(parts=st.lists(PARTS, max_size=30))
def test_every_mention_is_of_one_phrase_with_at_most_one_name(parts, phrases):
    found = phrases(" ".join(parts))
    assert sorted(c for p in found.all for c in p.cores) == list(range(len(found.cores)))
    assert [p.cores[0] for p in found.all] == sorted(p.cores[0] for p in found.all)
    for phrase in found.all:
        assert phrase.head in phrase.cores
        assert sum(found.cores[c].type == "person" for c in phrase.cores) <= 1
        assert phrase.start <= found.cores[phrase.cores[0]].start
        assert phrase.end >= found.cores[phrase.cores[-1]].end
        assert len({found._paragraph[c] for c in phrase.cores}) == 1
        assert not set(phrase.cores) & {*phrase.owners, *phrase.hosts}
