"""Recipes as data, the loop that follows them, and what it leaves behind."""
