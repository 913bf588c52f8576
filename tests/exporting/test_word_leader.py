"""One leader's own words in Word."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from sensecli.exporting.word import profile_docx
from sensecli.model import Analysis, Status
from tests.builders import a_coding, an_interview
from tests.exporting.houses import a_word_house
from tests.exporting.made import a_named_analysis, an_analysis


def _two_leaders() -> Analysis:
    return an_analysis(
        interviews=[an_interview(id="L01"), an_interview(id="L02")],
        codings=[
            a_coding(interview="L01", segment=1, status=Status.DONE),
            a_coding(interview="L01", segment=2, code="money", prompted=True),
            a_coding(interview="L02", segment=33, code="learning"),
        ],
    )


def test_a_profile_has_the_leaders_own_words() -> None:
    document = Document(BytesIO(profile_docx(_two_leaders(), "L01")))
    texts = " ".join(one.text for one in document.paragraphs)
    assert "“This is what the leader said in sentence 01.” (L01:1) People." in texts
    assert "sentence 33" not in texts


def test_a_profile_quotes_a_passage_once() -> None:
    document = Document(BytesIO(profile_docx(_two_leaders(), "L01")))
    texts = " ".join(one.text for one in document.paragraphs)
    assert texts.count("sentence 01") == 1


def test_a_profiles_properties_name_no_leader() -> None:
    core = Document(BytesIO(profile_docx(a_named_analysis(), "L05"))).core_properties
    assert core.title == "What you told us"


def test_a_leader_who_was_not_interviewed_has_no_profile() -> None:
    with pytest.raises(KeyError):
        profile_docx(_two_leaders(), "L09")


def test_a_profile_can_be_in_the_house_look(tmp_path: Path) -> None:
    made = Document(BytesIO(profile_docx(_two_leaders(), "L01", a_word_house(tmp_path))))
    assert made.sections[-1].header.paragraphs[0].text == "House & Co"
