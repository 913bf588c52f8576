"""What people decided, laid over every analysis of a folder."""

from dataclasses import replace
from pathlib import Path

from sensecli.exporting.jsonfile import findings_object
from sensecli.exporting.names import masked
from sensecli.model import (
    NO_CODE,
    Actor,
    Analysis,
    Anchor,
    Coding,
    Decision,
    Example,
    Holder,
    Stance,
    Status,
    Values,
    Verdict,
    identified,
)
from sensecli.pipeline import Coder, analyse
from sensecli.review.file import anchor_of, append, decisions_file
from tests.test_pipeline import RULES, analysed, written

TIME = "2026-11-30T09:15:02Z"


def a_word(
    verdict: Verdict,
    coding: Coding,
    text: str,
    *,
    values: Values | None = None,
    memo: str = "",
) -> Decision:
    """A decision of AB on a coding."""
    about = None if verdict in {Verdict.ADD, Verdict.READ} else (coding.code, coding.holder)
    anchor = anchor_of(text, coding.interview, coding.start, coding.end)
    return identified(Decision("", TIME, "AB", verdict, anchor, about, values, memo))


def values_of(coding: Coding) -> Values:
    return Values(
        coding.code, coding.stance, coding.status, coding.actor, coding.holder, coding.prompted
    )


def decide(folder: Path, *decisions: Decision) -> None:
    append(decisions_file(folder, "AB"), *decisions)


def text_of(analysis: Analysis, interview: str) -> str:
    return next(one.text for one in analysis.project.interviews if one.id == interview)


def the(analysis: Analysis, interview: str, code: str) -> Coding:
    return next(c for c in analysis.codings if c.interview == interview and c.code == code)


def test_a_rejected_coding_is_gone_and_the_finding_with_it(tmp_path: Path) -> None:
    folder = written(tmp_path)
    before = analysed(folder, coder=RULES)
    coding = the(before, "L02", "clinic")
    decide(folder, a_word(Verdict.REJECT, coding, text_of(before, "L02")))
    after = analysed(folder, coder=RULES)
    assert coding in before.codings
    assert coding not in after.codings
    figures = [one.findings[0].figures.counts for one in (before, after)]
    assert figures[1].silent == figures[0].silent + 1
    assert [n.message for n in after.notices][-1] == (
        "1 coding was decided by people (1 coder): 1 rejected."
    )


def test_a_change_stands_in_the_codings_place_with_the_persons_initials(tmp_path: Path) -> None:
    folder = written(tmp_path)
    before = analysed(folder, coder=RULES)
    coding = the(before, "L01", "clinic")
    now = Values("clinic", Stance.OPPOSE, Status.NONE, Actor.OWN, Holder.LEADER, prompted=False)
    decide(folder, a_word(Verdict.CHANGE, coding, text_of(before, "L01"), values=now))
    changed = the(analysed(folder, coder=RULES), "L01", "clinic")
    assert (changed.stance, changed.status, changed.coder) == (Stance.OPPOSE, Status.NONE, "AB")
    assert (changed.confidence, changed.rule, changed.cue) == (1.0, "review", coding.cue)


def test_the_programs_own_codings_are_to_be_had_without_decisions(tmp_path: Path) -> None:
    folder = written(tmp_path)
    before = analysed(folder, coder=RULES)
    coding = the(before, "L02", "clinic")
    decide(folder, a_word(Verdict.REJECT, coding, text_of(before, "L02")))
    machine = analyse(folder, coder=RULES, decided=False)
    assert isinstance(machine, Analysis)
    assert machine.codings == before.codings
    assert machine.notices == before.notices


def test_what_has_lost_its_place_is_a_problem_with_its_line(tmp_path: Path) -> None:
    folder = written(tmp_path)
    before = analysed(folder, coder=RULES)
    coding = the(before, "L03", "clinic")
    decide(folder, a_word(Verdict.REJECT, coding, text_of(before, "L03")))
    note = next(folder.glob("2-notes.md"))
    note.write_text("---\nid: L03\n---\nQuite another text altogether.\n", "utf-8")
    found = analysed(folder, coder=RULES)
    (problem,) = found.problems
    assert (problem.path, problem.line) == ("decisions-ab.jsonl", 1)
    assert "has no place any more" in problem.message


def test_decisions_are_examples_and_so_are_passages_read_and_left(tmp_path: Path) -> None:
    folder = written(tmp_path)
    before = analysed(folder, coder=RULES)
    kept, left = the(before, "L01", "clinic"), the(before, "L02", "clinic")
    decide(
        folder,
        a_word(Verdict.ACCEPT, kept, text_of(before, "L01"), values=values_of(kept)),
        a_word(Verdict.READ, left, text_of(before, "L02")),
    )
    examples = analysed(folder, coder=RULES).project.examples
    assert Example(kept.text, "clinic") in examples
    assert Example(left.text, NO_CODE) in examples


def test_the_encoder_learns_from_decisions(tmp_path: Path) -> None:
    """A deed without a cue is like the passages that a person coded so."""
    notes = (
        "- The swifts came back to the clock tower in the first days of May.\n",
        "- The swifts have come back to the old clock tower, early in May.\n",
    )
    folder = written(tmp_path, notes=notes)
    whole = Coder(least=0.0)
    before = analysed(folder, coder=whole)
    anchor = before.segments[0]
    now = Values("clinic", Stance.ENDORSE, Status.NONE, Actor.OWN, Holder.LEADER, prompted=False)
    where = anchor_of(text_of(before, "L01"), "L01", anchor.start, anchor.end)
    decide(folder, identified(Decision("", TIME, "AB", Verdict.ADD, where, None, now)))
    after = analysed(folder, coder=whole)
    sure = [the(one, "L02", "clinic").confidence for one in (before, after)]
    assert sure[1] > sure[0]


def test_no_name_is_left_in_what_people_decided(tmp_path: Path) -> None:
    notes = ("- Jane Qzabel wants a joint clinic, and money.\n",)
    folder = written(tmp_path, notes=notes)
    (folder / "names.csv").write_text("name\nJane Qzabel\n", "utf-8")
    before = analysed(folder, coder=RULES)
    coding = the(before, "L01", "clinic")
    text = text_of(before, "L01")
    decide(
        folder,
        a_word(
            Verdict.ACCEPT, coding, text, values=values_of(coding), memo="Ask Jane Qzabel again."
        ),
        a_word(Verdict.READ, coding, text),
        a_word(Verdict.REJECT, replace(coding, code="gone"), text),
    )
    found = analysed(folder, coder=RULES)
    assert found.laid
    assert found.laid.memos
    assert found.laid.orphans
    assert "Qzabel" in repr(found.laid)
    hidden = masked(found)
    assert "Qzabel" not in repr(hidden.laid)
    assert masked(hidden) == hidden


def test_the_findings_tell_what_was_decided(tmp_path: Path) -> None:
    folder = written(tmp_path)
    before = analysed(folder, coder=RULES)
    coding = the(before, "L02", "clinic")
    none = findings_object(before)["decisions"]
    assert none == {
        "coders": [],
        "accepted": 0,
        "changed": 0,
        "rejected": 0,
        "added": 0,
        "orphans": 0,
    }
    lost = Anchor("L99", 0, 4, "Gone", "", "")
    decide(
        folder,
        a_word(Verdict.ACCEPT, coding, text_of(before, "L02"), values=values_of(coding)),
        identified(Decision("", TIME, "AB", Verdict.ADD, lost, None, values_of(coding))),
    )
    some = findings_object(analysed(folder, coder=RULES))["decisions"]
    assert some == {**none, "coders": ["AB"], "accepted": 1, "orphans": 1}
