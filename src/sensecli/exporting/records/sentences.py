"""Did action follow? The programme's records in plain sentences."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sensecli.exporting.dates import in_words
from sensecli.exporting.records.standing import MINUTED, PROGRESS
from sensecli.exporting.wording import listed, none, opened, plural, whole
from sensecli.model import CrossCheck, Minuted, PlanFigures, Progress, Quadrant, Records

_LISTED = 5
_BINDING = (Minuted.DECISION, Minuted.COMMITMENT)


def planned(records: Records) -> bool:
    """Whether a register was given; without one, nothing can be said of the plan."""
    return bool(records.register or records.actions)


def last_word(records: Records) -> str:
    """The answer in one sentence: what leaders agree on and nobody has planned."""
    if not planned(records):
        return papers_sentence(records)
    if not records.checks:
        return "The codebook has no theme to hold the plan against."
    n = records.checks[0].figures.counts.n
    agreed = within(records, Quadrant.AGREED_UNPLANNED)
    if agreed:
        first, *others = agreed
        more = f"; likewise {_themes(others, _LISTED - 1)}" if others else ""
        far = ", as far as it could be read" if records.partly else ""
        return f"{_agreed(first)}, and in nobody's plan{far}: {first.label}{more}."
    both = within(records, Quadrant.AGREED_PLANNED)
    most = f"more than half of the {n} leaders" if n > 1 else "the one leader"
    agree = "agree" if n > 1 else "agrees"
    if both:
        every = {1: "The one theme", 2: "Both themes"}.get(len(both), f"All {len(both)} themes")
        verb = "are" if len(both) > 1 else "is"
        done = _done(records, both)
        return f"{every} that {most} {agree} on {verb} in the plan, with {done}."
    some = len(within(records, Quadrant.PLANNED))
    return f"There is no theme that {most} {agree} on; {plural(some, 'theme')} in the plan."


def within(records: Records, quadrant: Quadrant) -> tuple[CrossCheck, ...]:
    """The themes of one quadrant, those that most agree on first."""
    found = (one for one in records.checks if one.quadrant is quadrant)
    return tuple(sorted(found, key=lambda one: -one.figures.counts.endorse))


def read_sentences(records: Records) -> tuple[str, ...]:
    """The register with its statuses, then the papers; none where the papers are the answer."""
    if not planned(records):
        return ()
    return tuple(filter(None, (_register(records), papers_sentence(records))))


def lacking_sentences(records: Records) -> tuple[str, ...]:
    """Which themes rest on one action alone, and which have actions without an owner or a date."""
    if not planned(records):
        return ()
    said = (
        _alone(records),
        _lacking("Without an owner", records.checks, lambda plan: plan.owned),
        _lacking("Without a date", records.checks, lambda plan: plan.dated),
    )
    return tuple(filter(None, said))


def decided_sentence(records: Records) -> str:
    """What papers decide or commit to and no plan has; empty where there is nothing such."""
    if not planned(records):
        return ""
    found = [
        f"{one.label} ({binding})"
        for one in records.checks
        if not one.plan.live and (binding := decided(one))
    ]
    return f"Decided or promised in papers, and in nobody's plan: {_cut(found)}." if found else ""


def decided(check: CrossCheck) -> int:
    """How many decisions and commitments the papers hold on a theme."""
    tally = dict(check.minuted)
    return sum(tally.get(kind, 0) for kind in _BINDING)


def papers_sentence(records: Records) -> str:
    """How many papers were read, and what they record on the codebook's codes."""
    if not records.papers:
        return ""
    read = plural(len(records.papers), "paper was read", "papers were read")
    tally = Counter(one.kind for one in records.minutes)
    said = [plural(tally[kind], *words) for kind, words in MINUTED.items() if tally[kind]]
    return f"{read}: {listed(said)} on the codebook's codes." if said else f"{read}: nothing coded."


def _register(records: Records) -> str:
    all_ = [one.action for one in records.actions]
    if not all_:
        return f"{records.register or 'The register'} holds no actions."
    tally = Counter(one.progress for one in all_)
    said = [f"{tally[progress]} {word}" for progress, word in PROGRESS.items() if tally[progress]]
    late = sum(one.overdue(records.day) for one in all_)
    on = sum(bool(one.codes) for one in records.actions)
    name = records.register or "The register"
    overdue = f"; {late or 'none'} overdue on {in_words(records.day)}"
    some = opened(whole(on)) if on == len(all_) > 1 else str(on or opened(none(len(all_))))
    verb = "is" if on == 1 or not on else "are"
    about = f"{some} {verb} about a code of the codebook."
    if records.partly:
        about += " Not all of it could be read: what could not is told among the problems."
    return f"{name} holds {plural(len(all_), 'action')}: {', '.join(said)}{overdue}. {about}"


def _agreed(check: CrossCheck) -> str:
    counts = check.figures.counts
    if counts.n == 1:
        return "Agreed by the one leader"
    if counts.endorse == counts.n:
        return f"Agreed by {whole(counts.n)} leaders"
    return f"Agreed by {counts.endorse} of {counts.n} leaders"


def _themes(checks: Sequence[CrossCheck], most: int) -> str:
    return _cut([f"{one.label} ({one.figures.counts.endorse})" for one in checks], most)


def _cut(items: Sequence[str], most: int = _LISTED) -> str:
    more = len(items) - most
    # One more takes as much room as saying that it is left out.
    if more <= 1:
        return listed(items)
    return listed([*items[:most], plural(more, "more theme")])


def _done(records: Records, checks: Iterable[CrossCheck]) -> str:
    ids = {id_ for one in checks for id_ in one.actions}
    held = [one.action for one in records.actions if one.action.id in ids]
    kept = [one for one in held if one.progress is not Progress.DROPPED]
    done = sum(one.progress is Progress.DONE for one in kept)
    return f"{plural(len(kept), 'action')}, {done or none(len(kept))} of them done"


def _alone(records: Records) -> str:
    """One action that is matched wrongly hides that a theme is in nobody's plan."""
    found = [one.label for one in within(records, Quadrant.AGREED_PLANNED) if one.plan.live == 1]
    if not found:
        return ""
    look = "each is about its" if len(found) > 1 else "it is about the"
    return f"In the plan by one action alone: {_cut(found)}. See whether {look} theme."


def _lacking(lead: str, checks: Iterable[CrossCheck], have: Callable[[PlanFigures], int]) -> str:
    short = [(one, one.plan.actions - have(one.plan)) for one in checks if one.plan.live]
    found = [
        f"{one.label} ({lack} of {one.plan.actions})"
        for one, lack in sorted(short, key=lambda pair: -pair[1] / pair[0].plan.actions)
        if lack
    ]
    return f"{lead}: {_cut(found, 2 * _LISTED)}." if found else ""
