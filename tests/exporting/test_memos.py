"""Memos in what is exported: in the table, in the project, and back again."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from sensecli.exporting.refi import project_qdpx
from sensecli.exporting.table import COLUMNS, codings_table
from sensecli.loading.coded import read_coded
from sensecli.model import Analysis, Decision, Holder
from sensecli.review.overlay import lay_over
from tests.builders import a_coding, an_interview
from tests.exporting.made import a_small_analysis, an_analysis
from tests.exporting.refi.opened import P, parts_of, project_of
from tests.review.made import CODES, TALK, TEXT, a_decision, lines_of


def remarked(*decisions: Decision) -> Analysis:
    """Two codings, of the first and the third line, and what people decided."""
    interview = an_interview(text=TEXT)
    codings = [
        a_coding(segment=number, text=TALK[number - 1], start=TEXT.index(TALK[number - 1]))
        for number in (1, 3)
    ]
    made = an_analysis(interviews=[interview], codings=codings)
    laid = lay_over(codings, lines_of(interview), [interview], decisions, codes=CODES)
    return replace(made, codings=laid.codings, laid=laid)


ON_CODING = replace(a_decision("memo", memo="Ask again."), about=("people", Holder.LEADER))
ON_PASSAGE = replace(a_decision("memo", segment=5, memo="Odd.\nIs it?"), about=None)


def test_the_table_has_a_column_of_memos_only_where_there_are_any() -> None:
    assert codings_table(a_small_analysis()).columns[-1] != "memo"
    table = codings_table(remarked(ON_CODING))
    assert table.columns == (*COLUMNS, "memo")
    assert [row[-1] for row in table.rows] == ["Ask again.", None]


def test_a_memo_on_another_code_of_the_passage_is_not_on_this_one() -> None:
    other = replace(ON_CODING, about=("money", Holder.LEADER))
    table = codings_table(remarked(other))
    assert [row[-1] for row in table.rows] == [None, None]


def test_a_project_has_each_memo_as_a_note_of_its_writer_on_its_passage() -> None:
    root = project_of(remarked(ON_CODING, ON_PASSAGE))
    notes = {one.attrib["guid"]: one for one in root.iter(f"{P}Note")}
    assert [one.findtext(f"{P}PlainTextContent") for one in notes.values()] == [
        "Ask again.",
        "Odd.\nIs it?",
    ]
    users = {one.attrib["guid"]: one.attrib["name"] for one in root.iter(f"{P}User")}
    assert {users[one.attrib["creatingUser"]] for one in notes.values()} == {"AB"}
    on = {
        selection.attrib["name"]: [r.attrib["targetGUID"] for r in selection.iter(f"{P}NoteRef")]
        for selection in root.iter(f"{P}PlainTextSelection")
    }
    assert [len(refs) for refs in on.values()] == [1, 0, 1]
    assert set(on) == {TALK[0], TALK[2], TALK[4]}
    assert {ref for refs in on.values() for ref in refs} == set(notes)


@pytest.mark.shared
def test_a_project_with_memos_is_valid_by_the_schema(shared: Path) -> None:
    xmlschema = import_module("xmlschema")
    schema = xmlschema.XMLSchema(str(shared / "refi" / "Project.xsd"))
    schema.validate(parts_of(remarked(ON_CODING, ON_PASSAGE))["project.qde"].decode())


def test_a_memo_comes_back_from_a_project(tmp_path: Path) -> None:
    file = tmp_path / "study.qdpx"
    file.write_bytes(project_qdpx(remarked(ON_CODING)))
    assert [one.memo for one in read_coded(file).rows] == ["Ask again.", ""]
