"""The live attack of the Evidence view."""

TEXTS: dict[str, tuple[str, str]] = {
    "attack.title": ("Attack your own picture", "내 사진을 공격해 보기"),
    "attack.hint": (
        "Choose a picture and move the budget ε. Each pixel of the model's input changes by at most "
        "that much, in the direction that raises the loss fastest.",
        "사진을 선택하고 섭동 크기 ε을 움직여 보세요. 모델 입력의 각 픽셀이 손실을 가장 빨리 키우는 방향으로 ε만큼까지만 바뀝니다.",
    ),
    "attack.compare.help": (
        "Which two models are attacked: the bundled pair that the panels are about, or any two.",
        "공격할 두 모델입니다. 패널에서 다루는 기본 모델 쌍이나 임의의 두 모델을 선택할 수 있습니다.",
    ),
    "attack.label": ("Class that the attack leads away from", "공격이 벗어나게 할 클래스"),
    "attack.upload": ("Upload the picture to attack", "공격할 사진 올리기"),
    "attack.method": ("Attack", "공격 방법"),
    "attack.source": ("Whose gradient", "기울기의 출처"),
    "attack.white": ("white box", "화이트박스"),
    "attack.black": ("black box", "블랙박스"),
    "attack.budget": ("Budget ε", "섭동 크기 ε"),
    "attack.epsilon": ("{epsilon} of 255", "255 중 {epsilon}"),
    "attack.shown": ("model input", "모델 입력"),
    "attack.noise": ("perturbation", "섭동"),
    "attack.amplified": ("perturbation × {factor}", "섭동 × {factor}"),
    "attack.before": (
        "The mark in each bar is the prediction before the attack.",
        "막대 안의 표시는 공격하기 전의 예측입니다.",
    ),
    "attack.falls": ("first wrong at {epsilon}/255", "{epsilon}/255에서 처음 틀림"),
    "attack.stands": ("right at every budget", "모든 섭동 크기에서 맞음"),
    "attack.wrong": ("wrong without any attack", "공격 없이도 틀림"),
    "attack.falls.guessed": (
        "first leaves the guessed class at {epsilon}/255",
        "추정한 클래스를 {epsilon}/255에서 처음으로 벗어남",
    ),
    "attack.stands.guessed": (
        "keeps to the guessed class at every budget",
        "모든 섭동 크기에서 추정한 클래스를 유지함",
    ),
    "attack.wrong.guessed": (
        "names another class than the guessed one, without any attack",
        "공격 없이도 추정한 클래스와 다르게 예측함",
    ),
    "attack.side": ("Which of your pictures is attacked", "공격할 사진"),
    "attack.alt": (
        "Probability of the picture's own class over the budget, {left} solid, {right} dashed.",
        "섭동 크기에 따른 원래 클래스의 확률. {left} 실선, {right} 점선.",
    ),
    "attack.axis.budget": ("budget ε, in 1/255", "섭동 크기 ε (1/255 단위)"),
    "attack.axis.own": ("probability of its own class", "원래 클래스의 확률"),
}
