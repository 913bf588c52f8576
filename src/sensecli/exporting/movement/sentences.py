"""What moved between two rounds in plain sentences."""

from collections import Counter
from collections.abc import Mapping

from sensecli.exporting.wording import listed, part, plural
from sensecli.model import Between, Comparison, Fate, ThemeMovement

FATES: Mapping[Fate, tuple[str, str]] = {
    Fate.KEPT: ("was kept", "were kept"),
    Fate.TALKED_ABOUT: ("is still being talked about", "are still being talked about"),
    Fate.FAILED: ("failed", "failed"),
    Fate.VANISHED: ("was not mentioned again", "were not mentioned again"),
}


def stretches(comparison: Comparison) -> tuple[Between, ...]:
    """From each round to the next, then from the first to the last of three or more."""
    return (*comparison.between, *((comparison.overall,) if comparison.overall else ()))


def longest(comparison: Comparison) -> Between | None:
    """From the first round to the last; None where there is one round only."""
    found = stretches(comparison)
    return found[-1] if found else None


def span(between: Between) -> str:
    """`from 2022 to 2023`."""
    return f"from {between.before} to {between.after}"


def movement_headline(comparison: Comparison) -> str:
    """What became of what was promised, or where there is nothing, who moved which way."""
    between = longest(comparison)
    if between is None:
        return "There is one round of interviews only, so nothing can be compared."
    return kept_sentence(between) or moved_sentence(between)


def stretch_sentences(between: Between, *, told: str = "") -> tuple[str, ...]:
    """Who was met, what became of undertakings, who moved; without what was `told` above."""
    said = (" ".join(met_sentences(between)), kept_sentence(between), moved_sentence(between))
    return tuple(one for one in said if one and one != told)


def kept_sentence(between: Between) -> str:
    """What became of the undertakings of the earlier round; empty where there was none."""
    tally = Counter(one.fate for one in between.promises)
    n = len(between.promises)
    if not n:
        return ""
    if n == 1:
        return f"The one undertaking of {between.before} {FATES[between.promises[0].fate][0]}."
    others = [fate for fate in FATES if fate is not Fate.KEPT and tally[fate]]
    said = [part(tally[fate], n, *FATES[fate]) for fate in (Fate.KEPT, *others)]
    return f"Of {n} undertakings of {between.before}, {listed(said)}."


def moved_sentence(between: Between) -> str:
    """How often leaders moved up and down the ladder, and on which theme most."""
    n = len(between.turnover.stayed)
    if not n:
        return "No leader was met in both rounds, so nobody's movement can be told."
    up, down = (sum(getattr(o, way) for o in between.themes) for way in ("up", "down"))
    leaders = "The one leader" if n == 1 else f"The {n} leaders"
    who = f"{leaders} met in both rounds"
    if not up + down:
        return f"{who} {'stands' if n == 1 else 'stand'} where they stood."
    first = between.themes[0]
    most = f", most of all on {first.label} ({ups_and_downs(first)})" if n > 1 else ""
    if not up or not down:
        way, other = ("up", "down") if up else ("down", "up")
        return f"{who} moved {way} the ladder {_times(up + down)} and never {other}{most}."
    return f"{who} moved up the ladder {_times(up)} and down {_times(down)}{most}."


def ups_and_downs(theme: ThemeMovement) -> str:
    """`4 up, 1 down`."""
    said = [f"{count} {way}" for count, way in ((theme.up, "up"), (theme.down, "down")) if count]
    return ", ".join(said) or "nobody moved"


def met_sentences(between: Between) -> tuple[str, ...]:
    """Who was met in both rounds, who in one only, and whose role is another now."""
    turnover = between.turnover
    said = [f"{_leaders(len(turnover.stayed))} met in both rounds."]
    if turnover.left:
        said.append(f"Met in {between.before} only: {', '.join(turnover.left)}.")
    if turnover.new:
        apart = "counted in no movement"
        said.append(f"New in {between.after}, and {apart}: {', '.join(turnover.new)}.")
    if turnover.changed:
        changed = [f"{o.leader} ({o.before} \u2192 {o.after})" for o in turnover.changed]
        said.append(f"In another role or organisation now: {'; '.join(changed)}.")
    return tuple(said)


def still_sentence(between: Between) -> str:
    """On how many themes nobody moved; empty where somebody moved on each."""
    rest = len(between.themes) - len(moved(between))
    return f"Nobody moved on {plural(rest, 'further theme')}." if rest else ""


def moved(between: Between) -> tuple[ThemeMovement, ...]:
    """The themes that anybody moved on."""
    return tuple(one for one in between.themes if one.up + one.down)


def _leaders(count: int) -> str:
    if not count:
        return "Nobody was"
    return plural(count, "leader was", "leaders were")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
