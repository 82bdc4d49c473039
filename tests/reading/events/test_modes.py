"""Modes and contexts are told by an event's words, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.plover import CONTEXTS, TYPES
from onrecord.reading.events.modes import contexts, mode
from onrecord.tables import rows

TABLE = tuple(rows("plover-words.tsv"))
WORDINGS = [wording.replace("...", "of two") for *_, wordings in TABLE for wording in wordings.split("|")]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*WORDINGS, ";", "with", "was", "until", "Minister", "—"]), max_size=12).map(" ".join),
)


@pytest.mark.parametrize(
    ("kind", "trigger", "sentence", "told"),
    [
        ("ASSAULT", "air strike", "Two guards died in an air strike with drones on the refinery.", "drone"),
        ("ASSAULT", "air strike", "Two guards died in an air strike on the refinery.", "aerial"),
        ("ASSAULT", "killed", "Three farmers were killed by a roadside bomb near Gao.", "explosives"),
        ("ASSAULT", "killed", "Gunmen killed a judge outside her home.", "firearms"),
        ("ASSAULT", "clashed", "Soldiers clashed with herders in the valley.", "sideAB"),
        ("CONSULT", "phoned", "The premier phoned his Latvian colleague.", "phone"),
        ("CONSULT", "spoke", "The ministers spoke on Monday over a secure video link.", "phone"),
        ("CONSULT", "talks", "The rebels held talks under the auspices of Oman.", "third-party"),
        ("CONSULT", "met", "The presidents met on the sidelines of the General Assembly.", "multilateral"),
        ("REQUEST", "urged", "Oslo urged the junta to free eight prisoners.", "yield"),
        ("REQUEST", "asked", "Dakar asked Paris for a loan.", "assist"),
        ("REJECT", "refused", "The colonel refused to sit down with the envoy.", "meet"),
        ("THREATEN", "warned", "Minsk warned that it would expel the attachés.", "expel"),
        ("PROTEST", "strike", "Nurses went on strike in Lima.", "strike"),
        ("PROTEST", "hunger strike", "Nine prisoners are on hunger strike in Lima.", "hunger"),
        ("RETREAT", "set free", "The militia set the pilots free at dawn.", "release"),
        ("RETREAT", "freeing", "The militia is freeing the pilots.", "release"),
        ("SANCTION", "recalled", "Quito recalled its ambassador.", "withdraw"),
        ("MOBILIZE", "deployed", "The province deployed six howitzers along the river.", "weapons"),
        ("COERCE", "cut off", "The governor cut off the town's water.", "withhold"),
        ("ACCUSE", "SLAMS", "MINISTER SLAMS NEIGHBOUR", "disapprove"),
    ],
)
def test_mode_is_what_the_words_tell(kind, trigger, sentence, told):
    assert mode(kind, trigger, sentence) == told


@pytest.mark.parametrize(
    ("kind", "trigger", "sentence"),
    [
        ("CONSULT", "met", "The two ministers met on Tuesday."),
        ("ASSAULT", "attacked", "Rebels attacked the town."),
        ("AGREE", "agreed", "They agreed by telephone to meet."),
    ],
)
def test_mode_is_none_where_words_tell_none_or_the_type_has_none(kind, trigger, sentence):
    assert mode(kind, trigger, sentence) is None


def test_mode_takes_no_target_for_the_means():
    assert mode("ASSAULT", "struck", "The brigade struck two tanks.") is None
    assert mode("ASSAULT", "hit", "Two tanks were hit at night.") is None
    assert mode("ASSAULT", "struck", "Two tanks struck the mill.") == "heavy-weapons"
    assert mode("ASSAULT", "destroyed two tanks", "The brigade destroyed two tanks.") == "destroy"
    assert mode("ASSAULT", "shot down", "The battery shot down nine drones.") == "destroy"


def test_mode_of_a_request_does_not_come_from_behind_a_condition():
    assert mode("REQUEST", "urged", "She urged calm until the prisoners are released.") is None
    assert mode("THREATEN", "warned", "He warned of consequences if the port is attacked.") is None
    assert mode("REQUEST", "urged", "She urged calm; the army released the prisoners.") is None


def test_mode_of_a_denial_is_none():
    assert mode("REJECT", "denied", "Tunis denied that it would withdraw its troops.") is None
    assert mode("REJECT", "refused", "Tunis refused to withdraw its troops.") == "yield"


def test_mode_comes_from_the_trigger_before_words_near_it():
    sentence = "The guards beat the driver with rifles and stabbed his brother with a knife."
    assert mode("ASSAULT", "beat", sentence) == "beat"
    assert mode("ASSAULT", "stabbed", sentence) == "primitive"


def test_mode_is_told_by_a_trigger_that_its_sentence_has_not():
    assert mode("CONSULT", "phoned", "Nothing of the kind.") == "phone"


def test_mode_of_what_is_no_type_is_refused():
    with pytest.raises(KeyError):
        mode("YIELD", "withdrew", "The army withdrew.")


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("The ambassador was summoned over the tariffs.", ("economic", "diplomatic")),
        ("Cholera broke out in the refugee camp.", ("disease", "migration")),
        ("Parliament passed the bill.", ("legislative",)),
        ("THE SENATE DEBATES ASYLUM SEEKERS", ("asylum", "legislative")),
        ("Artificial intelligence was on the agenda.", ()),
        ("They traded blows over a strike.", ()),
        ("", ()),
    ],
)
def test_contexts_are_the_topics_of_the_words_in_the_tables_order(sentence, topics):
    assert contexts(sentence) == topics


def test_contexts_are_at_most_three_those_with_most_words():
    sentence = (
        "Judges, lawyers and a prosecutor spoke of drugs and cocaine, of bribery and graft, of the army and of Ebola."
    )
    assert contexts(sentence) == ("legal", "corruption", "illegal_drugs")


@given(TEXTS)
def test_contexts_of_any_text_are_topics_and_none_of_the_special_ones(text):
    found = contexts(text)
    assert len(found) <= 3
    assert list(found) == [name for name, one in CONTEXTS.items() if name in found and not one.special]


@given(st.sampled_from(sorted(TYPES)), TEXTS, TEXTS)
def test_mode_of_any_text_is_one_of_its_types(kind, trigger, rest):
    for sentence in (rest, f"{rest} {trigger} {rest}"):
        assert mode(kind, trigger, sentence) in {None, *(one.name for one in TYPES[kind].modes)}


def test_modes_table_has_wordings_for_every_mode_and_topic_and_for_nothing_else():
    told = {(kind, name) for kind, name, *_ in TABLE if name != "-"}
    modes = {(name, one.name) for name, kind in TYPES.items() for one in kind.modes}
    topics = {("-", name) for name, one in CONTEXTS.items() if not one.special}
    assert told == modes | topics


def test_modes_table_says_every_wording_once_in_lower_case_words():
    assert {row[2] for row in TABLE} == {"trigger", "after", "means", "near", "last", "any"}
    for *row, wordings in TABLE:
        each = wordings.split("|")
        assert len(each) == len(set(each)), row
        assert all(w == w.lower() and w.replace("...", "").replace(" ", "").isalnum() for w in each), row
        assert not any(w.startswith("...") or w.endswith("...") for w in each), row
