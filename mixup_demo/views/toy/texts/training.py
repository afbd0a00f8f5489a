"""Training on points: names of classes and curves, and what is said when settings break a rule."""

TEXTS: dict[str, tuple[str, str]] = {
    "toy.step": ("step", "스텝"),
    "toy.class.1": ("class 1", "클래스 1"),
    "toy.class.2": ("class 2", "클래스 2"),
    "toy.class.3": ("class 3", "클래스 3"),
    "toy.class.4": ("class 4", "클래스 4"),
    "toy.class.setosa": ("setosa", "세토사"),
    "toy.class.versicolor": ("versicolor", "버시컬러"),
    "toy.class.virginica": ("virginica", "버지니카"),
    "toy.loss": ("Training loss (nats)", "학습 손실(nat)"),
    "toy.loss.help": (
        "Mean cross-entropy of the batches since the previous frame, in nats: ERM's on points, "
        "mixup's on mixed points with soft labels. mixup's cannot reach 0, so compare trends, "
        "not absolute values.",
        "이전 프레임 이후 배치의 평균 교차 엔트로피(nat)입니다. ERM은 원래 점, mixup은 소프트 "
        "레이블이 붙은 섞인 점에서 측정합니다. mixup의 손실은 0이 될 수 없으므로 절댓값이 아니라 "
        "추세를 비교해 주세요.",
    ),
    "toy.train_accuracy": ("Training accuracy", "학습 정확도"),
    "toy.train_accuracy.help": (
        "Share of training points predicted as labelled, flipped labels included.",
        "학습 점 중 예측이 레이블(뒤바뀐 레이블 포함)과 같은 점의 비율입니다.",
    ),
    "toy.test_accuracy": ("Test accuracy", "테스트 정확도"),
    "toy.test_accuracy.help": (
        "Share of correct predictions on points not trained on, with true labels. Points that "
        "you draw are too few to hold some back, so they are tested on themselves.",
        "학습하지 않은 점에서 올바른 레이블로 측정한 정확도입니다. 직접 그린 점은 적어서 따로 "
        "떼어 두지 않고, 그린 점 자체로 테스트합니다.",
    ),
    "toy.confidence": ("Confidence", "신뢰도"),
    "toy.confidence.help": (
        "The largest class probability, averaged over the test points.",
        "가장 높은 클래스 확률을 테스트 점에 대해 평균한 값입니다.",
    ),
    "toy.boundary_length": ("Boundary length", "결정 경계의 길이"),
    "toy.boundary_length.help": (
        "How many pairs of neighbouring map points differ in class, in units of the map's side.",
        "지도에서 이웃한 두 점의 클래스가 다른 곳의 수를 지도의 한 변을 1로 하여 나타낸 값입니다.",
    ),
    "toy.gradient_norm": ("Gradient norm", "기울기 노름"),
    "toy.gradient_norm.help": (
        "Mean L2 norm of the loss gradient with respect to a training point, in nats per unit of "
        "the map. Lower means that moving the point a little changes the loss less. Near 0 where "
        "a model fits every training point confidently, however steep the boundary between them.",
        "학습 점에 대한 손실 기울기의 L2 노름을 평균한 값입니다(지도 단위당 nat). 낮을수록 점을 "
        "조금 옮겨도 손실이 덜 변합니다. 모델이 모든 학습 점을 높은 신뢰도로 맞히면 경계가 "
        "아무리 가팔라도 0에 가깝습니다.",
    ),
}
