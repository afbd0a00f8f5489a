"""The Mix view: the smoothness table."""

TEXTS: dict[str, tuple[str, str]] = {
    "smoothness.title": ("Smoothness from B to A", "B에서 A까지의 매끄러움"),
    "smoothness.measure": ("Measure", "지표"),
    "smoothness.ideal": ("ideal", "이상적인 값"),
    "measure.miss_rate": ("Miss rate (neither A nor B)", "오답률(A·B 외)"),
    "measure.miss_rate.unit": ("share of λ", "λ의 비율"),
    "measure.miss_rate.help": (
        "The share of the sampled λ at which the predicted class is neither A's nor B's: the "
        "paper's miss rate (Figure 2, left).",
        "측정한 λ 중 예측한 클래스가 A도 B도 아닌 비율로, 논문의 miss rate입니다(그림 2 왼쪽).",
    ),
    "measure.label_gap": ("Distance to the soft label", "소프트 레이블과의 거리"),
    "measure.label_gap.unit": ("total variation", "총변동 거리"),
    "measure.label_gap.help": (
        "How much probability would have to move, on average, to turn the prediction into the "
        "soft label: 0 is a perfect match, 1 no overlap.",
        "예측을 소프트 레이블과 같게 만들려면 옮겨야 할 확률의 평균입니다. 0이면 완전히 같고 "
        "1이면 전혀 겹치지 않습니다.",
    ),
    "measure.linearity_gap": ("Distance to the straight line", "직선과의 거리"),
    "measure.linearity_gap.unit": ("total variation", "총변동 거리"),
    "measure.linearity_gap.help": (
        "As above, but to the straight line between the model's own predictions for B and A: is "
        "the model linear in between, as mixup intends?",
        "위와 같지만, 모델 자신의 B와 A에 대한 예측을 이은 직선과 비교합니다. mixup의 의도대로 "
        "그 사이에서 선형으로 변하는지를 봅니다.",
    ),
    "measure.excess_variation": ("Excess variation", "불필요한 변동"),
    "measure.excess_variation.unit": ("total variation", "총변동"),
    "measure.excess_variation.help": (
        "How much probability moves beyond what it takes to get from the prediction for B to "
        "that for A. 0 means that it never turns back.",
        "B의 예측에서 A의 예측으로 가는 데 필요한 양을 넘어서 오간 확률입니다. 0이면 되돌아감이 "
        "없습니다.",
    ),
    "measure.steepest_slope": ("Steepest slope", "최대 변화율"),
    "measure.steepest_slope.unit": ("× the ideal slope", "× 이상적 변화율"),
    "measure.steepest_slope.help": (
        "The fastest change of the prediction between two neighbouring λ, per unit of the "
        "applied λ. The ideal slope, 1, is that of a straight line from certainly B to certainly "
        "A.",
        "이웃한 두 λ 사이에서 예측이 가장 빠르게 변하는 정도(적용된 λ 단위당)입니다. 이상적 "
        "변화율 1은 B라는 확실한 예측에서 A라는 확실한 예측으로 직선을 따라 변할 때의 값입니다.",
    ),
    "measure.boundary_crossings": ("Class changes", "예측 클래스가 바뀐 횟수"),
    "measure.boundary_crossings.unit": ("times", "회"),
    "measure.boundary_crossings.help": (
        "How often the predicted class changes on the way. Between two classes, once is enough.",
        "B에서 A까지 예측한 클래스가 바뀐 횟수입니다. 두 클래스 사이라면 한 번이면 충분합니다.",
    ),
    "measure.boundary_thickness": ("Transition width", "경계 두께"),
    "measure.boundary_thickness.unit": ("L2 distance of pixels", "픽셀의 L2 거리"),
    "measure.boundary_thickness.help": (
        "The length of the stretch where A's class leads B's by less than 75 points, with pixels "
        "from 0 to 1: the bar above the chart, called boundary thickness by Yang et al. (2020). "
        "Wider means more gradual.",
        "A의 클래스가 B의 클래스보다 확률이 높되 그 차이가 75 %p 미만인 구간의 길이입니다(Yang 외 "
        "2020, 픽셀 값 0~1). 위 차트의 막대가 그 구간입니다. 두꺼울수록 완만한 경계입니다.",
    ),
    "measure.boundary_thickness.ideal": ("larger", "클수록 좋음"),
    "measure.mean_gradient_norm": ("Mean gradient norm", "평균 기울기 노름"),
    "measure.mean_gradient_norm.unit": ("nats per pixel value", "nat / 픽셀 값"),
    "measure.mean_gradient_norm.help": (
        "The gradient norm in the chart, averaged over all λ.",
        "위 차트의 기울기 노름을 모든 λ에 대해 평균한 값입니다.",
    ),
    "measure.mean_gradient_norm.ideal": ("smaller", "작을수록 좋음"),
}
