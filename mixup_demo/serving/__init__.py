"""What every request needs: checks, caches, background work, encoding, the API."""
