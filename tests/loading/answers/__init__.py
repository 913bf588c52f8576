"""Tests of tables that are read in pieces."""
