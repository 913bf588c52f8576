"""Codings + somebody else's codings of the same interviews -> how far the two agree."""
