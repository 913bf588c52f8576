"""Where a quote stands, with its leader's name before it where names are shown."""

from collections.abc import Mapping
from dataclasses import replace

from sensecli.model import Analysis, Finding


def named_place(name: str, place: str) -> str:
    """`Jane Smith, L05:23`; the place alone where there is no name, or none to be shown."""
    return f"{name}, {place}" if name else place


def with_named_places(analysis: Analysis) -> Analysis:
    """The analysis for people to read: the place of each quote and missed passage is a named one.

    A masked analysis, which has no names, stays as it is.
    """
    names = {one.id: one.name for one in analysis.project.interviews if one.name}
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
    )


def _named(finding: Finding, names: Mapping[str, str]) -> Finding:
    return replace(
        finding,
        quotes=tuple(
            replace(one, place=named_place(names.get(one.interview, ""), one.place))
            for one in finding.quotes
        ),
    )
