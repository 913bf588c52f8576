"""Known names in prose, in file names and in messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.exporting.masking import (
    file_masker,
    masker,
    message_masker,
    places,
    relocated,
)
from sensecli.model import Interview

NAMES = (
    ("Dr Jane van der Smith", "[L05]"),
    ("Jane van der Smith", "[L05]"),
    ("van der Smith", "[L05]"),
    ("Lloyd-Rees", "[L06]"),
    ("O'Brien", "[L07]"),
    ("Zoë", "[L08]"),
    ("Jane", "[L05]"),
    ("Ros", "[name]"),
)
# As the names of Jane Smith, Zoë O'Brien and Ann Long are known.
MADE = (
    ("Jane Smith", "[L05]"),
    ("Smith, Jane", "[L05]"),
    ("jane smith", "[L05]"),
    ("J. Smith", "[L05]"),
    ("Smith, J.", "[L05]"),
    ("Jane S.", "[L05]"),
    ("J.S.", "[L05]"),
    ("Smith", "[L05]"),
    ("Smiths", "[L05]"),
    ("Jane", "[L05]"),
    ("Zoë", "[L07]"),
    ("O'Brien", "[L07]"),
    ("A. Long", "[L08]"),
    ("Ann Long", "[L08]"),
    ("Threnfall", "[L09]"),
)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Jane agrees.", "[L05] agrees."),
        ("Dr Jane van der Smith agrees.", "[L05] agrees."),
        ("Jane's view", "[L05]'s view"),
        ("Jane\u2019s view", "[L05]\u2019s view"),
        ("JANE: Yes.", "[L05]: Yes."),
        ("JANE VAN DER SMITH", "[L05]"),
        ("Jane\nvan der Smith", "[L05]"),
        ("Lloyd Rees and Lloyd-Rees", "[L06] and [L06]"),
        ("O\u2019Brien, O'BRIEN", "[L07], [L07]"),
        ("Zoe\u0308 and ZOË", "[L08] and [L08]"),
        ("jane.van.der.smith@nhs.example", "[L05]@nhs.example"),
        ("Jane5, _Jane_", "[L05]5, _[L05]_"),
        ("Ros asked", "[name] asked"),
    ],
)
def test_a_known_name_is_replaced_in_prose(said: str, shown: str) -> None:
    assert masker(NAMES)(said) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("J. Smith, J Smith and J.Smith", "[L05], [L05] and [L05]"),
        ("Smith, J. and Smith, Jane", "[L05] and [L05]"),
        ("Jane S. said", "[L05] said"),
        ("J.S., J. S. and J.S agree", "[L05], [L05] and [L05] agree"),
        ("the chair (JS) agrees", "the chair ([L05]) agrees"),
        ("JS: Yes.", "[L05]: Yes."),
        ("Well.\nJS: Yes.", "Well.\n[L05]: Yes."),
        ("**JS:** Yes.", "**[L05]:** Yes."),
        ("[00:04] JS: Yes.", "[00:04] [L05]: Yes."),
        ("Dr Smith and Prof. Jane Smith", "[L05] and [L05]"),
        ("MRS SMITH", "[L05]"),
        ("Smith's, Smiths', the Smiths", "[L05]'s, [L05]', the [L05]"),
        ("Jane\u00a0Smith, Jane\u2011Smith", "[L05], [L05]"),
        ("Thren-\nfall and Thren\u00adfall", "[L09] and [L09]"),
        ("Zoe, ZOE, Zoe\u0308 and Zoé", "[L07], [L07], [L07] and [L07]"),
        ("OBrien, O\u2018Brien, O Brien", "[L07], [L07], [L07]"),
        ("j.smith@nhs.example", "[L05]@nhs.example"),
        ("drjanesmith2@nhs.example", "[L05]@nhs.example"),
        ("smithj@nhs.example, zoe@x.example", "[L05]@nhs.example, [L07]@x.example"),
        ("@JaneSmith and @smith_j", "@[L05] and @[L05]"),
        ("post@smith.example", "post@[L05].example"),
        ("janesmith.docx, jane-smith", "[L05].docx, [L05]"),
        ("A. Long agreed", "[L08] agreed"),
    ],
)
def test_a_name_is_replaced_however_it_is_spelled(said: str, shown: str) -> None:
    assert masker(MADE)(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "JS may be anything",
        "Use JS: it is quick",
        "S.J. and J. Carr",
        "CSS: a style, TJS: another",
        "A Long Way to go, along a long road",
        "Janet, Smithson and Goldsmith",
        "the smith's forge",
        "Sister wards, Dr Carr",
        "the well-\nknown",
        "mail@nhs.example",
        "Zo and Brien",
    ],
)
def test_what_is_no_way_of_a_name_stays(said: str) -> None:
    assert masker(MADE)(said) == said


@given(st.text("JaneSmith .'-\n\u0308\u00ad@", max_size=40))
def test_the_places_of_names_are_in_order_and_within_the_text(text: str) -> None:
    found = places(text, MADE)
    ends = [at for one in found for at in (one.start, one.end)]
    assert ends == sorted(ends)
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@given(st.text("Jane Smith.,(:)-\n\u0308", max_size=40))
def test_what_is_masked_holds_no_name_any_more(text: str) -> None:
    shown = masker(MADE)(text)
    assert places(shown, MADE) == ()


@pytest.mark.parametrize("said", ["Janet agrees.", "jane", "Rosemary", "Across", "smith"])
def test_what_is_no_known_name_stays(said: str) -> None:
    assert masker(NAMES)(said) == said


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Jane Pell chaired it.", "[name] Pell chaired it."),
        ("Jane Smith chaired it.", "[L05] chaired it."),
        ("We asked Jane. Then it rained.", "We asked [L05]. Then it rained."),
        ("Jane I never met.", "[L05] I never met."),
        ("The Smith House is shut.", "The [L05] House is shut."),
    ],
)
def test_a_first_name_with_another_surname_is_anybodys(said: str, shown: str) -> None:
    assert masker(MADE)(said) == shown


def test_the_longest_name_wins_whatever_the_order_given() -> None:
    mask = masker([("Jane", "[name]"), ("Jane Smith", "[L05]")])
    assert mask("Jane Smith") == "[L05]"


def test_without_names_nothing_is_replaced() -> None:
    assert masker(())("Jane agrees.") == "Jane agrees."


def test_a_name_without_a_letter_is_passed_over() -> None:
    assert masker([("", "[name]"), (" - ", "[name]")])("a - b") == "a - b"


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("05-jane-van-der-smith.md", "05-[L05].md"),
        ("05_jane.md", "05_[L05].md"),
        ("L06-lloyd-rees.docx", "L06-[L06].docx"),
        ("JaneVanDerSmith.txt", "[L05].txt"),
        ("janet.md", "janet.md"),
    ],
)
def test_a_known_name_is_replaced_in_a_file_name(file: str, shown: str) -> None:
    assert file_masker(NAMES)(file) == shown


def test_a_message_names_an_interview_by_its_id() -> None:
    read = Interview(id="L05", leader="L05", text="", source="05-jane.md")
    mask = message_masker(NAMES, [read])
    assert mask("has the same content as 05-jane.md; it is not used") == (
        "has the same content as L05; it is not used"
    )


def test_a_message_keeps_the_file_names_of_others_without_the_names_in_them() -> None:
    assert message_masker(NAMES, [])("06-zoë.pdf is not read") == "06-[L08].pdf is not read"


def test_a_surname_that_is_a_word_stays_a_word_in_a_message() -> None:
    assert message_masker([("Long", "[L01]")], [])("is too long") == "is too long"


def test_an_offset_of_the_text_as_read_can_be_found_in_the_masked_text() -> None:
    text = "Jane van der Smith met Ros. She agreed."
    made = relocated(text, NAMES)
    start = text.index("She")
    assert made.text[made.offset(start) : made.offset(len(text))] == "She agreed."


def test_an_offset_before_any_name_stays() -> None:
    assert relocated("So Jane said", NAMES).offset(2) == 2


def test_a_stretch_that_begins_with_a_name_begins_with_its_stand_in() -> None:
    made = relocated("So Jane said", NAMES)
    assert made.text[made.offset(3) : made.offset(7)] == "[L05]"


@given(st.lists(st.sampled_from(["Jane", "Ros", "So", " ", ".", "\n", "O'Brien", "van der Smith"])))
def test_a_relocated_text_is_the_masked_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert relocated(text, NAMES).text == masker(NAMES)(text)


@given(st.lists(st.sampled_from(["Jane", "Ros", "So", " ", ".", "O'Brien"])))
def test_relocated_offsets_stay_in_order_and_end_at_the_end(pieces: list[str]) -> None:
    text = "".join(pieces)
    made = relocated(text, NAMES)
    offsets = [made.offset(at) for at in range(len(text) + 1)]
    assert (sorted(offsets), offsets[-1]) == (offsets, len(made.text))
