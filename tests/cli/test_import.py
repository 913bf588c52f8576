"""`sense import`: codings made elsewhere, taken in."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sensecli.model import Decision, Verdict
from sensecli.review.file import read_decisions
from tests.cli.conftest import Sense
from tests.loading.refi.foreign import a_code, a_project, a_qdpx, a_selection, a_source

TALK = """---
id: L01
name: Jane Moss
---
Jane Moss \U0001f600 spoke first, in the cafe\u0301.

- We have to put “people” first, all of us.
- We want every ward to learn from its mistakes.

Yes.

Money is short this year, and nobody does a thing.

Yes.
"""
TAGUETTE = """id,document,tag,content
1,01-jane-moss.md,capacity,"We have to put ""people"" first, all of us.
We want every ward to learn from its mistakes."
2,01-jane-moss,Cash,"Money is short this year, and nobody does a thing."
"""
BOOK = """id: tiny
label: Tiny
codes:
  - id: capacity
    label: Capacity
    proposition: There is enough money.
    cues: [money]
  - id: wellbeing
    label: Well-being
    proposition: People come first.
    cues: [people, learn]
"""
RULES = ("--coder", "rules")
BARE = ("--no-complete",)
AB = ("--coder-initials", "AB")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """One interview, with CRLF line ends and a byte order mark."""
    folder = tmp_path / "interviews"
    folder.mkdir()
    raw = b"\xef\xbb\xbf" + TALK.replace("\n", "\r\n").encode()
    (folder / "01-jane-moss.md").write_bytes(raw)
    (folder / "codebook.yaml").write_text(BOOK, "utf-8")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Highlights of Taguette, as Windows writes them."""
    path = tmp_path / "t.csv"
    path.write_bytes(b"\xef\xbb\xbf" + TAGUETTE.replace("\n", "\r\n").encode())
    return path


def decided(study: Path) -> Sequence[Decision]:
    """All that is kept in the folder."""
    read = read_decisions(study)
    assert read.problems == ()
    return read.decisions


def quotes(study: Path) -> list[str]:
    """The passages that were coded."""
    return [one.anchor.quote for one in decided(study)]


def test_what_can_be_used_is_taken_in_and_the_rest_is_told(
    sense: Sense, study: Path, file: Path
) -> None:
    ran = sense("import", study, file, *AB, *BARE)
    assert ran.exit_code == 1
    assert ran.stdout == (
        "t.csv (Taguette): 2 codings and passages.\n"
        "AB: 2 codings added, of 1 code in 1 interview.\n"
        "Not added: 1 of unknown codes or interviews.\n"
        "Written: decisions-ab.jsonl.\n"
    )
    assert 't.csv: there is no code "Cash" in the codebook: 1 row is left out.' in ran.stderr
    assert quotes(study) == [
        "We have to put “people” first, all of us.",
        "We want every ward to learn from its mistakes.",
    ]


def test_a_table_of_codes_settles_what_is_called_otherwise(
    sense: Sense, study: Path, file: Path, tmp_path: Path
) -> None:
    codes = tmp_path / "codes.csv"
    codes.write_text("theirs,ours\nCash,wellbeing\ncapacity,\n", "utf-8")
    ran = sense("import", study, file, "--codes", codes, *AB, *BARE)
    assert ran.exit_code == 0
    assert [one.values.code for one in decided(study) if one.values] == ["wellbeing"]
    assert "Not added: 1 left out by --codes." in ran.stdout


def test_a_table_of_codes_that_cannot_be_read_keeps_all_out(
    sense: Sense, study: Path, file: Path, tmp_path: Path
) -> None:
    ran = sense("import", study, file, "--codes", tmp_path / "none.csv", *AB, *BARE)
    assert ran.exit_code == 1
    assert ran.stderr.startswith("none.csv: there is no such file.")
    assert decided(study) == ()


def test_a_second_time_nothing_is_new(sense: Sense, study: Path, file: Path) -> None:
    sense("import", study, file, *AB, *BARE)
    before = (study / "decisions-ab.jsonl").read_bytes()
    ran = sense("import", study, file, *AB, *BARE)
    assert "Not added: 2 there already" in ran.stdout
    assert "notice: 2 decisions were there already." in ran.stderr
    assert (study / "decisions-ab.jsonl").read_bytes() == before


def test_a_dry_run_writes_nothing(sense: Sense, study: Path, file: Path) -> None:
    ran = sense("import", study, file, *AB, *BARE, "--dry-run")
    assert "AB: 2 codings would be added, of 1 code in 1 interview." in ran.stdout
    assert "Nothing was written: this was a dry run." in ran.stdout
    assert list(study.glob("decisions*")) == []


def test_what_the_file_does_not_tell_is_the_programs_unless_it_is_not_to_be(
    sense: Sense, study: Path, file: Path, tmp_path: Path
) -> None:
    exported = tmp_path / "all.csv"
    sense("export", study, "--to", "csv", "-o", exported, *RULES)
    (row, *_) = [line for line in exported.read_text("utf-8").splitlines() if ",endorse," in line]
    number, code = row.split(",")[1], row.split(",endorse,")[0].rpartition(",")[2]
    file.write_text(f"interview,segment,text,code\nL01,{number},,{code}\n", "utf-8")
    for option, stance in (("--complete", "endorse"), ("--no-complete", "neutral")):
        ran = sense("import", study, file, *AB, *RULES, option)
        assert ran.exit_code == 0
        (one,) = decided(study)
        assert one.values is not None
        assert one.values.stance == stance
        (study / "decisions-ab.jsonl").unlink()
    assert "0 took the rest from the program's coding" in ran.stderr


@pytest.mark.parametrize("form", ["csv", "qdpx"])
@pytest.mark.parametrize("names", [("--names",), ()])
def test_what_was_exported_comes_in_again_whole(
    sense: Sense, study: Path, tmp_path: Path, form: str, names: tuple[str, ...]
) -> None:
    exported, again = tmp_path / f"all.{form}", tmp_path / "again.csv"
    sense("export", study, "--to", form, "-o", exported, *RULES, *names)
    sense("export", study, "--to", "csv", "-o", again, *RULES)
    ran = sense("import", study, exported, *AB, *RULES)
    assert ran.exit_code == 0
    rows = again.read_text("utf-8").splitlines()[1:]
    assert len(rows) > 0
    assert len(decided(study)) == len(rows)
    assert f"AB: {len(rows)} coding" in ran.stdout


def test_a_blind_sheet_that_was_filled_in_tells_what_was_read(
    sense: Sense, study: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    sense("sample", study, "--share", "1", "-o", sheet)
    lines = sheet.read_text("utf-8-sig").splitlines()
    lines[3] = lines[3].replace(",,,,,,,", ",wellbeing,endorse,none,own,leader,false,Good.")
    sheet.write_text("\n".join(lines) + "\n", "utf-8")
    ran = sense("import", study, sheet, *AB, *BARE)
    assert ran.exit_code == 0
    assert (
        "AB: 1 coding added, of 1 code in 1 interview; 6 passages marked as read.\n" in ran.stdout
    )
    found = decided(study)
    assert sum(one.verdict is Verdict.READ for one in found) == 6
    assert [one.memo for one in found if one.values] == ["Good."]


def test_the_coders_of_the_file_keep_their_decisions_apart(
    sense: Sense, study: Path, file: Path
) -> None:
    file.write_text(
        "File,Coder,Coded,Codename,Coded_Memo\n"
        "01-jane-moss.md,Ann Bell,Money is short,capacity,\n"
        "01-jane-moss.md,CD,Money is short,wellbeing,Hm.\n",
        "utf-8",
    )
    ran = sense("import", study, file, *BARE)
    assert ran.exit_code == 0
    assert "Coders go by their initials: Ann Bell is AB." in ran.stderr
    assert sorted(one.name for one in study.glob("decisions*")) == [
        "decisions-ab.jsonl",
        "decisions-cd.jsonl",
    ]


def test_a_project_of_another_program_comes_in(sense: Sense, study: Path, tmp_path: Path) -> None:
    text = TALK.replace("\n", "\r\n")
    quote = "Money is short this year, and nobody does a thing."
    start = text.index(quote)
    source = a_source(a_selection(start, start + len(quote), quote), name="01-jane-moss.md")
    project = a_project(source, codes=a_code("Capacity"))
    ran = sense("import", study, a_qdpx(tmp_path, project, text.encode()), *BARE)
    assert ran.exit_code == 0
    assert [(one.coder, one.anchor.quote) for one in decided(study)] == [("Ann", quote)]


def test_codings_of_nobody_are_wrong_usage(sense: Sense, study: Path, file: Path) -> None:
    ran = sense("import", study, file, *BARE)
    assert ran.exit_code == 2
    assert "the file names no person for 2 codings" in ran.stderr
    assert decided(study) == ()


def test_the_programs_own_codings_are_nobodys(sense: Sense, study: Path, tmp_path: Path) -> None:
    exported = tmp_path / "all.csv"
    sense("export", study, "--to", "csv", "-o", exported, *RULES)
    assert sense("import", study, exported, *BARE).exit_code == 2


@pytest.mark.parametrize("initials", ["rules", "A B", "x" * 13])
def test_not_everything_may_be_initials(
    sense: Sense, study: Path, file: Path, initials: str
) -> None:
    assert sense("import", study, file, "--coder-initials", initials).exit_code == 2


def test_a_file_that_cannot_be_read_changes_nothing(sense: Sense, study: Path, file: Path) -> None:
    file.write_text("a,b\n1,2\n", "utf-8")
    ran = sense("import", study, file, *AB, *BARE)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "t.csv:1: has columns that are no list of codings known here" in ran.stderr
    assert decided(study) == ()


def test_a_file_among_the_interviews_is_not_taken(sense: Sense, study: Path) -> None:
    inside = study / "coded.csv"
    inside.write_text("id,interview,text,code\n1,L01,Yes.,capacity\n", "utf-8")
    ran = sense("import", study, inside, *AB, *BARE)
    assert ran.exit_code == 1
    assert "lies among the interviews and is read as some" in ran.stderr
    assert decided(study) == ()


def test_a_folder_that_cannot_be_written_to_is_a_problem(
    sense: Sense, study: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("sensecli.taking.append", refuse)
    ran = sense("import", study, file, *AB, *BARE)
    assert ran.exit_code == 1
    assert "decisions-ab.jsonl: could not be written: Permission denied." in ran.stderr
    assert "added, of" not in ran.stdout


def test_a_folder_that_is_not_there_is_a_problem(sense: Sense, file: Path, tmp_path: Path) -> None:
    assert sense("import", tmp_path / "none", file, *AB, *BARE).exit_code == 1


def test_names_stay_out_of_what_is_told(sense: Sense, study: Path, file: Path) -> None:
    file.write_text("document,tag,content\nL01,capacity,Jane Moss never said it\n", "utf-8")
    hidden = sense("import", study, file, *AB, *BARE)
    shown = sense("import", study, file, *AB, *BARE, "--names")
    assert 't.csv:2: "[L01] never said it" is not in the text (L01).' in hidden.stderr
    assert '"Jane Moss never said it"' in shown.stderr


def test_programs_are_told_in_json(sense: Sense, study: Path, file: Path) -> None:
    ran = sense("import", study, file, *AB, *BARE, "--format", "json")
    told = json.loads(ran.stdout)
    assert told["schema"] == "sense-import/1"
    assert {key: told[key] for key in ("layout", "rows", "added", "read", "already")} == {
        "layout": "Taguette",
        "rows": 2,
        "added": 2,
        "read": 0,
        "already": 0,
    }
    assert told["unknown_codes"] == {"Cash": 1}
    assert told["coders"] == [
        {
            "initials": "AB",
            "added": 2,
            "read": 0,
            "codes": {"capacity": 2},
            "interviews": ["L01"],
        }
    ]
    assert told["files"] == ["decisions-ab.jsonl"]
