"""The panel on limits."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.limits.title": ("Where it does not help", "도움이 안 되는 곳"),
    "evidence.limits.claim": (
        "First, of every panel above each kind of finding that speaks against mixup, or what is open "
        "where none does; then what the paper and later work report.",
        "먼저 위 패널마다 mixup에 불리한 결과를 종류별로 하나씩, 없으면 판단이 보류된 결과를 옮기고, 이어서 논문과 후속 연구가 보고한 것을 적습니다.",
    ),
    "evidence.limits.counts": (
        "Of {total} judgements on the panels above, {worse} speak against mixup and {open} are open.",
        "위 패널의 판정 {total}개 가운데 {worse}개는 mixup에 불리하고 {open}개는 판단이 보류되었습니다.",
    ),
    "evidence.limits.more": ("More: {panel}", "더 보기: {panel}"),
    "evidence.limits.setting": (
        "The chart is neither ours nor the paper's: CIFAR-10, ResNet-18, test accuracy by length of "
        "training, as reported in later work, which we have not checked. Both methods keep improving with longer training.",
        "차트는 우리 결과도 논문의 결과도 아닙니다. CIFAR-10, ResNet-18의 학습 길이에 따른 테스트 정확도로, 후속 연구가 보고했고 우리가 확인하지 않은 값입니다. 두 방법 모두 오래 학습할수록 "
        "나아집니다.",
    ),
    "evidence.limits.says": ("What speaks against it", "mixup에 불리한 결과"),
    "evidence.limits.schedule": (
        "Reported: accuracy by length of training",
        "보고된 값: 학습 길이에 따른 정확도",
    ),
    "evidence.limits.top5": (
        "Paper, ImageNet, I-FGSM, white box, top-5 error: {erm} % with ERM, {mixup} % with mixup{reported}.",
        "논문, ImageNet, I-FGSM 화이트박스, top-5 오차: ERM {erm} %, mixup {mixup} %{reported}.",
    ),
    "evidence.limits.decay": (
        "Paper, CIFAR-10: with stronger weight decay ERM's error falls from {erm_small} % to "
        "{erm_large} %, and mixup's rises from {mixup_small} % to {mixup_large} %; mixup needs less of "
        "other regularisation. Our CNNs are trained with the stronger one, the thin ResNet with the "
        "weaker.",
        "논문, CIFAR-10: 가중치 감쇠를 키우면 ERM의 오차는 {erm_small} %에서 {erm_large} %로 내리고 mixup의 오차는 {mixup_small} %에서 "
        "{mixup_large} %로 오릅니다. mixup에는 다른 정규화가 덜 필요합니다. 우리 CNN은 더 큰 값으로, 좁은 ResNet은 더 작은 값으로 "
        "학습했습니다.",
    ),
    "evidence.limits.speech": (
        "Paper, speech commands, LeNet: error {erm} % with ERM, {mixup} % with mixup at "
        "α = {alpha}{reported}. A small network can lose.",
        "논문, 음성 명령, LeNet: 오차는 ERM {erm} %, mixup(α = {alpha}) {mixup} %입니다{reported}. 작은 신경망은 손해를 볼 수 "
        "있습니다.",
    ),
    "evidence.limits.intrusion": (
        "Manifold intrusion (Guo et al. 2019): a mixture may look like a real example of a third "
        "class; its soft label is then wrong.",
        "매니폴드 침범(Guo 외 2019): 섞은 이미지가 제3의 클래스의 실제 예처럼 보이면 소프트 레이블이 틀리게 됩니다.",
    ),
    "evidence.limits.calibration": (
        "Calibration (Wang et al. 2023): after temperature scaling mixup models can be worse "
        "calibrated than ERM; our own numbers are in the panel on calibration.",
        "신뢰도 보정(Wang 외 2023): 온도 스케일링 뒤에는 mixup 모델의 신뢰도 보정이 ERM보다 나쁠 수 있습니다. 우리 수치는 신뢰도 보정 "
        "패널에 있습니다.",
    ),
    "evidence.limits.long": (
        "Training length, as reported in later work: the gain is {gains} points after {epochs} epochs. The "
        "page's network is trained for three quarters of the shortest of these lengths, and each of our "
        "other trainings sees far fewer images in all.",
        "학습 길이(후속 연구의 보고): {epochs}에폭에서 이득은 각각 {gains} %p입니다. 우리 기본 신경망은 그중 가장 짧은 길이의 4분의 3만큼 학습하고, "
        "나머지 학습은 각각 에폭을 모두 합해도 훨씬 적은 이미지를 봅니다.",
    ),
}
