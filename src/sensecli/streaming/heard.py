"""Who speaks in the answers of a table: names in speakers' labels, and speakers that nobody is."""

from collections.abc import Collection
from dataclasses import replace

from sensecli.loading.answers import Survey, blocks_of, survey
from sensecli.loading.answers.source import Source
from sensecli.model import Problem, Project
from sensecli.pipeline import Speakers, learn_names, segment_all, unknown_speakers
from sensecli.segmenting import same_person

# As many labels as could be shown are remembered.
_LABELS = 100


def heard(project: Project, surveyed: Survey, speakers: Speakers) -> Project:
    """The project with what `pipeline.learn_names` adds, where its interviews are not held.

    The table is gone through for it: no quote may be shown before all names are known.
    """
    wanted = {*speakers.leader, *speakers.interviewer}
    labels: dict[str, None] = {}
    for block in blocks_of(surveyed):
        wanted -= {one.leader for one in block.interviews}
        # Labels that are names have a colon, or a time.
        talks = tuple(one for one in block.interviews if wanted or ":" in one.text)
        cut = segment_all(talks, speakers)
        found = learn_names(replace(project, interviews=talks, notices=()), cut, Speakers())
        project = replace(project, names=found.names)
        for label in (label for one in cut for label, _ in one.labels):
            wanted -= {one for one in wanted if same_person(label, one)}
            if len(labels) < _LABELS:
                labels[label] = None
    missed = unknown_speakers(tuple(labels), speakers, wanted)
    return replace(project, notices=(*project.notices, *missed))


def leaders_among(source: Source, wanted: Collection[str]) -> tuple[str, ...]:
    """Those of the wanted that are ids of leaders in a table; none where it cannot be read."""
    surveyed = survey(source)
    if isinstance(surveyed, Problem):
        return ()
    ids = {one.leader for block in blocks_of(surveyed) for one in block.interviews}
    return tuple(one for one in dict.fromkeys(wanted) if one in ids)
