"""What the page's middlewares share: the path of a request, and more headers for an answer."""

from collections.abc import Callable, Iterable

from starlette.types import Message, Scope, Send

Header = tuple[bytes, bytes]


def path_of(scope: Scope) -> str:
    """Return a request's path below the page's address, without slashes at its ends."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", "")).strip("/")


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
