"""Labelled real data: the sets, what the program says of their rows, and the figures."""
