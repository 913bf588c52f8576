"""Small values for tests: everything has a default, so that a test says only what it is about.

`an_interview` without a text has forty numbered sentences, one to a line, and `a_coding` of
segment k is by default the k-th of them: its text and offsets are then verbatim.
"""

from collections.abc import Sequence
from datetime import date

from sensecli.model import (
    Action,
    Actor,
    Code,
    Codebook,
    Coding,
    Holder,
    Interview,
    Kind,
    Node,
    Place,
    Position,
    Progress,
    Stance,
    Status,
)

SENTENCES = 40


def a_sentence(*, number: int) -> str:
    """The numbered sentence that stands on that line of a default interview; all equally long."""
    return f"This is what the leader said in sentence {number:02d}."


_LINE = len(a_sentence(number=1)) + 1


def an_interview(
    *,
    id: str = "L01",  # noqa: A002 - the field is called so
    leader: str = "",
    text: str = "",
    name: str = "",
    organisation: str = "",
    group: str = "",
    date: str = "",
    order: int | None = None,
    round: str = "",  # noqa: A002 - the field is called so
    places: Sequence[Place] = (),
) -> Interview:
    """An interview; its leader has the interview's id unless another is given."""
    return Interview(
        id=id,
        leader=leader or id,
        text=text or "".join(f"{a_sentence(number=n)}\n" for n in range(1, SENTENCES + 1)),
        name=name,
        organisation=organisation,
        group=group,
        date=date,
        order=order,
        round=round,
        places=tuple(places),
    )


def a_coding(
    *,
    interview: str = "L01",
    segment: int = 1,
    code: str = "people",
    stance: str = Stance.ENDORSE,
    status: str = Status.NONE,
    actor: str = Actor.UNSPECIFIED,
    holder: str = Holder.LEADER,
    prompted: bool = False,
    confidence: float = 1.0,
    text: str = "",
    start: int | None = None,
) -> Coding:
    """A coding; stance, status, actor and holder may be given as plain words."""
    text = text or a_sentence(number=segment)
    start = (segment - 1) * _LINE if start is None else start
    return Coding(
        interview=interview,
        segment=segment,
        start=start,
        end=start + len(text),
        text=text,
        code=code,
        stance=Stance(stance),
        status=Status(status),
        actor=Actor(actor),
        holder=Holder(holder),
        prompted=prompted,
        speaker="leader",
        cue="",
        rule="",
        confidence=confidence,
    )


def a_code(
    *,
    id: str = "people",  # noqa: A002 - the field is called so
    label: str = "",
    kind: str = Kind.THEME,
) -> Code:
    """A leaf of a codebook."""
    label = label or id.title()
    return Code(id=id, label=label, kind=Kind(kind), proposition=label)


def a_codebook(
    *,
    themes: Sequence[str] = ("people", "learning"),
    barriers: Sequence[str] = ("money", "time"),
    lenses: Sequence[str] = ("story",),
) -> Codebook:
    """A flat codebook of those ids, whose labels are the ids in title case."""
    kinds = {Kind.THEME: themes, Kind.BARRIER: barriers, Kind.LENS: lenses}
    return Codebook(
        id="tiny",
        label="A tiny codebook",
        codes=tuple(
            Node(id=code, label=code.title(), kind=kind)
            for kind, codes in kinds.items()
            for code in codes
        ),
    )


def a_position(
    *,
    leader: str = "L01",
    round: str = "",  # noqa: A002 - the field is called so
    code: str = "people",
    stance: str | None = Stance.ENDORSE,
    status: str = Status.NONE,
    failed: str | None = None,
    prompted_only: bool = False,
    own_side: bool = False,
) -> Position:
    """A position; None as stance is silence."""
    return Position(
        leader=leader,
        round=round,
        code=code,
        stance=None if stance is None else Stance(stance),
        status=Status(status),
        failed=None if failed is None else Status(failed),
        prompted_only=prompted_only,
        own_side=own_side,
    )


def an_action(
    *,
    id: str = "A1",  # noqa: A002 - the field is called so
    text: str = "Run joint induction for new starters",
    owner: str = "Head of Therapies",
    due: str = "2023-03-31",
    due_said: str = "",
    progress: str = Progress.IN_PROGRESS,
    row: int = 2,
) -> Action:
    """An action of a register's first sheet; "" as due is no date."""
    return Action(
        id=id,
        text=text,
        place=f"actions.xlsx, Plan, row {row}",
        owner=owner,
        due=date.fromisoformat(due) if due else None,
        due_said=due_said or due,
        progress=Progress(progress),
    )
