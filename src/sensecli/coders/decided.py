"""A file of decisions -> what each of its coders said in the end, and which passages they saw."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sensecli.coders.over import Coders, Over
from sensecli.coders.rows import bare_row, row_of
from sensecli.model import Decision, Laid, Notice, Problem, Segment, Verdict
from sensecli.reliability.universe import Sheet
from sensecli.review.file import read_files, those_about
from sensecli.review.overlay import lay_over
from sensecli.review.telling import told

# What is said of a coding that the program had shown.
_SHOWN = {
    Verdict.ACCEPT: "accepted",
    Verdict.CHANGE: "changed",
    Verdict.REJECT: "rejected",
}


def deciders(path: Path, over: Over) -> Coders:
    """A sheet for each coder: their own last words, laid over the interviews as they are now.

    Accepted, changed and added codings are the coder's. The coder saw the passages of these, of
    what they rejected and of what they marked as read, and no other.
    """
    if over.interviews is None:
        message, hint = "needs the interviews that it is about", "name them with --folder FOLDER"
        return Coders(problems=(Problem(path.name, None, message, hint),))
    read = those_about(read_files([path]), plan=False)
    sheets: list[Sheet] = []
    problems, notices = list(read.problems), list(read.notices)
    for coder, decisions in _parted(read.decisions).items():
        laid = _laid(decisions, over)
        sheets.append(_sheet(coder, laid))
        # An unreadable codebook would make orphans of them all.
        problems += told(laid, lines=read.lines)[0] if over.codes is not None else ()
        notices += _told(coder, laid)
    return Coders(tuple(sheets), tuple(problems), tuple(notices))


def _parted(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Each coder's decisions, under their initials as they wrote them first."""
    held: dict[str, list[Decision]] = {}
    written: dict[str, str] = {}
    for one in decisions:
        coder = written.setdefault(one.coder.casefold(), one.coder)
        held.setdefault(coder, []).append(one)
    return held


def _laid(decisions: Sequence[Decision], over: Over) -> Laid:
    """What one coder said, with nothing of the program's below it.

    Who takes back another's decision says nothing of their own.
    """
    own = {one.id for one in decisions}
    words = [one for one in decisions if one.verdict is not Verdict.UNDO or one.undoes in own]
    return lay_over((), over.segments, over.project.interviews, words, codes=over.codes or ())


def _sheet(coder: str, laid: Laid) -> Sheet:
    seen: dict[Segment, None] = {}
    for one in (*laid.decided, *laid.read):
        seen[one.segment] = None
    coded = {(one.interview, one.segment) for one in laid.codings}
    return Sheet(
        coder,
        tuple(row_of(one) for one in laid.codings),
        tuple(bare_row(one) for one in seen if (one.interview, one.number) not in coded),
        whole=frozenset(),
    )


def _told(coder: str, laid: Laid) -> Iterator[Notice]:
    """What keeps these decisions from being an independent reading."""
    verdicts = Counter(one.decision.verdict for one in laid.decided)
    did = [f"{verdicts[one]} {word}" for one, word in _SHOWN.items() if verdicts[one]]
    if did:
        said = (
            f"{coder} saw the program's codings ({', '.join(did)}): agreement with the program is"
            " then no evidence that both read alike."
        )
        yield Notice(said)
    if not laid.read and laid.decided:
        said = (
            f"{coder} marked no passage as read: what the program had missed there may be missing"
            " here too."
        )
        yield Notice(said)
    if laid.moved:
        noun = "decision was" if laid.moved == 1 else "decisions were"
        yield Notice(f"{coder}: {laid.moved} {noun} found elsewhere: the notes were edited since.")
