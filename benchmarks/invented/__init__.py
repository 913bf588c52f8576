"""Interviews and answers that nobody gave, for measuring speed: the same ones for the same seed."""
