"""OpenDocument texts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from odfdo import Annotation, Element, Header, LineBreak, List, Paragraph, Section, Table
from odfdo import Document as OpenDocument

from sensecli.loading.formats.document import Document
from sensecli.model import Problem

Only = Callable[[Path], Document]
Build = Callable[..., Path]


@pytest.fixture
def odt(tmp_path: Path) -> Build:
    """An .odt of the given elements."""

    def build(*elements: Element, name: str = "notes.odt") -> Path:
        document = OpenDocument("text")
        document.body.clear()
        for element in elements:
            document.body.append(element)
        document.save(tmp_path / name)
        return tmp_path / name

    return build


def _table(*rows: list[str]) -> Table:
    table = Table("T", width=len(rows[0]), height=len(rows))
    for number, row in enumerate(rows):
        table.set_row_values(number, row)
    return table


def test_headings_paragraphs_and_lists_are_laid_out_as_text(odt: Build, only: Only) -> None:
    path = odt(Header(2, "Rota"), Paragraph("We agreed."), List(["huddles", "board"]))
    assert only(path).text == "## Rota\n\nWe agreed.\n\n- huddles\n- board"


def test_places_are_paragraphs(odt: Build, only: Only) -> None:
    document = only(odt(Paragraph("One."), Paragraph("Two.")))
    assert [(p.start, p.label) for p in document.places] == [(0, "paragraph 1"), (6, "paragraph 2")]


def test_spaces_tabs_and_line_breaks_are_kept(odt: Build, only: Only) -> None:
    paragraph = Paragraph("Jo Carr   0:11")
    paragraph.append(LineBreak())
    assert only(odt(paragraph, Paragraph("We agreed."))).text == "Jo Carr   0:11\n\nWe agreed."


def test_a_line_break_inside_a_paragraph_is_a_newline(odt: Build, only: Only) -> None:
    assert only(odt(Paragraph("We agreed.\nNobody started."))).text == (
        "We agreed.\nNobody started."
    )


def test_text_inside_a_section_is_read(odt: Build, only: Only) -> None:
    section = Section(name="talk")
    section.append(Paragraph("We agreed."))
    assert only(odt(section)).text == "We agreed."


def test_comments_in_the_margin_are_not_read(odt: Build, only: Only) -> None:
    paragraph = Paragraph("We agreed.")
    paragraph.append(Annotation("check this", creator="JC"))
    assert only(odt(paragraph)).text == "We agreed."


def test_a_leading_table_of_known_keys_gives_attributes(odt: Build, only: Only) -> None:
    document = only(
        odt(_table(["Leader", "L05"], ["Role", "Chief nurse"]), Paragraph("We agreed."))
    )
    assert document.attributes == (("Leader", "L05", None), ("Role", "Chief nurse", None))
    assert document.text == "We agreed."


def test_a_table_of_speakers_becomes_turns(odt: Build, only: Only) -> None:
    table = _table(["Time", "Speaker", "Text"], ["0:01", "Jo", "We agreed."])
    document = only(odt(table))
    assert (document.text, document.places[0].label) == ("Jo: We agreed.", "0:01")


def test_a_locked_document_is_a_problem_that_says_so(
    tmp_path: Path, problem: Callable[[Path], Problem]
) -> None:
    import zipfile

    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert "password" in problem(path).message


def test_a_zip_that_is_no_document_is_a_problem(
    tmp_path: Path, problem: Callable[[Path], Problem]
) -> None:
    import zipfile

    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert "not an OpenDocument text" in problem(path).message
