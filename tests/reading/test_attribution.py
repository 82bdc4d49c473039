"""Scores to attributions: the decoder, on scores made by hand."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.attribution import Scores, Settings, decode
from onrecord.reading.windows import Window, windows

SURE = 12.0
ROLES = {".": 0, "s": 1, "c": 2, "t": 3, "a": 4}
SETTINGS = Settings(threshold=0.2, switch=2.0, belief=0.5)


def scores(roles, anchors=None, sources=None, doubts=None):
    """Scores that are sure of what they say, and of a few things less so.

    ``roles`` has a letter a piece: source, cue, conTent, Anchor, or a dot; ``anchors`` the anchor each piece points
    to (the only one if not given); ``sources`` the piece each anchor's source begins with, or None;
    ``doubts`` other logits of a role: ``{(piece, role): logit}``.
    """
    n = len(roles)
    role = np.zeros((n, len(ROLES)), np.float32)
    for at, letter in enumerate(roles):
        role[at, ROLES[letter]] = SURE
    for (at, letter), logit in (doubts or {}).items():
        role[at, ROLES[letter]] = logit
    anchor = np.zeros((n, n), np.float32)
    for at in range(n):
        anchor[at, anchors[at] if anchors else max(roles.find("a"), 0)] = SURE
    source = np.zeros((n, n + 1), np.float32)
    for at, first in (sources or {}).items():
        source[at, 0 if first is None else first + 1] = SURE
    return replace(Scores.silent(n), role=role, anchor=anchor, source=source)


def read(pieces, *scored, settings=SETTINGS):
    """Source, cue and content of each attribution, as words."""
    if not isinstance(scored[0], tuple):
        scored = [(Window(0, 0, len(pieces)), scored[0])]

    def words(spans):
        return [pieces.text[s:e] for s, e in spans]

    return [(words(a.source), words(a.cue), words(a.content)) for a in decode(pieces, scored, settings)]


def test_source_cue_and_content_are_told_apart(laid_out):
    pieces = laid_out("Marta Orlen said that talks ended .")
    found = read(pieces, scores("ssatttt", sources={2: 0}))
    assert found == [(["Marta Orlen"], ["said"], ["that talks ended ."])]


def test_nothing_is_found_where_nobody_speaks(laid_out):
    assert read(laid_out("The port is quiet ."), scores(".....")) == []


def test_text_without_pieces_has_no_attributions(laid_out):
    assert decode(laid_out("x"), [], SETTINGS) == ()


def test_cue_of_several_words_is_one_span(laid_out):
    pieces = laid_out("Orlen made clear that talks ended .")
    assert read(pieces, scores("sactttt", sources={1: 0})) == [(["Orlen"], ["made clear"], ["that talks ended ."])]


def test_content_around_its_cue_is_one_statement_in_two_pieces(laid_out):
    pieces = laid_out("“ No , ” Orlen said , “ never . ”")
    assert read(pieces, scores("ttttsa.tttt", sources={5: 4})) == [
        (["Orlen"], ["said"], ["“ No , ”", "“ never . ”"]),
    ]


def test_each_content_goes_to_the_cue_it_points_to(laid_out):
    pieces = laid_out("Orlen said no and Amsel said yes")
    # contents crossed over on purpose: position does not decide, pointers do
    found = read(pieces, scores("sat.sat", anchors=[1, 1, 5, 1, 5, 5, 1], sources={1: 0, 5: 4}))
    assert found == [(["Orlen"], ["said"], ["yes"]), (["Amsel"], ["said"], ["no"])]


def test_source_can_be_shared_by_several_statements(laid_out):
    pieces = laid_out("Orlen denied it and warned them")
    found = read(pieces, scores("sat.at", anchors=[1, 1, 1, 1, 4, 4], sources={1: 0, 4: 0}))
    assert found == [(["Orlen"], ["denied"], ["it"]), (["Orlen"], ["warned"], ["them"])]


def test_statement_without_a_source_is_kept(laid_out):
    pieces = laid_out("It was said that talks ended")
    assert read(pieces, scores("..attt", sources={2: None})) == [([], ["said"], ["that talks ended"])]


@pytest.mark.parametrize("pointed_to", [1, 2, 3])
def test_source_is_the_whole_run_of_words_around_the_one_pointed_to(pointed_to, laid_out):
    pieces = laid_out("but Prime Minister Amsel said no")
    assert read(pieces, scores(".sssat", sources={4: pointed_to})) == [(["Prime Minister Amsel"], ["said"], ["no"])]


def test_source_stops_at_words_that_are_none(laid_out):
    pieces = laid_out("Orlen , Amsel said no")
    assert read(pieces, scores("s.sat", sources={3: 2})) == [(["Amsel"], ["said"], ["no"])]


def test_word_pointed_to_is_the_source_even_if_nothing_else_says_so(laid_out):
    pieces = laid_out("Orlen said no")
    assert read(pieces, scores(".at", sources={1: 0})) == [(["Orlen"], ["said"], ["no"])]


def test_word_is_believed_part_of_the_source_from_the_set_probability_on(laid_out):
    pieces = laid_out("old Orlen said no")
    # a probability of 0.4 for source, against 0.6 for nothing
    said = scores("ssat", sources={2: 1}, doubts={(0, "s"): SURE, (0, "."): SURE + 0.4})
    assert read(pieces, said, settings=Settings(switch=0.0, belief=0.5))[0][0] == ["Orlen"]
    assert read(pieces, said, settings=Settings(switch=0.0, belief=0.3))[0][0] == ["old Orlen"]


def test_anchor_below_the_threshold_is_no_statement(laid_out):
    pieces = laid_out("Orlen said no")
    # one chance in about three that "said" is an anchor
    doubtful = scores("s.t", anchors=[1, 1, 1], sources={1: 0}, doubts={(1, "a"): SURE - 0.7})
    assert read(pieces, doubtful, settings=Settings(threshold=0.4)) == []
    assert read(pieces, doubtful, settings=Settings(threshold=0.2)) == [(["Orlen"], ["said"], ["no"])]


def test_one_doubtful_word_does_not_break_a_content(laid_out):
    pieces = laid_out("Orlen said that the talks ended")
    doubtful = scores("sat.tt", anchors=[1] * 6, sources={1: 0}, doubts={(3, "."): 1.5, (3, "t"): 0.0})
    assert read(pieces, doubtful)[0][2] == ["that the talks ended"]
    assert read(pieces, doubtful, settings=Settings(switch=0.5))[0][2] == ["that", "talks ended"]


def test_cue_without_content_is_no_statement(laid_out):
    assert read(laid_out("Orlen said ."), scores("sa.", sources={1: 0})) == []


def test_spans_end_where_words_end(laid_out):
    pieces = laid_out("Or·len sa·id that ta·l·ks en·ded")
    # later pieces of a word have no say
    found = read(pieces, scores("s.a.tt..t.", sources={2: 0}))
    assert found == [(["Orlen"], ["said"], ["that talks ended"])]


def test_content_that_goes_on_in_the_next_paragraph_is_parted_there(laid_out):
    pieces = laid_out("Orlen said : “ One .\n“ Two . ”")
    assert read(pieces, scores("sa.ttttttt", sources={1: 0})) == [(["Orlen"], ["said"], ["“ One .", "“ Two . ”"])]


def test_a_headline_does_not_run_on_into_the_article(laid_out):
    pieces = laid_out("Orlen says talks over\nThe port is closed")
    assert read(pieces, scores("sattttt.", sources={1: 0})) == [(["Orlen"], ["says"], ["talks over"])]


def test_content_that_goes_on_in_the_next_window_is_one_span(laid_out):
    pieces = laid_out("Orlen said one two three four")
    first = Window(0, 0, 4), scores("satt", sources={1: 0})
    # the second window sees the cue as context and points back to it
    second = Window(1, 4, 6), scores("atttt", anchors=[0] * 5, sources={0: None})
    assert read(pieces, first, second) == [(["Orlen"], ["said"], ["one two three four"])]


def test_what_an_earlier_window_owns_is_decided_there(laid_out):
    pieces = laid_out("Orlen said one two\nAmsel left")
    first = Window(0, 0, 4), scores("sa..", sources={1: 0})
    # the second window would have it that "one two" is said, but sees it only as context
    second = Window(0, 4, 6), scores("satt..", sources={1: 0})
    assert read(pieces, first, second) == []


def test_source_is_told_by_the_window_that_owns_the_cue(laid_out):
    pieces = laid_out("Orlen said :\nAmsel left early")
    first = Window(0, 0, 3), scores("sa.", sources={1: 0})
    second = Window(0, 3, 6), scores("sa..tt", sources={1: None})
    assert read(pieces, first, second) == [(["Orlen"], ["said"], ["left early"])]


def test_content_whose_cue_only_a_later_window_saw_is_kept(laid_out):
    pieces = laid_out("Orlen said :\nAmsel left early")
    first = Window(0, 0, 3), scores("...")
    second = Window(0, 3, 6), scores("sa..tt", sources={1: 0})
    assert read(pieces, first, second) == [(["Orlen"], [], ["left early"])]


def test_window_without_the_beginning_of_a_word_is_silent(laid_out):
    pieces = laid_out("lo·o·o·ng")
    assert read(pieces, (Window(0, 0, 2), scores("a.")), (Window(2, 2, 4), scores("at"))) == []


def test_statements_come_in_the_order_of_their_cues(laid_out):
    pieces = laid_out("no said Orlen and yes said Amsel")
    found = decode(
        pieces,
        [(Window(0, 0, 7), scores("tas.tas", anchors=[1, 1, 1, 1, 5, 5, 5], sources={1: 2, 5: 6}))],
        SETTINGS,
    )
    assert [a.cue[0] for a in found] == sorted(a.cue[0] for a in found)
    assert len(found) == 2


def test_evidence_is_near_certain_where_scores_are_and_less_where_not(laid_out):
    pieces = laid_out("Orlen said that talks ended")
    (sure,) = decode(pieces, [(Window(0, 0, 5), scores("sattt", sources={1: 0}))], SETTINGS)
    doubts = {(4, "t"): SURE, (4, "."): SURE}
    (less,) = decode(pieces, [(Window(0, 0, 5), scores("sattt", sources={1: 0}, doubts=doubts))], SETTINGS)
    assert min(sure.evidence.anchor, sure.evidence.content, sure.evidence.weakest, sure.evidence.source) > 0.99
    assert less.evidence.weakest == pytest.approx(0.5, abs=0.01)
    assert less.evidence.content == pytest.approx(5 / 6, abs=0.01)
    assert less.evidence.anchor == sure.evidence.anchor


@given(
    st.lists(st.sampled_from(["a", "b·c", "d·e·f", "“", ".", "g"]), min_size=1, max_size=30),
    st.lists(st.integers(1, 29), max_size=4),
    st.integers(0, 2**16),
    st.sampled_from([0.5, 3.0, 9.0]),
)
def test_any_scores_give_spans_in_order_inside_paragraphs_and_at_word_edges(laid_out, tokens, breaks, seed, heat):
    text = "".join(("" if not n else "\n" if n in breaks else " ") + token for n, token in enumerate(tokens))
    pieces = laid_out(text)
    rng = np.random.default_rng(seed)

    def random_scores(n):
        shapes = {"role": (n, 5), "anchor": (n, n), "source": (n, n + 1)}
        drawn = {name: (rng.standard_normal(shape) * heat).astype(np.float32) for name, shape in shapes.items()}
        return replace(Scores.silent(n), **drawn)

    scored = [(w, random_scores(w.end - w.start)) for w in windows(pieces, width=12, context=4)]
    begins = {int(pieces.start[i]) for i in np.flatnonzero(pieces.first)}
    # a window may begin inside a word only if the word is longer than the window, which none is here
    ends = {int(pieces.end[i]) for i in range(len(pieces)) if i + 1 == len(pieces) or pieces.first[i + 1]}
    covered = []
    for attribution in decode(pieces, scored, SETTINGS):
        assert attribution.content
        evidence = attribution.evidence
        assert all(0 <= p <= 1 for p in (evidence.anchor, evidence.content, evidence.weakest, evidence.source))
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert all(s < e for s, e in spans)
            assert all(one[1] <= two[0] for one, two in pairwise(spans))
            assert all(s in begins and e in ends for s, e in spans)
            assert not any("\n" in pieces.text[s:e] for s, e in spans)
        covered += [at for s, e in (*attribution.cue, *attribution.content) for at in range(s, e)]
    # a word is the cue or the content of one statement at most
    assert len(covered) == len(set(covered))
