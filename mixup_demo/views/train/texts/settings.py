"""timm's arguments: their own names, and their own help in plain words."""

TEXTS: dict[str, tuple[str, str]] = {
    "train.arguments": ("Arguments of timm.data.Mixup", "timm.data.Mixup의 인자"),
    "train.mixup_alpha": ("mixup_alpha", "mixup_alpha"),
    "train.mixup_alpha.help": (
        "α of mixup; λ ~ Beta(α, α). mixup is on if it is above 0. timm's default: 1.",
        "mixup의 α이며 λ ~ Beta(α, α)입니다. 0보다 크면 mixup이 켜집니다. timm 기본값: 1.",
    ),
    "train.cutmix_alpha": ("cutmix_alpha", "cutmix_alpha"),
    "train.cutmix_alpha.help": (
        "α of CutMix; CutMix is on if it is above 0. timm's default: 0.",
        "CutMix의 α입니다. 0보다 크면 CutMix가 켜집니다. timm 기본값: 0.",
    ),
    "train.cutmix_minmax": ("cutmix_minmax", "cutmix_minmax"),
    "train.cutmix_minmax.help": (
        "Smallest and largest side of the CutMix box, as shares of the image's side. If it is given, "
        "CutMix is on and its α is not used for the size. timm's default: None.",
        "CutMix 상자 변의 최소와 최대이며 이미지 변에 대한 비율입니다. 값이 있으면 CutMix가 켜지고 상자 크기에 α를 쓰지 "
        "않습니다. timm 기본값: None.",
    ),
    "train.cutmix_minmax.none": ("None", "None"),
    "train.cutmix_minmax.0.2-0.8": ("0.2, 0.8", "0.2, 0.8"),
    "train.cutmix_minmax.0.3-0.9": ("0.3, 0.9", "0.3, 0.9"),
    "train.cutmix_minmax.0.4-0.6": ("0.4, 0.6", "0.4, 0.6"),
    "train.prob": ("prob", "prob"),
    "train.prob.help": (
        "Probability of mixing at all: per batch, or per image with mode elem (per pair with pair). "
        "timm's default: 1.",
        "혼합을 적용할 확률입니다. mode가 batch이면 배치마다, elem이면 이미지마다, pair이면 쌍마다 정합니다. timm 기본값: 1.",
    ),
    "train.switch_prob": ("switch_prob", "switch_prob"),
    "train.switch_prob.help": (
        "Probability of CutMix instead of mixup, where both are on. timm's default: 0.5.",
        "mixup과 CutMix가 모두 켜져 있을 때 CutMix를 고를 확률입니다. timm 기본값: 0.5.",
    ),
    "train.mode": ("mode", "mode"),
    "train.mode.help": (
        "Who shares λ and box: the whole batch, two images that are each other's partner (pair), or "
        "nobody (elem). All three need a batch. timm's default: batch.",
        "λ와 상자를 함께 쓰는 범위입니다. 배치 전체(batch), 서로 짝인 두 이미지(pair), 이미지마다 따로(elem). 셋 다 배치가 필요합니다. "
        "timm 기본값: batch.",
    ),
    "train.mode.batch": ("batch", "batch"),
    "train.mode.pair": ("pair", "pair"),
    "train.mode.elem": ("elem", "elem"),
    "train.correct_lam": ("correct_lam", "correct_lam"),
    "train.correct_lam.help": (
        "Whether λ of CutMix becomes the share of pixels that are really the image's own, where the box "
        "is clipped at the border. timm's default: True.",
        "CutMix 상자가 가장자리에서 잘릴 때 λ를 실제로 남은 픽셀 비율로 고칠지 정합니다. timm 기본값: True.",
    ),
    "train.correct_lam.on": ("True", "True"),
    "train.correct_lam.off": ("False", "False"),
    "train.label_smoothing": ("label_smoothing", "label_smoothing"),
    "train.label_smoothing.help": (
        "ε of the targets, before they are mixed: each class gets ε / num_classes. timm's default: 0.1.",
        "혼합하기 전 타깃의 ε입니다. 모든 클래스가 ε / num_classes를 받습니다. timm 기본값: 0.1.",
    ),
    "train.num_classes": ("num_classes", "num_classes"),
    "train.num_classes.help": (
        "Length of a target: the number of classes of your own data. timm's default, 1000, is ImageNet's; "
        "the photos here have 10: where yours have fewer, change it in the code below.",
        "타깃의 길이로, 자신의 데이터에 있는 클래스 수를 씁니다. timm 기본값 1000은 ImageNet의 클래스 수이고, 여기 사진의 클래스는 10개입니다. 자신의 "
        "클래스가 그보다 적으면 아래 코드에서 바꿔 주세요.",
    ),
}
