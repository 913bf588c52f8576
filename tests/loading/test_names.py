"""The names that outputs leave out. All names here are invented."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sensecli.exporting.spelling import is_initials
from sensecli.loading.folder import Loaded
from sensecli.loading.names import known_names
from sensecli.loading.variants import name_variants, people
from sensecli.model import Interview

Write = Callable[..., Path]
Load = Callable[[], Loaded]


def _interview(id_: str, name: str = "", interviewer: str = "") -> Interview:
    return Interview(id=id_, leader=id_, text="", name=name, interviewer=interviewer)


def _names(*interviews: Interview) -> dict[str, str]:
    return dict(known_names(interviews, None)[0])


def test_a_leaders_name_is_known_whole_without_title_and_in_parts() -> None:
    assert set(_names(_interview("L05", "Dr Jane Smith"))) == {
        "Dr Jane Smith",
        "Jane Smith",
        "jane smith",
        "Smith, Jane",
        "Smith",
        "Smiths",
        "Jane",
        "Janes",
        "J. Smith",
        "Smith, J.",
        "Jane S.",
        "J.S.",
    }


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Jane Mary Smith", {"J.M.S.", "J.S."}),
        ("Bethan Lloyd-Rees", {"B.L.R.", "B.L."}),
        ("Piet van der Berg", {"P.B."}),
        ("JS", {"J.S."}),
        ("Ivor Thomas", set()),
        ("Andrew Iles", set()),
        ("Jane", set()),
    ],
)
def test_initials_are_a_way_of_a_name_unless_they_are_an_abbreviation(
    name: str, initials: set[str]
) -> None:
    assert {way for way in name_variants(name) if is_initials(way)} == initials


@pytest.mark.parametrize(("name", "way"), [("Ann Hill", "Hills"), ("Jo Wells", "Wellss")])
def test_a_name_with_an_s_that_is_another_word_is_no_way(name: str, way: str) -> None:
    assert way not in name_variants(name)


def test_two_plain_words_in_small_letters_are_no_name() -> None:
    assert (
        "will grace" in name_variants("Will Grace"),
        "will carr" in name_variants("Will Carr"),
    ) == (
        False,
        True,
    )


def test_a_surname_with_particles_may_open_a_sentence_or_lose_them() -> None:
    assert {"Van der Berg", "Berg"} <= set(name_variants("Piet van der Berg"))


def test_a_leaders_names_stand_for_the_leader() -> None:
    assert set(_names(_interview("L05", "Jane Smith")).values()) == {"[L05]"}


def test_longer_names_come_first() -> None:
    lengths = [len(name) for name in _names(_interview("L05", "Dr Jane Smith"))]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ana Silva-Jones", "Silva-Jones"),
        ("Piet van der Berg", "van der Berg"),
        ("Professor Dame Ann O'Hara, DBE", "O'Hara"),
    ],
)
def test_a_surname_of_several_parts_stays_whole(name: str, surname: str) -> None:
    assert surname in name_variants(name)


def test_the_halves_of_a_double_surname_are_names_too() -> None:
    assert {"Silva", "Jones", "Ana Jones"} <= set(name_variants("Ana Silva-Jones"))


def test_a_half_that_is_an_ordinary_word_counts_only_with_the_first_name() -> None:
    ways = set(name_variants("Anna Grant-Ogden"))
    assert ({"Ogden", "Anna Grant"} <= ways, "Grant" in ways) == (True, False)


def test_a_short_half_is_no_name() -> None:
    assert "Roe" not in name_variants("Anna Roe-Ogden")


def test_a_double_surname_without_a_hyphen_has_halves_too() -> None:
    assert "Tarrant" in name_variants("Anna Tarrant Ogden")


def test_a_surname_alone_has_halves_too() -> None:
    assert {"Lloyd-Ogden", "Lloyd", "Ogden"} <= set(name_variants("Dr Lloyd-Ogden"))


def test_the_ways_of_a_name_come_longest_first() -> None:
    lengths = [len(way) for way in name_variants("Ms Anna Grant-Ogden")]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("label", ["Interviewer", "Speaker 2", "Chief Nurse", " "])
def test_words_for_a_role_alone_are_no_name(label: str) -> None:
    assert name_variants(label) == ()


def test_a_surname_written_first_is_read_as_one() -> None:
    assert "Jane Smith" in name_variants("Smith, Jane (she/her)")


def test_a_team_is_no_surname() -> None:
    assert set(name_variants("the sense team")) == {"the sense team", "sense team"}


def test_an_interviewer_without_a_name_hides_no_plain_word() -> None:
    assert "Interviewer" not in _names(_interview("L05", interviewer="Interviewer One"))


def test_a_first_name_of_leader_and_interviewer_stands_for_neither() -> None:
    assert _names(_interview("L05", "Jane Smith", "Jane Carr"))["Jane"] == "[name]"


@pytest.mark.parametrize("name", ["Will Carr", "Grace Carr", "Hope Carr", "Bill Carr"])
def test_a_first_name_that_is_a_word_counts_only_with_the_surname(name: str) -> None:
    ways = set(name_variants(name))
    assert ({name, "Carr"} <= ways, name.removesuffix(" Carr") in ways) == (True, False)


def test_an_initial_is_no_name() -> None:
    assert "J." not in name_variants("J. Carr")


def test_a_name_that_two_leaders_share_stands_for_neither() -> None:
    names = _names(_interview("L05", "Jane Smith"), _interview("L06", "Jane Carr"))
    assert (names["Jane"], names["Smith"]) == ("[name]", "[L05]")


def test_interviewers_are_known_as_names() -> None:
    names = _names(_interview("L05", interviewer="Ann Bell and Tom Reed"))
    assert names["Ann Bell"] == names["Reed"] == "[name]"


def test_initials_of_an_interviewer_are_no_name() -> None:
    assert people("JC & Ann Bell") == ("Ann Bell",)


def test_without_names_nothing_is_known() -> None:
    assert _names(_interview("L05")) == {}


def test_names_csv_adds_names_and_what_stands_for_them(write: Write, load: Load) -> None:
    write("a.txt")
    write("names.csv", "Name,Replacement\nRiverside Trust,[a trust]\nJo,\n")
    assert load().names == (("Riverside Trust", "[a trust]"), ("Jo", "[name]"))


def test_a_person_in_names_csv_is_known_in_all_ways(write: Write, load: Load) -> None:
    write("a.txt")
    write("names.csv", "name,replacement\nMargaret Penhale,[L01]\n")
    names = dict(load().names)
    assert {names["Penhale"], names["Margaret"], names["M. Penhale"]} == {"[L01]"}


@pytest.mark.parametrize("body", ["Riverside Trust", "Penhale Street Surgery", "Thornby ward"])
def test_a_body_in_names_csv_is_known_whole_only(write: Write, load: Load, body: str) -> None:
    write("a.txt")
    write("names.csv", f"name,replacement\n{body},\n")
    assert load().names == ((body, "[name]"),)


def test_people_among_other_attributes_are_known() -> None:
    interview = replace(
        _interview("L05"), attributes=(("Note-taker", "Tess Munt"), ("present", "two nurses"))
    )
    names = _names(interview)
    assert (names["Munt"], "two nurses" in names) == ("[name]", False)


def test_names_csv_without_a_name_column_is_a_problem(write: Write, load: Load) -> None:
    write("a.txt")
    write("names.csv", "Jo Carr\nAnn Bell\n")
    assert (load().problems[0].path, load().problems[0].line) == ("names.csv", 1)


def test_an_unreadable_names_csv_is_a_problem(write: Write, load: Load) -> None:
    write("a.txt")
    write("names.csv", b"\0\0")
    assert "binary" in load().problems[0].message
