"""Interviews and codes by the names that other programs know them by."""

from dataclasses import replace

import pytest

from sensecli.model import Code, Kind
from sensecli.review.initials import initials_of, is_person
from sensecli.review.matching import Codes, Documents
from tests.builders import a_code, an_interview

HERE = (
    replace(an_interview(id="L01", leader="A"), source="01-jane-moss.docx"),
    replace(an_interview(id="L02", leader="B"), source="L01.md"),
    replace(an_interview(id="L03", leader="B"), source="cafe\u0301.txt"),
)
LEAVES = (
    a_code(id="put-people-first", label="People come first"),
    a_code(id="money"),
    Code(id="a", label="Twice", kind=Kind.THEME, proposition=""),
    Code(id="b", label="Twice", kind=Kind.LENS, proposition=""),
)


@pytest.mark.parametrize(
    ("document", "id_"),
    [
        ("L01", "L01"),
        ("l01", "L01"),
        ("01-Jane-Moss.docx", "L01"),
        ("01-jane-moss", "L01"),
        ("C:\\notes\\01-jane-moss.txt", "L01"),
        ("L01.md", "L02"),
        ("café.docx", "L03"),
        ("A", "L01"),
        ("B", None),
        ("L0", None),
    ],
)
def test_a_document_is_an_interview_by_id_file_or_leader(document: str, id_: str | None) -> None:
    assert Documents(HERE).named(document) == id_


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("money", "money"),
        ("MONEY ", "money"),
        ("put people first", "put-people-first"),
        ("People  come FIRST", "put-people-first"),
        ("Wants/People come first", "put-people-first"),
        ("Wants > Money", "money"),
        ("Wants::Money", "money"),
        ("Twice", None),
        ("cash", None),
    ],
)
def test_a_code_is_meant_by_id_label_or_end_of_its_path(name: str, id_: str | None) -> None:
    assert Codes(LEAVES, {}).named((name,)) == id_


def test_what_was_settled_goes_before_what_is_alike() -> None:
    codes = Codes(LEAVES, {"Money": "a", "Cash ": "", "x.money": "b"})
    assert [codes.named(names) for names in (("money",), ("cash",), ("x.money", "money"))] == [
        "a",
        "",
        "b",
    ]


def test_the_code_called_most_alike_is_named() -> None:
    assert Codes(LEAVES, {}).near("Wants/Moneys") == "money"
    assert Codes(LEAVES, {}).near("zzz") == ""


def test_coders_go_by_initials_that_nobody_shares() -> None:
    names = ("AB", "Jane Smith", "Jo Sánchez", "default", "Ångström Öst-Berg", "", "雪", "encoder")
    assert initials_of(names) == {
        "AB": "AB",
        "Jane Smith": "JS",
        "Jo Sánchez": "JS2",
        "default": "default",
        "Ångström Öst-Berg": "AOB",
        "encoder": "E",
    }


@pytest.mark.parametrize("initials", ["", "rules", "Encoder", "a b", "x" * 13, "é"])
def test_not_everything_may_be_initials(initials: str) -> None:
    assert not is_person(initials)
