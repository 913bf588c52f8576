"""What may be said to whom: counts that protect the few, and quotes that tell on nobody."""
