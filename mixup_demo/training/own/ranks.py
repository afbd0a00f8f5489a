"""The processes of one training: alone, or started by torchrun, each with a share of each batch."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import Tensor


@dataclass(frozen=True)
class Ranks:
    """This process among those that train together.

    Attributes:
        rank: its number, from 0; the first one writes and speaks.
        world: how many there are.
        device: it computes on.
    """

    rank: int
    world: int
    device: torch.device

    @property
    def first(self) -> bool:
        """Whether this is the one that writes and speaks."""
        return self.rank == 0

    def wait(self) -> None:
        """Wait until all have come here."""
        if self.world > 1:
            dist.barrier()

    def total(self, values: Tensor) -> Tensor:
        """Return the sum of all processes' values."""
        if self.world > 1:
            dist.all_reduce(values)
        return values

    def say(self, line: str) -> None:
        """Print a line, once."""
        if self.first:
            print(line, flush=True)


@contextmanager
def joined(device: torch.device) -> Iterator[Ranks]:
    """Join the processes that torchrun started, or be alone.

    torchrun says by WORLD_SIZE, RANK and LOCAL_RANK who is who. On GPUs each process takes the one
    of its local rank and they speak through nccl; on CPUs through gloo.
    """
    world, rank = (int(os.environ.get(name, lone)) for name, lone in ALONE.items())
    if world == 1:
        yield Ranks(0, 1, device)
        return
    if device.type == "cuda":
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        torch.cuda.set_device(device)
    dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
    try:
        yield Ranks(rank, world, device)
    finally:
        dist.destroy_process_group()


ALONE = {"WORLD_SIZE": "1", "RANK": "0"}
