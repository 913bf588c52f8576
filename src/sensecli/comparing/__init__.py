"""Rounds of interviews, in one folder or in several, compared with each other."""

from sensecli.comparing.compare import compare

__all__ = ["compare"]
