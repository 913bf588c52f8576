"""The screen on which a person decides: thin, over `review.session`; only this knows textual."""
