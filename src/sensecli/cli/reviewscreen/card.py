"""What was coded and why, and what the person decided, as lines of text."""

from collections.abc import Iterator
from dataclasses import asdict

from rich.text import Text

from sensecli.cli.plain import safe
from sensecli.cli.report.layout import BAD, FAINT, GOOD, OPEN, Lines, led, paragraph
from sensecli.cli.reviewscreen.scene import Scene
from sensecli.model import Coding, Values, Verdict
from sensecli.review.item import Item
from sensecli.review.state import Session, here

_BRIEF, _LONG = 110, 400
# The mark says what the colour says.
_VERDICTS = {
    None: ("[ ] undecided", OPEN),
    Verdict.ACCEPT: ("[+] accepted", GOOD),
    Verdict.CHANGE: ("[~] changed", GOOD),
    Verdict.ADD: ("[+] added by you", GOOD),
    Verdict.REJECT: ("[x] rejected", BAD),
}


def card(scene: Scene, session: Session, *, width: int, wide: bool) -> Lines:
    """The coding of the item, or what there is on a bare passage; more of the why where wide."""
    item = session.item
    lines: Lines = []
    if item.values:
        lines += _coding(scene, item, item.values, width=width)
        found = scene.codings.get(item.key)
        why = "; ".join(_why(found, longest=_LONG if wide else _BRIEF)) if found else ""
        lines += led("Why:", why, width=width, hang=2) if why else []
        lines += _reasons(scene, found, width=width) if found and wide else []
    others = [one for one in here(session) if one.key != item.key]
    if others or not item.values:
        listed = "; ".join(_brief(one) for one in others) or "nothing coded"
        lines += led("Also here:" if item.values else "Here:", listed, width=width, hang=2)
    for memo in item.memos:
        lines += led("Memo:", scene.mask(memo), width=width, hang=2)
    return [*lines, _verdict(item)]


def _coding(scene: Scene, item: Item, values: Values, *, width: int) -> Lines:
    code = scene.codes.get(values.code)
    named = f"{code.label} ({code.kind} {code.id}):" if code else f"{values.code}:"
    prompted = "prompted" if values.prompted else "not prompted"
    said = (
        f"{values.stance}, {values.status}, actor {values.actor}, holder {values.holder}, "
        f"{prompted}"
    )
    sure = f", confidence {item.confidence:.2f}" if item.found else ""
    lines = led(named, code.proposition if code else "", width=width, hang=2)
    lines += paragraph(f"{said}{sure}", width=width, style="bold")
    if item.found and item.found != values:
        lines += led("The program said:", _differences(item.found, values), width=width, hang=2)
    return lines


def _differences(found: Values, values: Values) -> str:
    now = asdict(values)
    return ", ".join(
        f"{name} {'yes' if was is True else 'no' if was is False else was}"
        for name, was in asdict(found).items()
        if now[name] != was
    )


def _why(coding: Coding, *, longest: int) -> Iterator[str]:
    if coding.cue and not coding.cue.startswith("like:"):
        yield f"cue \u2018{safe(coding.cue)}\u2019"
    if coding.example:
        yield f"like \u201c{_short(safe(coding.example), longest)}\u201d"
    if coding.rule:
        yield f"rules {', '.join(coding.rule.split())}"


def _reasons(scene: Scene, coding: Coding, *, width: int) -> Lines:
    """What the rules are for, in words."""
    told = ((rule, scene.reasons.get(rule, "")) for rule in dict.fromkeys(coding.rule.split()))
    return [
        line
        for rule, reason in told
        if reason
        for line in paragraph(f"{rule}: {reason}", width=width, indent=2, hang=4, style=FAINT)
    ]


def _brief(item: Item) -> str:
    values = item.values
    if values is None:
        return ""
    mark = _verdict(item).plain[:3]
    holder = "" if values.holder == "leader" else f", {values.holder}"
    return f"{mark} {values.code} ({values.stance}, {values.status}{holder})"


def _verdict(item: Item) -> Text:
    if item.about is None:
        said = "[+] read: nothing more to code" if item.read else "[ ] not read yet"
        return Text(said, style=GOOD if item.read else OPEN)
    if item.read and item.verdict is None:
        return Text("[x] left out: you read the passage, and coded it otherwise", style=BAD)
    said, style = _VERDICTS[item.verdict]
    return Text(said, style=style)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} \u2026"
