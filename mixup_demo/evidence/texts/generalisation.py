"""The panel on test errors."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.generalisation.title": ("Generalisation", "일반화"),
    "evidence.generalisation.claim": (
        "The authors report a lower test error with mixup on CIFAR-10, CIFAR-100, ImageNet and "
        "speech commands, for a few lines of code and hardly any computation.",
        "저자들은 CIFAR-10, CIFAR-100, ImageNet, 음성 명령에서 코드 몇 줄과 미미한 계산만으로 mixup의 테스트 오차가 더 낮았다고 "
        "보고합니다.",
    ),
    "evidence.generalisation.setting": (
        "Every test image once, without augmentation. With one seed the interval is over test "
        "images and holds for these two networks only. With several seeds we give the mean and one "
        "standard deviation; the interval over seeds (Student's t) decides, and a bootstrap over "
        "seeds and images stands beside it. How long the page's network is trained was fixed before its "
        "errors were seen, and all of its seeds count; but it is longer because an earlier pair, trained a "
        "third as long, had not differed while mixup was still learning. The two models of a row differ in mixup alone. The α "
        "family is a small network with a short schedule; compare it only with itself. The learning "
        "curves are of a thin PreAct ResNet-18 and have equally many steps for any number of images, so "
        "that fewer images are also seen more often; the studies beside them vary network, augmentation, length, method or α. Inputs only: mixed images "
        "with the label of the one with the larger weight, which tells whether the noise alone would "
        "do. Each seed draws images of its "
        "own, the same for both methods. Their differences are paired over seeds. What is said of "
        "Student's intervals is corrected for the number of comparisons of its study (Holm); the "
        "intervals are not, so that one beside zero may be inconclusive. Some trainings stand in "
        "several studies. All answer the same test images. Network, augmentation and schedule of the studies were chosen after scouting "
        "trainings whose test errors were looked at: settings in which mixup has something to gain.",
        "모든 테스트 이미지를 증강 없이 한 번씩 봅니다. 시드가 하나면 구간은 테스트 이미지에 대한 것이며 이 두 신경망에만 "
        "해당합니다. 시드가 여럿이면 평균과 표준편차를 적고, 시드에 대한 구간(스튜던트 t)으로 판정하며 시드와 이미지에 대한 "
        "부트스트랩 구간을 함께 적습니다. 기본 신경망의 학습 길이는 그 오차를 보기 전에 정했고 모든 시드를 넣었습니다. 다만 길이를 늘린 까닭은, 그 3분의 1만 학습한 이전 모델 쌍에서 mixup이 아직 배우는 중이었고 차이가 없었기 때문입니다. 한 줄의 두 모델은 mixup만 다릅니다. α별 모델은 짧게 학습한 작은 신경망이므로 서로끼리만 "
        "비교해 주세요. 학습 곡선은 좁은 PreAct ResNet-18을 이미지 수와 관계없이 같은 스텝 수로 학습한 것이어서 이미지가 적을수록 더 여러 번 보며, 나머지 연구는 "
        "신경망, 증강, 길이, 기법, α를 바꿉니다. ‘입력만 섞기’는 이미지만 섞고 레이블은 비중이 큰 이미지의 것을 그대로 써서, 노이즈만으로도 같은 효과가 나는지 알아봅니다. 시드마다 이미지를 새로 뽑되 두 방법에 같은 이미지를 씁니다. 차이는 시드별로 짝지어 구합니다. 스튜던트 구간에 따른 판정은 그 연구의 "
        "비교 수에 대한 다중 비교 보정(Holm)을 하지만 구간은 보정하지 않으므로, 0을 벗어난 구간도 판단할 수 없을 때가 있습니다. 일부 학습은 여러 연구에 속합니다. 모든 모델을 같은 테스트 이미지로 평가합니다. 연구의 신경망, 증강, 학습 길이는 테스트 오차를 보며 미리 시험해 본 뒤 "
        "골랐습니다. mixup이 이득을 볼 여지가 있는 설정입니다.",
    ),
    "evidence.finding.generalisation.together": ("All comparisons together", "모든 비교를 합쳐서"),
    "evidence.finding.generalisation.curves": ("How many images?", "이미지가 적을 때"),
    "evidence.finding.generalisation.added": (
        "With and without other augmentation",
        "다른 증강이 있을 때와 없을 때",
    ),
    "evidence.finding.generalisation.length": ("Length of training", "학습 길이"),
    "evidence.finding.generalisation.relatives": ("Beside its relatives", "관련 기법과의 비교"),
    "evidence.finding.generalisation.all": ("Our pairs, and the paper's", "우리 모델 쌍과 논문"),
    "evidence.finding.generalisation.alpha": ("Which α?", "α의 크기"),
    "evidence.finding.generalisation.trainings": ("About these trainings", "학습에 대하여"),
    "evidence.generalisation.chart": (
        "Test error of ERM and mixup (circles: single seeds; paper: CIFAR-10)",
        "ERM과 mixup의 테스트 오차 (동그라미: 시드 하나, 논문: CIFAR-10)",
    ),
    "evidence.alpha.chart": ("Error by α (our small networks)", "α에 따른 오차 (우리 작은 신경망)"),
    "evidence.alphas.chart": (
        "Error by α (thin ResNet, few images; circles: single seeds)",
        "α에 따른 오차 (좁은 ResNet, 적은 이미지, 동그라미: 시드 하나)",
    ),
    "evidence.alphas.says": (
        "Thin ResNet, {images} images, {epochs} epochs: test error better in {better} and worse in "
        "{worse} of {total} comparisons of an α with ERM of at least {least} seeds (Holm-corrected). "
        "The lowest mean, seen on the test images: {best}, {error} %.\n"
        "mixup minus ERM, in points: {list}. α = {alpha} minus another α (better: α = {alpha} is): "
        "{others}.",
        "좁은 ResNet, 이미지 {images}장, {epochs}에폭: 시드가 {least}개 이상인 α별 ERM과의 비교 {total}개 중 테스트 오차가 {better}개에서 더 "
        "낮고 {worse}개에서 더 높습니다(Holm 보정). 테스트 이미지로 본 가장 낮은 평균은 {best}의 {error} %입니다.\n"
        "mixup에서 ERM을 뺀 차이(%p): {list}. α = {alpha}에서 다른 α를 뺀 차이(더 나음: α = {alpha} 쪽): {others}.",
    ),
    "evidence.alphas.says.few": (
        "Thin ResNet, {images} images, {epochs} epochs: no comparison of an α with ERM has at least "
        "{least} seeds yet, so this decides nothing. The lowest mean: {best}, {error} %.\n"
        "mixup minus ERM, in points: {list}. α = {alpha} minus another α (better: α = {alpha} is): "
        "{others}.",
        "좁은 ResNet, 이미지 {images}장, {epochs}에폭: 시드가 {least}개 이상인 α별 ERM과의 비교가 아직 없어 판단할 수 없습니다. 가장 낮은 평균은 "
        "{best}의 {error} %입니다.\n"
        "mixup에서 ERM을 뺀 차이(%p): {list}. α = {alpha}에서 다른 α를 뺀 차이(더 나음: α = {alpha} 쪽): {others}.",
    ),
    "evidence.family.chart": (
        "Error by α (the page's network, all images; circles: single seeds)",
        "α에 따른 오차 (기본 신경망, 이미지 전체, 동그라미: 시드 하나)",
    ),
    "evidence.family.says": (
        "The page's network on all images over α, test error by α (n seeds): {list}. A single seed "
        "decides nothing.",
        "이미지 전부로 학습한 기본 신경망의 α별 테스트 오차(시드 n개): {list}. 시드 하나로는 판단할 수 없습니다.",
    ),
    "evidence.group.bundled": (
        "Ours: the bundled pair, all training images",
        "우리: 기본 모델 쌍, 학습 이미지 전체",
    ),
    "evidence.group.page": (
        "Ours: the page's network, all training images, several seeds",
        "우리: 기본 신경망, 학습 이미지 전체, 여러 시드",
    ),
    "evidence.group.scarce": (
        "Ours: small network, a fifth of the training images",
        "우리: 작은 신경망, 학습 이미지의 5분의 1",
    ),
    "evidence.pair.bundled": (
        "the bundled pair, all training images",
        "기본 모델 쌍, 학습 이미지 전체",
    ),
    "evidence.pair.page": (
        "the page's network, all training images",
        "기본 신경망, 학습 이미지 전체",
    ),
    "evidence.pair.scarce": (
        "small network, a fifth of the training images",
        "작은 신경망, 학습 이미지의 5분의 1",
    ),
    "evidence.generalisation.says.medians": (
        "By the authors' measure, the median of the errors after each of the last ten epochs (ours above "
        "are after the last one), ERM → mixup in %: {list}.\nOur learning rates fall to zero, so that "
        "in a short training, such as the small network's, the epochs before the last one are worse.",
        "저자들의 기준인 마지막 열 에폭의 테스트 오차 중앙값(위의 우리 수치는 마지막 에폭의 것)으로 보면, ERM → mixup(%): {list}.\n우리 학습률은 끝에서 "
        "0이 되므로, 작은 신경망처럼 짧게 학습하면 마지막보다 앞선 에폭의 오차가 더 큽니다.",
    ),
    "evidence.generalisation.says.seeds": (
        "{where}: test error {erm} % with ERM, {mixup} % with mixup; difference {difference} "
        "points (95 % interval {seeds_low} to {seeds_high}, n = {n} seeds; bootstrap of seeds and "
        "images, in which so few seeds weigh too little: {both_low} to {both_high}): {verdict} (Holm-corrected "
        "together with the learning curves).",
        "{where}: 테스트 오차 ERM {erm} %, mixup {mixup} %, 차이 {difference} %p(95 % 구간 {seeds_low} ~ "
        "{seeds_high}, 시드 n = {n}; 시드와 이미지의 부트스트랩은 {both_low} ~ {both_high}이며 시드가 이렇게 적으면 시드의 몫을 너무 작게 잡습니다): {verdict}(학습 곡선의 비교와 함께 "
        "Holm 보정).",
    ),
    "evidence.alpha.says.underfits": (
        "Small networks, short trainings with ERM and mixup, one seed each: {best} has the lowest test error, {error} %. α = {largest} "
        "underfits: {test} % on test and {train} % on training images, against {erm} % and "
        "{erm_train} % with ERM.",
        "작은 신경망을 ERM과 mixup으로 짧게 학습한 것(시드 하나씩) 가운데 테스트 오차는 {best}에서 가장 낮습니다({error} %). α = {largest}에서는 과소적합합니다. 오차는 테스트 이미지 "
        "{test} %, 학습 이미지 {train} %이고, ERM은 각각 {erm} %와 {erm_train} %입니다.",
    ),
    "evidence.alpha.says.holds": (
        "Small networks, short trainings with ERM and mixup, one seed each: {best} has the lowest test error, {error} %. At α = {largest} it "
        "is {test} % on test and {train} % on training images, against {erm} % and {erm_train} % "
        "with ERM: no clear underfitting.",
        "작은 신경망을 ERM과 mixup으로 짧게 학습한 것(시드 하나씩) 가운데 테스트 오차는 {best}에서 가장 낮습니다({error} %). α = {largest}에서는 테스트 이미지 {test} %, 학습 이미지 "
        "{train} %이고 ERM은 {erm} %와 {erm_train} %로, 뚜렷한 과소적합은 없습니다.",
    ),
    "evidence.method.erm": ("ERM", "ERM"),
    "evidence.method.cutmix": ("CutMix, α = 1", "CutMix, α = 1"),
    "evidence.method.smoothing": ("ERM with label smoothing", "레이블 스무딩을 쓴 ERM"),
    "evidence.short.erm": ("ERM", "ERM"),
    "evidence.short.cutmix": ("CutMix", "CutMix"),
    "evidence.short.smoothing": ("label smoothing", "레이블 스무딩"),
}
