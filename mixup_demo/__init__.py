"""An interactive explorer of mixup (Zhang et al., ICLR 2018, arXiv 1710.09412)."""

__version__ = "0.1.0"
