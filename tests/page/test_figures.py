"""Every figure in the page is the JSON output's, and opens the passages that it counts."""

from collections.abc import Callable, Iterator
from typing import Any

from sensecli.exporting.jsonfile import findings_object
from sensecli.model import Analysis, Holder, Position, Stance, Status
from tests.page.opened import Opened

COUNTED: dict[str, Callable[[Position], bool]] = {
    "raised": lambda p: p.stance is not None,
    "endorse": lambda p: p.stance is Stance.ENDORSE,
    "mixed": lambda p: p.stance is Stance.MIXED,
    "oppose": lambda p: p.stance is Stance.OPPOSE,
    "neutral": lambda p: p.stance is Stance.NEUTRAL,
    "act": lambda p: p.acts,
    "act_own": lambda p: p.acts and p.own_side,
    "committed": lambda p: p.endorses and p.status is Status.COMMITMENT,
    "failed": lambda p: p.endorses and p.failed is not None,
    "gap": lambda p: p.endorses and not p.acts,
    "prompted_only": lambda p: p.endorses and p.prompted_only,
}
IN_THEMES_TABLE = ("endorse", "act", "act_own", "gap", "failed", "prompted_only")

# Figures within a finding: those behind `ladder:done` are the leaders whose highest rung it is.
TABLES = ("ladder", "failures", "actors", "barriers", "beside")

Key = tuple[str, str, str | None]

READ = """() => [...document.querySelectorAll('button[data-code][data-key]')].map(
  figure => [figure.dataset.code, figure.dataset.key, figure.dataset.group ?? null,
             figure.textContent.trim(), figure.getAttribute('aria-label')])"""


def _expected(analysis: Analysis) -> dict[Key, int]:
    told = findings_object(analysis)
    every = (one for kind in ("findings", "lenses", "barriers") for one in told[kind])
    return {key: count for finding in every for key, count in _figures_of(finding)}


def _figures_of(finding: dict[str, Any]) -> Iterator[tuple[Key, int]]:
    code = finding["code"]
    places: list[tuple[str | None, dict[str, Any]]] = [(None, finding)]
    places += finding["by_group"].items()
    for group, figures in places:
        for key in (*COUNTED, "voiced"):
            if key in figures:
                yield (code, key, group), figures[key]
    for table in TABLES:
        for name, count in finding.get(table, {}).items():
            yield (code, f"{table}:{name}", None), count


def _read(page: Opened) -> list[tuple[Key, str, str]]:
    return [((code, key, group), text, name) for code, key, group, text, name in page.found(READ)]


def test_every_figure_is_the_json_outputs(sample_page: Opened, rules_sample: Analysis) -> None:
    expected = _expected(rules_sample)
    shown = _read(sample_page)
    assert len(shown) > 100
    assert [one for one in shown if one[1] != str(expected.get(one[0]))] == []


def test_no_figure_of_a_theme_is_missing(sample_page: Opened, rules_sample: Analysis) -> None:
    shown = {key for key, _, _ in _read(sample_page)}
    wanted = {
        (code, key, group)
        for (code, key, group), count in _expected(rules_sample).items()
        if count and group is None and key in IN_THEMES_TABLE
        if code in {one.code for one in rules_sample.findings}
    }
    assert wanted - shown == set()


def test_groups_have_figures_of_their_own(sample_page: Opened, rules_sample: Analysis) -> None:
    shown = {(code, group) for (code, key, group), _, _ in _read(sample_page) if key == "endorse"}
    wanted = {
        (finding.code, one.group)
        for finding in rules_sample.findings
        for one in finding.by_group
        if one.figures.counts.endorse
    }
    assert wanted
    assert wanted - shown == set()


def test_a_figures_name_says_what_it_counts_and_does(
    sample_page: Opened, rules_sample: Analysis
) -> None:
    labels = {leaf.id: leaf.label for leaf in rules_sample.codebook.leaves}
    bad = [
        name
        for (code, _, group), text, name in _read(sample_page)
        if not name.startswith(f"{text} ")
        or labels[code] not in name
        or (group or "") not in name
        or not name.endswith("show the passages")
    ]
    assert bad == []


def test_a_figure_opens_just_the_leaders_that_it_counts(
    sample_page: Opened, rules_sample: Analysis
) -> None:
    keys = [key for key, _, _ in _read(sample_page)]
    for key in COUNTED:
        of_it = list(dict.fromkeys(one for one in keys if one[1] == key))
        of_groups = [one for one in of_it if one[2] is not None]
        for code, _, group in (*of_it[:2], *of_it[-1:], *of_groups[:2]):
            sample_page.open_figure(code, key, group=group)
            assert sorted(sample_page.leaders_behind()) == _leaders(rules_sample, code, key, group)
            sample_page.page.keyboard.press("Escape")


def test_the_dialog_behind_any_kind_of_figure_lists_as_many_leaders(sample_page: Opened) -> None:
    one_of_each = {key: (code, key, group) for (code, key, group), _, _ in _read(sample_page)}
    assert len(one_of_each) > len(IN_THEMES_TABLE)
    for code, key, group in one_of_each.values():
        figure = sample_page.open_figure(code, key, group=group)
        assert len(sample_page.leaders_behind()) == int(figure.inner_text())
        sample_page.page.keyboard.press("Escape")


def test_passages_behind_a_figure_are_those_leaders_own(
    sample_page: Opened, rules_sample: Analysis
) -> None:
    code = rules_sample.findings[0].code
    sample_page.open_figure(code, "endorse")
    leaders = set(_leaders(rules_sample, code, "endorse", None))
    own = {
        one.text
        for one in rules_sample.codings
        if one.code == code and one.holder is Holder.LEADER and one.interview in leaders
    }
    marked = sample_page.page.locator("#behind article.passage mark").all_text_contents()
    assert marked
    assert set(marked) <= own


def _leaders(analysis: Analysis, code: str, key: str, group: str | None) -> list[str]:
    groups = {one.leader: one.group for one in analysis.project.interviews}
    return sorted(
        one.leader
        for one in analysis.current
        if one.code == code and COUNTED[key](one) and group in {None, groups[one.leader]}
    )
