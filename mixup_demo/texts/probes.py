"""What the explorer says when models cannot be asked as wished."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.device": (
        "The GPU can be chosen only where PyTorch finds one, but on this server it finds none. "
        "Choose automatic or CPU.",
        "GPU는 PyTorch가 찾을 수 있을 때만 고를 수 있는데 이 서버에는 없습니다. "
        "자동이나 CPU를 고르십시오.",
    ),
}
