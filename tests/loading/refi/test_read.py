from pathlib import Path

import pytest

from sensecli.loading.refi import Read, ReadCoding, read_qdc, read_qdpx
from sensecli.model import Stance
from tests.loading.refi.foreign import (
    CODE,
    GUID,
    NOTE,
    TEXT,
    a_code,
    a_project,
    a_qdpx,
    a_selection,
    a_source,
)

SAID = "People come first.\nMoney does not.\n"
MONEY = (SAID.index("Money"), SAID.index("\n", 20))
MORE = [GUID.format(n) for n in range(10, 20)]


def read(folder: Path, *selections: str, codes: str = "", rest: str = "") -> Read:
    project = a_project(a_source(*selections), codes=codes, rest=rest)
    return read_qdpx(a_qdpx(folder, project, SAID.encode()))


def test_a_persons_coding_is_read_with_its_words_and_its_coder(tmp_path: Path) -> None:
    found = read(tmp_path, a_selection(*MONEY, "Money does not."))
    assert found.codings == (ReadCoding("L01", *MONEY, "Money does not.", "trust", "Ann"),)
    assert not found.problems


def test_what_another_program_cannot_tell_is_left_open(tmp_path: Path) -> None:
    (coding,) = read(tmp_path, a_selection(*MONEY)).codings
    assert (coding.stance, coding.status, coding.holder, coding.prompted) == (None,) * 4


@pytest.mark.parametrize("inner", ["project.qde", "Project.QDE", "My study.qde"])
def test_the_project_is_found_whatever_its_name(tmp_path: Path, inner: str) -> None:
    path = a_qdpx(tmp_path, a_project(a_source(a_selection(*MONEY))), SAID.encode(), inner=inner)
    assert len(read_qdpx(path).codings) == 1


@pytest.mark.parametrize("sources", ["sources", "Sources", "SOURCES"])
def test_the_texts_are_found_whatever_the_case_of_their_folder(
    tmp_path: Path, sources: str
) -> None:
    project = a_project(a_source(a_selection(*MONEY)))
    assert read_qdpx(a_qdpx(tmp_path, project, SAID.encode(), sources=sources)).codings


def test_ids_are_the_same_in_capitals_and_in_braces(tmp_path: Path) -> None:
    code = "abcdef00-0000-4000-8000-000000000001"
    borne = a_selection(*MONEY, codes=(f"{{{code.upper()}}}",))
    assert read(tmp_path, borne, codes=a_code(guid=code)).codings[0].code == "trust"


def test_windows_1252_is_read(tmp_path: Path) -> None:
    text = "“People” – first."
    project = a_project(a_source(a_selection(0, 8, "“People”")))
    found = read_qdpx(a_qdpx(tmp_path, project, text.encode("cp1252")))
    assert found.codings[0].text == "“People”"


def test_text_within_the_project_is_read(tmp_path: Path) -> None:
    project = a_project(a_source(a_selection(*MONEY), content=SAID))
    assert read_qdpx(a_qdpx(tmp_path, project)).codings[0].text == "Money does not."


def test_a_group_that_was_coded_itself_gets_a_code_for_it(tmp_path: Path) -> None:
    codes = a_code("Trust", inside=a_code("Trust in us", MORE[0]))
    found = read(tmp_path, a_selection(*MONEY), codes=codes)
    assert found.codebook is not None
    assert [leaf.id for leaf in found.codebook.leaves] == ["trust-in-us", "trust-2"]
    assert found.codings[0].code == "trust-2"


def test_two_codes_of_one_name_stay_two(tmp_path: Path) -> None:
    codes = a_code("Trust") + a_code("Trust", MORE[0])
    found = read(tmp_path, a_selection(*MONEY, codes=(CODE, MORE[0])), codes=codes)
    assert [one.code for one in found.codings] == ["trust", "trust-2"]


def test_a_stance_on_the_same_passage_is_its_stance(tmp_path: Path) -> None:
    codes = a_code() + a_code("Stance: oppose", MORE[0])
    apart = a_selection(*MONEY), a_selection(*MONEY, codes=(MORE[0],))
    (coding,) = read(tmp_path, *apart, codes=codes).codings
    assert coding.stance is Stance.OPPOSE


def test_two_stances_on_one_passage_are_none(tmp_path: Path) -> None:
    codes = a_code() + a_code("Stance: oppose", MORE[0]) + a_code("Stance: endorse", MORE[1])
    (coding,) = read(tmp_path, a_selection(*MONEY, codes=(CODE, *MORE[:2])), codes=codes).codings
    assert coding.stance is None


def test_a_note_on_a_passage_is_its_memo(tmp_path: Path) -> None:
    selection = a_selection(*MONEY).replace(
        "</PlainTextSelection>", f'<NoteRef targetGUID="{NOTE}"/></PlainTextSelection>'
    )
    note = f'<Note guid="{NOTE}"><PlainTextContent>Look again.</PlainTextContent></Note>'
    (coding,) = read(tmp_path, selection, rest=f"<Notes>{note}</Notes>").codings
    assert coding.memo == "Look again."


def test_a_case_is_the_leader_of_its_texts(tmp_path: Path) -> None:
    variable = MORE[0]
    before = (
        f'<Variables><Variable guid="{variable}" name="Organization" typeOfVariable="Text"/>'
        f'</Variables><Cases><Case guid="{MORE[1]}" name="P7"><VariableValue>'
        f'<VariableRef targetGUID="{variable}"/><TextValue>Vale</TextValue></VariableValue>'
        f'<SourceRef targetGUID="{TEXT}"/></Case></Cases>'
    )
    found = read(tmp_path, rest=before)
    assert [(one.leader, one.organisation) for one in found.sources] == [("P7", "Vale")]


def test_pictures_are_named_as_not_read(tmp_path: Path) -> None:
    project = a_project(a_source(), f'<PictureSource guid="{MORE[0]}" name="map"/>')
    (problem,) = read_qdpx(a_qdpx(tmp_path, project, SAID.encode())).problems
    assert problem.message == '"map" is not read: it is no text'


def test_a_text_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    project = a_project(a_source().replace(TEXT.upper(), MORE[0]))
    (problem,) = read_qdpx(a_qdpx(tmp_path, project, SAID.encode())).problems
    assert problem.message == 'the text of "L01" is not in the file'


@pytest.mark.parametrize("span", [(5, 5), (9, 3), (-1, 4), (10**30, 10**31), (0, len(SAID) + 9)])
def test_a_selection_outside_the_text_is_a_problem(tmp_path: Path, span: tuple[int, int]) -> None:
    found = read(tmp_path, a_selection(*span), a_selection(*MONEY))
    assert len(found.codings) == 1
    (problem,) = found.problems
    assert problem.message.startswith("1 of 2 selections are empty or lie outside the text")


def test_a_code_that_the_codebook_lacks_is_a_problem(tmp_path: Path) -> None:
    found = read(tmp_path, a_selection(*MONEY, codes=(MORE[5],)))
    assert not found.codings
    assert found.problems[0].message.startswith("codings bear 1 codes that are not")


def test_another_programs_codebook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "my-codes.qdc"
    codes = a_code("Trust", described="Id: not ours?", inside=a_code("In us", MORE[0]))
    path.write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}</Codes></CodeBook>',
        encoding="utf-8",
    )
    book = read_qdc(path).codebook
    assert book is not None
    assert (book.id, book.codes[0].id, book.codes[0].definition) == (
        "my-codes",
        "trust",
        "Id: not ours?",
    )
    assert [leaf.id for leaf in book.leaves] == ["in-us"]


def test_a_codebook_without_codes_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.qdc"
    path.write_text("<CodeBook><Codes/></CodeBook>", encoding="utf-8")
    assert [one.message for one in read_qdc(path).problems] == ["has no code in it"]
