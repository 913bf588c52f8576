"""Analyses of many leaders, by where each stands on people: g(ap), a(cts) or o(ut of both)."""

from collections.abc import Mapping
from dataclasses import replace

from sensecli.model import Analysis, Coding, Status
from tests.builders import a_coding, an_interview
from tests.exporting.made import an_analysis


def a_study(
    groups: Mapping[str, str], *, money: int = 0, more: tuple[Coding, ...] = ()
) -> Analysis:
    """Leaders L01, L02, ... of each group, a letter each: `{"acute": "ggao"}`.

    The first `money` leaders say that money stands in the way.
    """
    stands = [(group, letter) for group, letters in groups.items() for letter in letters]
    ids = [f"L{number:02d}" for number in range(1, len(stands) + 1)]
    interviews = [
        replace(an_interview(id=id_, group=group, organisation=f"Trust {id_}"), role=f"Chair {id_}")
        for id_, (group, _) in zip(ids, stands, strict=True)
    ]
    codings = [
        a_coding(interview=id_, status=Status.DONE if letter == "a" else Status.NONE)
        for id_, (_, letter) in zip(ids, stands, strict=True)
        if letter in "ga"
    ]
    codings += [a_coding(interview=id_, segment=2, code="money") for id_ in ids[:money]]
    return an_analysis(interviews=interviews, codings=[*codings, *more])
