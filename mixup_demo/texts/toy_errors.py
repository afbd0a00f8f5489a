"""What is wrong with the settings of a training or a GAN in the plane."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.gan.run": (
        "The run must be one of {names}, but is {value}. Choose one of these.",
        "학습은 {names} 중 하나여야 하는데 {value}입니다. 이 가운데에서 고르십시오.",
    ),
    "error.gan.data": (
        "The target of a GAN must be one of {names}, but is {value}. Choose one of these.",
        "GAN의 목표 분포는 {names} 중 하나여야 하는데 {value}입니다. 이 가운데에서 고르십시오.",
    ),
    "error.gan.alpha": (
        "Bundled GANs have an α of {names}, but α is {value}. Choose one of these, or train one "
        "live with this α.",
        "준비된 GAN의 α는 {names} 중 하나인데 {value}입니다. 이 가운데에서 고르거나 이 α로 직접 학습하십시오.",
    ),
    "error.gan.loss": (
        "The generator's loss must be one of {names}, but is {value}. Choose one of these.",
        "생성자의 손실은 {names} 중 하나여야 하는데 {value}입니다. 이 가운데에서 고르십시오.",
    ),
    "error.gan.seed": (
        "Bundled GANs of this target and loss have a seed of {names}, but the seed is {value}. Choose one "
        "of these, or train one live with this seed.",
        "이 목표 분포와 손실의 준비된 GAN은 시드가 {names} 중 하나인데 {value}입니다. 이 가운데에서 고르거나 이 시드로 직접 "
        "학습하십시오.",
    ),
    "error.gan.latent": (
        "The latent vector must have from {minimum} to {maximum} numbers, but has {value}. Choose "
        "a whole number in that range.",
        "잠재 벡터의 길이는 {minimum}에서 {maximum} 사이여야 하는데 {value}입니다. 이 범위의 정수를 고르십시오.",
    ),
    "error.gan.critic": (
        "There must be from {minimum} to {maximum} discriminator steps per generator step, but "
        "there are {value}. Choose a whole number in that range.",
        "생성자 한 걸음당 판별자는 {minimum}에서 {maximum}걸음이어야 하는데 {value}입니다. 이 범위의 정수를 고르십시오.",
    ),
    "error.gan.width": (
        "A layer of a live GAN must have from {minimum} to {maximum} units, but has {value}. "
        "Choose a whole number in that range.",
        "직접 학습하는 GAN의 층은 유닛이 {minimum}에서 {maximum}개여야 하는데 {value}개입니다. 이 범위의 정수를 고르십시오.",
    ),
    "error.gan.steps": (
        "A live GAN is trained for {minimum} to {maximum} iterations, but {value} were asked for. "
        "Choose a whole number in that range.",
        "직접 학습하는 GAN은 {minimum}에서 {maximum}번 반복하는데 {value}번을 요청했습니다. 이 범위의 정수를 고르십시오.",
    ),
    "error.gan.start": (
        "The number of frames that the page has must be a whole number from {minimum}, but is "
        "{value}. Reload the page.",
        "페이지가 가진 프레임 수는 {minimum} 이상의 정수여야 하는데 {value}입니다. 페이지를 새로 고치십시오.",
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
    "error.busy": (
        "At most {limit} trainings may wait at once, and so many do. Try again in about {seconds} s, or "
        "choose a data set with the settings it opens with, which is there at once.",
        "기다리는 학습은 한 번에 {limit}개까지인데 이미 그만큼 있습니다. 약 {seconds}초 뒤에 다시 시도하거나, 처음 설정 그대로의 "
        "데이터를 선택해 주세요. 그 결과는 바로 나옵니다.",
    ),
    "error.toy.diverged": (
        "Training must keep the models' answers finite, but with learning rate {value} they no "
        "longer were at step {step}. Choose a smaller learning rate.",
        "학습하는 동안 모델의 대답은 유한해야 하는데 학습률 {value}에서 {step}번째 걸음에 이르러 그렇지 않게 되었습니다. 더 작은 학습률을 "
        "고르십시오.",
    ),
}
