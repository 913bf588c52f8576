"""Whom do the labels of speakers name?"""

from collections.abc import Iterable, Mapping, Sequence

from sensecli.loading.variants import name_variants
from sensecli.model import Interview, Notice, Speaker
from sensecli.segmenting import Segmented, names_a_person, same_person

# As many labels as a notice names.
_SHOWN = 6


def label_names(interviews: Sequence[Interview], segmented: Sequence[Segmented]) -> dict[str, str]:
    """The names that speakers' labels add, and what stands for each: the first to have it."""
    known: dict[str, str] = {}
    for interview, cut in zip(interviews, segmented, strict=True):
        for label, speaker in cut.labels:
            if names_a_person(label):
                stand_in = f"[{interview.leader}]" if speaker is Speaker.LEADER else "[name]"
                known |= {v: stand_in for v in name_variants(label) if v not in known}
            elif speaker is Speaker.LEADER and _initials(label, interview):
                known.setdefault(label, f"[{interview.leader}]")
    return known


def longest_first(names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Names in the order in which they are looked for."""
    return tuple(sorted(names.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def unknown_speakers(missed: Iterable[str], labels: Sequence[str]) -> tuple[Notice, ...]:
    """That the user settled speakers who are nobody (`missed`), and who there is."""
    return tuple(
        Notice(f'no speaker is called "{wanted}": the labels are {some(labels)}')
        for wanted in missed
    )


def _initials(label: str, interview: Interview) -> bool:
    """Whether a label is the leader's initials: then they are so wherever they stand."""
    return bool(label.isupper() and name_variants(label) and same_person(label, interview.name))


def some(labels: Sequence[str]) -> str:
    """The first few of them, each once, for a message."""
    distinct = list(dict.fromkeys(labels))
    return ", ".join(distinct[:_SHOWN]) + (", ..." if len(distinct) > _SHOWN else "") or "none"
