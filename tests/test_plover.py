"""PLOVER's tables are whole, say what the manual says where it agrees with itself, and are found by what users type."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import plover
from onrecord.errors import UsageError
from onrecord.tables import DATA, rows

DOCS = (Path(__file__).parents[1] / "docs" / "events.md").read_text(encoding="utf-8")
QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT"},
    2: {"CONCEDE", "COOPERATE", "AID", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}
ROOTS = [f"{root:02}" for root in range(1, 21)]


def test_plover_has_its_sixteen_types_in_four_quad_classes():
    assert len(plover.TYPES) == 16
    assert {quad: {name for name in plover.TYPES if plover.quad(name) == quad} for quad in plover.QUADS} == QUADS


def test_plover_says_where_its_quad_class_is_not_the_manuals_only_one():
    departing = {name for name, kind in plover.TYPES.items() if kind.manual_quads != (kind.quad,)}
    assert departing == {"CONCEDE", "SANCTION"}
    assert plover.TYPES["SANCTION"].manual_quads == (3, 4)


def test_plover_knows_what_both_sides_do():
    assert {name for name, kind in plover.TYPES.items() if kind.mutual} == {"AGREE", "CONSULT", "COOPERATE"}


def test_plover_scores_rank_conflict_below_cooperation():
    assert all((kind.score > 0) == (kind.quad <= 2) for kind in plover.TYPES.values())
    assert all(-10 <= kind.score <= 10 for kind in plover.TYPES.values())


def test_plover_modes_are_each_types_own_and_once():
    assert {name for name, kind in plover.TYPES.items() if not kind.modes} == {
        *("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID")
    }
    for kind in plover.TYPES.values():
        names = [mode.name for mode in kind.modes]
        assert len(names) == len(set(names))
    assert {of for of, *_ in rows("plover-modes.tsv")} <= set(plover.TYPES)
    assert [mode.name for mode in plover.TYPES["ACCUSE"].modes] == ["disapprove", "investigate", "allege"]


def test_plover_modes_of_requests_and_rejections_are_the_same():
    asked, refused = ([mode.name for mode in plover.TYPES[name].modes] for name in ("REQUEST", "REJECT"))
    assert asked == refused == ["assist", "change", "yield", "meet"]


def test_plover_contexts_tell_topics_from_standing():
    assert len(plover.CONTEXTS) == 32
    assert [name for name, one in plover.CONTEXTS.items() if one.special] == [
        *("historical", "future", "hypothetical", "negation")
    ]


@pytest.mark.parametrize(
    ("table", "width"),
    [("plover-types.tsv", 10), ("plover-modes.tsv", 4), ("plover-contexts.tsv", 3), ("plover-cameo.tsv", 3)],
)
def test_plover_tables_are_whole_and_say_whence_and_under_which_licence(table, width):
    assert {len(row) for row in rows(table)} == {width}
    header = (DATA / table).read_text(encoding="utf-8").partition("\n#")[2]
    assert "PLOVER manual" in header
    assert "CC BY-SA 4.0" in header


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("19", "ASSAULT"),
        ("03", "AGREE"),
        ("02", "REQUEST"),
        ("01", None),
        ("043", "CONSULT"),
        ("1823", "ASSAULT"),
        ("08", "CONCEDE"),
        ("0831", "CONCEDE"),
        ("0841", "RETREAT"),
        ("087", "RETREAT"),
    ],
)
def test_plover_types_come_from_cameo_codes(code, name):
    assert plover.from_cameo(code) == name


@pytest.mark.parametrize("code", ["", "4", "00", "21", "99", "19 ", "０４", "19000", "x1", "-1", "1.9"])
def test_plover_refuses_what_is_no_cameo_code(code):
    with pytest.raises(UsageError, match="is no CAMEO code"):
        plover.from_cameo(code)


def test_plover_types_lead_back_to_cameo_roots_that_lead_to_them():
    for name in plover.TYPES:
        roots = plover.to_cameo(name)
        assert roots
        assert set(roots) <= set(ROOTS)
        assert all(plover.from_cameo(root) == name for root in roots if root != "08")
    assert plover.to_cameo("ASSAULT") == ("18", "19", "20")
    assert plover.to_cameo("CONCEDE") == plover.to_cameo("RETREAT") == ("08",)
    assert {root for name in plover.TYPES for root in plover.to_cameo(name)} == set(ROOTS) - {"01"}


def test_plover_has_no_cameo_roots_of_what_is_no_type():
    with pytest.raises(KeyError):
        plover.to_cameo("YIELD")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ACCUSE", ("ACCUSE",)),
        (" accuse\n", ("ACCUSE",)),
        ("Yield", ("CONCEDE", "RETREAT")),
        ("demand", ("REQUEST",)),
        ("FIGHT", ("ASSAULT",)),
        ("mobilise", ("MOBILIZE",)),
        ("19", ("ASSAULT",)),
        ("08", ("CONCEDE", "RETREAT")),
        ("084", ("RETREAT",)),
    ],
)
def test_plover_types_are_found_by_name_earlier_name_and_cameo_code(text, names):
    assert plover.parse_type(text) == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ACUSE", "did you mean ACCUSE?"),
        ("yeild", "did you mean CONCEDE or RETREAT?"),
        ("xyz", "there are AGREE, CONSULT,"),
        ("", "there are AGREE"),
        ("01", "CAMEO's 01"),
        ("1", "is no CAMEO code"),
    ],
)
def test_plover_says_which_types_are_near_to_one_that_is_none(text, told):
    with pytest.raises(UsageError) as refused:
        plover.parse_type(text)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.text(max_size=12))
def test_plover_takes_any_text_for_a_type_or_refuses_it_in_a_line(text):
    try:
        names = plover.parse_type(text)
    except UsageError as refused:
        told = str(refused)
    else:
        told = " ".join(names)
        assert set(names) <= set(plover.TYPES)
    assert len(told.splitlines()) == 1


def test_plover_is_all_in_the_documentation():
    for name, kind in plover.TYPES.items():
        (line,) = re.findall(rf"^\| {name} \| \d \|.*$", DOCS, re.MULTILINE)
        assert kind.definition in line
        assert f"| {kind.quad} |" in line
        for mode in kind.modes:
            assert re.search(rf"^\| {name} \| `{mode.name}` \| {re.escape(mode.definition)} ", DOCS, re.MULTILINE)
    for name in plover.CONTEXTS:
        assert f"`{name}`" in DOCS
    for code, title, name in rows("plover-cameo.tsv"):
        assert f"| {code} | {title} | {name or 'none'} |" in DOCS
