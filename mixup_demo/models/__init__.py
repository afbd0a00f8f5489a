"""The trained networks as values: what they take and answer, and what prepares them."""
