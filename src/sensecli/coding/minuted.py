"""What does a passage of a minute or paper record of a theme?"""

from sensecli.coding.rulebook import rulebook
from sensecli.model import Minuted, Status


def marked(line: str) -> Minuted | None:
    """What the head of a line, or the set words of a body that decides, says that it records."""
    sign = rulebook("minuted").first(line)
    return Minuted(sign.says) if sign else None


def minuted(line: str, status: Status) -> Minuted:
    """What a passage records; `line` has what heads its line, too, `status` is its coding's.

    What it calls itself comes first; then that doing failed, for "the action to meet by May has
    not been done" promises nothing; then what somebody takes on, then what is done.
    """
    if called := marked(line):
        return called
    if status.failed:
        return Minuted.FAILURE
    if status is Status.COMMITMENT or rulebook("promised").first(line):
        return Minuted.COMMITMENT
    return Minuted.ACTION if status.acts else Minuted.DISCUSSION
