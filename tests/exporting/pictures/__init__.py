"""The pictures of an analysis."""
