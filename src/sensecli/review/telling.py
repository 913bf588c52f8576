"""What became of people's decisions, in words for whoever runs the program."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sensecli.model import Decision, Laid, Notice, Orphan, Problem, Verdict

_DID = {
    Verdict.ACCEPT: "accepted",
    Verdict.CHANGE: "changed",
    Verdict.REJECT: "rejected",
    Verdict.ADD: "added",
}
_SHOWN = 40
_NOWHERE: Mapping[str, tuple[str, int]] = MappingProxyType({})


def told(
    laid: Laid, *, lines: Mapping[str, tuple[str, int]] = _NOWHERE
) -> tuple[tuple[Problem, ...], tuple[Notice, ...]]:
    """A problem for each decision without a place, and notices of what was decided.

    `lines` are file and line of each decision by its id, as `read_decisions` gives them.
    """
    problems = tuple(_problem(one, *lines.get(one.decision.id, ("", 0))) for one in laid.orphans)
    return problems, tuple(Notice(said) for said in _notices(laid))


def _problem(orphan: Orphan, file: str, line: int) -> Problem:
    decision = orphan.decision
    code = _code(decision)
    about = f'"{_short(decision.anchor.quote)}"' + (f" ({code})" if code else "")
    return Problem(
        file,
        line or None,
        f"the decision on {about} has no place any more: {orphan.reason}",
        "put it back, or look at all of these with sense review FOLDER --orphans",
    )


def _notices(laid: Laid) -> Iterator[str]:
    if laid.decided:
        verdicts = Counter(one.decision.verdict for one in laid.decided)
        coders = len({one.decision.coder.lower() for one in laid.decided})
        were = counted(len(laid.decided), "coding was", "codings were")
        did = ", ".join(f"{verdicts[one]} {word}" for one, word in _DID.items() if verdicts[one])
        yield f"{were} decided by people ({counted(coders, 'coder', 'coders')}): {did}."
    if laid.moved:
        were = counted(laid.moved, "decision was", "decisions were")
        yield f"{were} found again elsewhere: the notes were edited since."
    if laid.conflicts:
        are = counted(len(laid.conflicts), "decision differs", "decisions differ")
        yield f"{are} from what another coder decided on the same coding: the later stands."


def _code(decision: Decision) -> str:
    if decision.values:
        return decision.values.code
    return decision.about[0] if decision.about else ""


def _short(quote: str) -> str:
    """The quote's first words, with no word cut in two: half a name would be masked by nobody."""
    text = " ".join(quote.split())
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN].rpartition(' ')[0]}..."


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun, in the singular for one."""
    return f"{count} {one if count == 1 else many}"
