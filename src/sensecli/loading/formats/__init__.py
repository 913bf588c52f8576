"""Files -> documents: one file a format, and what the formats share."""
