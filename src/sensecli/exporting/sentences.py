"""The findings in plain sentences: the same words wherever they are shown.

Leaders *agree*, they *act*, and what lies between is the *gap*.
"""

import re
from collections.abc import Mapping

from sensecli.exporting.terms import LOOKED_TO
from sensecli.exporting.wording import listed, none, opened, ordinal, part, plural, who, whole
from sensecli.model import Actor, Analysis, Codebook, Counts, Finding, Kind, LensFinding

_LISTED = 3
_NOTE = re.compile(r"\s*\([^()]*\)[\s.]*$")


def labels(codebook: Codebook) -> dict[str, str]:
    """The label of each code by its id."""
    return {leaf.id: leaf.label for leaf in codebook.leaves}


def headline(analysis: Analysis) -> str:
    """The answer in one sentence: the most striking gap, or what is there in its place."""
    if not analysis.totals.interviews:
        return "No interviews were read, so there is nothing to report."
    themes = [f for f in analysis.findings if f.figures.counts.endorse]
    if themes:
        return _gap_headline(themes[0], analysis.codebook)
    voiced = [lens for lens in analysis.lenses if lens.voiced]
    if analysis.findings and any(f.figures.counts.raised for f in analysis.findings):
        return "Leaders raise themes of the codebook, but none of them agrees on any."
    if voiced:
        first = voiced[0]
        return lens_sentence(first, first.finding.figures.counts.n, labels(analysis.codebook))
    named = [f for f in analysis.barriers if f.figures.counts.endorse]
    if named:
        return barrier_sentence(named[0], named[0].figures.counts.n)
    return "No passage was found on any code of the codebook."


def _gap_headline(finding: Finding, codebook: Codebook) -> str:
    figures, counts = finding.figures, finding.figures.counts
    agree = opened(who(counts.endorse, counts.n, "agrees", "agree", "leaders"))
    if 2 * finding.prompted_only > counts.endorse:
        some = f"{finding.prompted_only} of them " if finding.prompted_only < counts.endorse else ""
        agree += f" ({some}only when prompted)"
    act = f"; {part(figures.act, counts.endorse, 'acts on it', 'act on it')}"
    if counts.endorse == 1:
        act = ", and acts on it" if figures.act else ", and does not act on it"
    by_id = {leaf.id: leaf.proposition for leaf in codebook.leaves}
    return f"{agree} {proposed(finding.label, by_id.get(finding.code, ''))}{act}."


def proposed(label: str, proposition: str) -> str:
    """`that <the code's proposition>`, or `on "<label>"` where it has none of its own."""
    # What stands in brackets at its end is a note to the coder.
    proposition = _NOTE.sub("", proposition).rstrip(" .")
    if proposition == label or " " not in proposition:
        return f'on "{label}"'
    first = proposition.split()[0]
    # A word with a second capital ("NHS") keeps its first one.
    lower = first[1:].islower() or first == "A"
    return f"that {proposition[0].lower() if lower else proposition[0]}{proposition[1:]}"


def finding_sentence(finding: Finding, n: int) -> str:
    """How many of `n` leaders agree on a theme, act on it and say that it failed."""
    figures, endorse = finding.figures, finding.figures.counts.endorse
    if not figures.counts.raised:
        return _silent(finding, n)
    said = f"{finding.label}: {who(endorse, n, 'agrees', 'agree')}"
    if not endorse:
        return f"{said}."
    if endorse == 1:
        return f"{said}{_one(finding)}."
    said += ", and " if figures.act == endorse else ", "
    said += part(figures.act, endorse, "acts on it", "act on it")
    said += own_side(figures.act, figures.act_own)
    if figures.failed:
        verbs = ("says outright that it failed", "say outright that it failed")
        said += f"; {part(figures.failed, endorse, *verbs)}"
    return f"{said}.{_prompted(finding.prompted_only, endorse)}"


def _one(finding: Finding) -> str:
    """The same of the only leader who agrees: told so that it is plainly one person."""
    figures = finding.figures
    prompted = ", but only when prompted," if finding.prompted_only else ""
    act = "acts on it" if figures.act else "does not act on it"
    act += own_side(figures.act, figures.act_own)
    if figures.failed:
        return f"{prompted or ','} {act}, and says outright that it failed"
    return f"{prompted} and {act}"


def _silent(finding: Finding, n: int) -> str:
    said = who(0, n, "speaks of it", "speak of it") if n else "nobody was interviewed"
    return f"{finding.label}: {said}."


def own_side(act: int, own: int) -> str:
    """Of those who act, how many by their own side, in brackets; empty where nobody acts."""
    if not act:
        return ""
    if own == act:
        every = "" if act == 1 else f"{whole(act).split()[0]} "
        return f" ({every}on their own side)"
    if not own:
        return f" ({'not' if act == 1 else none(act)} on their own side)"
    return f" ({own} on their own side)"


def _prompted(only: int, endorse: int) -> str:
    if not only:
        return ""
    some = opened(whole(only)) if only == endorse > 1 else str(only)
    return f" {some} agreed only when prompted."


def dissent_sentence(finding: Finding) -> str:
    """Who does not agree, and in what way; empty where nobody opposes or is mixed."""
    counts = finding.figures.counts
    if not counts.oppose + counts.mixed:
        return ""
    return _others(counts)


def silence_sentence(finding: Finding) -> str:
    """Who takes no side or says nothing, where `dissent_sentence` has not said it already."""
    counts = finding.figures.counts
    if counts.oppose + counts.mixed or not counts.neutral + counts.silent or not counts.raised:
        return ""
    return _others(counts)


def _others(counts: Counts) -> str:
    groups = (
        (counts.oppose, "opposes", "oppose"),
        (counts.mixed, "is mixed", "are mixed"),
        (counts.neutral, "takes no side", "take no side"),
        (counts.silent, "does not speak of it", "do not speak of it"),
    )
    ways = [f"{count} {verb if count == 1 else verbs}" for count, verb, verbs in groups if count]
    others = counts.n - counts.endorse
    if len(ways) == 1:
        count, verb, verbs = next(group for group in groups if group[0])
        return f"{opened(who(count, counts.n, verb, verbs))}."
    if others == counts.n:
        return f"{', '.join(ways)}."
    return f"{others} of {counts.n} do not: {', '.join(ways)}."


def lens_sentence(lens: LensFinding, n: int, names: Mapping[str, str] | None = None) -> str:
    """How many make sense in this way, and beside which gaps; `names` are labels by code id."""
    voice = who(lens.voiced, n, "makes sense in this way", "make sense in this way")
    said = f"{lens.finding.label}: {voice}"
    beside = [f"{(names or {}).get(code, code)} ({count})" for code, count in lens.beside[:_LISTED]]
    return f"{said}, beside the gap on {listed(beside)}." if beside else f"{said}."


def barrier_sentence(finding: Finding, n: int) -> str:
    """How many say that a barrier stands in the way, and that something is done about it."""
    figures, endorse = finding.figures, finding.figures.counts.endorse
    verbs = ("says that it stands in the way", "say that it stands in the way")
    if not figures.counts.raised:
        return _silent(finding, n)
    if not endorse:
        return f"{finding.label}: {who(0, n, *verbs)}."
    said = f"{finding.label}: {who(endorse, n, *verbs)}"
    if endorse == 1:
        prompted = ", but only when prompted" if finding.prompted_only else ""
        act = "that something is" if figures.act else "does not say that anything is"
        return f"{said}{prompted}, and {act} done about it."
    done = ("says that something is done about it", "say that something is done about it")
    said += f"; {part(figures.act, endorse, *done)}"
    return f"{said}.{_prompted(finding.prompted_only, endorse)}"


def obstacles_sentence(
    finding: Finding, names: Mapping[str, str] | None = None, *, most: int = _LISTED
) -> str:
    """What stands in the way for those who agree and do not act; empty where they name nothing.

    At most so many of the barriers that they name, the most named first.
    """
    named = [f"{(names or {}).get(code, code)} ({n})" for code, n in finding.barriers[:most]]
    gap = finding.figures.gap
    if not named or not gap:
        return ""
    return f"In the way, for the {'one' if gap == 1 else gap} in the gap: {listed(named)}."


def expected_actor_sentence(finding: Finding) -> str:
    """Who is looked to for action, by those who agree; empty where nobody agrees."""
    endorse, tally = finding.figures.counts.endorse, dict(finding.actors)
    named = sorted(
        ((count, whom) for actor, whom in LOOKED_TO.items() if (count := tally.get(actor, 0))),
        key=lambda pair: -pair[0],
    )
    nobody = tally.get(Actor.UNSPECIFIED, 0)
    if not endorse or not (named or nobody):
        return ""
    if endorse == 1:
        looks = f"looks to {listed([whom for _, whom in named])}" if named else "names nobody"
        return f"The one who agrees {looks} to act."
    if not named:
        return f"{opened(none(endorse))} of the {endorse} who agree names anybody to act."
    (count, first), *others = named
    looks = f"{part(count, endorse, 'looks', 'look')} to {first} to act"
    said = f"Of the {endorse} who agree, {listed([looks, *(f'{c} to {w}' for c, w in others)])}"
    left = f"; {nobody} {'names' if nobody == 1 else 'name'} nobody" if nobody else ""
    return f"{said}{left}."


def fragile_sentence(finding: Finding) -> str:
    """What the finding would be without one organisation; empty where it hangs on none."""
    kind = {Kind.THEME: "theme", Kind.BARRIER: "barrier", Kind.LENS: "lens"}[finding.kind]
    ways = [
        f"without {one.organisation} ({plural(one.leaders, 'leader')}) the gap is {one.gap}"
        f" and the {kind} ranks {ordinal(one.rank)}"
        for one in finding.fragile[:_LISTED]
    ]
    more = len(finding.fragile) - len(ways)
    if more > 0:
        ways.append(f"the same holds of {plural(more, 'other organisation')}")
    return f"{opened('; '.join(ways))}." if ways else ""
