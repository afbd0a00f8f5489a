"""Manifold intrusion: mixed points that fall among another class (Guo et al. 2019).

Guo, Mao, Zhang: MixUp as Locally Linear Out-Of-Manifold Regularization, arXiv 1809.02499. The paper
speaks of a mixed example that lies where a real one has another label; how near that is, is ours.
"""

from collections.abc import Iterable

import numpy as np
from scipy.spatial import KDTree

from mixup_demo.mixing import mix
from mixup_demo.toy.results import Frame, Points

#: of a frame's models, the one that mixes
MIXUP = 1


def intrusion(points: Points, frames: Iterable[Frame]) -> float:
    """Return the share of mixed points whose nearest training point is of another class.

    Another class than that of the end which weighs more. Pairs of one class count too, those of a
    point with itself do not. 0 where nothing is mixed.

    Args:
        points: what is trained on; their labels before flipping count.
        frames: the recorded moments, whose batches are looked at.
    """
    tree = KDTree(points.train)
    intruding, mixed = 0, 0
    for frame in frames:
        lam = frame.lam[MIXUP]
        apart = (frame.first != frame.second) & (lam > 0) & (lam < 1)
        first, second, weight = frame.first[apart], frame.second[apart], lam[apart]
        places = mix(points.train[first], points.train[second], weight[:, None])
        heavier = np.where(weight >= 0.5, first, second)
        nearest = tree.query(places)[1]
        intruding += int((points.true[nearest] != points.true[heavier]).sum())
        mixed += len(places)
    return intruding / mixed if mixed else 0.0
