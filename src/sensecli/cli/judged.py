"""The names of an evaluation's figures, as people read them."""

from sensecli.reliability.disagreements import Kind

FIGURES = (
    ("code_f1", "Code F1 (segment, code and holder)"),
    ("code_precision", "- precision"),
    ("code_recall", "- recall"),
    ("joint_f1", "Joint F1 (with stance and status)"),
    ("code_f1_any_holder", "Code F1, whoever holds the view"),
    ("code_f1_interview", "Code F1 by interview"),
    ("stance_macro_f1", "Stance macro-F1"),
    ("status_macro_f1", "Status macro-F1"),
    ("action_precision", "Action precision (code right)"),
    ("action_precision_strict", "- with surplus codings as wrong"),
    ("holder_macro_f1", "Holder macro-F1"),
    ("prompted_macro_f1", "Prompted macro-F1"),
    ("actor_macro_f1", "Actor macro-F1"),
    ("position_kappa", "Kappa of positions (themes)"),
    ("gap_kappa", "Kappa of gap cells (themes)"),
    ("gap_error", "Mean error of gap shares (themes)"),
)
"""The figures that matter, in the order shown; what has a dash belongs to the one above."""

ATTRIBUTES = {
    "stance": "Stance",
    "status": "Status",
    "holder": "Holder",
    "prompted": "Prompted",
    "actor": "Actor",
    "gap": "Endorses and does not act (leaders by themes)",
}
"""The confusions shown, by attribute."""

KINDS = {
    Kind.STANCE: "Another stance",
    Kind.STATUS: "Another status",
    Kind.HOLDER: "Another holder",
    Kind.SURPLUS: "Not in gold, surest first",
    Kind.MISSED: "Missed, action and failure first",
}
"""The kinds of disagreements, in the order shown."""
