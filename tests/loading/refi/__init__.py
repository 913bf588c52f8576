"""Tests of what is read from REFI-QDA."""
