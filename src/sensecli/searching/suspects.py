"""What gives persons away by its form: addresses, numbers, dates of birth, names behind titles."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Suspicion(StrEnum):
    """What a suspected stretch of text may be; the first three are what NER calls them."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    TITLED = "title"
    INITIALS = "initials"
    EMAIL = "email"
    PHONE = "phone"
    NHS_NUMBER = "NHS number"
    POSTCODE = "postcode"
    BIRTH = "date of birth"

    @property
    def person(self) -> bool:
        """Whether it is taken for somebody's name."""
        return self in {Suspicion.PERSON, Suspicion.TITLED, Suspicion.INITIALS}


@dataclass(frozen=True, slots=True)
class Suspect:
    """A half-open stretch of a text that may give somebody away."""

    start: int
    end: int
    kind: Suspicion


_GAP = r"[ \t\u00a0]"
_WORD = r"[A-Z][\w'\u2019-]+"
_TITLES = (
    "Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Sister|Rev|Reverend|Cllr|Councillor|"
    "Matron|Nurse|Father|Canon"
)
# Words behind a title that are a post and nobody's name ("Sister Act", "Nurse Director").
_POSTS = (
    "Director|Directors|Consultant|Consultants|Manager|Managers|Lead|Leads|Practitioner|"
    "Practitioners|Specialist|Specialists|Associate|Associates|Adviser|Advisor|Education|Unit|"
    "Led|Chair|Mayor|Bank"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NHS = re.compile(r"(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d])")
_PHONE = re.compile(
    rf"(?<![\w+])(?:\+44{_GAP}?(?:\(0\){_GAP}?)?|\(?0)\d(?:[)-]?{_GAP}?\d){{8,9}}(?!\d)"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BIRTH = re.compile(
    rf"\b(?i:born|d\.?o\.?b|date of birth)\b[.:]?{_GAP}*(?i:on{_GAP}+|is{_GAP}+|:{_GAP}*)?"
    rf"(?P<it>\d{{1,2}}[/. -]\d{{1,2}}[/. -]\d{{2,4}}|\d{{4}}-\d\d-\d\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?{_GAP}+(?:{_MONTHS}){_GAP}+\d{{4}})"
)
_TITLED = re.compile(
    rf"\b(?:{_TITLES})\b\.?{_GAP}+(?P<it>(?!(?:{_POSTS})\b){_WORD}(?:{_GAP}+{_WORD}){{0,2}})"
)
_WEIGHTS = range(10, 1, -1)
_MODULUS = 11


def suspects(text: str) -> tuple[Suspect, ...]:
    """Everything of such a form, in the order of the text; where two overlap, the surer one."""
    found: list[Suspect] = []
    for kind, expression, holds in _FORMS:
        for match in expression.finditer(text):
            start, end = match.span("it") if "it" in expression.groupindex else match.span()
            if holds(match[0]) and not any(o.start < end and start < o.end for o in found):
                found.append(Suspect(start, end, kind))
    return tuple(sorted(found, key=lambda one: one.start))


def bare_initials(text: str, initials: tuple[str, ...]) -> Iterator[Suspect]:
    """Where known initials stand by themselves ("JS"): it may be the person, or anything."""
    if not initials:
        return
    for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, initials))})\b", text):
        yield Suspect(*match.span(), Suspicion.INITIALS)


def is_nhs_number(written: str) -> bool:
    """Whether ten digits end in the right check digit.

    Source: NHS Data Dictionary, "NHS number": weights 10 to 2, modulus 11.

    >>> is_nhs_number("943 476 5919"), is_nhs_number("943 476 5918")
    (True, False)
    """
    digits = [int(character) for character in written if character.isdecimal()]
    if len(digits) != len(_WEIGHTS) + 1:
        return False
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return (_MODULUS - total % _MODULUS) % _MODULUS == digits[-1]


def _always(_: str) -> bool:
    return True


# The surer form first: ten digits may be a telephone's as well.
_FORMS: tuple[tuple[Suspicion, re.Pattern[str], Callable[[str], bool]], ...] = (
    (Suspicion.EMAIL, _EMAIL, _always),
    (Suspicion.NHS_NUMBER, _NHS, is_nhs_number),
    (Suspicion.PHONE, _PHONE, _always),
    (Suspicion.POSTCODE, _POSTCODE, _always),
    (Suspicion.BIRTH, _BIRTH, _always),
    (Suspicion.TITLED, _TITLED, _always),
)
