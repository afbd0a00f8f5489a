"""The page: layout and wiring. What it computes with lives in `handlers` and below."""
