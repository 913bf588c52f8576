"""A table of a million answers, read in pieces: memory does not grow with the file."""

from sensecli.loading.answers.blocks import Block, blocks_of, read_blocks
from sensecli.loading.answers.fetching import fetched
from sensecli.loading.answers.people import names_in, names_of
from sensecli.loading.answers.source import Source, is_elsewhere
from sensecli.loading.answers.survey import Survey, survey
from sensecli.loading.answers.table import count_rows, is_large

__all__ = (
    "Block",
    "Source",
    "Survey",
    "blocks_of",
    "count_rows",
    "fetched",
    "is_elsewhere",
    "is_large",
    "names_in",
    "names_of",
    "read_blocks",
    "survey",
)
