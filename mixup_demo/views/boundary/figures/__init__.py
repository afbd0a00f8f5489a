"""The plane as maps and as surfaces."""
