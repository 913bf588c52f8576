"""From a figure to the passages behind it, and through all passages by filters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.model import Analysis, Coding, Holder, Segment, Stance, Status
from tests.page.opened import Open, Opened

# A figure that everybody looks at first: those who agree on the theme with the widest gap.
KEY = "endorse"
FOCUSED = "() => [document.activeElement.dataset.code, document.activeElement.dataset.key]"


@pytest.fixture
def code(rules_sample: Analysis) -> str:
    """The first finding's code."""
    return rules_sample.findings[0].code


def test_the_heading_repeats_the_figure(sample_page: Opened, rules_sample: Analysis) -> None:
    first = rules_sample.findings[0]
    sample_page.open_figure(first.code, KEY)
    heading = sample_page.dialog.get_by_role("heading").first.inner_text()
    assert first.label in heading
    assert str(first.figures.counts.endorse) in heading


def test_a_passage_shows_its_quote_marked_and_what_stood_around_it(
    sample_page: Opened, rules_sample: Analysis, code: str
) -> None:
    sample_page.open_figure(code, KEY)
    around = {(s.interview, s.number): s for s in rules_sample.segments}
    behind = [one for one in rules_sample.codings if one.code == code and _own(one)]
    seen = 0
    for article in sample_page.dialog.locator("article.passage").all()[:12]:
        quote = article.locator("mark").text_content()
        texts = [_context(one, around) for one in behind if one.text == quote]
        said = " ".join(article.inner_text().split())
        assert any(all(text in said for text in context) for context in texts)
        seen += 1
    assert seen


def test_a_passage_says_why_it_was_coded(
    sample_page: Opened, rules_sample: Analysis, code: str
) -> None:
    sample_page.open_figure(code, KEY)
    article = sample_page.dialog.locator("article.passage").first
    quote = article.locator("mark").text_content()
    said = article.inner_text()
    coding = next(c for c in rules_sample.codings if (c.text, c.code) == (quote, code))
    assert coding.cue in said
    assert coding.rule.split()[0] in said
    assert coding.interview in said


def test_escape_closes_and_gives_the_focus_back(sample_page: Opened, code: str) -> None:
    sample_page.open_figure(code, KEY)
    sample_page.page.keyboard.press("Escape")
    assert sample_page.dialog.count() == 0
    assert sample_page.found(FOCUSED) == [code, KEY]


def test_the_close_button_closes_and_gives_the_focus_back(sample_page: Opened, code: str) -> None:
    sample_page.open_figure(code, KEY)
    sample_page.dialog.get_by_role("button", name="Close").first.click()
    assert sample_page.dialog.count() == 0
    assert sample_page.found(FOCUSED) == [code, KEY]


def test_the_keyboard_alone_opens_a_figure(sample_page: Opened) -> None:
    for _ in range(100):
        sample_page.page.keyboard.press("Tab")
        if sample_page.found("() => document.activeElement.matches('.figure')"):
            break
    sample_page.page.keyboard.press("Enter")
    sample_page.dialog.wait_for()
    inside = "() => document.querySelector('#behind').contains(document.activeElement)"
    assert sample_page.found(inside)


def test_the_first_tab_leads_past_the_contents(sample_page: Opened) -> None:
    sample_page.page.keyboard.press("Tab")
    sample_page.page.keyboard.press("Enter")
    assert sample_page.found("() => document.activeElement.closest('main') !== null")


def _first_group(analysis: Analysis) -> str:
    return analysis.findings[0].by_group[0].group


FILTERS: dict[str, Callable[[Analysis], tuple[str, Callable[[Coding], bool]]]] = {
    "code": lambda a: (a.findings[0].code, lambda c: c.code == a.findings[0].code),
    "group": lambda a: (
        _first_group(a),
        lambda c: c.interview in _interviews_of(a, _first_group(a)),
    ),
    "stance": lambda _: ("oppose", lambda c: c.stance is Stance.OPPOSE),
    "status": lambda _: ("stalled", lambda c: c.status is Status.STALLED),
    "prompted": lambda _: ("true", lambda c: c.prompted),
    "holder": lambda _: ("interviewer", lambda c: c.holder is Holder.INTERVIEWER),
    "leader": lambda _: ("L05", lambda c: c.interview == "L05"),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_leaves_just_what_was_coded_so(
    sample_page: Opened, rules_sample: Analysis, name: str
) -> None:
    value, fits = FILTERS[name](rules_sample)
    sample_page.page.select_option(f"#filter-{name}", value)
    left = sum(map(fits, rules_sample.codings))
    assert 0 < left < len(rules_sample.codings)
    assert _shown(sample_page) == f"{left} of {len(rules_sample.codings)} passages"


def test_filters_narrow_each_other(sample_page: Opened, rules_sample: Analysis, code: str) -> None:
    sample_page.page.select_option("#filter-code", code)
    sample_page.page.select_option("#filter-stance", "endorse")
    left = sum(c.code == code and c.stance is Stance.ENDORSE for c in rules_sample.codings)
    assert _shown(sample_page) == f"{left} of {len(rules_sample.codings)} passages"


def test_words_are_searched_whatever_their_case(
    sample_page: Opened, rules_sample: Analysis
) -> None:
    sample_page.page.fill("#filter-text", "TRUST")
    left = sum("trust" in one.text.lower() for one in rules_sample.codings)
    assert left
    sample_page.page.wait_for_function(
        "start => document.querySelector('#shown').textContent.startsWith(start)", arg=f"{left} of"
    )


def test_the_list_holds_as_many_passages_as_it_says(sample_page: Opened) -> None:
    sample_page.page.select_option("#filter-status", "stalled")
    left = int(_shown(sample_page).split()[0])
    assert 0 < left <= 50
    assert sample_page.page.locator("#passage-list article.passage").count() == left


def test_more_passages_come_when_asked_for(sample_page: Opened, rules_sample: Analysis) -> None:
    passages = sample_page.page.locator("#passage-list article.passage")
    before = passages.count()
    sample_page.page.locator("#passages").get_by_role("button", name="more").click()
    assert before < passages.count() <= len(rules_sample.codings)


def test_a_view_can_be_bookmarked(open_page: Open, sample_file: Path, code: str) -> None:
    first = open_page(sample_file)
    first.page.select_option("#filter-code", code)
    first.page.select_option("#filter-stance", "endorse")
    first.page.fill("#filter-text", "people")
    first.page.wait_for_function("() => location.hash.includes('people')")
    again = open_page(sample_file, place=first.found("() => location.hash"))
    assert _shown(again) == _shown(first)
    assert again.page.input_value("#filter-code") == code
    assert again.page.input_value("#filter-stance") == "endorse"
    assert again.page.input_value("#filter-text") == "people"


def test_a_bookmark_from_elsewhere_does_no_harm(open_page: Open, sample_file: Path) -> None:
    page = open_page(
        sample_file, place="#passages?code=no&stance=%E0%A4%A&x=<script>alert(1)</script>"
    )
    assert page.said == []
    assert page.page.locator(".figure").first.is_visible()


def _own(coding: Coding) -> bool:
    return coding.holder is Holder.LEADER


def _context(coding: Coding, around: dict[tuple[str, int], Segment]) -> list[str]:
    beside = (around.get((coding.interview, coding.segment + step)) for step in (-1, 1))
    return [" ".join(one.text.split()) for one in beside if one]


def _interviews_of(analysis: Analysis, group: str) -> set[str]:
    return {one.id for one in analysis.project.interviews if one.group == group}


def _shown(page: Opened) -> str:
    return page.page.locator("#shown").inner_text()
