"""The Boundary view: the plane through three pictures."""
