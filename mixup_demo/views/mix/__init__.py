"""The Mix view: two pictures, their mixture, and two models' answers."""
