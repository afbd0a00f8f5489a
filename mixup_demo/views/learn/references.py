"""What the chapters draw on: authors, title, where it appeared, and its address."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """One source.

    Attributes:
        names: who wrote it, and when.
        title: as it was published.
        url: where it can be read.
        chapters: names of the chapters that draw on it.
    """

    names: str
    title: str
    url: str
    chapters: tuple[str, ...]


def _arxiv(number: str) -> str:
    return f"https://arxiv.org/abs/{number}"


REFERENCES = (
    Reference(
        "Zhang, Cisse, Dauphin, Lopez-Paz 2018",
        "mixup: Beyond Empirical Risk Minimization",
        _arxiv("1710.09412"),
        ("erm", "equation", "labels", "between", "general", "corrupted", "attacks", "gan", "kinds"),
    ),
    Reference(
        "Vapnik, Chervonenkis 1971",
        "On the Uniform Convergence of Relative Frequencies of Events to Their Probabilities",
        "https://doi.org/10.1137/1116025",
        ("erm",),
    ),
    Reference(
        "Zhang, Bengio, Hardt, Recht, Vinyals 2017",
        "Understanding deep learning requires rethinking generalization",
        _arxiv("1611.03530"),
        ("memory",),
    ),
    Reference(
        "Chapelle, Weston, Bottou, Vapnik 2000",
        "Vicinal Risk Minimization",
        "https://proceedings.neurips.cc/paper/2000/hash/"
        "ba9a56ce0a9bfa26e8ed9e10b2cc8f46-Abstract.html",
        ("vicinity",),
    ),
    Reference(
        "Goodfellow, Shlens, Szegedy 2015",
        "Explaining and Harnessing Adversarial Examples",
        _arxiv("1412.6572"),
        ("attacks",),
    ),
    Reference(
        "Athalye, Carlini, Wagner 2018",
        "Obfuscated Gradients Give a False Sense of Security",
        _arxiv("1802.00420"),
        ("attacks",),
    ),
    Reference(
        "Yun, Han, Oh, Chun, Choe, Yoo 2019",
        "CutMix: Regularization Strategy to Train Strong Classifiers with Localizable Features",
        _arxiv("1905.04899"),
        ("cutmix",),
    ),
    Reference(
        "Verma, Lamb, Beckham, Najafi, Mitliagkas, Lopez-Paz, Bengio 2019",
        "Manifold Mixup: Better Representations by Interpolating Hidden States",
        _arxiv("1806.05236"),
        ("cutmix",),
    ),
    Reference(
        "Guo, Mao, Zhang 2019",
        "MixUp as Locally Linear Out-Of-Manifold Regularization",
        _arxiv("1809.02499"),
        ("limits",),
    ),
    Reference(
        "Thulasidasan, Chennupati, Bilmes, Bhattacharya, Michalak 2019",
        "On Mixup Training: Improved Calibration and Predictive Uncertainty",
        _arxiv("1905.11001"),
        ("limits",),
    ),
    Reference(
        "Yang, Khanna, Yu, Gholami, Keutzer, Gonzalez, Ramchandran, Mahoney 2020",
        "Boundary thickness and robustness in learning models",
        _arxiv("2007.05086"),
        ("between",),
    ),
    Reference(
        "Zhang, Deng, Kawaguchi, Ghorbani, Zou 2021",
        "How Does Mixup Help With Robustness and Generalization?",
        _arxiv("2010.04819"),
        ("general", "attacks"),
    ),
    Reference(
        "Wightman 2019",
        "PyTorch Image Models (timm)",
        "https://github.com/huggingface/pytorch-image-models",
        ("use",),
    ),
)
