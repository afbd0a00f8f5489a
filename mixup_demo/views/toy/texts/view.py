"""The Toy view: controls, maps, what moves with the step. Measures and errors: `training`, `texts.toy_errors`."""

TEXTS: dict[str, tuple[str, str]] = {
    "view.toy": ("Toy", "토이"),
    "toy.title": ("ERM and mixup, step by step", "ERM과 mixup, 한 걸음씩"),
    "toy.help": (
        "Two networks with the same first weights learn the same points in the same order. One sees "
        "them as they are (ERM), the other mixed in pairs (mixup). Colour is the likeliest class, "
        "the stronger the surer; the line is the decision boundary. Move the pointer, a finger or "
        "the arrow keys over a map for what both say there.",
        "처음 가중치가 같은 두 신경망이 같은 점을 같은 순서로 배웁니다. 하나는 있는 그대로(ERM), 다른 하나는 둘씩 "
        "섞어서(mixup) 봅니다. 색은 가장 그럴듯한 클래스이고 진할수록 확신이 크며, 선은 결정 경계입니다. 지도 위에서 "
        "포인터나 손가락, 화살표 키를 움직이면 그곳에서 두 모델의 대답을 볼 수 있습니다.",
    ),
    "toy.settings": ("Settings of the training", "학습 설정"),
    "toy.data": ("Data", "데이터"),
    "toy.mixing": ("mixup", "mixup"),
    "toy.network": ("Network and optimiser", "신경망과 최적화"),
    "toy.reset": ("Back to the defaults", "기본값으로"),
    "toy.dataset": ("Data set", "데이터 집합"),
    "toy.dataset.toy": ("ring", "고리"),
    "toy.dataset.moons": ("moons", "두 달"),
    "toy.dataset.circles": ("circles", "두 원"),
    "toy.dataset.spirals2": ("2 spirals", "나선 2"),
    "toy.dataset.spirals3": ("3 spirals", "나선 3"),
    "toy.dataset.blobs2": ("2 blobs", "덩어리 2"),
    "toy.dataset.blobs3": ("3 blobs", "덩어리 3"),
    "toy.dataset.blobs4": ("4 blobs", "덩어리 4"),
    "toy.dataset.xor": ("XOR", "XOR"),
    "toy.dataset.checkerboard": ("checkers", "체커판"),
    "toy.dataset.iris": ("Iris", "붓꽃"),
    "toy.dataset.drawn": ("draw", "그리기"),
    "toy.draw.how": (
        "Choose a class and draw its points on a map: with the pointer, a finger, or the arrow keys "
        "and Enter. Training begins with the second class.",
        "클래스를 고르고 지도 위에 점을 그리십시오. 포인터나 손가락, 또는 화살표 키와 Enter를 쓸 수 있습니다. 두 번째 "
        "클래스가 생기면 학습이 시작됩니다.",
    ),
    "toy.draw.class": ("Class of the points to be drawn", "그릴 점의 클래스"),
    "toy.draw.undo": ("Take back", "되돌리기"),
    "toy.draw.clear": ("Clear", "모두 지우기"),
    "toy.draw.full": (
        "A link carries at most {most} drawn points, and there are {most}. Take some back to draw "
        "others.",
        "링크에는 그린 점이 {most}개까지 담기는데 이미 {most}개입니다. 몇 개를 되돌린 뒤 그리십시오.",
    ),
    "toy.n": ("Training points", "학습 점의 수"),
    "toy.n.help": (
        "How many points both networks learn. As many new ones, with true labels, test them.",
        "두 신경망이 배우는 점의 수입니다. 레이블이 올바른 새 점들로 시험합니다.",
    ),
    "toy.noise": ("Noise", "잡음"),
    "toy.noise.help": (
        "Standard deviation of the points about their shape, which reaches from −1 to 1.",
        "점이 모양에서 벗어나는 정도(표준편차)입니다. 모양은 −1에서 1까지 펼쳐집니다.",
    ),
    "toy.flip": ("Flipped labels", "뒤바뀐 레이블"),
    "toy.flip.help": (
        "Share of training points that bear the label of another class; dark rings mark them. Test "
        "points keep their true labels.",
        "다른 클래스의 레이블이 붙은 학습 점의 비율이며 어두운 테두리로 표시합니다. 시험 점의 레이블은 그대로입니다.",
    ),
    "toy.seed": ("Seed", "시드"),
    "toy.seed.help": (
        "Where points, first weights, order and λ come from. The same seed gives the same training.",
        "점, 처음 가중치, 순서, λ를 정하는 난수 시드입니다. 시드가 같으면 학습도 같습니다.",
    ),
    "toy.alpha": ("α of Beta(α, α)", "Beta(α, α)의 α"),
    "toy.alpha.help": (
        "How strongly pairs are mixed. 0 mixes nothing: then both networks are the same. The paper "
        "uses 0.1 to 0.4 on ImageNet and 1 on CIFAR-10.",
        "쌍을 섞는 세기입니다. 0이면 섞지 않으므로 두 신경망이 같습니다. 논문은 ImageNet에 0.1~0.4, CIFAR-10에 1을 "
        "썼습니다.",
    ),
    "toy.lambdas": ("One λ for each", "λ 하나의 단위"),
    "toy.lambdas.help": (
        "Whether all pairs of a batch share one λ, as in the authors' code, or each has its own.",
        "저자들의 코드처럼 배치의 모든 쌍이 λ 하나를 함께 쓰는지, 쌍마다 따로 뽑는지를 정합니다.",
    ),
    "toy.lambdas.batch": ("batch", "배치"),
    "toy.lambdas.sample": ("pair", "쌍"),
    "toy.depth": ("Hidden layers", "은닉층"),
    "toy.depth.help": ("Number of hidden layers.", "은닉층의 수입니다."),
    "toy.width": ("Units a layer", "층마다 뉴런"),
    "toy.width.help": ("Number of units in each hidden layer.", "은닉층 하나의 뉴런 수입니다."),
    "toy.activation": ("Activation", "활성 함수"),
    "toy.activation.help": (
        "What bends a layer's output. With ReLU the boundary is made of straight pieces.",
        "층의 출력을 휘는 함수입니다. ReLU이면 경계가 곧은 조각으로 이루어집니다.",
    ),
    "toy.activation.relu": ("ReLU", "ReLU"),
    "toy.activation.tanh": ("tanh", "tanh"),
    "toy.activation.gelu": ("GELU", "GELU"),
    "toy.optimiser": ("Optimiser", "최적화"),
    "toy.optimiser.help": (
        "How a gradient becomes a step. SGD has momentum 0.9 and needs a higher learning rate.",
        "기울기로 가중치를 옮기는 방법입니다. SGD는 모멘텀이 0.9이고 더 큰 학습률이 필요합니다.",
    ),
    "toy.optimiser.adam": ("Adam", "Adam"),
    "toy.optimiser.sgd": ("SGD", "SGD"),
    "toy.rate": ("Learning rate", "학습률"),
    "toy.rate.help": ("Length of a step.", "한 걸음의 크기입니다."),
    "toy.decay": ("Weight decay", "가중치 감쇠"),
    "toy.decay.help": (
        "How strongly every step pulls the weights towards zero.",
        "걸음마다 가중치를 0 쪽으로 당기는 세기입니다.",
    ),
    "toy.batch": ("Batch", "배치 크기"),
    "toy.batch.help": (
        "Points a step; pairs are formed within the batch.",
        "한 걸음에 쓰는 점의 수입니다. 쌍은 배치 안에서 짓습니다.",
    ),
    "toy.steps": ("Steps", "걸음 수"),
    "toy.steps.help": ("How many steps a training has.", "학습의 걸음 수입니다."),
    "toy.dots": ("points of the step", "이 걸음의 점"),
    "toy.at": ("step {step} of {steps}", "{steps}걸음 중 {step}"),
    "toy.training": ("training, {percent} %", "학습 중, {percent} %"),
    "toy.progress": ("Progress of the training", "학습 진행"),
    "toy.map": (
        "Map of {model}: which class it names where. Arrow keys walk on it.",
        "{model}의 지도: 어디서 어느 클래스라고 답하는지 보여 줍니다. 화살표 키로 움직입니다.",
    ),
    "toy.map.said": ("test {accuracy}, sure {confidence}", "시험 {accuracy}, 확신 {confidence}"),
    "toy.point": ("At ({x}, {y}): {erm}; {mixup}.", "({x}, {y})에서 {erm}, {mixup}."),
    "toy.point.model": ("{model} {class} {share}", "{model} {class} {share}"),
    "toy.point.none": (
        "Move over a map: both answers at that place stand here.",
        "지도 위를 움직이면 그곳에서 두 모델의 대답이 여기에 나옵니다.",
    ),
    "toy.legend.flipped": ("flipped label", "뒤바뀐 레이블"),
    "toy.legend.mixed": ("what the step learns from", "이 걸음이 배우는 점"),
    "toy.legend.sure": ("unsure to sure", "불확실에서 확실"),
    "toy.legend.edge": ("boundary", "경계"),
    "toy.strip.title": ("The same training with other α", "α만 바꾼 같은 학습"),
    "toy.strip.help": (
        "All four share first weights, data and order, and stand at their last step. Choose one to "
        "watch it above.",
        "넷은 처음 가중치와 데이터, 순서가 같고 마지막 걸음에 있습니다. 하나를 고르면 위에서 볼 수 있습니다.",
    ),
    "toy.strip.erm": ("α = 0 (ERM)", "α = 0 (ERM)"),
    "toy.curves": ("Over the steps", "걸음에 따라"),
    "toy.curves.help": (
        "Both networks' loss, accuracy and smoothness at the recorded steps. Press or drag on a "
        "chart to go to a step.",
        "기록한 걸음마다 두 신경망의 손실, 정확도, 매끄러움입니다. 차트를 누르거나 끌면 그 걸음으로 갑니다.",
    ),
    "toy.says": ("At the end of the training", "학습을 마친 뒤"),
    "toy.says.same": (
        "With α = 0 nothing is mixed: both networks are one and the same, and it was trained once.",
        "α = 0이면 아무것도 섞지 않습니다. 두 신경망은 한 번 학습한 같은 신경망입니다.",
    ),
    "toy.says.confidence": (
        "On new points mixup is sure of its answers to {mixup} on average, ERM to {erm}.",
        "새 점에 대한 평균 확신은 mixup {mixup}, ERM {erm}입니다.",
    ),
    "toy.says.intrusion": (
        "{share} of the mixed points lie next to a training point of another class than their "
        "label's larger part (manifold intrusion, Guo et al. 2019).",
        "섞인 점의 {share}는 레이블에서 큰 몫을 차지하는 클래스가 아닌 다른 클래스의 학습 점 곁에 놓입니다"
        "(다양체 침범, Guo 외 2019).",
    ),
    "transport.label": ("Play and scrub", "재생과 탐색"),
    "transport.play": ("Play", "재생"),
    "transport.back": ("One frame back", "이전 장면"),
    "transport.forward": ("One frame on", "다음 장면"),
    "transport.slider": ("Step of the training", "학습의 걸음"),
}
