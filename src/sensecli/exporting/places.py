"""Where a quote stands, with its leader's name before it where names are shown."""

from collections.abc import Mapping
from dataclasses import replace

from sensecli.model import Analysis, Between, Comparison, Finding, Move, Promise, Quote, Records


def named_place(name: str, place: str) -> str:
    """`Jane Smith, L05:23`; the place alone where there is no name, or none to be shown."""
    return f"{name}, {place}" if name else place


def with_named_places(analysis: Analysis) -> Analysis:
    """The analysis for people to read: the place of each quote and missed passage is a named one.

    A masked analysis, which has no names, stays as it is.
    """
    named = [one for one in analysis.project.interviews if one.name]
    # A quote of an earlier round is of an interview that may not be among these.
    names = {one.leader: one.name for one in named} | {one.id: one.name for one in named}
    if not names:
        return analysis
    return replace(
        analysis,
        findings=tuple(_named(one, names) for one in analysis.findings),
        barriers=tuple(_named(one, names) for one in analysis.barriers),
        lenses=tuple(replace(ln, finding=_named(ln.finding, names)) for ln in analysis.lenses),
        missed=tuple(
            replace(one, place=named_place(names.get(one.interview, ""), one.place))
            for one in analysis.missed
        ),
        records=_records(analysis.records, names) if analysis.records else None,
        comparison=_comparison(analysis.comparison, names) if analysis.comparison else None,
    )


def _named(finding: Finding, names: Mapping[str, str]) -> Finding:
    return replace(finding, quotes=tuple(_quote(one, names) for one in finding.quotes))


def _records(records: Records, names: Mapping[str, str]) -> Records:
    found = (replace(one, quote=_quote(one.quote, names)) for one in records.contradictions)
    return replace(records, contradictions=tuple(found))


def _comparison(comparison: Comparison, names: Mapping[str, str]) -> Comparison:
    overall = comparison.overall
    return replace(
        comparison,
        between=tuple(_between(one, names) for one in comparison.between),
        overall=_between(overall, names) if overall else None,
    )


def _between(between: Between, names: Mapping[str, str]) -> Between:
    return replace(
        between,
        themes=tuple(
            replace(one, moves=tuple(_move(move, names) for move in one.moves))
            for one in between.themes
        ),
        promises=tuple(_promise(one, names) for one in between.promises),
    )


def _move(move: Move, names: Mapping[str, str]) -> Move:
    return replace(move, said=_heard(move.said, names), says=_heard(move.says, names))


def _promise(one: Promise, names: Mapping[str, str]) -> Promise:
    return replace(one, said=_quote(one.said, names), says=_heard(one.says, names))


def _heard(quote: Quote | None, names: Mapping[str, str]) -> Quote | None:
    return _quote(quote, names) if quote else None


def _quote(quote: Quote, names: Mapping[str, str]) -> Quote:
    name = names.get(quote.interview) or names.get(quote.leader, "")
    return replace(quote, place=named_place(name, quote.place))
