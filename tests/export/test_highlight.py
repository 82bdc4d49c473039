"""Marks over a text: cut into elementary segments, and the text unharmed in the HTML."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.highlight import Mark, Note, Tag, highlight, segments

# NUL cannot stand in HTML, lone surrogates not in UTF-8
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
DELICATE = st.sampled_from(["\r", "\n", "\r\n", "<", ">", "&", "&amp;", '"', " ", "\t", "\x85"])
# pieces joined, not one alphabet: hypothesis would draw the delicate characters too seldom from that
TEXTS = st.lists(CHARACTERS | DELICATE).map("".join)
OFFSETS = st.integers(-3, 40)
ROLES = st.sampled_from(["source", "cue", "direct", "mixed", "indirect"])
MARKS = st.lists(
    st.builds(Mark, OFFSETS, OFFSETS, ROLES, st.integers(1, 4))
    | st.builds(Mark, OFFSETS, OFFSETS, st.just("boilerplate"), st.none()),
    max_size=8,
)


KINDS = st.sampled_from(["note", "event", "when"])
NOTES = st.lists(
    st.builds(Note, OFFSETS, OFFSETS, CHARACTERS | DELICATE, st.sampled_from(["e1", "e2"]), kind=KINDS), max_size=6
)
TAGS = st.lists(st.builds(Tag, OFFSETS, st.integers(1, 9), CHARACTERS | DELICATE, CHARACTERS | DELICATE), max_size=4)


def stripped(page: str) -> str:
    """What is left of HTML when tags are taken away and escapes undone."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def links(page: str) -> list[tuple[str, str, str]]:
    """The marked segments: their classes, where they link to, their words."""
    return re.findall(r'<a class="([^"]*)" href="(#s\d+)" tabindex="-1">([^<]*)</a>', page)


def noted(page: str) -> list[tuple[str, str, str]]:
    """The elements that carry a note: their keys, the words shown, the text inside without tags."""
    found = re.findall(r'<span class="note (\w+)"[^>]*? title="([^"]*)">(.*?)</span>', page, re.DOTALL)
    return [(key, html.unescape(words), stripped(inner)) for key, words, inner in found]


@given(TEXTS, MARKS, NOTES, TAGS)
def test_highlight_gives_back_exactly_the_text_for_any_text_marks_notes_and_tags(text, marks, notes, tags):
    assert stripped(highlight(text, marks, notes=notes, tags=tags)) == text


@given(TEXTS, MARKS, NOTES, TAGS)
def test_highlight_closes_every_element_before_the_one_around_it(text, marks, notes, tags):
    opened = list[str]()
    for closing, name in re.findall(r"<(/?)(\w+)[^>]*>", highlight(text, marks, notes=notes, tags=tags)):
        if closing:
            assert opened.pop() == name
        else:
            assert name != "a" or "a" not in opened
            opened.append(name)
    assert opened == []


@given(st.integers(1, 30), MARKS, NOTES)
def test_highlight_sets_every_character_under_the_notes_that_cover_it(length, marks, notes):
    text = "x" * length
    page = highlight(text, marks, notes=notes)
    under, at, shown = list[str](), 0, list[list[str]]()
    for tag, words in re.findall(r"(<[^>]*>)|([^<]+)", page):
        if words:
            shown += [[key for key in under if key]] * len(words)
        elif tag.startswith("</"):
            under.pop()
        else:
            kind = re.match(r'<span class="(note|event|when) (\w+)"', tag)
            under.append(kind[1] if kind else "")
    kept = {kind: [] for kind in ("note", "event", "when")}
    for note in sorted(notes, key=lambda note: note[:2]):
        if max([0, *(other.end for other in kept[note.kind])]) <= note.start < note.end <= length:
            kept[note.kind].append(note)
    for at in range(length):
        assert sorted(shown[at]) == sorted(
            kind for kind, own in kept.items() if any(n.start <= at < n.end for n in own)
        )


def test_highlight_cuts_the_inner_of_two_notes_that_overlap():
    notes = [Note(0, 4, "outer", "v1", kind="event"), Note(2, 6, "inner", "e1")]
    assert re.sub(r' title="\w+"', "", highlight("abcdef", [], notes=notes)) == (
        '<div class="line"><span class="event v1">ab<span class="note e1">cd</span></span>'
        '<span class="note e1">ef</span></div>'
    )


def test_highlight_puts_a_tag_behind_the_words_and_outside_their_link():
    page = highlight("He left.", [Mark(3, 7, "direct", 1)], tags=[Tag(7, 2, "RETREAT", "he left", "quad2")])
    assert re.search(r'>left</a><a class="tag v2 quad2" id="t2" href="#v2" data-tag="RETREAT" title="he left"', page)
    assert stripped(page) == "He left."


def test_highlight_passes_over_a_tag_outside_the_text():
    assert "tag" not in highlight("He left.", [], tags=[Tag(0, 1, "AID", ""), Tag(9, 2, "AID", "")])


@given(st.integers(0, 40), MARKS, st.lists(OFFSETS))
def test_segments_are_the_whole_text_in_order_with_neither_gap_nor_overlap(length, marks, cuts):
    pieces = segments(length, marks, cuts)
    assert [at for piece in pieces for at in range(piece.start, piece.end)] == list(range(length))


@given(st.integers(0, 40), MARKS)
def test_segments_hold_at_every_character_just_the_marks_that_cover_it(length, marks):
    for piece in segments(length, marks):
        for at in range(piece.start, piece.end):
            covering = [(m.role, m.number) for m in marks if m.start <= at < m.end]
            assert sorted(map(str, covering)) == sorted(str((m.role, m.number)) for m in piece.marks)


def test_highlight_cuts_marks_that_overlap_in_part():
    page = highlight("abcdef", [Mark(0, 4, "direct", 1), Mark(2, 6, "indirect", 2)])
    assert [(words, set(classes.split()) & {"s1", "s2"}) for classes, _, words in links(page)] == [
        ("ab", {"s1"}),
        ("cd", {"s1", "s2"}),
        ("ef", {"s2"}),
    ]


def test_highlight_shows_and_links_the_innermost_of_nested_contents():
    page = highlight("he said she said so", [Mark(8, 19, "mixed", 1), Mark(17, 19, "direct", 2)])
    classes, target, words = links(page)[-1]
    assert (words, target) == ("so", "#s2")
    assert {"direct", "deep"} <= set(classes.split())
    assert "mixed" not in classes.split()


def test_highlight_keeps_a_source_inside_a_content_both():
    classes = links(highlight("that Perl left", [Mark(0, 14, "indirect", 1), Mark(5, 9, "source", 2)]))[1][0]
    assert {"indirect", "source", "s1", "s2"} <= set(classes.split())


def test_highlight_puts_one_numbered_target_where_the_words_of_a_statement_begin():
    page = highlight("Perl said: so.", [Mark(0, 4, "source", 7), Mark(11, 13, "direct", 7)])
    before, after = re.split(r'<a class="n s7" id="p7" [^>]*></a>', page)
    assert (stripped(before), stripped(after)) == ("Perl said: ", "so.")


def test_highlight_gives_a_statement_without_content_its_target_at_its_first_mark():
    assert highlight("Perl said", [Mark(5, 9, "cue", 1)]).index('id="p1"') > 0


@given(TEXTS, MARKS)
def test_highlight_never_gives_an_id_twice(text, marks):
    ids = re.findall(r' id="([^"]*)"', highlight(text, marks))
    assert len(ids) == len(set(ids))


def test_highlight_lets_two_statements_begin_at_the_same_character():
    page = highlight("so", [Mark(0, 2, "direct", 1), Mark(0, 2, "direct", 2)])
    assert re.findall(r'id="(p\d)"', page) == ["p1", "p2"]


def test_highlight_sets_a_note_around_all_marks_on_its_words():
    marks = [Mark(0, 4, "source", 1), Mark(2, 9, "direct", 2)]
    assert noted(highlight("Ana Perl left", marks, notes=[Note(0, 8, "Ana Perl, minister", "e1")])) == [
        ("e1", "Ana Perl, minister", "Ana Perl")
    ]


def test_highlight_lets_a_number_stand_before_the_note_on_the_same_words():
    page = highlight("She left", [Mark(0, 8, "direct", 1)], notes=[Note(0, 3, "Ana Perl", "e1")])
    assert page.index('id="p1"') < page.index('class="note e1"')


def test_highlight_goes_on_with_a_note_in_the_next_line_and_gives_its_id_once():
    page = highlight("Ana\nPerl left", [], notes=[Note(0, 8, "Ana Perl", "e1", "m1")])
    assert [inner for _, _, inner in noted(page)] == ["Ana\n", "Perl"]
    assert page.count('id="m1"') == 1


def test_highlight_passes_over_a_note_that_overlaps_or_lies_outside():
    notes = [Note(2, 6, "second", "e2"), Note(0, 4, "first", "e1"), Note(6, 20, "outside", "e3"), Note(6, 6, "", "e4")]
    assert noted(highlight("abcdefgh", [], notes=notes)) == [("e1", "first", "abcd")]


def test_highlight_takes_the_words_of_a_note_as_words():
    page = highlight("she", [], notes=[Note(0, 3, '"><b onclick="x">', "e1")])
    assert "<b" not in page
    assert noted(page)[0][1] == '"><b onclick="x">'


def test_highlight_puts_no_number_before_a_blank_line():
    page = highlight("\n\nso", [Mark(0, 4, "direct", 1)])
    assert stripped(page[: page.index('id="p1"')].rpartition("<")[0]) == "\n\n"


def test_highlight_sets_lines_apart_by_what_they_are():
    page = highlight("Menu\n\nHe left.\n  indented", [Mark(0, 4, "boilerplate"), Mark(4, 5, "boilerplate")])
    assert re.findall(r'<div class="([^"]*)">', page) == ["line aside", "line blank", "line", "line kept"]


def test_highlight_sets_the_headline_as_the_heading():
    assert highlight("Title\nText", [], headline=(0, 5)).startswith('<h1 class="line">Title\n</h1><div')


def test_highlight_writes_carriage_returns_so_that_browsers_keep_them():
    page = highlight("a\r\nb\rc", [])
    assert page == '<div class="line">a&#13;\n</div><div class="line">b&#13;</div><div class="line">c</div>'


def test_highlight_shows_nul_as_a_picture_of_it():
    assert stripped(highlight("a\0b", [])) == "a\u2400b"


def test_highlight_of_nothing_is_nothing():
    assert highlight("", [Mark(0, 3, "direct", 1)]) == ""
