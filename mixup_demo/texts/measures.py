"""What the explorer says when models cannot be asked as wished."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.device": (
        "The GPU can be chosen only where PyTorch finds one, but this server has none. Choose "
        "automatic or CPU.",
        "GPU는 PyTorch가 찾을 수 있을 때만 선택할 수 있는데 이 서버에는 없습니다. 자동이나 CPU를 "
        "선택해 주세요.",
    ),
    "error.plane.picture": ("Picture {side}: {reason}", "사진 {side}: {reason}"),
    "error.plane.missing": (
        "A plane needs three pictures, but picture {side} is missing. Upload one or choose an "
        "example.",
        "평면에는 사진이 세 장 필요한데 사진 {side}가 없습니다. 사진을 올리거나 예시에서 선택해 "
        "주세요.",
    ),
    "error.plane.same": (
        "A plane needs three different pictures, but {first} and {second} are the same at the "
        "models' input size. Choose another picture for one of them.",
        "평면에는 서로 다른 사진이 세 장 필요한데 모델에게 {first}와 {second}는 같은 사진입니다. "
        "둘 중 하나를 다른 사진으로 바꿔 주세요.",
    ),
    "error.plane.line": (
        "Three pictures span a plane only if they do not lie on one line, but one of A, B and C "
        "is a mixture of the other two or lies on the line beyond them. Choose another picture "
        "C.",
        "세 사진이 한 직선 위에 있지 않아야 평면이 정해지는데, A, B, C 중 하나가 나머지 둘을 "
        "섞은 것이거나 그 직선의 연장 위에 있습니다. 사진 C를 다른 사진으로 바꿔 주세요.",
    ),
}
