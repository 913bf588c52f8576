"""Turn labels: `Name:`, `INT:`, `Q.`, `[00:00:04] Name:`, `Jane Smith  0:03` and their like."""

import re
from dataclasses import dataclass

_TIME = r"[\[(]?#?\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d+)?#?[\])]?"
_NAME = (
    r"[A-Z][\w.'’()&/-]{0,40}"
    r"(?:[ \t]+(?:[A-Z0-9(][\w.'’()&/-]{0,40}|de|van|von|der|of|the|al|la|and)){0,5}"
)
_ROLE = (
    r"(?i:interviewer|interviewee|respondent|participant|int|res|resp|facilitator|moderator)"
    r"[ \t]?\d*"
)
_MARK = r"(?:\*\*|__|\*|_)?"

INLINE = re.compile(
    rf"(?P<time>{_TIME}[ \t]*[-–—|]?[ \t]*)?{_MARK}(?P<name>{_ROLE}|{_NAME})"
    rf"(?P<time2>[ \t]*{_TIME})?{_MARK}[ \t]*:{_MARK}(?:[ \t]*{_TIME})?(?=\s|$)[ \t]*"
)
LETTER = re.compile(rf"{_MARK}(?P<name>[QA])\d{{0,3}}[.)]{_MARK}[ \t]+(?=\S)")
STAMPED = re.compile(rf"{_MARK}(?P<name>{_ROLE}|{_NAME}){_MARK}[ \t]*[,|–-]?[ \t]*{_TIME}[ \t]*$")
SPAN = re.compile(r"\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d+)?[ \t]*-->[ \t]*\d{1,2}:\d{1,2}.*$")
TIME_ONLY = re.compile(rf"(?:{_TIME}[ \t]*)+")
STAMP = re.compile(r"#\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d+)?#")
LONE_NAME = re.compile(rf"(?P<name>{_NAME})[ \t]*$")

INTERVIEWERS = re.compile(
    r"(?i)(int|interviewer|i|q|question|iv|iver|facilitator|moderator|researcher|consultant|host"
    r"|counsel|(lead|junior)? ?(counsel)? ?(to the )?inquiry|counsel inquiry|lead inquiry)[ .]?\d*"
)
RESPONDENTS = re.compile(
    r"(?i)(?:the )?(r|res|resp|respondent|a|answer|interviewee|participant|p|ie|subject|expert"
    r"|leader|witness)[ .]?\d*"
)
# Words that head a note, not a turn.
NOTE_HEADS = frozenset(
    "action actions plan plans note notes nb aim aims issue issues risk risks todo "
    "decision decisions summary context background views view attendees present apologies "
    "date time venue place location reflection reflections follow-up followup themes "
    "theme barriers barrier quote quotes objective agreed update next outcome outcomes "
    "priority priorities ps re subject from to".split()
)
_NAME_LENGTHS = range(2, 5)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Rev|Sister)\b\.?")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as found: whose turn it opens, where it stands, where the talk behind it begins."""

    name: str
    at: tuple[int, int]
    end: int
    sure: bool


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that opens the line `text[start:end]`, if anything there looks like one.

    `sure` where the form alone says so (a time stamp, `Q.`); a mere `Name:` needs more evidence.
    """
    if match := STAMPED.match(text, start, end):
        return Label(match["name"].strip(), match.span("name"), end, sure=True)
    if match := INLINE.match(text, start, end):
        name = re.sub(r"[ \t]+", " ", match["name"]).strip(" .*_")
        stamped = bool(match["time"] or match["time2"])
        return Label(name, match.span("name"), match.end(), sure=stamped or is_role(name))
    if match := LETTER.match(text, start, end):
        return Label(match["name"], match.span("name"), match.end(), sure=True)
    return None


def is_person(name: str) -> bool:
    """Whether a label seen only once still looks like a person's name."""
    if name.lower().split()[0] in NOTE_HEADS:
        return False
    return bool(_TITLE.match(name)) or len(name.split()) in _NAME_LENGTHS


def is_role(label: str) -> bool:
    """Whether a label tells by itself who asks or who answers ("INT", "R 2")."""
    return bool(INTERVIEWERS.fullmatch(label) or RESPONDENTS.fullmatch(label))


def names_a_person(label: str) -> bool:
    """Whether a speaker's label is a person's name, not a role such as INT or "Lead Inquiry"."""
    return is_person(label) and not is_role(label)


def heads_a_note(name: str) -> bool:
    """Whether the label is a note-taker's heading word such as "Action"."""
    words = name.lower().split()
    return words[0] in NOTE_HEADS or words[-1] in NOTE_HEADS
