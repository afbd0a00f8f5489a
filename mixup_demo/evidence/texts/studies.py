"""What the studies' trainings say, on the panel on test errors."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.studies.chart.curves": (
        "Test error by number of training images (circles: single seeds; band: ± one standard "
        "deviation)",
        "학습 이미지 수에 따른 테스트 오차 (동그라미: 시드 하나, 띠: ± 표준편차)",
    ),
    "evidence.studies.chart.added": (
        "What mixup adds alone, and beside crops and flips (circles: single seeds)",
        "mixup만 쓸 때와 자르기·뒤집기에 더할 때의 효과 (동그라미: 시드 하나)",
    ),
    "evidence.studies.chart.length": (
        "Test error by length of training (circles: single seeds; band: ± one standard deviation)",
        "학습 길이에 따른 테스트 오차 (동그라미: 시드 하나, 띠: ± 표준편차)",
    ),
    "evidence.studies.chart.epochs": (
        "Test error while training (a line for each seed)",
        "학습 중의 테스트 오차 (시드마다 선 하나)",
    ),
    "evidence.studies.chart.relatives": (
        "mixup and its relatives (circles: single seeds; lines: ± one standard deviation)",
        "mixup과 관련 기법 (동그라미: 시드 하나, 선: ± 표준편차)",
    ),
    "evidence.studies.axis.images": ("training images", "학습 이미지 수"),
    "evidence.studies.images": ("images", "장"),
    "evidence.studies.network.cnn": ("small CNN", "작은 CNN"),
    "evidence.studies.network.resnet": ("thin ResNet", "좁은 ResNet"),
    "evidence.studies.augmentation.alone": ("mixup alone", "mixup만"),
    "evidence.studies.augmentation.crop-flip": ("beside crops and flips", "자르기·뒤집기에 더해"),
    "evidence.studies.study.curves": ("Ours: learning curve", "우리: 학습 곡선"),
    "evidence.studies.study.added": ("Ours: augmentation", "우리: 증강"),
    "evidence.studies.study.length": ("Ours: length of training", "우리: 학습 길이"),
    "evidence.studies.study.relatives": ("Ours: relatives", "우리: 관련 기법"),
    "evidence.studies.method.erm": ("ERM", "ERM"),
    "evidence.studies.method.mixup": ("mixup", "mixup"),
    "evidence.studies.method.inputs": ("inputs only", "입력만 섞기"),
    "evidence.studies.method.cutmix": ("CutMix", "CutMix"),
    "evidence.studies.method.smoothing": ("label smoothing", "레이블 스무딩"),
    "evidence.studies.method.erm-dropout": ("dropout", "드롭아웃"),
    "evidence.studies.of.curves": ("learning curves", "학습 곡선"),
    "evidence.studies.of.added": ("augmentation", "증강"),
    "evidence.studies.of.length": ("length", "길이"),
    "evidence.studies.of.relatives": ("relatives", "관련 기법"),
    "evidence.studies.of.alphas": ("α of the thin ResNet", "좁은 ResNet의 α"),
    "evidence.studies.of.page": ("seeds of the page's network", "기본 신경망의 시드"),
    "evidence.studies.of.family": ("α of the page's network", "기본 신경망의 α"),
    "evidence.studies.of.corrupted": (
        "corrupted labels, small CNN",
        "잘못된 레이블, 작은 CNN",
    ),
    "evidence.studies.of.pilot": (
        "pilot of α and dropout, thin ResNet",
        "α와 드롭아웃의 예비 학습, 좁은 ResNet",
    ),
    "evidence.studies.of.noisy": (
        "corrupted labels, thin ResNet",
        "잘못된 레이블, 좁은 ResNet",
    ),
    "evidence.studies.change": (
        "Change of the difference, in points:",
        "차이의 변화(%p):",
    ),
    "evidence.studies.verdict.better": ("better", "더 나음"),
    "evidence.studies.verdict.worse": ("worse", "더 나쁨"),
    "evidence.studies.verdict.open": ("inconclusive", "판단 불가"),
    "evidence.studies.verdict.few": ("too few seeds", "시드 부족"),
    "evidence.studies.trend.better": ("the gain grows", "이득이 커집니다"),
    "evidence.studies.trend.worse": ("the gain shrinks", "이득이 줄어듭니다"),
    "evidence.studies.trend.open": ("no clear change", "뚜렷한 변화가 없습니다"),
    "evidence.studies.says.curves": (
        "With few images (seen more often, as all trainings took equally many steps)? Test error with "
        "mixup (α = {alpha}): better in {better} and worse in {worse} of {total} comparisons with ERM of at least {least} seeds (Holm-corrected).\n"
        "Differences in points: {list}.{change}",
        "이미지가 적을 때(스텝 수가 같아 한 장을 더 자주 봅니다)? mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 ERM과의 비교 {total}개 중 {better}개에서 더 "
        "낮고 {worse}개에서 더 높습니다(Holm 보정).\n"
        "차이(%p): {list}.{change}",
    ),
    "evidence.studies.says.curves.few": (
        "With few images (seen more often, as all trainings took equally many steps)? Test error with "
        "mixup (α = {alpha}): no comparison with ERM has at least "
        "{least} seeds yet, so this decides nothing.\n"
        "Differences in points: {list}.{change}",
        "이미지가 적을 때(스텝 수가 같아 한 장을 더 자주 봅니다)? mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 ERM과의 비교가 아직 없어 판단할 수 없습니다.\n"
        "차이(%p): {list}.{change}",
    ),
    "evidence.studies.says.added": (
        "With and without other augmentation? Test error with mixup (α = {alpha}): better in {better} and "
        "worse in {worse} of {total} comparisons with ERM of at least {least} seeds "
        "(Holm-corrected).\n"
        "Differences in points: {list}.{change}",
        "다른 증강과 함께, 또는 혼자서? mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 ERM과의 비교 {total}개 중 {better}개에서 "
        "더 낮고 {worse}개에서 더 높습니다(Holm 보정).\n"
        "차이(%p): {list}.{change}",
    ),
    "evidence.studies.says.added.few": (
        "With and without other augmentation? Test error with mixup (α = {alpha}): no comparison with ERM "
        "has at least {least} seeds yet, so this decides nothing.\n"
        "Differences in points: "
        "{list}.{change}",
        "다른 증강과 함께, 또는 혼자서? mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 ERM과의 비교가 아직 없어 판단할 수 없습니다.\n"
        "차이(%p): {list}.{change}",
    ),
    "evidence.studies.says.length": (
        "After long training? Test error with mixup (α = {alpha}): better in {better} and worse in "
        "{worse} of {total} comparisons with ERM of at least {least} seeds (Holm-corrected).\n"
        "Differences in points: {list}.{change}",
        "오래 학습할 때? mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 ERM과의 비교 {total}개 중 {better}개에서 더 "
        "낮고 {worse}개에서 더 높습니다(Holm 보정).\n"
        "차이(%p): {list}.{change}",
    ),
    "evidence.studies.says.length.few": (
        "After long training? Test error with mixup (α = {alpha}): no comparison with ERM has at "
        "least {least} seeds yet, so this decides nothing.\n"
        "Differences in points: {list}.{change}",
        "오래 학습할 때? mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 ERM과의 비교가 아직 없어 판단할 수 없습니다.\n"
        "차이(%p): "
        "{list}.{change}",
    ),
    "evidence.studies.says.relatives": (
        "More than its relatives? Test error with mixup (α = {alpha}) at {images} images: better in "
        "{better} and worse in {worse} of {total} comparisons with a relative of at least {least} "
        "seeds (Holm-corrected). The relatives' settings are customary ones, not tuned here, and the "
        "network was chosen as one in which mixup gains.\n"
        "mixup minus the relative, in points: {list}. The relative minus "
        "ERM: {own}.",
        "관련 기법보다 나을까? 이미지 {images}장에서 mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 관련 기법과의 비교 "
        "{total}개 중 {better}개에서 더 낮고 {worse}개에서 더 높습니다(Holm 보정). 관련 기법의 설정은 흔히 쓰는 값으로 여기에 맞춰 고르지 않았고, "
        "신경망은 mixup이 이득을 보는 것으로 골랐습니다.\n"
        "mixup에서 관련 기법을 뺀 차이(%p): {list}. 관련 "
        "기법에서 ERM을 뺀 차이: {own}.",
    ),
    "evidence.studies.says.relatives.few": (
        "More than its relatives? Test error with mixup (α = {alpha}) at {images} images: no "
        "comparison with a relative has at least {least} seeds yet, so this decides nothing.\n"
        "mixup minus the relative, in points: {list}. The relative minus ERM: {own}.",
        "관련 기법보다 나을까? 이미지 {images}장에서 mixup(α = {alpha})의 테스트 오차: 시드가 {least}개 이상인 관련 기법과의 비교가 "
        "아직 없어 판단할 수 없습니다.\n"
        "mixup에서 관련 기법을 뺀 차이(%p): {list}. 관련 기법에서 ERM을 뺀 차이: {own}.",
    ),
    "evidence.studies.says.alphas": (
        "With another α? Test error with α = {alpha}: better in {better} and worse in {worse} of {total} "
        "comparisons with α = {other} of at least {least} seeds (Holm-corrected).\n"
        "α = {alpha} minus α = {other}, in points: {list}. α = {other} minus ERM: {own}.",
        "α를 바꾸면? α = {alpha}의 테스트 오차: 시드가 {least}개 이상인 α = {other}와의 비교 {total}개 중 {better}개에서 더 낮고 "
        "{worse}개에서 더 높습니다(Holm 보정).\n"
        "α = {alpha}에서 α = {other}를 뺀 차이(%p): {list}. α = {other}에서 ERM을 뺀 차이: {own}.",
    ),
    "evidence.studies.says.alphas.few": (
        "With another α? No comparison of α = {alpha} with α = {other} has at least {least} seeds yet, so this "
        "decides nothing.\n"
        "α = {alpha} minus α = {other}, in points: {list}. α = {other} minus ERM: {own}.",
        "α를 바꾸면? 시드가 {least}개 이상인 α = {alpha} 대 α = {other}의 비교가 아직 없어 판단할 수 없습니다.\n"
        "α = {alpha}에서 α = {other}를 뺀 차이(%p): {list}. α = {other}에서 ERM을 뺀 차이: {own}.",
    ),
    "evidence.studies.says.together": (
        "All {total} comparisons of mixup (α = {alpha}) with ERM of at least {least} seeds on this "
        "panel, each training counted once, corrected together (Holm): mixup is better in {better} "
        "and worse in {worse}. Of those that decide about the claim, this leaves open: {lost}.",
        "이 패널에서 시드가 {least}개 이상인 mixup(α = {alpha})과 ERM의 비교 {total}개를, 같은 학습은 한 번만 세어 모두 함께 "
        "보정하면(Holm) mixup이 {better}개에서 더 낫고 {worse}개에서 더 나쁩니다. 이 주장의 판정에 쓴 비교 가운데 이때는 판단할 수 없게 되는 "
        "것: {lost}.",
    ),
    "evidence.studies.says.heart": (
        "Why the thin ResNet of the learning curves? It can learn its images by heart: the training "
        "error of ERM ends below {limit} % for every seed at {learned} of {total} numbers of images "
        "(largest: {most} %).",
        "학습 곡선에 좁은 ResNet을 쓴 이유: 학습 이미지를 모두 외울 수 있습니다. 이미지 수 {total}가지 중 {learned}가지에서 모든 "
        "시드의 ERM 학습 오차가 {limit} % 아래로 끝납니다(최대 {most} %).",
    ),
    "evidence.studies.says.behind": (
        "In absolute terms, with so few images it stays behind the bundled pair: its lowest mean "
        "test error is {best} % (at {images} images), against {erm} % with ERM and {mixup} % with "
        "mixup there.",
        "절대적인 수치로는 이미지가 이렇게 적으면 기본 모델 쌍에 못 미칩니다. 가장 낮은 평균 테스트 오차가 {best} %(이미지 "
        "{images}장)이고, 기본 모델 쌍은 ERM {erm} %, mixup {mixup} %입니다.",
    ),
    "evidence.studies.says.again": (
        "Train one of these models again: make train RECIPE={recipe}. On a core of its own it takes at "
        "least {minutes} minutes ({machine}; the fastest of {n} trainings of this length).",
        "이 모델 가운데 하나를 다시 학습하려면: make train RECIPE={recipe}. 코어 하나를 온전히 써도 {minutes}분 이상 "
        "걸립니다({machine}, 같은 길이의 학습 {n}회 중 가장 빠른 것).",
    ),
    "evidence.studies.says.queue": (
        "Of {total} trainings of these studies, {finished} are finished. The rest waits for computing "
        "time and is left out.\n"
        "Finished: {studies}; some belong to several. They took {hours}, with pauses and beside other "
        "work.",
        "이 연구의 학습 {total}건 중 {finished}건이 끝났습니다. 나머지는 계산 시간이 모자라 아직 학습하지 않았으며 넣지 않았습니다.\n"
        "끝난 학습: {studies}. 일부는 여러 연구에 속합니다. 걸린 시간은 중단과 다른 작업을 포함해 {hours}입니다.",
    ),
    "evidence.studies.hours": ("hours by the clock", "시간"),
}
