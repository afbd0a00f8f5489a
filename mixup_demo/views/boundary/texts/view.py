"""Many pairs and planes on the Boundary view: sentences that the intervals earn, axes, columns."""

TEXTS: dict[str, tuple[str, str]] = {
    "population.title": ("Is what you see typical?", "지금 보는 것이 전형적인가?"),
    "population.claim": (
        "One line or one plane may be a lucky pick. Here the same measures are taken over many "
        "random test images, the same for both models.",
        "선 하나, 평면 하나는 우연일 수 있습니다. 같은 지표를 무작위로 뽑은 많은 시험 이미지에서, 두 모델에 똑같이 재었습니다.",
    ),
    "population.setting": (
        "Pairs of different classes, looked at from B to A; planes through three images of three "
        "classes. Differences are paired: mixup less ERM on the same images; the 95 % interval is "
        "a bootstrap over images. Bands reach from the 10th to the 90th percentile. Adversarial "
        "thickness (Yang et al. 2020): the other end of the line is made from A by an attack "
        "towards B's class, for each model its own.",
        "클래스가 다른 쌍을 B에서 A까지 보고, 세 클래스의 이미지 셋을 지나는 평면을 봅니다. 차이는 같은 이미지에서 mixup에서 "
        "ERM을 뺀 것이고, 95 % 구간은 이미지에 대한 부트스트랩입니다. 띠는 10번째부터 90번째 백분위수까지입니다. Yang "
        "외(2020)의 적대적 두께에서는 선의 다른 끝이 A를 B의 클래스 쪽으로 공격해 만든 이미지이며, 모델마다 다릅니다.",
    ),
    "population.says.sizes": (
        "Measured on {pairs} pairs of test images ({attacked} of them attacked) and {planes} "
        "planes.",
        "시험 이미지 쌍 {pairs}개(그중 {attacked}개는 공격)와 평면 {planes}개에서 재었습니다.",
    ),
    "population.says.better": (
        "mixup is smoother by {count} of {total} measures: {measures}.",
        "지표 {total}개 중 {count}개에서 mixup이 더 매끄럽습니다: {measures}.",
    ),
    "population.says.worse": (
        "ERM is smoother by {count} of {total} measures: {measures}.",
        "지표 {total}개 중 {count}개에서 ERM이 더 매끄럽습니다: {measures}.",
    ),
    "population.says.open": (
        "Inconclusive by {count} of {total} measures, whose intervals hold zero: {measures}.",
        "지표 {total}개 중 {count}개는 구간에 0이 들어 있어 판단할 수 없습니다: {measures}.",
    ),
    "population.says.corrected": (
        "Corrected for the {total} measures (Holm), {count} differences remain. All are of the "
        "models as trained: some measures partly tell that mixup is less confident; the Evidence "
        "view has them at equal calibration.",
        "지표 {total}개에 대해 보정해도(Holm) 차이 {count}개가 남습니다. 모두 학습한 그대로의 모델에 대한 것이며 일부 지표는 mixup의 신뢰도가 "
        "낮다는 것을 재는 면도 있습니다. 보정을 같게 한 값은 실험 검증 화면에 있습니다.",
    ),
    "population.says.agreement": (
        "On average both models predict the same class on {share} % of a plane (95 % interval {low} "
        "to {high}). Two networks trained alike with other seeds also differ; we have not measured "
        "how much, so this is not the effect of mixup alone.",
        "두 모델은 평균적으로 평면의 {share} %에서 같은 클래스를 예측합니다(95 % 구간 {low} ~ {high}). 시드만 다르게 학습한 두 "
        "신경망도 서로 다르며 그 정도는 재지 않았으므로, 이것이 mixup만의 효과는 아닙니다.",
    ),
    "population.place": (
        "What you see: {erm} with ERM, at its {erm_rank} percentile; {mixup} with mixup, at its "
        "{mixup_rank}.",
        "지금 보는 것: ERM {erm}({erm_rank} 백분위수), mixup {mixup}({mixup_rank} 백분위수).",
    ),
    "population.place.plane": (
        "What you see, on {resolution} × {resolution} points: {erm} with ERM, at its {erm_rank} "
        "percentile; {mixup} with mixup, at its {mixup_rank}.",
        "지금 보는 것({resolution} × {resolution}개 점): ERM {erm}({erm_rank} 백분위수), mixup "
        "{mixup}({mixup_rank} 백분위수).",
    ),
    "population.place.none": (
        "What you see has no place here: the population holds {needed} alone.",
        "지금 보는 것은 여기에 들어갈 자리가 없습니다. 모집단에는 {needed}만 있습니다.",
    ),
    "population.needed.pairs": ("pairs of two different classes", "클래스가 서로 다른 쌍"),
    "population.needed.planes": (
        "planes through three different classes",
        "클래스가 서로 다른 이미지 셋을 지나는 평면",
    ),
    "population.other": (
        "Other models answer than those that the population was measured with, so what you see is "
        "not placed in it.",
        "지금 답하는 모델이 모집단을 잰 모델과 달라, 지금 보는 것의 자리를 표시하지 않습니다.",
    ),
    "population.placing": ("Placing what you see …", "지금 보는 것의 자리를 찾는 중 …"),
    "population.values": ("All single values:", "모든 개별 값:"),
    "population.values.csv": ("All single values as CSV", "모든 개별 값 CSV"),
    "population.values.json": ("The whole results file as JSON", "결과 파일 전체 JSON"),
    "population.missing": (
        "The population could not be loaded. Reload the page to try again.",
        "모집단을 불러오지 못했습니다. 페이지를 새로 고쳐 주십시오.",
    ),
    "population.ordinal.st": ("st", "번째"),
    "population.ordinal.nd": ("nd", "번째"),
    "population.ordinal.rd": ("rd", "번째"),
    "population.ordinal.th": ("th", "번째"),
    "population.yours": ("what you see now", "지금 보는 것"),
    "population.percentile": ("percentile", "백분위수"),
    "population.deviations": ("standard deviations", "표준편차"),
    "population.verdict.better": ("mixup is smoother", "mixup이 더 매끄럽습니다"),
    "population.verdict.worse": ("ERM is smoother", "ERM이 더 매끄럽습니다"),
    "population.verdict.open": ("inconclusive", "판단할 수 없습니다"),
    "population.chart.differences": (
        "Where mixup is smoother (right) and where ERM is (left)",
        "mixup이 더 매끄러운 곳(오른쪽)과 ERM이 더 매끄러운 곳(왼쪽)",
    ),
    "population.chart.own": (
        "Probability of A's class; dashed: the soft label's",
        "A 클래스의 확률, 점선은 소프트 레이블",
    ),
    "population.chart.gradient_norm": ("Gradient norm of the loss", "손실의 기울기 노름"),
    "population.chart.confidence": ("Confidence", "확신"),
    "population.axis.difference": (
        "← ERM smoother · mixup smoother →<br>in standard deviations of ERM",
        "← ERM이 매끄러움 · mixup이 매끄러움 →<br>ERM의 표준편차 단위",
    ),
    "population.axis.share": ("share", "비율"),
    "population.axis.own": ("probability of A", "A의 확률"),
    "population.axis.gradient_norm": ("gradient norm", "기울기 노름"),
    "population.axis.confidence": ("confidence", "확신"),
    "population.column.interval": ("95 % interval", "95 % 구간"),
    "population.column.n": ("n", "n"),
    "population.column.verdict": ("What it says", "결론"),
    "measure.adversarial_thickness": (
        "Boundary thickness under attack",
        "공격에 대한 경계의 두께",
    ),
    "measure.adversarial_thickness.unit": ("L2 distance of pixels", "픽셀의 L2 거리"),
    "plane.fragmentation.unit": ("regions", "영역"),
    "plane.foreign_share.unit": ("share of the plane", "평면의 비율"),
    "plane.boundary_length.unit": ("sides of the plane", "평면의 변"),
}
