from sensecli.finding.actors import actors, named
from sensecli.finding.own import own
from sensecli.finding.positions import positions
from sensecli.model import Actor, Coding
from tests.builders import a_codebook, a_coding, an_interview

INTERVIEWS = [an_interview(id="L01"), an_interview(id="L02")]


def _named(*codings: Coding) -> dict[str, int]:
    counted = named(own(codings, INTERVIEWS), positions(codings, INTERVIEWS, a_codebook()))
    return {str(a): k for a, k in actors("people", counted) if k}


def test_all_five_actors_are_listed_in_their_order() -> None:
    assert actors("people", {}) == tuple((actor, 0) for actor in Actor)


def test_each_leader_counts_once_for_an_actor() -> None:
    assert _named(
        a_coding(segment=1, status="aspiration", actor="others"),
        a_coding(segment=2, status="intention", actor="others"),
        a_coding(interview="L02", status="done", actor="others"),
    ) == {"others": 2}


def test_a_leader_may_count_under_several_actors() -> None:
    assert _named(
        a_coding(segment=1, status="aspiration", actor="others"),
        a_coding(segment=2, status="underway", actor="own"),
    ) == {"own": 1, "others": 1}


def test_a_mere_view_names_nobody_where_something_is_to_be_done() -> None:
    assert _named(
        a_coding(segment=1, status="none", actor="others"),
        a_coding(segment=2, status="aspiration", actor="own"),
    ) == {"own": 1}


def test_where_nothing_is_to_be_done_the_actors_of_the_views_count() -> None:
    assert _named(a_coding(status="none", actor="shared")) == {"shared": 1}


def test_where_there_are_failures_alone_their_actors_count() -> None:
    assert _named(a_coding(status="stalled", actor="own")) == {"own": 1}


def test_a_view_names_more_than_a_failure() -> None:
    assert _named(
        a_coding(segment=1, status="none", actor="shared"),
        a_coding(segment=2, status="stalled", actor="own"),
    ) == {"shared": 1}


def test_unspecified_counts_only_where_nobody_is_named() -> None:
    assert _named(
        a_coding(segment=1, status="aspiration"),
        a_coding(segment=2, status="aspiration", actor="self"),
        a_coding(interview="L02", status="aspiration"),
    ) == {"self": 1, "unspecified": 1}


def test_only_leaders_who_endorse_count() -> None:
    assert _named(a_coding(stance="oppose", status="aspiration", actor="self")) == {}


def test_only_the_leaders_own_codings_of_that_code_count() -> None:
    assert _named(
        a_coding(status="aspiration", actor="self"),
        a_coding(segment=2, holder="other", status="aspiration", actor="others"),
        a_coding(segment=3, code="learning", status="aspiration", actor="shared"),
    ) == {"self": 1}
