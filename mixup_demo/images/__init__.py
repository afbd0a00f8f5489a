"""Uploaded files and the bundled photos as checked arrays."""
