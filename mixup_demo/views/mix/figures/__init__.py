"""Charts over λ."""
