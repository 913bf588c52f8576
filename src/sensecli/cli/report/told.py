"""The most striking findings, in sentences and in the leaders' own words."""

from collections.abc import Iterator, Mapping, Sequence

from sensecli.cli.report.layout import BLANK, Lines, heading, led, paragraph
from sensecli.cli.report.quoting import quote_lines
from sensecli.exporting.sentences import (
    dissent_sentence,
    expected_actor_sentence,
    finding_sentence,
    fragile_sentence,
    obstacles_sentence,
)
from sensecli.model import Finding, Quote, Status

_IN = 3


def told_findings(
    findings: Sequence[Finding], *, names: Mapping[str, str], top: int, width: int
) -> Lines:
    """The first `top` themes that somebody agrees on, each with its quotes."""
    shown = [one for one in findings if one.figures.counts.endorse][:top]
    if not shown:
        return []
    word = "The most striking finding" if len(shown) == 1 else "The most striking findings"
    lines = heading(word, width=width)
    for number, finding in enumerate(shown, start=1):
        lines += [*([BLANK] if number > 1 else []), *_told(number, finding, names, width=width)]
    return lines


def _told(number: int, finding: Finding, names: Mapping[str, str], *, width: int) -> Lines:
    label, said = finding.label, finding_sentence(finding, finding.figures.counts.n)
    rest = said.removeprefix(f"{label}:").strip()
    lines = led(f"{number}  {label}:", rest, width=width, hang=_IN)
    for lead, shown in _said(finding, names):
        lines += quote_lines(shown, lead=lead, width=width, indent=_IN)
    dissent = dissent_sentence(finding)
    lines += paragraph(dissent, width=width, indent=_IN)
    if quote := _of(finding, "dissent"):
        lines += quote_lines(quote, lead="Against:", width=width, indent=_IN)
    context = (
        expected_actor_sentence(finding),
        obstacles_sentence(finding, names),
        fragile_sentence(finding),
    )
    return lines + paragraph(" ".join(filter(None, context)), width=width, indent=_IN)


def _said(finding: Finding, names: Mapping[str, str]) -> Iterator[tuple[str, Quote]]:
    """The endorsement, then what failed or stands in the way."""
    if quote := _of(finding, "endorsement"):
        yield "For:", quote
    elif quote := _of(finding, "action"):
        yield "Acts:", quote
    if quote := _of(finding, "failure"):
        yield ("Stopped:" if quote.status is Status.STALLED else "Not done:"), quote
    elif quote := _of(finding, "barrier"):
        yield f"In the way, {names.get(quote.code, quote.code)}:", quote


def _of(finding: Finding, why: str) -> Quote | None:
    return next((quote for quote in finding.quotes if quote.why == why), None)
