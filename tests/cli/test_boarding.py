from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sensecli.cli.app import app
from tests.cli.conftest import Given, Sense
from tests.disclosure.attacker import recovered
from tests.disclosure.made import a_study
from tests.exporting.board.figures import count, figures, raw, tables

FORMS = (".html", ".docx", ".pptx", ".md")

_BOOK = """\
id: small
label: A small codebook
version: '1'
codes:
  - {id: trust, label: Trust between people, kind: theme,
     proposition: trust must come first, cues: [trust]}
  - {id: training, label: Training, kind: theme,
     proposition: people need training, cues: [training]}
  - {id: data, label: Shared data, kind: theme,
     proposition: data must be shared, cues: [shared data]}
  - {id: funding, label: Funding, kind: barrier,
     proposition: funding stands in the way, cues: [funding]}
  - {id: time, label: Time, kind: barrier,
     proposition: lack of time stands in the way, cues: [lack of time]}
"""
_WANTS = {
    "trust": "We need trust between the partners.",
    "training": "We need more training for everybody.",
    "data": "We must have shared data across the system.",
}
_DOES = {
    "trust": "We have built trust with the practices and meet every week.",
    "training": "We have set up the training and it is running every week.",
    "data": "We have rolled out shared data to all the practices.",
}
# Where the leaders of each group stand on trust, training and data: g(ap), a(cts), o(ut of both).
# The groups on data would tell of primary care, whose 3 are alone in being hidden.
_GROUPS = {
    "acute trust": ("ggggggggg", "ggggggaoo", "gggggoooo"),
    "primary care": ("gggggggo", "gggggaao", "gggooooo"),
    "community": ("ggggggo", "ggggggo", "ggggggg"),
    "patients": ("go", "ao", "oo"),
}
_EVERYBODY = sum(len(stands[0]) for stands in _GROUPS.values())
_IN_THE_WAY = "The funding gets in the way of everything we try."
_SURNAMES = (
    "Astbury Barlow Cresswell Dunmere Eastwell Farthing Garside Hollins Inskip Jessop".split()
)


def _leaders() -> Iterator[tuple[str, str, str, str]]:
    """Name, group, and what each leader says."""
    number = 0
    for group, stands in _GROUPS.items():
        for letters in zip(*stands, strict=True):
            said = [
                (_WANTS if letter == "g" else _DOES)[code]
                for code, letter in zip(_WANTS, letters, strict=True)
                if letter != "o"
            ]
            if number % 4 == 0:
                said.append(_IN_THE_WAY)
            first, last = "Zelda Quentin Ottoline".split()[number % 3], _SURNAMES[number % 10]
            number += 1
            yield (
                f"{first} {last}{'aeiou'[number % 5]}n",
                group,
                f"Warden {number:02d}",
                " ".join(f"{one}\n" for one in said or ["Nothing to add today."]),
            )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Interviews with 26 leaders, whose counts are awkward."""
    made = tmp_path_factory.mktemp("secret-place") / "study"
    made.mkdir()
    (made / "codebook.yaml").write_text(_BOOK, "utf-8")
    for number, (name, group, role, said) in enumerate(_leaders(), start=1):
        head = (
            f"---\nid: P{number:02d}\nname: {name}\nrole: {role}\n"
            f"organisation: Wexmoor Hospital {number:02d}\ngroup: {group}\n---\n\n"
        )
        file = f"talk-{number:02d}.md"
        (made / file).write_text(
            f"{head}{said}As I told {name} of Wexmoor Hospital {number:02d}.\n"
        )
    return made


@pytest.fixture(scope="module")
def reports(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The board's report in each form, with every quote that may be shown."""
    into = tmp_path_factory.mktemp("board")
    found = {}
    for form in FORMS:
        found[form] = into / f"report{form}"
        words = ["analyse", folder, "--coder", "rules", "--for", "board", "--quotes", "all"]
        done = CliRunner().invoke(app, [*map(str, words), "-o", str(found[form])])
        assert (done.exit_code, done.stdout) == (0, ""), done.output
    return found


def _rows(report: Path) -> dict[str, list[list[int | None]]]:
    """The counts of each theme and barrier, over all and group by group, by what they are of."""
    found = figures(report)
    counts = {
        name: [[count(cell) for cell in row[1:]] for row in rows]
        for kind in ("Theme", "Barrier")
        for _, rows in found[kind]
        for name in [kind]
    }
    for at, (_, rows) in enumerate(found["Group"]):
        counts[f"groups {at}"] = [[count(cell) for cell in row[1:]] for row in rows]
    return counts


def test_all_forms_hold_the_same_figures(reports: dict[str, Path]) -> None:
    first = figures(reports[".md"])
    assert len(first["Theme"][0][1]) == 3
    assert len(first["Barrier"][0][1]) == 2
    # Those of shared data are left out.
    assert len(first["Group"]) == 2
    for form in FORMS:
        assert figures(reports[form]) == first


def test_no_hidden_count_can_be_worked_out_of_all_reports_together(
    reports: dict[str, Path],
) -> None:
    """The attacker has every figure of the four; in this study some groups hide theirs."""
    merged: dict[str, list[list[int | None]]] = {}
    for report in reports.values():
        for name, rows in _rows(report).items():
            known = merged.setdefault(name, rows)
            pairs = zip(chain(*known), chain(*rows), strict=True)
            assert all(ours == theirs for ours, theirs in pairs)
    hidden = 0
    leaders = _EVERYBODY
    for row in (*merged["Theme"], *merged["Barrier"]):
        hidden += row.count(None)
        assert recovered([row], [leaders]) == []
    for name, rows in merged.items():
        if name.startswith("groups"):
            sizes = [row[0] or 0 for row in rows]
            cells = [row[1:] for row in rows]
            # The same theme stands in the table of themes, too.
            assert cells[-1] in merged["Theme"]
            hidden += sum(row.count(None) for row in cells)
            assert recovered(cells, sizes) == []
    assert hidden >= 4


def test_no_small_count_stands_in_any_report(reports: dict[str, Path]) -> None:
    for report in reports.values():
        counts = [cell for rows in _rows(report).values() for row in rows for cell in row]
        assert not any(cell and cell < 5 for cell in counts)


def test_no_byte_tells_of_a_leader(reports: dict[str, Path]) -> None:
    secrets = ["Wexmoor", "Warden", "Zelda", "Quentin", "Ottoline", "secret-place", "talk-"]
    secrets += [f"P{number:02d}" for number in range(1, _EVERYBODY + 1)]
    secrets += [name.split()[1] for name, *_ in _leaders()]
    for report in reports.values():
        held = raw(report)
        assert b"For the board" in held
        assert [secret for secret in secrets if secret.encode() in held] == []


def test_a_report_never_says_anonymous_and_tells_what_was_left_out(
    reports: dict[str, Path],
) -> None:
    for report in reports.values():
        held = raw(report).decode("utf-8", errors="replace")
        assert "anonym" not in held.casefold()
        assert "What was left out to protect people" in held
        assert "Figures under 5 are hidden" in held


def test_quotes_are_of_a_group_at_most(reports: dict[str, Path]) -> None:
    said = reports[".md"].read_text("utf-8").split("## In leaders' words")[1]
    places = {line for line in said.splitlines() if line.startswith("> (")}
    assert places
    assert places <= {"> (a leader)", *(f"> (a leader, {group})" for group in _GROUPS)}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--for", "board"), "does not come as terminal"),
        (("--for", "board", "-f", "json"), "does not come as json"),
        (("--for", "board", "-f", "csv"), "-f html, docx, pptx or markdown"),
        (("--for", "board", "-f", "markdown", "--names"), "does not go with --for board"),
        (("--for", "board", "-f", "markdown", "--corrected"), "does not go with --for board"),
        (("--for", "board", "-f", "html", "--pictures", "x"), "does not go with --for board"),
        (("--for", "board", "-f", "html", "--min-cell", "2"), "--min-cell 3 or more"),
        (("--for", "board", "-f", "html", "--leader", "L01"), "no page of one goes to a board"),
        (("--min-cell", "6"), "goes with --for board only"),
        (("--quotes", "all"), "goes with --for board only"),
        (("--for", "board", "-f", "docx"), "is not for the terminal"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    sense: Sense, given: Given, words: tuple[str, ...], why: str
) -> None:
    given(a_study({"acute": "g" * 12}))
    done = sense("analyse", "study", *words)
    assert done.exit_code == 2
    said = " ".join(done.stderr.replace("\u2502", " ").split())
    assert why in said


def test_markdown_goes_to_standard_output(sense: Sense, given: Given) -> None:
    given(a_study({"acute": "g" * 9 + "a" * 6}))
    done = sense("analyse", "study", "--for", "board", "-f", "markdown", "--min-cell", "6")
    assert done.exit_code == 0
    assert "*For the board. Figures under 6 are hidden.*" in done.stdout
    assert "\n| People | 9 of 15 | 6 of 15 |\n" in done.stdout
    assert "No quotes are shown." in done.stdout


def test_a_speakers_label_is_no_leaders_page(sense: Sense, given: Given) -> None:
    given(a_study({"acute": "g" * 12}))
    words = ("--for", "board", "-f", "markdown", "--leader", "Chair")
    assert sense("analyse", "study", *words).exit_code == 0


def test_quotes_are_marked_on_a_sheet_and_shown_where_they_are_approved(
    sense: Sense, folder: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "quotes.csv"
    done = sense("export", folder, "--to", "quotes", "--coder", "rules", "-o", sheet)
    assert done.exit_code == 0
    header, *lines = sheet.read_text("utf-8-sig").splitlines()
    assert header == "interview,start,code,why,text,approved"
    ours = next(line for line in lines if ",training,endorsement," in line)
    words = ("analyse", folder, "--coder", "rules", "--for", "board", "-f", "markdown")
    try:
        (folder / "approved.csv").write_text(f"{header}\n{ours}yes\n", "utf-8")
        done = sense(*words, "--quotes", "approved")
    finally:
        (folder / "approved.csv").unlink()
    assert done.exit_code == 0
    assert done.stdout.count("\n> (a leader") == 1
    assert "Only quotes that somebody approved are shown: 1 quote." in done.stdout
    missing = sense(*words, "--quotes", "approved")
    assert missing.exit_code == 1
    assert "approved.csv: there is none" in missing.stderr


def test_too_few_leaders_have_a_report_without_figures(sense: Sense, given: Given) -> None:
    given(a_study({"acute": "gggg"}))
    done = sense("analyse", "study", "--for", "board", "-f", "markdown")
    assert done.exit_code == 0
    assert "Fewer than 5 leaders were interviewed: no figures can be shown." in done.stdout
    assert "\n|" not in done.stdout


def test_the_parser_reads_the_tables(reports: dict[str, Path]) -> None:
    assert tables(reports[".md"])[0][0][0] == "Theme"
