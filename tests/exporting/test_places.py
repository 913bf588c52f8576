"""Where quotes stand, with names and without."""

from dataclasses import replace

from sensecli.exporting.markdown import findings_markdown
from sensecli.exporting.names import masked
from sensecli.exporting.places import named_place, with_named_places
from tests.builders import an_interview
from tests.exporting.followed import a_followed_analysis
from tests.exporting.made import a_named_analysis, a_small_analysis


def test_a_name_stands_before_the_place() -> None:
    assert named_place("Jane Smith", "L05:23") == "Jane Smith, L05:23"


def test_without_a_name_there_is_the_place_alone() -> None:
    assert named_place("", "L05:23") == "L05:23"


def test_every_quote_and_missed_passage_has_a_named_place() -> None:
    named = with_named_places(a_named_analysis())
    found = (*named.findings, *named.barriers, *(lens.finding for lens in named.lenses))
    places = [quote.place for finding in found for quote in finding.quotes]
    places += [passage.place for passage in named.missed]
    assert places
    assert all(place == "Jane Smith, L05:1" for place in places)


def test_quotes_beside_records_and_of_two_rounds_have_named_places() -> None:
    followed = a_followed_analysis()
    project = replace(followed.project, interviews=(an_interview(id="L01", name="Jane Smith"),))
    named = with_named_places(replace(followed, project=project))
    assert named.records
    assert named.comparison
    (between,) = named.comparison.between
    (move,) = between.themes[0].moves
    quotes = (named.records.contradictions[0].quote, between.promises[0].says, move.said)
    assert [one.place for one in quotes if one] == [
        "Jane Smith, L01:1",
        "Jane Smith, L01:14",
        "Jane Smith, L01:1",
    ]


def test_an_analysis_without_names_stays_as_it_is() -> None:
    analysis = a_small_analysis()
    assert with_named_places(analysis) is analysis


def test_a_markdown_report_with_names_says_who_was_quoted() -> None:
    assert "> (Jane Smith, L05:1)" in findings_markdown(a_named_analysis()).decode()


def test_a_masked_markdown_report_says_where_alone() -> None:
    assert "> (L05:1)" in findings_markdown(masked(a_named_analysis())).decode()
