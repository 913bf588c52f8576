"""The report in Word on a house template."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Inches, Pt, RGBColor

from sensecli.exporting.shown import Shown
from sensecli.exporting.word import findings_docx
from tests.exporting.houses import a_word_house
from tests.exporting.made import (
    a_small_analysis,
)
from tests.exporting.paper import a_png, a_shown, parsed_parts, words_of


def _in_house(folder: Path, *pictures: Shown) -> WordDocument:
    return Document(BytesIO(findings_docx(a_small_analysis(), pictures, a_word_house(folder))))


def _styled(document: WordDocument, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style and one.style.name == style]


def test_a_template_keeps_its_header_footer_and_page(tmp_path: Path) -> None:
    section = _in_house(tmp_path).sections[-1]
    assert section.header.paragraphs[0].text == "House & Co"
    assert section.footer.paragraphs[0].text == "Registered in England"
    assert section.page_width == Inches(7)


def test_a_template_keeps_its_styles(tmp_path: Path) -> None:
    document = _in_house(tmp_path)
    assert document.styles["Heading 1"].font.size == Pt(31)
    assert "Themes" in _styled(document, "Heading 1")


def test_a_templates_own_text_and_pictures_are_gone(tmp_path: Path) -> None:
    document = _in_house(tmp_path)
    assert not {"The cover", "Type here"} & {one.text for one in document.paragraphs}
    assert not [one for one in document.part.rels.values() if one.reltype.endswith("/image")]


def test_a_templates_author_is_not_the_reports(tmp_path: Path) -> None:
    assert "Pat Designer" not in words_of(
        findings_docx(a_small_analysis(), template=a_word_house(tmp_path))
    )


@pytest.mark.parametrize("pixels", [(3000, 100), (100, 3000)])
def test_a_picture_stays_within_the_templates_page(pixels: tuple[int, int], tmp_path: Path) -> None:
    document = _in_house(tmp_path, replace(a_shown(), png=a_png(*pixels)))
    (shape,) = document.inline_shapes
    assert shape.width <= Inches(7 - 2 * 1.25)
    assert shape.height <= Inches(9)
    assert shape.width / shape.height == pytest.approx(pixels[0] / pixels[1], rel=0.01)


def test_a_dotx_is_a_template_too(tmp_path: Path) -> None:
    house = a_word_house(
        tmp_path, name="house.dotx", content_type=("document.main+xml", "template.main+xml")
    )
    made = findings_docx(a_small_analysis(), template=house)
    assert Document(BytesIO(made)).sections[-1].header.paragraphs[0].text == "House & Co"


def test_a_template_without_our_styles_gets_them(tmp_path: Path) -> None:
    house = Document()
    for style in list(house.styles):
        if style.name not in {"Normal", "Default Paragraph Font"}:
            style.delete()
    house.styles["Normal"].font.color.rgb = RGBColor.from_string("AA0000")
    house.save(str(tmp_path / "bare.docx"))
    made = findings_docx(a_small_analysis(), [a_shown()], tmp_path / "bare.docx")
    document = Document(BytesIO(made))
    assert "Themes" in _styled(document, "Heading 1")
    assert document.styles["Heading 1"].base_style.name == "Normal"
    assert parsed_parts(made) > 3


def test_a_template_whose_quote_is_a_character_style_is_used(tmp_path: Path) -> None:
    house = Document()
    house.styles["Quote"].delete()
    house.styles.add_style("Quote", 2)
    house.save(str(tmp_path / "house.docx"))
    made = Document(BytesIO(findings_docx(a_small_analysis(), template=tmp_path / "house.docx")))
    assert any("sentence 01" in text for text in _styled(made, "Normal"))
