"""The report for a board, in four forms of one content."""
