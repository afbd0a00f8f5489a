"""Two-dimensional data, small networks, and what mixup changes while they train."""
