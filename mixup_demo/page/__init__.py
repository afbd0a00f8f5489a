"""The frame of the page, and how it is built and served."""
