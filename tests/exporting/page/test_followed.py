"""Records and movement on the page."""

from dataclasses import replace

import pytest

from sensecli.exporting.page import findings_html
from sensecli.exporting.page.movementview import movement_view
from sensecli.model import Analysis, Fate, Matched, Promise
from tests.exporting.followed import (
    BOOKED,
    PARKED,
    SAID,
    SAYS,
    a_between,
    a_comparison,
    a_followed_analysis,
    a_records,
)
from tests.exporting.made import a_small_analysis
from tests.exporting.page.read import Element, read, texts
from tests.exporting.paper import HOSTILE


def _page() -> Element:
    return read(findings_html(a_followed_analysis()))


def test_without_records_the_page_has_neither_sections_nor_folds() -> None:
    page = findings_html(a_small_analysis())
    assert not list(read(page).all("section", id="records"))
    assert not list(read(page).all("section", id="movement"))
    assert b"details" not in page


def test_the_contents_lead_to_both_sections() -> None:
    links = {one.attributes["href"] for one in _page().all("a")}
    assert {"#records", "#movement"} <= links


def test_every_link_leads_somewhere() -> None:
    page = _page()
    ids = {one.attributes["id"] for one in page.all() if "id" in one.attributes}
    links = [one.attributes["href"] for one in page.all("a")]
    assert "#plan-learning" in links
    assert "#papers-people" in links
    for link in links:
        assert link.removeprefix("#").partition("?")[0] in ids


def test_no_id_is_given_twice() -> None:
    twice = tuple(Matched(one, ("people", "learning")) for one in (BOOKED, PARKED))
    records = replace(a_records(), actions=twice)
    page = read(findings_html(replace(a_followed_analysis(), records=records)))
    ids = [one.attributes["id"] for one in page.all() if "id" in one.attributes]
    assert "action-1" in ids
    assert len(ids) == len(set(ids))


def test_a_contradiction_leads_to_the_passage_and_to_the_action() -> None:
    (records,) = _page().all("section", id="records")
    links = {one.text: one.attributes["href"] for one in records.all("a")}
    assert links["L02:3"] == "#passages?code=learning&leader=L02"
    (place,) = (one for one in links if one.startswith("actions.xlsx, Plan, row 5"))
    (line,) = records.all("li", id=links[place].removeprefix("#"))
    assert "Train the link nurses" in line.text


def test_agreement_opens_the_passages_behind_it() -> None:
    (records,) = _page().all("section", id="records")
    figure = next(records.all("button", data_code="people", data_key="endorse"))
    assert figure.text == "19"
    assert figure.attributes["data-of"] == "21"


def test_a_theme_leads_to_who_moved_on_it() -> None:
    (movement,) = _page().all("section", id="movement")
    (fold,) = movement.all("details", id="stretch-1-people")
    assert "L01 up: agrees; intention \u2192 agrees; done" in fold.text


def test_a_quote_leads_nowhere_where_the_page_lacks_its_interview() -> None:
    made = a_followed_analysis()
    assert _links(made) == ["#passages?code=people&leader=L01"] * 2
    earlier = replace(made.project, interviews=made.project.interviews[1:])
    assert _links(replace(made, project=earlier)) == ["", ""]


def test_a_quote_under_no_code_leads_nowhere_and_its_promise_is_on_no_theme() -> None:
    made = a_followed_analysis()
    bare = replace(SAID, code="")
    between = a_between(promises=[Promise("L01", "", bare, Fate.KEPT, SAYS)])
    shown = replace(made, comparison=a_comparison(between))
    assert _links(shown) == ["", "#passages?code=people&leader=L01"]
    assert "On no theme: L01" in texts(findings_html(shown))


def _links(analysis: Analysis) -> list[str]:
    """Where the two quotes of the promise that was kept lead."""
    shown = movement_view(analysis)
    assert shown
    _, (kept, *_) = shown.stretches[0].promises[0]
    assert all(side.said for side in kept.sides)
    return [side.link for side in kept.sides]


def test_what_was_never_mentioned_again_is_said() -> None:
    assert "Round 2 Not mentioned again." in texts(findings_html(a_followed_analysis()))


def test_papers_alone_say_nothing_of_a_plan() -> None:
    records = replace(a_records(), register="", actions=(), contradictions=())
    page = findings_html(replace(a_followed_analysis(), records=records))
    (section,) = read(page).all("section", id="records")
    assert "plan" not in section.text
    assert not list(section.all("table"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_records_stay_text(text: str) -> None:
    records = a_records()
    action = replace(BOOKED, text=text, owner=text, place=text)
    made = replace(
        a_followed_analysis(),
        records=replace(records, register=text, actions=(Matched(action, ("learning",)),)),
    )
    page = findings_html(made)
    assert " ".join(text.encode(errors="replace").decode().split()) in texts(page)
    assert list(read(page).all("img")) == []
