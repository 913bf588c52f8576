"""What one leader told us: to go back to that leader with, and nothing of anybody else's."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sensecli.exporting.dates import date_span
from sensecli.exporting.evidence import Evidence, evidence
from sensecli.exporting.leaders import leader_attributes
from sensecli.exporting.mdtext import bullets, escaped
from sensecli.exporting.places import named_place
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.exporting.wording import listed, plural
from sensecli.model import Analysis, Code, Coding, Interview, Kind, Position, Stance, Status

_SHOWN = 2
_STANCES = {
    Stance.ENDORSE: "you agree",
    Stance.OPPOSE: "you disagree",
    Stance.MIXED: "you are for and against",
    Stance.NEUTRAL: "you take no side",
}
_BARRIER_STANCES = _STANCES | {
    Stance.ENDORSE: "in the way",
    Stance.OPPOSE: "not in the way",
    Stance.MIXED: "in the way, and not",
}
_STATUSES = {
    Status.ASPIRATION: "you want it",
    Status.INTENTION: "you intend something",
    Status.COMMITMENT: "you have committed to something",
    Status.UNDERWAY: "something is underway",
    Status.DONE: "something was done",
    Status.STALLED: "something stalled",
    Status.INACTION: "something was not done",
}
_PROMISED = {Status.INTENTION, Status.COMMITMENT}


@dataclass(frozen=True, slots=True)
class Said:
    """A passage of the leader's own: on which codes, its words, where it stands."""

    on: tuple[str, ...]
    text: str
    place: str
    status: Status
    prompted: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the leader stands on one code: `stands` in words, the passages, which to show first."""

    code: str
    label: str
    stands: str
    passages: tuple[Said, ...]

    @property
    def shown(self) -> tuple[Said, ...]:
        """The first few passages."""
        return self.passages[:_SHOWN]

    @property
    def more(self) -> int:
        """How many passages are not among the first few."""
        return max(len(self.passages) - _SHOWN, 0)


@dataclass(frozen=True, slots=True)
class Profile:
    """One leader's latest round, in the leader's own words.

    `will` are intentions and commitments, `doing` what is underway or done, `failed` what stalled
    or was not done; `prompted` the codes agreed to only when prompted, `silent` the themes not
    spoken of.
    """

    leader: str
    title: str
    about: str
    read: str
    doing: tuple[Said, ...]
    will: tuple[Said, ...]
    failed: tuple[Said, ...]
    prompted: tuple[str, ...]
    themes: tuple[Stand, ...]
    barriers: tuple[Stand, ...]
    lenses: tuple[Stand, ...]
    silent: tuple[str, ...]
    codebook: str
    tool: str


def profile(analysis: Analysis, leader: str) -> Profile:
    """What that leader said; KeyError where nobody of that id was interviewed."""
    known = evidence(analysis)
    if leader not in known.leaders:
        raise KeyError(leader)
    interviews = {
        one.id: one
        for one in analysis.project.interviews
        if one.leader == leader and one.round == known.rounds[leader]
    }
    leaves = analysis.codebook.leaves
    stands = {
        kind: tuple(
            _stand(leaf, known.positions[leader, leaf.id], known.own[leader, leaf.id], interviews)
            for leaf in leaves
            if leaf.kind is kind and known.own.get((leader, leaf.id))
        )
        for kind in Kind
    }
    pick = _picker(leader, known, leaves, interviews)
    about = leader_attributes(analysis.project.interviews)[leader]
    name = next((one.name for one in interviews.values() if one.name), "")
    book = analysis.codebook
    return Profile(
        leader=leader,
        title=f"What you told us: {f'{name} ({leader})' if name else leader}",
        about=", ".join(filter(None, (about["role"], about["organisation"], about["group"]))),
        read=_read(tuple(interviews.values())),
        doing=pick(lambda status: status.acts),
        will=pick(lambda status: status in _PROMISED),
        failed=pick(lambda status: status.failed),
        prompted=tuple(
            leaf.label
            for leaf in leaves
            if (one := known.positions.get((leader, leaf.id))) and one.prompted_only
        ),
        themes=stands[Kind.THEME],
        barriers=stands[Kind.BARRIER],
        lenses=stands[Kind.LENS],
        silent=tuple(
            leaf.label
            for leaf in leaves
            if leaf.kind is Kind.THEME and not known.own.get((leader, leaf.id))
        ),
        codebook=f"{book.label} ({book.id}), version {book.version}",
        tool=analysis.engine.tool,
    )


def profile_markdown(analysis: Analysis, leader: str) -> bytes:
    """The same in Markdown; KeyError where nobody of that id was interviewed."""
    one = profile(analysis, leader)
    parts = [
        f"# {escaped(one.title)}",
        f"*{CONFIDENTIAL}*",
        escaped(one.about),
        escaped(one.read),
        _lines("What you said is being or has been done", one.doing),
        _lines("What you said you would do", one.will),
        _lines("What you said did not happen", one.failed),
        _list("What came up only when we raised it", one.prompted),
        _stands("What you told us, theme by theme", one.themes),
        _stands("What you said is in the way, or is not", one.barriers),
        _stands("How you make sense of it", one.lenses),
        _list("What we did not hear from you", one.silent),
        escaped(f"Made by {one.tool}; codebook {one.codebook}."),
    ]
    return ("\n\n".join(filter(None, parts)) + "\n").encode(errors="replace")


def _picker(
    leader: str, known: Evidence, leaves: Sequence[Code], interviews: dict[str, Interview]
) -> Callable[[Callable[[Status], bool]], tuple[Said, ...]]:
    """What picks the leader's passages by status: each once, with all codes that it is under."""
    found: dict[tuple[str, int, Status], list[tuple[str, Coding]]] = {}
    for leaf in leaves:
        for coding in known.own.get((leader, leaf.id), ()):
            key = (coding.interview, coding.segment, coding.status)
            found.setdefault(key, []).append((leaf.label, coding))
    order = {id_: at for at, id_ in enumerate(interviews)}

    def pick(wanted: Callable[[Status], bool]) -> tuple[Said, ...]:
        keys = sorted((k for k in found if wanted(k[2])), key=lambda k: (order[k[0]], k[1]))
        return tuple(
            _said(found[k][0][1], interviews, tuple(label for label, _ in found[k])) for k in keys
        )

    return pick


def _stand(
    leaf: Code, position: Position, own: Iterable[Coding], interviews: dict[str, Interview]
) -> Stand:
    """The passages that say most about doing come first."""
    ordered = sorted(
        own, key=lambda c: (not c.status.failed, -c.status.rung, c.stance != "endorse")
    )
    passages = tuple(_said(one, interviews, (leaf.label,)) for one in ordered)
    return Stand(leaf.id, leaf.label, _standing(leaf, position), passages)


def _standing(leaf: Code, position: Position) -> str:
    stances = _BARRIER_STANCES if leaf.kind is Kind.BARRIER else _STANCES
    said = [stances[position.stance]] if position.stance else []
    said += [
        _STATUSES[status] for status in (position.status, position.failed) if status in _STATUSES
    ]
    return ", ".join((*said, *(["only when we raised it"] if position.prompted_only else [])))


def _said(coding: Coding, interviews: dict[str, Interview], on: tuple[str, ...]) -> Said:
    interview = interviews[coding.interview]
    place = named_place(interview.name, interview.place(coding.start))
    return Said(on, coding.text, place, coding.status, coding.prompted)


def _read(interviews: Sequence[Interview]) -> str:
    dates = date_span(one.date for one in interviews)
    said = ", ".join(filter(None, (plural(len(interviews), "interview"), dates)))
    return (
        f"{said}. A program sorted what was noted; the words are those of the notes or transcript."
    )


def _lines(title: str, said: Sequence[Said]) -> str:
    if not said:
        return ""
    return f"## {title}\n\n{bullets(f'{quoted(one)} {listed(one.on)}.' for one in said)}"


def quoted(one: Said) -> str:
    """The words in quotation marks, where they stand, and whether they answer us."""
    prompted = "; after we raised it" if one.prompted else ""
    return f"“{one.text}” ({one.place}{prompted})"


def _stands(title: str, stands: Sequence[Stand]) -> str:
    parts = [
        f"### {escaped(one.label)}: {one.stands}\n\n{bullets(map(quoted, one.shown))}"
        + (f"\n\nAnd {one.more} more." if one.more else "")
        for one in stands
    ]
    return "\n\n".join((f"## {title}", *parts)) if parts else ""


def _list(title: str, labels: Sequence[str]) -> str:
    return f"## {title}\n\n{escaped(', '.join(labels))}." if labels else ""
