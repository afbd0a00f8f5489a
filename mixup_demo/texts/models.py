"""The models' names, which are put together from these, and the choice of two to compare."""

TEXTS: dict[str, tuple[str, str]] = {
    "model.erm": ("ERM", "ERM"),
    "model.mixup": ("mixup", "mixup"),
    "model.erm.method": ("ERM", "ERM"),
    "model.mixup.method": ("mixup", "mixup"),
    "model.erm.setting": ("trained on single images", "한 장씩 학습"),
    "model.mixup.setting": ("trained on mixed pairs", "섞은 쌍으로 학습"),
    # names break beside the formula, not within it
    "name.mixup": ("mixup α\u00a0=\u00a0{alpha}", "mixup α\u00a0=\u00a0{alpha}"),
    "name.cutmix": ("CutMix α\u00a0=\u00a0{alpha}", "CutMix α\u00a0=\u00a0{alpha}"),
    "name.smoothing": ("label smoothing {epsilon}", "레이블 스무딩 {epsilon}"),
    "name.dropout": ("dropout {dropout}", "드롭아웃 {dropout}"),
    "name.corrupted": ("{percent} % corrupted labels", "레이블 {percent} % 오염"),
    "name.images": ("{count} images", "이미지 {count}장"),
    "name.whitened-cnn": ("large network", "큰 신경망"),
    "name.whitened-cnn-small": ("small network", "작은 신경망"),
    "name.preact-resnet18-16": ("PreAct ResNet-18, width 16", "PreAct ResNet-18, 너비 16"),
    "name.preact-resnet18-32": ("PreAct ResNet-18, width 32", "PreAct ResNet-18, 너비 32"),
    "name.seed": ("seed {seed}", "시드 {seed}"),
    "compare.title": ("Compare", "비교"),
    "compare.help": (
        "Which two models answer. “by α”: ERM and the mixup model whose α is nearest to the chosen "
        "one; these two differ in mixup alone. Or any two: then look at their names for what else "
        "differs. A link keeps the choice.",
        "대답할 두 모델을 고릅니다. ‘α에 따라’는 ERM과, 고른 α에 가장 가까운 α로 학습한 mixup 모델이며 이 둘은 "
        "mixup만 다릅니다. 다른 두 모델을 고르면 무엇이 더 다른지 이름에서 확인하십시오. 링크에도 이 선택이 "
        "남습니다.",
    ),
    "compare.left": ("Left model", "왼쪽 모델"),
    "compare.right": ("Right model", "오른쪽 모델"),
    "compare.by-alpha": ("by α", "α에 따라"),
    "compare.default": ("ERM and mixup", "ERM과 mixup"),
    "compare.preset.alphas": ("α = 0.2 and α = 8", "α = 0.2와 α = 8"),
    "compare.preset.cutmix": ("mixup and CutMix", "mixup과 CutMix"),
    "compare.preset.corrupted": ("50 % corrupted labels", "레이블 50 % 오염"),
    "compare.own": ("any two", "직접 고르기"),
    "compare.group.large": ("Large network", "큰 신경망"),
    "compare.group.family": ("α family: small network", "α 모임: 작은 신경망"),
    "compare.group.corrupted": ("Corrupted labels", "잘못된 레이블"),
    "compare.group.scarce": ("Fewer images", "적은 이미지"),
    "compare.group.others": ("Others", "그 밖의 모델"),
    "compare.kept": (
        "Your comparison stays: {left}, and {right}. α changes only what is drawn here. “by α” under "
        "Compare lets α choose the models again.",
        "고른 비교가 유지됩니다: {left} 그리고 {right}. α는 여기서 뽑는 것만 바꿉니다. ‘비교’의 ‘α에 따라’를 "
        "누르면 다시 α가 모델을 고릅니다.",
    ),
}
