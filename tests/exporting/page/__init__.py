"""The page of HTML, without a browser."""
