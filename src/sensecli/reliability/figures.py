"""The figures that matter, each worked out from one tally."""

from collections.abc import Collection, Mapping, Sequence

from sensecli.reliability.classes import accuracy, counted, macro_f1
from sensecli.reliability.gaps import mean_error
from sensecli.reliability.kappa import kappa
from sensecli.reliability.tally import Tally, found, share, table

JUDGED = ("stance", "status", "holder", "prompted", "actor")
"""What is judged of a coding where its code is right."""

Values = dict[str, float | None]


Classes = Mapping[str, Collection[str]]
"""For each of `JUDGED`, the classes that its macro-F1 is over."""


def classes_of(tally: Tally) -> Classes:
    """The classes that count, by all the pairs of a tally."""
    return {name: counted(table(tally, name)) for name in JUDGED}


def figures(tally: Tally, *, themes: Sequence[str], classes: Classes | None = None) -> Values:
    """Every main figure by its name, in the order in which they are told; None where undefined.

    `code_*` and `joint_f1` compare codings by segment, code and holder. `action_precision` is of
    our codings rated underway or done whose segment, code and holder are in gold;
    `action_precision_strict` of all of them. `gap_error` is over `themes`. `classes` are this
    tally's own unless given: a draw of leaders is judged by the same classes as all of them.
    """
    code = found(tally, "segment")
    values: Values = {
        "code_precision": code.precision,
        "code_recall": code.recall,
        "code_f1": code.f1,
        "joint_f1": found(tally, "joint").f1,
        "code_f1_any_holder": found(tally, "segment_any_holder").f1,
        "code_f1_interview": found(tally, "interview").f1,
        "code_f1_interview_any_holder": found(tally, "interview_any_holder").f1,
    }
    classes = classes_of(tally) if classes is None else classes
    for name in JUDGED:
        values[f"{name}_macro_f1"] = macro_f1(table(tally, name), classes[name])
        values[f"{name}_accuracy"] = accuracy(table(tally, name))
    action, strict = found(tally, "action"), found(tally, "action_strict")
    return {
        **values,
        "action_precision": action.precision,
        "action_recall": action.recall,
        "action_precision_strict": strict.precision,
        "action_recall_strict": strict.recall,
        "position_kappa": kappa(table(tally, "position")).value,
        "gap_kappa": kappa(table(tally, "gap")).value,
        "position_kappa_all": kappa(table(tally, "position_all")).value,
        "gap_kappa_all": kappa(table(tally, "gap_all")).value,
        "gap_error": mean_error(share(tally, theme) for theme in themes),
    }
