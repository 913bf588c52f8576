"""Redacted copies of a folder. All names here are invented."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from sensecli.model import Analysis
from sensecli.pipeline import Coder, analyse, load_project
from sensecli.redacting import MISSES, Redacted, Wanted, redact

_RULES = Coder(encoder=False)
_HEAD = """\
---
id: L01
name: Dr Jane Penhale
role: Chair of Penhale House
organisation: Penhale Trust
group: trust
date: 2022-09-12
interviewer: Ros Kettering
mood: sunny
---
"""


def _written(folder: Path, text: str, *, head: str = _HEAD) -> Path:
    (folder / "01-jane.md").write_text(f"{head}\n{text}", "utf-8")
    return folder


def _redacted(
    folder: Path, text: str, *, roles: bool = True, also_suspected: bool = False
) -> Redacted:
    return redact(_written(folder, text), Wanted(roles=roles, also_suspected=also_suspected))


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def _codings(folder: Path) -> Counter[tuple[str, ...]]:
    found = analyse(folder, coder=_RULES)
    assert isinstance(found, Analysis)
    leaders = {one.id: one.leader for one in found.project.interviews}
    return Counter(
        (leaders[c.interview], c.code, str(c.stance), str(c.status), str(c.holder), str(c.actor))
        for c in found.codings
    )


def test_a_copy_analysed_gives_the_same_codings(sample_folder: Path, tmp_path: Path) -> None:
    for name, content in redact(sample_folder, Wanted()).files.items():
        (tmp_path / name).write_bytes(content)
    codings = _codings(sample_folder)
    assert codings
    assert _codings(tmp_path) == codings


def test_a_copy_has_no_name_in_its_text(tmp_path: Path) -> None:
    copy = _redacted(tmp_path, "Dr Penhale's staff met Ros.\n").files["L01.md"].decode()
    assert copy.endswith("\n[L01]'s staff met [name].\n")
    assert "penhale" not in copy.casefold()


def test_a_copy_keeps_what_findings_are_counted_by(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    made = _redacted(tmp_path, "We talk.\n")
    (tmp_path / "out" / "L01.md").write_bytes(made.files["L01.md"])
    (read,) = load_project(tmp_path / "out").interviews
    assert (read.id, read.leader, read.group, read.date) == ("L01", "L01", "trust", "2022-09-12")
    assert (read.role, read.organisation) == ("Chair of [L01] House", "[L01] Trust")
    assert (read.name, read.interviewer, read.attributes) == ("", "", ())


def test_roles_and_organisations_can_be_left_out(tmp_path: Path) -> None:
    files = _redacted(tmp_path, "We talk.\n", roles=False).files
    held = b"".join(files.values())
    assert (b"role" in held, b"organisation" in held, b"Trust" in held) == (False, False, False)


def test_two_interviews_of_one_leader_stay_one_leaders(tmp_path: Path) -> None:
    for number in (1, 2):
        head = f"---\nid: L0{number}\nleader: P1\nround: {number}\n---\n"
        (tmp_path / f"{number}.md").write_text(f"{head}We talk {number}.\n", "utf-8")
    assert b"leader: P1" in redact(tmp_path, Wanted()).files["L02.md"]


def test_the_log_tells_line_and_stand_in_and_never_a_name(tmp_path: Path) -> None:
    files = _redacted(tmp_path, "We met.\nJane and Jane met Ros Kettering.\n").files
    lines = files["L01.md"].decode().splitlines()
    rows = _rows(files["replaced.csv"])
    assert [(one["stands"], one["count"]) for one in rows] == [("[L01]", "2"), ("[name]", "1")]
    assert all(one["stands"] in lines[int(one["line"]) - 1] for one in rows)


def test_the_key_says_what_each_stand_in_stands_for(tmp_path: Path) -> None:
    rows = _rows(_redacted(tmp_path, "Jane met Ros.\n").key)
    assert [(one["id"], one["name"]) for one in rows] == [
        ("L01", "Dr Jane Penhale"),
        ("L01", "Jane"),
        ("name", "Ros"),
    ]


def test_suspects_are_told_with_their_words_around(tmp_path: Path) -> None:
    made = _redacted(tmp_path, "We met.\nOld Mr Tarrant of the forge rang 01632 960123 twice.\n")
    rows = {one["kind"]: one for one in _rows(made.suspected)}
    line = made.files["L01.md"].decode().splitlines()[int(rows["phone"]["line"]) - 1]
    assert rows["phone"]["suspected"] in line
    assert rows["title"]["context"] == "We met. Old Mr Tarrant of the forge rang 01632"


def test_a_suspect_stays_unless_it_was_asked_for(tmp_path: Path) -> None:
    copy = _redacted(tmp_path, "Mr Tarrant rang.\n").files["L01.md"]
    assert b"Mr Tarrant rang." in copy


def test_a_suspected_person_can_be_replaced_too(tmp_path: Path) -> None:
    made = _redacted(tmp_path, "Mr Tarrant met Jane, 01632 960123.\n", also_suspected=True)
    assert b"Mr [name] met [L01], 01632 960123." in made.files["L01.md"]
    assert [one["kind"] for one in _rows(made.suspected)] == ["phone"]
    assert [one["stands"] for one in _rows(made.files["replaced.csv"])] == ["[L01]", "[name]"]


def test_known_initials_by_themselves_are_suspected(tmp_path: Path) -> None:
    rows = _rows(_redacted(tmp_path, "- JP says yes\n").suspected)
    assert ("JP", "initials") in {(one["suspected"], one["kind"]) for one in rows}


def test_notices_count_suspects_and_say_what_is_missed(tmp_path: Path) -> None:
    told = " ".join(map(str, _redacted(tmp_path, "Mr Tarrant met Jane.\n").notices))
    assert "Tarrant" not in told
    assert "suspected: 1 place" in told
    assert "mood" in told
    assert MISSES in told


def test_the_codebook_goes_with_the_copies_as_it_is(tmp_path: Path) -> None:
    book = b"id: tiny\nlabel: Tiny\ncodes:\n  - {id: people, label: People, cues: [people]}\n"
    (tmp_path / "codebook.yaml").write_bytes(book)
    assert _redacted(tmp_path, "People talk.\n").files["codebook.yaml"] == book


def test_a_codebook_that_holds_a_name_is_written_without(tmp_path: Path) -> None:
    book = "id: tiny\nlabel: Tiny\ncodes:\n  - id: people\n    label: Jane's people\n"
    (tmp_path / "codebook.yaml").write_text(f"{book}    cues: [people]\n", "utf-8")
    files = _redacted(tmp_path, "People talk.\n").files
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "codebook.yaml").write_bytes(files["codebook.yaml"])
    (tmp_path / "out" / "L01.md").write_bytes(files["L01.md"])
    copied = load_project(tmp_path / "out").codebook
    assert copied is not None
    assert (copied["people"].label, str(copied["people"].cues[0])) == ("[L01]'s people", "people")


@pytest.mark.parametrize("id_", ["readme", "CON", "decisions-1", "gold"])
def test_a_copy_is_never_called_what_is_not_read(tmp_path: Path, id_: str) -> None:
    made = redact(_written(tmp_path, "We talk.\n", head=f"---\nid: {id_}\n---\n"), Wanted())
    assert f"interview-{id_}.md" in made.files


def test_a_folder_without_interviews_gives_no_files(tmp_path: Path) -> None:
    made = redact(tmp_path, Wanted())
    assert (made.files, made.key, len(made.problems)) == ({}, b"", 1)
