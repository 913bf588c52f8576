from dataclasses import replace

import pytest

from sensecli.model import Interview
from tests.builders import an_interview
from tests.exporting.made import an_analysis
from tests.exporting.refi.opened import P, names_of, project_of


def types_of(*interviews: Interview) -> dict[str, str]:
    root = project_of(an_analysis(interviews=interviews))
    return {one.get("name", ""): one.get("typeOfVariable", "") for one in root.iter(f"{P}Variable")}


def test_dates_and_numbers_are_typed_as_such() -> None:
    interview = an_interview(group="acute", date="2022-09-12", order=3)
    assert types_of(interview) == {"group": "Text", "date": "Date", "order": "Integer"}


def test_one_date_that_is_none_makes_all_of_them_text() -> None:
    assert types_of(
        an_interview(id="L01", date="2022-09-12"), an_interview(id="L02", date="autumn")
    ) == {"date": "Text"}


@pytest.mark.parametrize(
    ("value", "kind"),
    [("7", "Integer"), ("-7", "Integer"), ("007", "Text"), ("1_000", "Text"), ("٣", "Text")],
)
def test_a_number_is_one_only_where_it_reads_back_the_same(value: str, kind: str) -> None:
    assert types_of(replace(an_interview(), attributes=(("beds", value),))) == {"beds": kind}


def test_a_leader_of_two_rounds_is_one_case_with_what_both_share() -> None:
    rounds = [
        an_interview(id="L01-1", leader="L01", group="acute", round="1"),
        an_interview(id="L01-2", leader="L01", group="acute", round="2"),
    ]
    root = project_of(an_analysis(interviews=rounds))
    (case,) = root.iter(f"{P}Case")
    names = names_of(root)
    assert [names[one.get("targetGUID", "")] for one in case.iter(f"{P}VariableRef")] == ["group"]
    assert [names[one.get("targetGUID", "")] for one in case.iter(f"{P}SourceRef")] == [
        "L01-1",
        "L01-2",
    ]


def test_a_round_stands_with_its_own_text() -> None:
    rounds = [
        an_interview(id=f"L01-{one}", leader="L01", round=f"round {one}") for one in ("a", "b")
    ]
    root = project_of(an_analysis(interviews=rounds))
    values = [one.findtext(f".//{P}TextValue") for one in root.iter(f"{P}TextSource")]
    assert values == ["round a", "round b"]


def test_a_name_that_is_not_shown_has_no_variable() -> None:
    assert "name" in types_of(an_interview(name="Jane Smith"))
    assert "name" not in types_of(an_interview())
