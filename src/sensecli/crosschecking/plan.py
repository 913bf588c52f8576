"""The programme's plan: its actions, read as interviews are, coded, and matched to codes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sensecli.coding.tools import Tools
from sensecli.loading.register import read_register
from sensecli.model import (
    Action,
    Codebook,
    Coding,
    Interview,
    Kind,
    Laid,
    Matched,
    Notice,
    Place,
    Problem,
    Segment,
    Speaker,
)
from sensecli.pipeline import Speakers, segment_all
from sensecli.segmenting import Segmented

# Most sentences of an interview are about no code, so that one is taken only where it is likely. A
# line of a plan is about something: this found four more of 34 invented lines, and none wrongly.
_LIKELY = 0.25
# What a spreadsheet calls a sheet that nobody gave a name.
_SHEET = re.compile(r"(?:sheet|table|tabelle|feuil)\s?\d*", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:[A-Za-z]|[\d.]{1,6})[.)]\s+")


@dataclass(frozen=True, slots=True)
class Plan:
    """The actions of a register, and the text of each as an interview, cut into segments."""

    actions: tuple[Action, ...] = ()
    texts: tuple[Interview, ...] = ()
    segmented: tuple[Segmented, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Those of all actions, in the register's order."""
        return tuple(segment for cut in self.segmented for segment in cut.segments)


def read_plan(register: Path, *, mapping: Path | None = None, day: date | None = None) -> Plan:
    """The actions of a register, in its order; what was wrong with it is among the problems.

    `mapping` is a file that says what its columns are, `day` the one from which a date without a
    year is told.
    """
    read = read_register(register, mapping=mapping, day=day)
    texts = tuple(_text(one) for one in read.actions)
    cut = segment_all(texts, Speakers())
    whole = tuple(_whole(text, one) for text, one in zip(texts, cut, strict=True))
    return Plan(read.actions, texts, whole, read.problems, read.notices)


def for_plan(tools: Tools) -> Tools:
    """What actions are coded with: the same, with codes taken that are less likely.

    A likelihood that the user asked for holds, and rules alone have none.
    """
    if tools.encoder is None or tools.least is not None:
        return tools
    return replace(tools, least=_LIKELY)


def matched(plan: Plan, laid: Laid, codebook: Codebook) -> tuple[Matched, ...]:
    """Each action with the themes and barriers that its codings are of, in the codebook's order.

    `laid` are the codings of the plan's texts with people's decisions laid over them. Who is said
    to hold what does not matter: nobody speaks in a plan.
    """
    order = {leaf.id: number for number, leaf in enumerate(codebook.leaves)}
    wanted = {leaf.id for leaf in codebook.leaves if leaf.kind is not Kind.LENS}
    held: dict[str, list[Coding]] = defaultdict(list)
    for coding in laid.codings:
        if coding.code in wanted:
            held[coding.interview].append(coding)
    decided = {one.segment.interview for one in (*laid.decided, *laid.read)}
    return tuple(
        Matched(
            action,
            tuple(sorted({one.code for one in held[action.source]}, key=order.__getitem__)),
            _of(action, held[action.source]),
            decided=action.source in decided,
        )
        for action in plan.actions
    )


def _text(action: Action) -> Interview:
    """What is read of an action: its words behind the heading that it stands under.

    A line of a plan is short ("Tendon session"), and its heading says what it is about ("Courses").
    """
    heading = _NUMBERED.sub("", action.section).strip().rstrip(":")
    heading = "" if _SHEET.fullmatch(heading) else heading
    return Interview(
        id=action.source,
        leader=action.source,
        text=f"{heading}: {action.text}" if heading else action.text,
        places=(Place(0, action.place),),
    )


def _whole(text: Interview, cut: Segmented) -> Segmented:
    """The text as one segment where all of it was taken for a heading ("STAFF COUNCIL")."""
    if cut.segments or not text.text.strip():
        return cut
    end = len(text.text)
    only = Segment(text.id, 1, 0, end, text.text, Speaker.NOTES, 0, bullet=True)
    return replace(cut, segments=(only,))


def _of(action: Action, codings: Iterable[Coding]) -> tuple[Coding, ...]:
    return tuple(replace(one, interview=action.id) for one in codings)


def decided_notice(actions: Sequence[Matched]) -> tuple[Notice, ...]:
    """The notice that people settled what some actions are about."""
    count = sum(one.decided for one in actions)
    if not count:
        return ()
    said = "What 1 action is about was" if count == 1 else f"What {count} actions are about was"
    return (Notice(f"{said} decided by people."),)
