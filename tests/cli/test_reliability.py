"""`sense reliability`: how far coders agree; and a sheet drawn, filled in and read again."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from sensecli import studying
from sensecli.model import Actor, Decision, Holder, Stance, Status, Values, Verdict, identified
from sensecli.pipeline import Coder, analyse
from sensecli.review.file import anchor_of, append, decisions_file
from tests.cli.conftest import Sense
from tests.loading.refi.foreign import a_project, a_qdpx, a_selection, a_source

HEADER = "interview,segment,text,code,stance,status,holder\n"
SAID = ("People come first for us.", "Money is short.", "Nobody ever asked.")


def a_file(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two coders of two interviews, who differ in a code, a stance and a status."""
    ana = a_file(
        tmp_path, "ana.csv",
        f"L01,1,{SAID[0]},people,endorse,none,leader",
        f"L01,2,{SAID[1]},money,endorse,none,leader",
        f"L02,3,{SAID[2]},people,endorse,inaction,leader",
    )  # fmt: skip
    ben = a_file(
        tmp_path, "ben.csv",
        f"L01,1,{SAID[0]},people,mixed,none,leader",
        f"L02,1,{SAID[0]},,,,",
        f"L02,3,{SAID[2]},people,endorse,stalled,leader",
    )  # fmt: skip
    return ana, ben


def told(sense: Sense, *arguments: str | Path) -> dict[str, Any]:
    ran = sense("reliability", *arguments, "--format", "json")
    assert ran.exit_code == 0
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def words(text: str) -> str:
    return " ".join(text.split())


def test_each_level_has_all_coefficients_with_their_units(
    sense: Sense, files: tuple[Path, Path]
) -> None:
    found = told(sense, *files)
    assert [one["level"] for one in found["pooled"]] == ["segment", "interview", "stance", "status"]
    segment = found["pooled"][0]
    assert (segment["n"], segment["percent"]["value"]) == (8, 0.875)
    assert {"kappa", "alpha", "ac1", "prevalence"} <= set(segment)


def test_an_undefined_coefficient_says_why(sense: Sense, files: tuple[Path, Path]) -> None:
    found = told(sense, *files)
    one = next(o for o in found["by_code"] if (o["level"], o["code"]) == ("segment", "people"))
    assert one["percent"]["value"] == 1
    stance = next(o for o in found["by_code"] if (o["level"], o["code"]) == ("interview", "people"))
    assert stance["kappa"]["value"] is None
    assert "same class" in stance["kappa"]["undefined"]
    assert "By interview, kappa, alpha: " in words(sense("reliability", *files).stdout)


def test_disagreements_are_quoted_with_what_each_said(
    sense: Sense, files: tuple[Path, Path]
) -> None:
    said = words(sense("reliability", *files).stdout)
    assert f"Not coded by all (1 of 1) “{SAID[1]}” [L01 segment 2]" in said
    assert "people: ana endorse, none, leader; ben mixed, none, leader" in said
    kinds = [one["kind"] for one in told(sense, *files)["disagreements"]]
    assert kinds == ["code", "stance", "status"]


def test_nothing_is_wider_than_the_screen(sense: Sense, files: tuple[Path, Path]) -> None:
    assert max(map(len, sense("reliability", *files).stdout.splitlines())) <= 80


def test_what_is_compared_without_a_folder_is_said(sense: Sense, files: tuple[Path, Path]) -> None:
    assert "passages that any of the files has a row for" in sense("reliability", *files).stderr


def test_a_row_that_is_wrong_is_told_with_its_line(
    sense: Sense, files: tuple[Path, Path], tmp_path: Path
) -> None:
    wrong = a_file(tmp_path, "cy.csv", f"L01,1,{SAID[0]},people,endorses,none,leader")
    ran = sense("reliability", files[0], wrong)
    assert ran.exit_code == 1
    assert 'cy.csv:2: there is no stance "endorses". Hint: did you mean "endorse"?' in ran.stderr


def test_one_file_is_no_comparison(sense: Sense, files: tuple[Path, Path]) -> None:
    assert sense("reliability", files[0]).exit_code == 2


def test_coders_of_different_interviews_have_nothing_to_compare(
    sense: Sense, tmp_path: Path
) -> None:
    paths = [
        a_file(tmp_path, f"{id_}.csv", f"{id_},1,{SAID[0]},people,endorse,none,leader")
        for id_ in ("L01", "L02")
    ]
    ran = sense("reliability", *paths)
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "nothing to compare" in ran.stderr


def test_the_account_is_saved_where_it_is_asked_for(
    sense: Sense, files: tuple[Path, Path], tmp_path: Path
) -> None:
    assert sense("reliability", *files, "-o", tmp_path / "told.txt").exit_code == 0
    assert (tmp_path / "told.txt").read_text("utf-8").startswith("2 coders, 2 interviews")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Two interviews; the leader's name stands in the notes."""
    folder = tmp_path / "interviews"
    folder.mkdir()
    for number in (1, 2):
        head = f"---\nid: L{number:02d}\nname: Jane Moss\n---\n"
        body = "".join(f"- {text}\n" for text in ("Jane Moss came late.", *SAID))
        (folder / f"{number}.md").write_text(head + body, "utf-8")
    return folder


def filled(sense: Sense, study: Path, name: str, codes: dict[str, str]) -> Path:
    """The blind sheet with a code in each row of those segments."""
    sheet = study.parent / "sheet.csv"
    assert sense("sample", study, "-c", "msk-programme", "--share", "1", "-o", sheet).exit_code == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["segment"] in codes:
            row |= {"code": codes[row["segment"]], "stance": "endorse", "status": "none"}
            row |= {"actor": "unspecified", "holder": "leader", "prompted": "false"}
    path = study.parent / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_sheets_that_were_filled_in_are_read_over_the_folder(sense: Sense, study: Path) -> None:
    ana = filled(sense, study, "ana.csv", {"1": "relationships", "3": "funding"})
    ben = filled(sense, study, "ben.csv", {"1": "relationships"})
    found = told(sense, ana, ben, "--folder", study, "-c", "msk-programme")
    assert [one["unaligned"] for one in found["coders"]] == [0, 0]
    assert found["segments"] == 8
    assert [one["location"] for one in found["disagreements"]] == ["L01:7", "L02:7"]
    alone = told(sense, ana, ben)
    assert alone["pooled"] == found["pooled"]


def test_no_name_is_told_of_the_folders_texts(sense: Sense, study: Path) -> None:
    ana = filled(sense, study, "ana.csv", {"1": "relationships"})
    ben = filled(sense, study, "ben.csv", {})
    named = [ana, ben, "--folder", study, "-c", "msk-programme"]
    assert "Moss" not in sense("reliability", *named).output
    assert "Jane Moss came late." in sense("reliability", *named, "--names").stdout


def test_a_code_that_the_codebook_lacks_is_a_problem(sense: Sense, study: Path) -> None:
    ana = filled(sense, study, "ana.csv", {"1": "relationship"})
    ran = sense("reliability", ana, ana, "--folder", study, "-c", "msk-programme")
    assert ran.exit_code == 1
    assert 'ana.csv:2: there is no code "relationship" in the codebook' in ran.stderr


def test_a_sheet_that_was_filled_in_serves_as_gold(sense: Sense, study: Path) -> None:
    gold = filled(sense, study, "ana.csv", {"1": "relationships", "3": "funding"})
    ran = sense(
        "evaluate", study, "-c", "msk-programme", "--gold", gold, "--coder", "rules", "-f", "json"
    )
    assert ran.exit_code == 0
    found = json.loads(ran.stdout)
    assert (found["gold"], found["unaligned"]) == (4, 0)
    by_code = {one["code"]: one["segment"]["gold"] for one in found["codes"]}
    assert (by_code["relationships"], by_code["funding"]) == (2, 2)


def test_of_a_sheet_of_single_segments_no_other_is_judged(sense: Sense, study: Path) -> None:
    whole = filled(sense, study, "ana.csv", {"1": "relationships", "3": "funding"})
    lines = whole.read_text("utf-8").splitlines(keepends=True)
    part = study.parent / "part.csv"
    # Of each interview the passages 1 and 2: what else is coded in it was not asked for.
    part.write_text("".join((lines[0], *lines[1:3], *lines[5:7])), "utf-8")
    ours = []
    for gold in (whole, part):
        ran = sense("evaluate", study, "-c", "msk-programme", "--gold", gold,
                    "--coder", "rules", "-f", "json")  # fmt: skip
        ours.append(json.loads(ran.stdout)["ours"])
    assert ours[1] < ours[0]


def decided(study: Path, *words: tuple[str, Verdict], coder: str = "AB") -> Path:
    """A file of decisions on these passages of the first interview, all on `funding`."""
    text = (study / "1.md").read_text("utf-8")
    funding = Values(
        "funding", Stance.ENDORSE, Status.NONE, Actor.UNSPECIFIED, Holder.LEADER, prompted=False
    )
    made: list[Decision] = []
    for said, verdict in words:
        start = text.index(said)
        anchor = anchor_of(text, "L01", start, start + len(said))
        about = ("funding", Holder.LEADER) if verdict is Verdict.REJECT else None
        values = funding if verdict is Verdict.ADD else None
        one = Decision("", "2026-11-30T09:00:00Z", coder, verdict, anchor, about, values)
        made.append(identified(one, earlier=made))
    path = decisions_file(study, coder)
    append(path, *made)
    return path


def test_decisions_are_compared_with_a_sheet_where_both_looked(sense: Sense, study: Path) -> None:
    ana = filled(sense, study, "ana.csv", {"3": "funding"})
    theirs = decided(study, (SAID[1], Verdict.ADD), (SAID[2], Verdict.READ))
    found = told(sense, ana, theirs, "--folder", study, "-c", "msk-programme")
    assert [one["coder"] for one in found["coders"]] == ["ana", "AB"]
    assert (found["segments"], found["interviews"]) == (2, ["L01"])
    assert found["pooled"][0]["percent"]["value"] == 1


def test_decisions_without_their_folder_are_a_problem(
    sense: Sense, study: Path, files: tuple[Path, Path]
) -> None:
    ran = sense("reliability", files[0], decided(study, (SAID[1], Verdict.ADD)))
    assert ran.exit_code == 1
    assert "decisions-ab.jsonl: needs the interviews that it is about." in ran.stderr
    assert "--folder" in ran.stderr


def test_the_program_is_blind_to_what_people_decided(
    sense: Sense, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_rules(folder: Path, **options: Any) -> object:
        return analyse(folder, **options | {"coder": Coder(encoder=False)})

    monkeypatch.setattr(studying, "analyse", by_rules)
    theirs = decided(study, (SAID[1], Verdict.REJECT))
    found = told(sense, "machine", theirs, "--folder", study, "-c", "msk-programme")
    (one,) = found["disagreements"]
    assert (one["code"], one["kind"], one["location"]) == ("funding", "code", "L01:7")
    assert one["said"]["AB"] == []
    assert len(one["said"]["machine"]) == 1


def test_the_program_without_a_folder_is_a_problem(sense: Sense, files: tuple[Path, Path]) -> None:
    ran = sense("reliability", files[0], "machine")
    assert ran.exit_code == 1
    assert '"machine" needs interviews to code. Hint: name them with --folder FOLDER' in ran.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two users, who differ in one passage, and who tell nothing but codes."""
    text = " ".join(SAID)
    spans = [(text.index(said), text.index(said) + len(said), said) for said in SAID]
    ann = [a_selection(*spans[number]) for number in (0, 1)]
    ben = a_selection(*spans[0]).replace("000000000003", "000000000009")
    written = a_project(a_source(*ann, ben, content=text))
    two = '<User guid="00000000-0000-4000-8000-000000000009" name="Ben"/></Users>'
    return a_qdpx(tmp_path, written.replace("</Users>", two))


def test_the_users_of_one_project_are_compared(sense: Sense, project: Path) -> None:
    found = told(sense, project)
    assert [one["coder"] for one in found["coders"]] == ["Ann", "Ben"]
    assert {one["level"] for one in found["by_code"]} == {"segment", "interview"}
    (one,) = found["disagreements"]
    assert (one["text"], one["said"]["Ben"]) == (SAID[1], [])
    assert one["said"]["Ann"] == [{"stance": None, "status": None, "holder": None}]
    assert "trust: Ann coded; Ben not coded" in words(sense("reliability", project).stdout)


def test_users_of_a_project_are_picked(sense: Sense, project: Path) -> None:
    found = told(sense, f"{project}:ben", f"{project}:Ann")
    assert [one["coder"] for one in found["coders"]] == ["Ben", "Ann"]


def test_one_user_of_a_project_is_no_comparison(sense: Sense, project: Path) -> None:
    assert sense("reliability", f"{project}:ben").exit_code == 2
