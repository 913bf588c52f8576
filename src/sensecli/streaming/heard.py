"""Who speaks in the answers of a table: names in speakers' labels, and speakers that nobody is."""

from collections.abc import Collection
from dataclasses import replace

from sensecli.loading.answers import Source, Survey, blocks_of, survey
from sensecli.model import Problem, Project
from sensecli.naming import label_names, longest_first, unknown_speakers
from sensecli.pipeline import Speakers, segment_all
from sensecli.segmenting import same_person

# As many labels are remembered, of which a message shows the first few.
_LABELS = 100


def heard(project: Project, surveyed: Survey, speakers: Speakers) -> Project:
    """The project with what `pipeline.learn_names` adds, where its interviews are not held.

    The table is gone through for it: all names have to be known before anything is shown.
    """
    wanted = {*speakers.leader, *speakers.interviewer}
    labels: dict[str, None] = {}
    known = dict(project.names)
    for block in blocks_of(surveyed):
        wanted -= {one.leader for one in block.interviews}
        # No label is a name without a colon behind it, or a time.
        talks = tuple(one for one in block.interviews if wanted or ":" in one.text)
        cut = segment_all(talks, speakers)
        for name, stands in label_names(talks, cut).items():
            known.setdefault(name, stands)
        for label in (label for one in cut for label, _ in one.labels):
            wanted -= {one for one in wanted if same_person(label, one)}
            if len(labels) < _LABELS:
                labels[label] = None
    missed = [one for one in (*speakers.leader, *speakers.interviewer) if one in wanted]
    notices = unknown_speakers(missed, tuple(labels))
    return replace(project, names=longest_first(known), notices=(*project.notices, *notices))


def leaders_among(source: Source, wanted: Collection[str]) -> tuple[str, ...]:
    """Those of the wanted that are ids of leaders in a table; none where it cannot be read."""
    surveyed = survey(source)
    if isinstance(surveyed, Problem):
        return ()
    found: set[str] = set()
    for block in blocks_of(surveyed):
        found.update(one.leader for one in block.interviews if one.leader in wanted)
    return tuple(one for one in dict.fromkeys(wanted) if one in found)
