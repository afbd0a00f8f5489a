"""The panel on what lies between test images."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.finding.between.pair": ("One pair, over images", "모델 한 쌍, 여러 이미지"),
    "evidence.finding.between.seeds": ("Over seeds", "여러 시드"),
    "evidence.between.title": ("Between examples: smoothness", "예제 사이: 매끄러움"),
    "evidence.between.claim": (
        "The paper's Figure 2: on mixtures of two training images the mixup model less often "
        "predicts a third class, and its loss has a smaller gradient.",
        "논문의 그림 2: 두 학습 이미지를 섞은 입력에서 mixup 모델은 제3의 클래스를 덜 예측하고 손실의 기울기도 더 작습니다.",
    ),
    "evidence.between.setting": (
        "Pairs of test images (the paper's are training images) of different classes, the same for "
        "both models, at 101 λ from B to A; intervals are over pairs, for these two networks. Miss: "
        "the prediction is neither of the two classes; its band is the 95 % interval. Gradient "
        "norm: the median over pairs, its band from the 10th to the 90th percentile. A less "
        "confident model also changes less, so the measures are also given at equal calibration: "
        "logits divided by each model's fitted temperature. There, verdicts are corrected for the "
        "number of measures (Holm); as trained, they are not. The Jacobian of the "
        "probabilities, which costs a backward pass a class, is measured at fewer λ and pairs. Over "
        "seeds: the mean over the same pairs of images for each pair of networks, 95 % interval "
        "(Student) over these means, verdicts always corrected (Holm); the small points are seeds.",
        "클래스가 다른 테스트 이미지 쌍(논문은 학습 이미지)을 두 모델에 똑같이 B에서 A까지 101개의 λ로 봅니다. 구간은 이 두 신경망에 한해 이미지 쌍에 "
        "대한 것입니다. 오답률(A·B 외)은 두 클래스 중 어느 것도 아닌 예측의 비율이며 띠는 95 % 구간입니다. 기울기 노름은 쌍들의 "
        "중앙값이고 띠는 10~90 백분위수입니다. 신뢰도가 낮은 모델은 변화도 작으므로, 로짓을 각 모델의 맞춘 온도로 나누어 신뢰도 보정을 같게 한 "
        "값도 적습니다. 이때 판정은 지표 수에 대한 다중 비교 보정(Holm)을 하며, 학습한 그대로의 판정에는 하지 않습니다. 클래스마다 역전파가 "
        "필요한 확률의 야코비 행렬은 더 적은 λ와 쌍에서 잽니다. 시드끼리 비교할 때는 모든 신경망 쌍을 같은 이미지 쌍으로 재어 평균하고, 그 "
        "평균들의 95 % 구간(스튜던트)을 구하며 판정은 늘 다중 비교 보정(Holm)을 합니다. 작은 점은 시드입니다.",
    ),
    "evidence.between.where": ("Over all pairs and λ", "모든 쌍과 λ에서"),
    "evidence.between.miss": ("Predictions that are neither A nor B", "A도 B도 아닌 예측"),
    "evidence.between.gradient": ("Gradient norm of the loss", "손실의 기울기 노름"),
    "evidence.between.says.gradient": (
        "Mean gradient norm as trained: {erm} with ERM, {mixup} with mixup; difference {difference} "
        "(95 % interval {low} to {high}, n = {n} pairs): {verdict}.",
        "학습한 그대로의 평균 기울기 노름: ERM {erm}, mixup {mixup}, 차이 {difference}(95 % 구간 {low} ~ {high}, 쌍 n = "
        "{n}): {verdict}.",
    ),
    "evidence.between.says.equal": (
        "Mean gradient norm at equal calibration: {erm} with ERM, {mixup} with mixup; difference {difference} "
        "(95 % interval {low} to {high}, n = {n} pairs): {verdict}.",
        "신뢰도 보정을 같게 한 평균 기울기 노름: ERM {erm}, mixup {mixup}, 차이 {difference}(95 % 구간 {low} ~ {high}, 쌍 n = {n}): {verdict}.",
    ),
    "evidence.between.says.jacobian.trained": (
        "How much all probabilities react to the pixels, as trained (norm of their Jacobian, mean over "
        "the paths): {erm} with ERM, {mixup} with mixup; difference {difference} (95 % interval {low} "
        "to {high}, n = {n} pairs): {verdict}.",
        "학습한 그대로, 모든 확률이 픽셀에 반응하는 정도(야코비 행렬의 노름, 경로 평균): ERM {erm}, mixup {mixup}, 차이 {difference}(95 "
        "% 구간 {low} ~ {high}, 쌍 n = {n}): {verdict}.",
    ),
    "evidence.between.says.jacobian.calibrated": (
        "The same reaction of all probabilities at equal calibration: {erm} with ERM, {mixup} with mixup; difference {difference} "
        "(95 % interval {low} to {high}, n = {n} pairs): {verdict}.",
        "신뢰도 보정을 같게 할 때 모든 확률이 픽셀에 반응하는 정도: ERM {erm}, mixup {mixup}, 차이 {difference}(95 % 구간 {low} ~ {high}, 쌍 n = {n}): {verdict}.",
    ),
    "evidence.between.says.trained": (
        "As trained, mixup is smoother by {better} and less smooth by {worse} of {total} measures, not "
        "counting the boundary's width under attack (n = {n} pairs of test images, one pair of "
        "networks); some of them partly measure that it is less confident.",
        "학습한 그대로 보면 mixup은 공격에 대한 경계 두께를 뺀 지표 {total}개 중 {better}개에서 더 매끄럽고 {worse}개에서 덜 매끄럽습니다(테스트 이미지 쌍 "
        "n = {n}, 신경망 한 쌍). 일부 지표에는 낮은 신뢰도도 반영됩니다.",
    ),
    "evidence.between.says.calibrated": (
        "At equal calibration and Holm-corrected, mixup is smoother by {better}, less smooth by "
        "{worse} and undecided by {open} of {total} measures (n = {n} pairs of test images, one pair of "
        "networks): {verdict}.",
        "신뢰도 보정을 같게 하고 다중 비교 보정(Holm)을 하면 mixup은 지표 {total}개 중 {better}개에서 더 매끄럽고 {worse}개에서 덜 매끄러우며 {open}개는 "
        "판단할 수 없습니다(테스트 이미지 쌍 n = {n}, 신경망 한 쌍): {verdict}.",
    ),
    "evidence.smoothness.says.trained": (
        "{where}, over {seeds} seeds and Holm-corrected, as trained: mixup is smoother by {better}, "
        "less smooth by {worse} and undecided by {open} of {total} measures.\n"
        "Undecided: {undecided}.",
        "{where}, 시드 {seeds}개에 대해 다중 비교 보정(Holm), 학습한 그대로: mixup은 지표 {total}개 중 {better}개에서 더 매끄럽고 "
        "{worse}개에서 덜 매끄러우며 {open}개는 판단할 수 없습니다.\n판단할 수 없는 지표: {undecided}.",
    ),
    "evidence.smoothness.says.calibrated": (
        "{where}, over {seeds} seeds and Holm-corrected, at equal calibration: mixup is smoother by "
        "{better}, less smooth by {worse} and undecided by {open} of {total} measures: {verdict}.\n"
        "Undecided: {undecided}.",
        "{where}, 시드 {seeds}개에 대해 다중 비교 보정(Holm), 신뢰도 보정을 같게: mixup은 지표 {total}개 중 {better}개에서 더 매끄럽고 "
        "{worse}개에서 덜 매끄러우며 {open}개는 판단할 수 없습니다: {verdict}.\n판단할 수 없는 지표: {undecided}.",
    ),
    "evidence.smoothness.chart.trained.page": (
        "The page's network over seeds, as trained (filled: holds; hollow: undecided; lines: 95 % interval; small: single seeds)",
        "기본 신경망, 여러 시드, 학습한 그대로 (채운 표식: 성립, 빈 표식: 판단 불가, 선: 95 % 구간, 작은 점: 시드 하나)",
    ),
    "evidence.smoothness.chart.trained.scarce": (
        "Smaller network over seeds, as trained (filled: holds; hollow: undecided; lines: 95 % interval; small: single seeds)",
        "작은 신경망, 여러 시드, 학습한 그대로 (채운 표식: 성립, 빈 표식: 판단 불가, 선: 95 % 구간, 작은 점: 시드 하나)",
    ),
    "evidence.smoothness.chart.calibrated.page": (
        "The page's network over seeds, equally calibrated (filled: holds; hollow: undecided; lines: 95 % interval; small: single seeds)",
        "기본 신경망, 여러 시드, 신뢰도 보정을 같게 (채운 표식: 성립, 빈 표식: 판단 불가, 선: 95 % 구간, 작은 점: 시드 하나)",
    ),
    "evidence.smoothness.chart.calibrated.scarce": (
        "Smaller network over seeds, equally calibrated (filled: holds; hollow: undecided; lines: 95 % interval; small: single seeds)",
        "작은 신경망, 여러 시드, 신뢰도 보정을 같게 (채운 표식: 성립, 빈 표식: 판단 불가, 선: 95 % 구간, 작은 점: 시드 하나)",
    ),
    "evidence.smoothness.none": ("none", "없음"),
    "evidence.smoothness.axis": (
        "smoother with mixup, % of ERM",
        "더 매끄러운 정도(ERM 대비 %)",
    ),
    "evidence.smoothness.trained": ("over seeds, as trained", "여러 시드, 학습한 그대로"),
    "evidence.smoothness.calibrated": (
        "over seeds, equally calibrated",
        "여러 시드, 신뢰도 보정을 같게",
    ),
    "measure.input_jacobian": (
        "Reaction of all probabilities to the pixels",
        "모든 확률이 픽셀에 반응하는 정도",
    ),
    "measure.input_jacobian.unit": ("norm of the Jacobian", "야코비 행렬의 노름"),
    "evidence.between.trained": ("as trained", "학습한 그대로"),
    "evidence.between.calibrated": ("equally calibrated", "신뢰도 보정을 같게"),
}
