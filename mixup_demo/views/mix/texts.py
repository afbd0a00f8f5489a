"""The Mix view: the mixed image, λ and α, the answers, the charts, the smoothness table."""

TEXTS: dict[str, tuple[str, str]] = {
    "mixed.label": (
        "Mixed image: {share} % {a}, {rest} % {b}",
        "혼합 이미지: {a} {share} %, {b} {rest} %",
    ),
    "seen.label": (
        "What the models see: {width} × {height} pixels",
        "모델이 보는 것: {width} × {height} 픽셀",
    ),
    "seen.caption": ("the models see", "모델의 눈"),
    "method.label": ("Method", "방법"),
    "play.play": ("Play: let λ glide", "재생: λ를 움직입니다"),
    "play.pause": ("Pause", "멈춤"),
    "lambda.label": ("λ, the weight of picture A", "λ, 사진 A의 비율"),
    "lambda.number": ("λ as a number from 0 to 1", "λ 값 (0에서 1 사이)"),
    "lambda.value": (
        "λ = {lambda}: {share} % {a}, {rest} % {b}",
        "λ = {lambda}: {a} {share} %, {b} {rest} %",
    ),
    "lambda.a": ("all A · λ = 1", "모두 A · λ = 1"),
    "lambda.b": ("λ = 0 · all B", "λ = 0 · 모두 B"),
    "cutmix.applied": (
        "CutMix cuts whole pixels and clips the box at the border: of the λ = {wanted} asked for, "
        "{lambda} of the area is really A's.",
        "CutMix는 픽셀 단위로 자르고 테두리에서 상자를 잘라 냅니다. 요청한 λ = {wanted} 중 실제 A의 면적은 "
        "{lambda}입니다.",
    ),
    "alpha.label": ("α of the Beta distribution", "베타 분포의 α"),
    "alpha.presets": ("Common values of α", "자주 쓰는 α"),
    "alpha.density": (
        "Density of Beta(α, α) for α = {alpha} over λ from 0 to 1",
        "α = {alpha}일 때 λ에 대한 Beta(α, α)의 밀도",
    ),
    "alpha.help": (
        "In training, λ is drawn anew for every batch from Beta(α, α). Small α: nearly always one "
        "of the two images alone (α → 0 is plain training). α = 1: every λ is equally likely. "
        "Large α: nearly always half and half. The paper uses 1 on CIFAR and 0.1 to 0.4 on "
        "ImageNet.",
        "학습할 때 λ는 배치마다 Beta(α, α)에서 새로 뽑습니다. α가 작으면 거의 항상 두 이미지 중 하나만 "
        "남고(α → 0은 일반 학습), α = 1이면 모든 λ가 같은 확률이며, α가 크면 거의 항상 반반입니다. 논문은 "
        "CIFAR에 1, ImageNet에 0.1~0.4를 씁니다.",
    ),
    "alpha.family": (
        "The mixup model that answers was trained with α = {alpha}, the nearest there is.",
        "대답하는 mixup 모델은 α = {alpha}(가장 가까운 값)로 학습했습니다.",
    ),
    "draw.button": ("Draw λ", "λ 뽑기"),
    "draw.seed": ("Seed", "시드"),
    "strip.label": (
        "Mixed images at λ drawn from Beta(α, α)",
        "Beta(α, α)에서 뽑은 λ의 혼합 이미지",
    ),
    "strip.hint": (
        "What a training batch would make of these two, at λ drawn from Beta(α, α). Choose one to "
        "set λ.",
        "학습 배치라면 이 두 장으로 만들었을 이미지입니다. λ는 Beta(α, α)에서 뽑았으며, 누르면 그 λ로 바뀝니다.",
    ),
    "soft.title": ("Soft label", "소프트 레이블"),
    "soft.subtitle": (
        "what mixup training asks the model to answer",
        "mixup 학습이 모델에 요구하는 대답",
    ),
    "model.card": (
        "{name}: {error} % error on {n} test images; {millions} M parameters, {epochs} epochs",
        "{name}: 시험 이미지 {n}장 오류 {error} %, 매개변수 {millions}백만, {epochs} 에폭",
    ),
    "bars.rest": ("{count} others", "나머지 {count}개"),
    "number.loss": ("loss", "손실"),
    "number.loss.help": (
        "Soft cross-entropy between the soft label and the answer, in nat: −Σ ỹ log f(x̃). Its "
        "least possible value is the soft label's own entropy.",
        "소프트 레이블과 대답 사이의 교차 엔트로피(nat), −Σ ỹ log f(x̃)입니다. 가장 작은 값은 소프트 레이블 "
        "자신의 엔트로피입니다.",
    ),
    "number.entropy": ("entropy", "엔트로피"),
    "number.entropy.help": (
        "How undecided the answer is, in nat: 0 if one class gets everything, the logarithm of the "
        "number of classes if all get the same.",
        "대답이 얼마나 불확실한지를 nat으로 나타냅니다. 한 클래스에 몰리면 0, 모든 클래스가 같으면 클래스 수의 "
        "로그입니다.",
    ),
    "number.confidence": ("confidence", "확신"),
    "number.confidence.help": (
        "The probability of the class that the model finds likeliest.",
        "모델이 가장 그럴듯하다고 보는 클래스의 확률입니다.",
    ),
    "path.title": (
        "Along the line from B to A: who gets how much of the answer",
        "B에서 A까지: 대답의 몫",
    ),
    "path.help": (
        "Each panel fills its height with one model's probabilities at every λ: A's class below, "
        "B's class on top, all others between. The dashed line is the soft label: where A's area "
        "should end. The bar above marks the boundary, where A's class leads B's by less than 75 %; "
        "its length times the distance of the two pictures is the boundary's thickness. Press and "
        "move on the chart to set λ.",
        "각 판은 λ마다 한 모델의 확률로 높이를 채웁니다. 아래는 A의 클래스, 위는 B의 클래스, 가운데는 나머지입니다. "
        "점선은 소프트 레이블로, A의 영역이 끝나야 할 곳입니다. 위의 막대는 A의 클래스가 B의 클래스를 75 % 미만으로 "
        "앞서는 경계이며, 그 길이에 두 사진의 거리를 곱하면 경계의 두께입니다. 차트를 누른 채 움직이면 λ가 바뀝니다.",
    ),
    "path.alt": (
        "Stacked areas over λ: probabilities of A's class, all others and B's class. Left {left}, "
        "boundary thickness {thickness_left}; right {right}, boundary thickness {thickness_right}. "
        "The table below holds the numbers.",
        "λ에 따른 누적 영역: A의 클래스, 나머지, B의 클래스의 확률. 왼쪽 {left}, 경계의 두께 {thickness_left}. "
        "오른쪽 {right}, 경계의 두께 {thickness_right}. 숫자는 아래 표에 있습니다.",
    ),
    "chart.a": ("A's class", "A의 클래스"),
    "chart.b": ("B's class", "B의 클래스"),
    "chart.others": ("all others", "나머지 클래스"),
    "chart.target": ("soft label of A", "A의 소프트 레이블"),
    "chart.lead": ("A's lead over B", "B에 대한 A의 우위"),
    "chart.inside": ("(boundary)", "(경계)"),
    "chart.boundary": (
        "boundary: A leads B by less than 75 %",
        "경계: A가 B를 75 % 미만으로 앞섬",
    ),
    "chart.table": ("Numbers of this chart", "이 차트의 숫자"),
    "verdict.jumps": (
        "jumps: at most {slope} × the straight line",
        "급변합니다: 최대 직선의 {slope}배",
    ),
    "verdict.turns": (
        "turns: at most {slope} × the straight line",
        "꺾입니다: 최대 직선의 {slope}배",
    ),
    "verdict.glides": (
        "glides: at most {slope} × the straight line",
        "완만합니다: 최대 직선의 {slope}배",
    ),
    "verdict.thickness": ("boundary {thickness} thick", "경계의 두께 {thickness}"),
    "gradient.title": (
        "How strongly the loss reacts to the pixels",
        "픽셀에 대한 손실의 민감도",
    ),
    "gradient.help": (
        "The L2 norm of the loss's gradient with respect to the image, pixels from 0 to 1 "
        "(paper, Figure 2, right). Lower means that small changes of the pixels "
        "change the loss less.",
        "픽셀 값을 0에서 1로 둔 이미지에 대한 손실 기울기의 L2 노름입니다(논문 그림 2 오른쪽). "
        "낮을수록 픽셀이 조금 달라져도 손실이 덜 변합니다.",
    ),
    "gradient.alt": (
        "Gradient norm of both models over λ, {left} solid, {right} dashed. The table below holds "
        "the numbers.",
        "λ에 따른 두 모델의 기울기 노름. {left} 실선, {right} 점선. 숫자는 아래 표에 있습니다.",
    ),
    "chart.gradient.y": ("gradient norm", "기울기 노름"),
    "smoothness.title": ("Smoothness on this line", "이 선 위의 매끄러움"),
    "smoothness.measure": ("Measure", "지표"),
    "smoothness.ideal": ("ideal", "이상값"),
    "measure.miss_rate": ("Answers neither A nor B", "A도 B도 아닌 대답"),
    "measure.miss_rate.unit": ("share of λ", "λ의 비율"),
    "measure.miss_rate.help": (
        "The share of the λ asked for at which the likeliest class is neither A's nor B's: the "
        "paper's miss rate (Figure 2, left).",
        "물어본 λ 중 가장 그럴듯한 클래스가 A도 B도 아닌 비율로, 논문의 miss rate입니다(그림 2 왼쪽).",
    ),
    "measure.label_gap": ("Distance to the soft label", "소프트 레이블과의 거리"),
    "measure.label_gap.unit": ("total variation", "총변동 거리"),
    "measure.label_gap.help": (
        "The mean share of probability that would have to move to turn the answer into the soft "
        "label: 0 is exact, 1 is nothing in common.",
        "대답을 소프트 레이블로 바꾸려면 옮겨야 할 확률의 평균입니다. 0이면 똑같고 1이면 겹치는 것이 없습니다.",
    ),
    "measure.linearity_gap": ("Distance to the straight line", "직선과의 거리"),
    "measure.linearity_gap.unit": ("total variation", "총변동 거리"),
    "measure.linearity_gap.help": (
        "As above, but to the straight line between the model's own answers to B and to A: does "
        "it behave linearly in between, as mixup asks?",
        "위와 같지만 모델 자신의 B와 A에 대한 대답을 이은 직선과 비교합니다. mixup이 바라는 대로 그 사이에서 "
        "선형으로 움직이는지를 봅니다.",
    ),
    "measure.excess_variation": ("Detours on the way", "돌아간 길"),
    "measure.excess_variation.unit": ("total variation", "총변동"),
    "measure.excess_variation.help": (
        "How much probability moved back and forth beyond what the way from B's answer to A's "
        "needs. 0 is a glide without turning back.",
        "B의 대답에서 A의 대답으로 가는 데 필요한 것보다 더 오간 확률입니다. 0이면 되돌아감 없이 간 것입니다.",
    ),
    "measure.steepest_slope": ("Steepest slope", "가장 가파른 기울기"),
    "measure.steepest_slope.unit": ("× the straight line", "× 직선"),
    "measure.steepest_slope.help": (
        "How fast the answer changes at its fastest between two neighbouring λ, per unit of the "
        "applied λ; 1 is the straight line between two sure answers.",
        "이웃한 두 λ 사이에서 대답이 적용된 λ에 대해 가장 빠르게 변하는 정도입니다. 1은 확실한 두 대답 사이의 "
        "직선입니다.",
    ),
    "measure.boundary_crossings": ("Boundary crossings", "경계를 넘은 횟수"),
    "measure.boundary_crossings.unit": ("times", "번"),
    "measure.boundary_crossings.help": (
        "How often the likeliest class changes on the way. Between two classes one crossing is "
        "enough.",
        "가는 동안 가장 그럴듯한 클래스가 바뀐 횟수입니다. 두 클래스 사이라면 한 번이면 충분합니다.",
    ),
    "measure.boundary_thickness": ("Boundary thickness", "경계의 두께"),
    "measure.boundary_thickness.unit": ("L2 distance of pixels", "픽셀의 L2 거리"),
    "measure.boundary_thickness.help": (
        "The length of the part of the line on which A's class leads B's by less than 0.75 (Yang "
        "et al. 2020), pixels from 0 to 1: the bar above the chart of the line. A thick boundary is "
        "a gradual one.",
        "A의 클래스가 B의 클래스를 0.75 미만으로 앞서는 구간의 길이입니다(Yang 외 2020, 픽셀 값 0~1). "
        "위 선 차트의 막대가 그 구간입니다. 두꺼울수록 완만한 경계입니다.",
    ),
    "measure.boundary_thickness.ideal": ("larger", "클수록"),
    "measure.mean_gradient_norm": ("Mean gradient norm", "평균 기울기 노름"),
    "measure.mean_gradient_norm.unit": ("nat per unit of pixels", "nat / 픽셀 단위"),
    "measure.mean_gradient_norm.help": (
        "The mean of the chart above over all λ.",
        "위 차트의 값을 모든 λ에 대해 평균한 것입니다.",
    ),
    "measure.mean_gradient_norm.ideal": ("smaller", "작을수록"),
}
