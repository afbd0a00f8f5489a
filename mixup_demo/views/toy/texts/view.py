"""The Toy view: controls, maps, what moves with the step. Measures and errors: `training`, `texts.toy_errors`."""

from mixup_demo.texts.paper import filled

TEXTS: dict[str, tuple[str, str]] = {
    "lead.toy": (
        "Watch two networks learn, with and without mixup",
        "mixup이 있을 때와 없을 때, 두 신경망이 배우는 과정",
    ),
    "lead.toy.text": (
        "Same points, same first weights, same order: only one of the two sees blends. "
        "Choose data, and play.",
        "점도, 초기 가중치도, 순서도 같고 한쪽만 섞은 점으로 학습합니다. 데이터를 선택하고 "
        "재생해 보세요.",
    ),
    "view.toy": ("Toy", "토이"),
    "toy.title": ("ERM and mixup, step by step", "ERM과 mixup의 학습 과정"),
    "toy.help": (
        "Two networks with the same initial weights learn the same points in the same order: one "
        "as they are (ERM), the other mixed in pairs (mixup). The colour is the predicted class, "
        "stronger where the model is more confident; the line is the decision boundary. Explore "
        "with the pointer, a finger or the arrow keys.",
        "초기 가중치가 같은 두 신경망이 같은 점을 같은 순서로 학습합니다. 하나는 있는 "
        "그대로(ERM), 다른 하나는 둘씩 섞어서(mixup) 학습합니다. 색은 예측한 클래스로 신뢰도가 "
        "높을수록 진하고, 선은 결정 경계입니다. 포인터나 손가락, 화살표 키로 살펴봐 주세요.",
    ),
    "toy.settings": ("Training settings", "학습 설정"),
    "toy.data": ("Data", "데이터"),
    "toy.mixing": ("mixup", "mixup"),
    "toy.network": ("Network and optimiser", "신경망과 옵티마이저"),
    "toy.files": ("Files", "파일"),
    "toy.files.none": (
        "No training is shown yet. Wait for it, or choose data, then save.",
        "아직 표시된 학습이 없습니다. 학습을 기다리거나 데이터를 선택한 뒤 저장해 주세요.",
    ),
    "toy.csv.save": ("Points as CSV", "점을 CSV로 저장"),
    "toy.csv.open": ("Open CSV …", "CSV 열기 …"),
    "toy.csv.header": (
        "The first line of the file must be “{header}”, but begins with “{value}”. Save points as CSV to "
        "see an example.",
        "파일의 첫 줄은 ‘{header}’여야 하는데 이렇게 시작합니다: ‘{value}’. 점을 CSV로 저장하면 예를 볼 수 있습니다.",
    ),
    "toy.csv.few": (
        "The file must hold at least {least} points, but holds {value}. Add more.",
        "파일에 점이 {least}개 이상 있어야 하는데 {value}개입니다. 점을 더 넣어 주세요.",
    ),
    "toy.csv.many": (
        "The file may hold at most {most} points, as many as a link carries, but holds {value}. Remove some.",
        "파일에는 링크에 담을 수 있는 {most}개까지만 점을 넣을 수 있는데 {value}개입니다. 점을 줄여 주세요.",
    ),
    "toy.csv.number": (
        "Line {line} of the file must be two numbers and a class, with commas between them. Correct it.",
        "파일의 {line}번째 줄은 쉼표로 나눈 두 수와 클래스여야 합니다. 고쳐 주세요.",
    ),
    "toy.csv.outside": (
        "Line {line} of the file lies outside the map: x and y must be from {low} to {high}. Rescale the "
        "points.",
        "파일의 {line}번째 줄이 지도 밖에 있습니다. x와 y는 {low} 이상 {high} 이하여야 합니다. 좌표를 이 범위에 맞게 조정해 주세요.",
    ),
    "toy.csv.class": (
        "The class in line {line} of the file must be a whole number from 1 to {most}. Correct it.",
        "파일의 {line}번째 줄에서 클래스는 1부터 {most}까지의 정수여야 합니다. 고쳐 주세요.",
    ),
    "toy.csv.one": (
        "All points of the file have one class, but a training needs two. Add points of another class.",
        "파일의 모든 점이 같은 클래스인데 학습에는 두 클래스가 필요합니다. 다른 클래스의 점을 넣어 주세요.",
    ),
    "toy.code.save": ("Networks as PyTorch code", "신경망을 PyTorch 코드로 저장"),
    "toy.code.wait": (
        "The networks are trained once more for the file …",
        "파일에 담을 신경망을 다시 학습하고 있습니다 …",
    ),
    "toy.reset": ("Reset to defaults", "기본값으로 되돌리기"),
    "toy.dataset": ("Data set", "데이터셋"),
    "toy.dataset.toy": ("ring", "고리"),
    "toy.dataset.moons": ("2 moons", "반달 2개"),
    "toy.dataset.circles": ("2 circles", "원 2개"),
    "toy.dataset.spirals2": ("2 spirals", "나선 2개"),
    "toy.dataset.spirals3": ("3 spirals", "나선 3개"),
    "toy.dataset.blobs2": ("2 clusters", "군집 2개"),
    "toy.dataset.blobs3": ("3 clusters", "군집 3개"),
    "toy.dataset.blobs4": ("4 clusters", "군집 4개"),
    "toy.dataset.xor": ("XOR", "XOR"),
    "toy.dataset.checkerboard": ("checkers", "체커보드"),
    "toy.dataset.iris": ("Iris", "붓꽃"),
    "toy.dataset.drawn": ("draw", "그리기"),
    "toy.draw.how": (
        "Choose a class and draw its points on a map with the pointer, a finger, or the arrow "
        "keys and Enter. Training starts once there are two classes.",
        "클래스를 선택하고 지도 위에 점을 그려 주세요. 포인터나 손가락, 또는 화살표 키와 Enter를 "
        "사용할 수 있습니다. 클래스가 두 개가 되면 학습이 시작됩니다.",
    ),
    "toy.draw.class": ("Class of the points to draw", "그릴 점의 클래스"),
    "toy.draw.undo": ("Undo", "실행 취소"),
    "toy.draw.clear": ("Clear", "모두 지우기"),
    "toy.draw.full": (
        "A link holds at most {most} drawn points, and there are {most} already. Undo some to "
        "draw others.",
        "링크에는 그린 점이 {most}개까지 담기는데 이미 {most}개입니다. 일부를 실행 취소한 뒤 "
        "그려 주세요.",
    ),
    "toy.n": ("Training points", "학습 점의 수"),
    "toy.n.help": (
        "How many points both networks learn from. They are tested on new points with true labels.",
        "두 신경망이 학습하는 점의 수입니다. 테스트에는 레이블이 올바른 새로운 점을 사용합니다.",
    ),
    "toy.noise": ("Noise", "노이즈"),
    "toy.noise.help": (
        "Standard deviation of the points around their shape, which spans −1 to 1.",
        "점이 원래 모양에서 벗어나는 정도(표준편차)입니다. 모양은 −1에서 1까지입니다.",
    ),
    "toy.flip": ("Flipped labels", "뒤바뀐 레이블"),
    "toy.flip.help": (
        "Share of training points labelled as another class, marked by dark rings. Test points "
        "keep their true labels.",
        "다른 클래스의 레이블이 붙은 학습 점의 비율이며, 어두운 테두리로 표시합니다. 테스트 점의 "
        "레이블은 올바릅니다.",
    ),
    "toy.seed": ("Seed", "시드"),
    "toy.seed.help": (
        "Determines points, initial weights, order and λ: the same seed gives the same training "
        "run.",
        "점, 초기 가중치, 순서, λ를 정하는 난수 시드입니다. 시드가 같으면 학습 과정도 같습니다.",
    ),
    "toy.alpha": ("α of Beta(α, α)", "Beta(α, α)의 α"),
    "toy.alpha.help": (
        "How strongly pairs are mixed. With 0 nothing is mixed, and the two networks are the "
        "same. The paper uses {papers_alpha} on CIFAR-10; on ImageNet {papers_alpha_low} to "
        "{papers_alpha_high} improved on ERM.",
        "점을 섞는 정도입니다. 0이면 섞지 않으므로 두 신경망이 같습니다. 논문은 CIFAR-10에서 {papers_alpha}을 "
        "썼고, ImageNet에서는 {papers_alpha_low}~{papers_alpha_high}일 때 ERM보다 나았습니다.",
    ),
    "toy.lambdas": ("One λ per", "λ를 뽑는 단위"),
    "toy.lambdas.help": (
        "Whether all pairs in a batch share one λ, as in the authors' code, or each has its own.",
        "저자들의 코드처럼 배치의 모든 쌍이 λ 하나를 공유할지, 쌍마다 따로 뽑을지를 정합니다.",
    ),
    "toy.lambdas.batch": ("batch", "배치"),
    "toy.lambdas.sample": ("pair", "쌍"),
    "toy.depth": ("Hidden layers", "은닉층"),
    "toy.depth.help": ("Number of hidden layers.", "은닉층의 수입니다."),
    "toy.width": ("Units per layer", "층별 유닛 수"),
    "toy.width.help": ("Number of units in each hidden layer.", "은닉층 하나의 유닛 수입니다."),
    "toy.activation": ("Activation", "활성 함수"),
    "toy.activation.help": (
        "The non-linearity after each layer. With ReLU the boundary consists of straight pieces.",
        "각 층 뒤의 비선형 함수입니다. ReLU를 쓰면 경계가 직선 조각으로 이루어집니다.",
    ),
    "toy.activation.relu": ("ReLU", "ReLU"),
    "toy.activation.tanh": ("tanh", "tanh"),
    "toy.activation.gelu": ("GELU", "GELU"),
    "toy.optimiser": ("Optimiser", "옵티마이저"),
    "toy.optimiser.help": (
        "How gradients become weight updates. SGD has momentum 0.9 and needs a higher learning "
        "rate.",
        "기울기로 가중치를 갱신하는 방법입니다. SGD는 모멘텀이 0.9이고 더 큰 학습률이 필요합니다.",
    ),
    "toy.optimiser.adam": ("Adam", "Adam"),
    "toy.optimiser.sgd": ("SGD", "SGD"),
    "toy.rate": ("Learning rate", "학습률"),
    "toy.rate.help": ("Size of each weight update.", "가중치를 한 번에 갱신하는 크기입니다."),
    "toy.decay": ("Weight decay", "가중치 감쇠"),
    "toy.decay.help": (
        "How strongly each step pulls the weights towards zero.",
        "스텝마다 가중치를 0 쪽으로 당기는 세기입니다.",
    ),
    "toy.batch": ("Batch size", "배치 크기"),
    "toy.batch.help": (
        "Points per step; pairs are formed within the batch.",
        "스텝마다 사용하는 점의 수입니다. 쌍은 배치 안에서 만듭니다.",
    ),
    "toy.steps": ("Steps", "스텝 수"),
    "toy.steps.help": ("How many steps the training run has.", "학습 스텝의 수입니다."),
    "toy.dots": ("points of this step", "이 스텝의 점"),
    "toy.at": ("step {step} of {steps}", "스텝 {step} / {steps}"),
    "toy.training": ("training, {percent} %", "학습 중, {percent} %"),
    "toy.progress": ("Training progress", "학습 진행률"),
    "toy.map": (
        "Map of {model}: the class it predicts at each point. Use the arrow keys to explore.",
        "{model}의 지도: 각 점에서 예측한 클래스를 보여 줍니다. 화살표 키로 살펴볼 수 있습니다.",
    ),
    "toy.map.said": (
        "test accuracy {accuracy}, confidence {confidence}",
        "테스트 정확도 {accuracy}, 신뢰도 {confidence}",
    ),
    "toy.point": ("At ({x}, {y}): {erm}; {mixup}.", "({x}, {y}): {erm}, {mixup}"),
    "toy.point.model": ("{model} {class} {share}", "{model} {class} {share}"),
    "toy.point.none": (
        "Point at a map, or tap it, to see both predictions.",
        "포인터로 지도를 가리키거나 지도를 누르면 두 모델의 예측이 나타납니다.",
    ),
    "toy.legend.flipped": ("flipped label", "뒤바뀐 레이블"),
    "toy.legend.mixed": ("mixed points of this step", "이 스텝의 섞인 점"),
    "toy.legend.sure": ("less to more confident", "신뢰도 낮음 → 높음"),
    "toy.legend.edge": ("decision boundary", "결정 경계"),
    "toy.strip.title": ("The same training with other α", "α만 바꾼 같은 학습"),
    "toy.strip.help": (
        "All four share initial weights, data and order, shown at the last step. Choose one to "
        "watch it above.",
        "초기 가중치와 데이터, 순서가 같은 네 학습의 마지막 스텝입니다. 하나를 선택하면 위에서 "
        "볼 수 있습니다.",
    ),
    "toy.strip.erm": ("α = 0 (ERM)", "α = 0 (ERM)"),
    "toy.curves": (
        "Over the recorded steps, more of them early",
        "기록한 스텝에 따른 변화 (초반을 더 자주 기록)",
    ),
    "toy.curves.help": (
        "Loss, accuracy and smoothness of both networks at the recorded steps. These lie closer together "
        "at the start, and the axis gives each the same room. Press or drag on a chart to go to a step.",
        "기록한 스텝에서 두 신경망의 손실, 정확도, 매끄러움입니다. 초반일수록 자주 기록했으며, 축에는 기록한 스텝을 같은 간격으로 놓았습니다. 차트를 누르거나 끌면 "
        "그 스텝으로 이동합니다.",
    ),
    "toy.says": ("After training", "학습 결과"),
    "toy.says.same": (
        "With α = 0 nothing is mixed: both networks are the same one, trained once.",
        "α = 0이면 아무것도 섞지 않습니다. 두 신경망은 한 번 학습한 같은 신경망입니다.",
    ),
    "toy.says.confidence": (
        "Mean confidence on test points: mixup {mixup}, ERM {erm}.",
        "테스트 점에서의 평균 신뢰도는 mixup {mixup}, ERM {erm}입니다.",
    ),
    "toy.says.intrusion": (
        "{share} of the mixed points lie next to a training point of a class other than the one "
        "that dominates their label (manifold intrusion, Guo et al. 2019).",
        "섞인 점의 {share}는 가장 가까운 학습 점의 클래스가 소프트 레이블의 주된 클래스와 "
        "다릅니다(매니폴드 침범, Guo 외 2019).",
    ),
    "transport.label": ("Playback", "재생"),
    "transport.play": ("Play", "재생"),
    "transport.back": ("Previous frame", "이전 프레임"),
    "transport.forward": ("Next frame", "다음 프레임"),
    "transport.slider": ("Training step", "학습 스텝"),
}

TEXTS = filled(TEXTS)
