"""Names and limits of the attacks, without their computation, so that settings can import them."""

#: steps of an attack, each as long as the budget divided by their number
STEPS = {"fgsm": 1, "ifgsm": 10}

METHODS = tuple(STEPS)

#: the largest budget of a sweep, in levels of 1/255
MOST = 16
