"""The Mix view: the mixed image, λ and α, the answers, the charts."""

from mixup_demo.texts.paper import filled

TEXTS: dict[str, tuple[str, str]] = {
    "mixed.save.png": ("Save the mixed picture as PNG", "섞은 사진을 PNG로 저장"),
    "mixed.save.gif": (
        "Save the whole way from B to A as GIF, with both predictions",
        "B에서 A까지의 변화를 두 예측과 함께 GIF로 저장",
    ),
    "mixed.save.mp4": (
        "Save the whole way from B to A as MP4, with both predictions",
        "B에서 A까지의 변화를 두 예측과 함께 MP4로 저장",
    ),
    "mixed.save.wait": ("The film is being drawn …", "영상을 만들고 있습니다 …"),
    "mixed.save.done": ("Saved: {name}", "저장했습니다: {name}"),
    "mixed.label": (
        "Mixed image ({method}, λ = {lambda}): {share} % {a}, {rest} % {b}",
        "혼합 이미지({method}, λ = {lambda}): {a} {share} %, {b} {rest} %",
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
    "alpha.label": ("α of the Beta distribution", "베타 분포의 α"),
    "alpha.presets": ("Common values of α", "자주 쓰는 α 값"),
    "alpha.density": (
        "Density of Beta(α, α) for α = {alpha} over λ from 0 to 1",
        "α = {alpha}일 때 λ에 대한 Beta(α, α)의 밀도",
    ),
    "alpha.help": (
        "In training, each batch draws a new λ from Beta(α, α). Small α: λ is nearly always "
        "close to 0 or 1 (α → 0 is ordinary training). α = 1: every λ is equally likely. Large "
        "α: nearly always half and half. The paper uses {papers_alpha} on "
        "CIFAR; on ImageNet {papers_alpha_low} to {papers_alpha_high} improved on ERM.",
        "학습할 때는 배치마다 Beta(α, α)에서 λ를 새로 뽑습니다. α가 작으면 λ가 대부분 0이나 1에 "
        "가깝고(α → 0은 일반 학습), α = 1이면 모든 λ의 확률이 같으며, α가 크면 대부분 "
        "반반입니다. 논문은 CIFAR에서 {papers_alpha}을 썼고, ImageNet에서는 {papers_alpha_low}~{papers_alpha_high}일 때 ERM보다 나았습니다.",
    ),
    "draw.button": ("Draw λ", "λ 뽑기"),
    "draw.seed": ("Seed", "시드"),
    "strip.label": (
        "Mixed images at λ drawn from Beta(α, α)",
        "Beta(α, α)에서 뽑은 λ로 섞은 이미지",
    ),
    "soft.title": ("Soft label", "소프트 레이블"),
    "model.card": (
        "{name}: {error} % error on {n} test images; {millions} M parameters, {epochs} epochs",
        "{name}: 테스트 오차 {error} %(이미지 {n}장), 파라미터 {millions} M개, {epochs}에폭",
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
    "sweep.progress": ("Progress of the sweep", "λ 전 구간 계산 진행률"),
    "sweep.computing.points": (
        "{points} of {all} values of λ are shown; computing {next}",
        "λ 값 {all}개 중 {points}개 표시, {next}개 계산 중",
    ),
    "sweep.computing.gradients": (
        "All {all} values of λ are shown; computing gradients",
        "λ 값 {all}개 모두 표시, 기울기 계산 중",
    ),
    "sweep.stopped": (
        "Stopped at {points} of {all} values of λ; between them the nearest one is shown.",
        "λ 값 {all}개 중 {points}개까지 계산하고 중지했습니다. 그 사이에서는 가장 가까운 값을 표시합니다.",
    ),
    "sweep.stopped.gradients": (
        "Stopped before the gradients; all {all} values of λ are shown.",
        "기울기를 계산하기 전에 중지했습니다. λ 값 {all}개는 모두 표시되어 있습니다.",
    ),
    "sweep.continue": ("Go on", "계속"),
    "sweep.waiting": (
        "How the prediction changes is measured once all values of λ are there.",
        "예측이 변하는 모습은 모든 λ 값의 계산이 끝나면 측정합니다.",
    ),
    "sweep.waiting.gradients": (
        "Gradients come last.",
        "기울기는 마지막에 계산합니다.",
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
        "위의 막대는 A의 확률이 B보다 높되 그 차이가 75 %p 미만인 경계 구간이며, 그 길이에 두 "
        "사진의 거리를 곱하면 경계 두께입니다. 차트를 누르거나 끌면 λ가 바뀝니다.",
    ),
    "path.alt": (
        "Stacked areas over λ: probabilities of A's class, all others and B's class. Left "
        "{left}, transition width {thickness_left}; right {right}, transition width "
        "{thickness_right} (L2 distances of pixels). The table below holds the numbers.",
        "λ에 따른 누적 영역: A의 클래스, 나머지, B의 클래스의 확률. 왼쪽 {left}, 경계 두께 "
        "{thickness_left}. 오른쪽 {right}, 경계 두께 {thickness_right}(픽셀의 L2 거리). 숫자는 "
        "아래 표에 있습니다.",
    ),
    "path.alt.one": (
        "Stacked areas over λ: probabilities of the class of both pictures and of all others. Left "
        "{left}; right {right}. The table below holds the numbers.",
        "λ에 따른 누적 영역: 두 사진의 클래스와 나머지 클래스의 확률. 왼쪽 {left}, 오른쪽 {right}. "
        "숫자는 아래 표에 있습니다.",
    ),
    "chart.a": ("A's class", "A의 클래스"),
    "chart.b": ("B's class", "B의 클래스"),
    "chart.others": ("all others", "나머지 클래스"),
    "chart.target": ("soft label of A", "A의 소프트 레이블"),
    "chart.lead": ("A's lead over B", "A가 B를 앞서는 정도"),
    "chart.points": ("points", "%p"),
    "chart.inside": ("(transition)", "(경계)"),
    "chart.boundary": (
        "transition: A leads B by less than 75 points",
        "경계: A가 B보다 높고 차이가 75 %p 미만",
    ),
    "chart.table": ("Show the numbers", "숫자 보기"),
    "verdict.jumps": (
        "changes abruptly (up to {slope} × the ideal slope)",
        "급격히 변합니다(이상적 변화율의 최대 {slope}배)",
    ),
    "verdict.turns": (
        "changes steeply (up to {slope} × the ideal slope)",
        "가파르게 변합니다(이상적 변화율의 최대 {slope}배)",
    ),
    "verdict.glides": (
        "changes gradually (up to {slope} × the ideal slope)",
        "완만하게 변합니다(이상적 변화율의 최대 {slope}배)",
    ),
    "verdict.stays": (
        "predicts the class of both pictures at every λ",
        "모든 λ에서 두 사진의 클래스를 예측합니다",
    ),
    "verdict.leaves": (
        "predicts another class at {share} of all λ",
        "전체 λ 중 {share}에서 다른 클래스를 예측합니다",
    ),
    "verdict.thickness": (
        "transition width {thickness} (L2 distance of pixels)",
        "경계 두께 {thickness}(픽셀의 L2 거리)",
    ),
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
}

TEXTS = filled(TEXTS)
