"""What the page gets: results and figures as JSON values, the same in every language."""
