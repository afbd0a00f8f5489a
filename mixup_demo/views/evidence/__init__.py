"""The Evidence view: the claims made of mixup, and a live attack."""
