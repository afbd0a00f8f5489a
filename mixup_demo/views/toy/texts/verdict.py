"""What is said at the end of a training: of one seed without a verdict, of several with one."""

TEXTS: dict[str, tuple[str, str]] = {
    "toy.says.one": (
        "One training with one seed: the next seed often turns the order round, so nothing is "
        "called better here.",
        "시드 하나로 한 번 학습한 결과입니다. 시드를 바꾸면 순위가 자주 뒤집히므로 어느 쪽이 낫다고 하지 않습니다.",
    ),
    "toy.says.one.accuracy": (
        "Test accuracy: mixup {mixup}\u00a0%, ERM {erm}\u00a0%.",
        "테스트 정확도: mixup {mixup}\u00a0%, ERM {erm}\u00a0%.",
    ),
    "toy.says.one.length": (
        "Length of the boundary in sides of the map: mixup {mixup}, ERM {erm}.",
        "결정 경계의 길이(지도 한 변 = 1): mixup {mixup}, ERM {erm}.",
    ),
    "toy.says.one.gradient": (
        "Norm of the loss gradient at the training points: mixup {mixup}, ERM {erm}.",
        "학습 점에서 손실 기울기의 크기: mixup {mixup}, ERM {erm}.",
    ),
    "toy.says.seeds.accuracy": (
        "Test accuracy over {n} seeds: mixup {mixup}\u00a0%, ERM {erm}\u00a0%. Difference {difference} points "
        "(95\u00a0% interval {low} to {high}); this comparison alone: {verdict}.",
        "시드 {n}개의 평균 테스트 정확도: mixup {mixup}\u00a0%, ERM {erm}\u00a0%. 차이 {difference} %p"
        "(95 % 구간 {low} ~ {high}), 이 비교만 보면: {verdict}.",
    ),
    "toy.says.seeds.accuracy.alike": (
        "Test accuracy over {n} seeds: mixup {mixup}\u00a0%, ERM {erm}\u00a0%. The difference is {difference} "
        "points with every seed: inconclusive.",
        "시드 {n}개의 평균 테스트 정확도: mixup {mixup}\u00a0%, ERM {erm}\u00a0%. 모든 시드에서 차이가 같으므로({difference} "
        "%p) 판단할 수 없습니다.",
    ),
    "toy.says.seeds.length": (
        "Length of the boundary over {n} seeds, in sides of the map: mixup {mixup}, ERM {erm}. "
        "Difference {difference} (95\u00a0% interval {low} to {high}); this comparison alone: {verdict}.",
        "시드 {n}개의 평균 결정 경계 길이(지도 한 변 = 1): mixup {mixup}, ERM {erm}. 차이 {difference}"
        "(95 % 구간 {low} ~ {high}), 이 비교만 보면: {verdict}.",
    ),
    "toy.says.seeds.length.alike": (
        "Length of the boundary over {n} seeds, in sides of the map: mixup {mixup}, ERM {erm}. The "
        "difference is {difference} with every seed: inconclusive.",
        "시드 {n}개의 평균 결정 경계 길이(지도 한 변 = 1): mixup {mixup}, ERM {erm}. 모든 시드에서 차이가 "
        "같으므로({difference}) 판단할 수 없습니다.",
    ),
    "toy.says.seeds.gradient": (
        "Norm of the loss gradient at the training points over {n} seeds: mixup {mixup}, ERM {erm}. "
        "Difference {difference} (95\u00a0% interval {low} to {high}); this comparison alone: {verdict}.",
        "학습 점에서 손실 기울기 크기의 시드 {n}개 평균: mixup {mixup}, ERM {erm}. 차이 {difference}"
        "(95 % 구간 {low} ~ {high}), 이 비교만 보면: {verdict}.",
    ),
    "toy.says.seeds.gradient.alike": (
        "Norm of the loss gradient at the training points over {n} seeds: mixup {mixup}, ERM {erm}. "
        "The difference is {difference} with every seed: inconclusive.",
        "학습 점에서 손실 기울기 크기의 시드 {n}개 평균: mixup {mixup}, ERM {erm}. 모든 시드에서 차이가 "
        "같으므로({difference}) 판단할 수 없습니다.",
    ),
    "toy.says.seeds.confidence": (
        "Mean confidence on test points over {n} seeds: mixup {mixup}, ERM {erm}. Less is neither "
        "better nor worse by itself.",
        "시드 {n}개의 테스트 점 평균 신뢰도: mixup {mixup}, ERM {erm}. 신뢰도가 낮다고 그 자체로 더 좋거나 나쁜 것은 아닙니다.",
    ),
    "toy.verdict.accuracy.better": (
        "mixup classifies more test points correctly",
        "mixup이 테스트 점을 더 많이 맞힙니다",
    ),
    "toy.verdict.accuracy.worse": (
        "mixup classifies fewer test points correctly",
        "mixup이 테스트 점을 더 적게 맞힙니다",
    ),
    "toy.verdict.accuracy.open": ("inconclusive", "판단할 수 없습니다"),
    "toy.verdict.length.better": ("mixup's is shorter", "mixup의 경계가 더 짧습니다"),
    "toy.verdict.length.worse": ("mixup's is longer", "mixup의 경계가 더 깁니다"),
    "toy.verdict.length.open": ("inconclusive", "판단할 수 없습니다"),
    "toy.verdict.gradient.better": (
        "mixup's loss changes less with the input",
        "mixup의 손실이 입력에 덜 민감합니다",
    ),
    "toy.verdict.gradient.worse": (
        "mixup's loss changes more with the input",
        "mixup의 손실이 입력에 더 민감합니다",
    ),
    "toy.verdict.gradient.open": ("inconclusive", "판단할 수 없습니다"),
    "toy.says.stale": (
        "Training with the new settings; what it shows stands here at its end.",
        "새 설정으로 학습하고 있습니다. 끝나면 결과가 여기에 나옵니다.",
    ),
    "toy.says.undrawn": (
        "Nothing is trained yet: draw points of two classes first.",
        "아직 학습하지 않았습니다. 먼저 두 클래스의 점을 그려 주세요.",
    ),
    "toy.says.stopped": (
        "The training was stopped before its end. Play goes on with it.",
        "학습을 끝나기 전에 멈췄습니다. 재생을 누르면 이어서 학습합니다.",
    ),
    "toy.seeds.ask": ("Train with {n} seeds", "시드 {n}개로 학습"),
    "toy.seeds.running": ("seed {made} of {n}", "시드 {n}개 중 {made}개 완료"),
    "toy.draw.empty": (
        "Press on a map to draw points of class {class}; with the keyboard, go there with the arrow "
        "keys and press Enter. Training begins with {least} points of two classes.",
        "지도를 눌러 클래스 {class}의 점을 그려 주세요. 키보드로는 화살표 키로 옮기고 Enter를 누릅니다. 두 클래스의 점이 모두 {least}개가 되면 "
        "학습을 시작합니다.",
    ),
    "toy.draw.more": (
        "Points drawn: {points}; classes among them: {classes}. Training needs at least {least} "
        "points of two classes.",
        "지금까지 그린 점은 {points}개이며 클래스는 {classes}가지입니다. 학습하려면 두 클래스의 점이 모두 {least}개 이상 필요합니다.",
    ),
    "toy.draw.done": ("Done (Esc)", "그리기 끝 (Esc)"),
    "toy.draw.again": ("Draw more points", "점 더 그리기"),
}
