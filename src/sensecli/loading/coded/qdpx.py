"""The codings of a REFI-QDA project, ours or another program's."""

from pathlib import Path

from sensecli.loading.refi import ReadCoding, read_qdpx
from sensecli.model import Interview, Problem
from sensecli.model.passage import CodedPassage

_AROUND = 60
_GENERAL = " (general)"
# What we write about a coding of the program's is nobody's remark.
_OURS = tuple(f"{key}: " for key in "Cue Example Rule Confidence Segment Speaker".split())


def qdpx_rows(path: Path) -> tuple[tuple[CodedPassage, ...], tuple[Problem, ...]]:
    """Each coding of the project with what stands around it, and what could not be read."""
    read = read_qdpx(path)
    labels = {leaf.id: leaf.label for leaf in read.codebook.leaves} if read.codebook else {}
    texts = {one.id: one for one in read.sources}
    rows = tuple(
        _passage(one, texts[one.interview], labels.get(one.code, "")) for one in read.codings
    )
    return rows, read.problems


def _passage(one: ReadCoding, source: Interview, label: str) -> CodedPassage:
    names = (label, one.code, label.removesuffix(_GENERAL))
    return CodedPassage(
        document=one.interview,
        quote=one.text,
        codes=tuple(dict.fromkeys(name for name in names if name)),
        coder=one.coder,
        memo=_remarked(one.memo),
        start=one.start,
        end=one.end,
        before=source.text[max(one.start - _AROUND, 0) : one.start],
        after=source.text[one.end : one.end + _AROUND],
        stance=one.stance,
        status=one.status,
        actor=one.actor,
        holder=one.holder,
        prompted=one.prompted,
    )


def _remarked(memo: str) -> str:
    """What a person remarked, without the lines that we wrote ourselves."""
    lines = memo.split("\n")
    if not any(line.startswith("Confidence: ") for line in lines):
        return memo
    kept: list[str] = []
    ours = False
    for line in lines:
        # A longer value goes on in lines that are set in.
        ours = line.startswith(_OURS) or (ours and line.startswith("  "))
        if not ours:
            kept.append(line)
    return "\n".join(kept).strip("\n")
