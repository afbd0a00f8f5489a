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
    "error.toy.dataset": (
        "The data must be one of {names}, but are {value}. Choose one of these.",
        "데이터는 {names} 가운데 하나여야 하는데 {value}입니다. 이 가운데 하나를 고르십시오.",
    ),
    "error.toy.n": (
        "The number of training points must be a whole number from {minimum} to {maximum}, but is "
        "{value}. Choose for example 300.",
        "학습 점의 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 300을 고르십시오.",
    ),
    "error.toy.noise": (
        "The noise must be a number from {minimum} to {maximum}, but is {value}. Choose for example "
        "0.1.",
        "잡음은 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 들어 0.1을 고르십시오.",
    ),
    "error.toy.flip": (
        "The share of flipped labels must be a number from {minimum} to {maximum}, but is {value}. "
        "Choose for example 0.2.",
        "뒤집힌 레이블의 비율은 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 들어 0.2를 고르십시오.",
    ),
    "error.toy.points": (
        "Drawn points must be at most {limit} times five characters, a class 0 to 3 and two digits each "
        "to base 36 for x and y, but begin with {value}. Draw them on the page and copy the link.",
        "그린 점은 다섯 글자(클래스 0~3, x와 y의 36진수 두 자리씩)씩 {limit}개 이하여야 하는데 {value}(으)로 시작합니다. "
        "화면에서 그린 뒤 링크를 복사하십시오.",
    ),
    "error.toy.points.few": (
        "Training on drawn points needs at least {limit} of them, but there are {value}. Draw more, "
        "or choose other data.",
        "그린 점으로 학습하려면 {limit}개 이상이 필요한데 {value}개입니다. 더 그리거나 다른 데이터를 고르십시오.",
    ),
    "error.toy.points.class": (
        "Drawn points must have at least two classes, but all {value} have class {name}. Draw some "
        "of another class.",
        "그린 점에는 클래스가 둘 이상이어야 하는데 {value}개 모두 클래스 {name}입니다. 다른 클래스의 점도 그리십시오.",
    ),
    "error.toy.lambdas": (
        "λ must be drawn for each of {names}, but is to be drawn for each {value}. Choose one of "
        "these.",
        "λ를 뽑는 단위는 {names} 가운데 하나여야 하는데 {value}입니다. 이 가운데 하나를 고르십시오.",
    ),
    "error.toy.depth": (
        "The number of hidden layers must be a whole number from {minimum} to {maximum}, but is "
        "{value}. Choose for example 3.",
        "은닉층의 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 3을 고르십시오.",
    ),
    "error.toy.width": (
        "The number of units in a layer must be a whole number from {minimum} to {maximum}, but is "
        "{value}. Choose for example 64.",
        "한 층의 유닛 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 64를 고르십시오.",
    ),
    "error.toy.activation": (
        "The activation must be one of {names}, but is {value}. Choose one of these.",
        "활성 함수는 {names} 가운데 하나여야 하는데 {value}입니다. 이 가운데 하나를 고르십시오.",
    ),
    "error.toy.optimiser": (
        "The optimiser must be one of {names}, but is {value}. Choose one of these.",
        "최적화 방법은 {names} 가운데 하나여야 하는데 {value}입니다. 이 가운데 하나를 고르십시오.",
    ),
    "error.toy.rate": (
        "The learning rate must be a number from {minimum} to {maximum}, but is {value}. Choose for "
        "example 0.005.",
        "학습률은 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 들어 0.005를 고르십시오.",
    ),
    "error.toy.decay": (
        "The weight decay must be a number from {minimum} to {maximum}, but is {value}. Choose for "
        "example 0.0001.",
        "가중치 감쇠는 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 들어 0.0001을 고르십시오.",
    ),
    "error.toy.batch": (
        "The batch must be a whole number of points from {minimum} to {maximum}, but is {value}. "
        "Choose for example 64.",
        "배치는 {minimum}에서 {maximum} 사이의 정수 개 점이어야 하는데 {value}입니다. 예를 들어 64를 고르십시오.",
    ),
    "error.toy.steps": (
        "The number of steps must be a whole number from {minimum} to {maximum}, but is {value}. "
        "Choose for example 2000.",
        "걸음 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 2000을 고르십시오.",
    ),
    "error.toy.at": (
        "The step to open at must be a whole number from {minimum} to {maximum}, but is {value}. "
        "Choose for example 100.",
        "열 걸음은 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 100을 고르십시오.",
    ),
    "error.toy.columns": (
        "The curves must stand in a whole number of columns from {minimum} to {maximum}, but are to "
        "stand in {value}. Choose for example 3.",
        "곡선의 열 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 3을 고르십시오.",
    ),
    "error.toy.start": (
        "The first frame must be a whole number from {minimum} to {maximum}, but is {value}. Choose "
        "0 for all frames.",
        "첫 프레임은 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 모든 프레임을 보려면 0을 고르십시오.",
    ),
    "error.toy.work": (
        "A training may take at most {limit} · 10¹² operations, about a minute, but with these "
        "settings it takes {value} · 10¹². Choose fewer steps, a smaller batch, or a narrower or "
        "shallower network.",
        "한 번의 학습은 {limit} · 10¹²번 이하의 연산(1분쯤)이어야 하는데 이 설정으로는 {value} · 10¹²번입니다. 걸음 수나 배치를 "
        "줄이거나 더 좁고 얕은 신경망을 고르십시오.",
    ),
    "error.toy.diverged": (
        "Training must keep the models' answers finite, but with learning rate {value} they no "
        "longer were at step {step}. Choose a smaller learning rate.",
        "학습하는 동안 모델의 대답은 유한해야 하는데 학습률 {value}에서 {step}번째 걸음에 이르러 그렇지 않게 되었습니다. 더 작은 학습률을 "
        "고르십시오.",
    ),
}
