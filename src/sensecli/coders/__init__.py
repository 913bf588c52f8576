"""Whose codings are compared: a sheet for each coder, whatever kind of file they come from."""
