"""Tests of how coders of all kinds are read."""
