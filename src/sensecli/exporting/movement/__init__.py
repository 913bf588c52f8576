"""What moved from one round of interviews to the next, in words that all reports share."""
