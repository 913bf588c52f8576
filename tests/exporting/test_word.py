"""The report in Word."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from sensecli.exporting.figuretables import theme_table
from sensecli.exporting.jsonfile import findings_object
from sensecli.exporting.names import masked
from sensecli.exporting.shown import Shown
from sensecli.exporting.word import findings_docx
from sensecli.model import Analysis, Coverage, Missed, Status
from tests.exporting.houses import a_word_house
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
    a_shown,
    parsed_parts,
    words_of,
)

_COUNTS = ("endorse", "act", "act_own", "gap", "failed", "prompted_only", "silent")


def _read(analysis: Analysis | None = None, *pictures: Shown) -> WordDocument:
    return Document(BytesIO(findings_docx(analysis or a_small_analysis(), pictures)))


def _styled(document: WordDocument, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style and one.style.name == style]


def test_the_answer_stands_first() -> None:
    assert [one.text for one in _read().paragraphs[:3]] == [
        "What leaders agree on, and what they act on",
        "Confidential: working copy",
        'Both leaders agree on "People"; 1 acts on it.',
    ]


def test_the_sections_come_in_the_order_of_the_report() -> None:
    made = an_analysis(
        interviews=a_small_analysis().project.interviews,
        codings=a_small_analysis().codings,
        missed=[Missed("L01", 0, 7, "L01:1", "We want rest.", Status.ASPIRATION)],
    )
    coverage = Coverage((1, 1), 4, 2, 0.05, 2, (), None, "undefined: 2 interviews, and it takes 6")
    pictures = [a_shown(name=name) for name in ("coverage", "ladder", "actors", "gap")]
    assert _styled(_read(replace(made, coverage=coverage), *pictures), "Heading 1") == [
        "Themes",
        "Where leaders agree and do not act",
        "How far it has gone",
        "Who is expected to act",
        "Where else leaders differ",
        "Group by group",
        "What stands in the way",
        "How leaders make sense of it",
        "When new codes stopped turning up",
        "What the codebook missed",
        "Notes on method",
    ]


def test_the_table_of_themes_has_the_findings_figures() -> None:
    analysis = a_small_analysis()
    table = _read(analysis).tables[0]
    expected = [
        [one["label"], *(str(one[key]) for key in _COUNTS)]
        for one in findings_object(analysis)["findings"]
    ]
    assert [[cell.text for cell in row.cells][:8] for row in table.rows[1:]] == expected


def test_the_tables_header_stands_on_each_page() -> None:
    rows = _read().tables[0].rows
    headers = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert headers == [True, *[False] * (len(rows) - 1)]


def test_no_row_breaks_over_two_pages() -> None:
    rows = [row for table in _read().tables for row in table.rows]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_quote_has_its_place_and_its_style() -> None:
    assert "This is what the leader said in sentence 01.\n(L02:1)" in _styled(_read(), "Quote")


def test_a_quote_of_several_lines_stays_one_paragraph() -> None:
    finding = a_finding(quotes=[a_quote(text="First.\n\nSecond.")])
    made = replace(a_small_analysis(), findings=(finding,))
    assert "First.\nSecond.\n(L01:1)" in _styled(_read(made), "Quote")


def test_dissent_is_told_with_a_quote() -> None:
    quotes = [a_quote(text="No.", why="dissent")]
    finding = a_finding(a_figures(endorse=20, oppose=1), quotes=quotes)
    texts = [p.text for p in _read(replace(a_small_analysis(), findings=(finding,))).paragraphs]
    assert texts[texts.index("1 of 21 opposes.") + 1] == "No.\n(L01:1)"


def test_a_picture_has_its_alt_text_and_its_caption() -> None:
    document = _read(None, a_shown(alt='19 of 21 "agree" & 2 act'))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == '19 of 21 "agree" & 2 act'
    assert "The picture of gap. Each row is a theme." in _styled(document, "Caption")


def test_every_picture_is_shown_once() -> None:
    names = ("gap", "ladder", "groups", "actors", "barriers", "consensus", "coverage", "lenses")
    pictures = [a_shown(name=name, alt=name) for name in (*names, "another")]
    shapes = _read(None, *pictures).inline_shapes
    assert {shape._inline.docPr.get("descr") for shape in shapes} == {*names, "another"}
    assert len(shapes) == 9


def test_a_picture_that_was_not_drawn_is_left_out() -> None:
    assert not _read(None, replace(a_shown(), png=b"")).inline_shapes


def test_no_figure_is_a_bare_percentage() -> None:
    texts = [one.text for one in _read().paragraphs]
    # What an interval covers is no figure of the findings.
    assert not [text for text in texts if "%" in text.replace("the 95 % Wilson interval", "")]


def test_the_properties_name_the_tool_and_no_person() -> None:
    core = _read(masked(a_named_analysis())).core_properties
    assert (core.author, core.title) == (
        "sense 0.1.0",
        "What leaders agree on, and what they act on",
    )
    assert (core.last_modified_by, core.comments, core.created) == ("", "", None)


def test_a_masked_analysis_names_nobody() -> None:
    assert "Jane Smith" not in words_of(findings_docx(masked(a_named_analysis())))


def test_names_stand_before_the_places_where_they_are_shown() -> None:
    assert "(Jane Smith, L05:1)" in words_of(findings_docx(a_named_analysis()))


def test_the_same_analysis_gives_the_same_bytes(tmp_path: Path) -> None:
    house, shown = a_word_house(tmp_path), [a_shown()]
    made = [findings_docx(a_small_analysis(), shown, house) for _ in range(2)]
    assert made[0] == made[1]
    assert findings_docx(a_small_analysis(), shown) == findings_docx(a_small_analysis(), shown)


def test_a_project_without_interviews_has_a_report() -> None:
    texts = [one.text for one in _read(an_analysis()).paragraphs]
    assert "No interviews were read." in texts


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_no_harm(text: str) -> None:
    made = findings_docx(a_hostile_analysis(text), [replace(a_shown(), title=text, alt=text)])
    assert parsed_parts(made) > 5
    assert "15" in [cell.text for cell in Document(BytesIO(made)).tables[0].rows[1].cells]


def test_a_label_of_five_thousand_letters_is_cut() -> None:
    document = _read(a_hostile_analysis("x" * 5000))
    assert max(map(len, _styled(document, "Heading 2"))) <= 160


def test_markup_in_a_quote_is_text() -> None:
    made = _read(a_hostile_analysis("<script>alert(1)</script>"))
    assert "<script>alert(1)</script>\n(<script>alert(1)</script>)" in _styled(made, "Quote")


def test_a_text_from_right_to_left_runs_so() -> None:
    document = _read(a_hostile_analysis(RTL))
    quote = next(one for one in document.paragraphs if one.style and one.style.name == "Quote")
    assert quote._p.get_or_add_pPr().find(qn("w:bidi")) is not None
    assert quote.runs[0].font.rtl


def test_a_text_from_left_to_right_is_not_turned() -> None:
    assert "w:bidi" not in words_of(findings_docx(a_small_analysis())).split("</w:styles>")[-1]


def test_the_table_has_every_column_of_its_values() -> None:
    table = theme_table(a_small_analysis())
    assert table is not None
    assert len(_read().tables[0].columns) == len(table.header)
