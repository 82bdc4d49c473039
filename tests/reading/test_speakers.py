"""Whom sources name: on sentences written for the purpose, about invented people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.attribution import Attribution, Evidence
from onrecord.reading.speakers import speakers

SURE = Evidence(1.0, 1.0, 1.0, 1.0)
MARK = re.compile(r"\[([sc]):|\]")


def parse(marked):
    """ "[s:Orlen] said [c:no]" to its text and attributions; "[c:...]" ends one, an "[s:...]" before or after joins it.

    A statement is closed by ``;;`` in the marked text.
    """
    text, attributions = "", []
    for statement in marked.split(";;"):
        spans, opened = {"s": [], "c": []}, []
        done = 0
        for mark in MARK.finditer(statement):
            text += statement[done : mark.start()]
            done = mark.end()
            if mark.group(1):
                opened.append((mark.group(1), len(text)))
            else:
                kind, start = opened.pop()
                spans[kind].append((start, len(text)))
        text += statement[done:]
        if spans["c"]:
            attributions.append(Attribution(tuple(spans["s"]), (), tuple(spans["c"]), SURE))
    return text, attributions


def read(marked):
    text, attributions = parse(marked)
    return speakers(text, attributions, ((0, len(text)),))


def names(marked):
    """The names of the speakers of the last statement."""
    return [s.name for s in read(marked)[-1]]


def test_a_name_with_its_office_is_a_person():
    (who,) = read("[s:Sorvia’s Deputy Minister of Foreign Affairs, Ivo Tarkand,] said [c:talks go on].")[-1]
    assert (who.name, who.kind, who.role) == ("Ivo Tarkand", "person", "Deputy Minister of Foreign Affairs")


def test_the_country_of_an_office_is_known_from_its_adjective():
    (who,) = read("[s:French Foreign Minister Ana Moro] said [c:talks go on].")[-1]
    assert (who.name, who.country) == ("Ana Moro", "FRA")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Marta Orlen, the official spokesperson of the Norwegian Ministry of Foreign Affairs,", "Marta Orlen"),
        ("the Minister of Europe and Foreign Affairs of Portugal, Ana Moro,", "Ana Moro"),
        ("Press secretary of the Latvian Foreign Ministry Lev Ritt", "Lev Ritt"),
        ("US State Department spokesperson Dora Vance", "Dora Vance"),
        ("Ilo Karst, Assistant Secretary-General for Trade, Customs and Fisheries, Department of Coasts,", "Ilo Karst"),
        ("President Ruy de la Costa", "Ruy de la Costa"),
        ("John F. Marrow", "John F. Marrow"),
        ("Sen. Ada Marrow (D-Ore.), who lost the vote,", "Ada Marrow"),
        ("Marrow campaign manager Rob Quill", "Rob Quill"),
        ("Pennsylvania Gov. Ed Quill", "Ed Quill"),
        ("Mr. King", "King"),
        ("Ana Moro’s", "Ana Moro"),
        ("Ana Moro's statement", "Ana Moro"),
        ("a statement by Ana Moro", "Ana Moro"),
    ],
)
def test_the_person_in_a_source_is_found(source, name):
    (who,) = read(f"[s:{source}] said [c:talks go on].")[-1]
    assert (who.name, who.kind) == (name, "person")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Norwegian Foreign Ministry", "Norwegian Foreign Ministry"),
        ("the Ministry of Labour and Social Affairs", "Ministry of Labour and Social Affairs"),
        ("Reuters", "Reuters"),
        ("The International Ferry Association", "International Ferry Association"),
        ("the EU", "EU"),
        ("the press service of the Latvian Ministry of Defence", "Latvian Ministry of Defence"),
        ("a spokesman for the Latvian Foreign Ministry", "Latvian Foreign Ministry"),
        ("an OSCE paper seen by reporters", "OSCE"),
        ("Marrow's campaign", "Marrow's campaign"),
    ],
)
def test_organisations_are_named_whole(source, name):
    (who,) = read(f"[s:{source}] said [c:talks go on].")[-1]
    assert (who.name, who.kind) == (name, "organisation")


@pytest.mark.parametrize(
    ("source", "name", "code"),
    [
        ("Oslo", "Oslo", "NOR"),
        ("Norway", "Norway", "NOR"),
        ("The Kremlin", "Kremlin", "RUS"),
        ("the French side", "France", "FRA"),
    ],
)
def test_states_capitals_and_seats_of_power_are_states(source, name, code):
    (who,) = read(f"[s:{source}] said [c:talks go on].")[-1]
    assert (who.name, who.kind, who.country) == (name, "state", code)


@pytest.mark.parametrize(
    "source",
    [
        "a source",
        "officials",
        "Analysts",
        "sources familiar with the talks",
        "A U.S. official",
        "four people briefed on the plan",
        "some polls in Norway and Portugal",
        "Sources close to Ana Moro",
        "A partnership between Marrow and Quill Group",
        "a spokesman for Mayor Ana Moro",
        "everyone",
    ],
)
def test_who_cannot_be_known_is_not_guessed(source):
    assert names(f"Ana Moro, the Portuguese foreign minister, said so.;;[s:{source}] said [c:talks go on].") == []


def test_two_who_speak_together_are_two():
    assert names("[s:Ana Moro and Lev Ritt] said [c:talks go on].") == ["Ana Moro", "Lev Ritt"]
    assert names("[s:Norway and Portugal] said [c:talks go on].") == ["Norway", "Portugal"]
    assert names("Ana Moro met Lev Ritt. [s:Moro and Ritt] said [c:talks go on].") == ["Ana Moro", "Lev Ritt"]


def test_the_two_ministers_are_both_if_exactly_two_were_named():
    two = "Foreign Minister Ana Moro met Foreign Minister Lev Ritt. "
    assert names(two + "[s:The two ministers] said [c:talks go on].") == ["Ana Moro", "Lev Ritt"]
    assert names(two + "Foreign Minister Bo Aust came. [s:The ministers] said [c:talks go on].") == []


def test_office_holders_listed_by_name_speak_for_themselves():
    text = "The co-chairs of the OSCE Group (Ana Moro of Portugal, Lev Ritt of Latvia, and Bo Aust of Norway) met. "
    assert names(text + "[s:The Co-Chairs] said [c:so].") == ["Ana Moro", "Lev Ritt", "Bo Aust"]


def test_a_surname_becomes_the_full_name():
    assert names("Marta Orlen came. [s:Orlen] said [c:so].") == ["Marta Orlen"]
    assert names("[s:Orlen] said [c:so]. Marta Orlen is new.") == ["Marta Orlen"]


def test_the_full_name_before_goes_before_the_one_after():
    assert names("Marta Orlen came. [s:Orlen] said [c:so]. Her aunt Vera Orlen left.") == ["Marta Orlen"]


def test_a_headline_in_capitals_tells_no_full_name():
    assert names("Moro Meets Orlen In Old Harbour Town\n\n[s:Orlen] said [c:so].") == ["Orlen"]


def test_a_short_name_of_an_organisation_becomes_the_full_one():
    text = "[s:The Latvian Foreign Ministry] said [c:no].;; [s:The Foreign Ministry] said [c:so].;; "
    assert [s[0].name for s in read(text + "[s:The ministry] added [c:that].")] == ["Latvian Foreign Ministry"] * 3


def test_a_pronoun_is_whoever_spoke_last():
    text = "[s:Foreign Minister Ana Moro] said [c:President Lev Ritt had called].;; [s:She] added [c:that it was late]."
    assert names(text) == ["Ana Moro"]


def test_a_pronoun_minds_gender_where_titles_tell_it():
    text = "[s:Mr. Ritt] said [c:no].;; [s:Spokeswoman Ana Moro] said [c:yes].;; [s:He] added [c:that it was late]."
    assert names(text) == ["Ritt"]


def test_an_office_means_the_last_who_holds_it():
    text = "[s:Foreign Minister Ana Moro] said [c:no].;; [s:Mayor Lev Ritt] said [c:yes].;; "
    assert names(text + "[s:The minister] added [c:that it was late].") == ["Ana Moro"]


def test_person_words_mean_the_last_of_that_country():
    text = "[s:Latvian envoy Lev Ritt] said [c:no].;; [s:French envoy Ana Moro] said [c:yes].;; "
    assert names(text + "[s:The Latvian diplomat] added [c:more].") == ["Lev Ritt"]


def test_abbreviated_offices_agree_with_spelled_ones():
    text = "[s:Marta Orlen, spokesperson of the Russian Ministry of Foreign Affairs,] said [c:no].;; "
    assert names(text + "[s:the Russian FM spox] added [c:more].") == ["Marta Orlen"]


def test_an_unknown_official_stays_unknown_when_spoken_of_again():
    text = "[s:Envoy Ana Moro] said [c:no].;; [s:A U.S. official] said [c:yes].;; [s:The official] added [c:more]."
    assert names(text) == []


def test_an_office_that_one_person_holds_stands_for_an_unnamed_holder():
    (who,) = read("[s:The Armenian Prime Minister] said [c:talks go on].")[-1]
    assert (who.name, who.kind, who.country) == ("Armenian Prime Minister", "person", "ARM")


def test_it_is_an_organisation_and_they_those_who_spoke_together():
    text = "[s:The Latvian Foreign Ministry] rejected [c:it]. Envoy Ana Moro came.;; [s:It] said [c:so]."
    assert names(text) == ["Latvian Foreign Ministry"]
    assert names("[s:Ana Moro and Lev Ritt] said [c:no].;; [s:They] added [c:more].") == ["Ana Moro", "Lev Ritt"]


def test_the_statement_is_by_whoever_made_it():
    text = "[s:The Latvian Foreign Ministry] said [c:no].;; [s:The statement] said [c:more]."
    assert names(text) == ["Latvian Foreign Ministry"]


def test_a_quotation_without_source_goes_on_in_the_next_paragraph():
    assert names("[s:Ana Moro] said: [c:“We left.]\n\n;;[c:“We came back.”]") == ["Ana Moro"]


def test_a_quotation_without_source_is_nobodys_after_another_name():
    assert names("[s:Ana Moro] said: [c:“We left.”] Lev Ritt had come, too.\n\n;;[c:“We came back.”]") == []
    assert names("[s:Ana Moro] said: [c:“We left.”]\n\nIt rained.\n\n;;[c:“We came back.”]") == []


def test_reported_speech_without_source_is_nobodys():
    assert names("[s:Ana Moro] said [c:no].;; It was reported [c:that ships came].") == []


def test_labels_of_a_transcript_are_names():
    text = "Spokesperson Marta Orlen spoke.\n\n;;QUESTION: [c:Why?]\n\n;;[s:MS. ORLEN]: [c:No comment.]"
    assert names(text) == ["Marta Orlen"]
    assert names("[s:QUESTION]: [c:Why?]") == []


def test_a_treaty_speaks_for_itself():
    (who,) = read("[s:The Lisbon Protocol] says [c:that ships pass].")[-1]
    assert (who.name, who.kind) == ("Lisbon Protocol", "document")


def test_an_unknown_place_that_speaks_is_a_state():
    (who,) = read("It rained in Telmar. [s:Telmar] denies [c:that ships passed].")[-1]
    assert (who.name, who.kind) == ("Telmar", "state")


def test_first_person_is_the_speaker_of_the_turn():
    assert names("MS. ORLEN: Good day. [s:We] believe [c:that talks go on].") == ["Orlen"]
    assert names("[s:Ana Moro]: [c:Good day.];; [s:We] believe [c:that talks go on].") == ["Ana Moro"]
    assert names("Statement by Foreign Minister Ana Moro\n\n[s:I] believe [c:that talks go on].") == ["Ana Moro"]


def test_first_person_in_a_quotation_is_its_speaker():
    text, (inner, outer) = parse("“[s:We] hope [c:for rain],;;” [s:Ana Moro] [c:said].")
    whole = Attribution(outer.source, outer.cue, ((0, text.index("”") + 1),), SURE)
    assert [s.name for s in speakers(text, [inner, whole], ((0, len(text)),))[0]] == ["Ana Moro"]


def test_first_person_of_nobody_known_is_untold():
    assert names("[s:We] believe [c:that talks go on].") == []


def test_names_in_furniture_are_not_read():
    text, attributions = parse("Vera Orlen reports for the Courier\n\n[s:Orlen] said [c:so].")
    assert speakers(text, attributions, ((36, len(text)),))[-1][0].name == "Orlen"


def test_nothing_to_read_gives_nothing():
    assert speakers("", [], ()) == ()
    assert speakers("She left.", [Attribution(((0, 3),), (), ((4, 8),), SURE)], ()) == ((),)


WORDS = (
    *(
        "Ana",
        "Moro",
        "Jean-Marc",
        "İ",
        "A",
        "Minister",
        "minister",
        "ministers",
        "the",
        "ministry",
        "of",
        "and",
        "said",
    ),
    *("she", "They", "who", "I", "France", "French", "U.S.", "EU", "Mr.", "'s", "officials", "statement", "spokesman"),
    *(",", "“", "”", "(", ")", ":", "-", ".", "\n", "\u200b"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.data())
def test_any_text_is_read_and_names_stand_in_it(words, data):
    text = " ".join(words)
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: (min(pair), max(pair)))
    made = [Attribution(tuple(data.draw(st.lists(cut, max_size=1))), (), (data.draw(cut),), SURE) for _ in range(3)]
    found = speakers(text, made, ((0, len(text)),))
    assert len(found) == 3
    seen = " ".join(text.replace("\u200b", "").split())
    for speaker in (s for who in found for s in who):
        assert speaker.name in seen or speaker.name in ("France", "Minister", "Moro", "Ana")
    assert found == speakers(text, made, ((0, len(text)),))
