"""What the review's windows say."""

INITIALS = (
    "Whose decisions are these?",
    "Your initials, say AB. They name your file and stand with each decision.",
)

_MOVING = """\
\u2192 j Enter    on              \u2190 k    back
/           an interview or a code         g    a number
PgUp PgDn   scroll          q    quit (all is saved already)"""

HELP = f"""\
a  accept: it holds as shown   r  reject: it does not hold
c  another code                t  stance     s  status
w  actor (who acts)            h  holder (whose view)
p  prompted or not
n  add a code that was missed  m  write a memo
u  undo, step by step

{_MOVING}

[ ] undecided  [+] accepted or added  [~] changed  [x] rejected
Each key is on the disk before you see it."""

HELP_BLIND = f"""\
space  nothing (more) to code on this passage: on to the next
n  add a code
c t s w h p  change code, stance, status, actor, holder, prompted
r  take an added code out      m  write a memo
u  undo, step by step

{_MOVING}

Each key is on the disk before you see it."""


def number_fault(text: str, last: int) -> str:
    """What is wrong with the number of an item; nothing where it is one."""
    if text.strip().isascii() and text.strip().isdigit() and 1 <= int(text) <= last:
        return ""
    return f"There are numbers from 1 to {last}."
