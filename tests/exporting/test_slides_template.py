"""The report in PowerPoint on a house template."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.util import Inches

from sensecli.exporting.shown import Shown
from sensecli.exporting.slides import findings_pptx
from sensecli.model import Analysis
from tests.exporting.houses import a_slides_house
from tests.exporting.made import (
    a_small_analysis,
)
from tests.exporting.paper import a_shown, parsed_parts, words_of


def _deck(analysis: Analysis | None = None, *pictures: Shown, template: Path | None = None) -> Any:
    return Presentation(BytesIO(findings_pptx(analysis or a_small_analysis(), pictures, template)))


def _titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def _texts(deck: Any) -> str:
    return "\n".join(
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )


def test_a_template_keeps_its_layouts_and_loses_its_slides(tmp_path: Path) -> None:
    deck = _deck(template=a_slides_house(tmp_path))
    assert deck.slide_width == Inches(10)
    assert deck.slides[2].slide_layout.name == "House content"
    assert "Type here" not in _texts(deck)


def test_nothing_of_a_templates_slides_travels(tmp_path: Path) -> None:
    made = findings_pptx(a_small_analysis(), template=a_slides_house(tmp_path))
    assert parsed_parts(made) > 20
    for gone in ("Type here", "Speak slowly", "Pat Designer", "sectionLst"):
        assert gone not in words_of(made)
    with ZipFile(BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if "media" in name or "thumbnail" in name]


def test_a_potx_is_a_template_too(tmp_path: Path) -> None:
    assert len(_deck(template=a_slides_house(tmp_path, name="house.potx")).slides) > 3


def test_a_template_with_titles_alone_is_used(tmp_path: Path) -> None:
    house = Presentation()
    for layout in list(house.slide_layouts):
        if layout.name not in {"Title Only", "Blank"}:
            house.slide_layouts.remove(layout)
    house.save(str(tmp_path / "house.pptx"))
    deck = _deck(None, a_shown(), template=tmp_path / "house.pptx")
    assert "sentence 01" in _texts(deck)
    assert _titles(deck)[-1] == "How this was made"


def test_a_template_with_a_blank_layout_alone_is_used(tmp_path: Path) -> None:
    house = Presentation()
    for layout in list(house.slide_layouts):
        if layout.name != "Blank":
            house.slide_layouts.remove(layout)
    house.save(str(tmp_path / "house.pptx"))
    assert "How this was made" in _texts(_deck(None, template=tmp_path / "house.pptx"))
