"""Chapters 1 to 3: empirical risk, what it forgets, and vicinities.

In all chapters ``*word*`` stresses a word and ``[term|words]`` explains a term of the glossary.
"""

TEXTS: dict[str, tuple[str, str]] = {
    "learn.erm.title": ("Empirical risk minimisation", "경험적 위험 최소화(ERM)"),
    "learn.erm.1": (
        "A network should make few mistakes on data that it will meet, but the distribution of those "
        "data is unknown. What we can compute is the mean loss over the training examples, the "
        "[risk|empirical risk]. Making it as small as possible is [erm|empirical risk "
        "minimisation], and nearly every network is trained by it.",
        "신경망은 앞으로 만날 데이터에서 잘 맞혀야 하지만, 그 데이터의 분포는 알 수 없습니다. 계산할 수 있는 것은 학습 예제에 대한 "
        "평균 손실, 곧 [risk|경험적 위험]뿐입니다. 이것을 가능한 한 작게 만드는 원칙이 [erm|경험적 위험 최소화]이며, 거의 모든 "
        "신경망이 이렇게 학습됩니다.",
    ),
    "learn.erm.2": (
        "Learning theory says when this can be trusted. The empirical risk converges to the true one, "
        "and its minimiser to the best network, *if the size of the network does not grow with the "
        "number of examples*. Modern practice does the opposite: more data, larger networks, up to "
        "language models with hundreds of billions of weights that have read much of the web.",
        "학습 이론은 이 원칙을 언제 믿어도 되는지 알려 줍니다. *신경망의 크기가 데이터의 수와 함께 커지지 않는다면*, 경험적 "
        "위험은 실제 위험으로 수렴하고 그 최소점도 가장 좋은 신경망으로 수렴합니다. 그런데 요즘은 반대로 데이터가 늘면 신경망도 "
        "함께 키웁니다. 웹의 많은 글을 읽은 언어 모델은 가중치가 수천억 개에 이릅니다.",
    ),
    "learn.erm.ask": (
        "A curve is fitted by least squares, and its number of parameters grows in step with the "
        "number of points. Does the gap between the error on training points and the error on new "
        "points close?",
        "최소제곱으로 맞춘 곡선의 파라미터 수를 점의 수에 비례해 늘린다고 합시다. 학습한 점의 오차와 새 점의 오차 사이의 차이는 사라집니까?",
    ),
    "learn.erm.ask.a": (
        "Yes, enough points close any gap",
        "그렇다, 점이 충분하면 언제나 사라진다",
    ),
    "learn.erm.ask.b": (
        "No, it stays however many points there are",
        "아니다, 점이 아무리 많아도 남는다",
    ),
    "learn.erm.ask.c": ("It closes even faster", "오히려 더 빨리 사라진다"),
    "learn.erm.because": (
        "For least squares the gap depends on parameters per point. With a fixed size that ratio goes "
        "to zero, and so does the gap. If both grow together, the ratio and the gap stay. Set the "
        "figure to “grows with the data” and add points. Large networks can behave better than this; "
        "the theory just no longer promises it.",
        "최소제곱에서는 점 하나당 파라미터 수가 차이를 정합니다. 크기가 고정되면 이 비율이 0으로 가고 차이도 사라집니다. 함께 커지면 비율도 "
        "차이도 그대로입니다. 그림을 ‘데이터와 함께 커짐’으로 바꾸고 점을 늘려 확인해 보세요. 큰 신경망은 이보다 나을 수 있지만, "
        "이론이 더는 보장해 주지 않습니다.",
    ),
    "learn.erm.more.1": (
        "The theorem (Vapnik and Chervonenkis) is about the worst case over all distributions. That "
        "it does not apply does not mean that large networks must fail, and they often do not; it "
        "means that a small training error alone promises nothing. The paper starts from this gap "
        "between theory and practice.",
        "이 정리(Vapnik과 Chervonenkis)는 모든 분포 가운데 최악의 경우를 다룹니다. 정리의 조건이 깨졌다고 해서 큰 신경망이 반드시 "
        "실패하는 것은 아니며, 실제로 잘되는 일도 많습니다. 다만 학습 오차가 작다는 사실만으로는 아무것도 보장되지 않습니다. 논문은 "
        "이론과 실제의 이 틈에서 출발합니다.",
    ),
    "learn.memory.title": (
        "Memorising, and the space in between",
        "암기, 그리고 예제 사이의 빈 공간",
    ),
    "learn.memory.1": (
        "A network with more parameters than examples can bring the training error to zero without "
        "any rule. Given *random* labels, ordinary image networks learn all of them by heart, even "
        "under strong [regularisation|regularisation]. This is [memorising|memorisation], and "
        "nothing in ERM prevents it.",
        "예제보다 파라미터가 많은 신경망은 아무 규칙을 찾지 못해도 학습 오차를 0으로 만들 수 있습니다. 레이블을 *무작위로* 바꾸어도 "
        "평범한 이미지 신경망은 그 레이블을 통째로 외워 버리며, 강한 [regularisation|정규화]를 써도 마찬가지입니다. 이것이 "
        "[memorising|암기]이고, ERM에는 이를 막을 장치가 없습니다.",
    ),
    "learn.memory.2": (
        "Nor does ERM say anything about points that are not training examples. Between two of them "
        "the prediction may jump, even to a third class. A tiny, chosen change can flip it (an "
        "[adversarial|adversarial example]), and on data [ood|outside the training distribution] it "
        "can be wrong and sure.",
        "게다가 ERM은 학습 예제가 아닌 점에 대해서는 아무 말도 하지 않습니다. 두 예제 사이에서 예측이 갑자기 뒤집히거나 엉뚱한 제3의 "
        "클래스가 나오기도 합니다. 일부러 고른 작은 변화만으로도 예측이 바뀌고([adversarial|적대적 예제]), [ood|학습 분포 밖]의 "
        "데이터에서는 틀리고도 신뢰도가 높을 수 있습니다.",
    ),
    "learn.memory.ask": (
        "The authors replaced four fifths of CIFAR-10’s training labels by random ones. How many of "
        "those random labels did an ERM network reproduce at the end?",
        "저자들은 CIFAR-10 학습 레이블의 5분의 4를 무작위 레이블로 바꾸었습니다. ERM으로 학습한 신경망은 마지막에 그 무작위 레이블을 "
        "얼마나 그대로 답했습니까?",
    ),
    "learn.memory.ask.a": (
        "Few: random labels have no rule to be learned",
        "거의 못 맞힌다, 무작위에는 배울 규칙이 없으니까",
    ),
    "learn.memory.ask.b": ("About half", "절반쯤"),
    "learn.memory.ask.c": ("Nearly all", "거의 전부"),
    "learn.memory.because": (
        "Nearly all. For the empirical risk a wrong label counts as much as a right one, so the "
        "network finds a place for each. The price is paid on test images.",
        "거의 전부입니다. 경험적 위험에서는 잘못된 레이블도 올바른 레이블과 똑같이 한 표이므로, 신경망은 하나하나를 모두 외웁니다. 그 대가는 "
        "테스트 이미지에서 치릅니다.",
    ),
    "learn.memory.paper": (
        "Paper, {share} % of the labels random: ERM ends with {corrupted} % error on the random "
        "training labels themselves{reported} and {last} % on test images.",
        "논문, 레이블의 {share} %가 무작위: ERM의 마지막 오차는 무작위 학습 레이블에서 {corrupted} %{reported}, 테스트 이미지에서 "
        "{last} %입니다.",
    ),
    "learn.memory.more.1": (
        "Our small CNN learns fewer of the random labels than the paper’s network; our thin ResNet, "
        "trained for longer on few images, learns nearly all. The order is the same in both: ERM gives "
        "back more of them than mixup. Chapter “Corrupted labels” looks at the test error.",
        "우리의 작은 CNN은 논문의 신경망보다 무작위 레이블을 덜 외우고, 적은 이미지로 오래 학습한 좁은 ResNet은 거의 다 외웁니다. 순서는 둘 다 같습니다. "
        "ERM이 mixup보다 더 많이 그대로 답합니다. 테스트 오차는 ‘잘못된 레이블’ 장에서 다룹니다.",
    ),
    "learn.vicinity.title": ("Vicinal risk minimisation", "근방 위험 최소화(VRM)"),
    "learn.vicinity.1": (
        "Instead of a single point, put a small cloud around each example: its [vicinity|vicinity], a "
        "distribution of plausible neighbours. Training on points drawn from these clouds is "
        "[vrm|vicinal risk minimisation]. All data augmentation is of this kind.",
        "점 하나 대신 예제 둘레에 작은 구름을 둡니다. 이것이 [vicinity|근방 분포], 곧 그럴듯한 이웃의 분포입니다. 이 분포에서 뽑은 "
        "점으로 학습하는 것이 [vrm|근방 위험 최소화]이며, 데이터 증강은 모두 여기에 속합니다.",
    ),
    "learn.vicinity.2": (
        "But which neighbours are plausible? Noise assumes that small changes keep the class. Cropping "
        "and mirroring are an expert’s knowledge about photos. Both stay with one example and its "
        "class; *neither says what lies between two classes*. mixup’s vicinity does: it reaches "
        "towards all other examples and takes their labels along.",
        "그렇다면 어떤 이웃이 그럴듯합니까? 노이즈는 조금 바뀌어도 클래스가 그대로라고 가정합니다. 자르기와 좌우 뒤집기는 사진에 대한 "
        "전문 지식입니다. 둘 다 예제 하나와 그 클래스 안에 머물 뿐, *두 클래스 사이에 무엇이 있는지는 말하지 않습니다*. mixup의 근방은 "
        "다릅니다. 다른 모든 예제를 향해 뻗고, 그 레이블까지 함께 가져옵니다.",
    ),
    "learn.vicinity.ask": (
        "Mirroring an image left to right is a good vicinity for animals. For which task is it a bad "
        "one?",
        "좌우 뒤집기는 동물 사진에는 좋은 근방입니다. 어떤 과제에서는 나쁜 근방이 됩니까?",
    ),
    "learn.vicinity.ask.a": ("Telling ships from airplanes", "배와 비행기 구별하기"),
    "learn.vicinity.ask.b": ("Reading letters", "글자 읽기"),
    "learn.vicinity.ask.c": ("Finding out whether it is day or night", "낮인지 밤인지 알아내기"),
    "learn.vicinity.because": (
        "A mirrored b is a d, and its label would be wrong. Such a vicinity carries knowledge about "
        "the data, and can be mistaken. mixup needs no such knowledge: its neighbours come from "
        "the data set itself, so it can be applied to images, sounds and tables alike. Its own "
        "assumption, that labels mix as inputs do, can be wrong, too (chapter “Where it fails”).",
        "b를 뒤집으면 d가 되어 레이블이 틀립니다. 이런 근방에는 데이터에 대한 지식이 들어 있어서 잘못될 수도 있습니다. mixup에는 그런 "
        "지식이 필요 없습니다. 이웃이 데이터 자체에서 나오므로 이미지, 소리, 표에 똑같이 적용할 수 있습니다. 다만 레이블도 입력처럼 "
        "섞인다는 mixup의 가정 역시 틀릴 수 있습니다(‘실패하는 경우’ 장).",
    ),
    "learn.vicinity.more.1": (
        "Chapelle and others proposed the principle with Gaussian vicinities: the same as adding "
        "noise to the inputs. Because each vicinity keeps the label of its example, the labels’ "
        "distribution does not change. In mixup’s vicinity inputs and labels move together, which "
        "makes it a statement about the function: linear from one example to the next.",
        "Chapelle 등이 처음 제안한 근방은 가우시안으로, 입력에 노이즈를 더하는 것과 같습니다. 이런 근방에서는 예제의 레이블이 그대로 "
        "유지되므로 레이블의 분포가 바뀌지 않습니다. mixup의 근방에서는 입력과 레이블이 함께 움직입니다. 그래서 함수 자체에 대한 주장, 곧 예제 사이에서 선형이라는 "
        "주장이 됩니다.",
    ),
}
