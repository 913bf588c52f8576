"""A decision as a line of JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.model import (
    Actor,
    Anchor,
    Decision,
    Holder,
    Stance,
    Status,
    Values,
    Verdict,
    identified,
)
from sensecli.review.line import understood, written
from tests.review.made import a_decision, seconds

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
SOME = TEXTS.filter(bool)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    verdict = draw(st.sampled_from(Verdict))
    values = Values(
        draw(TEXTS),
        draw(st.sampled_from(Stance)),
        draw(st.sampled_from(Status)),
        draw(st.sampled_from(Actor)),
        draw(st.sampled_from(Holder)),
        draw(st.booleans()),
    )
    start = draw(st.integers(0, 10**6))
    return identified(
        Decision(
            "",
            seconds(draw(st.integers(0, 9999))),
            draw(st.from_regex("[A-Za-z0-9.-]{1,12}", fullmatch=True)),
            verdict,
            Anchor(draw(TEXTS), start, start + draw(st.integers(1, 99)), *draw(_three_texts())),
            (draw(TEXTS), draw(st.sampled_from(Holder))),
            values,
            draw(SOME),
            draw(SOME),
        )
    )


def _three_texts() -> st.SearchStrategy[tuple[str, str, str]]:
    return st.tuples(TEXTS, TEXTS, TEXTS)


@given(decisions())
def test_what_is_written_is_read_back_the_same(decision: Decision) -> None:
    line = written(decision)
    assert "\n" not in line
    assert understood(json.loads(line)) == decision


def test_the_keys_stand_in_a_fixed_order() -> None:
    line = json.loads(written(a_decision()))
    assert " ".join(line) == "schema id time coder verdict anchor about values memo undoes"
    assert " ".join(line["anchor"]) == "interview start end quote before after"
    assert line["about"] == {"code": "people", "holder": "leader"}


def test_what_no_file_can_hold_is_written_as_a_character_that_stands_for_it() -> None:
    decision = a_decision("memo", memo="a\0b\ud800c")
    assert json.loads(written(decision).encode())["memo"] == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("path", "value", "message", "hint"),
    [
        ("verdict", "acept", 'there is no verdict "acept"', 'did you mean "accept"?'),
        ("values.stance", "agree", 'there is no values.stance "agree"', ""),
        ("values.status", "don", 'there is no values.status "don"', 'did you mean "done"?'),
        ("values.actor", ["self"], "there is no values.actor \"['self']\"", ""),
        ("about.holder", None, 'there is no about.holder "None"', ""),
        ("values.prompted", "true", '"values.prompted" is not true or false', ""),
        ("anchor.start", True, '"anchor.start" is not a whole number', ""),
        ("anchor.end", 0, "there is nothing from 0 to 0", ""),
        ("anchor", None, '"anchor" is not an object', ""),
        ("about", None, '"accept" needs "about"', ""),
        ("values", None, '"accept" needs "values"', ""),
        ("values", "people", '"values" is not an object', ""),
        ("id", "", 'has an empty "id"', ""),
        ("time", "2026-13-30T09:15:02Z", '"2026-13-30T09:15:02Z" is no time', ""),
        ("time", "2026-11-30", '"2026-11-30" is no time', ""),
        ("coder", "a/b", '"a/b" are no initials', ""),
        ("schema", 2, "was written by a later version (schema 2)", ""),
        ("schema", "1", 'has no "schema": 1', ""),
        ("memo", 3, '"memo" is not a text', ""),
        ("memo", "a\0", '"memo" holds a character that no text has (NUL or half a pair)', ""),
        (
            "anchor.quote",
            "\udc00",
            '"anchor.quote" holds a character that no text has (NUL or half a pair)',
            "",
        ),
    ],
)
def test_each_thing_wrong_is_told(path: str, value: object, message: str, hint: str) -> None:
    line = _line()
    place, _, key = path.rpartition(".")
    (line[place] if place else line)[key] = value
    found = understood(line)
    assert isinstance(found, tuple)
    ((said, advice),) = found
    assert said == message
    assert advice == hint or (not hint and advice)


def test_a_key_that_is_misspelt_is_named() -> None:
    line = _line()
    line["values"]["hodler"] = line["values"].pop("holder")
    assert understood(line) == (('has no "values.holder"', 'rename "hodler"'),)


def test_all_that_is_wrong_in_a_line_is_told_at_once() -> None:
    line = _line() | {"verdict": "agree", "coder": "", "memo": None}
    found = understood(line)
    assert isinstance(found, tuple)
    assert len(found) == 3


@pytest.mark.parametrize("line", [[], "accept", 3, None])
def test_what_is_no_object_is_no_decision(line: object) -> None:
    assert understood(line) == (("is not a decision", "take the line out"),)


@pytest.mark.parametrize(
    ("verdict", "key"),
    [("reject", "about"), ("add", "values"), ("memo", "memo"), ("undo", "undoes")],
)
def test_a_verdict_needs_what_it_is_about(verdict: str, key: str) -> None:
    line = _line() | {"verdict": verdict, "memo": "m", "undoes": "u"}
    assert isinstance(understood(line), Decision)
    line[key] = None if key in {"about", "values"} else ""
    found = understood(line)
    assert isinstance(found, tuple)
    assert [said for said, _ in found] == [f'"{verdict}" needs "{key}"']


def _line() -> dict[str, Any]:
    line: dict[str, Any] = json.loads(written(a_decision()))
    return line
