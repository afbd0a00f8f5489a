"""The code for each library."""

TEXTS: dict[str, tuple[str, str]] = {
    "train.code": ("Code that runs", "실행되는 코드"),
    "train.code.term": ("Code that runs", "실행되는 코드"),
    "train.code.help": (
        "Your settings stand at its top; the tests of this project run each file. Without a folder of "
        "images it writes one, of the handwritten digits that scikit-learn ships, so it runs as it is.",
        "설정이 맨 위에 들어 있으며, 이 프로젝트의 테스트가 모든 파일을 실행합니다. 이미지 폴더가 없으면 scikit-learn에 들어 있는 손글씨 "
        "숫자로 폴더를 만들므로 그대로 실행됩니다.",
    ),
    "train.code.copy": ("Copy", "복사"),
    "train.code.copied": ("Copied: {name}", "복사했습니다: {name}"),
    "train.code.file": ("Download {name}", "내려받기: {name}"),
    "train.code.notebook": ("Notebook (.ipynb)", "노트북 (.ipynb)"),
    "train.library": ("Library", "라이브러리"),
    "train.library.timm": ("timm", "timm"),
    "train.library.timm-command": ("timm command line", "timm 명령줄"),
    "train.library.torchvision": ("torchvision v2", "torchvision v2"),
    "train.library.two-loaders": ("PyTorch, two loaders", "PyTorch, 로더 두 개"),
    "train.library.permutation": ("PyTorch, one loader", "PyTorch, 로더 하나"),
    "train.library.keras": ("Keras 3", "Keras 3"),
    "train.library.fastai": ("fastai", "fastai"),
    "train.library.lightning": ("Lightning", "Lightning"),
    "train.library.own-photos": ("your own photos", "내 사진으로 학습"),
    "train.library.recipe": ("this project", "이 프로젝트"),
    "train.code.own": (
        "“Your own photos” trains ERM beside mixup with these settings on a folder with a folder of images for "
        "each class, and this page then opens the pair in your classes.",
        "‘내 사진으로 학습’의 명령은 클래스마다 이미지 폴더가 하나씩 있는 폴더로 이 설정의 ERM과 mixup을 나란히 학습합니다. 학습한 두 모델은 내 클래스 "
        "그대로 이 페이지에서 열 수 있습니다.",
    ),
}
