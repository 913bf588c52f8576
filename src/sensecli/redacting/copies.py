"""One interview -> its copy without names."""

from dataclasses import dataclass, field, replace

from sensecli.exporting.masking import Replaced, masker, places
from sensecli.exporting.redacted import redacted_text, rewritten
from sensecli.exporting.spelling import is_initials, words
from sensecli.model import Interview, Project
from sensecli.pipeline import Speakers
from sensecli.searching.suspects import Suspect, bare_initials, suspects
from sensecli.segmenting import Segmented, role_places

_ANYONE = "[name]"
_HEAD_ENDS = "\n---\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of the copies.

    `roles`: keep role and organisation. `also_suspected`: replace what is only suspected to be a
    person's name, too. `model` is an English model other than the one installed.
    """

    roles: bool = True
    also_suspected: bool = False
    codebook: str | None = None
    speakers: Speakers = field(default_factory=Speakers)
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """One interview's file, what stands in it for a name (offset, stand-in), and what is suspected.

    `names` are the names that stood there, by what stands for them now.
    """

    interview: Interview
    text: str
    stands: tuple[tuple[int, str], ...]
    suspected: tuple[Suspect, ...]
    names: tuple[tuple[str, str], ...]

    @property
    def body(self) -> int:
        """Where the talk begins, behind the head."""
        return self.text.index(_HEAD_ENDS) + len(_HEAD_ENDS)

    def line(self, at: int) -> int:
        """The line, from 1, of an offset in the text."""
        return self.text.count("\n", 0, at) + 1


def copied(interview: Interview, cut: Segmented, project: Project, wanted: Wanted) -> Copy:
    """The interview with known names and speakers' labels replaced."""
    speakers, body = wanted.speakers, interview.body
    roles = role_places(interview, cut, leader=speakers.leader, interviewer=speakers.interviewer)
    labels = [Replaced(start, end, role) for start, end, role in roles if start >= body]
    known = [
        Replaced(one.start + body, one.end + body, one.stands)
        for one in places(interview.text[body:], project.names)
    ]
    free = [one for one in known if not any(_meet(one, label) for label in labels)]
    found = sorted((*labels, *free), key=lambda one: one.start)
    made, stands = rewritten(
        interview.text[body:], [replace(o, start=o.start - body, end=o.end - body) for o in found]
    )
    text = redacted_text(interview, made, masker(project.names), roles=wanted.roles)
    behind = len(text) - len(made)
    initials = tuple("".join(words(name)) for name, _ in project.names if is_initials(name))
    inside = [*suspects(made), *bare_initials(made, initials)]
    return Copy(
        interview,
        text,
        tuple((at + behind, stand) for at, stand in stands),
        tuple(replace(s, start=s.start + behind, end=s.end + behind) for s in inside),
        tuple((one.stands, " ".join(interview.text[one.start : one.end].split())) for one in known),
    )


def _meet(one: Replaced, other: Replaced) -> bool:
    return one.start < other.end and other.start < one.end


def without_suspects(copy: Copy) -> Copy:
    """The copy with what is suspected to be a person's name replaced as well."""
    found = [one for one in copy.suspected if one.kind.person]
    text, stands = rewritten(copy.text, [Replaced(o.start, o.end, _ANYONE) for o in found])
    names = tuple((_ANYONE, copy.text[one.start : one.end]) for one in found)

    def moved(at: int) -> int:
        return at + sum(len(_ANYONE) - (o.end - o.start) for o in found if o.end <= at)

    rest = (one for one in copy.suspected if not one.kind.person)
    return replace(
        copy,
        text=text,
        stands=tuple(sorted((*((moved(at), stand) for at, stand in copy.stands), *stands))),
        suspected=tuple(replace(o, start=moved(o.start), end=moved(o.end)) for o in rest),
        names=(*copy.names, *names),
    )
