"""The panel on corrupted labels."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.finding.corrupted.corrupted": ("Small CNN, over seeds", "작은 CNN, 여러 시드"),
    "evidence.finding.corrupted.noisy": ("Thin ResNet, over seeds", "좁은 ResNet, 여러 시드"),
    "evidence.finding.corrupted.pilot": (
        "How α and dropout were chosen",
        "α와 드롭아웃을 고른 방법",
    ),
    "evidence.finding.corrupted.memorising": ("Memorising while training", "학습 중의 암기"),
    "evidence.corrupted.title": ("Corrupted labels", "잘못된 레이블"),
    "evidence.corrupted.claim": (
        "The authors replace a share of the training labels by random ones. ERM memorises them, so "
        "its test error rises again late in training; mixup memorises less.",
        "저자들은 학습 레이블의 일부를 무작위로 바꿉니다. ERM은 이를 외워 학습 후반에 테스트 오차가 다시 오르지만, mixup은 덜 외운다고 "
        "합니다.",
    ),
    "evidence.corrupted.setting": (
        "A small CNN and a thin ResNet, each trained on a fifth of CIFAR-10's training images. With "
        "ERM the first learns part of the wrong labels by heart, the second nearly all, as in the "
        "paper. What is said over seeds decides. Charts over epochs, and every sentence that names one "
        "pair or one network each, show one small CNN of each kind, with intervals over test images. A "
        "replaced label is drawn from all ten classes. Dropout is before the last layer, where the "
        "paper has it in every block, so it may do less here. α and dropout of the small CNN are the "
        "paper's best values, not chosen for it; those of the thin ResNet a pilot chose. The thin "
        "ResNet itself was chosen after scouting, as a setting in which mixup has something to gain. "
        "Curves: test error after each epoch; the best epoch is chosen on the test images, as in the "
        "paper. Of several seeds it counts where a training was measured often: few measurements miss the "
        "lowest error of what rises again, as ERM's, but not of what falls to its end. Curves, best and last are "
        "of the training's log, sentences of one pair and intervals of the stored weights, and what is "
        "over seeds of these in full precision: the same network's numbers may differ by a tenth of a "
        "point.",
        "작은 CNN과 좁은 ResNet을 각각 CIFAR-10 학습 이미지의 5분의 1로 학습했습니다. ERM으로 학습하면 앞의 것은 잘못된 레이블의 일부를, 뒤의 "
        "것은 논문처럼 거의 전부를 외웁니다. 판정은 여러 시드의 비교를 따릅니다. 에폭별 차트와, 한 쌍 또는 신경망 하나라고 적은 문장은 종류마다 작은 "
        "CNN 하나를 보이며 구간은 테스트 이미지에 대한 것입니다. 바꾼 레이블은 열 클래스에서 고르게 뽑습니다. 드롭아웃은 마지막 층 앞에만 있어, "
        "블록마다 넣은 논문보다 효과가 작을 수 있습니다. 작은 CNN의 α와 드롭아웃은 논문의 최적값으로 이 신경망에 맞춰 고른 것이 아니고, 좁은 "
        "ResNet의 값은 예비 학습으로 골랐습니다. 좁은 ResNet 자체는 미리 시험해 본 뒤 mixup이 이득을 볼 여지가 있는 설정으로 골랐습니다. 곡선은 "
        "에폭마다의 테스트 오차이고, 최적 에폭은 논문처럼 테스트 이미지로 골랐습니다. 시드가 여럿이면 자주 잰 학습만 셉니다. 드물게 재면 ERM처럼 다시 오르는 오차의 최저점은 놓치지만 끝까지 내려가는 오차는 "
        "놓치지 않기 때문입니다. 곡선과 최적·마지막 "
        "에폭은 학습 기록, 한 쌍의 문장과 구간은 저장한 가중치, 여러 시드의 값은 그 가중치의 단정밀도 값이어서 같은 신경망의 수치가 소수 첫째 "
        "자리에서 조금 다를 수 있습니다.",
    ),
    "evidence.corrupted.chart.corrupted": (
        "Final test error over the share of corrupted labels: small CNN",
        "레이블 오염률에 따른 마지막 테스트 오차: 작은 CNN",
    ),
    "evidence.corrupted.chart.noisy": (
        "Final test error over the share of corrupted labels: thin ResNet",
        "레이블 오염률에 따른 마지막 테스트 오차: 좁은 ResNet",
    ),
    "evidence.corrupted.axis.share": ("share of labels corrupted", "레이블 오염률"),
    "evidence.corrupted.chart.20": (
        "Small CNN, 20 % of labels corrupted",
        "작은 CNN, 레이블 20 % 오염",
    ),
    "evidence.corrupted.chart.50": (
        "Small CNN, 50 % of labels corrupted",
        "작은 CNN, 레이블 50 % 오염",
    ),
    "evidence.corrupted.chart.80": (
        "Small CNN, 80 % of labels corrupted",
        "작은 CNN, 레이블 80 % 오염",
    ),
    "evidence.corrupted.chart.20.ends": (
        "Small CNN, 20 %: best and last epoch",
        "작은 CNN, 20 %: 최적 에폭과 마지막 에폭",
    ),
    "evidence.corrupted.chart.50.ends": (
        "Small CNN, 50 %: best and last epoch",
        "작은 CNN, 50 %: 최적 에폭과 마지막 에폭",
    ),
    "evidence.corrupted.chart.80.ends": (
        "Small CNN, 80 %: best and last epoch",
        "작은 CNN, 80 %: 최적 에폭과 마지막 에폭",
    ),
    "evidence.corrupted.share.20": ("20 % corrupted", "20 % 오염"),
    "evidence.corrupted.share.50": ("50 % corrupted", "50 % 오염"),
    "evidence.corrupted.share.80": ("80 % corrupted", "80 % 오염"),
    "evidence.corrupted.says.dropout": (
        "{where}, against ERM with dropout: final test error {erm} % with ERM + dropout, {mixup} % "
        "with mixup; difference {difference} points (95 % interval {low} to {high}, n = {n} test "
        "images, one pair of networks): {verdict}.",
        "{where}, 드롭아웃을 쓴 ERM과 비교: 마지막 테스트 오차 ERM + 드롭아웃 {erm} %, mixup {mixup} %, 차이 {difference} "
        "%p(95 % 구간 {low} ~ {high}, 테스트 이미지 n = {n}, 신경망 한 쌍): {verdict}.",
    ),
    "evidence.corrupted.says.seeds.last": (
        "Over seeds ({network}, {images} images): mixup's final test error is better in {better} and "
        "worse in {worse} of {total} comparisons of at least {least} seeds with {other} "
        "(Holm-corrected).\nDifferences in points: {list}.",
        "여러 시드({network}, 이미지 {images}장): 시드가 {least}개 이상인 비교 {total}개 중 mixup의 마지막 테스트 오차가 {other}보다 "
        "{better}개에서 더 낮고 {worse}개에서 더 높습니다(Holm 보정).\n차이(%p): {list}.",
    ),
    "evidence.corrupted.says.seeds.best": (
        "The same at each method's best measured epoch, as if it were stopped in time ({network}, "
        "{images} images): mixup is better in {better} and worse in {worse} of {total} comparisons of "
        "at least {least} seeds with {other} (Holm-corrected).\nDifferences in points: {list}.",
        "측정한 에폭 중 방법별 최적 에폭에서, 곧 제때 멈춘 것으로 볼 때({network}, 이미지 {images}장): 시드가 {least}개 이상인 비교 {total}개 중 mixup의 "
        "테스트 오차가 {other}보다 {better}개에서 더 낮고 {worse}개에서 더 높습니다(Holm 보정).\n차이(%p): {list}.",
    ),
    "evidence.corrupted.says.seeds.last.few": (
        "Over seeds ({network}, {images} images): no comparison of mixup with {other} has at least "
        "{least} seeds yet, so this decides nothing.\nDifferences in points: {list}.",
        "여러 시드({network}, 이미지 {images}장): {other} 대비 mixup의 비교 가운데 시드가 {least}개 이상인 것이 아직 없어 판단할 수 "
        "없습니다.\n차이(%p): {list}.",
    ),
    "evidence.corrupted.says.seeds.best.few": (
        "At each method's best measured epoch ({network}, {images} images): no comparison of mixup "
        "with {other} has at least {least} seeds that were measured often enough, so this decides "
        "nothing.\nDifferences in points: {list}.",
        "측정한 에폭 중 방법별 최적 에폭에서({network}, 이미지 {images}장): {other} 대비 mixup의 비교 가운데 자주 잰 시드가 {least}개 이상인 것이 없어 "
        "판단할 수 없습니다.\n차이(%p): {list}.",
    ),
    "evidence.corrupted.says.pilot": (
        "A pilot chose α and dropout of the {network}: of {n} trainings of one seed, for each method "
        "and share the one with the lowest final error on {held} held-out training images whose labels "
        "are corrupted alike, which is why that error is higher than on clean labels. No test image was "
        "used for this choice; neighbours often differ by less than another seed would.\n"
        "Chosen, with that error in %, and in brackets what else was tried: {list}.",
        "{network}의 α와 드롭아웃은 예비 학습으로 골랐습니다. 시드 하나로 학습한 {n}개 가운데 방법과 오염률마다, 같은 비율로 레이블을 오염시켜 따로 둔 "
        "학습 이미지 {held}장에서 마지막 오차가 가장 낮은 값이며, 레이블이 오염되어 있어 오차가 더 크게 나옵니다. 이 선택에 테스트 이미지는 쓰지 "
        "않았고, 이웃한 값의 차이는 시드에 따른 차이보다 작을 때가 많습니다.\n고른 값과 그 오차(%), 괄호 안은 함께 시험한 값: {list}.",
    ),
    "evidence.corrupted.one": ("ours, one small CNN", "우리 결과, 작은 CNN 하나"),
    "evidence.corrupted.says.memorised": (
        "Wrong training labels given back at {shares} % corrupted: {erm} % with ERM, {mixup} % with "
        "mixup (small CNN, one network each).",
        "오염률 {shares} %에서 그대로 예측한 잘못된 학습 레이블(작은 CNN, 종류마다 신경망 하나): ERM {erm} %, mixup {mixup} %.",
    ),
    "evidence.corrupted.says.ends": (
        "Test error at the best epoch → after the last one, at {shares} % corrupted: ERM {erm} %; "
        "mixup {mixup} % (small CNN, one network each).",
        "오염률 {shares} %에서 최적 에폭 → 마지막 에폭의 테스트 오차(작은 CNN, 종류마다 신경망 하나): ERM {erm} %, mixup {mixup} %.",
    ),
    "evidence.corrupted.says.missed": (
        "True training labels missed at {shares} % corrupted: {erm} % with ERM, {mixup} % with mixup "
        "(small CNN, one network each).",
        "오염률 {shares} %에서 맞히지 못한 올바른 학습 레이블(작은 CNN, 종류마다 신경망 하나): ERM {erm} %, mixup {mixup} %.",
    ),
}
