"""What the page's middlewares share: a request's path and sender, more headers for an answer."""

from collections.abc import Callable, Iterable

from starlette.requests import HTTPConnection
from starlette.types import Message, Scope, Send

Header = tuple[bytes, bytes]

#: of the visitor; deploy/nginx.conf sets the same
COOKIE = "mixup_visitor"
#: of it that are remembered: it has half as many, but anybody may send what is longer
COOKIE_LETTERS = 64


def path_of(scope: Scope) -> str:
    """Return a request's path below the page's address, without slashes at its ends."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", "")).strip("/")


def sender(request: HTTPConnection) -> tuple[str, str]:
    """Return the visitor and the address that a request comes from; "" for no visitor's name."""
    visitor = request.cookies.get(COOKIE, "")[:COOKIE_LETTERS]
    return visitor, request.client.host if request.client else "unknown"


def with_headers(send: Send, more: Callable[[Message], Iterable[Header]]) -> Send:
    """Return what sends an answer with further headers.

    Args:
        send: sends it.
        more: from how the answer starts to the headers that it gets besides.
    """

    async def complete(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *more(message)]}
        await send(message)

    return complete


def missing(message: Message, headers: Iterable[Header]) -> list[Header]:
    """Return those headers that an answer does not have by their names, which are in lower case."""
    known = {name.lower() for name, _ in message.get("headers", ())}
    return [header for header in headers if header[0] not in known]
