import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from sensecli.exporting.names import masked
from sensecli.exporting.refi import project_qdpx
from sensecli.model import Analysis, Interview
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import a_named_analysis, a_small_analysis, an_analysis
from tests.exporting.refi.opened import P, codes_on, parts_of, project_of


def test_the_bytes_are_the_same_from_run_to_run() -> None:
    assert project_qdpx(a_small_analysis()) == project_qdpx(a_small_analysis())


def test_the_archive_bears_no_time_of_its_making() -> None:
    with ZipFile(BytesIO(project_qdpx(a_small_analysis()))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_text_lies_flat_under_the_id_of_its_source() -> None:
    analysis = a_small_analysis()
    sources = project_of(analysis).findall(f"{P}Sources/{P}TextSource")
    names = {f"sources/{one.get('guid')}.txt" for one in sources}
    assert names == set(parts_of(analysis)) - {"project.qde"}
    paths = {one.get("plainTextPath") for one in sources}
    assert paths == {f"internal://{one.get('guid')}.txt" for one in sources}


def test_the_text_is_utf8_with_lf_and_no_byte_order_mark() -> None:
    text = "Café \U0001f600.\nSecond line.\n"
    parts = parts_of(an_analysis(interviews=[an_interview(text=text)]))
    assert text.encode() in parts.values()


@pytest.mark.parametrize(
    "text",
    [
        "Plain.",
        "\U0001f600 smiles \U0001f468\u200d\U0001f469\u200d\U0001f467.",
        "Cafe\u0301 is café.",
    ],
)
def test_offsets_are_code_points_and_the_selection_quotes_its_words(text: str) -> None:
    whole = f"\U0001f680 before.\n{text}\n"
    coding = a_coding(text=text, start=whole.index(text))
    root = project_of(an_analysis(interviews=[an_interview(text=whole)], codings=[coding]))
    (selection,) = root.iter(f"{P}PlainTextSelection")
    start, end = (int(selection.attrib[key]) for key in ("startPosition", "endPosition"))
    assert whole[start:end] == text == selection.get("name")


def test_a_selection_bears_one_theme_and_one_value_of_each_attribute() -> None:
    coding = a_coding(stance="mixed", status="stalled", actor="shared", prompted=True)
    root = project_of(an_analysis(interviews=[an_interview()], codings=[coding]))
    (selection,) = root.iter(f"{P}PlainTextSelection")
    assert codes_on(selection, root) == [
        "People",
        "Stance: mixed",
        "Status: stalled",
        "Actor: shared",
        "Holder: leader",
        "Prompted: true",
    ]


def test_two_codes_on_one_segment_are_two_selections() -> None:
    codings = [a_coding(), a_coding(code="learning", stance="oppose")]
    root = project_of(an_analysis(interviews=[an_interview()], codings=codings))
    borne = [codes_on(one, root)[:2] for one in root.iter(f"{P}PlainTextSelection")]
    assert borne == [["People", "Stance: endorse"], ["Learning", "Stance: oppose"]]


def test_every_id_is_the_only_one_of_its_kind() -> None:
    ids = [one.get("guid") for one in project_of(a_small_analysis()).iter() if one.get("guid")]
    assert len(ids) == len(set(ids))


def test_the_coder_is_the_user_of_their_codings() -> None:
    coding = replace(a_coding(), coder="JS")
    root = project_of(an_analysis(interviews=[an_interview()], codings=[coding]))
    users = {one.get("name"): one.get("guid") for one in root.iter(f"{P}User")}
    (selection,) = root.iter(f"{P}PlainTextSelection")
    assert {one.get("creatingUser") for one in selection} - {None} == {users["JS"]}


def test_why_a_passage_was_coded_stands_in_its_description() -> None:
    coding = replace(a_coding(confidence=0.85), cue="people", rule="R1")
    root = project_of(an_analysis(interviews=[an_interview()], codings=[coding]))
    said = root.findtext(f".//{P}PlainTextSelection/{P}Description")
    assert said == "Cue: people\nRule: R1\nConfidence: 0.85\nSegment: 1\nSpeaker: leader"


def test_a_code_that_the_codebook_lacks_is_written_all_the_same() -> None:
    book = a_codebook(themes=["learning"])
    analysis = replace(a_small_analysis(), codebook=book)
    root = project_of(analysis)
    assert [one.get("name") for one in root.iter(f"{P}Code")].count("people") == 1
    assert len(list(root.iter(f"{P}PlainTextSelection"))) == len(analysis.codings)


def test_nothing_is_written_as_an_empty_list() -> None:
    tags = {one.tag.removeprefix(P) for one in project_of(an_analysis()).iter()}
    assert not tags & {"Sources", "Cases", "Variables", "Notes"}


def test_characters_that_xml_cannot_hold_leave_the_offsets_as_they_are() -> None:
    text = "A bell\x07 and \ud800 half.\nPeople."
    coding = a_coding(text="People.", start=text.index("People"))
    root = project_of(an_analysis(interviews=[an_interview(text=text)], codings=[coding]))
    (selection,) = root.iter(f"{P}PlainTextSelection")
    assert int(selection.attrib["startPosition"]) == text.index("People")


@pytest.fixture
def named() -> Analysis:
    """An analysis with a leader's name wherever one can stand."""
    return a_named_analysis(said="Before {0}, people matter to {0}.")


def test_no_name_is_left_anywhere_in_a_masked_project(named: Analysis) -> None:
    parts = parts_of(masked(named))
    assert not [
        name for name, held in parts.items() if re.search(rb"jane|smith", held, re.IGNORECASE)
    ]


def test_the_offsets_move_with_the_masked_text(named: Analysis) -> None:
    analysis = masked(named)
    parts, root = parts_of(analysis), project_of(analysis)
    (text,) = (held.decode() for name, held in parts.items() if name != "project.qde")
    for one in root.iter(f"{P}PlainTextSelection"):
        words = text[int(one.attrib["startPosition"]) : int(one.attrib["endPosition"])]
        assert words == one.get("name") == "Before [L05], people matter to [L05]."


def test_with_names_shown_the_text_is_as_read(named: Analysis) -> None:
    assert named.project.interviews[0].text.encode() in parts_of(named).values()


def test_an_interview_without_a_file_is_masked_too() -> None:
    interview = Interview(id="L05", leader="L05", text="Jane Smith said so.\n")
    analysis = an_analysis(interviews=[interview], names=[("Jane Smith", "[L05]")])
    assert b"[L05] said so.\n" in parts_of(masked(analysis)).values()
