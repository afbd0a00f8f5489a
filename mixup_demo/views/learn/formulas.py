"""The chapters' formulas: TeX in pieces, and MathML made of it."""

from functools import cache
from xml.etree import ElementTree

from latex2mathml.converter import convert

#: TeX, and the name of the part of a live figure that it stands for, "" for none
Piece = tuple[str, str]

_LABEL_I, _LABEL_J = ("y_i", "label-a"), ("y_j", "label-b")
_LAMBDA, _REST = (r"\lambda", "weight-a"), (r"(1-\lambda)", "weight-b")

FORMULAS: dict[str, tuple[Piece, ...]] = {
    "erm": ((r"R_{\text{emp}}(f)=\frac{1}{n}\sum_{i=1}^{n}\ell(f(x_i),y_i)", ""),),
    "vrm": ((r"R_{\nu}(f)=\frac{1}{m}\sum_{i=1}^{m}\ell(f(\tilde{x}_i),\tilde{y}_i)", ""),),
    "vicinity": ((r"(\tilde{x}_i,\tilde{y}_i)\sim\nu(\cdot\mid x_i,y_i)", ""),),
    "inputs": (
        (r"\tilde{x}", "mixed"),
        ("=", ""),
        _LAMBDA,
        ("x_i", "picture-a"),
        ("+", ""),
        _REST,
        ("x_j", "picture-b"),
    ),
    "targets": (
        (r"\tilde{y}", "label"),
        ("=", ""),
        _LAMBDA,
        _LABEL_I,
        ("+", ""),
        _REST,
        _LABEL_J,
    ),
    "beta": ((r"\lambda\sim\operatorname{Beta}(\alpha,\alpha)", ""),),
    "loss": (
        (r"\ell(f(\tilde{x}),\tilde{y})", "whole"),
        ("=", ""),
        _LAMBDA,
        (r"\ell(f(\tilde{x}),y_i)", "loss-a"),
        ("+", ""),
        _REST,
        (r"\ell(f(\tilde{x}),y_j)", "loss-b"),
    ),
    "fgsm": ((r"x'=x+\varepsilon\,\operatorname{sign}(\nabla_x\,\ell(f(x),y))", ""),),
    "gan": (
        (r"\max\limits_{g}\,\min\limits_{d}\,\mathbb{E}_{x,z,\lambda}\,", ""),
        (r"\ell(d(\lambda x+(1-\lambda)\,g(z)),\lambda)", ""),
    ),
    "cutmix": (
        (r"\tilde{x}", "mixed"),
        ("=", ""),
        (r"M\odot x_i", "picture-a"),
        ("+", ""),
        (r"(1-M)\odot x_j", "picture-b"),
    ),
}


@cache
def mathml(name: str) -> str:
    """Return a formula as MathML; its parts bear their names in ``data-part``."""
    math = ElementTree.Element("math", {"display": "block"})
    for tex, part in FORMULAS[name]:
        children = list(_row(tex))
        if part:
            row = ElementTree.SubElement(math, "mrow", {"data-part": part})
            row.extend(children)
        else:  # beside the others, so that an operator has room on both sides
            math.extend(children)
    return ElementTree.tostring(math, encoding="unicode")


def _row(tex: str) -> ElementTree.Element:
    """Return what TeX becomes within <math>, without the namespace, which HTML knows."""
    root = ElementTree.fromstring(convert(tex, display="block"))
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
        if node.tag == "mover":
            node.set("accent", "true")  # close to its letter
        if node.tag == "mi" and node.text == "~":  # a relation, with room on both sides
            node.tag, node.text = "mo", "\N{TILDE OPERATOR}"
        if node.tag == "mo" and node.text in ("Beta", "sign"):  # functions, close to their brackets
            node.tag = "mi"
    return root[0]
