"""People's decisions: kept in files that only grow, and laid over the program's codings."""
