"""A table of any size, analysed in pieces: read, coded and counted some hundred rows at a time.

Nothing grows with the table: the codings of a piece become a tally, and tallies are summed. What
was coded is kept piece by piece, so that after a stop it goes on where it was.
"""

from sensecli.streaming.heard import leaders_among
from sensecli.streaming.table import Opened, Sink, analyse_table

__all__ = ["Opened", "Sink", "analyse_table", "leaders_among"]
