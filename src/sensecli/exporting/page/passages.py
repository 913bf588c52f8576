"""Everything that the page's script shows, each text stored once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sensecli.exporting.evidence import Evidence, counted
from sensecli.exporting.leaders import leader_attributes
from sensecli.exporting.page.words import ACTORS, HOLDERS, SPEAKERS, confidence
from sensecli.exporting.places import named_place
from sensecli.exporting.standing import BARRIER_STANCES, STANCES, stands
from sensecli.exporting.terms import STATUSES
from sensecli.model import Analysis, Coding, Interview, Segment

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_NONE = -1

Row = list[int]


@dataclass(slots=True)
class _Texts:
    """Texts by number, each once; an empty one has none."""

    numbers: dict[str, int] = field(default_factory=dict)

    def __call__(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers)) if text else _NONE


def passages_json(analysis: Analysis, known: Evidence) -> str:
    """The page's data as JSON that no HTML parser can take for markup."""
    written = json.dumps(
        passages(analysis, known), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return written.translate(_UNSAFE)


def passages(analysis: Analysis, known: Evidence) -> dict[str, object]:
    """Codings as rows of numbers that mean texts, codes, leaders and segments.

    `figures` are the leaders that each count counts, by code and key; `stands` is where a leader
    stands on a code, in words.
    """
    texts = _Texts()
    leaders = {leader: at for at, leader in enumerate(known.leaders)}
    codes = {leaf.id: at for at, leaf in enumerate(analysis.codebook.leaves)}
    kinds = {leaf.id: leaf.kind for leaf in analysis.codebook.leaves}
    rows, segments = _codings(analysis, known, texts)
    figures = {
        code: {key: [leaders[one] for one in held] for key, held in by_key.items()}
        for code, by_key in counted(analysis, known).items()
    }
    return {
        "codes": [[leaf.id, leaf.label, str(leaf.kind)] for leaf in analysis.codebook.leaves],
        "leaders": _leaders(analysis, known),
        "codings": rows,
        "segments": segments,
        "figures": figures,
        "stands": [
            [leaders[leader], codes[code], texts(stands(position, kinds[code]))]
            for (leader, code), position in known.positions.items()
            if position.stance is not None and code in codes
        ],
        "words": {
            "stance": {str(key): word for key, word in STANCES.items()},
            "barrier": {str(key): word for key, word in BARRIER_STANCES.items()},
            "status": {str(key): word for key, word in STATUSES.items()},
            "actor": {str(key): word for key, word in ACTORS.items()},
            "holder": {str(key): word for key, word in HOLDERS.items()},
            "speaker": {str(key): word for key, word in SPEAKERS.items()},
        },
        "texts": list(texts.numbers),
    }


def _leaders(analysis: Analysis, known: Evidence) -> list[list[str]]:
    attributes = leader_attributes(analysis.project.interviews)
    names = {one.leader: one.name for one in analysis.project.interviews if one.name}
    return [
        [
            leader,
            names.get(leader, ""),
            known.groups.get(leader, ""),
            attributes.get(leader, {}).get("role", ""),
            attributes.get(leader, {}).get("organisation", ""),
        ]
        for leader in known.leaders
    ]


def _codings(analysis: Analysis, known: Evidence, texts: _Texts) -> tuple[list[Row], list[Row]]:
    """The codings, in the order of the interviews, and the segments around them."""
    leaders = {leader: at for at, leader in enumerate(known.leaders)}
    codes = {leaf.id: at for at, leaf in enumerate(analysis.codebook.leaves)}
    by_id = {one.id: one for one in analysis.project.interviews}
    around = _Around.of(analysis.segments, texts)
    at = {one: place for place, one in enumerate(by_id)}
    said = [c for c in analysis.codings if c.interview in by_id and c.code in codes]
    rows = []
    for coding in sorted(said, key=lambda c: (at[c.interview], c.segment, codes[c.code])):
        interview = by_id[coding.interview]
        now = known.rounds.get(interview.leader) == interview.round
        rows.append(
            [
                leaders.get(interview.leader, _NONE),
                codes[coding.code],
                int(now),
                *around(coding),
                *_said(coding, interview, texts),
            ]
        )
    return rows, around.rows


def _said(coding: Coding, interview: Interview, texts: _Texts) -> Row:
    place = named_place(interview.name, interview.place(coding.start))
    cue = "" if coding.cue.startswith("like:") else coding.cue
    key = f"{coding.interview}:{coding.segment}:{coding.code}:{coding.holder}"
    return [
        int(coding.prompted),
        *map(
            texts,
            (
                key,
                coding.text,
                str(coding.stance),
                str(coding.status),
                str(coding.actor),
                str(coding.holder),
                str(coding.speaker),
                place,
                cue,
                coding.rule,
                coding.example,
                coding.coder,
                confidence(coding),
                interview.round,
            ),
        ),
    ]


@dataclass(slots=True)
class _Around:
    """The segments before and after a coding's, each stored once and only if it is asked for."""

    segments: Mapping[tuple[str, int], Segment]
    texts: _Texts
    rows: list[Row] = field(default_factory=list)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, segments: Sequence[Segment], texts: _Texts) -> "_Around":
        return cls({(one.interview, one.number): one for one in segments}, texts)

    def __call__(self, coding: Coding) -> Row:
        return [self._number((coding.interview, coding.segment + step)) for step in (-1, 1)]

    def _number(self, key: tuple[str, int]) -> int:
        segment = self.segments.get(key)
        if segment is None:
            return _NONE
        if key not in self.numbers:
            self.numbers[key] = len(self.rows)
            self.rows.append([self.texts(segment.text), self.texts(str(segment.speaker))])
        return self.numbers[key]
