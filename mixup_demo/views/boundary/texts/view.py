"""Many pairs and planes on the Boundary view: sentences that the intervals earn, axes, columns."""

TEXTS: dict[str, tuple[str, str]] = {
    "lead.boundary": (
        "Where does the prediction change, and how suddenly?",
        "예측은 어디에서, 얼마나 갑자기 바뀌는가",
    ),
    "lead.boundary.text": (
        "Every point of the plane through three pictures is a blend of them. Explore both "
        "maps; below, many such planes are compared.",
        "세 사진을 지나는 평면의 점은 모두 세 사진을 섞은 이미지입니다. 두 지도를 살펴보고, "
        "아래에서 이런 평면 여럿을 비교해 보세요.",
    ),
    "population.title": ("Is what you see typical?", "지금 보는 결과는 전형적입니까?"),
    "population.claim": (
        "One line or plane may be a lucky pick, so here are the same measures over many random "
        "test images, the same ones for both models.",
        "직선 하나, 평면 하나의 결과는 우연일 수 있습니다. 그래서 무작위로 뽑은 많은 테스트 "
        "이미지에서 같은 지표를 두 모델에 똑같이 측정했습니다.",
    ),
    "population.setting": (
        "Pairs of different classes, measured from B to A; planes through three images of three "
        "classes. Differences are paired: mixup minus ERM on the same images; the 95 % interval "
        "is a bootstrap over images. Bands run from the 10th to the 90th percentile. Transition "
        "width under attack (adversarial boundary thickness, Yang et al. 2020): the line ends at "
        "an image made from A by an attack towards B's class, separately for each model.",
        "클래스가 다른 이미지 쌍은 B에서 A까지, 평면은 클래스가 모두 다른 세 이미지를 지나도록 "
        "측정합니다. 차이는 같은 이미지에서 mixup의 값에서 ERM의 값을 뺀 것이고, 95 % 구간은 "
        "이미지에 대한 부트스트랩으로 구합니다. 띠는 10~90 백분위수입니다. 공격에 대한 경계 "
        "두께(Yang 외 2020)는 A를 B의 클래스 쪽으로 공격해 만든 이미지를 직선의 다른 끝으로 "
        "하며, 공격은 모델마다 따로 합니다.",
    ),
    "population.says.sizes": (
        "Measured on {pairs} pairs of test images ({attacked} of them attacked) and {planes} "
        "planes.",
        "테스트 이미지 쌍 {pairs}개(그중 {attacked}개는 공격)와 평면 {planes}개에서 측정했습니다.",
    ),
    "population.says.better": (
        "As trained, mixup is smoother on {count} of {total} measures: {measures}.",
        "학습한 그대로 보면 지표 {total}개 중 {count}개에서 mixup이 더 매끄럽습니다: {measures}.",
    ),
    "population.says.worse": (
        "As trained, ERM is smoother on {count} of {total} measures: {measures}.",
        "학습한 그대로 보면 지표 {total}개 중 {count}개에서 ERM이 더 매끄럽습니다: {measures}.",
    ),
    "population.says.open": (
        "Inconclusive on {count} of {total} measures, whose intervals include zero: {measures}.",
        "지표 {total}개 중 {count}개는 구간에 0이 포함되어 판단할 수 없습니다: {measures}.",
    ),
    "population.says.corrected": (
        "Corrected for the {total} measures (Holm), {count} differences remain. All are of the "
        "models as trained: some measures partly tell that mixup is less confident; the Evidence "
        "view has them at equal calibration and over seeds, and the Jacobian of the probabilities, "
        "which is not among them.",
        "지표 {total}개에 대해 다중 비교 보정(Holm)을 해도 차이 {count}개가 남습니다. 모두 학습한 그대로의 모델에 대한 것이며 일부 지표에는 mixup의 신뢰도가 "
        "낮다는 점도 반영됩니다. 신뢰도 보정을 같게 한 값과 시드에 대한 값, 여기에 없는 확률의 야코비 행렬은 실험 검증 화면에 있습니다.",
    ),
    "population.says.agreement": (
        "On average both models predict the same class on {share} % of a plane (95 % interval {low} "
        "to {high}).",
        "두 모델은 평균적으로 평면의 {share} %에서 같은 클래스를 예측합니다(95 % 구간 {low} ~ {high}).",
    ),
    "population.says.seeds": (
        "Is that the effect of mixup? Networks of one method disagree, too, where the seed "
        "differs and with it about four fifths of the training images: "
        "{where}, two ERM networks agree on {erm} % of a plane ({erm_low} to {erm_high}), two mixup "
        "networks on {mixup} % ({mixup_low} to {mixup_high}), ERM and mixup of the same seed on "
        "{methods} % ({methods_low} to {methods_high}; {seeds} seeds, n = {n} planes).",
        "이것이 mixup의 효과입니까? 방법이 같아도 시드가 다르고, 그에 따라 학습 이미지도 약 5분의 4가 다르면 신경망은 서로 다릅니다. 다음 쌍에서 구했습니다({where}). ERM 신경망끼리는 평면의 {erm} %({erm_low} ~ "
        "{erm_high}), mixup 신경망끼리는 {mixup} %({mixup_low} ~ {mixup_high}), 같은 시드의 ERM과 mixup은 {methods} "
        "%({methods_low} ~ {methods_high})에서 같은 클래스를 예측합니다(시드 {seeds}개, 평면 n = {n}).",
    ),
    "population.place": (
        "What you see now: ERM {erm}, at its {erm_rank} percentile; mixup {mixup}, at its "
        "{mixup_rank}.",
        "지금 보는 결과: ERM {erm}({erm_rank} 백분위수), mixup {mixup}({mixup_rank} 백분위수).",
    ),
    "population.place.plane": (
        "What you see now, on {resolution} × {resolution} points: ERM {erm}, at its {erm_rank} "
        "percentile; mixup {mixup}, at its {mixup_rank}.",
        "지금 보는 결과({resolution} × {resolution}개 점): ERM {erm}({erm_rank} 백분위수), mixup "
        "{mixup}({mixup_rank} 백분위수).",
    ),
    "population.place.none": (
        "What you see now cannot be placed here: only {needed} were measured.",
        "지금 보는 결과는 여기에 표시할 수 없습니다. 측정 대상은 다음뿐입니다: {needed}.",
    ),
    "population.needed.pairs": ("pairs of two different classes", "클래스가 서로 다른 쌍"),
    "population.needed.planes": (
        "planes through three different classes",
        "클래스가 서로 다른 이미지 셋을 지나는 평면",
    ),
    "population.other": (
        "What you see now comes from models other than those measured here, so it is not marked.",
        "지금 보는 결과는 여기에서 측정한 모델의 것이 아니므로 표시하지 않습니다.",
    ),
    "population.none": (
        "There is no population for the pair that you compare: what is measured here is the bundled "
        "pair, whose classes are others.",
        "지금 비교하는 쌍에는 측정한 모집단이 없습니다. 여기에서 측정한 것은 함께 제공되는 쌍으로, 클래스가 다릅니다.",
    ),
    "population.calibrated": (
        "What you see now is equally calibrated, but the models were measured here as trained, so it "
        "is not marked.",
        "지금 보는 결과는 신뢰도 보정을 같게 한 것인데 여기에서는 학습한 그대로의 모델을 측정했으므로 표시하지 않습니다.",
    ),
    "population.pair.title": (
        "Is what you see typical of this pair?",
        "지금 보는 결과는 이 쌍에서 전형적입니까?",
    ),
    "population.pair.claim": (
        "One line or plane may be a lucky pick, so here are the same measures over many random images "
        "of the folder that this pair was measured on, the same ones for both models.",
        "직선 하나, 평면 하나의 결과는 우연일 수 있습니다. 그래서 이 쌍을 측정한 폴더에서 무작위로 뽑은 많은 이미지에서 같은 지표를 "
        "두 모델에 똑같이 측정했습니다.",
    ),
    "population.pair.setting": (
        "Pairs of different classes, measured from B to A; planes through three images of three "
        "classes. Differences are paired: the right model minus the left one on the same images; the "
        "95 % interval is a bootstrap over images. Bands run from the 10th to the 90th percentile. "
        "Transition width under attack (adversarial boundary thickness, Yang et al. 2020): the line "
        "ends at an image made from A by an attack towards B's class, separately for each model.",
        "클래스가 다른 이미지 쌍은 B에서 A까지, 평면은 클래스가 모두 다른 세 이미지를 지나도록 측정합니다. 차이는 같은 이미지에서 "
        "오른쪽 모델의 값에서 왼쪽 모델의 값을 뺀 것이고, 95 % 구간은 이미지에 대한 부트스트랩으로 구합니다. 띠는 10~90 "
        "백분위수입니다. 공격에 대한 경계 두께(Yang 외 2020)는 A를 B의 클래스 쪽으로 공격해 만든 이미지를 직선의 다른 끝으로 하며, "
        "공격은 모델마다 따로 합니다.",
    ),
    "population.pair.says.better": (
        "As trained, the right model is smoother on {count} of {total} measures: {measures}.",
        "학습한 그대로 보면 지표 {total}개 중 {count}개에서 오른쪽 모델이 더 매끄럽습니다: {measures}.",
    ),
    "population.pair.says.worse": (
        "As trained, the left model is smoother on {count} of {total} measures: {measures}.",
        "학습한 그대로 보면 지표 {total}개 중 {count}개에서 왼쪽 모델이 더 매끄럽습니다: {measures}.",
    ),
    "population.pair.says.corrected": (
        "Corrected for the {total} measures (Holm), {count} differences remain. They are of these two "
        "models, of one training each: what else tells the trainings apart may be the cause.",
        "지표 {total}개에 대해 다중 비교 보정(Holm)을 해도 차이 {count}개가 남습니다. 한 번씩 학습한 이 두 모델의 차이이며, 학습에서 다른 점이 더 "
        "있다면 그것이 원인일 수 있습니다.",
    ),
    "population.pair.place": (
        "What you see now: left model {erm}, at its {erm_rank} percentile; right model {mixup}, at its "
        "{mixup_rank}.",
        "지금 보는 결과: 왼쪽 모델 {erm}({erm_rank} 백분위수), 오른쪽 모델 {mixup}({mixup_rank} 백분위수).",
    ),
    "population.pair.place.plane": (
        "What you see now, on {resolution} × {resolution} points: left model {erm}, at its {erm_rank} "
        "percentile; right model {mixup}, at its {mixup_rank}.",
        "지금 보는 결과({resolution} × {resolution}개 점): 왼쪽 모델 {erm}({erm_rank} 백분위수), 오른쪽 모델 "
        "{mixup}({mixup_rank} 백분위수).",
    ),
    "population.pair.verdict.better": ("right is smoother", "오른쪽이 더 매끄럽습니다"),
    "population.pair.verdict.worse": ("left is smoother", "왼쪽이 더 매끄럽습니다"),
    "population.pair.chart.differences": (
        "Where the right model is smoother (right) and where the left one is (left)",
        "오른쪽 모델이 더 매끄러운 지표(오른쪽)와 왼쪽 모델이 더 매끄러운 지표(왼쪽)",
    ),
    "population.pair.axis.difference": (
        "← left smoother · right smoother →<br>in standard deviations of the left",
        "← 왼쪽이 매끄러움 · 오른쪽이 매끄러움 →<br>왼쪽의 표준편차 단위",
    ),
    "population.placing": ("Placing what you see now …", "지금 보는 결과의 위치를 찾는 중 …"),
    "population.values": ("All individual values:", "모든 개별 값:"),
    "population.values.csv": ("All individual values as CSV", "모든 개별 값: CSV"),
    "population.values.json": ("The full results file as JSON", "전체 결과 파일: JSON"),
    "population.missing": (
        "These measurements could not be loaded. Reload the page to try again.",
        "측정 결과를 불러오지 못했습니다. 페이지를 새로 고쳐 다시 시도해 주세요.",
    ),
    "population.ordinal.st": ("st", "번째"),
    "population.ordinal.nd": ("nd", "번째"),
    "population.ordinal.rd": ("rd", "번째"),
    "population.ordinal.th": ("th", "번째"),
    "population.yours": ("what you see now", "지금 보는 결과"),
    "population.percentile": ("percentile", "백분위수"),
    "population.deviations": ("standard deviations", "표준편차"),
    "population.verdict.better": ("mixup is smoother", "mixup이 더 매끄럽습니다"),
    "population.verdict.worse": ("ERM is smoother", "ERM이 더 매끄럽습니다"),
    "population.verdict.open": ("inconclusive", "판단할 수 없습니다"),
    "population.chart.differences": (
        "Where mixup is smoother (right) and where ERM is (left)",
        "mixup이 더 매끄러운 지표(오른쪽)와 ERM이 더 매끄러운 지표(왼쪽)",
    ),
    "population.chart.own": (
        "Probability of A's class (dashed: soft label)",
        "A 클래스의 확률(점선: 소프트 레이블)",
    ),
    "population.chart.gradient_norm": ("Gradient norm of the loss", "손실의 기울기 노름"),
    "population.chart.confidence": ("Confidence", "신뢰도"),
    "population.axis.difference": (
        "← ERM smoother · mixup smoother →<br>in standard deviations of ERM",
        "← ERM이 매끄러움 · mixup이 매끄러움 →<br>ERM의 표준편차 단위",
    ),
    "population.axis.share": ("share", "비율"),
    "population.axis.own": ("probability of A", "A의 확률"),
    "population.axis.gradient_norm": ("gradient norm", "기울기 노름"),
    "population.axis.confidence": ("confidence", "신뢰도"),
    "population.column.interval": ("95 % interval", "95 % 구간"),
    "population.column.n": ("n", "n"),
    "population.column.verdict": ("Verdict", "판정"),
    "measure.adversarial_thickness": ("Transition width under attack", "공격에 대한 경계 두께"),
    "measure.adversarial_thickness.unit": ("L2 distance of pixels", "픽셀의 L2 거리"),
    "plane.fragmentation.unit": ("regions", "개"),
    "plane.foreign_share.unit": ("share of the plane", "평면의 비율"),
    "plane.boundary_length.unit": ("sides of the plane", "평면의 변 = 1"),
}
