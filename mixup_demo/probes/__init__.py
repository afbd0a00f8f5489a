"""Models and images to results: everything that is computed about trained networks."""
