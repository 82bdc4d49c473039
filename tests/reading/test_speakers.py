"""Whom sources name: on sentences written for the purpose, about invented people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.attribution import Attribution, Evidence

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


@pytest.fixture(scope="module")
def read(speakers_of):
    """A function from a marked text to the speakers of each statement."""
    return lambda marked: speakers_of(*parse(marked))


@pytest.fixture(scope="module")
def names(read):
    """A function from a marked text to the names of the speakers of its last statement."""
    return lambda marked: [s.name for s in read(marked)[-1]]


def test_a_name_with_its_office_is_a_person(read):
    (who,) = read("[s:Sorvia’s Deputy Minister of Foreign Affairs, Ivo Tarkand,] said [c:talks go on].")[-1]
    assert (who.name, who.kind, who.role) == ("Ivo Tarkand", "person", "Deputy Minister of Foreign Affairs")


def test_the_country_of_an_office_is_known_from_its_adjective(read):
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
def test_the_person_in_a_source_is_found(source, name, read):
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
        ("The Kremlin", "Kremlin"),
        ("Downing Street", "Downing Street"),
    ],
)
def test_organisations_are_named_whole(source, name, read):
    (who,) = read(f"[s:{source}] said [c:talks go on].")[-1]
    assert (who.name, who.kind) == (name, "organisation")


@pytest.mark.parametrize(
    ("source", "name", "code"),
    [
        ("Oslo", "Norway", "NOR"),
        ("Norway", "Norway", "NOR"),
        ("the French side", "France", "FRA"),
        ("The U.S.", "United States", "USA"),
    ],
)
def test_states_and_their_capitals_are_states(source, name, code, read):
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
def test_who_cannot_be_known_is_not_guessed(source, names):
    assert names(f"Ana Moro, the Portuguese foreign minister, said so.;;[s:{source}] said [c:talks go on].") == []


def test_two_who_speak_together_are_two(names):
    assert names("[s:Ana Moro and Lev Ritt] said [c:talks go on].") == ["Ana Moro", "Lev Ritt"]
    assert names("[s:Norway and Portugal] said [c:talks go on].") == ["Norway", "Portugal"]
    assert names("Ana Moro met Lev Ritt. [s:Moro and Ritt] said [c:talks go on].") == ["Ana Moro", "Lev Ritt"]


def test_the_two_ministers_are_both_if_exactly_two_were_named(names):
    two = "Foreign Minister Ana Moro met Foreign Minister Lev Ritt. "
    assert names(two + "[s:The two ministers] said [c:talks go on].") == ["Ana Moro", "Lev Ritt"]
    assert names(two + "Foreign Minister Bo Aust came. [s:The ministers] said [c:talks go on].") == []


def test_office_holders_listed_by_name_speak_for_themselves(voices):
    text = "The {g:ministers} ({p:Ana Moro}, {p:Lev Ritt}, and {p:Bo Aust}) met. The {g:ministers} said no."
    assert voices(text, ("The ministers", "said", "no.")) == [["Ana Moro", "Lev Ritt", "Bo Aust"]]


def test_a_body_whose_members_are_listed_speaks_beside_them(voices):
    text = "The {g:co-chairs} of the {o:Ferry Group} ({p:Ana Moro} and {p:Lev Ritt}) met. The {g:co-chairs} said no."
    (who,) = voices(text, ("The co-chairs", "said", "no."))
    assert who == ["co-chairs of the Ferry Group", "Ana Moro", "Lev Ritt"]


def test_a_list_of_names_is_all_of_them(voices):
    text = "{p:Ana Moro}, {p:Lev Ritt} and {p:Bo Aust} said no."
    assert voices(text, ("Ana Moro, Lev Ritt and Bo Aust", "said", "no.")) == [["Ana Moro", "Lev Ritt", "Bo Aust"]]


def test_an_indefinite_office_with_a_name_is_that_person(voices):
    text = "An opposition leader, {p:Pavel Karst}, said no."
    assert voices(text, ("An opposition leader, Pavel Karst,", "said", "no.")) == [["Pavel Karst"]]


def test_an_agency_that_passes_words_on_leaves_them_to_the_speaker(voices):
    text = "The {o:TASS} agency quoted {r:Minister} {p:Ana Moro} as saying that ships came."
    assert voices(text, ("The TASS agency", "quoted", "that ships came")) == [["Ana Moro"]]


def test_a_surname_becomes_the_full_name(names):
    assert names("Marta Orlen came. [s:Orlen] said [c:so].") == ["Marta Orlen"]
    assert names("[s:Orlen] said [c:so]. Marta Orlen is new.") == ["Marta Orlen"]


def test_the_full_name_before_goes_before_the_one_after(names):
    assert names("Marta Orlen came. [s:Orlen] said [c:so]. Her aunt Vera Orlen left.") == ["Marta Orlen"]


def test_a_headline_in_capitals_tells_no_full_name(names):
    text = "Moro Meets Orlen In Oslo\n\nAna Moro came on Monday. [s:Orlen] said [c:that it was late]."
    assert names(text) in (["Orlen"], [])


def test_a_short_name_of_an_organisation_becomes_the_full_one(read):
    text = "[s:The Latvian Foreign Ministry] said [c:no].;; [s:The Foreign Ministry] said [c:so].;; "
    assert [s[0].name for s in read(text + "[s:The ministry] added [c:that].")] == ["Latvian Foreign Ministry"] * 3


def test_a_pronoun_is_whoever_spoke_last(names):
    text = "[s:Foreign Minister Ana Moro] said [c:President Lev Ritt had called].;; [s:She] added [c:that it was late]."
    assert names(text) == ["Ana Moro"]


def test_a_pronoun_minds_gender_where_titles_tell_it(names):
    text = "[s:Mr. Ritt] said [c:no].;; [s:Spokeswoman Ana Moro] said [c:yes].;; [s:He] added [c:that it was late]."
    assert names(text) == ["Ritt"]


def test_an_office_means_the_last_who_holds_it(names):
    text = "[s:Foreign Minister Ana Moro] said [c:no].;; [s:Mayor Lev Ritt] said [c:yes].;; "
    assert names(text + "[s:The minister] added [c:that it was late].") == ["Ana Moro"]


def test_person_words_mean_the_last_of_that_country(names):
    text = "[s:Latvian envoy Lev Ritt] said [c:no].;; [s:French envoy Ana Moro] said [c:yes].;; "
    assert names(text + "[s:The Latvian diplomat] added [c:that talks would go on].") == ["Lev Ritt"]


def test_abbreviated_offices_agree_with_spelled_ones(names):
    text = "[s:Marta Orlen, spokesperson of the Russian Ministry of Foreign Affairs,] said [c:no].;; "
    assert names(text + "[s:the Russian FM spox] added [c:more].") == ["Marta Orlen"]


def test_an_unknown_official_stays_unknown_when_spoken_of_again(names):
    text = "[s:Envoy Ana Moro] said [c:no].;; [s:A U.S. official] said [c:yes].;; [s:The official] added [c:more]."
    assert names(text) == []


def test_an_office_that_one_person_holds_stands_for_an_unnamed_holder(read):
    (who,) = read("On Monday [s:the Armenian prime minister] said [c:that talks would go on].")[-1]
    assert (who.name, who.kind, who.country) == ("Armenian prime minister", "person", "ARM")


def test_it_is_an_organisation_and_they_those_who_spoke_together(names):
    text = "[s:The Latvian Foreign Ministry] rejected [c:it]. Envoy Ana Moro came.;; [s:It] said [c:so]."
    assert names(text) == ["Latvian Foreign Ministry"]
    assert names("[s:Ana Moro and Lev Ritt] said [c:no].;; [s:They] added [c:more].") == ["Ana Moro", "Lev Ritt"]


def test_the_statement_is_by_whoever_made_it(names):
    text = "[s:The Latvian Foreign Ministry] said [c:no].;; [s:The statement] said [c:more]."
    assert names(text) == ["Latvian Foreign Ministry"]


def test_a_quotation_without_source_goes_on_in_the_next_paragraph(names):
    assert names("[s:Ana Moro] said: [c:“We left.]\n\n;;[c:“We came back.”]") == ["Ana Moro"]


def test_a_quotation_without_source_is_nobodys_after_another_name(names):
    assert names("[s:Ana Moro] said: [c:“We left.”] Lev Ritt had come, too.\n\n;;[c:“We came back.”]") == []
    assert names("[s:Ana Moro] said: [c:“We left.”]\n\nIt rained.\n\n;;[c:“We came back.”]") == []


def test_reported_speech_without_source_is_nobodys(names):
    assert names("[s:Ana Moro] said [c:no].;; It was reported [c:that ships came].") == []


def test_labels_of_a_transcript_are_names(names):
    text = "Spokesperson Marta Orlen spoke.\n\n;;QUESTION: [c:Why?]\n\n;;[s:MS. ORLEN]: [c:No comment.]"
    assert names(text) == ["Marta Orlen"]
    assert names("[s:QUESTION]: [c:Why?]") == []


def test_a_treaty_speaks_for_itself(read):
    (who,) = read("[s:The Lisbon Protocol] says [c:that ships pass].")[-1]
    assert (who.name, who.kind) == ("Lisbon Protocol", "document")


def test_an_unknown_place_that_speaks_is_on_record(voices):
    assert voices("{l:Telmar} denies that ships passed.", ("Telmar", "denies", "that ships passed")) == [["Telmar"]]


def test_first_person_is_the_speaker_of_the_turn(names):
    assert names("MS. ORLEN: Good day. [s:We] believe [c:that talks go on].") == ["Orlen"]
    assert names("[s:Ana Moro]: [c:Good day.];; [s:We] believe [c:that talks go on].") == ["Ana Moro"]
    assert names("Statement by Foreign Minister Ana Moro\n\n[s:I] believe [c:that talks go on].") == ["Ana Moro"]


def test_first_person_in_a_quotation_is_its_speaker(speakers_of):
    text, (inner, outer) = parse("“[s:We] hope [c:for rain],;;” [s:Ana Moro] [c:said].")
    whole = Attribution(outer.source, outer.cue, ((0, text.index("”") + 1),), SURE)
    assert [s.name for s in speakers_of(text, [inner, whole], ((0, len(text)),))[0]] == ["Ana Moro"]


def test_first_person_of_nobody_known_is_untold(names):
    assert names("[s:We] believe [c:that talks go on].") == []


def test_names_in_furniture_are_not_read(speakers_of):
    text, attributions = parse("Vera Orlen reports for the Courier\n\n[s:Ms. Orlen] said [c:that talks go on].")
    assert speakers_of(text, attributions, ((36, len(text)),))[-1][0].name == "Orlen"


def test_nothing_to_read_gives_nothing(speakers_of):
    assert speakers_of("", [], ()) == ()
    assert speakers_of("She left.", [Attribution(((0, 3),), (), ((4, 8),), SURE)], ()) == ((),)


# ---- through the whole reader ----------------------------------------------------------------------------------------


def test_an_agency_that_quotes_somebody_does_not_speak(told):
    text = "The TASS news agency quoted Foreign Minister Sergey Lavrov as saying that the talks had failed."
    assert told(text).speakers() == [["Sergey Lavrov"]]


def test_a_transcripts_labels_speak_until_the_next(told):
    text = (
        "MR. PRICE: Good morning. I am glad to be here.\n\nQUESTION: What about Ukraine?\n\n"
        "MR. PRICE: We will help them.\n\nMR. BROWN: Thank you all."
    )
    assert told(text).speakers() == [["Price"], [], ["Price"], ["Brown"]]


def test_the_title_of_a_release_says_who_writes_in_the_first_person(told):
    text = (
        "Statement from President Biden on the Anniversary of the Treaty\n\nI welcome the anniversary of the treaty. "
        "I believe that it has made us safer. I thank our partners for their work. I hope that others will join us."
    )
    seen = told(text)
    mine = [s for s in seen.reading.statements if [text[a:b] for a, b in s.source] == ["I"]]
    assert mine
    assert {speaker.name for statement in mine for speaker in statement.speakers} == {"Biden"}


@pytest.mark.parametrize("source", ["Sources", "A source", "Officials", "A senior official", "Analysts", "Witnesses"])
def test_a_source_that_cannot_be_known_has_no_speaker(source, told):
    assert all(who == [] for who in told(f"{source} said on Monday that the talks had failed.").speakers())


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


@given(words=st.lists(st.sampled_from(WORDS), max_size=40), data=st.data())
def test_any_text_is_read_and_names_stand_in_it(words, data, speakers_of):
    text = " ".join(words)
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: (min(pair), max(pair)))
    made = [Attribution(tuple(data.draw(st.lists(cut, max_size=1))), (), (data.draw(cut),), SURE) for _ in range(3)]
    found = speakers_of(text, made, ((0, len(text)),))
    assert len(found) == 3
    seen = " ".join(text.replace("\u200b", "").split())
    for speaker in (s for who in found for s in who):
        # states and names in capitals come as their tables spell them
        name = " ".join(speaker.name.replace("\u200b", "").split())
        assert name in seen or name in ("France", "United States", "Minister", "Moro", "Ana")
    assert found == speakers_of(text, made, ((0, len(text)),))
