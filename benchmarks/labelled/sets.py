"""The labelled sets: what is measured on each, and the figure to aim for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from labelled import adapters, wac
from labelled.rows import Row
from labelled.scores import Pair, f1, macro, micro, share

Score = Callable[[Sequence[Pair]], float]
_RUNGS = ("implemented", "planning", "indeterminate")
_TALK = ("change", "sustain", "neutral")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's name, how it comes about, and what to aim for (`below`: or less)."""

    name: str
    score: Score
    aim: float | None = None
    below: bool = False

    @property
    def aimed(self) -> str:
        """The aim as it is told; empty where there is none."""
        if self.aim is None:
            return ""
        return f"{self.aim:.2f} or {'less' if self.below else 'more'}"

    def reached(self, value: float) -> str:
        """Whether a value reaches the aim."""
        if self.aim is None:
            return ""
        value = round(value, 2)
        return "yes" if (value <= self.aim if self.below else value >= self.aim) else "no"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A set: its file's name, how its rows are read, and its figures."""

    name: str
    read: Callable[[Sequence[Row]], Iterator[Pair]]
    figures: tuple[Figure, ...]


def of(label: str, group: str = "") -> Score:
    """F1 of one label, within a group of items if one is named."""
    return lambda pairs: f1([p for p in pairs if group in {"", p.group}], label)


SETS = (
    Labelled(
        "a3cg_dev",
        adapters.deeds_of_aspects,
        (
            Figure("macro-F1 of 3", lambda pairs: macro(pairs, _RUNGS), 0.68),
            Figure(
                "vague read as done",
                lambda pairs: share(pairs, "indeterminate", "implemented"),
                0.30,
                below=True,
            ),
        ),
    ),
    Labelled(
        "factuality_uds_dev",
        adapters.events,
        (
            Figure("happened F1", of("happened"), 0.84),
            Figure("not happened F1", of("not_happened"), 0.75),
        ),
    ),
    Labelled(
        "commitmentbank_meantime_uw_dev",
        adapters.embedded_events,
        (
            Figure("not happened F1, CommitmentBank", of("not_happened", "CB"), 0.70),
            Figure("happened F1, CommitmentBank", of("happened", "CB")),
            Figure("happened F1, MEANTIME", of("happened", "MEANTIME")),
            Figure("happened F1, UW", of("happened", "UW")),
        ),
    ),
    Labelled("ami_responses_dev", adapters.responses, (Figure("objects F1", of("reject"), 0.50),)),
    Labelled(
        "ami_acts_dev",
        adapters.acts,
        (
            Figure("suggestion F1", of("suggestion"), 0.45),
            Figure("offer F1", of("commitment_offer"), 0.42),
        ),
    ),
    Labelled(
        "ami_action_windows_dev",
        adapters.action_items,
        (Figure("action item F1", of("action_item"), 0.20),),
    ),
    Labelled(
        "mrda_dev",
        adapters.meeting_acts,
        (
            Figure("accept F1, 4 words or more", of("accept", "long"), 0.45),
            Figure("reject F1", of("reject"), 0.45),
            Figure("suggestion F1", of("suggestion"), 0.40),
            Figure("commitment F1", of("commitment"), 0.36),
        ),
    ),
    Labelled(
        "annomi_dev",
        adapters.client_talk,
        (Figure("macro-F1 of 3", lambda pairs: macro(pairs, _TALK), 0.50),),
    ),
    Labelled(
        "semeval_suggestion_dev",
        adapters.suggestions,
        (Figure("suggestion F1", of("suggestion"), 0.60),),
    ),
    Labelled(
        "parakweet_email_intent",
        adapters.emails,
        (Figure("intent F1", of("request_propose_commit"), 0.70),),
    ),
    Labelled("wac_themes_dev", wac.answers, (Figure("micro-F1", micro, 0.50),)),
)
