"""Evaluation of the trained models: one module for each file of results."""
