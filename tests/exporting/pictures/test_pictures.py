import subprocess
import sys
from dataclasses import replace
from importlib import import_module

from sensecli.exporting.pictures import PICTURES, Absent, Picture, files, pictures, shown
from tests.builders import a_coding, an_interview
from tests.exporting.followed import a_comparison, a_records
from tests.exporting.made import an_analysis
from tests.exporting.pictures.drawn import a_drawn_analysis


def test_the_pictures_come_in_the_order_of_a_report() -> None:
    assert (
        [one.name for one in pictures(a_drawn_analysis())]
        == list(PICTURES)
        == [
            "gap",
            "ladder",
            "groups",
            "actors",
            "barriers",
            "consensus",
            "coverage",
            "lenses",
            "quadrants",
            "movement",
        ]
    )


def test_each_picture_has_a_file_of_its_name() -> None:
    assert all(name == import_module(path).NAME for name, path in PICTURES.items())


def test_every_picture_says_what_it_shows_and_how_to_read_it() -> None:
    drawn = replace(a_drawn_analysis(), records=a_records(), comparison=a_comparison())
    for one in pictures(drawn):
        assert isinstance(one, Picture)
        assert one.title
        assert one.reading.endswith(".")
        assert one.alt.endswith(".")


def test_without_any_finding_every_picture_says_why_it_is_absent() -> None:
    for one in pictures(an_analysis(interviews=[an_interview()])):
        assert isinstance(one, Absent)
        assert one.title
        assert one.reason.endswith(".")


def test_without_any_interview_every_picture_is_absent() -> None:
    assert all(isinstance(one, Absent) for one in pictures(an_analysis()))


def test_no_picture_gives_a_bare_percentage_of_leaders() -> None:
    drawn = replace(a_drawn_analysis(), records=a_records(), comparison=a_comparison())
    for one in pictures(drawn):
        if isinstance(one, Picture) and one.name != "coverage":
            assert "%" not in f"{one.title}{one.alt}"


def test_a_document_is_given_each_picture_with_its_words_and_in_both_forms() -> None:
    analysis = a_drawn_analysis(codings=[a_coding(code="money")])

    (given,) = shown(analysis)

    (one,) = (p for p in pictures(analysis) if isinstance(p, Picture))
    assert (given.name, given.title, given.reading, given.alt) == (
        one.name,
        one.title,
        one.reading,
        one.alt,
    )
    assert given.svg.startswith("<svg")
    assert given.png.startswith(b"\x89PNG")


def test_what_cannot_be_drawn_has_no_file() -> None:
    analysis = a_drawn_analysis(codings=[a_coding(code="money")])

    assert [name for name, _ in files(analysis)] == ["coverage.svg", "coverage.png"]


def test_the_names_of_the_pictures_are_known_without_the_drawing_library() -> None:
    asked = "import sys, sensecli.exporting.pictures; print('altair' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"
