"""The summary: each claim, and what our numbers make of it."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.summary.title": ("The claims at a glance", "한눈에 보는 주장"),
    "evidence.summary.counts": (
        "Of {total} claims, our numbers support {better}, contradict {worse} and leave {open} open.",
        "주장 {total}개를 우리 수치로 판정하면 지지 {better}개, 반박 {worse}개, 보류 {open}개입니다.",
    ),
    "evidence.ruling.better": ("supported", "지지"),
    "evidence.ruling.worse": ("contradicted", "반박"),
    "evidence.ruling.open": ("open", "보류"),
    "evidence.summary.rules": ("How a verdict is reached", "판정 기준"),
    "evidence.summary.rules.text": (
        "A comparison counts only if its whole 95 % interval is on one side of zero. A test with "
        "several comparisons follows the majority of them; without one it stays open. Trainings "
        "are compared over seeds where there are several; one or two seeds decide nothing about "
        "test errors and GANs. Robustness to a model's own gradient is judged by the strongest "
        "attack, at budgets that leave a model at least 5 % of its answers. This must hold "
        "over images of one pair, over seeds of its network, and over seeds of a smaller one; robustness to common corruptions (corrected "
        "for the number of kinds, Holm) on the thin ResNet, too; otherwise it stays open. Smoothness, too, must hold "
        "over images and over these seeds, with both models equally calibrated and intervals corrected "
        "for the number of measures (Holm); test errors, corrupted labels, attacks of other networks, GANs, "
        "calibration and AUROC are corrected for the number of comparisons. Calibration and unfamiliar images must agree on one pair over "
        "images, on its network and a smaller one over seeds, and on the thin ResNet; the test error on the thin ResNet, "
        "on the page's network with all images and on a smaller one; corrupted labels at the end, at the best epoch, and against dropout. "
        "Comparisons of one network at several numbers of images share images and are not "
        "independent. All other verdicts, such as those on the gradient of the attacked model, on models "
        "as trained and on the Toy view, are not corrected for multiple comparisons. All hold for these networks, not for mixup as such.",
        "비교는 95 % 구간 전체가 0의 한쪽에 있을 때만 셉니다. 비교가 여럿인 시험은 과반수를 따르고, 과반수가 없으면 보류합니다. "
        "시드가 여럿이면 시드별로 비교하며, 테스트 오차와 GAN은 시드 한두 개로 판단하지 않습니다. 자기 기울기에 대한 강건성은 정답이 "
        "5 % 이상 남는 섭동 크기에서 가장 강한 공격으로 판정합니다. 이 강건성은 한 모델 쌍의 이미지, 그 신경망의 시드, 작은 신경망의 시드 모두에서, 흔한 손상에 "
        "대한 강건성(종류 수에 대한 다중 비교 보정, Holm)은 좁은 ResNet에서도 같은 결과가 나와야 하며, 아니면 보류합니다. 매끄러움도 두 모델의 신뢰도 보정을 같게 하고 지표 "
        "수에 대한 다중 비교 보정(Holm)을 해 이미지와 이 시드들 모두에서 같은 결과가 나와야 합니다. 테스트 오차, 잘못된 레이블, 다른 신경망의 공격, GAN, 신뢰도 "
        "보정, AUROC도 비교 수에 대한 다중 비교 보정을 합니다. 신뢰도 보정과 분포 밖 이미지는 한 쌍의 이미지, 그 신경망과 작은 신경망의 시드, 좁은 ResNet에서, 테스트 오차는 좁은 ResNet, 이미지 전체로 학습한 기본 신경망, 작은 신경망에서, 잘못된 레이블은 마지막 에폭, 최적 에폭, 드롭아웃과의 비교에서 모두 같은 결과가 나와야 합니다. 이미지 수를 달리한 같은 신경망의 비교는 이미지를 함께 쓰므로 서로 독립이 아닙니다. 공격받는 모델 자신의 기울기, 학습한 그대로의 모델, 토이 화면에 대한 것 등 나머지 판정은 다중 비교 보정을 하지 않았습니다. 모든 판정은 mixup "
        "일반이 아니라 이 신경망들에 대한 것입니다.",
    ),
    "evidence.claim.generalisation": (
        "mixup lowers the test error.",
        "mixup은 테스트 오차를 낮춥니다.",
    ),
    "evidence.claim.corrupted": (
        "mixup resists corrupted labels.",
        "mixup은 잘못된 레이블에 강합니다.",
    ),
    "evidence.claim.white": (
        "mixup is more robust to white-box attacks.",
        "mixup은 화이트박스 공격에 더 강건합니다.",
    ),
    "evidence.claim.black": (
        "mixup is more robust to black-box attacks.",
        "mixup은 블랙박스 공격에 더 강건합니다.",
    ),
    "evidence.claim.corruptions": (
        "mixup is more robust to common corruptions of images.",
        "mixup은 흔한 이미지 손상에 더 강건합니다.",
    ),
    "evidence.claim.calibration": (
        "mixup models are better calibrated.",
        "mixup 모델은 신뢰도 보정이 더 잘되어 있습니다.",
    ),
    "evidence.claim.outside": (
        "mixup tells unfamiliar images apart better.",
        "mixup은 분포 밖 이미지를 더 잘 구별합니다.",
    ),
    "evidence.claim.between": (
        "Between two examples, mixup errs less and its loss has a smaller gradient.",
        "두 예제 사이에서 mixup은 덜 틀리고 손실의 기울기도 더 작습니다.",
    ),
    "evidence.claim.smooth": (
        "mixup makes predictions change more smoothly.",
        "mixup을 쓰면 예측이 더 매끄럽게 변합니다.",
    ),
    "evidence.claim.gan": (
        "mixup stabilises the training of GANs.",
        "mixup은 GAN 학습을 안정시킵니다.",
    ),
    "evidence.test.images": ("one pair, over images", "한 쌍, 이미지 기준"),
    "evidence.test.seeds": ("smaller pair, over seeds", "작은 쌍, 시드 기준"),
    "evidence.test.page": ("page's network, over seeds", "기본 신경망, 시드 기준"),
    "evidence.test.curves": ("thin ResNet", "좁은 ResNet"),
    "evidence.test.last": ("ERM at its end", "끝까지 학습한 ERM"),
    "evidence.test.best": ("both at their best epoch", "둘 다 최적 에폭"),
    "evidence.test.dropout": ("ERM with dropout", "드롭아웃을 쓴 ERM"),
    "evidence.test.says": ("{test}: {ruling}", "{test}: {ruling}"),
    "evidence.summary.generalisation": (
        "Learning curves, all images and scarce images: better in {better} of {total} comparisons over at least "
        "{least} seeds, worse in {worse} (Holm-corrected).\n"
        "Smallest effect: {difference} points ({seeds_low} to {seeds_high}; n = {n} seeds; "
        "{where}).{change}{all}{scouted}",
        "학습 곡선, 이미지 전체, 적은 이미지: 시드가 {least}개 이상인 비교 {total}개 중 mixup이 {better}개에서 더 낫고 {worse}개에서 더 나쁩니다(Holm 보정).\n"
        "효과가 가장 작은 비교: {difference} %p({seeds_low} ~ {seeds_high}, 시드 n = {n}, {where}).{change}{all}{scouted}",
    ),
    "evidence.summary.all-images.page": (
        "The page's network trained on all images, over seeds, in points:",
        "이미지 전부로 학습한 기본 신경망, 시드 기준(%p):",
    ),
    "evidence.summary.all-images.bundled": (
        "One pair trained on all images, in points:",
        "이미지 전부로 학습한 한 쌍(%p):",
    ),
    "evidence.summary.scouted": (
        "The thin ResNet and its schedule were chosen after scouting, as a setting in which mixup has "
        "something to gain.",
        "좁은 ResNet과 그 학습 일정은 미리 시험해 본 뒤 mixup이 이득을 볼 여지가 있는 설정으로 골랐습니다.",
    ),
    "evidence.summary.generalisation.none": (
        "No comparison has at least {least} seeds.",
        "시드가 {least}개 이상인 비교가 없습니다.",
    ),
    "evidence.summary.corrupted": (
        "Against ERM better in {better} and worse in {worse} of {total} comparisons over at least "
        "{least} seeds; with each method at the epoch that is best on the test images ({best_networks}) in "
        "{best_better} and {best_worse} of {best_total}; against ERM with dropout in {dropout_better} and {dropout_worse} of "
        "{dropout_total} (each Holm-corrected).\n"
        "Smallest effect on the final test error against ERM: {difference} points ({seeds_low} to "
        "{seeds_high}; n = {n} seeds; {where}).{scouted}",
        "시드가 {least}개 이상인 비교에서 mixup의 오차는 ERM 대비 {total}개 중 {better}개가 더 낮고 {worse}개가 더 높습니다. 방법마다 테스트 이미지로 고른 최적 에폭에서 "
        "비교하면({best_networks}) {best_total}개 중 {best_better}개와 {best_worse}개, 드롭아웃을 쓴 ERM 대비로는 {dropout_total}개 중 {dropout_better}개와 "
        "{dropout_worse}개입니다(각각 Holm 보정).\n"
        "ERM 대비 마지막 테스트 오차에 대한 효과가 가장 작은 비교: {difference} %p({seeds_low} ~ {seeds_high}, 시드 n = {n}, {where}).{scouted}",
    ),
    "evidence.summary.corrupted.none": (
        "Final test error, mixup minus ERM, at {share} % corrupted, the smallest effect of {total}: "
        "{difference} points ({low} to {high}; n = {n} test images, one pair of networks). No "
        "comparison has at least {least} seeds.",
        "{total}가지 중 효과가 가장 작은 오염률 {share} %에서 mixup에서 ERM을 뺀 마지막 테스트 오차 차이: {difference} "
        "%p({low} ~ {high}, 테스트 이미지 n = {n}, 신경망 한 쌍). 시드가 {least}개 이상인 비교가 없습니다.",
    ),
    "evidence.summary.white": (
        "Accuracy under PGD, mixup minus ERM: {difference} points at {budget}/255 ({low} to {high}; n = {n} test "
        "images), and on a smaller pair {seeds_difference} at {seeds_budget}/255 ({seeds_low} to "
        "{seeds_high}; n = {seeds} seeds).\n"
        "The gain under one step (FGSM) is mostly gradient masking.{page}",
        "PGD 공격의 정확도, mixup에서 ERM을 뺀 차이: {budget}/255에서 {difference} %p({low} ~ {high}, 테스트 이미지 n = {n}), 작은 모델 쌍은 "
        "{seeds_budget}/255에서 {seeds_difference} %p({seeds_low} ~ {seeds_high}, 시드 n = {seeds}).\n"
        "한 스텝(FGSM)에서 얻은 이득은 대부분 기울기 마스킹입니다.{page}",
    ),
    "evidence.summary.white.plain": (
        "Accuracy under PGD, mixup minus ERM: {difference} points at {budget}/255 ({low} to {high}; n = {n} test "
        "images), and on a smaller pair {seeds_difference} at {seeds_budget}/255 ({seeds_low} to "
        "{seeds_high}; n = {seeds} seeds).\n{page}",
        "PGD 공격의 정확도, mixup에서 ERM을 뺀 차이: {budget}/255에서 {difference} %p({low} ~ {high}, 테스트 이미지 n = {n}), 작은 모델 쌍은 "
        "{seeds_budget}/255에서 {seeds_difference} %p({seeds_low} ~ {seeds_high}, 시드 n = {seeds}).\n{page}",
    ),
    "evidence.summary.black": (
        "PGD of {count} other networks: mixup better in {better}, worse in {worse} of {total} "
        "comparisons over images (n = {n}), and in {seeds_better} and {seeds_worse} of {seeds_total} "
        "over {seeds} seeds (Holm-corrected).\n"
        "One step (FGSM) at {budget}/255: mixup's accuracy is {ratio} times ERM's "
        "({low} to {high}; n = {attacked} test images).{page}",
        "다른 신경망 {count}개의 PGD: 이미지에 대한 비교(n = {n}) {total}가지 중 mixup이 {better}가지에서 더 낫고 {worse}가지에서 더 나쁩니다. "
        "시드 {seeds}개에 대한 비교 {seeds_total}가지 중에서는 {seeds_better}가지와 {seeds_worse}가지입니다(Holm 보정).\n"
        "{budget}/255의 한 스텝(FGSM): "
        "mixup의 정확도가 ERM의 {ratio}배({low} ~ {high}, 테스트 이미지 n = {attacked}).{page}",
    ),
    "evidence.summary.corruptions": (
        "Of {kinds} kinds, all tests (over images, over seeds{curves}) favour mixup in {better} and ERM "
        "in {worse} (Holm-corrected).\n"
        "Mean error over {total} corruptions: {difference} points ({low} to {high}; n = {n} test "
        "images), and on a smaller pair {seeds_difference} ({seeds_low} to {seeds_high}; "
        "n = {seeds} seeds).{page}",
        "{kinds}종 중 모든 시험(이미지 기준, 시드 기준{curves})에서 mixup에 유리한 것은 {better}종, ERM에 유리한 것은 {worse}종입니다(Holm 보정).\n"
        "손상 {total}가지의 평균 오차: {difference} %p({low} ~ {high}, 테스트 이미지 n = {n}), 작은 모델 쌍은 "
        "{seeds_difference} %p({seeds_low} ~ {seeds_high}, 시드 n = {seeds}).{page}",
    ),
    "evidence.summary.corruptions.curves": (
        ", and of the thin ResNet at most numbers of images",
        ", 좁은 ResNet의 이미지 수별 비교 과반수",
    ),
    "evidence.summary.calibration": (
        "Expected calibration error as trained, mixup minus ERM: {difference} points ({low} to {high}; "
        "n = {n} test images), on a smaller pair {seeds_difference} ({seeds_low} to {seeds_high}; "
        "n = {seeds} seeds), on the thin ResNet {curves} at {images} images (one seed each).\n"
        "On the first pair after temperature scaling: {after} points ({after_low} to {after_high}).{page}",
        "학습한 그대로의 기대 보정 오차(ECE), mixup에서 ERM을 뺀 차이: {difference} %p({low} ~ {high}, 테스트 이미지 n = {n}), 작은 모델 쌍은 "
        "{seeds_difference} %p({seeds_low} ~ {seeds_high}, 시드 n = {seeds}), 좁은 ResNet은 이미지 {images}장에서 각각 {curves} "
        "%p입니다(시드 하나씩).\n"
        "첫 쌍의 온도 스케일링 뒤: {after} %p({after_low} ~ {after_high}).{page}",
    ),
    "evidence.summary.outside": (
        "AUROC of confidence, Holm-corrected, is higher with mixup for {better} and lower for {worse} "
        "of {total} kinds of images, on a smaller pair, over {seeds} seeds, for {seeds_better} and "
        "{seeds_worse} of {seeds_total}, and on the thin ResNet in {curves_better} and {curves_worse} "
        "of {curves_total} comparisons.\n"
        "Furthest apart, {set}: {erm} % with ERM, {mixup} % with mixup (n = {n} images each).{page}",
        "신뢰도의 AUROC는 Holm 보정 뒤 mixup에서 이미지 {total}종 중 {better}종이 더 높고 {worse}종이 더 낮습니다. 작은 모델 쌍은 시드 "
        "{seeds}개에 대해 {seeds_total}종 중 {seeds_better}종과 {seeds_worse}종, 좁은 ResNet은 비교 {curves_total}개 중 "
        "{curves_better}개와 {curves_worse}개입니다.\n"
        "차이가 가장 큰 {set}: ERM {erm} %, mixup {mixup} %(종류마다 이미지 n = {n}).{page}",
    ),
    "evidence.summary.between": (
        "Miss rate, mixup minus ERM: {difference} points ({low} to {high}; n = {n} pairs of test "
        "images), and on a smaller pair of networks {seeds_difference} ({seeds_low} to {seeds_high}; "
        "n = {seeds} seeds).\n"
        "Gradient norm at equal calibration: {gradient} ({gradient_low} to {gradient_high}; "
        "n = {pairs} pairs of images), and over these seeds {seeds_gradient} ({seeds_gradient_low} to "
        "{seeds_gradient_high}).{page}",
        "오답률(A·B 외), mixup에서 ERM을 뺀 차이: {difference} %p({low} ~ {high}, 테스트 이미지 쌍 n = {n}), 작은 모델 쌍은 {seeds_difference} "
        "%p({seeds_low} ~ {seeds_high}, 시드 n = {seeds}).\n"
        "신뢰도 보정을 같게 한 기울기 노름: {gradient}({gradient_low} ~ "
        "{gradient_high}, 이미지 쌍 n = {pairs}), 이 시드들은 {seeds_gradient}({seeds_gradient_low} ~ "
        "{seeds_gradient_high}).{page}",
    ),
    "evidence.summary.smooth": (
        "Equally calibrated and Holm-corrected, mixup is smoother by {better} and less smooth by "
        "{worse} of {total} measures on one pair of networks (n = {n} pairs of test images, "
        "{planes} planes), and by {seeds_better} and {seeds_worse} of {seeds_total} on a smaller "
        "pair (n = {seeds} seeds).\n"
        "Steepest slope on that pair, mixup minus ERM, in slopes of the soft label: {difference} ({low} to "
        "{high}).{page}",
        "신뢰도 보정을 같게 하고 다중 비교 보정(Holm)을 하면 신경망 한 쌍에서 mixup은 지표 {total}개 중 {better}개에서 더 매끄럽고 {worse}개에서 덜 "
        "매끄럽습니다(테스트 이미지 쌍 n = {n}, 평면 n = {planes}). 작은 모델 쌍에서는 지표 {seeds_total}개 중 {seeds_better}개와 "
        "{seeds_worse}개입니다(시드 n = {seeds}).\n"
        "그 한 쌍의 최대 변화율에서 mixup − ERM(단위: 소프트 레이블의 변화율): {difference}({low} ~ {high}).{page}",
    ),
    "evidence.summary.page.points": (
        "The page's network over seeds, in points:",
        "기본 신경망, 시드 기준(%p):",
    ),
    "evidence.summary.page.better": (
        "The page's network over seeds: better in",
        "기본 신경망, 시드 기준: 더 나음",
    ),
    "evidence.summary.page.worse": ("worse in", "더 나쁨"),
    "evidence.summary.page.total": ("of", "전체"),
    "evidence.summary.page.gradient": ("Its gradient norm:", "그 기울기 노름:"),
    "evidence.summary.gan.modes": (
        "Better in {better} of {total} comparisons over at least {least} seeds, worse in {worse} "
        "(α = {alpha}, Holm-corrected).\n"
        "Least favourable, modes found ({data}): {difference} ({low} to {high}; n = {n} seeds).",
        "시드가 {least}개 이상인 비교 {total}개 중 mixup이 {better}개에서 더 낫고 {worse}개에서 더 나쁩니다(α = {alpha}, Holm 보정).\n"
        "가장 불리한 비교, 포착한 모드({data}): {difference}({low} ~ {high}, 시드 n = {n}).",
    ),
    "evidence.summary.gan.quality": (
        "Better in {better} of {total} comparisons over at least {least} seeds, worse in {worse} "
        "(α = {alpha}, Holm-corrected).\n"
        "Least favourable, high-quality samples ({data}): {difference} points ({low} to {high}; "
        "n = {n} seeds).",
        "시드가 {least}개 이상인 비교 {total}개 중 mixup이 {better}개에서 더 낫고 {worse}개에서 더 나쁩니다(α = {alpha}, Holm 보정).\n"
        "가장 불리한 비교, 고품질 표본({data}): {difference} %p({low} ~ {high}, 시드 n = {n}).",
    ),
    "evidence.summary.gan.none": (
        "α = {alpha}: no comparison has at least {least} seeds.",
        "α = {alpha}: 시드가 {least}개 이상인 비교가 없습니다.",
    ),
}
