"""Which passages undertake something: by their codings, or where none is, by their words alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sensecli.coding.actor import actor
from sensecli.coding.case import Case
from sensecli.coding.clauses import clauses
from sensecli.coding.language import ModelMissingError, parse
from sensecli.coding.parsed import Parsed
from sensecli.coding.phrases import Span
from sensecli.coding.promised import Promised, opens_note, promised
from sensecli.coding.reported import reporter
from sensecli.coding.rulebook import rulebook
from sensecli.coding.status import status
from sensecli.coding.telling import clear_status, leaders_own
from sensecli.coding.tools import Tools
from sensecli.coding.uncoded import under_no_code
from sensecli.model import Actor, Coding, Holder, Interview, Segment, Speaker, Status

_Coded = Mapping[tuple[str, int], Sequence[Coding]]
"""The codings of each segment, by interview and number."""

_Told = tuple[Status, str, Span]
"""A status, the rule that told it, and where its words stand."""

UNDERTAKING = (Status.COMMITMENT, Status.INTENTION)
"""The statuses of what is undertaken, the firmer first."""

_FEWEST, _MOST = 4, 60
_ALLOTTED = "noted-to"
_OWED = frozenset({"theirs-by", "said-would"})
# What these find is undertaken before the leader, if not by them, where it names a day.
_FIRM = frozenset({"agreed-decision", "bought-not-live", _ALLOTTED})
_MINE = ("my ", "our ")


@dataclass(frozen=True, slots=True)
class Undertaken:
    """A segment that undertakes something: how firmly, who acts, on what, and in which words."""

    segment: Segment
    status: Status
    actor: Actor
    codes: tuple[str, ...] = ()
    words: Promised = field(default_factory=Promised)


@dataclass(frozen=True, slots=True)
class _Candidate:
    interview: Interview
    segment: Segment
    codings: tuple[Coding, ...]


def undertaken(
    cases: Sequence[Case], codings: Sequence[Coding], tools: Tools
) -> tuple[Undertaken, ...]:
    """Every undertaking of the leaders' own, one for each segment, in order.

    A segment with codings counts where one that the leader holds is a commitment or intention; the
    firmer decides. One that has no coding, or such alone as say nothing about doing, counts where
    its words clearly undertake something and the leader's own side is to do it.
    """
    there = _by_segment(codings)
    candidates = [one for case in cases for one in _candidates(case, there)]
    texts = [one.segment.text for one in candidates]
    docs = parse(texts, model=tools.model, store=tools.store if tools.folder else None)
    read = (_read(one, doc) for one, doc in zip(candidates, docs, strict=True))
    return tuple(one for one in read if one is not None)


def undertaking(
    cases: Sequence[Case], codings: Sequence[Coding], tools: Tools
) -> tuple[Coding, ...]:
    """The same as codings: those that say it, or one whose code is "" where only the words do."""
    there = _by_segment(codings)
    try:
        found = undertaken(cases, codings, tools)
    except ModelMissingError:
        # What was coded was kept from an earlier run; codings alone have to tell.
        return tuple(one for one in codings if _undertakes(one))
    made: list[Coding] = []
    for one in found:
        said = there.get((one.segment.interview, one.segment.number), ())
        firm = [coding for coding in said if _undertakes(coding)]
        made += firm or [under_no_code(one.segment, one.status, one.actor)]
    return tuple(made)


def _by_segment(codings: Sequence[Coding]) -> _Coded:
    found: dict[tuple[str, int], list[Coding]] = defaultdict(list)
    for one in codings:
        found[one.interview, one.segment].append(one)
    return found


def _candidates(case: Case, coded: _Coded) -> Iterator[_Candidate]:
    interview, segments = case
    own = {segment.number for segment in leaders_own(segments)}
    for segment in segments:
        there = coded.get((interview.id, segment.number), ())
        if firm := tuple(one for one in there if _undertakes(one)):
            yield _Candidate(interview, segment, firm)
        elif (
            segment.number in own
            and all(map(_says_nothing, there))
            and _may_undertake(segment.text)
        ):
            yield _Candidate(interview, segment, ())


def _undertakes(coding: Coding) -> bool:
    return coding.holder is Holder.LEADER and coding.status in UNDERTAKING


def _says_nothing(coding: Coding) -> bool:
    """Whether a coding is the leader's own view, with nothing about doing."""
    return coding.holder is Holder.LEADER and coding.status is Status.NONE


def _may_undertake(text: str) -> bool:
    """Whether a passage is worth a parse: it has a sign of an undertaking, and none against it."""
    return (
        _FEWEST <= len(text.split()) <= _MOST
        and all(sign.says in UNDERTAKING for sign in rulebook("undertaking").signs(text))
        and any(
            sign.says in UNDERTAKING
            for table in ("status", "undertaking")
            for sign in rulebook(table).signs(text)
        )
    )


def _read(one: _Candidate, doc: Parsed) -> Undertaken | None:
    if one.codings:
        firmest = min(one.codings, key=lambda coding: UNDERTAKING.index(coding.status))
        codes = tuple(dict.fromkeys(coding.code for coding in one.codings))
        words = promised(doc, firmest.status)
        return Undertaken(one.segment, firmest.status, firmest.actor, codes, words)
    told = _told(doc)
    if told is None or reporter(doc, [told[2]], one.segment.speaker, _name(one.interview)):
        return None
    reached, rule, sign = told
    words = promised(doc, reached, sign)
    who = _actor(one, doc, told, words)
    if not who.own_side and not (words.due and (rule in _FIRM or _mine(doc.text, words))):
        return None
    return Undertaken(one.segment, reached, who, (), words)


def _actor(one: _Candidate, doc: Parsed, told: _Told, words: Promised) -> Actor:
    """Who is to do it: the leader, where a note leaves out whom it is about or names the leader."""
    reached, rule, sign = told
    speaker = one.segment.speaker
    noted = speaker is Speaker.NOTES and _is_leaders(one.interview, doc.text, sign, words)
    if noted or rule in _OWED:
        return Actor.SELF
    if rule == _ALLOTTED:
        return Actor.OTHERS
    return actor(
        doc,
        clauses(doc.text),
        sign,
        status=reached,
        interview=one.interview,
        speaker=speaker,
        holder=Holder.LEADER,
    )


def _is_leaders(interview: Interview, text: str, sign: Span, words: Promised) -> bool:
    """Whether a note leaves out who it is, or names the leader."""
    return opens_note(text, sign) or bool(words.who and _names(interview, text[slice(*words.who)]))


def _name(interview: Interview) -> str:
    # In a copy without names the leader's id stands where the name stood.
    return interview.name or interview.leader


def _mine(text: str, words: Promised) -> bool:
    """Whether somebody of the leader's own is to do it ("my deputy")."""
    who = text[slice(*words.who)].casefold() if words.who else ""
    return who.startswith(_MINE)


def _told(doc: Parsed) -> _Told | None:
    """How firmly a passage undertakes something, the rule that says so and where; None if it fails.

    What was done beside it does not count against it ("They kept it open, and I will thank them").
    """
    reached, rule, sign = status(doc, clauses(doc.text), ())
    if reached in UNDERTAKING and sign:
        return reached, rule, sign
    if reached.failed:
        return None
    if given := rulebook("undertaking").first(doc.text):
        return Status(given.says), given.rule, (given.start, given.end)
    signs = [one for one in rulebook("status").signs(doc.text) if one.says in UNDERTAKING]
    if clear_status(doc.text) not in UNDERTAKING:
        # "We are meeting them on 12 March" is under way by its form alone.
        signs = [one for one in signs if reached.acts and sign and one.start == sign[0]]
    found = min(
        signs, key=lambda one: (UNDERTAKING.index(Status(one.says)), one.start), default=None
    )
    return (Status(found.says), found.rule, (found.start, found.end)) if found else None


def _names(interview: Interview, said: str) -> bool:
    """Whether words are the leader's name, a part of it, its initials or the leader's id."""
    parts = interview.name.split()
    initials = "".join(part[0] for part in parts)
    return said in {interview.leader, interview.name, *parts, initials} - {""}
