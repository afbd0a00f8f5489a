"""The panel on common corruptions."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.finding.corruptions.all": ("All corruptions together", "모든 손상을 합쳐서"),
    "evidence.corruptions.title": ("Common corruptions", "흔한 이미지 손상"),
    "evidence.corruptions.claim": (
        "Later work (Hendrycks et al. 2020) reports that mixup also lowers the error on images with "
        "noise, blur, low contrast or compression. The mixup paper itself does not claim it.",
        "후속 연구(Hendrycks 외 2020)는 노이즈, 흐림, 낮은 대비, 압축이 있는 이미지에서도 mixup이 오차를 낮춘다고 보고합니다. "
        "mixup 논문 자체의 주장은 아닙니다.",
    ),
    "evidence.corruptions.setting": (
        "Test images under five kinds of corruption at five strengths each, the same images for "
        "every model; no model was trained on them. The strengths of noise, blur, contrast and "
        "JPEG are those of CIFAR-10-C, by Hendrycks and Dietterich (2019); rotation and its angles are "
        "our choice. The bundled pair is compared over test images; its network, and a smaller one "
        "trained on a fifth of the images, with several seeds, are compared over seeds (Student's "
        "t); and the thin ResNet of the learning curves is compared over test images at each number of "
        "training images. Intervals are 95 %; the verdicts on the kinds are corrected for their number "
        "(Holm), those of the thin ResNet for all kinds and numbers of images, of which most decide. "
        "Together, all count only if they say the same. Errors are plain shares, not divided "
        "by those of a reference network.",
        "테스트 이미지를 다섯 종류, 다섯 단계로 손상합니다. 모든 모델이 같은 이미지를 보며, 이런 이미지로 학습한 모델은 없습니다. "
        "노이즈, 흐림, 대비, JPEG의 강도는 Hendrycks와 Dietterich(2019)의 CIFAR-10-C 값이고, 회전과 그 각도는 우리가 "
        "정했습니다. 기본 모델 쌍은 테스트 이미지에 대해 비교하고, 같은 신경망과 이미지의 5분의 1로 학습한 작은 신경망은 여러 시드에 대해 "
        "비교하며(스튜던트 t), 학습 곡선의 좁은 ResNet은 학습 이미지 수마다 테스트 이미지에 대해 비교합니다. 구간은 95 %이고, 종류별 판정은 종류 수에 대한 다중 "
        "비교 보정(Holm)을 합니다. 좁은 ResNet은 모든 종류와 이미지 수에 대해 보정한 뒤 과반수를 따릅니다. 종합 판정은 모두 일치할 때만 내립니다. 오차는 기준 신경망의 오차로 나누지 않은 비율입니다.",
    ),
    "evidence.corruptions.kind.noise": ("Gaussian noise", "가우시안 노이즈"),
    "evidence.corruptions.kind.blur": ("Gaussian blur", "가우시안 흐림"),
    "evidence.corruptions.kind.contrast": ("Low contrast", "낮은 대비"),
    "evidence.corruptions.kind.jpeg": ("JPEG compression", "JPEG 압축"),
    "evidence.corruptions.kind.rotation": ("Rotation", "회전"),
    "evidence.corruptions.axis.noise": ("standard deviation σ", "표준편차 σ"),
    "evidence.corruptions.axis.blur": ("σ in pixels", "σ (픽셀)"),
    "evidence.corruptions.axis.contrast": ("contrast left", "남은 대비"),
    "evidence.corruptions.axis.jpeg": ("quality", "품질"),
    "evidence.corruptions.axis.rotation": ("angle in degrees", "각도 (도)"),
    "evidence.corruptions.axis.difference": (
        "error, mixup − ERM, points",
        "오차, mixup − ERM, %p",
    ),
    "evidence.corruptions.none": ("none", "없음"),
    "evidence.corruptions.all": ("All corruptions", "모든 손상"),
    "evidence.corruptions.mean": ("mean", "평균"),
    "evidence.corruptions.pair.bundled": ("bundled pair", "기본 모델 쌍"),
    "evidence.corruptions.pair.page": ("page's network, several seeds", "기본 신경망, 여러 시드"),
    "evidence.corruptions.pair.scarce": ("smaller pair, several seeds", "작은 모델 쌍, 여러 시드"),
    "evidence.corruptions.difference.bundled": (
        "Difference, bundled pair, over test images",
        "차이, 기본 모델 쌍, 테스트 이미지에 대해",
    ),
    "evidence.corruptions.difference.page": (
        "Difference, page's network, over seeds (circles: single seeds)",
        "차이, 기본 신경망, 시드에 대해 (동그라미: 시드 하나)",
    ),
    "evidence.corruptions.difference.scarce": (
        "Difference, smaller pair, over seeds (circles: single seeds)",
        "차이, 작은 모델 쌍, 시드에 대해 (동그라미: 시드 하나)",
    ),
    "evidence.corruptions.says.images": (
        "{where}: mean error over all {total} corruptions {erm} % with ERM, {mixup} % with mixup; "
        "difference {difference} points (95 % interval {low} to {high}, n = {n} test images, one "
        "pair of networks): {verdict}.",
        "{where}: 손상 {total}가지의 평균 오차 ERM {erm} %, mixup {mixup} %, 차이 {difference} %p(95 % 구간 {low} ~ "
        "{high}, 테스트 이미지 n = {n}, 신경망 한 쌍): {verdict}.",
    ),
    "evidence.corruptions.says.seeds": (
        "{where}: mean error over all {total} corruptions {erm} % with ERM, {mixup} % with mixup; "
        "difference {difference} points (95 % interval {seeds_low} to {seeds_high}, n = {n} seeds; "
        "bootstrap of seeds and images, in which so few seeds weigh too little: {both_low} to {both_high}): "
        "{verdict}.",
        "{where}: 손상 {total}가지의 평균 오차 ERM {erm} %, mixup {mixup} %, 차이 {difference} %p(95 % 구간 "
        "{seeds_low} ~ {seeds_high}, 시드 n = {n}; 시드와 이미지의 부트스트랩은 {both_low} ~ {both_high}이며 시드가 이렇게 적으면 시드의 몫을 너무 작게 잡습니다): {verdict}.",
    ),
    "evidence.corruptions.says.kind": (
        "{where}: bundled pair {difference} points ({low} to {high}, n = {n} test images), "
        "{images}; smaller pair {seeds_difference} points ({seeds_low} to {seeds_high}, "
        "n = {seeds} seeds), {over_seeds}.{page}{curves} Together: {verdict}.",
        "{where}: 기본 모델 쌍 {difference} %p({low} ~ {high}, 테스트 이미지 n = {n}), {images}; 작은 모델 쌍 "
        "{seeds_difference} %p({seeds_low} ~ {seeds_high}, 시드 n = {seeds}), {over_seeds}.{page}{curves} 종합: {verdict}.",
    ),
    "evidence.corruptions.page": (
        "The page's network over seeds, in points:",
        "기본 신경망, 시드 기준(%p):",
    ),
    "evidence.corruptions.curves": (
        "Thin ResNet, one pair at each number of images, in points:",
        "좁은 ResNet, 이미지 수마다 한 쌍(%p):",
    ),
    "evidence.legend.seeds": (
        "thin, with a band: smaller pair, mean of its seeds (points) ± SD",
        "가는 선과 띠: 작은 모델 쌍, 시드(점) 평균 ± 표준편차",
    ),
    "evidence.column.corruption": ("Pair, corruption", "모델 쌍, 손상"),
}
