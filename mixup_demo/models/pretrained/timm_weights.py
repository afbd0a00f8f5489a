"""Where timm keeps the weights of its networks on the Hub, as its own configs state."""

import timm

from mixup_demo.models.pretrained.hub import HubFile
from mixup_demo.models.pretrained.imagenet import PRETRAINED


def timm_file(name: str) -> HubFile | None:
    """Return the file of a network's weights, pinned where it is one of the page's own.

    Args:
        name: in timm, with or without a tag; without one timm's first choice counts.

    Returns:
        None where timm has no such network, or no weights of it on the Hub.
    """
    try:
        stated = timm.get_pretrained_cfg(name)
    except RuntimeError:  # a tag that timm does not know
        return None
    if stated is None or not stated.hf_hub_id:
        return None
    repo, _, revision = stated.hf_hub_id.partition("@")
    file = HubFile(name, repo, stated.hf_hub_filename or HubFile.file, revision or HubFile.revision)
    pinned = (one.file for one in PRETRAINED)
    return next((one for one in pinned if (one.repo, one.file) == (file.repo, file.file)), file)
