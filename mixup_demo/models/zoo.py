"""The trained models of a folder as `ModelSpec`s, and the comparisons that are made of them."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import Any

from torch import nn

from mixup_demo.models.comparisons import BLACK_BOX, COMPARISONS
from mixup_demo.models.manifest import (
    MANIFEST,
    MODELS,
    WeightsError,
    fitted_temperatures,
    read_manifest,
    remedy,
    studied,
)
from mixup_demo.models.networks import GENERATOR, build, gflop, with_weights
from mixup_demo.models.spec import ClassList, Comparison, ModelSpec, comparable, listed
from mixup_demo.texts.input_error import InputError


class Zoo:
    """The models of a folder, and others that are handed in; safe for threads.

    Args:
        folder: of ``manifest.json`` and the weights; None for no folder.
        others: further models.
        comparisons: see `COMPARISONS`.
        black_box: see `BLACK_BOX`.

    Raises:
        WeightsError: when it is first asked for a model, there is no readable manifest.
    """

    def __init__(
        self,
        folder: Path | None = MODELS,
        others: Iterable[ModelSpec] = (),
        comparisons: Mapping[str, Mapping[str, str]] = COMPARISONS,
        black_box: Mapping[str, str] = BLACK_BOX,
    ) -> None:
        self.folder = folder
        self.comparisons = comparisons
        self._others = {model.name: model for model in others}
        self._black_box = black_box
        self._networks: dict[str, nn.Module] = {}
        self._lock = Lock()

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Name of a model -> its entry, see `training.export`; of studies those with weights."""
        return read_manifest(self.folder) | studied(self.folder) if self.folder else {}

    @cached_property
    def models(self) -> Mapping[str, ModelSpec]:
        """All models by name."""
        return {name: self._spec(name) for name in self.manifest} | self._others

    @cached_property
    def _temperatures(self) -> Mapping[str, Mapping[str, Any]]:
        """Name of a model -> its temperature, of those that still have the weights it fits."""
        return fitted_temperatures(self.folder, self.manifest) if self.folder else {}

    def model(self, name: str) -> ModelSpec:
        """Return one model.

        Raises:
            WeightsError: there is none of this name.
        """
        if name not in self.models:
            raise WeightsError(
                f"{self.folder or Path()}/{MANIFEST} has no model {name!r}. "
                f"Train it with: python -m mixup_demo.train --recipe {name}"
            )
        return self.models[name]

    @property
    def default(self) -> str:
        """The name of the comparison that opens the page."""
        return next(iter(self.comparisons))

    def comparison(self, name: object) -> Comparison:
        """Return a comparison by its name, or of any two comparable models as "LEFT:RIGHT".

        Raises:
            InputError: "error.pair", it is neither; "error.pair.same", it names one model twice;
                "error.pair.model", there is no such model; "error.pair.unlike", the two differ in
                classes, input size or preprocessing.
        """
        if isinstance(name, str) and name in self.comparisons:
            models = self.comparisons[name]
            return Comparison(name, {key: self.model(model) for key, model in models.items()})
        left, right = self._two(name)
        found = Comparison(f"{left}:{right}", {one: self.models[one] for one in (left, right)})
        if not comparable(*found.models.values()):
            raise InputError("error.pair.unlike", left=left, right=right, names=self._named())
        return found

    def _two(self, value: object) -> tuple[str, str]:
        names = value.split(":") if isinstance(value, str) else []
        if len(names) != 2 or not all(names):
            raise InputError("error.pair", value=value, names=self._named())
        left, right = names
        if left == right:
            raise InputError("error.pair.same", value=value, model=left)
        for model in names:
            if model not in self.models:
                raise InputError("error.pair.model", value=model, names=self._named())
        return left, right

    def _named(self) -> str:
        return listed(tuple(self.comparisons))

    def black_box(self, attacked: Comparison) -> ModelSpec:
        """Return the source model of black-box attacks on the models of a comparison.

        Raises:
            InputError: "error.source.none", there is no third model with their classes that takes
                such images.
        """
        found = self._black_box.get(attacked.classes.id)
        source = self.model(found) if found else None
        known = [model.digest for model in attacked.models.values()]
        if source is None or source.input_size != attacked.input_size or source.digest in known:
            raise InputError("error.source.none", value="black")
        return source

    def check(self, comparison: str) -> None:
        """Compare the weights of a comparison with the manifest's hashes.

        Raises:
            WeightsError: a model, its file or its hash is not what the manifest says.
        """
        for model in self.comparisons[comparison].values():
            self.model(model)
            if model in self.manifest:
                self.weights(model)

    def weights(self, name: str) -> Path:
        """Return a model's weights file after comparing it with the manifest's hash.

        Raises:
            WeightsError: the model, its file or its hash is not what the manifest says.
        """
        self.model(name)
        entry, folder = self.manifest[name], self.folder or Path()
        path: Path = folder / entry["file"]
        if not path.is_file():
            raise WeightsError(f"{path} is missing. {remedy(path)}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            damage = f"{path} is damaged: its hash is not the manifest's."
            raise WeightsError(f"{damage} {remedy(path)}")
        return path

    def _spec(self, name: str) -> ModelSpec:
        entry = self.manifest[name]
        classes = ClassList(entry["data"], tuple(entry["classes"]))
        size = (entry["input_size"],) * 2
        fitted = self._temperatures.get(name)
        return ModelSpec(
            name,
            classes,
            size,
            entry.get("gflop") or gflop(entry["recipe"]["architecture"], len(classes), size),
            entry["sha256"],
            partial(self._load, name),
            provenance={"name": name, **entry},
            temperature=fitted["temperature"] if fitted else None,
            calibration_error=fitted["ece"]["after"] if fitted else None,
        )

    def _load(self, name: str) -> nn.Module:
        """Load a network once; all comparisons share it."""
        with self._lock:
            if name not in self._networks:
                entry = self.manifest[name]
                with GENERATOR:
                    network = build(entry["recipe"]["architecture"], len(entry["classes"]))
                self._networks[name] = with_weights(network, self.weights(name))
            return self._networks[name]
