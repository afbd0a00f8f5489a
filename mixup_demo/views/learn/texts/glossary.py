"""The glossary: terms and what they mean, opened in place and listed at the end."""

#: name -> the term, then its meaning, each in English and Korean
TERMS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "risk": (
        ("Risk, empirical risk", "위험, 경험적 위험"),
        (
            "The expected loss over all data that may come is the risk. Its mean over the training "
            "examples is the empirical risk.",
            "앞으로 만날 모든 데이터에 대한 손실의 기댓값이 위험이고, 학습 예제에 대한 평균이 경험적 위험입니다.",
        ),
    ),
    "erm": (
        ("ERM", "경험적 위험 최소화(ERM)"),
        (
            "Empirical Risk Minimisation: choose the network with the smallest mean loss on the "
            "training examples as they are.",
            "Empirical Risk Minimization. 학습 예제를 그대로 써서 평균 손실이 가장 작은 신경망을 고르는 원칙입니다.",
        ),
    ),
    "vrm": (
        ("VRM", "근방 위험 최소화(VRM)"),
        (
            "Vicinal Risk Minimisation: the mean loss over points drawn around the training examples, "
            "instead of over the examples alone.",
            "Vicinal Risk Minimization. 학습 예제만이 아니라 그 둘레에서 뽑은 점들에 대한 평균 손실을 줄이는 원칙입니다.",
        ),
    ),
    "vicinity": (
        ("Vicinity", "근방 분포"),
        (
            "The distribution of plausible neighbours of an example, inputs and labels.",
            "예제의 그럴듯한 이웃(입력과 레이블)의 분포입니다.",
        ),
    ),
    "regularisation": (
        ("Regularisation", "정규화(regularization)"),
        (
            "Whatever keeps a network from fitting its training examples too closely: weight decay, "
            "dropout, augmentation, stopping early.",
            "신경망이 학습 예제에 지나치게 맞추지 못하게 하는 모든 방법입니다. 가중치 감쇠, 드롭아웃, 증강, 조기 종료 등이 있습니다.",
        ),
    ),
    "memorising": (
        ("Memorising", "암기(memorization)"),
        (
            "Storing the answer of each example instead of a rule that holds for others, too.",
            "다른 예제에도 통하는 규칙 대신 예제마다 답을 저장하는 것입니다.",
        ),
    ),
    "adversarial": (
        ("Adversarial example", "적대적 예제"),
        (
            "An input changed so little that people do not notice, but chosen so that the network errs.",
            "사람은 알아차리지 못할 만큼 조금 바꾸었지만 신경망이 틀리도록 고른 입력입니다.",
        ),
    ),
    "ood": (
        ("Out of distribution", "분포 밖(OOD)"),
        (
            "Data of another kind than the training data: of no known class, or otherwise recorded.",
            "학습 데이터와 다른 종류의 데이터입니다. 아는 클래스가 아니거나 다른 방식으로 수집한 것입니다.",
        ),
    ),
    "lambda": (
        ("λ", "λ(람다)"),
        (
            "The weight of the first example of a pair, from 0 to 1; the second has 1 − λ.",
            "쌍의 첫째 예제의 비중으로 0에서 1 사이입니다. 둘째 예제의 비중은 1 − λ입니다.",
        ),
    ),
    "alpha": (
        ("α", "α(알파)"),
        (
            "The parameter of Beta(α, α), from which λ is drawn: how strongly mixup mixes.",
            "λ를 뽑는 Beta(α, α)의 파라미터로, mixup이 얼마나 강하게 섞는지를 정합니다.",
        ),
    ),
    "beta": (
        ("Beta distribution", "베타 분포"),
        (
            "A distribution over numbers from 0 to 1. With two equal parameters it is symmetric about "
            "one half.",
            "0에서 1 사이의 수에 대한 분포입니다. 두 파라미터가 같으면 2분의 1을 중심으로 대칭입니다.",
        ),
    ),
    "onehot": (
        ("One-hot vector", "원-핫 벡터"),
        (
            "A label as a list of numbers, one a class: 1 for its own class and 0 for all others.",
            "클래스마다 수 하나를 두어 레이블을 나타낸 목록으로, 자기 클래스는 1, 나머지는 0입니다.",
        ),
    ),
    "soft": (
        ("Soft label", "소프트 레이블"),
        (
            "A label that spreads its weight over several classes.",
            "비중을 여러 클래스에 나누어 주는 레이블입니다.",
        ),
    ),
    "ce": (
        ("Cross-entropy", "교차 엔트로피"),
        (
            "The usual loss of classifiers: minus the logarithm of the probability that the network "
            "gives to the right class, weighted by the label where it is soft.",
            "분류기에 흔히 쓰는 손실로, 정답 클래스에 준 확률의 로그에 음의 부호를 붙인 값입니다. 소프트 레이블이면 그 비중으로 더합니다.",
        ),
    ),
    "smoothing": (
        ("Label smoothing", "레이블 스무딩"),
        (
            "Takes a small part of the label’s weight from the right class and spreads it evenly over "
            "all classes.",
            "정답 클래스의 비중을 조금 덜어 모든 클래스에 고르게 나눕니다.",
        ),
    ),
    "gradient": (
        ("Gradient", "기울기(gradient)"),
        (
            "How the loss changes as each value of the input changes a little. Its norm says how "
            "sensitive the network is at this point.",
            "입력값이 조금씩 바뀔 때 손실이 어떻게 변하는지를 나타냅니다. 그 노름은 이 지점에서 신경망이 얼마나 민감한지를 말합니다.",
        ),
    ),
    "calibration": (
        ("Calibration", "신뢰도 보정(calibration)"),
        (
            "Whether probabilities mean what they say: of all predictions made with a confidence of "
            "four fifths, four fifths should be right.",
            "확률이 말 그대로의 뜻을 갖는지를 말합니다. 신뢰도가 5분의 4인 예측이라면 5분의 4가 맞아야 합니다.",
        ),
    ),
    "temperature": (
        ("Temperature", "온도(temperature)"),
        (
            "One number by which all logits are divided, fitted on held-out data. It changes how sure "
            "a network is, not what it predicts.",
            "모든 로짓을 나누는 수 하나로, 따로 떼어 둔 데이터에서 맞춥니다. 예측은 그대로이고 신뢰도만 달라집니다.",
        ),
    ),
    "seed": (
        ("Seed", "시드"),
        (
            "The number that a training’s chance starts from: weights, order of data, draws of λ.",
            "학습의 무작위성을 정하는 출발 숫자입니다. 초기 가중치, 데이터 순서, λ의 뽑기가 여기에 달려 있습니다.",
        ),
    ),
    "dropout": (
        ("Dropout", "드롭아웃"),
        (
            "Switches off random units of a network in each training step.",
            "학습 스텝마다 신경망의 유닛을 무작위로 끄는 방법입니다.",
        ),
    ),
    "fgsm": (
        ("FGSM", "FGSM"),
        (
            "Fast Gradient Sign Method: one step of size ε in the direction of the sign of the "
            "gradient.",
            "Fast Gradient Sign Method. 기울기의 부호 방향으로 크기 ε만큼 한 번 움직이는 공격입니다.",
        ),
    ),
    "pgd": (
        ("PGD", "PGD"),
        (
            "Projected Gradient Descent: many small steps, several random starts, never further away "
            "than the budget allows.",
            "Projected Gradient Descent. 무작위 지점에서 여러 번 출발해 작은 스텝을 여러 번 밟되, 허용된 섭동 크기를 넘지 않는 공격입니다.",
        ),
    ),
    "whitebox": (
        ("White box", "화이트박스"),
        (
            "The attacker knows the attacked network and its gradient.",
            "공격자가 공격할 신경망과 그 기울기를 아는 경우입니다.",
        ),
    ),
    "blackbox": (
        ("Black box", "블랙박스"),
        (
            "The attacker does not know the network and attacks another one in its place.",
            "공격자가 신경망을 몰라 다른 신경망을 대신 공격하는 경우입니다.",
        ),
    ),
    "masking": (
        ("Gradient masking", "기울기 마스킹"),
        (
            "A network looks robust because its gradient points nowhere useful, not because its "
            "predictions hold.",
            "예측이 버텨서가 아니라 기울기가 쓸모없는 방향을 가리켜서 강건해 보이는 현상입니다.",
        ),
    ),
    "gan": (
        ("GAN", "GAN"),
        (
            "Generative Adversarial Network: a generator makes points, and a discriminator learns to "
            "tell them from real ones.",
            "Generative Adversarial Network. 생성자가 점을 만들고, 판별자가 진짜와 구별하는 법을 배웁니다.",
        ),
    ),
    "modes": (
        ("Modes", "모드"),
        (
            "The separate groups of a distribution, here its Gaussians. A collapsed GAN finds few of "
            "them.",
            "분포를 이루는 각각의 무리로, 여기서는 가우시안 하나하나입니다. 무너진 GAN은 그중 일부만 찾습니다.",
        ),
    ),
    "spectrogram": (
        ("Spectrogram", "스펙트로그램"),
        (
            "A sound as a picture: time to the right, pitch upwards, loudness as brightness.",
            "소리를 그림으로 나타낸 것입니다. 가로는 시간, 세로는 음높이, 밝기는 세기입니다.",
        ),
    ),
    "cutmix": (
        ("CutMix", "CutMix"),
        (
            "Training on images with a box pasted in from another one; labels mixed by area.",
            "다른 이미지에서 오려 낸 상자를 붙인 이미지로 학습하고, 레이블은 면적 비율로 섞는 방법입니다.",
        ),
    ),
    "manifoldmixup": (
        ("Manifold mixup", "매니폴드 mixup"),
        (
            "mixup applied to a hidden layer that is chosen anew for each batch.",
            "배치마다 고른 은닉층에 mixup을 적용하는 방법입니다.",
        ),
    ),
    "underfits": (
        ("Underfitting", "과소적합"),
        (
            "The network does not even fit its training examples.",
            "학습 예제에조차 제대로 맞추지 못한 상태입니다.",
        ),
    ),
    "intrusion": (
        ("Manifold intrusion", "매니폴드 침범"),
        (
            "A mixture lands where a real example of another class could be, so that its label "
            "contradicts the data.",
            "섞은 예제가 다른 클래스의 실제 예제가 있을 자리에 떨어져 레이블이 데이터와 어긋나는 현상입니다.",
        ),
    ),
}

TEXTS: dict[str, tuple[str, str]] = {
    **{f"learn.term.{name}": term for name, (term, _) in TERMS.items()},
    **{f"learn.term.{name}.help": meaning for name, (_, meaning) in TERMS.items()},
}
