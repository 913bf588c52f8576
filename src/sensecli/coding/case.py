"""What is coded: an interview and its segments."""

from collections.abc import Sequence

from sensecli.model import Interview, Segment

Case = tuple[Interview, Sequence[Segment]]
