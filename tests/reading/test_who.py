"""Mentions to entities and speakers, in one call; mentions are marked by hand."""

from onrecord.reading.attribution import Attribution, Evidence
from onrecord.reading.who import who

SURE = Evidence(1.0, 1.0, 1.0, 1.0)


def test_speakers_and_mentions_name_the_same_entities(by_hand):
    text, cores = by_hand("{s:Latvian} {r:Foreign Minister} {p:Ana Moro} said no. {n:She} left.")
    end = text.index(" said")
    found = who(
        text, [Attribution(((0, end),), ((end + 1, end + 5),), ((end + 6, end + 8),), SURE)], cores, ((0, len(text)),)
    )
    everybody = found.named
    ((speaker,),) = (everybody.speakers(voice) for voice in found.voices)
    assert (speaker.name, speaker.role, speaker.country) == ("Ana Moro", "Foreign Minister", "LVA")
    named = [text[m.span[0] : m.span[1]] for m in everybody.mentions if m.entity == speaker.entity]
    assert named == ["Foreign Minister", "Ana Moro", "She"]


def test_a_year_tells_an_office_of_somebody_well_known(by_hand):
    text, cores = by_hand("{s:French} {r:President} {p:Emmanuel Macron} left.")
    everybody = who(text, [], cores, ((0, len(text)),), year=2019).named
    assert ("Emmanuel Macron", "FRA") in [(e.name, e.country) for e in everybody.entities]


def test_a_document_of_nobody_has_no_entities():
    found = who("It rains.", [], [], ((0, 9),))
    everybody = found.named
    assert (list(found.voices), everybody.entities, everybody.mentions, everybody.reasons) == ([], (), (), ())


def test_we_of_a_spokeswoman_is_her_house(by_hand):
    marked = "“{n:We} will answer,” {o:Foreign Ministry} {r:spokeswoman} {p:Ana Moro} said."
    text, cores = by_hand(marked)
    spans = [
        ((text.index(part), text.index(part) + len(part)),)
        for part in ("Foreign Ministry spokeswoman Ana Moro", "said", "“We will answer,”")
    ]
    named = who(text, [Attribution(*spans, SURE)], cores, ((0, len(text)),)).named
    we = named.mentions[0]
    assert (text[slice(*we.span)], named.entities[we.entity].name) == ("We", "Foreign Ministry")
