"""What qualitative-coding (`qc`) takes to hold a coded corpus and to tabulate it.

    python benchmarks/rival_qc.py QC CODED PROJECT

QC is its command; CODED holds .txt files, and beside each a .codes file with as many lines, each
with the codes of that line. Makes a project, imports the texts, gives them the codes and has them
counted: by code, by document, and in pairs. Prints the seconds of each step.

With `qc` a person codes, in an editor; here a copy of a prepared file is the editor. It finds
nothing itself: what is timed is the keeping and the counting.
"""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copyfile
from time import perf_counter

_EDITOR = {
    "name": "A copy",
    "code_command": 'cp "{corpus_file_path}.codes" "{codes_file_path}"',
    "memo_command": "true",
}


def main() -> None:
    """Each step in turn, timed."""
    qc, coded, project = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    project.mkdir(parents=True)
    seconds = {}

    def step(name: str, *commands: tuple[str, ...]) -> None:
        began = perf_counter()
        for command in commands:
            subprocess.run(  # noqa: S603 - the tool that is measured
                [qc, *command], cwd=project, check=True, stdout=subprocess.DEVNULL, timeout=3600
            )
        seconds[name] = round(perf_counter() - began, 3)

    step("init", ("init",))
    settings = project / "settings.yaml"
    text = settings.read_text("utf-8").replace("editor: code\n", "editor: copy\n")
    settings.write_text(f"{text}editors: {json.dumps({'copy': _EDITOR})}\n", "utf-8")
    texts = sorted(coded.glob("*.txt"))
    source = project / "source"
    source.mkdir()
    for one in texts:
        copyfile(one, source / one.name)
    step("import", ("corpus", "import", "source", "-r", "-i", "verbatim"))
    for one in texts:
        copyfile(one.with_name(f"{one.name}.codes"), project / "corpus" / f"{one.name}.codes")
    step("code", *(("code", "robot", "-p", one.name) for one in texts))
    step("tabulate", ("codes", "stats"), ("codes", "stats", "-D"), ("codes", "crosstab"))
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
