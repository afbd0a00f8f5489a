"""Training on points: names of classes and curves, and what is said when settings break a rule."""

TEXTS: dict[str, tuple[str, str]] = {
    "toy.step": ("step", "걸음"),
    "toy.class.1": ("class 1", "클래스 1"),
    "toy.class.2": ("class 2", "클래스 2"),
    "toy.class.3": ("class 3", "클래스 3"),
    "toy.class.4": ("class 4", "클래스 4"),
    "toy.class.setosa": ("setosa", "세토사"),
    "toy.class.versicolor": ("versicolor", "버시컬러"),
    "toy.class.virginica": ("virginica", "버지니카"),
    "toy.loss": ("Training loss, nat", "학습 손실 (nat)"),
    "toy.loss.help": (
        "Mean cross-entropy of the batches since the frame before, in nat: ERM's on points, mixup's "
        "on mixtures with soft labels. Mixup's cannot reach 0, so the two lines are not to be "
        "compared in height.",
        "앞 프레임 이후 배치의 평균 교차 엔트로피(nat)입니다. ERM은 점, mixup은 소프트 레이블이 붙은 혼합에서 잽니다. "
        "mixup의 손실은 0에 이를 수 없으므로 두 선의 높이를 견주지 마십시오.",
    ),
    "toy.train_accuracy": ("Training accuracy", "학습 정확도"),
    "toy.train_accuracy.help": (
        "Share of the training points whose label, flipped or not, is the model's answer.",
        "학습 점 가운데 모델의 대답이 (뒤집힌 것을 포함한) 레이블과 같은 비율입니다.",
    ),
    "toy.test_accuracy": ("Test accuracy", "시험 정확도"),
    "toy.test_accuracy.help": (
        "The same on points that were not trained on, with true labels. Points that you drew are "
        "too few to hold some back: they test with the labels that you gave them.",
        "학습하지 않은 점에서 옳은 레이블로 잰 정확도입니다. 직접 그린 점은 적어서 따로 떼어 두지 않으며, 그릴 때의 레이블로 시험합니다.",
    ),
    "toy.confidence": ("Confidence", "확신"),
    "toy.confidence.help": (
        "Mean of the largest probability on the test points.",
        "시험 점에서 가장 큰 확률의 평균입니다.",
    ),
    "toy.boundary_length": ("Length of the boundary", "경계의 길이"),
    "toy.boundary_length.help": (
        "Edges between neighbouring points of the map with different classes, in sides of the map.",
        "지도에서 클래스가 다른 이웃 점 사이의 변의 수를 지도의 변 길이로 나눈 값입니다.",
    ),
    "toy.gradient_norm": ("Gradient norm", "기울기의 크기"),
    "toy.gradient_norm.help": (
        "Mean L2 norm of the loss's gradient with respect to a training point, in nat per unit of "
        "the map. Lower means that a small move of the point changes little. Where a model is sure of "
        "every training point, it is nearly 0 however steep the boundary between them is.",
        "학습 점에 대한 손실 기울기의 L2 크기 평균입니다(지도 단위당 nat). 낮을수록 점을 조금 옮겨도 변화가 작습니다. 모든 학습 "
        "점을 확신하는 모델에서는 그 사이의 경계가 아무리 가팔라도 0에 가깝습니다.",
    ),
}
