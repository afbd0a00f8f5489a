"""What is wrong with the settings of a training or a GAN in the plane."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.gan.run": (
        "The run must be one of {names}, but is {value}. Choose one of these.",
        "학습은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.gan.data": (
        "The target of a GAN must be one of {names}, but is {value}. Choose one of these.",
        "GAN의 목표 분포는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.gan.alpha": (
        "Bundled GANs have an α of {names}, but α is {value}. Choose one of these, or train one "
        "live with this α.",
        "미리 학습한 GAN의 α는 {names} 중 하나인데 {value}입니다. 그중에서 선택하거나 이 α로 "
        "직접 학습해 주세요.",
    ),
    "error.gan.loss": (
        "The generator's loss must be one of {names}, but is {value}. Choose one of these.",
        "생성자의 손실은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.gan.seed": (
        "Bundled GANs of this target and loss have a seed of {names}, but the seed is {value}. "
        "Choose one of these, or train one live with this seed.",
        "이 목표 분포와 손실로 미리 학습한 GAN의 시드는 {names} 중 하나인데 {value}입니다. "
        "그중에서 선택하거나 이 시드로 직접 학습해 주세요.",
    ),
    "error.gan.latent": (
        "The latent vector must have from {minimum} to {maximum} numbers, but has {value}. "
        "Choose a whole number in that range.",
        "잠재 벡터의 차원은 {minimum}에서 {maximum} 사이여야 하는데 {value}입니다. 이 범위의 "
        "정수를 선택해 주세요.",
    ),
    "error.gan.critic": (
        "There must be from {minimum} to {maximum} discriminator steps per generator step, but "
        "there are {value}. Choose a whole number in that range.",
        "생성자 1스텝당 판별자는 {minimum}에서 {maximum}스텝이어야 하는데 {value}입니다. 이 "
        "범위의 정수를 선택해 주세요.",
    ),
    "error.gan.width": (
        "A layer of a live GAN must have from {minimum} to {maximum} units, but has {value}. "
        "Choose a whole number in that range.",
        "직접 학습하는 GAN의 층은 유닛이 {minimum}에서 {maximum}개여야 하는데 {value}개입니다. "
        "이 범위의 정수를 선택해 주세요.",
    ),
    "error.gan.steps": (
        "A live GAN is trained for {minimum} to {maximum} iterations, but {value} were asked "
        "for. Choose a whole number in that range.",
        "직접 학습하는 GAN은 {minimum}회에서 {maximum}회까지 반복하는데 {value}회를 "
        "요청했습니다. 이 범위의 정수를 선택해 주세요.",
    ),
    "error.gan.start": (
        "The number of frames that the page already has must be a whole number from {minimum}, "
        "but is {value}. Reload the page.",
        "페이지가 이미 받은 프레임 수는 {minimum} 이상의 정수여야 하는데 {value}입니다. 페이지를 "
        "새로 고쳐 주세요.",
    ),
    "error.toy.dataset": (
        "The data must be one of {names}, but are {value}. Choose one of these.",
        "데이터는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.toy.n": (
        "The number of training points must be a whole number from {minimum} to {maximum}, but "
        "is {value}. Choose for example 300.",
        "학습 점의 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 "
        "300을 선택해 주세요.",
    ),
    "error.toy.noise": (
        "The noise must be a number from {minimum} to {maximum}, but is {value}. Choose for "
        "example 0.1.",
        "노이즈는 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 들어 0.1을 "
        "선택해 주세요.",
    ),
    "error.toy.flip": (
        "The share of flipped labels must be a number from {minimum} to {maximum}, but is "
        "{value}. Choose for example 0.2.",
        "뒤바뀐 레이블의 비율은 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 "
        "들어 0.2를 선택해 주세요.",
    ),
    "error.toy.points": (
        "Drawn points must be at most {limit} times five characters, a class 0 to 3 and two "
        "digits in base 36 for each of x and y, but begin with {value}. Draw them on the page "
        "and copy the link.",
        "그린 점은 다섯 글자(클래스 0~3, x와 y의 36진수 두 자리씩)로 적은 것이 {limit}개 "
        "이하여야 하는데 이렇게 시작합니다: {value}. 화면에서 그린 뒤 링크를 복사해 주세요.",
    ),
    "error.toy.points.few": (
        "Training on drawn points needs at least {limit} of them, but there are {value}. Draw "
        "more, or choose other data.",
        "그린 점으로 학습하려면 {limit}개 이상이 필요한데 {value}개입니다. 더 그리거나 다른 "
        "데이터를 선택해 주세요.",
    ),
    "error.toy.points.class": (
        "Drawn points must have at least two classes, but all {value} have class {name}. Draw "
        "some of another class.",
        "그린 점에는 클래스가 둘 이상 있어야 하는데 {value}개 모두 {name}번 클래스입니다. 다른 "
        "클래스의 점도 그려 주세요.",
    ),
    "error.toy.lambdas": (
        "λ must be drawn for each of {names}, but is to be drawn for each {value}. Choose one of "
        "these.",
        "λ를 뽑는 단위는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.toy.depth": (
        "The number of hidden layers must be a whole number from {minimum} to {maximum}, but is "
        "{value}. Choose for example 3.",
        "은닉층의 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 "
        "3을 선택해 주세요.",
    ),
    "error.toy.width": (
        "The number of units in a layer must be a whole number from {minimum} to {maximum}, but "
        "is {value}. Choose for example 64.",
        "한 층의 유닛 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 "
        "들어 64를 선택해 주세요.",
    ),
    "error.toy.activation": (
        "The activation must be one of {names}, but is {value}. Choose one of these.",
        "활성 함수는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.toy.optimiser": (
        "The optimiser must be one of {names}, but is {value}. Choose one of these.",
        "옵티마이저는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.toy.rate": (
        "The learning rate must be a number from {minimum} to {maximum}, but is {value}. Choose "
        "for example 0.005.",
        "학습률은 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 들어 0.005를 "
        "선택해 주세요.",
    ),
    "error.toy.decay": (
        "The weight decay must be a number from {minimum} to {maximum}, but is {value}. Choose "
        "for example 0.0001.",
        "가중치 감쇠는 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 예를 들어 "
        "0.0001을 선택해 주세요.",
    ),
    "error.toy.batch": (
        "The batch size must be a whole number of points from {minimum} to {maximum}, but is "
        "{value}. Choose for example 64.",
        "배치 크기는 점의 수로 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. "
        "예를 들어 64를 선택해 주세요.",
    ),
    "error.toy.steps": (
        "The number of steps must be a whole number from {minimum} to {maximum}, but is {value}. "
        "Choose for example 2000.",
        "스텝 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 "
        "2000을 선택해 주세요.",
    ),
    "error.toy.at": (
        "The step to open at must be a whole number from {minimum} to {maximum}, but is {value}. "
        "Choose for example 100.",
        "처음 보여 줄 스텝은 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 "
        "들어 100을 선택해 주세요.",
    ),
    "error.toy.columns": (
        "The curves must be laid out in a whole number of columns from {minimum} to {maximum}, "
        "but the number is {value}. Choose for example 3.",
        "곡선의 열 수는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 "
        "3을 선택해 주세요.",
    ),
    "error.toy.start": (
        "The first frame must be a whole number from {minimum} to {maximum}, but is {value}. "
        "Choose 0 for all frames.",
        "첫 프레임은 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 모든 프레임을 "
        "보려면 0을 선택해 주세요.",
    ),
    "error.toy.work": (
        "A training run may take at most {limit} · 10¹² operations, about a minute, but with "
        "these settings it takes {value} · 10¹². Choose fewer steps, a smaller batch, or a "
        "narrower or shallower network.",
        "한 번의 학습에 허용되는 연산은 {limit} · 10¹²회(약 1분)까지인데 이 설정으로는 {value} · "
        "10¹²회입니다. 스텝 수나 배치 크기를 줄이거나 더 좁거나 얕은 신경망을 선택해 주세요.",
    ),
    "error.busy": (
        "At most {limit} trainings may wait at once, and so many do. Try again in about {seconds} s, or "
        "choose a data set with the settings it opens with, which is there at once.",
        "기다리는 학습은 한 번에 {limit}개까지인데 이미 그만큼 있습니다. 약 {seconds}초 뒤에 다시 시도하거나, 처음 설정 그대로의 "
        "데이터를 선택해 주세요. 그 결과는 바로 나옵니다.",
    ),
    "error.toy.diverged": (
        "Training must keep the models' outputs finite, but with learning rate {value} they no "
        "longer were at step {step}. Choose a smaller learning rate.",
        "학습하는 동안 모델의 출력은 유한해야 하는데 학습률 {value}에서는 {step}번째 스텝에서 "
        "발산했습니다. 더 작은 학습률을 선택해 주세요.",
    ),
}
