"""The programme's own records beside the findings, in words that all reports share."""
