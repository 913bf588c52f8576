"""The page: its figures are the JSON output's, it asks for nothing, and it takes any text."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from sensecli.exporting.jsonfile import findings_object
from sensecli.exporting.names import masked
from sensecli.exporting.page import findings_html, profile_html
from sensecli.exporting.shown import Shown
from sensecli.model import Analysis, Codebook, Coding, Coverage, Segment, Speaker, Stance, Status
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import a_named_analysis, a_small_analysis, an_analysis
from tests.exporting.page.read import data, read, texts

HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "<!-- ]]> {{ 7 * 7 }} {% x %} & &amp;",
    "\u05e9\u05dc\u05d5\u05dd \u202e\U0001f642\u2028\u2029",
    "a" * 5_000,
    "lone \ud800 surrogate",
)


def _figures(page: bytes) -> list[tuple[str, str, str, str]]:
    return [
        (a["data-code"], a["data-key"], a.get("data-group", ""), one.text)
        for one in read(page).all("button", class_="figure")
        for a in (one.attributes,)
    ]


def _a_hostile_analysis(text: str) -> Analysis:
    interview = replace(
        an_interview(group=text, organisation=text, text=f"{text}\n" * 40), role=text
    )
    codings = [
        replace(
            a_coding(code=code, text=text, start=0, status=Status.STALLED),
            cue=text,
            rule=text,
            example=text,
        )
        for code in ("people", "money", "story")
    ]
    return an_analysis(
        interviews=[interview, an_interview(id="L02")], codings=codings, codebook=_labelled(text)
    )


def _labelled(text: str) -> Codebook:
    """A codebook whose labels are that text; YAML has no lone surrogates."""
    label = text.encode(errors="replace").decode()
    book = a_codebook()
    nodes = tuple(node.model_copy(update={"label": label}) for node in book.codes)
    return book.model_copy(update={"label": label, "codes": nodes})


def test_every_figure_is_the_json_outputs() -> None:
    analysis = a_small_analysis()
    told = findings_object(analysis)
    by_code = {
        one["code"]: one for kind in ("findings", "lenses", "barriers") for one in told[kind]
    }
    shown = _figures(findings_html(analysis))
    assert len(shown) > 10
    for code, key, group, text in shown:
        finding = by_code[code]
        assert text == str((finding["by_group"][group] if group else finding)[key])


def test_a_figure_says_what_it_counts() -> None:
    page = read(findings_html(a_small_analysis()))
    first = next(page.all("button", class_="figure", data_key="endorse"))
    assert first.attributes["aria-label"] == "2 leaders agree on People: show the passages"


def test_nothing_is_no_button() -> None:
    figures = _figures(findings_html(a_small_analysis()))
    assert "0" not in {text for *_, text in figures}


def test_the_answer_comes_before_every_table() -> None:
    said = texts(findings_html(a_small_analysis()))
    assert said.index('Both leaders agree on "People"; 1 acts on it.') < said.index(
        "the widest gap first"
    )


def test_the_page_says_that_it_is_confidential_first() -> None:
    (header,) = read(findings_html(a_small_analysis())).all("header")
    assert header.text.split()[:3] == ["Confidential:", "working", "copy."]


def test_headings_go_down_one_by_one() -> None:
    page = read(findings_html(a_small_analysis()))
    levels = [int(one.tag[1]) for one in page.all() if re.fullmatch(r"h[1-6]", one.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique() -> None:
    shown = [Shown(name, "T", "R", "A", '<svg><g id="a"/></svg>') for name in ("gap", "ladder")]
    page = read(findings_html(a_small_analysis(), shown))
    ids = [one.attributes["id"] for one in page.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))


def test_contents_lead_to_sections_that_are_there() -> None:
    page = read(findings_html(a_small_analysis()))
    ids = {one.attributes.get("id") for one in page.all("section")}
    links = [one.attributes["href"][1:] for nav in page.all("nav") for one in nav.all("a")]
    assert set(links) <= ids


def test_nothing_is_asked_of_anybody() -> None:
    page = findings_html(a_small_analysis(), [Shown("gap", "T", "R", "A", "<svg></svg>")])
    asking = {"src", "srcset", "href", "action", "data", "poster", "background", "ping"}
    asked = [
        one.attributes[name] for one in read(page).all() for name in asking & {*one.attributes}
    ]
    assert asked
    assert [address for address in asked if not address.startswith("#")] == []
    assert re.findall(r"url\((?!#)|@import|@font-face|https?:", page.decode()) == []


def test_the_policy_lets_only_our_own_script_run() -> None:
    (policy,) = [
        one.attributes["content"]
        for one in read(findings_html(a_small_analysis())).all("meta")
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/]{43}='", policy)


def test_scripts_are_the_data_and_ours_alone() -> None:
    scripts = list(read(findings_html(a_small_analysis())).all("script"))
    assert [one.attributes.get("type", "") for one in scripts] == ["application/json", ""]


def test_each_text_is_stored_once() -> None:
    text = "A sentence that two codes share."
    codings = [a_coding(code=code, text=text, start=0) for code in ("people", "learning")]
    page = findings_html(an_analysis(interviews=[an_interview()], codings=codings))
    assert data(page)["texts"].count(text) == 1


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_a_text(text: str) -> None:
    page = findings_html(_a_hostile_analysis(text))
    shown = " ".join(text.encode(errors="replace").decode().split())
    assert shown in texts(page)
    assert len(list(read(page).all("script"))) == 2
    assert list(read(page).all("img")) == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_in_the_data_as_it_was_said(text: str) -> None:
    page = findings_html(_a_hostile_analysis(text))
    assert text.encode(errors="replace").decode() in data(page)["texts"]


def test_the_data_holds_no_markup() -> None:
    page = findings_html(_a_hostile_analysis(HOSTILE[0])).decode()
    written = page.partition('id="data">')[2].partition("</script>")[0]
    assert not set(written) & set("<>&\u2028\u2029")


def test_a_passage_has_its_neighbours_around_it() -> None:
    texts_ = ["Before it.", "It.", "After it.", "Far away."]
    made = an_analysis(interviews=[an_interview()], codings=[a_coding(segment=2, text="It.")])
    segments = [
        Segment("L01", at, 0, 1, text, Speaker.INTERVIEWER, 0)
        for at, text in enumerate(texts_, start=1)
    ]
    found = data(findings_html(replace(made, segments=tuple(segments))))
    (row,) = found["codings"]
    around = [found["texts"][found["segments"][at][0]] for at in row[3:5]]
    assert around == ["Before it.", "After it."]
    assert "Far away." not in found["texts"]


def test_the_first_passage_has_nothing_before_it() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding()])
    (row,) = data(findings_html(made))["codings"]
    assert row[3:5] == [-1, -1]


def test_a_masked_page_names_nobody() -> None:
    page = findings_html(masked(a_named_analysis())).decode()
    assert "Jane" not in page
    assert "Smith" not in page


def test_a_page_with_names_says_who_was_quoted() -> None:
    assert "Jane Smith, L05:1" in texts(findings_html(a_named_analysis()))


def test_the_interviewers_views_are_among_all_passages_and_count_for_nothing() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding(holder="interviewer")])
    found = data(findings_html(made))
    assert len(found["codings"]) == 1
    assert found["figures"]["people"] == {}


def test_a_silent_theme_is_named_as_silent() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding()])
    assert "Nobody speaks of: Learning." in texts(findings_html(made))


def test_agreement_only_when_prompted_is_said_with_the_finding() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding(prompted=True)])
    assert "agree only when prompted" in texts(findings_html(made))


def test_the_gap_has_its_bounds_in_leaders() -> None:
    codings = [a_coding(status=Status.STALLED), a_coding(interview="L02")]
    made = an_analysis(interviews=[an_interview(), an_interview(id="L02")], codings=codings)
    assert "Of the 2 in the gap, 1 says outright that it failed" in texts(findings_html(made))


def test_coverage_that_cannot_be_told_has_its_reason() -> None:
    none = Coverage((1, 1), 4, 2, 0.05, 2, (), None, "undefined: 2 interviews, and it takes 6")
    made = replace(a_small_analysis(), coverage=none)
    assert "is undefined: 2 interviews, and it takes 6." in texts(findings_html(made))


def test_coverage_that_was_reached_is_told_in_interviews() -> None:
    new = (9, 6, 2, 1, 2, 1, 1, 0)
    reached = Coverage(new, 4, 2, 0.05, 18, (3 / 18, 2 / 18, 1 / 18), 6, "")
    said = texts(findings_html(replace(a_small_analysis(), coverage=reached)))
    assert "was reached at 6+2: the first 4 interviews gave 18 codes" in said


def test_how_it_was_made_is_said_at_the_end() -> None:
    said = texts(findings_html(a_small_analysis()))
    assert "A tiny codebook (tiny), version 1" in said
    assert "c0de" in said
    assert "en_tiny 1 (m0de1)" in said


def test_nothing_read_makes_a_page_all_the_same() -> None:
    said = texts(findings_html(an_analysis()))
    assert "No interviews were read, so there is nothing to report." in said


def test_nothing_coded_makes_a_page_all_the_same() -> None:
    made = an_analysis(interviews=[an_interview()])
    assert "No passage was found on any code of the codebook." in texts(findings_html(made))


def test_a_codebook_of_lenses_alone_makes_a_page() -> None:
    book = a_codebook(themes=(), barriers=())
    made = an_analysis(interviews=[an_interview()], codings=[a_coding(code="story")], codebook=book)
    assert "How leaders make sense of it" in texts(findings_html(made))


def test_the_same_analysis_gives_the_same_bytes() -> None:
    assert findings_html(a_small_analysis()) == findings_html(a_small_analysis())


def test_a_page_of_eight_thousand_codings_is_small() -> None:
    interviews = [an_interview(id=f"L{n:02d}") for n in range(1, 22)]
    codings: list[Coding] = [
        a_coding(
            interview=one.id,
            segment=at,
            code=("people", "learning")[at % 2],
            text=f"{one.id} {at} {'words ' * 30}",
            start=0,
            stance=Stance.ENDORSE,
        )
        for one in interviews
        for at in range(1, 391)
    ]
    made = an_analysis(interviews=interviews, codings=codings)
    assert len(codings) > 8_000
    assert len(findings_html(made)) < 4_000_000


def test_a_profile_is_one_page_without_script() -> None:
    page = profile_html(a_small_analysis(), "L01")
    assert list(read(page).all("script")) == []
    assert "What you told us: L01" in texts(page)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_profile_stays_text(text: str) -> None:
    page = profile_html(_a_hostile_analysis(text), "L01")
    assert " ".join(text.encode(errors="replace").decode().split()) in texts(page)
    assert list(read(page).all("img")) == []
