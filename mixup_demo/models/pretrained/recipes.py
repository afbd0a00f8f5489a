"""How ImageNet's networks of timm were trained, as far as that tells the recipes apart.

Sources: torchvision's references/classification (tv, tv2); Wightman, Touvron and Jégou 2021,
arXiv 2110.00476, procedure A1.
"""

from collections.abc import Mapping

#: recipe -> what it does, by the keys "recipe.row.KEY" of the page's table; words are [[their
#: keys]], None is nothing of the kind
RECIPES: Mapping[str, Mapping[str, str | float | None]] = {
    "tv": {
        "mixup": None,
        "cutmix": None,
        "smoothing": None,
        "loss": "[[recipe.loss.ce]]",
        "augmentation": "[[recipe.augmentation.tv]]",
        "erasing": None,
        "averaging": None,
        "optimiser": "SGD",
        "epochs": 90,
    },
    "tv2": {
        "mixup": 0.2,
        "cutmix": 1.0,
        "smoothing": 0.1,
        "loss": "[[recipe.loss.ce]]",
        "augmentation": "[[recipe.augmentation.tv2]]",
        "erasing": 0.1,
        "averaging": "[[recipe.averaging.ema]]",
        "optimiser": "SGD",
        "epochs": 600,
    },
    "a1": {
        "mixup": 0.2,
        "cutmix": 1.0,
        "smoothing": 0.1,
        "loss": "[[recipe.loss.bce]]",
        "augmentation": "[[recipe.augmentation.a1]]",
        "erasing": None,
        "averaging": None,
        "optimiser": "LAMB",
        "epochs": 600,
    },
}
