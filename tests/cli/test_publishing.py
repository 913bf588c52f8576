"""`sense analyse` as a report: its formats, its template, its pictures and one leader's page."""

import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from sensecli.exporting.told import CONFIDENTIAL
from sensecli.model import Notice
from tests.cli.analyses import SAID, an_analysis
from tests.cli.conftest import Given, Sense
from tests.exporting.houses import a_slides_house, a_word_house
from tests.exporting.made import a_named_analysis
from tests.exporting.paper import words_of

ENDINGS = ("html", "docx", "pptx")
# All but consensus and coverage, which the invented analysis does not work out.
DRAWN = {"gap", "ladder", "groups", "actors", "barriers", "lenses"}


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out the pictures, which take seconds to draw."""
    monkeypatch.setattr("sensecli.exporting.pictures.shown", lambda _: ())


def main_part(target: Path) -> str:
    """What a file is: the start of a page, or the main part of a package."""
    if not is_zipfile(target):
        return target.read_text("utf-8")[:15].casefold()
    with ZipFile(target) as parts:
        kinds = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx"}
        return next(kind for part, kind in kinds.items() if part in parts.namelist())


def text_of(target: Path) -> str:
    """All that is written in a file; for a package, in all of its XML."""
    return words_of(target.read_bytes()) if is_zipfile(target) else target.read_text("utf-8")


def said_of(told: str) -> str:
    """Wrapped lines as one."""
    return " ".join(told.split())


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.html", "<!doctype html>"),
        ("r.HTM", "<!doctype html>"),
        ("r.docx", "docx"),
        ("r.pptx", "pptx"),
    ],
)
def test_the_ending_of_the_file_tells_the_format(
    sense: Sense, given: Given, tmp_path: Path, name: str, begins: str
) -> None:
    given(an_analysis())
    done = sense("analyse", "study", "-o", tmp_path / name)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert main_part(tmp_path / name) == begins


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize(
    ("form", "begins"), [("html", "<!doctype html>"), ("docx", "docx"), ("pptx", "pptx")]
)
def test_a_format_that_is_named_wins_over_the_ending(
    sense: Sense, given: Given, tmp_path: Path, form: str, begins: str
) -> None:
    given(an_analysis())
    assert sense("analyse", "study", "-f", form, "-o", tmp_path / "r.json").exit_code == 0
    assert main_part(tmp_path / "r.json") == begins


@pytest.mark.usefixtures("undrawn")
def test_a_page_may_go_to_standard_output(sense: Sense, given: Given) -> None:
    given(an_analysis())
    assert sense("analyse", "study", "-f", "html").stdout.casefold().startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["docx", "pptx"])
@pytest.mark.parametrize("target", [(), ("-o", "-")])
def test_a_binary_file_is_not_for_the_terminal(
    sense: Sense, given: Given, form: str, target: tuple[str, ...]
) -> None:
    asked = given(an_analysis())
    done = sense("analyse", "study", "-f", form, *target)
    assert (done.exit_code, done.stdout, asked) == (2, "", [])
    assert f"Hint: -o report.{form}" in said_of(done.stderr)


@pytest.mark.parametrize("how", [(), ("-f", "html"), ("-o", "r.md"), ("-f", "csv", "-o", "r.docx")])
def test_a_template_for_what_takes_none_is_wrong_usage(
    sense: Sense, given: Given, how: tuple[str, ...]
) -> None:
    asked = given(an_analysis())
    done = sense("analyse", "study", "--template", "house.docx", *how)
    assert (done.exit_code, asked) == (2, [])
    assert "Hint: add -f docx or -o report.docx" in said_of(done.stderr)


@pytest.mark.parametrize("form", ["docx", "pptx"])
@pytest.mark.parametrize(
    ("content", "what"), [(None, "cannot be opened"), (b"no package", "cannot be read")]
)
def test_a_template_that_cannot_be_used_is_told_before_the_work(
    sense: Sense, given: Given, tmp_path: Path, form: str, content: bytes | None, what: str
) -> None:
    asked = given(an_analysis())
    template, target = tmp_path / "house", tmp_path / f"r.{form}"
    if content is not None:
        template.write_bytes(content)
    done = sense("analyse", "study", "--template", template, "-o", target)
    assert (done.exit_code, asked, target.exists()) == (1, [], False)
    assert done.stderr.startswith(f"{template}: the template {what}")
    assert ". Hint: save it in " in done.stderr


def test_slides_are_no_template_of_a_document(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    template, target = a_slides_house(tmp_path), tmp_path / "r.docx"
    done = sense("analyse", "study", "--template", template, "-o", target)
    assert (done.exit_code, target.exists()) == (1, False)
    assert done.stderr.startswith(f"{template}: the template cannot be read. Hint: save it in Word")


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize(
    ("house", "ending", "theirs"),
    [
        (a_word_house, "docx", "Registered in England"),
        (a_slides_house, "pptx", "House content"),
    ],
)
def test_a_house_template_is_taken(
    sense: Sense,
    given: Given,
    tmp_path: Path,
    house: Callable[[Path], Path],
    ending: str,
    theirs: str,
) -> None:
    given(an_analysis())
    target = tmp_path / f"r.{ending}"
    done = sense("analyse", "study", "--template", house(tmp_path), "-o", target)
    assert (done.exit_code, done.stderr) == (0, "")
    assert theirs in text_of(target)
    assert "Pat Designer" not in text_of(target)


def test_a_template_is_not_written_over(sense: Sense, given: Given, tmp_path: Path) -> None:
    asked = given(an_analysis())
    house = a_word_house(tmp_path)
    before = house.read_bytes()
    done = sense("analyse", "study", "--template", house, "-o", house)
    assert (done.exit_code, asked) == (1, [])
    assert "Hint: choose another file to write to." in done.stderr
    assert house.read_bytes() == before


def test_pictures_go_to_a_folder_that_is_made(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    done = sense("analyse", "study", "--pictures", tmp_path / "pictures")
    written = sorted((tmp_path / "pictures").iterdir())
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(CONFIDENTIAL)
    assert {one.name for one in written} == {f"{n}.{e}" for n in DRAWN for e in ("svg", "png")}
    starts = {".svg": b"<svg", ".png": b"\x89PNG\r\n\x1a\n"}
    assert all(one.read_bytes().startswith(starts[one.suffix]) for one in written)


def test_pictures_leave_what_else_a_folder_holds(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(an_analysis())
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "gap.svg").write_text("old")
    assert sense("analyse", "study", "--pictures", tmp_path).exit_code == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "gap.svg").read_text("utf-8").startswith("<svg")


def test_pictures_never_go_among_the_interviews(sense: Sense, given: Given, tmp_path: Path) -> None:
    asked = given(an_analysis())
    done = sense("analyse", tmp_path, "--pictures", tmp_path)
    assert (done.exit_code, asked, list(tmp_path.iterdir())) == (1, [], [])
    assert "Hint: choose a place outside the folder of interviews." in done.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none/pictures", ": its folder does not exist. Hint: make the folder first.\n"),
        ("file", ": is a file. Hint: give the name of a folder for the pictures.\n"),
    ],
)
def test_where_no_folder_can_be_made_is_told_before_the_work(
    sense: Sense, given: Given, tmp_path: Path, name: str, said: str
) -> None:
    asked = given(an_analysis())
    (tmp_path / "file").write_text("mine")
    done = sense("analyse", "study", "--pictures", tmp_path / name)
    assert (done.exit_code, asked, done.stderr) == (1, [], f"{tmp_path / name}{said}")


def test_of_no_interviews_no_picture_and_no_folder_is_made(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    given(an_analysis(interviews=[], codings=[]))
    target = tmp_path / "pictures"
    done = sense("analyse", "study", "--pictures", target)
    assert (done.exit_code, target.exists()) == (1, False)
    assert done.stderr == f"{target}: is not written: no picture can be drawn.\n"


@pytest.mark.parametrize(
    ("how", "begins"),
    [
        ((), None),
        (("-f", "markdown"), None),
        (("-o", "L01.txt"), "# what you told"),
        (("-o", "L01.md"), "# what you told"),
        (("-o", "L01.html"), "<!doctype html>"),
        (("-o", "L01.docx"), "docx"),
    ],
)
def test_an_id_gives_the_page_of_that_leader_only(
    sense: Sense,
    given: Given,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    how: tuple[str, ...],
    begins: str | None,
) -> None:
    monkeypatch.chdir(tmp_path)
    given(an_analysis())
    done = sense("analyse", "study", "--leader", "L01", *how)
    text = text_of(Path(how[1])) if begins else done.stdout
    assert (done.exit_code, done.stderr) == (0, "")
    assert begins is None or main_part(Path(how[1])) == begins
    assert "What you told us: L01" in text
    assert SAID in text
    assert not any(other in text for other in ("L02", "L03", "lapsed", "holds this programme up"))


@pytest.mark.parametrize("form", ["json", "csv", "pptx"])
def test_a_leaders_page_in_a_form_that_it_has_not_is_refused(
    sense: Sense, given: Given, tmp_path: Path, form: str
) -> None:
    given(an_analysis())
    options = ("--leader", "L01", "-o", tmp_path / f"r.{form}", "--pictures", tmp_path / "p")
    done = sense("analyse", "study", *options)
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])
    hint = "Hint: choose one of markdown, html, docx."
    assert done.stderr == f"one leader's page does not come as {form}. {hint}\n"


def test_pages_of_several_leaders_are_refused(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    target = tmp_path / "r.md"
    done = sense("analyse", "study", "--leader", "L01", "--leader", "L02", "-o", target)
    assert (done.exit_code, target.exists()) == (1, False)
    hint = "Hint: run it for each: --leader L01, then --leader L02."
    assert done.stderr == f"a page is of one leader alone. {hint}\n"


def test_an_id_goes_with_a_speakers_label_and_may_be_said_twice(sense: Sense, given: Given) -> None:
    asked = given(an_analysis())
    leaders = ("--leader", "R", "--leader", "L01", "--leader", "L01")
    done = sense("analyse", "study", *leaders)
    assert done.stdout.startswith("# What you told us: L01")
    assert getattr(asked[0]["speakers"], "leader", None) == ("R", "L01", "L01")


def test_an_id_that_nobody_has_is_a_speakers_label(sense: Sense, given: Given) -> None:
    unknown = Notice('no speaker is called "L09": the labels are none')
    given(an_analysis(notices=[unknown]))
    done = sense("analyse", "study", "--leader", "L09")
    assert done.stdout.startswith(CONFIDENTIAL)
    assert (done.exit_code, done.stderr) == (0, f"notice: {unknown.message}\n")


def test_an_unknown_id_is_told_and_a_known_one_is_not(sense: Sense, tmp_path: Path) -> None:
    (tmp_path / "L01.md").write_text("We need more nurses on every ward.\n")
    ways = (tmp_path, "--coder", "rules", "-c", "msk-programme")
    known, unknown = (sense("analyse", *ways, "--leader", one) for one in ("L01", "L09"))
    assert 'no speaker is called "L09"' in unknown.stderr
    assert "no speaker" not in known.stderr
    assert known.stdout.startswith("# What you told us: L01")


def test_a_leaders_page_takes_a_house_template(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(an_analysis())
    target = tmp_path / "L01.docx"
    options = ("--leader", "L01", "--template", a_word_house(tmp_path), "-o", target)
    assert sense("analyse", "study", *options).exit_code == 0
    assert "Registered in England" in text_of(target)


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_are_left_out_unless_asked_for(
    sense: Sense, given: Given, tmp_path: Path, ending: str
) -> None:
    given(a_named_analysis())
    hidden, shown = tmp_path / f"hidden.{ending}", tmp_path / f"shown.{ending}"
    sense("analyse", "study", "-o", hidden)
    sense("analyse", "study", "--names", "-o", shown)
    assert "[L05] said that people matter." in text_of(hidden)
    assert "smith" not in text_of(hidden).casefold()
    assert "Jane Smith" in text_of(shown)


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_names_are_left_out_of_a_leaders_page_unless_asked_for(
    sense: Sense, given: Given, tmp_path: Path, ending: str
) -> None:
    given(a_named_analysis())
    hidden, shown = tmp_path / f"hidden.{ending}", tmp_path / f"shown.{ending}"
    sense("analyse", "study", "--leader", "L05", "-o", hidden)
    sense("analyse", "study", "--leader", "L05", "--names", "-o", shown)
    assert "What you told us: L05" in text_of(hidden)
    assert "smith" not in text_of(hidden).casefold()
    assert "Jane Smith" in text_of(shown)


def test_names_are_left_out_of_pictures(sense: Sense, given: Given, tmp_path: Path) -> None:
    given(a_named_analysis())
    sense("analyse", "study", "--pictures", tmp_path)
    drawn = "".join(one.read_text("utf-8") for one in tmp_path.glob("*.svg"))
    assert "friends of [L05]" in drawn
    assert "smith" not in drawn.casefold()


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("ending", ENDINGS)
def test_where_writing_fails_nothing_is_half_written(
    sense: Sense, given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    given(an_analysis())
    target = tmp_path / f"r.{ending}"
    target.write_text("old")
    monkeypatch.setattr(os, "fsync", _full)
    done = sense("analyse", "study", "-o", target)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{target}: could not be written: No space left on device. Hint:")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_where_pictures_cannot_be_written_none_is_half_written_and_the_rest_is(
    sense: Sense, given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(an_analysis())
    monkeypatch.setattr(os, "fsync", _full)
    done = sense("analyse", "study", "--pictures", tmp_path / "pictures")
    assert done.exit_code == 1
    assert "pictures could not be written: No space left on device. Hint:" in done.stderr
    assert not list((tmp_path / "pictures").iterdir())
    assert done.stdout.startswith(CONFIDENTIAL)


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")
