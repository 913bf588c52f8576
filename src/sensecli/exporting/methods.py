"""What a paper's or a report's appendix says of the method: short paragraphs and references."""

import re
from collections import Counter
from collections.abc import Iterator

from sensecli.exporting.dates import date_span
from sensecli.exporting.mdtext import escaped
from sensecli.exporting.references import numbered
from sensecli.exporting.wording import listed, opened, plural
from sensecli.model import Analysis, Codebook, Coverage, Kind, Verdict

_LADDER = "aspiration, intention, commitment, underway, done; stalled or inaction where it failed"
_BESIDE = re.compile(r"interviews\.csv|names\.csv|.*\.(ya?ml|examples\.csv)")


def methods_text(analysis: Analysis) -> bytes:
    """The method of one run as Markdown, in the past tense, with numbered references."""
    read = bool(analysis.project.interviews)
    parts = (_material(analysis), _coding(analysis), _counting(analysis) if read else _none())
    text, references = numbered("\n\n".join(" ".join(part) for part in parts))
    cited = ("## References", references) if references else ()
    return ("\n\n".join(("# Method", text, *cited)) + "\n").encode(errors="replace")


def _material(analysis: Analysis) -> Iterator[str]:
    interviews, segments = analysis.project.interviews, analysis.segments
    if not interviews:
        yield "No interviews were read, and nothing was coded."
    else:
        leaders = {one.leader: one.group for one in interviews}
        were = "was" if len(interviews) == 1 else "were"
        span = date_span(one.date for one in interviews)
        read = f"{plural(len(interviews), 'interview')} with {plural(len(leaders), 'leader')}"
        dated = f" (dated {span})" if span else " (no dates known)"
        words = sum(len(one.text.split()) for one in segments)
        size = f"{plural(len(segments), 'segment')} and {plural(words, 'word')}"
        yield f"{opened(read)}{dated} {were} read, in all {size}."
        groups = Counter(group for group in leaders.values() if group)
        if groups:
            told = listed([f"{escaped(group)} ({n})" for group, n in sorted(groups.items())])
            yield f"Leaders by group: {told}."
    yield _problems(analysis)


def _problems(analysis: Analysis) -> str:
    """How many problems there were, and how many sources were not read."""
    problems = len(analysis.problems)
    if not problems:
        return "The program reported no problem with any source."
    known = {name for one in analysis.project.interviews for name in (one.source, one.id)}
    # A problem with a line is one with a part of the file, such as a row of a sheet.
    unread = {
        one.path
        for one in analysis.problems
        if one.path and one.line is None and not _BESIDE.fullmatch(one.path)
    } - known
    said = f"The program reported {plural(problems, 'problem')}"
    if not unread:
        return f"{said} with what was read."
    were = "was" if len(unread) == 1 else "were"
    return f"{said}; {plural(len(unread), 'source')} {were} not read."


def _coding(analysis: Analysis) -> Iterator[str]:
    engine, book = analysis.engine, analysis.codebook
    yield (
        f'The codebook was "{escaped(book.label)}" ({escaped(book.id)}), version'
        f" {escaped(book.version)}, hash {escaped(engine.codebook_hash)}, with {_codes(book)}."
        f"{_sources(book)}"
    )
    yield (
        f"A program coded it all ({escaped(engine.tool)}; language model {escaped(engine.model)},"
        f" hash {escaped(engine.model_hash)}), {_by(analysis)}."
    )
    yield (
        "The unit was the segment, a sentence or a bullet, and a segment could have several codes."
        " Of each coding it was decided whether the words endorsed or opposed the code's"
        " proposition, were mixed or neutral (stance); what was said of doing it, as a ladder"
        f" ({_LADDER}) and never as a score (status); who was to act (actor); whose view it was"
        " (holder); and whether the interviewer had put the point first (prompted)."
    )


def _codes(book: Codebook) -> str:
    kinds = Counter(leaf.kind for leaf in book.leaves)
    said = (
        plural(kinds[Kind.THEME], "theme"),
        plural(kinds[Kind.BARRIER], "barrier"),
        plural(kinds[Kind.LENS], "lens", "lenses"),
    )
    return listed(said)


def _sources(book: Codebook) -> str:
    """Whom the codebook itself names, where that is a reference that we know."""
    texts = (book.label, book.source, book.description, *(leaf.source for leaf in book.leaves))
    return " It drew on Weick [@weick]." if any("Weick" in text for text in texts) else ""


def _by(analysis: Analysis) -> str:
    if not analysis.engine.encoder_hash:
        return "by written cues and rules alone"
    said = (
        "by written cues and rules, weighed with the likeness to written examples that a sentence"
        f" encoder [@encoder] found (hash {escaped(analysis.engine.encoder_hash)})"
    )
    least = min((one.confidence for one in analysis.codings), default=None)
    return said if least is None else f"{said}; the least likely coding kept stood at {least:.2f}"


def _counting(analysis: Analysis) -> Iterator[str]:
    yield (
        f"This gave {plural(len(analysis.codings), 'coding')}. A leader's own codings of one code"
        " were joined to a position: mixed where they differed, and with the highest status that no"
        " failure told soon after took back. Each leader counted once for each code, with their"
        " latest round; who said nothing of it was counted as silent, not as opposed."
        " A finding was how many leaders agreed (endorsed), how many of these acted (underway or"
        " done), and the gap between the two; agreement that was only prompted was also counted"
        " apart. Shares of agreement have 95 % Wilson intervals [@wilson; @brown], which cover"
        " counting noise only: interviewees were taken as chosen, not sampled."
    )
    if analysis.coverage:
        yield _coverage(analysis.coverage)
    yield _checking(analysis)
    yield _correcting(analysis)


def _checking(analysis: Analysis) -> str:
    """How reliable the program is, by what a person coded whole."""
    checked = analysis.checked
    if checked is None:
        return (
            "The machine's coding was not checked against a person's in this run; `sense sample`"
            " and `sense reliability` do that, for which 10 to 25 % of the material is usual"
            " [@coders]."
        )
    by = ", ".join(map(escaped, checked.coders))
    figures = (
        f"percent agreement {_value(checked.percent)}",
        f"Cohen's kappa {_value(checked.kappa)} [@kappa]",
        f"Krippendorff's alpha {_value(checked.alpha)} [@alpha]",
        f"Gwet's AC1 {_value(checked.ac1)} [@ac1]",
    )
    return (
        f"{opened(plural(checked.interviews, 'interview'))} of {len(analysis.project.interviews)}"
        f" ({plural(checked.segments, 'segment')}) {'was' if checked.interviews == 1 else 'were'}"
        f" coded whole by a person ({by}), and the program's own coding was compared with that:"
        f" whether a code is there, by segment and code ({checked.units} units), {listed(figures)}."
        " If they were drawn at random, the shares of agreement, action and gap can be corrected"
        " by them with the difference estimator [@ppi] and exact intervals."
    )


def _value(coefficient: float | None) -> str:
    return "undefined" if coefficient is None else f"{coefficient:.2f}"


def _correcting(analysis: Analysis) -> str:
    """What people decided on the codings that are counted."""
    decided = analysis.laid.decided if analysis.laid else ()
    if not decided:
        return "In this run no coding was corrected by hand."
    verdicts = Counter(one.decision.verdict for one in decided)
    kinds = {
        Verdict.ACCEPT: "accepted",
        Verdict.CHANGE: "changed",
        Verdict.REJECT: "rejected",
        Verdict.ADD: "added",
    }
    did = listed([f"{verdicts[kind]} {word}" for kind, word in kinds.items() if verdicts[kind]])
    by = ", ".join(map(escaped, sorted({one.decision.coder for one in decided})))
    return (
        f"People ({by}) decided on {plural(len(decided), 'coding')} of those counted here ({did});"
        " their decisions stand in place of the program's."
    )


def _none() -> Iterator[str]:
    yield "There were no positions and no findings."


def _coverage(found: Coverage) -> str:
    """What came of code coverage, with the settings that it was worked out with."""
    came = found.reason if found.reached is None else f"reached at {found}"
    return (
        f"Code coverage [@coverage] was {came} (base {plural(found.base, 'interview')}, run"
        f" {found.run}, threshold {found.threshold * 100:g} %); with a fixed codebook this tells"
        " of coverage, not of saturation."
    )
