"""Tests of what is written as REFI-QDA."""
