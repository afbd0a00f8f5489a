"""Files of the Hugging Face Hub: fetched once into its cache, checked, refused in a sentence.

HF_HOME, HF_HUB_OFFLINE and HF_ENDPOINT count as everywhere. Only files whose names the caller knows
are fetched, and nothing that is fetched is run.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2  # the Hub's own client
from huggingface_hub import (
    constants,
    get_hf_file_metadata,
    hf_hub_download,
    hf_hub_url,
    try_to_load_from_cache,
)
from huggingface_hub.errors import (
    EntryNotFoundError,
    GatedRepoError,
    HfHubHTTPError,
    LocalEntryNotFoundError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from tqdm import tqdm

from mixup_demo.texts.input_error import InputError

#: seconds until a hub that does not answer counts as out of reach
ANSWER_SECONDS = 10
#: bytes between two notes of the progress; the hub's own are 10 MB apart
constants.DOWNLOAD_CHUNK_SIZE = 2**18
#: one kind of transfer: Xet would count what has come and what is written as two progresses
constants.HF_HUB_DISABLE_XET = True

_MISSING = (RepositoryNotFoundError, RevisionNotFoundError, GatedRepoError)
_SHA256 = re.compile(r"[0-9a-f]{64}")
#: bytes that are hashed at once
_PIECE = 2**20

#: takes the bytes that have come since the last call, and how many there will be
Watch = Callable[[int, int | None], None]


@dataclass(frozen=True)
class HubFile:
    """A file of the Hub.

    Attributes:
        name: of the model, for sentences; `python -m mixup_demo.fetch` takes it.
        repo: "owner/name".
        file: its path in there.
        revision: a commit, or a branch, whose first fetched state stays.
        sha256: of the content; None where only the Hub's own statement is known.
        bytes: its length, None where it is not known before the Hub is asked.
    """

    name: str
    repo: str
    file: str = "model.safetensors"
    revision: str = "main"
    sha256: str | None = None
    bytes: int | None = None

    def refusal(self, key: str, **values: object) -> InputError:
        """Return the sentence that says why the file is not here, with the remedies."""
        reason = InputError(f"fetch.{key}", **values)
        return InputError("error.fetch", name=self.name, file=self.file, reason=reason)


def cached(file: HubFile) -> Path | None:
    """Return the file in the Hub's cache, None where it is not there; asks nobody."""
    found = try_to_load_from_cache(file.repo, file.file, revision=file.revision)
    return Path(found) if isinstance(found, str) else None


def fetch(file: HubFile, watch: Watch) -> Path:
    """Return the file, from the cache, else from the Hub; its hash is compared in both cases.

    Raises:
        InputError: "error.fetch", it is not in the cache and cannot be fetched, or is another.
    """
    return _checked(file, cached(file) or _fetched(file, watch))


def _fetched(file: HubFile, watch: Watch) -> Path:
    try:
        url = hf_hub_url(file.repo, file.file, revision=file.revision)
        # asked once before, as the download itself tries for minutes
        size = get_hf_file_metadata(url, timeout=ANSWER_SECONDS).size
        watch(0, size)
        return Path(
            hf_hub_download(
                file.repo,
                file.file,
                revision=file.revision,
                etag_timeout=ANSWER_SECONDS,
                tqdm_class=_bar(lambda more: watch(more, size)),
            )
        )
    except OfflineModeIsEnabled as error:
        raise file.refusal("offline") from error
    except _MISSING as error:
        raise file.refusal("missing", value=f"{file.repo}@{file.revision}") from error
    except LocalEntryNotFoundError as error:
        raise file.refusal("unreachable", value=constants.ENDPOINT) from error
    except EntryNotFoundError as error:
        raise file.refusal("missing", value=f"{file.repo}@{file.revision}") from error
    except (HfHubHTTPError, httpx2.HTTPError) as error:
        raise file.refusal("unreachable", value=constants.ENDPOINT) from error
    except OSError as error:
        # of the system's own errors the reason alone: the whole names a place on the server
        said = error.strerror or str(error)
        reason = said.splitlines()[0] if said else type(error).__name__
        raise file.refusal("broken", value=reason) from error


def _bar(watch: Callable[[int], None]) -> "type[tqdm[Any]]":
    """Return a progress bar that hands over the bytes of each update, and shows nothing."""

    class Bar(tqdm):  # type: ignore[type-arg]
        def __init__(self, *_: object, **__: object) -> None:
            super().__init__(disable=True)

        def update(self, n: float | None = 1) -> bool | None:
            watch(int(n or 0))
            return None

    return Bar


def _checked(file: HubFile, path: Path) -> Path:
    """Return a file that is what it should be; one that is not is deleted.

    Raises:
        InputError: "error.fetch", its hash is another. Where none is pinned, the Hub's own counts:
            the cache keeps large files by it.
    """
    content = path.resolve()
    expected = file.sha256 or (content.name if _SHA256.fullmatch(content.name) else None)
    if expected is None or expected == sha256(path):
        return path
    path.unlink(missing_ok=True)
    content.unlink(missing_ok=True)
    raise file.refusal("hash", value=expected[:12])


def sha256(path: Path) -> str:
    """Return the hash of a file's content, in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
