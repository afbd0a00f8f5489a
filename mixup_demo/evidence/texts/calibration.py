"""The panel on confidence: calibration and images of no class."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.finding.calibration.error": ("Calibration", "신뢰도 보정"),
    "evidence.finding.calibration.outside": ("Unfamiliar images", "분포 밖 이미지"),
    "evidence.calibration.title": (
        "Calibration and unfamiliar images",
        "신뢰도 보정과 분포 밖 이미지",
    ),
    "evidence.calibration.claim": (
        "Thulasidasan et al. (2019) find mixup models better calibrated and less confident on "
        "images of no class; Wang et al. (2023) find that temperature scaling then helps ERM more.",
        "Thulasidasan 외(2019)는 mixup 모델의 신뢰도 보정이 더 좋고 어느 클래스도 아닌 이미지에서 신뢰도가 낮다고 하며, Wang 외(2023)는 "
        "온도 스케일링은 mixup보다 ERM에 더 도움이 된다고 합니다.",
    ),
    "evidence.calibration.setting": (
        "Half of the test images fit the temperature, the other half measure: expected calibration "
        "error over fifteen bins of confidence. Images of no class: noise, textures made by our own "
        "code, scikit-learn's digits, and crops of its two sample photos, which overlap, so that their "
        "intervals are too narrow. AUROC: how well "
        "confidence tells them from test images; 0.5 is a coin toss. Less confidence alone is no "
        "gain, because mixup is also less confident on test images: AUROC decides. Intervals of one "
        "pair are over images, for these two networks. How well a network is calibrated depends on "
        "how long it is trained on how many images, so more are asked: the same network, and a smaller one "
        "trained on a fifth of the images, over seeds (Student's t), and the thin ResNet of "
        "the learning curves over images. Only what all of them say counts.",
        "테스트 이미지의 절반으로 온도를 맞추고 나머지 절반에서 신뢰도 구간 열다섯 개로 기대 보정 오차(ECE)를 잽니다. 어느 클래스도 아닌 "
        "이미지는 노이즈, 직접 만든 텍스처, scikit-learn의 숫자, 예시 사진 두 장의 조각입니다(조각은 서로 겹치므로 구간이 너무 좁습니다). AUROC는 신뢰도로 이들을 테스트 이미지와 "
        "얼마나 잘 구별하는지이며 0.5는 동전 던지기와 같습니다. mixup은 테스트 이미지에서도 신뢰도가 낮으므로 낮은 신뢰도만으로는 "
        "이득이 아니며, AUROC로 판정합니다. 한 쌍의 구간은 이미지에 대한 것이며 이 두 신경망에만 해당합니다. 신뢰도 보정은 이미지 몇 장으로 얼마나 오래 "
        "학습했는지에 따라 다르므로 더 봅니다. 같은 신경망과 이미지의 5분의 1로 학습한 작은 신경망은 여러 시드로(스튜던트 t), 학습 곡선의 좁은 "
        "ResNet은 이미지에 대해 비교합니다. 모두 일치할 때만 판정합니다.",
    ),
    "evidence.calibration.chart.before": (
        "Accuracy by confidence, as trained",
        "신뢰도에 따른 정확도, 학습한 그대로",
    ),
    "evidence.calibration.chart.after": (
        "Accuracy by confidence, after temperature scaling",
        "신뢰도에 따른 정확도, 온도 스케일링 뒤",
    ),
    "evidence.calibration.before": ("As trained", "학습한 그대로"),
    "evidence.calibration.after": ("After temperature scaling", "온도 스케일링 뒤"),
    "evidence.calibration.says.over": (
        "{model} is overconfident: mean confidence {confidence} %, accuracy {accuracy} %; fitted "
        "temperature {temperature}.",
        "{model}: 과신합니다(평균 신뢰도 {confidence} %, 정확도 {accuracy} %, 맞춘 온도 {temperature}).",
    ),
    "evidence.calibration.says.under": (
        "{model} is underconfident: mean confidence {confidence} %, accuracy {accuracy} %; fitted "
        "temperature {temperature}.",
        "{model}: 신뢰도가 지나치게 낮습니다(평균 신뢰도 {confidence} %, 정확도 {accuracy} %, 맞춘 온도 "
        "{temperature}).",
    ),
    "evidence.confidence.chart": (
        "Calibration error as trained, by network (circles: single seeds)",
        "학습한 그대로의 보정 오차, 신경망별 (동그라미: 시드 하나)",
    ),
    "evidence.calibration.says.seeds.before": (
        "{where}, as trained: expected calibration error {erm} % with ERM, {mixup} % with mixup; "
        "difference {difference} points (95 % interval {seeds_low} to {seeds_high}, n = {n} seeds): "
        "{verdict}.",
        "{where}, 학습한 그대로: 기대 보정 오차(ECE) ERM {erm} %, mixup {mixup} %, 차이 {difference} %p(95 % 구간 "
        "{seeds_low} ~ {seeds_high}, 시드 n = {n}): {verdict}.",
    ),
    "evidence.calibration.says.seeds.after": (
        "{where}, after temperature scaling: expected calibration error {erm} % with ERM, {mixup} % "
        "with mixup; difference {difference} points (95 % interval {seeds_low} to {seeds_high}, "
        "n = {n} seeds): {verdict}.",
        "{where}, 온도 스케일링 뒤: 기대 보정 오차(ECE) ERM {erm} %, mixup {mixup} %, 차이 {difference} %p(95 % 구간 "
        "{seeds_low} ~ {seeds_high}, 시드 n = {n}): {verdict}.",
    ),
    "evidence.calibration.says.curves.before": (
        "The thin ResNet of the learning curves, trained long enough to learn its images by heart, one "
        "seed each: expected calibration error as trained {erm} % with ERM and {mixup} % with mixup at "
        "{images} images. Of {total} comparisons (n = {n} test images, Holm-corrected) mixup is better "
        "in {better} and worse in {worse}: {verdict}.",
        "학습 곡선의 좁은 ResNet, 이미지를 모두 외울 만큼 오래 학습, 시드 하나씩: 이미지 {images}장에서 학습한 그대로의 기대 보정 "
        "오차(ECE)는 ERM이 각각 {erm} %, mixup이 각각 {mixup} %입니다. 비교 {total}개(테스트 이미지 n = {n}, Holm 보정) 중 mixup이 "
        "{better}개에서 더 낫고 {worse}개에서 더 나쁩니다: {verdict}.",
    ),
    "evidence.calibration.says.curves.after": (
        "The same after temperature scaling: {erm} % with ERM and {mixup} % with mixup at {images} "
        "images. Of {total} comparisons (n = {n} test images, Holm-corrected) mixup is better in "
        "{better} and worse in {worse}: {verdict}.",
        "같은 신경망, 온도 스케일링 뒤: 이미지 {images}장에서 기대 보정 오차(ECE)는 ERM이 각각 {erm} %, mixup이 각각 {mixup} %입니다. "
        "비교 {total}개(테스트 이미지 n = {n}, Holm 보정) 중 mixup이 {better}개에서 더 낫고 {worse}개에서 더 나쁩니다: {verdict}.",
    ),
    "evidence.outside.says.seeds": (
        "{where}, AUROC over {n} seeds: mixup is better on {better} and worse on {worse} of {total} "
        "kinds (Holm-corrected): {verdict}.\nBy seed, ERM → mixup: {list}.",
        "{where}, 시드 {n}개에 대한 AUROC: {total}종 가운데 mixup이 {better}종에서 더 높고 {worse}종에서 더 낮습니다(Holm 보정): "
        "{verdict}.\n시드별, ERM → mixup: {list}.",
    ),
    "evidence.outside.says.curves": (
        "The thin ResNet of the learning curves at {images} images, one seed each: AUROC of mixup is "
        "better in {better} and worse in {worse} of {total} comparisons (Holm-corrected, "
        "n = {n} images of each kind): {verdict}.",
        "학습 곡선의 좁은 ResNet, 이미지 {images}장, 시드 하나씩: mixup의 AUROC는 비교 {total}개 중 {better}개에서 더 높고 {worse}개에서 더 "
        "낮습니다(Holm 보정, 종류마다 이미지 n = {n}): {verdict}.",
    ),
    "evidence.outside.confidence": ("Mean confidence", "평균 신뢰도"),
    "evidence.outside.auroc": (
        "Told from test images by confidence",
        "신뢰도로 테스트 이미지와 구별",
    ),
    "evidence.outside.says": (
        "Of {count} kinds of images of no class, mixup is less confident than ERM on {lower} and "
        "more on {higher} (Holm-corrected). On test images its confidence is {mixup} %, and "
        "ERM's {erm} %.",
        "어느 클래스도 아닌 이미지 {count}종 가운데 mixup의 신뢰도가 ERM보다 낮은 것은 {lower}종, 높은 것은 {higher}종입니다(Holm "
        "보정). 테스트 이미지에서의 신뢰도는 mixup {mixup} %, ERM {erm} %입니다.",
    ),
    "evidence.outside.says.auroc": (
        "AUROC of confidence: mixup is better on {higher} and worse on {lower} of {count} kinds "
        "(Holm-corrected; n = {n} images each): {verdict}.",
        "신뢰도의 AUROC: {count}종 가운데 mixup이 {higher}종에서 더 높고 {lower}종에서 더 낮습니다(Holm 보정, 종류마다 이미지 "
        "n = {n}): {verdict}.",
    ),
    "evidence.outside.says.scaled": (
        "At the fitted temperatures mixup is less confident on {lower} and more on {higher} of "
        "{count} kinds; on {set} it is {mixup} % confident, ERM {erm} %. mixup's AUROC is then higher on "
        "{auroc_higher} and lower on {auroc_lower} (both Holm-corrected).",
        "온도를 맞추면 mixup의 신뢰도는 {count}종 가운데 {lower}종에서 더 낮고 {higher}종에서 더 높습니다. {set}에서는 mixup {mixup} %, "
        "ERM {erm} %입니다. 이때 AUROC는 {auroc_higher}종에서 더 높고 {auroc_lower}종에서 더 낮습니다(둘 다 Holm 보정).",
    ),
}
