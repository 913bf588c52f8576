"""Records and movement in Word, and on slides."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation

from sensecli.exporting.slides import findings_pptx
from sensecli.exporting.word import findings_docx
from sensecli.model import Analysis
from tests.exporting.followed import a_between, a_comparison, a_followed_analysis, a_records, a_said
from tests.exporting.made import a_small_analysis
from tests.exporting.paper import HOSTILE, a_hostile_analysis, a_shown, parsed_parts, words_of


def _headings(analysis: Analysis) -> list[str]:
    document = Document(BytesIO(findings_docx(analysis)))
    styled = [one for one in document.paragraphs if one.style]
    return [one.text for one in styled if one.style and (one.style.name or "").startswith("Head")]


def _text(analysis: Analysis) -> str:
    document = Document(BytesIO(findings_docx(analysis)))
    return "\n".join(one.text for one in document.paragraphs)


def test_without_records_no_heading_tells_of_them() -> None:
    assert not {"Did action follow?", "What moved between the rounds"} & set(
        _headings(a_small_analysis())
    )


def test_records_and_movement_follow_the_themes() -> None:
    found = _headings(a_followed_analysis())
    assert found.index("Did action follow?") < found.index("What moved between the rounds")
    assert found.index("What moved between the rounds") < found.index("Group by group")
    assert "Kept: 1 of 2" in found


def test_the_last_word_is_said() -> None:
    assert "Agreed by 19 of 21 leaders, and in nobody's plan: People." in _text(
        a_followed_analysis()
    )


def test_both_sides_of_a_contradiction_have_their_places() -> None:
    said = _text(a_followed_analysis())
    assert "The study days stopped in the spring.\n(L02:3)" in said
    assert "Train the link nurses\n(actions.xlsx, Plan, row 5: owner Head of Therapies" in said


def test_the_tables_hold_the_cross_check_and_the_actions() -> None:
    document = Document(BytesIO(findings_docx(a_followed_analysis())))
    rows = [tuple(cell.text for cell in row.cells) for t in document.tables for row in t.rows]
    assert ("People", "19", "2", "0", "0", "0", "0", "0", "1") in rows
    assert any(row[0] == "P-3: Repaint the car park" for row in rows)


def test_each_picture_stands_in_its_section_once() -> None:
    pictures = [a_shown(name="quadrants"), a_shown(name="movement")]
    found = words_of(findings_docx(a_followed_analysis(), pictures))
    assert found.count("The picture of quadrants.") == 1
    assert found.count("The picture of movement.") == 1


def test_the_pictures_have_a_slide_each() -> None:
    pictures = [a_shown(name="quadrants"), a_shown(name="movement")]
    deck = Presentation(BytesIO(findings_pptx(a_followed_analysis(), pictures)))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title]
    assert titles.count("The picture of quadrants") == 1
    assert titles.count("The picture of movement") == 1


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_records_make_a_document_that_opens(text: str) -> None:
    made = findings_docx(_hostile(text))
    assert parsed_parts(made) > 5
    assert len(Document(BytesIO(made)).paragraphs) > 20


def _hostile(text: str) -> Analysis:
    records, between = a_records(), a_between()
    action = replace(records.actions[0].action, id=text, text=text, owner=text, place=text)
    quoted = replace(records.contradictions[1], quote=a_said(text), action=action)
    moved = replace(between.themes[0], label=text)
    return replace(
        a_hostile_analysis(text),
        records=replace(
            records,
            register=text,
            actions=(replace(records.actions[0], action=action),),
            minutes=(replace(records.minutes[0], text=text, place=text),),
            checks=tuple(replace(one, label=text) for one in records.checks),
            contradictions=(quoted,),
        ),
        comparison=a_comparison(replace(between, before=text, after=text, themes=(moved,))),
    )
