"""The panels of the Evidence view: the claims, and what the numbers say of them."""

TEXTS: dict[str, tuple[str, str]] = {
    # generalisation
    "evidence.generalisation.title": ("Generalisation", "일반화"),
    "evidence.generalisation.claim": (
        "The authors report a lower test error with mixup on CIFAR-10, CIFAR-100, ImageNet and "
        "speech commands, at no more cost than a line of code.",
        "저자들은 CIFAR-10, CIFAR-100, ImageNet, 음성 명령에서 코드 한 줄의 비용으로 mixup의 시험 오류가 더 "
        "낮았다고 보고합니다.",
    ),
    "evidence.generalisation.setting": (
        "Every test image once, as it is. One seed: the interval is over test images. Several "
        "seeds: mean and one standard deviation; the interval of the difference is over test "
        "images, for these seeds. The two models of a row differ in mixup and in nothing else. The α family is a "
        "small network with a short schedule, for comparison among itself.",
        "모든 시험 이미지를 있는 그대로 한 번씩 봅니다. 시드가 하나면 구간은 시험 이미지에 대한 것이고, 여럿이면 평균과 "
        "표준편차이며 차이의 구간은 이 시드들의 시험 이미지에 대한 것입니다. 한 줄의 두 모델은 mixup 말고는 다른 점이 없습니다. "
        "α 모임은 작은 신경망을 짧게 학습한 것으로, 그 안에서만 비교합니다.",
    ),
    "evidence.generalisation.chart": (
        "Test error, ERM and mixup (paper: CIFAR-10)",
        "시험 오류, ERM과 mixup (논문: CIFAR-10)",
    ),
    "evidence.alpha.chart": ("Error over α: our family", "α에 따른 오류: 우리 모델들"),
    "evidence.group.bundled": (
        "Ours: the bundled pair, all images",
        "우리: 기본 모델 쌍, 전체 이미지",
    ),
    "evidence.group.scarce": (
        "Ours: small network, a fifth of the images",
        "우리: 작은 신경망, 이미지의 5분의 1",
    ),
    "evidence.alpha.says.underfits": (
        "Over α, with a short schedule: the lowest test error is {error} % ({best}). At "
        "α = {largest} the model underfits: {test} % on test images, and {train} % even on the "
        "training images, against {erm} % and {erm_train} % with ERM.",
        "짧은 학습에서 α별로 보면 가장 낮은 시험 오류는 {error} %({best})입니다. α = {largest}이면 과소적합합니다. "
        "시험 이미지에서 {test} %, 학습 이미지에서도 {train} %이며, ERM은 각각 {erm} %와 {erm_train} %입니다.",
    ),
    "evidence.alpha.says.holds": (
        "Over α, with a short schedule: the lowest test error is {error} % ({best}). At "
        "α = {largest} it is {test} % on test images and {train} % on training images, against "
        "{erm} % and {erm_train} % with ERM: no underfitting beyond chance.",
        "짧은 학습에서 α별로 보면 가장 낮은 시험 오류는 {error} %({best})입니다. α = {largest}이면 시험 이미지 "
        "{test} %, 학습 이미지 {train} %이고 ERM은 {erm} %와 {erm_train} %로, 우연을 넘는 과소적합은 없습니다.",
    ),
    "evidence.method.erm": ("ERM", "ERM"),
    "evidence.method.cutmix": ("CutMix, α = 1", "CutMix, α = 1"),
    "evidence.method.smoothing": ("ERM with label smoothing", "레이블 스무딩을 쓴 ERM"),
    "evidence.short.erm": ("ERM", "ERM"),
    "evidence.short.cutmix": ("CutMix", "CutMix"),
    "evidence.short.smoothing": ("smooth", "스무딩"),
    # corrupted labels
    "evidence.corrupted.title": ("Corrupted labels", "잘못된 레이블"),
    "evidence.corrupted.claim": (
        "The authors replace a share of the training labels by random ones. ERM learns them by "
        "heart, so that its test error rises again towards the end; mixup memorises less.",
        "저자들은 학습 레이블의 일부를 무작위로 바꿉니다. ERM은 이를 외워 버려 학습 끝에 시험 오류가 다시 오르지만, "
        "mixup은 덜 외운다고 합니다.",
    ),
    "evidence.corrupted.setting": (
        "A small network and a fifth of CIFAR-10's training images, each seen often enough to be "
        "memorised. A replaced label is drawn from all ten classes. α and dropout are the paper's "
        "best values, not searched for anew. Curves: test error after each epoch. The table also "
        "gives the error on training images, on those with true and those with corrupted labels.",
        "작은 신경망에 CIFAR-10 학습 이미지의 5분의 1을 외울 만큼 여러 번 보여 주었습니다. 바꾼 레이블은 열 클래스에서 "
        "고르게 뽑습니다. α와 드롭아웃은 새로 찾지 않고 논문의 최적값을 썼습니다. 곡선은 에폭마다의 시험 오류이고, 표에는 "
        "옳은 레이블을 단 학습 이미지와 잘못된 레이블을 단 학습 이미지의 오류도 있습니다.",
    ),
    "evidence.corrupted.chart.20": ("20 % of labels corrupted", "레이블 20 % 오염"),
    "evidence.corrupted.chart.50": ("50 % of labels corrupted", "레이블 50 % 오염"),
    "evidence.corrupted.chart.80": ("80 % of labels corrupted", "레이블 80 % 오염"),
    "evidence.corrupted.chart.20.ends": ("20 %: best and last epoch", "20 %: 최저와 마지막 에폭"),
    "evidence.corrupted.chart.50.ends": ("50 %: best and last epoch", "50 %: 최저와 마지막 에폭"),
    "evidence.corrupted.chart.80.ends": ("80 %: best and last epoch", "80 %: 최저와 마지막 에폭"),
    "evidence.corrupted.share.20": ("20 % corrupted", "20 % 오염"),
    "evidence.corrupted.share.50": ("50 % corrupted", "50 % 오염"),
    "evidence.corrupted.share.80": ("80 % corrupted", "80 % 오염"),
    "evidence.corrupted.says.memorised": (
        "{where}: of the wrong training labels ERM gives back {erm} %, mixup {mixup} %.",
        "{where}: 잘못된 학습 레이블 가운데 ERM은 {erm} %, mixup은 {mixup} %를 그대로 답합니다.",
    ),
    # adversarial examples
    "evidence.adversarial.title": ("Adversarial examples", "적대적 예제"),
    "evidence.adversarial.claim": (
        "The authors attack ImageNet models with small changes of the pixels along the loss's "
        "gradient, of the model itself (white box) or of another one (black box), and report "
        "that mixup keeps more of its accuracy.",
        "저자들은 손실의 기울기를 따라 픽셀을 조금 바꿔 ImageNet 모델을 공격합니다. 기울기는 그 모델의 것(화이트박스)이거나 "
        "다른 모델의 것(블랙박스)이며, mixup이 정확도를 더 지킨다고 보고합니다.",
    ),
    "evidence.adversarial.setting": (
        "FGSM takes one step, I-FGSM ten smaller ones; no pixel changes by more than the budget. "
        "Black box: the images are made with an ERM model of another seed. The ratio is mixup's "
        "accuracy over ERM's. Both models were trained without any defence. A gain under one step "
        "that ten steps undo is a bent gradient, not a boundary further away.",
        "FGSM은 한 번, I-FGSM은 더 작게 열 번 움직이며 어느 픽셀도 예산보다 더 바뀌지 않습니다. 블랙박스 이미지는 다른 "
        "시드의 ERM 모델로 만듭니다. 비율은 mixup의 정확도를 ERM의 정확도로 나눈 것입니다. 두 모델 모두 방어 없이 "
        "학습했습니다. 한 걸음에서 얻은 이득이 열 걸음에서 사라진다면 경계가 멀어진 것이 아니라 기울기가 휘어진 것입니다.",
    ),
    "evidence.adversarial.ratios": (
        "Accuracy of mixup over ERM's at a budget of 4/255",
        "예산 4/255에서 ERM 대비 mixup의 정확도",
    ),
    "evidence.attack.none": ("no attack", "공격 없음"),
    "evidence.attack.fgsm.white": ("FGSM, white box", "FGSM, 화이트박스"),
    "evidence.attack.fgsm.black": ("FGSM, black box", "FGSM, 블랙박스"),
    "evidence.attack.ifgsm.white": ("I-FGSM, white box", "I-FGSM, 화이트박스"),
    "evidence.attack.ifgsm.black": ("I-FGSM, black box", "I-FGSM, 블랙박스"),
    "evidence.adversarial.says.ratio": (
        "{attack}, {budget}/255: mixup keeps {ratio} times ERM's accuracy (95 % interval {low} to "
        "{high}): {verdict}. The paper's ratio on ImageNet, {network}: {paper}.",
        "{attack}, {budget}/255: mixup은 ERM 정확도의 {ratio}배를 지킵니다(95 % 구간 {low} ~ {high}): "
        "{verdict}. 논문의 ImageNet, {network} 비율은 {paper}입니다.",
    ),
    "evidence.adversarial.says.ours": (
        "{attack}, {budget}/255: mixup keeps {ratio} times ERM's accuracy (95 % interval {low} to "
        "{high}): {verdict}.",
        "{attack}, {budget}/255: mixup은 ERM 정확도의 {ratio}배를 지킵니다(95 % 구간 {low} ~ {high}): "
        "{verdict}.",
    ),
    "evidence.adversarial.says.nothing-left": (
        "{attack}, {budget}/255: ERM keeps {erm} % and mixup {mixup} % of the answers right; there "
        "is no ratio to speak of. The paper's ratio on ImageNet, {network}: {paper}.",
        "{attack}, {budget}/255: ERM은 {erm} %, mixup은 {mixup} %만 맞혀 비율을 말할 수 없습니다. 논문의 "
        "ImageNet, {network} 비율은 {paper}입니다.",
    ),
    # calibration and out of distribution
    "evidence.calibration.title": ("Confidence", "확신"),
    "evidence.calibration.claim": (
        "Thulasidasan et al. (2019) find mixup models better calibrated and less sure of images "
        "of no class; Wang et al. (2023) find that temperature scaling then helps ERM more.",
        "Thulasidasan 외(2019)는 mixup 모델의 확신이 더 잘 맞고 어느 클래스도 아닌 이미지에 덜 확신한다고 하며, "
        "Wang 외(2023)는 온도 조정을 하면 ERM이 더 나아진다고 합니다.",
    ),
    "evidence.calibration.setting": (
        "Half of the test images fit the temperature, the other half measure: expected calibration "
        "error over fifteen bins of confidence. Images of no class: noise, textures made by our "
        "own code, scikit-learn's digits, and crops of its two sample photos. AUROC: how well "
        "confidence tells them from test images; 0.5 is a coin's toss.",
        "시험 이미지의 절반으로 온도를 맞추고 나머지 절반으로 잽니다. 기대 보정 오차는 확신을 열다섯 구간으로 나눠 구합니다. "
        "어느 클래스도 아닌 이미지는 잡음, 직접 만든 무늬, scikit-learn의 숫자, 예시 사진 두 장의 조각입니다. AUROC는 "
        "확신으로 이들을 시험 이미지와 얼마나 잘 구별하는지이며 0.5는 동전 던지기입니다.",
    ),
    "evidence.calibration.chart.before": (
        "Accuracy over confidence, as trained",
        "확신에 따른 정확도, 학습한 그대로",
    ),
    "evidence.calibration.chart.after": (
        "The same after temperature scaling",
        "온도 조정 뒤",
    ),
    "evidence.calibration.before": ("As trained", "학습한 그대로"),
    "evidence.calibration.after": ("After temperature scaling", "온도 조정 뒤"),
    "evidence.calibration.says.over": (
        "{model} is overconfident: {confidence} % sure on average, {accuracy} % right; fitted "
        "temperature {temperature}.",
        "{model}은(는) 지나치게 확신합니다. 평균 확신 {confidence} %, 정확도 {accuracy} %, 맞춘 온도 "
        "{temperature}.",
    ),
    "evidence.calibration.says.under": (
        "{model} is underconfident: {confidence} % sure on average, {accuracy} % right; fitted "
        "temperature {temperature}.",
        "{model}은(는) 확신이 부족합니다. 평균 확신 {confidence} %, 정확도 {accuracy} %, 맞춘 온도 "
        "{temperature}.",
    ),
    "evidence.outside.confidence": ("Mean confidence", "평균 확신"),
    "evidence.outside.auroc": (
        "Told from test images by confidence",
        "확신으로 시험 이미지와 구별",
    ),
    "evidence.outside.says": (
        "Of {count} kinds of images of no class, mixup is less sure than ERM on {lower} and surer "
        "on {higher} (95 % intervals apart).",
        "어느 클래스도 아닌 이미지 {count}종 가운데 mixup이 ERM보다 덜 확신하는 것은 {lower}종, 더 확신하는 것은 "
        "{higher}종입니다(95 % 구간이 겹치지 않는 경우).",
    ),
    # between the training data
    "evidence.between.title": ("Between the data", "데이터 사이"),
    "evidence.between.claim": (
        "The paper's Figure 2: on mixtures of two images the mixup model less often names a third "
        "class, and its loss has a smaller gradient.",
        "논문의 그림 2: 두 이미지를 섞은 입력에서 mixup 모델은 제3의 클래스를 덜 답하고 손실의 기울기도 더 작습니다.",
    ),
    "evidence.between.setting": (
        "Pairs of test images of different classes, the same for both models, at 101 λ from B to "
        "A. Miss: the answer is neither of the two classes; its band is the 95 % interval. "
        "Gradient norm: the median over pairs, its band from the 10th to the 90th percentile.",
        "클래스가 다른 시험 이미지 쌍(두 모델에 같은 쌍)을 B에서 A까지 101개의 λ로 봅니다. 빗나감은 두 클래스 중 어느 것도 "
        "아닌 대답이며 띠는 95 % 구간입니다. 기울기 노름은 쌍들의 중앙값이고 띠는 10~90 백분위수입니다.",
    ),
    "evidence.between.where": ("Over all pairs and λ", "모든 쌍과 λ에서"),
    "evidence.between.miss": ("Answers that are neither A nor B", "A도 B도 아닌 대답"),
    "evidence.between.gradient": ("Gradient norm of the loss", "손실의 기울기 노름"),
    "evidence.between.says.gradient": (
        "Mean gradient norm: {erm} with ERM, {mixup} with mixup. Difference {difference} (95 % "
        "interval {low} to {high}): {verdict}.",
        "평균 기울기 노름: ERM {erm}, mixup {mixup}. 차이 {difference}(95 % 구간 {low} ~ {high}): "
        "{verdict}.",
    ),
    # limits
    "evidence.limits.title": ("Where it does not help", "도움이 안 되는 곳"),
    "evidence.limits.claim": (
        "First, every sentence of the panels above that does not favour mixup; then what the "
        "paper and later work report.",
        "먼저 위 패널에서 mixup에 유리하지 않은 문장을 모두 옮기고, 이어서 논문과 뒤의 연구가 보고한 것을 적습니다.",
    ),
    "evidence.limits.setting": (
        "The chart is not ours: CIFAR-10, ResNet-18, test accuracy over the length of training, "
        "as reported. mixup keeps gaining where plain training has stopped, so short schedules, "
        "such as most of ours, show less of its gain.",
        "차트는 우리 결과가 아닙니다. CIFAR-10, ResNet-18의 학습 길이에 따른 시험 정확도로 보고된 값입니다. 일반 학습이 "
        "멈춘 뒤에도 mixup은 계속 나아지므로, 우리 것 대부분처럼 짧은 학습에서는 이득이 덜 보입니다.",
    ),
    "evidence.limits.says": ("What speaks against it", "mixup에 불리한 것"),
    "evidence.limits.schedule": (
        "Reported: accuracy over the length of training",
        "보고된 값: 학습 길이에 따른 정확도",
    ),
    "evidence.limits.top5": (
        "Paper, ImageNet, I-FGSM, white box, top-5 error: {erm} % with ERM, {mixup} % with mixup.",
        "논문, ImageNet, I-FGSM 화이트박스, top-5 오류: ERM {erm} %, mixup {mixup} %.",
    ),
    "evidence.limits.decay": (
        "Paper, CIFAR-10: with stronger weight decay mixup's error rises from {small} % to "
        "{large} %; it wants less of other regularisation.",
        "논문, CIFAR-10: 가중치 감쇠를 키우면 mixup의 오류가 {small} %에서 {large} %로 오릅니다. 다른 정칙화는 덜 "
        "필요합니다.",
    ),
    "evidence.limits.speech": (
        "Paper, speech commands, LeNet: error {erm} % with ERM, {mixup} % with mixup at "
        "α = {alpha}. Small networks gain little or lose.",
        "논문, 음성 명령, LeNet: 오류는 ERM {erm} %, mixup(α = {alpha}) {mixup} %. 작은 신경망은 얻는 것이 적거나 "
        "오히려 잃습니다.",
    ),
    "evidence.limits.intrusion": (
        "Manifold intrusion (Guo et al. 2019): a mixture may look like a real example of a third "
        "class, and its soft label is then wrong.",
        "다양체 침범(Guo 외 2019): 섞은 이미지가 제3의 클래스의 실제 예처럼 보이면 소프트 레이블이 틀리게 됩니다.",
    ),
    "evidence.limits.calibration": (
        "Calibration (Wang et al. 2023): after temperature scaling mixup models can be worse "
        "calibrated than ERM; our own numbers are in the panel on confidence.",
        "보정(Wang 외 2023): 온도 조정 뒤에는 mixup 모델의 보정이 ERM보다 나쁠 수 있습니다. 우리 수치는 확신 패널에 "
        "있습니다.",
    ),
    "evidence.limits.long": (
        "Training length: the gain grows with the number of epochs, as the chart shows.",
        "학습 길이: 차트처럼 에폭이 늘수록 이득이 커집니다.",
    ),
}
