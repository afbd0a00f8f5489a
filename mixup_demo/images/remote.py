"""An image by its address: fetched from public servers alone, within limits.

Whoever may name an address to a server may try to reach what only that server can: its own ports,
its neighbours, a cloud's metadata. So a name is looked up once, every address that it stands for
must be public, the connection goes to just that address, and each redirect is treated alike.

What comes is taken as it is, never unpacked: of 1.6 KB, Brotli makes a gigabyte.
"""

import asyncio
import hashlib
import ipaddress
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import httpx

from mixup_demo.limits import FETCH_SECONDS, MAX_MEGABYTES, MAX_REDIRECTS
from mixup_demo.texts.input_error import InputError

_SCHEMES = ("http", "https")
#: a name that nobody knows, a server that does not answer, an address that is none
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, OSError, asyncio.TimeoutError, ValueError)
#: what a server is asked for: images are packed by their own formats
_HEADERS = {"accept": "image/*", "accept-encoding": "identity"}
#: translates IPv4 addresses, RFC 6052
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to the public internet, whatever it is written as."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        hidden = found.ipv4_mapped or found.sixtofour or found.teredo or found in _NAT64
        if hidden or found.is_site_local:
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved)


async def fetch_image(
    url: str, folder: Path, is_allowed: Callable[[str], bool] = is_public
) -> Path:
    """Fetch what lies at an address into a file of its own.

    Args:
        url: with http or https.
        folder: where the file comes to lie, in a folder named by its content, which never changes.
        is_allowed: whether an IP address may be connected to.

    Raises:
        InputError: "error.url.private", it leads to an address that is not allowed;
            "error.url.failed", the server did not give a file; "error.image.bytes", it is too long.
        OSError: there is no room for it; nothing of it stays.
    """
    try:
        content = await asyncio.wait_for(_follow(url, is_allowed), FETCH_SECONDS)
    except InputError:
        raise
    except _FAILURES as error:
        raise InputError("error.url.failed", value=url) from error
    file = folder / hashlib.sha256(content).hexdigest() / "image"
    file.parent.mkdir(parents=True, exist_ok=True)
    # whole at once: somebody else may read what was fetched before
    whole = file.with_name(secrets.token_hex(8))
    try:
        whole.write_bytes(content)
        whole.replace(file)
    except OSError:
        whole.unlink(missing_ok=True)
        raise
    return file


async def _follow(url: str, is_allowed: Callable[[str], bool]) -> bytes:
    for _ in range(1 + MAX_REDIRECTS):
        target = httpx.URL(url)
        if target.scheme not in _SCHEMES or not target.host:
            _refuse(url)
        transport = _Pinned(await _address(target, is_allowed))
        # proxies of the environment would look names up anew
        async with (
            httpx.AsyncClient(
                transport=transport, trust_env=False, timeout=FETCH_SECONDS, headers=_HEADERS
            ) as client,
            client.stream("GET", target) as response,
        ):
            if not response.has_redirect_location:
                return await _content(response, url)
            url = str(target.join(response.headers["location"]))
    raise InputError("error.url.failed", value=url)


async def _address(target: httpx.URL, is_allowed: Callable[[str], bool]) -> str:
    """Return the address of a host, all of whose addresses are allowed."""
    found = await asyncio.get_running_loop().getaddrinfo(target.host, None)
    addresses = [str(place[0]) for *_, place in found]
    if not addresses or not all(is_allowed(address) for address in addresses):
        _refuse(str(target))
    return addresses[0]


async def _content(response: httpx.Response, url: str) -> bytes:
    packed = response.headers.get("content-encoding", "identity").lower() != "identity"
    if response.status_code != httpx.codes.OK or packed:
        raise InputError("error.url.failed", value=url)
    parts, size = [], 0
    async for part in response.aiter_raw():
        parts.append(part)
        size += len(part)
        if size > MAX_MEGABYTES * 2**20:
            raise InputError(
                "error.image.bytes", value=f"more than {MAX_MEGABYTES}", limit=MAX_MEGABYTES
            )
    return b"".join(parts)


def _refuse(url: str) -> NoReturn:
    raise InputError("error.url.private", value=url)


class _Pinned(httpx.AsyncHTTPTransport):
    """Connects to one address, whatever the name in a request means by now."""

    def __init__(self, address: str) -> None:
        self._address = address
        super().__init__(retries=0)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, whose Host header and certificate stay those of the name."""
        request.extensions = {**request.extensions, "sni_hostname": request.url.host}
        request.url = request.url.copy_with(host=self._address)
        return await super().handle_async_request(request)
