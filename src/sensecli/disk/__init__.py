"""What is put on the disk: whole files, locks, and the cache."""
