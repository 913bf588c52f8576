"""All bad inputs, by kind."""

from tests.hostile import archives, codebooks, decisions, places, projects, tables, texts

CASES = (
    *archives.CASES,
    *projects.CASES,
    *texts.CASES,
    *tables.CASES,
    *codebooks.CASES,
    *decisions.CASES,
    *places.CASES,
)
