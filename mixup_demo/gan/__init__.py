"""GANs in the plane, plain and with mixup: training, measures, recorded runs."""
