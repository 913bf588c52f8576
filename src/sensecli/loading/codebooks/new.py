"""A codebook to start from: blank, or made of a sheet or another program's codebook."""

from collections.abc import Callable
from pathlib import Path

from sensecli.loading.codebooks.drafts import Draft, drafts_yaml
from sensecli.loading.codebooks.qdc import qdc_drafts
from sensecli.loading.codebooks.rows import sheet_drafts
from sensecli.model import Problem

_READERS: dict[str, Callable[[Path], tuple[tuple[Draft, ...], tuple[Problem, ...]]]] = {
    ".csv": sheet_drafts,
    ".xlsx": sheet_drafts,
    ".qdc": qdc_drafts,
}
_BLANK = """\
# A codebook: what to look for in the interviews. Lines that begin with # are remarks.
# Write over what stands here, then run:  sense codebook check codebook.yaml

id: my-codebook          # small letters, digits and hyphens
label: My codebook
version: "1"

codes:
  # A group of codes. Its kind holds for all codes in it:
  #   theme    something that leaders may want
  #   barrier  something that stands in the way
  #   lens     how leaders make sense of it
  - id: themes
    label: Themes
    kind: theme
    codes:
      - id: joint-working
        label: Joint working
        # What a leader who endorses the code agrees with: a whole sentence.
        proposition: Teams should work together rather than side by side.
        definition: Working with other teams or organisations on a shared task.
        examples:
          - We only get anywhere when the two teams sit down together.
        # Signs of the code in the text. A phrase finds all its forms: "work together" finds
        # "worked together" too. Without cues, some are derived from the words above.
        cues:
          - work together
          - joint working
          - sit down together

  - id: barriers
    label: Barriers
    kind: barrier
    codes:
      - id: time
        label: Time
        proposition: Lack of time stands in the way.
        cues:
          - no time
          - too busy
          # A * alone is up to three words, at the end of a word any ending.
          - run * off our feet
          - stretch*
        # Where one of these stands on the same words, the cue does not count.
        exclusions:
          - stretching exercise
"""


def blank_codebook() -> str:
    """The YAML of a small codebook, with remarks that say what each part is for."""
    return _BLANK


def codebook_from(path: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The YAML of a codebook made of a .csv, .xlsx or .qdc file, and what was wrong with the file.

    None where no code could be read. What is returned passes `load_codebook` with no problem.
    """
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        message = "is none of the formats that a codebook can be made of"
        return None, (Problem(path.name, None, message, "give a .csv, .xlsx or .qdc file"),)
    drafts, problems = reader(path)
    text = drafts_yaml(path.stem, path.stem.replace("-", " ").replace("_", " "), drafts)
    return text if drafts else None, problems
