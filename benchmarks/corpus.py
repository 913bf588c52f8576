"""Write interviews or answers that nobody gave, for measuring speed.

    python benchmarks/corpus.py DIR --interviews N [--words 2700] [--seed 7]
    python benchmarks/corpus.py FILE.csv --answers N [--seed 7]

Interviews are notes and transcripts (.md, .txt, .vtt, every tenth .docx) with the attributes that a
study has; answers are rows of some 25 words (id, group, date, text), as .csv or .parquet. The same
seed makes the same bytes. A million answers take some ten seconds, a hundred interviews two.
"""

import argparse
import csv
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from invented.answers import COLUMNS, answers
from invented.files import interview_file
from invented.interviews import leader

if TYPE_CHECKING:
    import pyarrow as pa

WORDS, SEED = 2700, 7
INVENTED = "Invented by benchmarks/corpus.py: no person, organisation or opinion in here is real."
_README, _SHEET = "README.md", "interviews.csv"
# Captions have no place for attributes.
_NO_HEAD = ".vtt"
# Rows of a Parquet file that are read together.
_GROUP = 50_000


def main() -> None:
    """Write what is asked for; nothing that is there already is touched."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("to", type=Path, metavar="DIR|FILE", help="where there is nothing yet")
    kinds = options.add_mutually_exclusive_group(required=True)
    kinds.add_argument("--interviews", type=int, metavar="N", help="so many interviews, into DIR")
    kinds.add_argument("--answers", type=int, metavar="N", help="so many rows, into FILE")
    options.add_argument("--words", type=int, default=WORDS, help="of an interview, on average")
    options.add_argument("--seed", type=int, default=SEED)
    asked = options.parse_args()
    if asked.to.exists() and (asked.to.is_file() or any(asked.to.iterdir())):
        sys.exit(f"{asked.to} is there already, and not empty")
    if asked.answers is None:
        write_interviews(asked.to, asked.interviews, words=asked.words, seed=asked.seed)
    elif asked.to.suffix in {".csv", ".parquet"}:
        write_answers(asked.to, asked.answers, seed=asked.seed)
    else:
        sys.exit("answers are written to a .csv or a .parquet file")


def write_interviews(folder: Path, count: int, *, words: int = WORDS, seed: int = SEED) -> None:
    """So many interviews of some `words` words in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    _say_so(folder)
    sheet = []
    for number in range(1, count + 1):
        # Each has a seed of its own: the first hundred are the same, however many are made.
        random = Random(f"interview {seed} {number}")  # noqa: S311 - a draw, not a secret
        who = leader(number, random)
        name, content = interview_file(number, who, words, random)
        (folder / name).write_bytes(content)
        if name.endswith(_NO_HEAD):
            sheet.append(dict(who.attributes))
    if sheet:
        with (folder / _SHEET).open("w", encoding="utf-8", newline="") as opened:
            write = csv.DictWriter(opened, tuple(sheet[0]), lineterminator="\n")
            write.writeheader()
            write.writerows(sheet)


def write_answers(file: Path, count: int, *, seed: int = SEED) -> None:
    """So many answers in a .csv or .parquet file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    _say_so(file.parent)
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8", newline="") as opened:
            write = csv.writer(opened, lineterminator="\n")
            write.writerow(COLUMNS)
            for rows in answers(count, seed=seed):
                write.writerows(rows)
    else:
        _write_parquet(file, count, seed)


def _write_parquet(file: Path, count: int, seed: int) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.string()) for name in COLUMNS])
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        waiting: list[tuple[str, ...]] = []
        for rows in answers(count, seed=seed):
            waiting += rows
            if len(waiting) >= _GROUP:
                writer.write_table(_table(waiting, schema))
                waiting = []
        if waiting or not count:
            writer.write_table(_table(waiting, schema))


def _table(rows: list[tuple[str, ...]], schema: "pa.Schema") -> "pa.Table":
    import pyarrow as pa

    columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
    return pa.table([pa.array(list(one), pa.string()) for one in columns], schema=schema)


def _say_so(folder: Path) -> None:
    """A README is never read as an interview; one that is there stays."""
    readme = folder / _README
    if not readme.exists():
        readme.write_text(f"{INVENTED}\n", "utf-8")


if __name__ == "__main__":
    main()
