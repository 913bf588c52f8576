"""The most striking findings, in sentences and in the leaders' own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sensecli.cli.report.layout import (
    AGAINST,
    BAD,
    BLANK,
    GOOD,
    Lines,
    heading,
    led,
    paragraph,
)
from sensecli.cli.report.quoting import quoted
from sensecli.exporting.sentences import (
    dissent_sentence,
    expected_actor_sentence,
    finding_sentence,
    fragile_sentence,
    obstacles_sentence,
    silence_sentence,
)
from sensecli.exporting.wording import plural
from sensecli.model import Finding, Quote, Status

_IN = 3
_OBSTACLES = 2


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
    said = finding_sentence(finding, finding.figures.counts.n).removeprefix(f"{finding.label}:")
    rest = f"{said} {silence_sentence(finding)}"
    lines = led(f"{number}.\u00a0{finding.label}:", rest, width=width, hang=_IN)
    voices = tuple(_voices(finding, names))
    for lead, quote, style in voices:
        words = quoted(quote.text, quote.place)
        lines += led(lead, words, width=width, indent=_IN, hang=_IN + 2, style=style)
    context = (
        expected_actor_sentence(finding),
        _obstacles(finding, [quote for _, quote, _ in voices], names),
        _carried(finding),
    )
    return lines + paragraph(" ".join(filter(None, context)), width=width, indent=_IN)


def _voices(finding: Finding, names: Mapping[str, str]) -> Iterator[tuple[str, Quote, str]]:
    """Each quote with the words before it and their colour: for it, what failed, against it."""
    if quote := _of(finding, "endorsement"):
        yield "For:", quote, GOOD
    elif quote := _of(finding, "action"):
        yield "Acts:", quote, GOOD
    if quote := _of(finding, "failure"):
        yield ("Stopped:" if quote.status is Status.STALLED else "Not done:"), quote, BAD
    elif quote := _of(finding, "barrier"):
        yield f"In the way ({names.get(quote.code, quote.code)}):", quote, BAD
    if quote := _of(finding, "dissent"):
        yield f"{dissent_sentence(finding)} Against:", quote, AGAINST


def _obstacles(finding: Finding, shown: Sequence[Quote], names: Mapping[str, str]) -> str:
    """What stands in the way, unless that is one barrier alone and its quote has told it."""
    told = {quote.code for quote in shown if quote.why == "barrier"}
    if {code for code, _ in finding.barriers} <= told:
        return ""
    return obstacles_sentence(finding, names, most=_OBSTACLES)


def _carried(finding: Finding) -> str:
    """The organisation without which the finding changes most, and how many more there are."""
    said = fragile_sentence(replace(finding, fragile=finding.fragile[:1]))
    more = len(finding.fragile) - 1
    return f"{said[:-1]}; the same holds of {plural(more, 'other')}." if more > 0 else said


def _of(finding: Finding, why: str) -> Quote | None:
    return next((quote for quote in finding.quotes if quote.why == why), None)
