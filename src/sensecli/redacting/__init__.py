"""Redacted copies of a folder of interviews: names replaced, and what was only suspected told."""

from sensecli.redacting.copies import Wanted
from sensecli.redacting.folder import MISSES, Redacted, redact

__all__ = ["MISSES", "Redacted", "Wanted", "redact"]
