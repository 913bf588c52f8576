"""What people decided -> written examples that the coder can learn from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sensecli.model import NO_CODE, Decided, Decision, Example, Holder, Laid

# A shorter answer says little without what it answers.
_BRIEF = 7


def examples_of(decisions: Iterable[Decision], laid: Laid) -> tuple[Example, ...]:
    """Passages that carry a code by somebody's decision, and those that carry none, each once.

    Only what was decided by `decisions` and holds in `laid` is used: whoever evaluates by some
    decisions learns from the others. An interviewer's words are no example of a code. A passage
    carries none where all that was found in it was rejected and nothing put there instead.
    """
    wanted = {one.id for one in decisions}
    coded = {(one.interview, one.segment) for one in laid.codings}
    passages: dict[tuple[str, int], list[Decided]] = defaultdict(list)
    for one in laid.decided:
        if one.decision.id in wanted:
            passages[one.segment.interview, one.segment.number].append(one)
    found = (
        example
        for place, decided in passages.items()
        for example in _examples(decided, bare=place not in coded)
    )
    return tuple(dict.fromkeys(found))


def _examples(decided: Iterable[Decided], *, bare: bool) -> Iterator[Example]:
    for one in decided:
        text = one.segment.text
        before = one.before if len(text.split()) <= _BRIEF else ""
        if one.coding and one.coding.holder is not Holder.INTERVIEWER:
            yield Example(text, one.coding.code, before)
        elif bare:
            yield Example(text, NO_CODE, before)
