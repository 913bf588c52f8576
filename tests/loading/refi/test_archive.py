"""Files that are broken, or made to harm."""

import zipfile
from pathlib import Path

import pytest

from sensecli.loading.refi import archive as reading
from sensecli.loading.refi import read_qdc, read_qdpx
from tests.loading.refi.foreign import TEXT, a_code, a_project, a_qdpx, a_selection, a_source

LAUGHS = (
    '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def said(path: Path) -> str:
    """The one problem of a project in which nothing can be read."""
    found = read_qdpx(path)
    assert (found.codebook, found.sources, found.codings) == (None, (), ())
    (problem,) = found.problems
    assert problem.path == path.name
    assert problem.hint
    return problem.message


@pytest.mark.parametrize("trap", [LAUGHS, OUTSIDE])
def test_entities_are_refused(tmp_path: Path, trap: str) -> None:
    path = a_qdpx(tmp_path, trap + a_project(a_source()))
    assert said(path) == "holds a document type, which REFI-QDA never does"


@pytest.mark.parametrize("trap", [LAUGHS, OUTSIDE])
def test_entities_are_refused_in_a_codebook_too(tmp_path: Path, trap: str) -> None:
    path = tmp_path / "a.qdc"
    path.write_text(f"{trap}<CodeBook/>", encoding="utf-8")
    assert "document type" in read_qdc(path).problems[0].message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<Project", "is not valid XML"),
        (b"", "is not valid XML"),
        (b"\x00\xff", "is not valid XML"),
        (b"<Other/>", "is not a REFI-QDA project"),
        (b'<?xml version="1.0" encoding="nonsense"?><Project/>', "is in an encoding"),
    ],
)
def test_a_broken_project_is_a_problem(tmp_path: Path, content: bytes, message: str) -> None:
    assert said(a_qdpx(tmp_path, content)).startswith(message)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_archive_is_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(content)
    assert said(path) == "is broken: not a whole REFI-QDA project"


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert said(tmp_path / "none.qdpx") == "there is no such file"


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    assert "cannot be read" in said(tmp_path)


def test_an_archive_cut_short_is_a_problem(tmp_path: Path) -> None:
    path = a_qdpx(tmp_path, a_project(a_source()), b"text" * 1000)
    path.write_bytes(path.read_bytes()[:-40])
    assert said(path) == "is broken: not a whole REFI-QDA project"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = a_qdpx(tmp_path, b" " * 30_000_000)
    assert said(path).startswith('"project.qde" in it is not read: unpacked it would be')


def test_a_text_that_is_a_bomb_costs_only_itself(tmp_path: Path) -> None:
    inline = a_source(a_selection(0, 2), content="Hi.")
    path = a_qdpx(tmp_path, a_project(inline, a_source(name="L02")), b" " * 30_000_000)
    found = read_qdpx(path)
    assert [one.id for one in found.sources] == ["L01"]
    assert len(found.problems) == 2


def test_no_more_is_read_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 100)
    assert "is not read" in said(a_qdpx(tmp_path, a_project(a_source())))


def test_two_projects_in_one_file_are_a_problem(tmp_path: Path) -> None:
    path = a_qdpx(tmp_path, a_project(), inner="a.qde")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("b.qde", a_project())
    assert said(path) == "holds several projects (.qde)"


def test_a_part_that_points_out_of_the_archive_is_only_a_name(tmp_path: Path) -> None:
    project = a_project(a_source(a_selection(0, 6)))
    path = a_qdpx(tmp_path, project, b"People", sources="../../../etc")
    assert read_qdpx(path).codings[0].text == "People"
    assert [one.name for one in tmp_path.iterdir()] == ["study.qdpx"]


def test_codes_nested_beyond_reason_are_left_out(tmp_path: Path) -> None:
    deep = "".join(f'<Code guid="{TEXT}" name="c{n}">' for n in range(50_000))
    path = a_qdpx(tmp_path, a_project(codes=deep + "</Code>" * 50_000))
    found = read_qdpx(path)
    assert "nested too deeply" in found.problems[0].message


def test_a_project_without_anything_is_no_crash(tmp_path: Path) -> None:
    path = a_qdpx(tmp_path, a_project(codes=a_code()))
    assert read_qdpx(path).problems == ()
