"""What the trained models are worth, measured: one module for each file of results."""
