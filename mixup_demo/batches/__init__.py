"""Whole batches as training libraries mix them: their own classes run, and nothing is copied."""
