"""What is wrong with a batch, or with the settings that mix it."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.option": (
        "This setting must be one of {names}, but is {value}. Choose one of these.",
        "이 설정은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.share": (
        "This setting must be a number from {minimum} to {maximum}, but is {value}. Choose a value in "
        "that range.",
        "이 설정은 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 이 범위의 값을 선택해 주세요.",
    ),
    "error.argument": (
        "{name} must be a number from {minimum} to {maximum}, but is {value}. Choose a value in that "
        "range.",
        "{name} 값은 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 이 범위의 값을 선택해 주세요.",
    ),
    "error.num_classes": (
        "num_classes must be a whole number from {minimum} to {maximum}, at least the number of "
        "classes that images have, but is {value}. Choose one of these numbers.",
        "num_classes는 {minimum}에서 {maximum} 사이의 정수이며 이미지의 클래스 수보다 작지 않아야 하는데 {value}입니다. "
        "그중에서 선택해 주세요.",
    ),
    "error.batch": (
        "A batch here has from 4 to {limit} images, but this one has: {value}. Add images or take some "
        "away.",
        "여기서 배치는 이미지 4장에서 {limit}장까지인데 지금은 {value}입니다. 이미지를 더하거나 빼 주세요.",
    ),
}
