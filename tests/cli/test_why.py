"""`sense why`: every coding behind a figure."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sensecli.cli.behind import behind
from sensecli.cli.whyview import why_lines
from sensecli.model import Interview
from tests.builders import a_coding, an_interview
from tests.cli.analyses import AGAINST, FAILED, SAID, an_analysis
from tests.cli.conftest import Given, Sense


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with a codebook of its own, which the code asked for is looked up in."""
    (tmp_path / "codebook.yaml").write_text(
        "id: tiny\nlabel: Tiny\ncodes:\n"
        + "".join(f"  - id: {code}\n    label: {code.title()}\n" for code in ("people", "money"))
    )
    return tmp_path


def _words(text: str) -> str:
    return " ".join(text.split())


def test_every_passage_is_shown_with_its_place(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis())
    said = _words(sense("why", study, "people").stdout)
    assert all(
        f"\u201c{text}\u201d [{place}]" in said
        for text, place in ((SAID, "L01:2"), (FAILED, "L02:3"), (AGAINST, "L03:4"))
    )


def test_each_passage_says_what_decided_it(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis())
    said = _words(sense("why", study, "people").stdout)
    assert "endorse, none; cue \u2018relationships\u2019; rule plain" in said


def test_a_position_says_what_failed(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis())
    said = sense("why", study, "people").stdout
    assert "L02 (Director, primary care) \u2013 endorses, failed: stalled" in said


def test_the_view_of_the_interviewer_is_shown_as_not_counted(
    sense: Sense, given: Given, study: Path
) -> None:
    given(an_analysis())
    said = _words(sense("why", study, "people").stdout)
    assert "[L01:1] NOT COUNTED (the view of the interviewer); endorse, aspiration" in said
    assert "4 passages; the 3 that hold a leader\u2019s own view are counted." in said


@pytest.mark.parametrize(
    ("holders", "said"),
    [
        ([], "No passages."),
        (["leader"], "1 passage, counted."),
        (["other"], "1 passage, not counted: it is no leader\u2019s own view."),
        (["leader"] * 2, "2 passages, both counted."),
        (["leader"] * 3, "3 passages, all counted."),
        (["other"] * 2, "2 passages, neither counted: neither is a leader\u2019s own view."),
        (["other"] * 3, "3 passages, none counted: none is a leader\u2019s own view."),
        (
            ["other", "leader"],
            "2 passages; the one that holds a leader\u2019s own view is counted.",
        ),
    ],
)
def test_passages_are_counted_in_correct_english(holders: list[str], said: str) -> None:
    codings = [a_coding(segment=at, holder=held) for at, held in enumerate(holders, start=1)]
    analysis = an_analysis(interviews=[an_interview()], codings=codings)
    lines = why_lines(behind(analysis, "people"), width=100)
    assert said in [line.plain for line in lines]


def test_a_folder_that_is_not_there_is_said_before_the_code_is_looked_for(
    sense: Sense, given: Given, tmp_path: Path
) -> None:
    asked = given(an_analysis())
    done = sense("why", tmp_path / "none", "no-such-code")
    assert done.exit_code == 1
    assert "there is no such folder. Hint: check the spelling" in done.stderr
    assert "no-such-code" not in done.stderr
    assert not asked


def test_a_folder_in_the_place_of_the_code_gets_a_hint(sense: Sense, study: Path) -> None:
    done = sense("why", "people", study)
    assert done.exit_code == 1
    assert "people: there is no such folder. Hint: the folder comes first" in done.stderr


def test_leaders_without_a_passage_are_named(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis())
    assert "No passage: L01, L03." in sense("why", study, "money").stdout


def test_one_leader_can_be_asked_for(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis())
    said = sense("why", study, "people", "--leader-id", "L03").stdout
    assert "L03:4" in said
    assert "L01:2" not in said


def test_an_unknown_leader_is_wrong_usage(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis())
    done = sense("why", study, "people", "--interview", "L3")
    assert done.exit_code == 2
    assert 'Did you mean "L03"?' in _words(done.stderr)


def test_an_unknown_code_is_wrong_usage_before_any_work(
    sense: Sense, given: Given, study: Path
) -> None:
    asked = given(an_analysis())
    done = sense("why", study, "peple")
    assert done.exit_code == 2
    assert 'Did you mean "people"?' in _words(done.stderr)
    assert not asked


def test_a_code_may_be_named_by_its_label(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis())
    assert sense("why", study, "People").exit_code == 0


def test_json_has_every_coding_and_whether_it_counts(
    sense: Sense, given: Given, study: Path
) -> None:
    given(an_analysis())
    content = json.loads(sense("why", study, "people", "--format", "json").stdout)
    first = content["positions"][0]
    assert (first["leader"], first["stance"]) == ("L01", "endorse")
    assert [one["counted"] for one in first["codings"]] == [False, True]


def test_names_are_left_out(sense: Sense, given: Given, study: Path) -> None:
    given(an_analysis(names=[("Relationships", "[L09]")]))
    assert "Relationships" not in sense("why", study, "people").stdout


def _round(name: str, *, date: str) -> Interview:
    return replace(an_interview(id=f"L01-{name}", leader="L01"), round=name, date=date)


def test_an_earlier_round_is_shown_as_not_counted(sense: Sense, given: Given, study: Path) -> None:
    codings = [a_coding(interview="L01-1"), a_coding(interview="L01-2", status="done")]
    rounds = [_round("1", date="2022-09-12"), _round("2", date="2023-09-12")]
    given(an_analysis(interviews=rounds, codings=codings))
    said = _words(sense("why", study, "people").stdout)
    assert "L01 (1) \u2013 endorses, an earlier round, not counted" in said
    assert "L01 (2) \u2013 endorses, done (others act)" in said


def test_the_counted_passages_are_those_that_the_position_rests_on() -> None:
    shown = behind(an_analysis(), "people")
    counted = [one.coding.holder for s in shown.stands for one in s.passages if one.counted]
    assert counted == ["leader"] * 3


def test_names_are_shown_where_asked_for(sense: Sense, given: Given, study: Path) -> None:
    named = replace(an_interview(), name="Mary Stone")
    given(an_analysis(interviews=[named], codings=[a_coding()]))
    said = sense("why", study, "people", "--names").stdout
    assert "L01 (Mary Stone)" in said
    assert "[Mary Stone, L01:1]" in said
    assert "Mary" not in sense("why", study, "people").stdout
