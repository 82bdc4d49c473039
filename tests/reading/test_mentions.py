"""Mentions: tags to cores, and what the tables mend; by a head whose tags are given, and by the shipped one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def test_a_tagged_name_is_a_mention(tagged):
    assert tagged("Then {p:Ana Moro} left {l:Telmar} again.") == [("Ana Moro", "person"), ("Telmar", "place")]


def test_where_nobody_is_named_there_is_no_mention(tagged):
    assert tagged("Rain fell all night.") == []
    assert tagged("") == []


@pytest.mark.parametrize("state", ["Norway", "French", "U.S.", "South Korea", "Ankara", "the Kremlin"])
def test_states_are_found_by_the_table(state, tagged):
    assert (state.removeprefix("the "), "state") in tagged(f"Ships of {state} came.")


@pytest.mark.parametrize("dash", ["-", "‑", "–"])
def test_a_pair_of_adjectives_is_two_states(dash, tagged):
    assert tagged(f"The Armenian{dash}Azerbaijani border is quiet.") == [
        ("Armenian", "state"),
        ("Azerbaijani", "state"),
    ]


def test_people_of_a_state_are_a_group(tagged):
    assert tagged("Many Latvians came.") == [("Latvians", "group")]


def test_a_state_inside_a_persons_name_is_no_state(tagged):
    assert tagged("Then {p:Jordan Peters} left.") == [("Jordan Peters", "person")]


def test_a_state_that_the_head_took_into_a_persons_name_is_parted_from_it(tagged):
    found = tagged("Ships of {p:Portugal Ana Moro} came.")
    assert found in ([("Portugal Ana Moro", "person")], [("Portugal", "state"), ("Ana Moro", "person")])


def test_small_letters_are_no_state(tagged):
    assert tagged("They ate turkey from china plates and gave it to us.")[:1] == [("They", "pronoun")]
    assert [kind for _, kind in tagged("They ate turkey from china plates.")] == ["pronoun"]


@pytest.mark.parametrize(
    "office",
    [
        "Foreign Minister",
        "Deputy Minister of Foreign Affairs",
        "First Deputy Prime Minister",
        "Minister for Foreign Affairs and Trade",
        "prime minister",
        "Secretary of State",
        "ambassador",
        "spokeswoman",
    ],
)
def test_an_office_is_one_mention_with_what_it_is_for(office, tagged):
    assert tagged(f"Then the {office} left.") == [(office, "role")]


def test_an_office_that_the_head_found_in_part_is_whole(tagged):
    assert tagged("Then Deputy {r:Minister} of Foreign Affairs {p:Ana Moro} left.") == [
        ("Deputy Minister of Foreign Affairs", "role"),
        ("Ana Moro", "person"),
    ]


def test_a_name_behind_an_office_is_a_person(tagged):
    assert tagged("Then Prime Minister Karst left.") == [("Prime Minister", "role"), ("Karst", "person")]


def test_what_an_office_is_at_is_no_part_of_it(tagged):
    found = tagged("Then the Ambassador to {s:Norway} left.")
    assert found == [("Ambassador", "role"), ("Norway", "state")]


def test_offices_in_the_plural_are_a_group(tagged):
    assert tagged("Then the foreign ministers left.") == [("foreign ministers", "group")]
    assert tagged("Then the {o:Co-Chairs} left.") == [("Co-Chairs", "group")]


def test_a_word_with_other_senses_is_an_office_only_if_the_head_thinks_so(tagged):
    assert tagged("They head home.") == [("They", "pronoun")]
    assert ("head", "role") in tagged("The {r:head} of the port left.")


@pytest.mark.parametrize("honorific", ["Mr.", "Ms.", "Mrs", "Dr.", "Sir"])
def test_an_honorific_is_no_name_and_what_stands_behind_it_is(honorific, tagged):
    assert tagged(f"Then {honorific} Karst left.") == [("Karst", "person")]


def test_an_honorific_in_a_tagged_name_is_taken_off(tagged):
    assert tagged("Then {p:Mr. Karst} left.") == [("Karst", "person")]


def test_a_surname_that_is_an_office_is_a_name_behind_an_honorific(tagged):
    assert tagged("Then Mr. King left.") == [("King", "person")]


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Foreign Affairs",
        "Ministry of Labour and Social Affairs",
        "European Union",
        "World Health Organization",
    ],
)
def test_an_organisation_has_what_it_is_of(name, tagged):
    assert (name, "organisation") in tagged(f"Ships of the {name} came.")


def test_an_organisation_keeps_the_words_before_its_head_noun(tagged):
    assert ("Coastal Ferry Association", "organisation") in tagged("Then the {o:Coastal Ferry Association} met.")


@pytest.mark.parametrize("acronym", ["NATO", "OSCE", "EU", "CSTO"])
def test_acronyms_of_the_tables_are_organisations(acronym, tagged):
    assert (acronym, "organisation") in tagged(f"Ships of the {acronym} came at night.")


def test_an_unknown_acronym_needs_the_heads_word(tagged):
    assert tagged("The GDP fell.") == []
    assert ("QRTX", "organisation") in tagged("The {o:QRTX} fell.")


def test_a_line_in_capitals_is_no_acronym(tagged):
    assert [kind for _, kind in tagged("RAIN FALLS ALL NIGHT\nRain fell.")] == []


def test_a_piece_of_a_line_in_capitals_is_no_name(tagged):
    assert tagged("RAIN {o:FALLS ALL NIGHT} LONG\nRain fell.") == []


def test_pronouns_are_found_even_where_the_head_is_blind(tagged):
    assert tagged("She told them that we saw his boat.") == [
        ("She", "pronoun"),
        ("them", "pronoun"),
        ("we", "pronoun"),
        ("his", "pronoun"),
    ]


def test_a_pronoun_is_one_word_and_no_other_mention(tagged):
    assert tagged("Then {p:she} left.") == [("she", "pronoun")]
    assert tagged("Then {n:the boat} left.") == []


def test_us_is_a_state_in_capitals(tagged):
    assert tagged("They told US envoys.")[1] == ("US", "state")
    assert tagged("They told us.")[1] == ("us", "pronoun")


def test_marks_and_small_words_are_no_edge_of_a_mention(tagged):
    assert tagged("Then {o:the Coastal Bank,} fell.") == [("Coastal Bank", "organisation")]


def test_no_mention_goes_over_the_end_of_a_line(tagged):
    assert [name for name, _ in tagged("Then {p:Ana\nMoro} left.")] == ["Ana", "Moro"]
    for text in ("the Prime\nMinister left.", "We saw Karst\nBank fell.", "We saw the Ministry of\nTrade fell."):
        assert not any("\n" in name for name, _ in tagged(text))


@pytest.mark.parametrize("text", ["习近平 said so.", "Ο Αλέξης Τσίπρας μίλησε.", "قال محمود عباس", "Ә́ İ ﷺ \u200d🙂"])
def test_names_in_other_scripts_are_cut_out_of_the_text_as_it_is(text, cores_of):
    for core in cores_of(text):
        assert 0 <= core.start < core.end <= len(text)


WORDS = st.sampled_from(
    [
        *("Ana", "Moro", "Mr", ".", "U.S.", "Armenian", "-", "Norway", "Deputy", "Minister", "of", "Foreign", "and"),
        *("Affairs", "the", "NATO", "OSCE", "Co-Chairs", "side", "French", "she", "US", "us", "ministers", "head"),
        *(",", "(", ")", "“", "”", "'s", "said", "\n", "习近平", "İ", "é", "I", "Ministry", "for", "G20", "Bank"),
    ]
)


@settings(max_examples=60)
@given(words=st.lists(WORDS, max_size=40), gaps=st.sampled_from([" ", "", "  "]), data=st.data())
def test_mentions_are_in_order_apart_and_inside_paragraphs(words, gaps, data, cores_of):
    text = gaps.join(words)
    edge = data.draw(st.integers(0, len(text)))
    paragraphs = tuple(span for span in ((0, edge), (edge, len(text))) if span[0] < span[1])
    last = 0
    for core in cores_of(text, paragraphs):
        assert last <= core.start < core.end
        last = core.end
        assert any(start <= core.start and core.end <= end for start, end in paragraphs)
        assert any(map(str.isalnum, text[core.start : core.end]))
        assert 0 < core.sure <= 1
