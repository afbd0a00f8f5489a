"""Chapters 4 to 6: the equation, mixed labels, and why a straight line."""

TEXTS: dict[str, tuple[str, str]] = {
    "learn.equation.title": ("mixup in one equation", "mixup의 식"),
    "learn.equation.1": (
        "Draw two training examples at random and a weight [lambda|λ] between 0 and 1. Mix the inputs "
        "by λ, and mix the labels, written as [onehot|one-hot vectors], by the same λ. The result is "
        "a new example, and the network is trained on nothing else.",
        "학습 예제 두 개와 0에서 1 사이의 비율 [lambda|λ]를 무작위로 뽑습니다. 두 입력을 λ로 섞고, [onehot|원-핫 벡터]로 쓴 두 "
        "레이블도 같은 λ로 섞습니다. 이렇게 만든 새 예제만으로 신경망을 학습합니다.",
    ),
    "learn.equation.2": (
        "λ comes from [beta|Beta(α, α)]. A small [alpha|α] gives λ near 0 or 1, so almost the "
        "original examples; α = 1 makes every λ equally likely; a large α mixes about half and half. "
        "As α goes to 0, mixup becomes ERM.",
        "λ는 [beta|Beta(α, α)] 분포에서 뽑습니다. [alpha|α]가 작으면 λ가 0이나 1에 가까워 원래 예제와 거의 같고, α = 1이면 모든 λ가 "
        "똑같이 나오며, α가 크면 거의 반반씩 섞입니다. α가 0으로 가면 mixup은 ERM이 됩니다.",
    ),
    "learn.equation.ask": (
        "α is small, as in the paper’s ImageNet experiments. What do most mixed images look like?",
        "논문의 ImageNet 실험처럼 α가 작다면, 섞은 이미지는 대개 어떤 모습입니까?",
    ),
    "learn.equation.ask.a": ("Almost like one of the two originals", "두 원본 중 하나와 거의 같다"),
    "learn.equation.ask.b": ("Half of each", "반반씩 섞여 있다"),
    "learn.equation.ask.c": ("Every ratio equally often", "모든 비율이 고르게 나온다"),
    "learn.equation.because": (
        "For α below one the density is highest at both ends: most λ lie near 0 or 1, and only now "
        "and then are two images really mixed. Choose the smallest α under the picture and draw a "
        "few times.",
        "α가 1보다 작으면 밀도가 양 끝에서 가장 높습니다. λ는 대부분 0이나 1 근처이고, 두 이미지가 제대로 섞이는 일은 가끔입니다. 그림 "
        "아래에서 가장 작은 α를 고르고 여러 번 뽑아 보세요.",
    ),
    "learn.equation.more.1": (
        "In code, the pairs are a batch and a shuffled copy of it (the paper’s listing has two "
        "loaders of the same data), and one λ serves the whole batch. The two examples need not be "
        "of different classes; chance decides. The authors also tried pairs of one class or of near "
        "neighbours only, and mixing more than two: none of it helped further.",
        "코드에서는 배치와 그 순서를 섞은 사본을 짝짓고(논문의 코드는 같은 데이터의 로더 두 개를 씁니다) 배치 전체에 λ 하나를 "
        "씁니다. 두 예제의 클래스가 꼭 달라야 하는 것은 아니며, 무엇이 짝이 될지는 우연에 맡깁니다. 저자들은 같은 클래스나 가까운 이웃끼리만 섞거나 "
        "셋 이상을 섞는 것도 시도했지만 더 나아지지 않았습니다.",
    ),
    "learn.equation.more.2": (
        "λ is often called the strength of the mixing, but the strength is α: λ is drawn anew for "
        "each batch, and α says from where. λ and 1 − λ are interchangeable, because the density is "
        "symmetric.",
        "λ를 혼합의 세기라고 부르기도 하지만, 세기를 정하는 것은 α입니다. λ는 배치마다 새로 뽑으며 α가 그 분포를 정합니다. 밀도가 "
        "대칭이므로 λ와 1 − λ는 서로 바꾸어도 됩니다.",
    ),
    "learn.labels.title": ("Two labels, one loss", "레이블은 둘, 손실은 하나"),
    "learn.labels.1": (
        "The mixed label is a [soft|soft label]: it asks for λ of the first class and 1 − λ of the "
        "second. The [ce|cross-entropy] is linear in the label, so the loss against the soft label "
        "*equals* the two ordinary losses, mixed by λ. That is why most code never builds a soft "
        "label: it computes two losses and mixes them.",
        "섞은 레이블은 [soft|소프트 레이블]입니다. 첫째 클래스에 λ, 둘째 클래스에 1 − λ를 요구합니다. [ce|교차 엔트로피]는 레이블에 "
        "대해 선형이므로, 소프트 레이블에 대한 손실은 보통의 손실 두 개를 λ로 섞은 값과 *정확히 같습니다*. 그래서 대부분의 코드는 "
        "소프트 레이블을 만들지 않고 손실 두 개를 계산해 섞습니다.",
    ),
    "learn.labels.ask": (
        "For a given λ, which prediction makes this loss smallest?",
        "λ가 정해졌을 때, 이 손실을 가장 작게 만드는 예측은 무엇입니까?",
    ),
    "learn.labels.ask.a": (
        "All probability on the heavier class",
        "비중이 큰 클래스에 확률을 모두 준다",
    ),
    "learn.labels.ask.b": ("λ and 1 − λ on the two classes", "두 클래스에 λ와 1 − λ를 준다"),
    "learn.labels.ask.c": (
        "The same probability for every class",
        "모든 클래스에 같은 확률을 준다",
    ),
    "learn.labels.because": (
        "The prediction that equals the label. Even then the loss is not zero, but the entropy of the "
        "soft label. So a mixup network is asked to be unsure between examples, its training loss "
        "stays high, and its training accuracy cannot be compared with ERM’s.",
        "레이블과 똑같은 예측입니다. 그때도 손실은 0이 아니라 소프트 레이블의 엔트로피입니다. 따라서 mixup 신경망은 예제 사이에서 "
        "망설이도록 학습되고, 학습 손실은 높게 유지되며, 학습 정확도를 ERM과 비교할 수 없습니다.",
    ),
    "learn.labels.more.1": (
        "[smoothing|Label smoothing] softens labels, too, but the same for every image and whatever the "
        "input. The authors tried to mix the inputs alone and smooth the labels: it helps less. Input "
        "and label must move together.",
        "[smoothing|레이블 스무딩]도 레이블을 부드럽게 하지만, 입력과 관계없이 모든 이미지에 똑같이 적용합니다. 저자들은 입력만 섞고 "
        "레이블은 스무딩하는 방법도 시험했는데 효과가 덜했습니다. 입력과 레이블은 함께 움직여야 합니다.",
    ),
    "learn.between.title": ("Why straight in between?", "왜 사이를 직선으로 이을까?"),
    "learn.between.1": (
        "mixup asks for a prediction that moves in a straight line from one example to the next. Of "
        "all ways to get there this is the simplest, and it leaves no room for jumps. In the paper’s "
        "Figure 1 an ERM network draws a hard edge between two classes, and a mixup network a gradual "
        "passage.",
        "mixup은 한 예제에서 다음 예제로 예측이 직선으로 옮겨 가기를 요구합니다. 여러 길 가운데 가장 단순한 길이고, 갑자기 뒤집힐 "
        "여지가 없습니다. 논문의 그림 1에서 ERM 신경망은 두 클래스 사이에 날카로운 경계를 긋고, mixup 신경망은 완만하게 넘어갑니다.",
    ),
    "learn.between.2": (
        "Figure 2 measures this between training images: how often does a network name a class that "
        "neither image has, and how strongly does its loss react to the input there (the norm of the "
        "[gradient|gradient])? We measure it between test images.",
        "그림 2는 학습 이미지 사이에서 이를 측정합니다. 두 이미지 어느 쪽의 것도 아닌 클래스를 얼마나 자주 답하는지, 그리고 손실이 "
        "입력에 얼마나 민감한지([gradient|기울기]의 노름)를 봅니다. 우리는 테스트 이미지 사이에서 측정합니다.",
    ),
    "learn.between.ask": (
        "We walked along the lines between many pairs of test images. Which of our two networks names "
        "a third class more often?",
        "우리는 테스트 이미지의 여러 쌍을 잇는 선을 따라가 보았습니다. 두 신경망 중 어느 쪽이 제3의 클래스를 더 자주 답합니까?",
    ),
    "learn.between.ask.a": ("ERM", "ERM"),
    "learn.between.ask.b": ("Both alike", "둘이 비슷하다"),
    "learn.between.ask.c": ("mixup", "mixup"),
    "learn.between.because": (
        "ERM on this pair of networks, above all half-way between the two, where it was never trained; on "
        "a smaller pair, over seeds, that is not decided. The gradient is smaller "
        "with mixup, too, but look at the last number: mixup networks are also less confident. Made "
        "[calibration|equally confident], mixup no longer has the smaller gradient.",
        "이 신경망 쌍에서는 ERM입니다. 특히 두 이미지의 중간 부근, 곧 ERM이 한 번도 학습하지 않은 곳에서 그렇습니다. 작은 쌍은 여러 시드로 보아도 판단할 수 없습니다. 기울기도 mixup에서 더 작습니다. 그런데 마지막 숫자를 보세요. "
        "mixup 신경망은 신뢰도도 더 낮습니다. [calibration|신뢰도를 똑같이 맞추면] 더는 mixup의 기울기가 더 작지 않습니다.",
    ),
    "learn.between.more.1": (
        "Others have sharpened the picture: mixup widens the band in which a network passes from one "
        "class to another (“boundary thickness”), and its loss can be read as the ordinary loss plus a "
        "penalty on the gradient that depends on the data. The Boundary view shows the whole plane "
        "through three images.",
        "이후의 연구는 그림을 더 다듬었습니다. mixup은 한 클래스에서 다른 클래스로 넘어가는 띠(‘경계 두께’)를 넓히고, mixup의 손실은 "
        "보통의 손실에 데이터에 따른 기울기 벌점을 더한 것으로 볼 수 있습니다. 세 이미지를 지나는 평면 전체는 ‘경계’ 화면에서 볼 수 "
        "있습니다.",
    ),
}
