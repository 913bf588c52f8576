"""By what can a review be put in order?"""

from enum import StrEnum


class Order(StrEnum):
    """By what the items are put in order."""

    CERTAINTY = "certainty"
    THEME = "theme"
    RANDOM = "random"
