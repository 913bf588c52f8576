"""The report in PowerPoint."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Inches

from sensecli.exporting.names import masked
from sensecli.exporting.sentences import finding_sentence
from sensecli.exporting.shown import Shown
from sensecli.exporting.slides import findings_pptx
from sensecli.exporting.slides.ladder import ladder_words
from sensecli.model import Analysis, Status
from tests.exporting.houses import a_slides_house
from tests.exporting.made import (
    a_figures,
    a_finding,
    a_named_analysis,
    a_quote,
    a_small_analysis,
    an_analysis,
)
from tests.exporting.paper import (
    HOSTILE,
    RTL,
    a_hostile_analysis,
    a_png,
    a_shown,
    parsed_parts,
    words_of,
)

_MONEY = "Money: 1 of 2 says that it stands in the way"


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


def _shapes(deck: Any, kind: str) -> Iterator[Any]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if getattr(shape, f"has_{kind}", False):
                yield shape


def _with(*findings: Any) -> Analysis:
    return replace(a_small_analysis(), findings=findings)


def _laddered(**counts: int) -> Any:
    figures = a_figures(endorse=19, act=2, failed=1)
    ladder = tuple((Status(name), count) for name, count in counts.items())
    failures = ((Status.STALLED, 3), (Status.INACTION, 0))
    return replace(a_finding(figures), ladder=ladder, failures=failures)


def test_the_first_slide_is_the_answer() -> None:
    assert _titles(_deck())[0] == 'Both leaders agree on "People"; 1 acts on it.'


def test_the_first_slide_is_confidential() -> None:
    deck = _deck()
    said = [shape.text_frame.text for shape in deck.slides[0].placeholders]
    assert any("Confidential: working copy" in one for one in said)


def test_the_slides_come_in_the_order_of_the_report() -> None:
    pictures = [a_shown(name=name) for name in ("gap", "ladder", "barriers", "lenses")]
    titles = _titles(_deck(None, *pictures))
    assert titles[1:] == [
        "The picture of gap",
        "People: both agree, 1 acts on it (on their own side). 1 agreed only when prompted.",
        "The picture of ladder",
        f"{_MONEY}, and does not say that anything is done about it.",
        "The picture of barriers",
        "How leaders make sense of it",
        "The picture of lenses",
        "How this was made",
    ]


def test_five_findings_have_slides() -> None:
    findings = [a_finding(a_figures(endorse=9 - n), label=f"Theme {n}") for n in range(7)]
    titles = _titles(_deck(_with(*findings)))
    assert [title[:7] for title in titles if title.startswith("Theme ")] == [
        f"Theme {n}" for n in range(5)
    ]


def test_without_a_picture_of_the_gap_there_is_a_table() -> None:
    table = next(_shapes(_deck(), "table")).table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Theme", "Agree", "Act", "Gap", "Said to have failed", "Only when prompted"],
        ["People", "2", "1", "1", "0", "1"],
        ["Learning", "0", "0", "0", "0", "0"],
    ]


def test_a_long_table_tells_how_many_more_there_are() -> None:
    findings = [a_finding(a_figures(endorse=15), label=f"Theme {n}") for n in range(14)]
    assert "And 4 more." in _texts(_deck(_with(*findings)))


def test_the_ladder_is_a_chart_of_the_findings_figures() -> None:
    finding = _laddered(none=12, aspiration=3, intention=2, commitment=0, underway=1, done=1)
    plot = next(_shapes(_deck(_with(finding)), "chart")).chart.plots[0]
    assert list(zip(plot.categories, plot.series[0].values, strict=True)) == [
        ("Done", 1),
        ("Underway", 1),
        ("Commitment", 0),
        ("Intention", 2),
        ("Aspiration", 3),
        ("A view only", 12),
        ("Failed: stalled", 3),
        ("Failed: not done", 0),
    ]


def test_the_ladders_chart_is_told_in_words() -> None:
    finding = _laddered(none=17, done=2)
    frame = next(_shapes(_deck(_with(finding)), "chart"))
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == ladder_words(finding)


def test_a_finding_has_two_quotes_with_places() -> None:
    quotes = [a_quote(text=f"Said {why}.", why=why) for why in ("endorsement", "failure", "action")]
    said = _texts(_deck(_with(a_finding(quotes=quotes))))
    assert "Said endorsement. (L01:1)\nSaid failure. (L01:1)" in said
    assert "Said action." not in said


def test_a_long_quote_is_cut_at_a_word_and_keeps_its_place() -> None:
    said = _texts(_deck(_with(a_finding(quotes=[a_quote(text="People matter. " * 100)]))))
    quote = next(text for text in said.splitlines() if text.startswith("People matter."))
    assert quote.endswith("… (L01:1)")
    assert len(quote) < 300


def test_a_long_label_leaves_room_for_the_figures() -> None:
    finding = a_finding(a_figures(endorse=19), label="Label " * 800)
    title = _titles(_deck(_with(finding)))[2]
    short = replace(finding, label=title.split(":")[0])
    assert title == finding_sentence(short, 21)


def test_a_picture_has_its_alt_text() -> None:
    deck = _deck(None, a_shown(alt='19 "agree"'))
    (picture,) = [one for one in deck.slides[1].shapes if one.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == '19 "agree"'


@pytest.mark.parametrize("pixels", [(3000, 100), (100, 3000), (720, 500), (4, 4)])
def test_a_picture_stays_on_its_slide(pixels: tuple[int, int]) -> None:
    deck = _deck(None, replace(a_shown(), png=a_png(*pixels)))
    (picture,) = [one for one in deck.slides[1].shapes if one.shape_type == 13]
    assert picture.left + picture.width <= deck.slide_width
    assert picture.top + picture.height <= deck.slide_height - Inches(0.5)
    assert picture.width / picture.height == pytest.approx(pixels[0] / pixels[1], rel=0.01)


def test_the_slides_are_wide() -> None:
    deck = _deck()
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_nothing_lies_outside_the_slides() -> None:
    deck = _deck(None, a_shown(), a_shown(name="coverage"))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height


def test_no_placeholder_stays_empty() -> None:
    for slide in _deck(None, a_shown()).slides:
        assert all(shape.text_frame.text for shape in slide.placeholders)


def test_every_slide_has_a_title() -> None:
    assert all(_titles(_deck(None, a_shown())))


def test_shapes_of_a_slide_have_ids_of_their_own() -> None:
    for slide in _deck(None, a_shown()).slides:
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(set(ids)) == len(ids)


def test_the_properties_name_the_tool_and_no_person() -> None:
    core = _deck(masked(a_named_analysis())).core_properties
    assert (core.author, core.last_modified_by, core.created) == ("sense 0.1.0", "", None)


def test_a_masked_analysis_names_nobody() -> None:
    assert "Jane Smith" not in words_of(findings_pptx(masked(a_named_analysis())))


def test_names_stand_before_the_places_where_they_are_shown() -> None:
    assert "(Jane Smith, L05:1)" in words_of(findings_pptx(a_named_analysis()))


def test_the_same_analysis_gives_the_same_bytes(tmp_path: Path) -> None:
    house = a_slides_house(tmp_path)
    made = [findings_pptx(a_small_analysis(), [a_shown()], house) for _ in range(2)]
    assert made[0] == made[1]


def test_the_charts_workbook_has_no_time_of_making() -> None:
    with ZipFile(BytesIO(findings_pptx(a_small_analysis()))) as deck:
        name = next(one for one in deck.namelist() if one.endswith(".xlsx"))
        with ZipFile(BytesIO(deck.read(name))) as book:
            assert b">1980-01-01T00:00:00Z</dcterms:created>" in book.read("docProps/core.xml")


def test_a_project_without_interviews_has_slides() -> None:
    assert _titles(_deck(an_analysis())) == [
        "No interviews were read, so there is nothing to report.",
        "How this was made",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_no_harm(text: str) -> None:
    shown = replace(a_shown(), title=text, reading=text, alt=text)
    made = findings_pptx(a_hostile_analysis(text), [shown])
    assert parsed_parts(made) > 20
    assert "15 of 21 agree, 3 act on it" in _texts(Presentation(BytesIO(made)))


def test_markup_in_a_quote_is_text() -> None:
    said = _texts(_deck(a_hostile_analysis("<script>alert(1)</script>")))
    assert "<script>alert(1)</script> (<script>alert(1)</script>)" in said


def test_a_text_from_right_to_left_runs_so() -> None:
    slide = _deck(a_hostile_analysis(RTL)).slides[2]
    quote = slide.placeholders[1].text_frame.paragraphs[0]
    assert quote.text.startswith(RTL)
    assert quote._p.pPr.get("rtl") == "1"


def test_a_sentence_about_a_label_from_right_to_left_is_not_turned() -> None:
    slide = _deck(a_hostile_analysis(RTL)).slides[2]
    properties = slide.shapes.title.text_frame.paragraphs[0]._p.pPr
    assert properties is None or properties.get("rtl") is None
