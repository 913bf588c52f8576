"""For each labelled set, how its labels are said in the program's terms."""

import re
from collections.abc import Iterator, Sequence

from labelled.reading import answering, docs, rung, self_undertaken, view
from labelled.rows import Row
from labelled.scores import Pair, one
from sensecli.coding.clauses import clauses, reach
from sensecli.coding.deeds import Told, told_as
from sensecli.coding.exchange import Answer, Question, agrees_with, question
from sensecli.coding.parsed import Parsed
from sensecli.model import Stance, Status

Pairs = Iterator[Pair]
_WISHED = {Status.ASPIRATION}
_UNDERTAKEN = {Status.INTENTION, Status.COMMITMENT}
_ASKING = {Question.OPEN, Question.YES_NO}
_SHORT = 4


def deeds_of_aspects(rows: Sequence[Row]) -> Pairs:
    """A3CG: what a sentence says is done about each aspect named in it."""
    rows = [row for row in rows if row.mapped != "none"]
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        places = {aspect: row.text.lower().find(aspect.lower()) for aspect in row.raw["label"]}
        spans = {a: ((at, at + len(a)),) if at >= 0 else () for a, at in places.items()}
        for aspect, labels in row.raw["label"].items():
            others = [span for other, its in spans.items() if other != aspect for span in its]
            said, _ = rung(doc, reach(clauses(row.text), spans[aspect], others))
            yield from (one(label, _implemented(said)) for label in labels)


def _implemented(said: Status) -> str:
    if said.acts:
        return "implemented"
    return "planning" if said in _UNDERTAKEN else "indeterminate"


def events(rows: Sequence[Row]) -> Pairs:
    """Factuality of one word, where the labels hold that what is to come has not happened."""
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        happened = _told(row, doc) is Told.FACT
        yield one(row.mapped, "happened" if happened else "not_happened", row.source)


def embedded_events(rows: Sequence[Row]) -> Pairs:
    """Factuality of one word, where what is left open is neither."""
    names = {Told.FACT: "happened", Told.DENIED: "not_happened", Told.OPEN: "uncertain"}
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        # CommitmentBank asks whether the clause holds that the word heads, "not" and all.
        told = _told(row, doc, own=row.source != "CB")
        yield one(row.mapped, names[told], row.source)


def _told(row: Row, doc: Parsed, *, own: bool = True) -> Told:
    """How the text tells the word at `target_index`, counted between spaces."""
    at = len(" ".join(row.text.split(" ")[: row.raw["target_index"]]))
    return told_as(next((t for t in doc if t.idx >= at and not t.is_space), doc[-1]), own=own)


def responses(rows: Sequence[Row]) -> Pairs:
    """AMI: whether a reply supports, objects, both, or neither."""
    return (one(row.mapped, _reply(row.text, row.context)) for row in rows)


def _reply(text: str, context: str) -> str:
    move, taken = answering(text, context), view(text)
    if taken is Stance.MIXED:
        return "mixed"
    if move.answer in {Answer.AGREE, Answer.DISAGREE}:
        agrees = agrees_with(context, move, text)
        return "mixed" if agrees and taken is Stance.OPPOSE else "accept" if agrees else "reject"
    return "reject" if taken is Stance.OPPOSE else "neutral"


def acts(rows: Sequence[Row]) -> Pairs:
    """AMI: suggestions, and offers to do something."""
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        yield one(row.mapped, _act(doc))


def _act(doc: Parsed) -> str:
    # A suggestion put as a question still suggests, though the program gives it no rung.
    said, _ = rung(doc, asked=True)
    if said in _WISHED:
        return "suggestion"
    return "commitment_offer" if self_undertaken(doc) else "other"


def meeting_acts(rows: Sequence[Row]) -> Pairs:
    """MRDA: accept, reject, suggestion and commitment; in meetings, so not among interviews."""
    said_ = [_spoken(row.text) for row in rows]
    for row, text, doc in zip(rows, said_, docs(said_), strict=True):
        reply, act = _reply(text, _spoken(row.context)), _act(doc)
        # What it calls a rejection is said in so many words: an objection is a statement.
        # What it calls a rejection is said in so many words: an objection is a statement.
        refused = answering(text, _spoken(row.context)).rule.endswith("dissent")
        replies = {"accept", "reject"} if refused else {"accept"}
        said = {reply} & replies | {act.removesuffix("_offer")}
        length = "long" if len(text.split()) >= _SHORT else "short"
        yield Pair(frozenset({row.mapped}), frozenset(said), length)


def _spoken(text: str) -> str:
    """The words alone: MRDA writes them twice, with marks."""
    once = re.split(r"(?:\.|==|\?|-),", text, maxsplit=1)[0]
    return re.sub(r"\s+(?=[.,?])", "", re.sub(r"@\w+@|[|{}]", " ", once)).strip()


def action_items(rows: Sequence[Row]) -> Pairs:
    """AMI: whether a sentence carries an action item."""
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        said, _ = rung(doc)
        labels = "action_item" if "actions" in row.raw["label"] else "other"
        yield one(labels, "action_item" if said in _UNDERTAKEN else "other")


def client_talk(rows: Sequence[Row]) -> Pairs:
    """AnnoMI: talk for a change, for leaving things as they are, or neither."""
    rows = [row for row in rows if row.mapped]
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        yield one(row.mapped, _talk(row, doc))


def _talk(row: Row, doc: Parsed) -> str:
    said, _ = rung(doc)
    if view(row.text) is Stance.OPPOSE or said is Status.INACTION:
        return "sustain"
    return "change" if said.rung else "neutral"


def suggestions(rows: Sequence[Row]) -> Pairs:
    """SemEval 2019, task 9: whether a post suggests something."""
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        said, _ = rung(doc, asked=True)
        yield one(row.mapped, "suggestion" if said in _WISHED else "other")


def emails(rows: Sequence[Row]) -> Pairs:
    """Parakweet: whether a sentence of a mail requests, proposes or undertakes something."""
    for row, doc in zip(rows, docs(row.text for row in rows), strict=True):
        said, _ = rung(doc, asked=True)
        # A question asks for an answer at the least.
        asks = row.text.rstrip().endswith("?") and question(row.text) in _ASKING
        wanted = said in _WISHED | _UNDERTAKEN or asks
        yield one(row.mapped, "request_propose_commit" if wanted else "other")
