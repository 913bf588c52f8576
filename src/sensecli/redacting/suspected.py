"""What a copy may still give away: what the language model finds, and how it is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sensecli.coding.language import ModelMissingError, find_model, named
from sensecli.exporting.redacted import Suspected
from sensecli.model import Problem
from sensecli.redacting.copies import Copy, Wanted
from sensecli.searching.suspects import Suspect, Suspicion

_STAND_IN = re.compile(r"\[[\w.-]+\]")
_WORD = re.compile(r"\S+")
# Words of context, and the characters that they are looked for in.
_AROUND, _NEAR = 5, 200
# So short and in capitals, a body's name is one that hundreds share ("MSK", "INT").
_ABBREVIATION = 4
_NAMED = {"PERSON", "ORG", "GPE"}


def with_named(copies: Sequence[Copy], wanted: Wanted) -> tuple[list[Copy], tuple[Problem, ...]]:
    """The copies with what the language model takes for names among the suspects."""
    try:
        model = find_model(wanted.model)
        lines = [list(_lines(one)) for one in copies]
        found = named((text for held in lines for _, text in held), model=model)
        made = []
        for one, held in zip(copies, lines, strict=True):
            more = [
                Suspect(at + start, at + end, Suspicion(kind))
                for (at, _), names in zip(held, found, strict=False)
                for start, end, kind in names
                if kind in _NAMED
            ]
            made.append(replace(one, suspected=_joined(one, more, roles=wanted.roles)))
    except ModelMissingError as missing:
        hint = "install sensecli again with its dependencies, or name a model with --model"
        said = f"names that nobody listed are not looked for: no English model ({missing})"
        return list(copies), (Problem("", None, said, hint),)
    return made, ()


def _lines(copy: Copy) -> Iterator[tuple[int, str]]:
    """Each line of the talk and where it begins."""
    at = copy.body
    for line in copy.text[at:].splitlines(keepends=True):
        if line.strip():
            yield at, line
        at += len(line)


def _joined(copy: Copy, more: Sequence[Suspect], *, roles: bool) -> tuple[Suspect, ...]:
    """All suspects in order, none twice; without stand-ins, and what the head tells anyway."""
    kept = list(copy.suspected)
    one = copy.interview
    told = f"{one.organisation} {one.role}" if roles else ""
    for suspect in more:
        said = copy.text[suspect.start : suspect.end]
        free = not any(o.start < suspect.end and suspect.start < o.end for o in kept)
        if free and not _STAND_IN.search(said) and said not in told and _is_word(copy, suspect):
            kept.append(suspect)
    return tuple(sorted(kept, key=lambda suspect: suspect.start))


def _is_word(copy: Copy, suspect: Suspect) -> bool:
    """Whether it may name anybody: no part of a stand-in, no mere number or abbreviation."""
    if any(at <= suspect.start < at + len(stand) for at, stand in copy.stands):
        return False
    said = copy.text[suspect.start : suspect.end]
    short = said.isupper() and len(said) <= _ABBREVIATION and not suspect.kind.person
    return not short and any(map(str.isalpha, said))


def told(copy: Copy) -> Iterator[Suspected]:
    """Each suspect of a copy, by its line and with the words around it."""
    body = copy.body
    for one in copy.suspected:
        before = _WORD.findall(copy.text[max(body, one.start - _NEAR) : one.start])[-_AROUND:]
        behind = _WORD.findall(copy.text[one.end : one.end + _NEAR])[:_AROUND]
        said = " ".join(copy.text[one.start : one.end].split())
        context = " ".join((*before, said, *behind))
        yield Suspected(copy.interview.id, copy.line(one.start), said, str(one.kind), context)
