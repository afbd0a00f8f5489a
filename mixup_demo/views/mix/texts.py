"""The Mix view: the mixed image, λ and α, the answers, the charts, the smoothness table."""

TEXTS: dict[str, tuple[str, str]] = {
    "mixed.label": (
        "Mixed image: {share} % {a}, {rest} % {b}",
        "혼합 이미지: {a} {share} %, {b} {rest} %",
    ),
    "seen.label": ("Model input: {width} × {height} pixels", "모델 입력: {width} × {height} 픽셀"),
    "seen.caption": ("model input", "모델 입력"),
    "method.label": ("Method", "방법"),
    "play.play": ("Play: sweep λ", "재생: λ를 차례로 바꾸기"),
    "play.pause": ("Pause", "일시 정지"),
    "lambda.label": ("λ, the weight of picture A", "λ, 사진 A의 비율"),
    "lambda.number": ("λ as a number from 0 to 1", "λ 값 (0에서 1 사이)"),
    "lambda.value": (
        "λ = {lambda}: {share} % {a}, {rest} % {b}",
        "λ = {lambda}: {a} {share} %, {b} {rest} %",
    ),
    "lambda.a": ("all A · λ = 1", "모두 A · λ = 1"),
    "lambda.b": ("λ = 0 · all B", "λ = 0 · 모두 B"),
    "cutmix.applied": (
        "CutMix cuts whole pixels and clips the box at the border: you asked for λ = {wanted}, "
        "and {lambda} of the area is really A's.",
        "CutMix는 픽셀 단위로 자르며 이미지 밖으로 나간 상자는 잘립니다. 요청한 λ는 {wanted}, "
        "실제 A의 면적 비율은 {lambda}입니다.",
    ),
    "alpha.label": ("α of the Beta distribution", "베타 분포의 α"),
    "alpha.presets": ("Common values of α", "자주 쓰는 α 값"),
    "alpha.density": (
        "Density of Beta(α, α) for α = {alpha} over λ from 0 to 1",
        "α = {alpha}일 때 λ에 대한 Beta(α, α)의 밀도",
    ),
    "alpha.help": (
        "In training, each batch draws a new λ from Beta(α, α). Small α: λ is nearly always "
        "close to 0 or 1 (α → 0 is ordinary training). α = 1: every λ is equally likely. Large "
        "α: nearly always half and half. The paper uses 1 on CIFAR and 0.1 to 0.4 on ImageNet.",
        "학습할 때는 배치마다 Beta(α, α)에서 λ를 새로 뽑습니다. α가 작으면 λ가 대부분 0이나 1에 "
        "가깝고(α → 0은 일반 학습), α = 1이면 모든 λ의 확률이 같으며, α가 크면 대부분 "
        "반반입니다. 논문은 CIFAR에서 1, ImageNet에서 0.1~0.4를 사용합니다.",
    ),
    "alpha.family": (
        "mixup model: trained with α = {alpha}, the nearest available.",
        "mixup 모델은 가장 가까운 α = {alpha}로 학습한 모델입니다.",
    ),
    "draw.button": ("Draw λ", "λ 뽑기"),
    "draw.seed": ("Seed", "시드"),
    "strip.label": (
        "Mixed images at λ drawn from Beta(α, α)",
        "Beta(α, α)에서 뽑은 λ로 섞은 이미지",
    ),
    "strip.hint": (
        "Mixtures as in training, with λ drawn from Beta(α, α). Choose one to set λ.",
        "학습에서처럼 λ를 Beta(α, α)에서 뽑아 섞은 이미지입니다. 선택하면 그 λ로 바뀝니다.",
    ),
    "soft.title": ("Soft label", "소프트 레이블"),
    "soft.subtitle": ("the target in mixup training", "mixup 학습의 목표값"),
    "model.card": (
        "{name}: {error} % error on {n} test images; {millions} M parameters, {epochs} epochs",
        "{name}: 테스트 오차 {error} %(이미지 {n}장), 파라미터 {millions}백만 개, {epochs} 에폭",
    ),
    "bars.rest": ("{count} others", "나머지 {count}개"),
    "number.loss": ("loss", "손실"),
    "number.loss.help": (
        "Cross-entropy between the soft label and the prediction, in nats: −Σ ỹ log f(x̃). It "
        "cannot fall below the entropy of the soft label itself.",
        "소프트 레이블과 예측 사이의 교차 엔트로피(nat)로, −Σ ỹ log f(x̃)입니다. 최솟값은 소프트 "
        "레이블 자체의 엔트로피입니다.",
    ),
    "number.entropy": ("entropy", "엔트로피"),
    "number.entropy.help": (
        "How undecided the prediction is, in nats: 0 if one class gets everything, the logarithm "
        "of the number of classes if all get the same.",
        "예측의 불확실성(nat)입니다. 한 클래스에 몰리면 0, 모든 클래스의 확률이 같으면 클래스 "
        "수의 로그입니다.",
    ),
    "number.confidence": ("confidence", "신뢰도"),
    "number.confidence.help": (
        "The probability of the predicted class, the likeliest one.",
        "예측한 클래스, 곧 확률이 가장 높은 클래스의 확률입니다.",
    ),
    "path.title": (
        "From B to A: how each model's prediction shifts",
        "B에서 A까지: 클래스별 예측 확률",
    ),
    "path.help": (
        "Each panel shows one model's probabilities at every λ: A's class at the bottom, B's at "
        "the top, all others between. The dashed line is the soft label: where A's area should "
        "end. The bar above marks the transition, where A's class leads B's by less than 75 "
        "points; its length times the distance between the pictures is the transition width. "
        "Press or drag on the chart to set λ.",
        "패널마다 한 모델의 λ별 예측 확률을 쌓아 보여 줍니다. 아래는 A의 클래스, 위는 B의 "
        "클래스, 가운데는 나머지입니다. 점선은 소프트 레이블로, A의 영역이 끝나야 할 곳입니다. "
        "위의 막대는 A와 B의 확률 차이가 75 %p 미만인 경계 구간이며, 그 길이에 두 사진의 거리를 "
        "곱하면 경계 두께입니다. 차트를 누르거나 끌면 λ가 바뀝니다.",
    ),
    "path.alt": (
        "Stacked areas over λ: probabilities of A's class, all others and B's class. Left "
        "{left}, transition width {thickness_left}; right {right}, transition width "
        "{thickness_right}. The table below holds the numbers.",
        "λ에 따른 누적 영역: A의 클래스, 나머지, B의 클래스의 확률. 왼쪽 {left}, 경계 두께 "
        "{thickness_left}. 오른쪽 {right}, 경계 두께 {thickness_right}. 숫자는 아래 표에 "
        "있습니다.",
    ),
    "chart.a": ("A's class", "A의 클래스"),
    "chart.b": ("B's class", "B의 클래스"),
    "chart.others": ("all others", "나머지 클래스"),
    "chart.target": ("soft label of A", "A의 소프트 레이블"),
    "chart.lead": ("A's lead over B", "A와 B의 확률 차이"),
    "chart.inside": ("(transition)", "(경계)"),
    "chart.boundary": (
        "transition: A leads B by less than 75 points",
        "경계: A와 B의 차이가 75 %p 미만",
    ),
    "chart.table": ("Show the numbers", "숫자 보기"),
    "verdict.jumps": (
        "changes abruptly (up to {slope} × the ideal slope)",
        "급격히 변합니다(이상적 기울기의 최대 {slope}배)",
    ),
    "verdict.turns": (
        "changes steeply (up to {slope} × the ideal slope)",
        "가파르게 변합니다(이상적 기울기의 최대 {slope}배)",
    ),
    "verdict.glides": (
        "changes gradually (up to {slope} × the ideal slope)",
        "완만하게 변합니다(이상적 기울기의 최대 {slope}배)",
    ),
    "verdict.thickness": ("transition width {thickness}", "경계 두께 {thickness}"),
    "gradient.title": ("How sensitive the loss is to the pixels", "픽셀에 대한 손실의 민감도"),
    "gradient.help": (
        "The L2 norm of the loss gradient with respect to the image, pixels from 0 to 1 (paper, "
        "Figure 2, right). The lower it is, the less a small change of the pixels changes the "
        "loss.",
        "이미지(픽셀 값 0~1)에 대한 손실 기울기의 L2 노름입니다(논문 그림 2 오른쪽). 낮을수록 "
        "픽셀이 조금 변해도 손실이 덜 변합니다.",
    ),
    "gradient.alt": (
        "Gradient norm of both models over λ, {left} solid, {right} dashed. The table below "
        "holds the numbers.",
        "λ에 따른 두 모델의 기울기 노름. {left}: 실선, {right}: 점선. 숫자는 아래 표에 있습니다.",
    ),
    "chart.gradient.y": ("gradient norm", "기울기 노름"),
    "smoothness.title": ("Smoothness from B to A", "B에서 A까지의 매끄러움"),
    "smoothness.measure": ("Measure", "지표"),
    "smoothness.ideal": ("ideal", "이상값"),
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
    "measure.steepest_slope": ("Steepest slope", "최대 기울기"),
    "measure.steepest_slope.unit": ("× the ideal slope", "× 이상적 기울기"),
    "measure.steepest_slope.help": (
        "The fastest change of the prediction between two neighbouring λ, per unit of the "
        "applied λ. The ideal slope, 1, is that of a straight line from certainly B to certainly "
        "A.",
        "이웃한 두 λ 사이에서 예측이 가장 빠르게 변하는 정도(적용된 λ 단위당)입니다. 이상적 "
        "기울기 1은 B라는 확실한 예측에서 A라는 확실한 예측으로 직선을 따라 변할 때의 값입니다.",
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
        "A와 B의 확률 차이가 75 %p 미만인 구간의 길이입니다(Yang 외 2020, 픽셀 값 0~1). 위 "
        "차트의 막대가 그 구간입니다. 두꺼울수록 완만한 경계입니다.",
    ),
    "measure.boundary_thickness.ideal": ("larger", "클수록"),
    "measure.mean_gradient_norm": ("Mean gradient norm", "평균 기울기 노름"),
    "measure.mean_gradient_norm.unit": ("nats per pixel value", "nat / 픽셀 값"),
    "measure.mean_gradient_norm.help": (
        "The gradient norm in the chart, averaged over all λ.",
        "위 차트의 기울기 노름을 모든 λ에 대해 평균한 값입니다.",
    ),
    "measure.mean_gradient_norm.ideal": ("smaller", "작을수록"),
}
