"""The names that people give the columns of a register, and what each means."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a column says of an action."""

    REFERENCE = "reference"
    ACTION = "action"
    DESCRIPTION = "description"
    OWNER = "owner"
    DUE = "due"
    REVISED = "revised"
    STATUS = "status"
    UPDATED = "updated"
    RAISED = "raised"
    CLOSED = "closed"
    SECTION = "section"
    NOTE = "note"


HEADINGS: Mapping[Role, str] = MappingProxyType(
    {
        # Of two columns with one role, the one whose name stands first here is it.
        Role.ACTION: (
            "action|actions|agreed action|action agreed|action required|action to be taken"
            "|actions to be taken|actions required|action item|action title|action name"
            "|action point|key action|key actions|improvement action|what we will do"
            "|what will we do|what|what will be done|what needs to be done"
            "|what needs to happen|we will|task|tasks|task name|activity|activities"
            "|key activity|key activities|milestone|milestones|deliverable|deliverables"
            "|next step|next steps|to do|commitment|recommendation|initiative"
            "|intervention|work item|title|task title|item title|subject"
        ),
        # Without any of the above, the first of these holds the action.
        Role.DESCRIPTION: (
            "action description|description of action|description of the action|action detail"
            "|action details|task description|item description|description|details|detail|item"
            "|summary|issue|how|how we will do it"
        ),
        Role.REFERENCE: (
            "ref|reference|ref no|ref number|reference no|reference number|action ref"
            "|action reference|action id|action no|action number|task id|unique id|id|id no"
            "|minute ref|minute reference|log no|item no|item number|no|nr|number|num|#|s no"
            "|serial no|key|issue key|issue id"
        ),
        Role.OWNER: (
            "owner|owners|action owner|task owner|owned by|assignee|assigned to|allocated to"
            "|responsible|responsibility|responsible person|person responsible"
            "|responsible officer|responsible owner|responsible lead|who|by whom|who by"
            "|who will do it|who is responsible|lead|leads|action lead|named lead|lead officer"
            "|lead person|lead person responsible|lead name|owner lead|lead owner|delivery lead"
            "|operational lead|project lead|accountable|accountable officer|accountable lead"
            "|sro|senior responsible owner|executive lead|exec lead|sponsor|person|resource"
            "|team"
        ),
        Role.DUE: (
            "due|due date|date due|due by|deadline|by when|when|when by|target date"
            "|target completion date|target completion|target|completion target|completion due"
            "|planned completion|planned completion date|planned end date|planned end"
            "|expected completion date|expected completion|date for completion|deadline date"
            "|timescale|timescales|time scale|timeframe|time frame|timeline|timing|finish"
            "|finish date|end date|end|original due date|original deadline|original target date"
            "|baseline date|completion date|delivery date"
        ),
        Role.REVISED: (
            "revised due date|revised date|revised deadline|revised target date|revised target"
            "|revised completion date|revised timescale|new due date|new deadline|new date"
            "|extended to|forecast date|forecast completion date|current due date"
        ),
        Role.STATUS: (
            "status|action status|current status|state|progress status|open closed"
            "|status open closed|complete|completed|done|progress|stage|rag status|status rag"
            "|rag rating|rag|brag|brag status|brag rating|% complete|% completed|% done"
            "|percent complete|percentage complete|outcome|where it got to|where it is"
            "|where are we up to|where we are"
        ),
        Role.UPDATED: (
            "last updated|last update|date updated|date of last update|updated|updated on"
            "|last reviewed|last review|date reviewed|reviewed|review date|status date|as at"
        ),
        Role.RAISED: (
            "date raised|raised|raised on|date opened|opened|date created|created|created on"
            "|date logged|date added|date agreed|date of meeting|meeting date|date set"
            "|start date|start|planned start|date identified"
        ),
        Role.CLOSED: (
            "date closed|closed|closed date|closed on|closure date|date completed"
            "|completed date|completed on|date complete|date of completion"
            "|actual completion date|actual completion|actual end date|actual date"
            "|actual finish|date actioned"
        ),
        Role.SECTION: (
            "workstream|work stream|theme|objective|objectives|strategic objective|aim|goal"
            "|priority area|area|work area|section|strand|pillar|domain|project|programme"
            "|category|phase|topic|group|work package|epic|bucket|bucket name|agenda item"
        ),
        Role.NOTE: (
            "notes|note|comments|comment|update|updates|progress comments|progress update"
            "|progress updates|progress notes|progress to date|latest update|latest position"
            "|current position|commentary|narrative|position|remarks|evidence|blockers"
            "|next steps comments"
        ),
    }
)
"""The names of columns that are known, in small letters, parted by a bar."""

# A longer name is known by a word in it; the first of these that is there counts.
_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.REVISED, r"revised|extended"),
    (Role.CLOSED, r"closed|actual (?:end|finish|completion)|completed"),
    (Role.UPDATED, r"last (?:update|review)\w*|updated"),
    (Role.RAISED, r"raised|opened|logged|created"),
    (Role.NOTE, r"comments?|notes?|updates?|narrative|commentary|evidence|progress"),
    (
        Role.DUE,
        (
            r"due|deadline|by when|timescales?|(?=.*\b(?:date|target|planned|expected)\b)"
            r".*\b(?:target|completion|finish|end)"
        ),
    ),
    (Role.OWNER, r"owners?|leads?|responsib\w+|accountab\w+|assign\w+|by whom"),
    (Role.STATUS, r"status|rag|% complete\w*|percent\w* complete\w*"),
    (Role.REFERENCE, r"ref|reference|id"),
    (Role.SECTION, r"workstream|objective"),
    (Role.ACTION, r"actions?|what (?:we )?will"),
)
YES_OR_NO = frozenset({"complete", "completed", "done", "closed"})
"""Names of status columns that ask a question."""

KINDS_OF_ROWS = frozenset(
    {"type", "item type", "issue type", "log type", "raid", "raid type", "kind", "category"}
)
"""Names of columns that may say that a row is no action but a risk."""

NO_ACTIONS = frozenset(
    "risk risks issue issues decision decisions assumption assumptions dependency dependencies "
    "information lesson lessons".split()
)
"""What stands in such a column where a row is no action."""

COMPLETION = "completion date"
"""Beside a column of due dates it is the day of closing."""

TITLES = frozenset({"title", "subject"})
"""Names of columns that hold actions only beside a day or a status."""

LOOSE_STATUS = frozenset({"outcome", "progress", "stage"})
"""Names of columns that hold a status in one register, and a text in another."""

OTHER_LISTS = frozenset(
    "risk risks issue issues decision decisions dependency dependencies assumption assumptions "
    "meeting meetings attendee attendees member members stakeholder stakeholders version "
    "benefit benefits lesson lessons change kpi measure".split()
)
"""What a list is of, by the name of a column, that is no register of actions."""

INEXACTLY = 1_000
"""The rank of a column that is known by a word in its name, or by what stands in it."""

_EXACT = {
    name: (role, rank)
    for role, names in HEADINGS.items()
    for rank, name in enumerate(names.split("|"))
}
_INEXACT = tuple((role, re.compile(rf"\b(?:{words})\b")) for role, words in _WORDS)
_LONGEST, _MOST_SIGNS = 60, 200
_MOST_WORDS = 7
# "Action required to address it" goes before "Recommendation".
_BEFORE_TASKS = HEADINGS[Role.ACTION].split("|").index("task")
# Of a person, whatever the word before it says of a day: "raised by".
_OF_A_PERSON = " by"


def plain_heading(cell: str) -> str:
    """A column's name as it is compared: "By-when? (date)" -> "by when"."""
    cell = cell[:_MOST_SIGNS]
    text = (
        re.sub(r"[(\[].*?[)\]]", " ", cell) if re.sub(r"[(\[].*?[)\]]", "", cell).strip() else cell
    )
    return " ".join(re.sub(r"[^\w%#]+|_+", " ", text.casefold()).split())


def role_of(cell: str) -> tuple[Role, int] | None:
    """What a column of that name holds, and a rank: the lower, the surer; None if unknown."""
    name = plain_heading(cell)
    if found := _EXACT.get(name):
        return found
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or name.endswith(_OF_A_PERSON):
        return None
    role = next((role for role, word in _INEXACT if word.search(name)), None)
    if role is Role.ACTION:
        return role, _BEFORE_TASKS
    return (role, INEXACTLY) if role else None


def is_exact(cell: str) -> bool:
    """Whether the name is one that the table of names has."""
    return plain_heading(cell) in _EXACT


def could_be_a_heading(cell: str) -> bool:
    """Whether it is short enough for a column's name, and no number or date."""
    text = " ".join(cell.split())
    return len(text) <= _LONGEST and bool(re.search(r"[^\W\d]", text) or text == "#")
