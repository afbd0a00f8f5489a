"""Maps and curves of trainings in the plane."""
