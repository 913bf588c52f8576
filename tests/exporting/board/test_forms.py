from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

from sensecli.disclosure.board import board
from sensecli.exporting.board.content import Report, report
from sensecli.exporting.board.markdown import board_markdown
from sensecli.exporting.board.page import board_html
from sensecli.exporting.board.slides import board_pptx
from sensecli.exporting.board.word import board_docx
from sensecli.model import QuotePolicy
from tests.disclosure.made import a_study
from tests.exporting.houses import a_slides_house, a_word_house

HEAD = "For the board. Figures under 5 are hidden."


def _made() -> Report:
    study = a_study({"acute": "g" * 9 + "o" * 5, "primary": "g" * 7 + "a" * 6}, money=8)
    return report(study, board(study, min_cell=5, policy=QuotePolicy.ALL))


def _deck(template: Path | None = None) -> Any:
    return Presentation(BytesIO(board_pptx(_made(), template)))


def test_a_document_has_the_head_on_every_page() -> None:
    document = Document(BytesIO(board_docx(_made())))
    assert [one.text for one in document.sections[0].header.paragraphs] == [HEAD]


def test_a_house_keeps_its_head_and_gets_ours_below_it(tmp_path: Path) -> None:
    document = Document(BytesIO(board_docx(_made(), a_word_house(tmp_path))))
    assert [one.text for one in document.sections[0].header.paragraphs] == ["House & Co", HEAD]


def test_every_slide_has_it_at_its_foot() -> None:
    for slide in _deck().slides:
        assert any(HEAD in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_slides_use_a_houses_layouts(tmp_path: Path) -> None:
    deck = _deck(a_slides_house(tmp_path))
    assert "House content" in {slide.slide_layout.name for slide in deck.slides}


def test_no_person_and_no_time_stands_in_the_properties(tmp_path: Path) -> None:
    for core in (
        Document(BytesIO(board_docx(_made(), a_word_house(tmp_path)))).core_properties,
        _deck(a_slides_house(tmp_path)).core_properties,
    ):
        assert (core.author, core.last_modified_by) == ("sense 0.1.0", "")


def test_each_section_stands_in_the_page_under_its_own_heading() -> None:
    page = board_html(_made()).decode()
    for one in _made().sections:
        title = one.title.replace("'", "&#39;")
        assert page.count(f">{title}</h{3 if one.within else 2}>") >= 1


def test_a_page_runs_no_script_and_escapes_what_was_said() -> None:
    study = a_study({"<script>alert(1)</script>": "g" * 9, "b": "g" * 7 + "a" * 6})
    page = board_html(report(study, board(study, min_cell=5))).decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("make", [board_docx, board_pptx, board_html, board_markdown])
def test_a_report_is_the_same_from_run_to_run(make: Any) -> None:
    assert make(_made()) == make(_made())


def test_a_long_list_of_themes_goes_on_over_slides() -> None:
    study = a_study({"a": "g" * 12})
    found = board(study, min_cell=5)
    many = tuple(found.themes[0] for _ in range(16))
    made = report(study, replace(found, themes=many))
    deck = Presentation(BytesIO(board_pptx(made)))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert [one for one in titles if one.startswith("Themes (")] == [
        "Themes (1 of 3)",
        "Themes (2 of 3)",
        "Themes (3 of 3)",
    ]
