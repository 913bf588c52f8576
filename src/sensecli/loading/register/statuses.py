"""How far an action is, in the spellings that people use."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from sensecli.model import Progress

SPELLINGS: Mapping[Progress, str] = MappingProxyType(
    {
        Progress.NOT_STARTED: (
            "not started|not yet started|not begun|not yet begun|not commenced|yet to start"
            "|yet to commence|yet to begin|to start|to be started|to commence|to do|todo"
            "|backlog|planned|new|proposed|scheduled|pending|not due|not yet due|due to start"
            "|upcoming|queued|awaiting start|no action yet|nothing started|no start|n s|ns"
        ),
        # What is on the list and not closed is under way, late or not, unless it says otherwise.
        Progress.IN_PROGRESS: (
            "in progress|inprogress|wip|work in progress|ongoing|on going|underway|under way"
            "|started|commenced|begun|on track|on target|on schedule|on plan|progressing|active"
            "|open|in hand|in train|partially complete|partly complete|part complete"
            "|partially completed|part completed|partially done|partial|incomplete|not complete"
            "|not completed|not yet complete|not yet completed|nearly complete|almost complete"
            "|mostly complete|nearly done|delayed|behind|behind schedule|behind plan|slipping"
            "|slipped|late|overdue|off track|at risk|some issues|minor issues|being progressed"
            "|continuing|continues|doing|in development|in review|under review|for review"
            "|in testing|testing|awaiting|escalated|extended|due to complete"
            "|on course|reopened|re opened"
        ),
        Progress.DONE: (
            "done|complete|completed|closed|finished|delivered|achieved|implemented|in place"
            "|embedded|established|actioned|resolved|met|gone live|signed off|discharged"
            "|fully complete|all complete|now complete|fully implemented|bau|moved to bau"
            "|business as usual|handed over|fulfilled|✓|✔|✅|☑"
        ),
        Progress.STALLED: (
            "stalled|paused|on hold|hold|held|suspended|blocked|stuck|halted|stopped|deferred"
            "|postponed|parked|dormant|lapsed|frozen|not progressing|not progressed|no progress"
        ),
        Progress.DROPPED: (
            "dropped|cancelled|canceled|withdrawn|superseded|abandoned|no longer required"
            "|no longer needed|no longer relevant|no longer applicable|removed|rejected"
            "|not required|not needed|not pursued|not proceeding|not going ahead|void|duplicate"
            "|merged|descoped|de scoped|out of scope|discontinued|terminated|won t do"
            "|will not do"
        ),
    }
)
"""The words that are known, plain, parted by a bar."""

_GRADES = "r|a|g|red|amber|green|yellow|ar|ra|ag|ga|amber red|red amber|amber green|green amber"
COLOURS: Mapping[str, Progress] = MappingProxyType(
    # Blue is for what is done; the others grade what is not.
    dict.fromkeys(_GRADES.split("|"), Progress.IN_PROGRESS)
    | dict.fromkeys(("b", "blue"), Progress.DONE)
)
_LIGHTS = {"🟢": "green", "🟡": "yellow", "🟠": "amber", "🔴": "red", "🔵": "blue"}
_WORDS = {word: one for one, words in SPELLINGS.items() for word in words.split("|")}
_YES = frozenset("y yes true 1 x".split()) | {"✓", "✔", "✅", "☑"}
_NO = frozenset("n no false 0".split())
_SAYS_NOTHING = frozenset("n a|na|tbc|tbd|tba|unknown|not known|not stated|none|blank".split("|"))
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%(?:\s*(?:complete|completed|done))?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
_PARTS = re.compile(r"[\n;,.:(/)\[\]]|\s[-–—]\s|[–—]|\s-|-\s")
_FAILS = (
    (
        Progress.DROPPED,
        r"no longer (?:required|needed|relevant)|superseded|withdrawn|cancelled|abandoned",
    ),
    (Progress.STALLED, r"on hold|paused|stalled|suspended|blocked"),
)
_FAILING = tuple((one, re.compile(rf"\b(?:{words})\b")) for one, words in _FAILS)
_LONGEST_WORDS = 3
_ALL = 100


def progress_of(
    written: str, *, own: Mapping[str, Progress], yes_or_no: bool = False, percent: int = 0
) -> Progress | None:
    """How far an action is by what stands in its status; None where that is not known.

    Nothing, and what says that nothing is known, is unstated. `own` are the user's own spellings,
    plain. In a column that asks (`yes_or_no`), yes is done and no is not; in one that counts, a
    number alone times `percent` is one. Of a colour and a word the word counts; of two words that
    contradict each other none does.
    """
    written = _LIGHTS.get(written.strip(), written)
    whole = plain_status(written)
    if found := own.get(whole):
        return found
    if whole in _SAYS_NOTHING or not re.search(r"[^\W_]|[✓✔✅☑]", written):
        return Progress.UNSTATED
    if found := _counted(written.strip(), percent=percent):
        return found
    if yes_or_no and whole in _YES | _NO:
        return Progress.DONE if whole in _YES else Progress.IN_PROGRESS
    return _WORDS.get(whole) or COLOURS.get(whole) or _by_parts(written, whole, own)


def is_colour(written: str) -> bool:
    """Whether it is a colour alone, and no word."""
    return plain_status(_LIGHTS.get(written.strip(), written)) in COLOURS


def plain_status(written: str) -> str:
    """A status as it is compared: "On-Track." -> "on track"."""
    return " ".join(re.sub(r"[^\w✓✔✅☑%]+|_", " ", written.casefold()).split())


def _counted(written: str, *, percent: int) -> Progress | None:
    if found := _PERCENT.fullmatch(written):
        return _of_share(float(found[1]))
    if percent and _NUMBER.fullmatch(written):
        return _of_share(percent * float(written))
    return None


def _of_share(share: float) -> Progress | None:
    if share > _ALL:
        return None
    if share == 0:
        return Progress.NOT_STARTED
    return Progress.DONE if share == _ALL else Progress.IN_PROGRESS


def _by_parts(written: str, whole: str, own: Mapping[str, Progress]) -> Progress | None:
    """By the words before and behind the first dash, comma or bracket ("Closed - superseded")."""
    parts = [plain for part in _PARTS.split(written) if (plain := plain_status(part))]
    opening = opening_of(parts[0], own) if parts else None
    said = {one for part in parts if (one := own.get(part) or _WORDS.get(part) or _share(part))}
    said |= {opening} if opening else set()
    for progress, words in _FAILING:
        if words.search(whole) and (progress is Progress.DROPPED or Progress.DONE not in said):
            return progress
    if opening is Progress.DONE and set(parts[1:2]) & _NO:
        return Progress.IN_PROGRESS
    if said:
        return said.pop() if len(said) == 1 else None
    return COLOURS.get(parts[0]) if parts else None


def _share(part: str) -> Progress | None:
    found = _PERCENT.fullmatch(part)
    return _of_share(float(found[1])) if found else None


def opening_of(part: str, own: Mapping[str, Progress]) -> Progress | None:
    """The status that the first words are ("paused until spring"), the longest that is one."""
    words = plain_status(_PARTS.split(part, maxsplit=1)[0]).split()
    for count in range(min(len(words), _LONGEST_WORDS), 0, -1):
        head, rest = " ".join(words[:count]), words[count : count + 1]
        found = own.get(head) or _WORDS.get(head)
        # "Complete by March" and "done when ..." are of the future.
        if found and not (found is Progress.DONE and rest in (["by"], ["when"], ["if"], ["once"])):
            return found
    return None
