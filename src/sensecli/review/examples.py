"""What people decided -> written examples that the coder can learn from."""

from collections.abc import Collection, Iterable

from sensecli.model import NO_CODE, Decided, Decision, Example, Holder, Laid, Speaker, Verdict

# A shorter answer says little without what it answers.
_BRIEF = 7


def examples_of(decisions: Iterable[Decision], laid: Laid) -> tuple[Example, ...]:
    """Passages that carry a code by somebody's decision, and those that carry none, each once.

    Only what was decided by `decisions` and holds in `laid` is used: whoever evaluates by some
    decisions learns from the others. A passage carries none where somebody read it whole and left
    no code. An interviewer's words are no example.
    """
    wanted = {one.id for one in decisions}
    coded = {(one.interview, one.segment) for one in laid.codings}
    return tuple(
        dict.fromkeys(
            Example(one.segment.text, code, _before(one))
            for one in (*laid.decided, *laid.read)
            if one.decision.id in wanted and (code := _code(one, coded))
        )
    )


def _code(one: Decided, coded: Collection[tuple[str, int]]) -> str:
    """The code that the passage is an example of; "" where it is none."""
    if one.coding:
        return "" if one.coding.holder is Holder.INTERVIEWER else one.coding.code
    place = (one.segment.interview, one.segment.number)
    asks = one.segment.speaker is Speaker.INTERVIEWER
    read = one.decision.verdict is Verdict.READ
    return NO_CODE if read and not asks and place not in coded else ""


def _before(one: Decided) -> str:
    """What was said before, where the passage is too brief to be understood without it."""
    return one.before if len(one.segment.text.split()) <= _BRIEF else ""
