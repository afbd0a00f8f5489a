"""What the results files say: claims as sentences, charts and tables."""
