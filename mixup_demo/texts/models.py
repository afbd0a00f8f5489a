"""The models' names, put together from these, the choice of two to compare, and CIFAR-10's classes."""

TEXTS: dict[str, tuple[str, str]] = {
    "model.erm": ("ERM", "ERM"),
    "model.mixup": ("mixup", "mixup"),
    "model.erm.method": ("ERM", "ERM"),
    "model.mixup.method": ("mixup", "mixup"),
    "model.erm.setting": ("trained on single images", "이미지를 한 장씩 학습"),
    "model.mixup.setting": ("trained on mixed pairs", "섞은 이미지 쌍으로 학습"),
    # names break beside the formula, not within it
    "name.mixup": ("mixup α\u00a0=\u00a0{alpha}", "mixup α\u00a0=\u00a0{alpha}"),
    "name.cutmix": ("CutMix α\u00a0=\u00a0{alpha}", "CutMix α\u00a0=\u00a0{alpha}"),
    "name.smoothing": ("label smoothing {epsilon}", "레이블 스무딩 {epsilon}"),
    "name.dropout": ("dropout {dropout}", "드롭아웃 {dropout}"),
    "name.inputs": ("inputs only", "입력만"),
    "name.corrupted": ("{percent} % corrupted labels", "레이블 {percent} % 오염"),
    "name.images": ("{count} images", "이미지 {count}장"),
    "name.whitened-cnn": ("large network", "큰 신경망"),
    "name.whitened-cnn-small": ("small network", "작은 신경망"),
    "name.preact-resnet18-16": ("PreAct ResNet-18, width 16", "PreAct ResNet-18, 너비 16"),
    "name.preact-resnet18-32": ("PreAct ResNet-18, width 32", "PreAct ResNet-18, 너비 32"),
    "name.resnet18": ("ResNet-18", "ResNet-18"),
    "name.resnet50": ("ResNet-50", "ResNet-50"),
    "recipe.tv": ("no mixing (tv)", "섞지 않음(tv)"),
    "recipe.tv2": ("mixup + CutMix (tv2)", "mixup + CutMix(tv2)"),
    "recipe.a1": ("mixup + CutMix (A1)", "mixup + CutMix(A1)"),
    "name.epochs": ("{count} epochs", "{count}에폭"),
    "name.plain": ("no crops or flips", "자르기와 뒤집기 없음"),
    "name.seed": ("seed {seed}", "시드 {seed}"),
    "class.airplane": ("airplane", "비행기"),
    "class.automobile": ("automobile", "자동차"),
    "class.bird": ("bird", "새"),
    "class.cat": ("cat", "고양이"),
    "class.deer": ("deer", "사슴"),
    "class.dog": ("dog", "개"),
    "class.frog": ("frog", "개구리"),
    "class.horse": ("horse", "말"),
    "class.ship": ("ship", "배"),
    "class.truck": ("truck", "트럭"),
    "compare.title": ("Compare", "비교"),
    "compare.help": (
        "“by α” compares ERM with the mixup model whose α is nearest to the chosen one; they "
        "differ in mixup alone. Any other two may differ in more, as their names tell. A link "
        "keeps your choice.",
        "‘α에 따라’를 선택하면 ERM과, α가 가장 가까운 mixup 모델을 비교하며 이 둘은 mixup 사용 "
        "여부만 다릅니다. 그 밖의 두 모델은 다른 점이 더 있을 수 있으니 이름을 확인해 주세요. "
        "선택은 링크에 저장됩니다.",
    ),
    "compare.left": ("Left model", "왼쪽 모델"),
    "compare.right": ("Right model", "오른쪽 모델"),
    "compare.by-alpha": ("by α", "α에 따라"),
    "compare.default": ("ERM and mixup", "ERM과 mixup"),
    "compare.preset.alphas": ("α = 0.2 and α = 8", "α = 0.2와 α = 8"),
    "compare.preset.cutmix": ("mixup and CutMix", "mixup과 CutMix"),
    "compare.preset.corrupted": ("50 % corrupted labels", "레이블 50 % 오염"),
    "compare.preset.imagenet": ("1,000 classes", "클래스 1,000개"),
    "compare.preset.few": ("2,000 images", "이미지 2,000장"),
    "compare.own": ("any two", "직접 선택"),
    "compare.group.own": ("Your own", "직접 지정한 모델"),
    "compare.group.imagenet": ("ImageNet: 1,000 classes", "ImageNet: 클래스 1,000개"),
    "compare.group.large": ("Large network", "큰 신경망"),
    "compare.group.family": ("α family: small network", "α 비교군: 작은 신경망"),
    "compare.group.corrupted": ("Corrupted labels", "잘못된 레이블"),
    "compare.group.scarce": ("Fewer images", "적은 이미지"),
    "compare.group.studies": ("Learning curves and other studies", "학습 곡선과 그 밖의 실험"),
    "compare.group.others": ("Others", "그 밖의 모델"),
    "calibration.label": ("Calibration", "신뢰도 보정"),
    "calibration.trained": ("as trained", "학습한 그대로"),
    "calibration.equal": ("equally calibrated", "신뢰도 보정을 같게"),
    "calibration.help": (
        "A model that is less confident also changes its predictions less. Equally calibrated "
        "models have their logits divided by a temperature T each, which makes the loss on half "
        "of the test images smallest: T\u00a0=\u00a0{t_left} ({left}), T\u00a0=\u00a0{t_right} ({right}). T below "
        "1 makes a model more confident, above 1 less. One temperature fits only roughly: calibration "
        "errors (ECE) of {e_left}\u00a0% and {e_right}\u00a0% are left on the other half. Predicted classes stay as they are, and with "
        "them the maps' boundaries, miss rate and class changes.",
        "신뢰도가 낮은 모델은 예측의 변화도 작습니다. 신뢰도 보정을 같게 하면 모델마다 로짓을 온도 T로 나눕니다. T는 "
        "테스트 이미지의 절반에서 손실이 가장 작아지는 값입니다: T\u00a0=\u00a0{t_left}({left}), T\u00a0=\u00a0{t_right}({right}). "
        "T가 1보다 작으면 신뢰도가 높아지고 크면 낮아집니다. 온도 하나로는 대략만 맞아, 나머지 절반에서 기대 보정 오차(ECE)가 각각 "
        "{e_left}\u00a0%, {e_right}\u00a0% 남습니다. 예측한 클래스는 그대로이므로 지도의 경계, "
        "오답률, 예측 클래스가 바뀐 횟수도 변하지 않습니다.",
    ),
    "calibration.on": (
        "Roughly equally calibrated: logits divided by T\u00a0=\u00a0{t_left} ({left}) and T\u00a0=\u00a0{t_right} ({right}), "
        "which leaves calibration errors of {e_left}\u00a0% and {e_right}\u00a0%. The smaller "
        "these are, the less of the remaining differences comes from overall confidence.",
        "신뢰도 보정을 대략 같게 한 결과입니다. 로짓을 나눈 온도: T\u00a0=\u00a0{t_left}({left}), T\u00a0=\u00a0{t_right}({right}). 기대 보정 오차(ECE)가 각각 "
        "{e_left}\u00a0%, {e_right}\u00a0% 남습니다. 이 오차가 작을수록 두 모델의 남은 차이에서 전반적인 신뢰도가 차지하는 몫도 작습니다.",
    ),
    "calibration.back": ("Back to as trained", "학습한 그대로 보기"),
    "calibration.none": (
        "Not possible here, as no temperature was fitted to {models}.",
        "맞춘 온도가 없는 모델이 있어 선택할 수 없습니다: {models}.",
    ),
    "calibration.note": ("Equally calibrated:", "신뢰도 보정을 같게 함:"),
    "compare.kept": (
        "Your comparison stays: {left}, and {right}. α now changes only the drawn λ; “by α” "
        "under Compare lets it choose the models again.",
        "선택한 비교를 유지합니다: {left}, {right}. 지금은 α를 바꿔도 λ의 추출만 달라집니다. "
        "‘비교’에서 ‘α에 따라’를 누르면 다시 α에 따라 모델이 바뀝니다.",
    ),
    "compare.recipes": (
        "These two differ in more than mixup, as the table says, so that no difference between them is "
        "mixup’s alone. The pair that differs in mixup and in nothing else is the bundled one of ten "
        "classes.",
        "이 두 모델은 표와 같이 mixup 외에도 다른 점이 많으므로, 둘의 차이를 mixup만의 효과로 볼 수 없습니다. mixup 사용 여부만 "
        "다른 쌍은 함께 제공하는 클래스 10개짜리 모델입니다.",
    ),
    "compare.recipes.title": ("How the two were trained", "두 모델의 학습 방법"),
    "compare.rule": (
        "Both see the same: the middle {crop} % of the picture’s largest centre of the input’s "
        "aspect, resampled to {width} × {height} pixels ({interpolation}); mixed in [0, 1] and "
        "normalised in the network.",
        "두 모델은 같은 픽셀을 봅니다. 입력과 비율이 같은 가장 큰 가운데 부분에서 중앙의 {crop} %를 {width} × {height} "
        "픽셀로 리샘플링하고({interpolation}), [0, 1]에서 섞은 뒤 신경망 안에서 표준화합니다.",
    ),
    "recipe.none": ("none", "없음"),
    "recipe.row.mixup": ("mixup α", "mixup α"),
    "recipe.row.cutmix": ("CutMix α", "CutMix α"),
    "recipe.row.smoothing": ("Label smoothing", "레이블 스무딩"),
    "recipe.row.loss": ("Loss", "손실"),
    "recipe.row.augmentation": ("Augmentation", "데이터 증강"),
    "recipe.row.erasing": ("Random erasing", "무작위 지우기"),
    "recipe.row.averaging": ("Weight averaging", "가중치 평균"),
    "recipe.row.optimiser": ("Optimiser", "옵티마이저"),
    "recipe.row.epochs": ("Epochs", "에폭"),
    "recipe.loss.ce": ("cross-entropy", "교차 엔트로피"),
    "recipe.loss.bce": ("binary cross-entropy", "이진 교차 엔트로피"),
    "recipe.augmentation.tv": ("crops, flips", "자르기, 뒤집기"),
    "recipe.augmentation.tv2": (
        "crops, flips, TrivialAugment, repeated",
        "자르기, 뒤집기, TrivialAugment, 반복 증강",
    ),
    "recipe.augmentation.a1": (
        "crops, flips, RandAugment, repeated",
        "자르기, 뒤집기, RandAugment, 반복 증강",
    ),
    "recipe.averaging.ema": ("yes", "사용"),
    "fetching": (
        "Fetching {name}: {done} of {total} MB",
        "{name} 받는 중: {total}MB 가운데 {done}MB",
    ),
    "fetching.asking": (
        "Asking the Hugging Face Hub for {name}",
        "Hugging Face Hub에 {name} 요청 중",
    ),
    "fetching.label": ("Progress of fetching a model", "모델을 받는 진행률"),
}
