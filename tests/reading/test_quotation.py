"""Where a text stands inside quotation marks: every style, and everything that only looks like one."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord.reading.quotation import Quotation, quotations

STYLES = {
    "curly": ("“", "”"),
    "straight": ('"', '"'),
    "full-width": ("＂", "＂"),
    "guillemets outward": ("«", "»"),
    "guillemets inward": ("»", "«"),
    "single guillemets outward": ("‹", "›"),
    "single guillemets inward": ("›", "‹"),
    "low-high, German": ("„", "“"),
    "low-high, Polish": ("„", "”"),
    "reversed high": ("‟", "”"),
    "high-high, Swedish": ("”", "”"),
    "single curly": ("‘", "’"),
    "single straight": ("'", "'"),
    "single low-high": ("‚", "‘"),
    "single reversed": ("‛", "’"),
    "grave and apostrophe": ("`", "'"),
    "TeX": ("``", "''"),
    "doubled apostrophes": ("''", "''"),
    "corners": ("「", "」"),
    "white corners": ("『", "』"),
    "primes": ("〝", "〞"),
}
every_style = pytest.mark.parametrize(("left", "right"), STYLES.values(), ids=STYLES.keys())
double_style = pytest.mark.parametrize(
    ("left", "right"),
    [("“", "”"), ('"', '"'), ("«", "»"), ("»", "«"), ("„", "“"), ("„", "”"), ("``", "''")],
)

# every character that may be part of a quotation mark
MARKS = "“”„‟\"＂«»‹›〝〞「」『』‘’‚‛'`"
ELISIONS = {"em", "tis", "twas", "cause", "til", "bout", "round", "n"}
BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def quoted(text: str) -> list[str]:
    """The quotations of a text as words, with an ellipsis where the closing mark is missing."""
    return [text[q.start : q.end] + ("" if q.closed else " …") for q in quotations(text)]


@every_style
def test_quotation_in_every_style_is_one_quotation_with_its_marks(left, right):
    text = f"The envoy said: {left}We will sign it,{right} and left."
    assert quoted(text) == [f"{left}We will sign it,{right}"]


@every_style
def test_two_quotations_in_a_line_are_two(left, right):
    text = f"{left}We will sign,{right} said the envoy. {left}Not today.{right}"
    assert quoted(text) == [f"{left}We will sign,{right}", f"{left}Not today.{right}"]


@every_style
def test_quotation_in_brackets_or_behind_a_dash_is_found(left, right):
    assert quoted(f"The pact ({left}a formality{right}) holds.") == [f"{left}a formality{right}"]
    assert quoted(f"One word —{left}never{right}— was left.") == [f"{left}never{right}"]


@double_style
def test_quotation_opened_again_in_each_paragraph_ends_with_each(left, right):
    text = f"{left}First we talked.\n{left}Then we waited.\n{left}Now we sign.{right} He sat down."
    assert quoted(text) == [f"{left}First we talked. …", f"{left}Then we waited. …", f"{left}Now we sign.{right}"]


@double_style
def test_quotation_never_closed_ends_with_its_paragraph(left, right):
    text = f"He said {left}we are ready. \n\nThe ministry said nothing."
    assert quoted(text) == [f"{left}we are ready. …"]


@pytest.mark.parametrize("mark", ["“", '"', "«", "``"])
def test_quotation_never_closed_ends_where_the_next_one_opens(mark):
    close = {"“": "”", '"': '"', "«": "»", "``": "''"}[mark]
    text = f"{mark}We are ready, he said. {mark}We are not,{close} she said. {mark}Both are,{close} I said."
    assert quoted(text) == [f"{mark}We are ready, he said. …", f"{mark}We are not,{close}", f"{mark}Both are,{close}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We will sign,”” she said, “today.”", ["“We will sign,”", "“today.”"]),
        ('"We will sign,"" she said, "today."', ['"We will sign,"', '"today."']),
        ('She said "we will sign"", and left.', ['"we will sign"']),
        ("«We will sign»», she said.", ["«We will sign»"]),
        ("“We will sign”, and that was all.” Then she left.", ["“We will sign”"]),
    ],
)
def test_mark_closed_twice_closes_once(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text", ['""We will sign,"" she said.', 'She said: ""we will sign"".', '""2024 is late"", no?']
)
def test_mark_typed_twice_at_both_ends_still_covers_the_words(text):
    (only,) = quotations(text)
    words = re.search(r"[^\W_][^\"]*[^\W_]", text[only.start : only.end])
    assert only.closed
    assert words[0] in ("We will sign", "we will sign", "2024 is late")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We will sign,“ she said. “Today.“", ["“We will sign,“", "“Today.“"]),
        ("„We will sign,„ she said.", ["„We will sign,„"]),
        ("She wrote “never“, then “ever”.", ["“never“", "“ever”"]),
        ('“We will sign," she said.', ['“We will sign,"']),
        ('"We will sign,” she said.', ['"We will sign,”']),
        ('``We will sign," she said.', ['``We will sign,"']),
        ("‘We will sign,‘ she said.", ["‘We will sign,‘"]),
    ],
)
def test_wrong_closing_mark_closes_all_the_same(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan and the drivers' strike came to nothing.",
        "The ministers’ plan and the drivers’ strike came to nothing.",
        "It's the envoy's; they've said they won't, and o'clock is o'clock.",
        "’Tis said they sent ’em home, ’cause it’s late.",
        "'Tis said they sent 'em home, 'cause it's late.",
        "'Twas so 'til now, 'bout noon, 'round here.",
        "Rock ’n’ roll and fish 'n' chips.",
        "The '90s, the ’80s and the summer of '69.",
        "O'Brien and D’Arcy met Hassan al-‘Abadi.",
        'A 6" pipe and a 12" pipe of 5\'10".',
        "The dogs' and cats' and birds' and bees'.",
        "Sana'a, Ta‘izz and Sa'dah.",
        "The boys’ and the girls’",
        "He paid 5' for it",
        "'",
        "‘ ’",
    ],
)
def test_apostrophes_possessives_elisions_and_inches_are_no_quotations(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'I can't, and I won't,' he said, 'so don't ask.'", ["'I can't, and I won't,'", "'so don't ask.'"]),
        ("‘I can’t,’ he said.", ["‘I can’t,’"]),
        ("‘The ministers’ plan is dead,’ he said.", ["‘The ministers’ plan is dead,’"]),
        ("'The ministers' plan is dead,' he said.", ["'The ministers' plan is dead,'"]),
        ("He called it the ‘ministers’ plan’ and left.", ["‘ministers’ plan’"]),
        ("‘We need the allies’ help’", ["‘We need the allies’ help’"]),
        ("He named ‘the hawks’ and went.", ["‘the hawks’"]),
        ("He named 'the hawks' and 'the doves' alike.", ["'the hawks'", "'the doves'"]),
        ("The ministers' 'plan' failed.", ["'plan'"]),
        ("'What?' he asked. 'Me?'", ["'What?'", "'Me?'"]),
        ("'100 dead,' it said, '$5m lost', '...and no help.'", ["'100 dead,'", "'$5m lost'", "'...and no help.'"]),
        ("‘[The] pact holds,’ he said.", ["‘[The] pact holds,’"]),
    ],
)
def test_single_quotations_survive_their_apostrophes(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    "quotation",
    [
        "“He told me ‘never’ and left,”",
        "‘He told me “never” and left,’",
        "\"He told me 'never' and left,\"",
        "'He told me \"never\" and left,'",
        "“He told me “never” and left,”",
        '"He told me "never" and left,"',
        "«He told me «never» and left,»",
        "„He told me «never» and left,“",
        "«He told me „never“ and left,»",
        "«He told me “never” and left,»",
        "“He told me «never» and left,”",
        '“He told me "never" and "ever" and left,”',
        '"He told me “never” and left,"',
        '“He signed ("in ink") and left,”',
        "``He told me `never' and left,''",
        "‘“Never,” he told me,’",
        "'\"Never,\" he told me,'",
        "“‘Never,’ he told me,”",
        "“It’s ‘us’, he said, and it isn’t.”",
        '“He owned an "orchard and left,”',
    ],
)
def test_quotation_within_a_quotation_is_part_of_the_outer_one(quotation):
    assert quoted(f"{quotation} she said, and left.") == [quotation]
    assert quoted(f"She said: {quotation}") == [quotation]


def test_quotation_left_open_keeps_what_it_quotes_in_another_style():
    assert quoted('"They spoke of “peace” and left.\nHe agreed.') == ['"They spoke of “peace” and left. …']


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"The 6" gun fired," he said.', ['"The 6" gun fired,"']),
        ('The 6" gun was no "warning", he said.', ['"warning"']),
        ('"It ended in 2014," he said, "or 2015"', ['"It ended in 2014,"', '"or 2015"']),
        ('"It was 12" he said. "Or 13."', ['"It was 12"', '"Or 13."']),
        ('"No 10" was all it said.', ['"No 10"']),
    ],
)
def test_inches_do_not_end_a_quotation_and_years_may(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said:"We sign."And left.', ['"We sign."']),
        ("He said:“We sign.”And left.", ["“We sign.”"]),
        ('"Yes.""No."', ['"Yes."', '"No."']),
        ("“Yes.”“No.”", ["“Yes.”", "“No.”"]),
        ('"A","B" and "C"/"D"', ['"A"', '"B"', '"C"', '"D"']),
        ("He said “ we sign ” and « we wait ».", ["“ we sign ”", "« we wait »"]),
        ('He said " we sign " and left.', ['" we sign "']),
        ('He said."We sign," and left.', ['"We sign,"']),
        ('The so-called "government"\'s troops', ['"government"']),
        ('"…and so we sign," he said.', ['"…and so we sign,"']),
        ("**“**We sign,**”** he said.", ["“**We sign,**”"]),
        ("no”“ yes", []),
    ],
)
def test_missing_and_superfluous_spaces_do_no_harm(text, found):
    assert quoted(text) == found


@pytest.mark.parametrize("text", ["and that is all.” He left.", 'and that is all." He left.', "that is all.» He left."])
def test_closing_mark_without_an_opening_one_is_no_quotation(text):
    assert quoted(text) == []


@pytest.mark.parametrize("text", ["das ist alles.“ Er ging.", "et c’est tout.« Il partit.", "the end,'' he said"])
def test_mark_that_can_only_close_opens_nothing(text):
    assert quoted(text) == []


def test_grave_marks_open_even_behind_a_word():
    assert quoted("He said``we sign'' and left.") == ["``we sign''"]


@pytest.mark.parametrize("line_break", BREAKS)
def test_no_quotation_crosses_a_line_break(line_break):
    text = f"“We will{line_break}sign,” she said."
    assert quoted(text) == ["“We will …"]


def test_windows_line_ends_are_not_part_of_an_open_quotation():
    assert quoted("“We will sign.\r\n\r\nShe left.") == ["“We will sign. …"]


def test_offsets_speak_of_the_whole_text():
    text = "\n\nHe left.\n\nShe said “no”."
    assert quotations(text) == (Quotation(text.index("“"), text.index("”") + 1, closed=True),)


@pytest.mark.parametrize("text", ["", "\n", " ", "No marks at all."])
def test_text_without_a_mark_has_no_quotation(text):
    assert quotations(text) == ()


def test_hostile_lines_are_read_to_the_end():
    # each of them would cost the square of its length if every mark were followed to the end of the line
    for pattern in ("“«a ", '"a ', "('as b ", '"1" ', "'", '"', "“ «a» «b "):
        assert all(q.start < q.end for q in quotations(pattern * 3000))


# Properties: on any text, the more marks the better.

spiky = st.text(st.sampled_from(MARKS + "aZsé5 .,:;—()…" + BREAKS), max_size=60) | st.text(max_size=60)


@given(spiky)
@example("“a\u2028b”")
@example("\"'\" '\"'")
def test_quotations_are_in_order_apart_inside_one_line_and_begin_with_a_mark(text):
    last = 0
    for q in quotations(text):
        assert last <= q.start < q.end <= len(text)
        words = text[q.start : q.end]
        assert words[0] in MARKS
        assert not re.search(f"[{BREAKS}]", words)
        assert words == words.rstrip() or q.closed
        if q.closed:
            assert words[-1] in MARKS
            assert len(words) > 1
        last = q.end


@given(st.text(st.characters(exclude_characters=MARKS, exclude_categories=["Cs"])))
def test_text_without_any_mark_has_no_quotation(text):
    assert quotations(text) == ()


@given(spiky, spiky)
def test_lines_do_not_know_of_each_other(above, below):
    both = above + "\n" + below
    shift = len(above) + 1
    moved = tuple(Quotation(q.start + shift, q.end + shift, q.closed) for q in quotations(below))
    assert quotations(both) == quotations(above) + moved


WORDS = st.lists(st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=9), min_size=1, max_size=9)


@given(st.sampled_from([*STYLES.values()]), WORDS)
@example(("'", "'"), ["boys"])
@example(("‘", "’"), ["the", "boys", "wait"])
@example(('"', '"'), ["em"])
def test_any_sentence_of_letters_in_any_style_is_exactly_one_quotation(style, words):
    left, right = style
    # behind a single mark these are elisions: 'em
    assume(len(left) > 1 or left not in "‘'‛`" or words[0].lower() not in ELISIONS)
    sentence = f"{left}{' '.join(words)}{right}"
    assert quotations(sentence) == (Quotation(0, len(sentence), closed=True),)


def test_a_quotation_goes_on_over_the_lines_of_a_wrapped_paragraph():
    text = "He said “we shall\nsign” at noon.\n\n“Never closed\nhere"
    assert [text[q.start : q.end] for q in quotations(text, [(0, 31), (33, 52)])] == [
        "“we shall\nsign”",
        "“Never closed\nhere",
    ]
