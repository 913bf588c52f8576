import pytest

from sensecli.disclosure.board import board
from sensecli.model import BoardQuote, Quote, QuotePolicy, Stance
from tests.builders import a_coding
from tests.disclosure.made import a_study

_LARGE = {"acute": "gggggg", "primary": "gggggooooo"}


def _shown(groups: dict[str, str], *, policy: QuotePolicy = QuotePolicy.ALL) -> list[BoardQuote]:
    return [one for one in _quotes(groups, policy=policy) if one.code == "people"]


def _quotes(
    groups: dict[str, str],
    *,
    policy: QuotePolicy = QuotePolicy.ALL,
    approved: tuple[tuple[str, int], ...] = (),
) -> tuple[BoardQuote, ...]:
    return board(a_study(groups), min_cell=5, policy=policy, approved=approved).quotes


def _first(groups: dict[str, str]) -> Quote:
    """What the findings themselves quote of people."""
    return next(one for one in a_study(groups).findings if one.code == "people").quotes[0]


def test_there_are_none_unless_they_are_asked_for() -> None:
    assert _shown(_LARGE, policy=QuotePolicy.NONE) == []


def test_all_are_those_of_the_findings_with_the_group_alone() -> None:
    (quote,) = _shown(_LARGE)
    assert quote == BoardQuote("people", "endorsement", _first(_LARGE).text, "a leader, acute")


def test_only_what_is_approved_is_shown() -> None:
    first = _first(_LARGE)
    approved = ((first.interview, first.start),)
    assert _quotes(_LARGE, policy=QuotePolicy.APPROVED) == ()
    assert len(_quotes(_LARGE, policy=QuotePolicy.APPROVED, approved=approved)) == 1


def test_a_quote_whose_count_is_hidden_is_not_shown() -> None:
    # Two act: their own quotes, and with them their number, are hidden.
    assert [one.why for one in _shown({"acute": "g" * 12 + "aa" + "o" * 4})] == ["endorsement"]
    assert [one.why for one in _shown({"acute": "g" * 12 + "a" * 6})] == ["endorsement", "action"]


@pytest.mark.parametrize(
    ("letters", "is_shown"),
    [("ooooo" + "g" * 6, True), ("oooo" + "g" * 7, False), ("o" * 8 + "g" * 6 + "aa", False)],
    ids=["enough others", "few others", "others who cannot be counted"],
)
def test_a_dissent_is_shown_only_where_counts_show_that_many_do_not_agree(
    letters: str, *, is_shown: bool
) -> None:
    against = a_coding(interview="L01", segment=3, stance=Stance.OPPOSE)
    study = a_study({"acute": letters}, more=(against,))
    people = next(one for one in study.findings if one.code == "people")
    assert "dissent" in {one.why for one in people.quotes}
    shown = board(study, min_cell=5, policy=QuotePolicy.ALL).quotes
    assert ("dissent" in {one.why for one in shown if one.code == "people"}) == is_shown


def test_a_dissents_group_is_named_only_where_many_of_it_do_not_agree() -> None:
    against = a_coding(interview="L01", segment=3, stance=Stance.OPPOSE)
    places = []
    for acute in ("ooooo" + "g" * 6, "oooo" + "g" * 6):
        study = a_study({"acute": acute, "primary": "g" * 5 + "o" * 6}, more=(against,))
        shown = board(study, min_cell=5, policy=QuotePolicy.ALL).quotes
        places += [one.place for one in shown if (one.code, one.why) == ("people", "dissent")]
    assert places == ["a leader, acute", "a leader"]


def test_no_group_is_named_where_groups_are_left_out() -> None:
    against = a_coding(interview="L01", segment=3, stance=Stance.OPPOSE)
    study = a_study({"acute": "o" * 6 + "ggg", "primary": "g" * 5 + "o" * 6}, more=(against,))
    found = board(study, min_cell=5, policy=QuotePolicy.ALL)
    assert next(one for one in found.themes if one.code == "people").groups == ()
    places = {one.why: one.place for one in found.quotes if one.code == "people"}
    assert places == {"endorsement": "a leader", "dissent": "a leader"}


def test_a_small_group_is_not_named() -> None:
    (quote,) = _shown({"patients": "gg", "acute": "gggggg", "primary": "ggggoooooo"})
    assert quote.place == "a leader"


def test_a_group_whose_own_count_is_hidden_is_not_named() -> None:
    groups = {"acute": "ggoooooo", "primary": "gggooooo", "third": "g" * 6}
    found = board(a_study(groups), min_cell=5, policy=QuotePolicy.ALL)
    theme = next(one for one in found.themes if one.code == "people")
    assert theme.groups
    assert theme.groups[0].cells[0].count is None
    assert [one.place for one in found.quotes if one.code == "people"] == ["a leader"]
