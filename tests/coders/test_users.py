"""REFI-QDA projects as coders: users, codes, interviews, and selections laid over segments."""

from dataclasses import replace
from pathlib import Path

import pytest

from sensecli.coders.over import Coders, Over
from sensecli.coders.users import users
from sensecli.exporting.names import masked
from sensecli.exporting.refi import project_qdpx
from sensecli.model import Coding, Project
from tests.builders import a_coding, an_interview
from tests.coders.made import NOWHERE, at, laid, over, seen
from tests.exporting.made import an_analysis
from tests.loading.refi.foreign import (
    CODE,
    GUID,
    USER,
    a_code,
    a_project,
    a_qdpx,
    a_selection,
    a_source,
)
from tests.review.made import TALK, TEXT, lines_of

BEN = GUID.format(9)
_LINES = lines_of(an_interview(text=TEXT))


def selected(first: int, last: int = 0, *, user: str = USER, code: str = CODE) -> str:
    """A selection from the beginning of one line to the end of another, by that user."""
    start, end = _LINES[first - 1].start, _LINES[(last or first) - 1].end
    return a_selection(start, end, TEXT[start:end], codes=(code,)).replace(USER, user)


def a_file(
    folder: Path, *selections: str, name: str = "L01", code: str = "People", text: str = TEXT
) -> Path:
    project = a_project(a_source(*selections, content=text, name=name), codes=a_code(code))
    two = f'<User guid="{BEN}" name="Ben"/></Users>'
    return a_qdpx(folder, project.replace("</Users>", two))


def read(path: Path, where: Over | None = None) -> Coders:
    return users(path, where or over())


def test_who_did_not_code_is_no_coder(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, selected(1)))
    (one,) = laid(found.sheets, over())
    assert (one.coder, at(one), found.problems) == ("Ann", [(1, "people")], ())


def test_a_user_without_a_name_has_the_files(tmp_path: Path) -> None:
    (one,) = read(a_file(tmp_path, selected(1, user=GUID.format(8)))).sheets
    assert one.coder == "study"


def test_each_user_who_coded_is_a_coder(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, selected(1), selected(3, user=BEN)))
    ann, ben = laid(found.sheets, over())
    assert [(one.coder, at(one)) for one in (ann, ben)] == [
        ("Ann", [(1, "people")]),
        ("Ben", [(3, "people")]),
    ]


def test_an_interview_with_a_coding_was_read_whole(tmp_path: Path) -> None:
    (one,) = laid(read(a_file(tmp_path, selected(1))).sheets, over())
    assert seen(one) == [1, 2, 3, 4, 5]


def test_a_selection_over_several_segments_codes_each_that_it_covers(tmp_path: Path) -> None:
    (one,) = laid(read(a_file(tmp_path, selected(1, 3))).sheets, over())
    assert at(one) == [(1, "people"), (2, "people"), (3, "people")]


def test_words_within_a_segment_code_that_segment(tmp_path: Path) -> None:
    start = TEXT.index("learning")
    inside = a_selection(start, start + 8, "learning")
    (one,) = laid(read(a_file(tmp_path, inside)).sheets, over())
    assert (at(one), one.unaligned) == ([(3, "people")], 0)


def test_overlapping_selections_of_one_code_are_one_coding(tmp_path: Path) -> None:
    (one,) = laid(read(a_file(tmp_path, selected(1), selected(1, 2))).sheets, over())
    assert at(one) == [(1, "people"), (2, "people")]


@pytest.mark.parametrize("name", ["L01", "l01", "L01-moss.md", "L01-Moss", "L01-moss.docx"])
def test_a_text_is_the_interview_of_its_id_or_file(tmp_path: Path, name: str) -> None:
    (one,) = laid(read(a_file(tmp_path, selected(1), name=name)).sheets, over())
    assert at(one) == [(1, "people")]


def test_a_text_that_is_no_interview_is_a_problem_with_its_codings(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, selected(1), selected(2), name="L02"))
    (wrong,) = found.problems
    assert found.sheets == ()
    assert 'no interview "L02" in the folder: 2 codings are left out' in wrong.message


def test_a_code_is_known_by_its_label(tmp_path: Path) -> None:
    where = over()
    book = where.project.codebook
    assert book is not None
    renamed = book.model_copy(
        update={"codes": (book.codes[0].model_copy(update={"label": "Our folk"}), *book.codes[1:])}
    )
    where = replace(where, project=replace(where.project, codebook=renamed))
    found = read(a_file(tmp_path, selected(1), code="OUR FOLK"), where)
    assert at(laid(found.sheets, where)[0]) == [(1, "people")]


def test_an_unknown_code_is_one_problem_with_the_nearest(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, selected(1), selected(2), code="Peoples"))
    (wrong,) = found.problems
    assert 'no code "peoples" in the codebook: 2 codings are left out' in wrong.message
    assert 'did you mean "people"' in wrong.hint


def test_without_a_folder_every_name_will_do(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, selected(1), name="X9", code="Coffee"), NOWHERE)
    (sheet,) = found.sheets
    assert [(row.interview, row.text, row.code) for row in sheet.rows] == [
        ("X9", TALK[0], "coffee")
    ]


def test_who_tells_no_stance_is_said_to_and_marked(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, selected(1)))
    assert found.sheets[0].codes_only
    assert "tells no stance and status" in str(found.notices[0])


def ours(*codings: Coding, names: tuple[tuple[str, str], ...] = (), text: str = TEXT) -> bytes:
    """Our own file of one interview."""
    interview = an_interview(text=text)
    analysis = an_analysis(
        interviews=[interview], codings=codings, codebook=over().project.codebook, names=names
    )
    return project_qdpx(masked(analysis) if names else analysis)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "ours.qdpx"
    path.write_bytes(content)
    return path


def by(*coders: str) -> tuple[Coding, ...]:
    """A coding by each, on lines 1, 3 and 5."""
    lines = (_LINES[0], _LINES[2], _LINES[4])
    return tuple(
        replace(a_coding(segment=line.number, text=line.text, start=line.start), coder=coder)
        for line, coder in zip(lines, coders, strict=False)
    )


def test_the_programs_two_parts_are_one_coder(tmp_path: Path) -> None:
    (one,) = laid(read(written(tmp_path, ours(*by("rules", "encoder")))).sheets, over())
    assert (one.coder, at(one)) == ("machine", [(1, "people"), (3, "people")])


def test_the_program_is_left_out_beside_people_who_overruled_it(tmp_path: Path) -> None:
    found = read(written(tmp_path, ours(*by("rules", "encoder", "CD"))))
    (one,) = laid(found.sheets, over())
    assert (one.coder, at(one)) == ("CD", [(5, "people")])
    assert "Compare people with it by the word machine" in str(found.notices[0])


def test_our_own_file_keeps_stance_and_status(tmp_path: Path) -> None:
    coding = a_coding(stance="oppose", status="done", text=TALK[0], start=0)
    (sheet,) = read(written(tmp_path, ours(coding))).sheets
    assert not sheet.codes_only
    assert [(row.stance, row.status) for row in sheet.rows] == [("oppose", "done")]


def test_a_file_without_names_is_laid_over_the_text_with_them(tmp_path: Path) -> None:
    text = TEXT.replace("The people", "Jane Mossington's people").replace("this year", "at Moss")
    interview = an_interview(text=text)
    lines = lines_of(interview)
    names = (("Jane Mossington", "[L01]"), ("Moss", "[name]"))
    codings = [
        a_coding(segment=n, text=lines[n - 1].text, start=lines[n - 1].start) for n in (1, 3, 5)
    ]
    path = written(tmp_path, ours(*codings, names=names, text=text))
    where = over(interview)
    project: Project = replace(where.project, names=names)
    (one,) = laid(read(path, replace(where, project=project)).sheets, where)
    assert (at(one), one.unaligned) == ([(1, "people"), (3, "people"), (5, "people")], 0)
