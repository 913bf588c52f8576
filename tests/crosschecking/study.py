"""A study with a plan and minutes beside it, all small and invented."""

from pathlib import Path

BOOK = """\
id: tiny
label: Tiny
codes:
  - id: people
    label: People
    proposition: people come first
    cues: [people]
  - id: learning
    label: Learning
    proposition: learning matters
    cues: [learning]
  - id: money
    label: Money
    kind: barrier
    cues: [money]
  - id: story
    label: Story
    kind: lens
    cues: [story]
"""
FIRST = """\
---
id: L01
name: Mary Stone
role: Chief Executive
---

- People come first for us.
- The people panel was set up in May and it has never met.
"""
SECOND = """\
---
id: L02
name: Peter Ashdown
---

- People matter most of all.
- We have run a learning lunch every Friday since March.
"""
PLAN = """\
Ref,Action,Owner,Due date,Status
A1,Establish the people panel,M. Stone,2023-03-31,Complete
A2,Tell the story of the people of ward 4,Head of Therapies,2023-06-30,Open
A3,Find the money for lockers,"Olga Brandt, PA",2023-01-31,Open
A4,Repaint the corridor,TBC,,
A5,LEARNING,Estates,,Dropped
"""
MINUTES = """\
# Programme board

14 March 2023

Present: Mary Stone (Chair), Olga Brandt, Programme Manager

## 1. People

The Board noted that the people panel had not yet met.

ACTION: Olga Brandt to convene it by 30 April.

## 2. Learning

AGREED: to fund the learning lunch for a year.

## 3. Estates

ACTION: OB to have the corridor painted by May.
"""


def a_study(folder: Path) -> Path:
    """The folder of two interviews; its plan and its papers lie in `records` within it."""
    (folder / "codebook.yaml").write_text(BOOK)
    (folder / "L01.md").write_text(FIRST)
    (folder / "L02.md").write_text(SECOND)
    papers = folder / "records" / "papers"
    papers.mkdir(parents=True)
    (folder / "records" / "plan.csv").write_text(PLAN)
    (papers / "board.md").write_text(MINUTES)
    return folder
