"""The sentences of the view."""
