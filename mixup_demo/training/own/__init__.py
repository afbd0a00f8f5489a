"""Train on your own images: files on disk to a report and models that the page opens."""
