"""How Gradio is imported: to be loaded before anything that imports Gradio itself.

Gradio writes a stub file for type checkers beside every component's source, which takes two fifths
of its import: nobody reads them here, and those beside our own components were in the way.
"""

import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Gradio reads these when it is imported: no request leaves the visitor's or the server's machine
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
# it would sum up its last 10,000 answers at every answer, for a page of its own that is closed here
os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "1")
os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", f"{10**9}")


#: where the page is served, as Gradio reads it; without it the first free port from 7860 on
PORT, MOST = "GRADIO_SERVER_PORT", 65535


def check_port(value: str) -> None:
    """Refuse a port that Gradio could not serve at: it would end in a traceback.

    Raises:
        SystemExit: with the rule, the value and the remedy.
    """
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= MOST):
        raise SystemExit(
            f"error: {PORT} must be a whole number from 1 to {MOST}, but is “{value}”. Correct it, "
            "or leave it out for the first free port from 7860 on."
        )


def _but_for_components(getfile: Callable[..., str]) -> Callable[..., str]:
    def found(asked: object) -> str:
        if type(asked).__name__ == "ComponentMeta":
            # which Gradio takes for a class without a file
            raise OSError("components get no stubs")
        return getfile(asked)

    return found


@contextmanager
def _no_component_has_a_file() -> Iterator[None]:
    getfile = inspect.getfile
    inspect.getfile = _but_for_components(getfile)
    try:
        yield
    finally:
        inspect.getfile = getfile


if (port := os.environ.get(PORT)) is not None:
    check_port(port)
with _no_component_has_a_file():
    from gradio import component_meta

component_meta.create_or_modify_pyi = lambda *_: None  # our own components come later
