"""The Toy view: trainings and GANs in the plane."""
