"""Where minutes, papers and registers name people: who was there, who acts, who has a title."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from sensecli.loading.ordinary import ABBREVIATIONS, ORGANISATIONS, ROLES
from sensecli.loading.variants import looks_like_a_person

_LISTS = re.compile(
    r"\W*(?:members |others |also )?(?:present|in attendance|attending|attendees|attendance"
    r"|apologies(?: for absence| received)?|chair(?:ed by)?|minutes?(?: taken)? by|minute[- ]taker"
    r"|note[- ]taker|author|prepared by|presented by|report (?:of|by)|from|to|cc|lead|sponsor)\b"
    r"[^:\n|]{0,30}(?:[:|\t]|\W*$)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:#|\d+(?:\.\d+)*[.)]?\s+[A-Z])|.*\b\w+ \w+ \w+ \w+ \w+ \w+\.\s*$")
_TO_ACT = re.compile(
    r"\W*actions?\b[^:\n]{0,30}:\s*(?P<who>[^.:\n]{3,60}?)\s+(?:to|will)\s", re.IGNORECASE
)
_TITLED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Sister|Rev|Cllr|Councillor)\b\.?"
    r"(?: [A-Z]\.?)?(?: [A-Z][\w'’-]+){1,2}"
)
_BETWEEN = re.compile(r"[,;|/&+()\[\]\t\n:–—*]|\s-\s|\band\b|\bwith\b")
_OF = re.compile("['’]s$")
_TITLE = re.compile(
    r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Cllr|Councillor)\.?\s"
)
_SHORT_FOR = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]*\s){2,4})\((?P<short>[A-Z]{2,4})\b")
# Words of an office or a team: who is called so is nobody in particular.
_OFFICES = frozenset(
    "lead leads officer sponsor owner partner gp pa ceo coo cfo cio md sro pmo hr od it ics icb "
    "pcn all tbc administrator secretary governor governors therapist physiotherapist physio "
    "coordinator adviser advisor analyst clinician clinical medical nursing operations finance "
    "workforce estates digital communications comms transformation quality governance strategy "
    "performance people culture improvement pathway matron sister ward vice non-executive member "
    "members representative rep business intelligence informatics information analytics data "
    "procurement pharmacy therapies therapy radiology imaging contracts contracting planning "
    "commissioning recruitment payroll education training research innovation engagement safety "
    "risk legal corporate development secretariat theatres outpatients admin volunteers".split()
)
_LONGEST_LIST = 40


def listings(text: str) -> Iterator[str]:
    """The parts of a minute or paper in which people are named, as written.

    Lists of who was there, from their heading to the next; who is to act in a line headed ACTION;
    names with a title wherever they stand.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if head := _LISTS.match(line):
            yield line[head.end() :]
            behind = islice(lines, number + 1, number + 1 + _LONGEST_LIST)
            yield from _until_the_next(behind)
        elif acts := _TO_ACT.match(line):
            yield acts["who"]
    yield from titled(text)


def titled(text: str) -> list[str]:
    """The names in a text that have a title before them."""
    return _TITLED.findall(text)


def persons(listed: str, *, ordinary: Collection[str]) -> Iterator[str]:
    """The names of persons in a list, a cell or a part of one, without roles, teams and bodies.

    `ordinary` are words that the texts write small, too: whoever is called by such words alone is
    no person ("Pathway Lead").
    """
    for part in _BETWEEN.split(listed):
        name = " ".join(part.split()).strip(" .-•")
        name = _OF.sub("", name)
        # "Councillor" is an office, and before a name a title.
        called = _TITLE.sub("Mr ", name, count=1)
        if looks_like_a_person(called) and not _is_office(called.split(), ordinary):
            yield name


def alone(cell: str, *, ordinary: Collection[str]) -> Iterator[str]:
    """The first names and surnames in a cell of owners that stand alone ("Sandra")."""
    for part in _BETWEEN.split(cell):
        word = part.strip()
        small = word.casefold()
        if re.fullmatch(r"[A-Z][a-z'’-]{2,}", word) and small not in (
            _OFFICES | ROLES | ORGANISATIONS | set(ordinary)
        ):
            yield word


def initials(cell: str) -> Iterator[str]:
    """The initials in a cell of owners ("JB, PH"), without abbreviations of offices and bodies."""
    for part in _BETWEEN.split(cell):
        word = part.strip().replace(".", "")
        office = word.casefold() in _OFFICES
        if re.fullmatch("[A-Z]{2,3}", word) and not office:
            yield word


def short_for(listed: str) -> Iterator[tuple[str, str]]:
    """Names with the initials that are given behind them, as in "Jo Barlow (JB)"."""
    for found in _SHORT_FOR.finditer(listed):
        name, short = found["name"].strip(), found["short"]
        said = "".join(word[0] for word in name.split())
        if said.endswith(short) and not is_abbreviation(short):
            yield name, short


def is_abbreviation(word: str) -> bool:
    """Whether initials are an abbreviation to everybody else."""
    return word.casefold() in ABBREVIATIONS


def _until_the_next(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if _ENDS.match(line) or _LISTS.match(line):
            return
        yield line


def _is_office(words: Sequence[str], ordinary: Collection[str]) -> bool:
    small = [word.casefold().strip(".,'’") for word in words]
    if any(word in _OFFICES | ROLES | ORGANISATIONS for word in small):
        return True
    titled_ = _TITLE.match(" ".join(words))
    shouted = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    plain = all(word in ordinary for word in small)
    return not titled_ and (plain or 0 < len(shouted) < len(words))
