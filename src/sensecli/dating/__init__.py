"""When is that? Dates as people write and say them -> the last day that they can mean."""
