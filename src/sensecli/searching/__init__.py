"""Segments and a pattern -> where it stands, with the words around it."""
