"""The names that outputs leave out, and what stands for each."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sensecli.loading.formats.keys import plain
from sensecli.loading.roster import find, rows_of
from sensecli.model import Interview, Problem

NAMES = "names.csv"
ANYONE = "[name]"

_TITLE = re.compile(
    r"(?:(?:Rt\.? Hon|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Sister|Rev|Reverend|The)"
    r"\b\.?\s+)+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_HONOURS = re.compile(
    r"(?:[\s,]+(?:CBE|OBE|MBE|KBE|DBE|KC|QC|MP|MSP|MS|PhD|MD|FRCP|FRCS|RN|JP|DL|Jr|Sr)\b\.?)+$"
)
_PARTICLES = frozenset("van von der den de del della di da du la le al el bin ibn ap st".split())
# First names that are ordinary words: alone they would be cut out of plain sentences.
_WORDS = frozenset(
    "will mark grace hope may rose bill sue art joy frank grant faith iris ivy lily daisy "
    "dawn june april august summer autumn eve sky star pat rob nick jack gene dean earl duke "
    "baron rich rick guy guys drew chase hunter miles chip cliff glen dale heath clay wade "
    "ray penny ruby pearl amber olive hazel holly heather violet jasmine ginger sandy honey "
    "melody harmony charity prudence constance patience victor max dot bob don ken lance "
    "pierce stone sage reed brook brooke robin jay martin christian carol bonnie josh mike "
    "matt jean marina norm barb tally spencer page paige parker carter cooper mason taylor "
    "tanner major royal merry win wren".split()
)
_ROLES = frozenset(
    "interviewer interviewee researcher consultant facilitator moderator participant "
    "respondent leader deputy councillor cllr chair chief director manager nurse doctor "
    "team panel group trust board nhs office programme service department unknown "
    "anonymous speaker executive head patient".split()
)
# Parts of double surnames that are ordinary words too.
_SURNAME_WORDS = frozenset(
    "ash baker ball banks barber barn bank bean beck bell berry best bird bishop black bloom blue "
    "bond bridge bridges bright broad brown bull bush butcher butler castle chambers church close "
    "cook coral corn court cross dance dark day deal dean door english farmer field fields fisher "
    "flint flood flowers ford forest forward found fowler fox free freeman french friend frost "
    "gardner gates gold golden good goodall great green grey grove hall hand hands hard hart hawk "
    "hill hills hook horn house hunt hurst judge just keen keep key keys king kitchen knight lake "
    "lamb land lane law laws little lock lodge long love low lowe main march marsh mead mill mills "
    "moody moon more moss must noble north nurse park parks peace peel pike plant pond pool poole "
    "potter power powers price prior quick rain read reader rice ridge ring rivers rock room root "
    "rowe rush salt sand savage scales sharp shepherd shore short silver singer small smart snow "
    "south spring spur staff steel still storm street strong summers sweet swift temple thorn "
    "tower towers town trees true vale walker wall walls ward waters weaver weeks well wells west "
    "wheeler white whole wild winter winters wise wolf wood woods work worth young".split()
)
_SHORTEST, _SHORTEST_HALF = 2, 4


def known_names(
    interviews: Sequence[Interview], folder: Path | None
) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    """Each known name and what stands for it, longest name first.

    From the `name` of each interview (`[<leader id>]`), its `interviewer` (`[name]`) and the
    folder's `names.csv`, which wins. What two persons share, such as a first name, is `[name]`.
    """
    found: dict[str, str] = {}
    for name, stands in _persons(interviews):
        for variant in name_variants(name):
            found[variant] = stands if found.get(variant, stands) == stands else ANYONE
    listed, problems = _listed(folder) if folder else ({}, ())
    found |= listed
    ordered = sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple(ordered), problems


def _persons(interviews: Sequence[Interview]) -> Iterator[tuple[str, str]]:
    for interview in interviews:
        yield interview.name, f"[{interview.leader}]"
        yield from ((person, ANYONE) for person in people(interview.interviewer))


def people(written: str) -> tuple[str, ...]:
    """The persons of a list such as "Ann Bell and Jo Carr"; bare initials are none."""
    parts = re.split(r"\s*(?:,|;|/|&|\band\b)\s*", written)
    return tuple(part for part in parts if len(part) > _SHORTEST and not part.isupper())


def name_variants(name: str) -> tuple[str, ...]:
    """The ways in which a text may write one person's name, longest first.

    Whole, without title, first name, surname, and each part of a double surname ("Ana
    Grant-Ogden" -> also "Ana Grant", "Ogden"). A first name or a part that is an ordinary word
    does not stand alone; words that name a role and no person ("Interviewer 2") have no ways.
    """
    full = " ".join(name.split())
    if all(word in _ROLES or word.isdecimal() for word in re.findall(r"\w+", full.casefold())):
        return ()
    bare = _HONOURS.sub("", _TITLE.sub("", _BRACKETS.sub("", full), count=1)).strip(" ,.")
    last, comma, first = bare.partition(", ")
    if comma and "," not in first:
        bare = f"{first} {last}"
    parts = bare.split()
    ways = [full, bare]
    halves = _halves(parts)
    if len(parts) > 1:
        ways.append(f"{parts[0]} {_surname(parts)}")
        ways += [f"{parts[0]} {half}" for half in halves]
        alone = (_surname(parts), parts[0] if parts[0].casefold() not in _WORDS else "")
        ways += [way for way in alone if way[:1] and _is_proper(way)]
    ways += [half for half in halves if half.casefold() not in _WORDS | _SURNAME_WORDS]
    found = dict.fromkeys(way for way in ways if _long_enough(way))
    return tuple(sorted(found, key=lambda way: (-len(way), way)))


def _halves(parts: Sequence[str]) -> list[str]:
    """The parts of a hyphenated surname, or of one in two words; short ones would hide too much."""
    behind = parts[1:] or parts
    words = [word for part in behind for word in re.split("[-\u2010\u2011]", part)]
    if len(words) == 1:
        return []
    long = (word for word in words if len(word) >= _SHORTEST_HALF)
    return [word for word in long if word.casefold() not in _PARTICLES and _is_proper(word)]


def _is_proper(way: str) -> bool:
    """Whether it is a name of its own: "team" in "the sense team" is none."""
    word = way.rpartition(" ")[2]
    return word[0].isupper() and word.casefold() not in _ROLES


def _surname(parts: Sequence[str]) -> str:
    """The last word, with the small words before it that belong to it ("van der Berg")."""
    start = len(parts) - 1
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(parts[start:])


def _long_enough(way: str) -> bool:
    """Whether it is a name rather than an initial."""
    return len(way.replace(".", "")) >= _SHORTEST and not re.fullmatch(r"(?:[A-Z]\.?)+", way)


def _listed(folder: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    path = find(folder, NAMES)
    if path is None:
        return {}, ()
    rows = rows_of(path)
    if isinstance(rows, Problem):
        return {}, (rows,)
    header = [plain(cell) for cell in rows[0].cells]
    if "name" not in header:
        message = 'has no column "name", so no name in it is left out'
        hint = 'begin it with the line "name,replacement"'
        return {}, (Problem(path.name, rows[0].line, message, hint),)
    pairs = (
        (_cell(row.cells, header, "name"), _cell(row.cells, header, "replacement") or ANYONE)
        for row in rows[1:]
    )
    return {name: stands for name, stands in pairs if name}, ()


def _cell(cells: Sequence[str], header: Sequence[str], column: str) -> str:
    place = header.index(column) if column in header else len(cells)
    return cells[place].strip() if place < len(cells) else ""
