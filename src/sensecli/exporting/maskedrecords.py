"""The Names rule for a programme's records: owners of actions and people in minutes are people."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sensecli.exporting.masking import Mask
from sensecli.model import Action, Contradiction, Matched, Minute, Records

# "Kate B-S": what is left of a name behind its stand-in.
_LEFT = re.compile(r"(?<=\]) (?:[A-Z]\.?-?){1,3}(?![\w])")
_INITIALS = re.compile(r"(?<![A-Za-z&])[A-Z]{2,3}(?![A-Za-z&])")


def masked_records(
    records: Records, *, text: Mask, file: Mask, names: Sequence[tuple[str, str]]
) -> Records:
    """The records without anybody's name; `text` and `file` mask prose and file names.

    An owner is a leader (`[L05]`), somebody else (`[name]`), or a role or team, which stays. Bare
    initials are somebody's in an owner's cell alone, and only such as `names` has.
    """

    def placed(place: str) -> str:
        return text(file(place))

    def action(one: Action) -> Action:
        return replace(
            one,
            id=text(one.id),
            text=text(one.text),
            place=placed(one.place),
            owner=_owner(text(one.owner), names),
            due_said=text(one.due_said),
            progress_said=text(one.progress_said),
            section=text(one.section),
            note=text(one.note),
        )

    def matched(one: Matched) -> Matched:
        codings = (
            replace(
                coding,
                interview=text(coding.interview),
                text=text(coding.text),
                cue=text(coding.cue),
                example=text(coding.example),
            )
            for coding in one.codings
        )
        return replace(one, action=action(one.action), codings=tuple(codings))

    def minute(one: Minute) -> Minute:
        return replace(one, paper=placed(one.paper), place=placed(one.place), text=text(one.text))

    def contradiction(one: Contradiction) -> Contradiction:
        quote = replace(one.quote, text=text(one.quote.text))
        return replace(one, quote=quote, action=action(one.action) if one.action else None)

    return replace(
        records,
        register=placed(records.register),
        actions=tuple(matched(one) for one in records.actions),
        minutes=tuple(minute(one) for one in records.minutes),
        papers=tuple(placed(one) for one in records.papers),
        checks=tuple(
            replace(one, label=text(one.label), actions=tuple(map(text, one.actions)))
            for one in records.checks
        ),
        contradictions=tuple(contradiction(one) for one in records.contradictions),
    )


def _owner(cell: str, names: Sequence[tuple[str, str]]) -> str:
    stands = dict(names)
    shown = _INITIALS.sub(lambda found: stands.get(".".join(found[0]) + ".", found[0]), cell)
    return _LEFT.sub("", shown)
