"""What did each leader say for themselves on each code?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sensecli.finding.order import in_order
from sensecli.model import Coding, Holder, Interview

Case = tuple[str, str, str]
"""A leader, a round and a code."""


def own(codings: Iterable[Coding], interviews: Iterable[Interview]) -> Mapping[Case, list[Coding]]:
    """The codings whose holder is the leader, by (leader, round, code), as they were said.

    Two interviews of one leader in one round are one case. Codings of interviews that are not
    given are left out.
    """
    ordered = {i.id: (at, i) for at, i in enumerate(in_order(interviews))}
    said = [c for c in codings if c.holder is Holder.LEADER and c.interview in ordered]
    cases: dict[Case, list[Coding]] = defaultdict(list)
    for coding in sorted(said, key=lambda c: (ordered[c.interview][0], c.segment)):
        interview = ordered[coding.interview][1]
        cases[interview.leader, interview.round, coding.code].append(coding)
    return dict(cases)


def standing(said: Sequence[Coding]) -> tuple[Coding, ...]:
    """One leader's codings on one code, without the action that failed.

    An `underway` or `done` is dropped where a `stalled` or `inaction` follows within the next two
    segments of the same interview, whatever was said in between: it is about the same thing. A
    restatement of action after the failure stands.
    """
    failures = {(c.interview, c.segment) for c in said if c.status.failed}
    return tuple(
        c
        for c in said
        if not c.status.acts
        or not failures & {(c.interview, c.segment + 1), (c.interview, c.segment + 2)}
    )
