"""Each claim of speed and memory as a command that measures it on the machine at hand."""
