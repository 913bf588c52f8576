"""Codings -> Positions -> Findings: pure arithmetic, one question to a file."""
