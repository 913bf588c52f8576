"""A file of codings -> its rows: which layout it has is told by its end and its columns."""

from dataclasses import dataclass
from pathlib import Path

from sensecli.loading.coded import contract, qualcoder, taguette
from sensecli.loading.coded.qdpx import qdpx_rows
from sensecli.loading.coded.sheet import Sheet, read_sheet
from sensecli.model import Problem
from sensecli.model.passage import CodedPassage

QDPX, CONTRACT, TAGUETTE, QUALCODER = "REFI-QDA", "sense", "Taguette", "QualCoder"
"""The layouts, by the name of who writes them."""


@dataclass(frozen=True, slots=True)
class ReadCoded:
    """The rows that can be used, in the file's order, and what is wrong with the others.

    `layout` is empty where nothing could be read.
    """

    layout: str = ""
    rows: tuple[CodedPassage, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_coded(path: Path) -> ReadCoded:
    """The codings in a .qdpx, .csv or .xlsx file; nothing is raised for what is wrong in it."""
    if path.suffix.casefold() == ".qdpx":
        rows, problems = qdpx_rows(path)
        return ReadCoded(QDPX if rows or not problems else "", rows, problems)
    if path.suffix.casefold() == ".qdc":
        message, hint = "holds a codebook and no codings", "export the project (.qdpx)"
        return ReadCoded(problems=(Problem(path.name, None, message, hint),))
    sheet = read_sheet(path)
    return ReadCoded(problems=(sheet,)) if isinstance(sheet, Problem) else _laid_out(sheet)


def _laid_out(sheet: Sheet) -> ReadCoded:
    if contract.is_contract(sheet):
        rows, problems = contract.contract_rows(sheet)
        return ReadCoded(CONTRACT if rows or not problems else "", rows, problems)
    if taguette.is_taguette(sheet):
        return ReadCoded(TAGUETTE, taguette.taguette_rows(sheet))
    if qualcoder.is_qualcoder(sheet):
        return ReadCoded(QUALCODER, qualcoder.qualcoder_rows(sheet))
    hint = (
        f"there should be {contract.COLUMNS}; or, from Taguette, {taguette.COLUMNS}; or, from"
        f" QualCoder, {qualcoder.COLUMNS}"
    )
    message = "has columns that are no list of codings known here"
    return ReadCoded(problems=(Problem(sheet.file, sheet.line, message, hint),))
