"""Chapters 7 to 10: what is claimed, and what becomes of it."""

TEXTS: dict[str, tuple[str, str]] = {
    "learn.general.title": ("Does it generalise better?", "일반화가 더 잘될까?"),
    "learn.general.1": (
        "The main claim of the paper: change nothing but the batches, and the test error falls, on "
        "CIFAR-10, CIFAR-100 and ImageNet, for hardly any extra computation. On ImageNet the authors "
        "see the largest gains with longer trainings and, after the shorter ones, with larger "
        "networks; on CIFAR the smallest of their networks gains most in points.",
        "논문의 핵심 주장은 이렇습니다. 배치만 바꾸면 CIFAR-10, CIFAR-100, ImageNet에서 테스트 오차가 낮아지고, 추가 계산은 거의 "
        "없습니다. 저자들은 ImageNet에서 오래 학습할수록, 그리고 짧은 학습에서는 신경망이 클수록 이득이 컸다고 보고합니다. CIFAR에서는 "
        "가장 작은 신경망의 이득(%p)이 가장 큽니다.",
    ),
    "learn.general.2": (
        "Most of our networks are small, and see few images or train shortly, because two processor cores "
        "trained them; a GPU trained the page’s own network. So we asked a question that we could answer with several [seed|seeds]: how does the gain "
        "depend on the number of training images?",
        "우리 신경망은 대부분 프로세서 코어 두 개로 학습해서 작고, 이미지가 적거나 학습이 짧습니다. 이 페이지의 기본 신경망만 GPU로 학습했습니다. 그래서 여러 [seed|시드]로 답할 수 있는 물음을 골랐습니다. "
        "학습 이미지 수에 따라 이득이 어떻게 달라집니까?",
    ),
    "learn.general.ask": (
        "One small network, with mixup and without, on few images and on many more, though never on "
        "all. Where did mixup gain more?",
        "작은 신경망 하나를 적은 이미지와 그보다 훨씬 많은 이미지(전체는 아님)로, mixup을 쓰거나 쓰지 않고 학습했습니다. 어디에서 mixup의 "
        "이득이 더 컸습니까?",
    ),
    "learn.general.ask.a": ("With few images", "이미지가 적을 때"),
    "learn.general.ask.b": ("With many images", "이미지가 많을 때"),
    "learn.general.ask.c": ("Equally in both", "둘이 비슷하다"),
    "learn.general.because": (
        "With few. But each training took equally many steps, so few images were also seen more often, "
        "and at one number of images a longer training makes the gain grow, too: how much is due to "
        "which, these trainings cannot say. With all images we trained another, larger network on a "
        "schedule of its own: there mixup gains less: over several seeds more than chance gives when corrected together with "
        "the learning curve, but no longer with all of our comparisons of test errors.",
        "이미지가 적을 때입니다. 다만 모든 학습의 스텝 수가 같아서 이미지가 적으면 한 장을 더 자주 보았고, 이미지 수가 같아도 오래 학습하면 "
        "이득이 커집니다. 어느 쪽이 얼마나 작용했는지는 이 학습들로 알 수 없습니다. 이미지 전체로는 학습 일정이 다른 더 큰 신경망을 학습했습니다. 여기서는 mixup의 이득이 더 작습니다. 여러 "
        "시드로 비교해 학습 곡선과 함께 보정하면 우연으로 볼 수 있는 것보다 크지만, 테스트 오차에 대한 우리의 모든 비교와 함께 보정하면 그렇지 않습니다.",
    ),
    "learn.general.paper": (
        "Paper, {network}, test error: CIFAR-10 {erm} % with ERM and {mixup} % with mixup; CIFAR-100 "
        "{erm_large} % and {mixup_large} %.",
        "논문, {network}의 테스트 오차: CIFAR-10에서 ERM {erm} %, mixup {mixup} %. CIFAR-100에서 ERM {erm_large} %, mixup "
        "{mixup_large} %.",
    ),
    "learn.general.imagenet": (
        "Paper, ResNet-50 on ImageNet: {erm_short} % and {mixup_short} % after the shorter training, "
        "{erm_long} % and {mixup_long} % after the longer one.",
        "논문, ImageNet의 ResNet-50: 짧은 학습 뒤에는 ERM {erm_short} %, mixup {mixup_short} %, 긴 학습 뒤에는 ERM {erm_long} %, mixup "
        "{mixup_long} %.",
    ),
    "learn.general.more.1": (
        "What counts as a difference? One training is one draw: with another seed each network ends a "
        "little better or worse. The page calls a difference settled only if the whole 95 % interval "
        "lies on one side of zero, over seeds where there are several. Where many comparisons make up "
        "one claim, it corrects for their number; what it leaves uncorrected stands under “How a verdict "
        "is reached”.",
        "어떤 차이를 차이라고 할 수 있습니까? 한 번의 학습은 한 번의 뽑기와 같아서, 시드가 바뀌면 결과도 조금씩 달라집니다. 이 "
        "페이지는 95 % 구간 전체가 0의 한쪽에 있을 때만 차이가 있다고 말하며, 시드가 여럿이면 시드별로 비교합니다. 한 주장에 비교가 "
        "여럿이면 그 수에 대한 다중 비교 보정을 하고, 보정하지 않는 것은 ‘판정 기준’에 적어 두었습니다.",
    ),
    "learn.corrupted.title": ("Corrupted labels", "잘못된 레이블"),
    "learn.corrupted.1": (
        "Real data sets contain wrong labels. An ERM network first learns the rule and then, epoch by "
        "epoch, the mistakes: its test error falls and rises again. A mixed example always carries "
        "two labels in a new ratio, so a single wrong label is hard to learn by heart.",
        "실제 데이터에는 잘못된 레이블이 섞여 있습니다. ERM 신경망은 먼저 규칙을 배우고, 에폭이 지날수록 잘못된 레이블까지 외웁니다. "
        "그래서 테스트 오차가 내려갔다가 다시 올라갑니다. 섞은 예제는 늘 새로운 비율의 레이블 두 개를 가지므로, 잘못된 레이블 하나를 "
        "외우기가 어렵습니다.",
    ),
    "learn.corrupted.2": (
        "The paper compares with [dropout|dropout], the usual remedy, and uses large α here: stronger "
        "mixing, less memorising. Watch the distance between the best epoch and the last.",
        "논문은 흔히 쓰는 처방인 [dropout|드롭아웃]과 비교하며, 여기서는 큰 α를 씁니다. 더 강하게 섞을수록 덜 외웁니다. 최적 에폭과 "
        "마지막 에폭의 차이를 눈여겨보세요.",
    ),
    "learn.corrupted.ask": (
        "Half of the labels are random. Which training ended with the lowest test error in the paper?",
        "레이블의 절반이 무작위입니다. 논문에서 마지막 테스트 오차가 가장 낮은 학습은 무엇입니까?",
    ),
    "learn.corrupted.ask.a": ("ERM with dropout", "드롭아웃을 쓴 ERM"),
    "learn.corrupted.ask.b": ("mixup", "mixup"),
    "learn.corrupted.ask.c": ("mixup with dropout", "드롭아웃을 함께 쓴 mixup"),
    "learn.corrupted.because": (
        "mixup with dropout. With our small CNN it cannot be told apart from mixup alone over seeds, "
        "and dropout alone gets most of the way; our thin ResNet, which learns nearly every wrong "
        "label by heart, ends much lower with mixup than with dropout. Ours is before the last layer, "
        "the paper's in every block.",
        "드롭아웃을 함께 쓴 mixup입니다. 우리의 작은 CNN에서는 여러 시드로 비교해도 mixup만 쓴 것과 구별되지 않고, 드롭아웃만 써도 이득의 대부분을 "
        "얻습니다. 잘못된 레이블을 거의 다 외우는 좁은 ResNet의 마지막 테스트 오차는 드롭아웃보다 mixup에서 훨씬 낮습니다. 우리 드롭아웃은 마지막 층 앞에만 있고, "
        "논문은 블록마다 넣었습니다.",
    ),
    "learn.corrupted.paper": (
        "Paper, {share} % random, test error after the last epoch: ERM {erm} %, with dropout "
        "{erm_dropout} %; mixup {mixup} %, with dropout {mixup_dropout} %.",
        "논문, {share} % 무작위, 마지막 에폭의 테스트 오차: ERM {erm} %, ERM + 드롭아웃 {erm_dropout} %. mixup {mixup} %, mixup + "
        "드롭아웃 {mixup_dropout} %.",
    ),
    "learn.corrupted.ours": (
        "Ours, {share} % random, the same, means of {n} seeds: ERM {erm} %, with dropout "
        "{erm_dropout} %; mixup {mixup} %, with dropout {mixup_dropout} %.",
        "우리 결과, {share} % 무작위, 같은 측정, 시드 {n}개의 평균: ERM {erm} %, ERM + 드롭아웃 {erm_dropout} %. mixup {mixup} %, mixup + "
        "드롭아웃 {mixup_dropout} %.",
    ),
    "learn.corrupted.more.1": (
        "Resisting wrong labels has a price: a strongly mixing network also misses more of the true "
        "training labels. On test images the trade pays off. In the Toy view you can flip labels and "
        "watch a boundary fold itself around them.",
        "잘못된 레이블을 덜 외우는 데에는 대가가 있습니다. 강하게 섞은 신경망은 올바른 학습 레이블도 더 많이 놓칩니다. 그래도 테스트 "
        "이미지에서는 이득이 더 큽니다. ‘토이’ 화면에서 레이블을 뒤집고, 경계가 그 점들을 에워싸는 모습을 볼 수 있습니다.",
    ),
    "learn.attacks.title": ("Adversarial examples", "적대적 예제"),
    "learn.attacks.1": (
        "An attacker who knows the network’s [gradient|gradient] can move every pixel by an "
        "invisible step in the worst direction: [fgsm|FGSM]. In a [whitebox|white box] the gradient is "
        "that of the attacked network, in a [blackbox|black box] that of another one.",
        "신경망의 [gradient|기울기]를 아는 공격자는 모든 픽셀을 눈에 띄지 않을 만큼, 가장 나쁜 방향으로 옮길 수 있습니다. 이것이 "
        "[fgsm|FGSM]입니다. [whitebox|화이트박스]에서는 공격받는 신경망의 기울기를, [blackbox|블랙박스]에서는 다른 신경망의 기울기를 "
        "씁니다.",
    ),
    "learn.attacks.2": (
        "The authors see smaller gradients between examples with mixup, so they expected more "
        "robustness, and found it: more than twice ERM’s accuracy against one step in the white box. A stronger attack "
        "takes many steps and starts anew from random points: [pgd|PGD].",
        "저자들은 mixup에서 예제 사이의 기울기가 더 작은 것을 보고 더 강건하리라 기대했고, 화이트박스의 한 스텝 공격에서 정확도가 ERM의 두 배를 "
        "넘는 것을 확인했습니다. 더 강한 공격은 무작위 지점에서 여러 번 출발해 여러 스텝을 밟습니다([pgd|PGD]).",
    ),
    "learn.attacks.ask": (
        "On the larger pair of our networks, too, mixup keeps a multiple of ERM’s accuracy against FGSM; "
        "on smaller ones, over seeds, that is not decided. What is left of the advantage against PGD?",
        "우리의 큰 신경망 쌍에서도 FGSM 공격에서는 mixup의 정확도가 ERM의 몇 배입니다(작은 쌍은 여러 시드로 보아도 판단할 수 없습니다). PGD 공격에서는 이 이득이 "
        "얼마나 남습니까?",
    ),
    "learn.attacks.ask.a": ("All of it", "모두 남는다"),
    "learn.attacks.ask.b": ("None", "남지 않는다"),
    "learn.attacks.ask.c": ("It grows", "오히려 커진다"),
    "learn.attacks.because": (
        "None; on one pair of networks mixup even does worse. What FGSM measured was mostly "
        "[masking|gradient masking]: the one step points in a poor direction, and many steps find a "
        "better one. Judge robustness by the strongest attack you know.",
        "남지 않습니다. 한 쌍에서는 오히려 mixup이 더 약합니다. FGSM의 결과는 대부분 [masking|기울기 마스킹]이었습니다. 한 스텝은 "
        "효과가 작은 방향을 가리켰을 뿐이고, 여러 스텝은 더 효과적인 방향을 찾아냅니다. 강건성은 아는 것 중 가장 강한 공격으로 판단해야 합니다.",
    ),
    "learn.attacks.paper": (
        "Paper, {network} on ImageNet, FGSM: mixup’s accuracy is {white} times ERM’s in the white box "
        "and {black} times in the black box.",
        "논문, ImageNet의 {network}, FGSM: mixup의 정확도는 화이트박스에서 ERM의 {white}배, 블랙박스에서 {black}배입니다.",
    ),
    "learn.attacks.more.1": (
        "The paper’s numbers are not wrong; its iterated attack already left both networks almost "
        "nothing. Robustness to a chosen attack needs adversarial training. Against two "
        "*common* corruptions of images, blur and low contrast, our mixup networks do better, over "
        "images of one pair and seeds of another; against others not all networks say so.",
        "논문의 수치가 틀린 것은 아닙니다. 논문의 반복 공격에서도 두 신경망 모두 거의 남은 것이 없었습니다. 일부러 고른 공격을 막으려면 적대적 "
        "학습이 필요합니다. 반면 *흔한* 이미지 손상 가운데 흐림과 낮은 대비에는 우리 mixup 신경망이 더 강합니다. 한 쌍의 이미지와 다른 "
        "쌍의 시드 모두에서 그렇습니다. 나머지 손상에서는 모든 신경망의 결과가 같지는 않습니다.",
    ),
    "learn.gan.title": ("Stabilising GANs", "GAN 학습의 안정화"),
    "learn.gan.1": (
        "In a [gan|GAN] a generator learns from the gradient of a discriminator. If that one becomes "
        "too sure, its gradient vanishes or explodes, and training collapses onto a few "
        "[modes|modes]. mixup lets the discriminator judge mixtures of real and generated points, "
        "with λ as the label.",
        "[gan|GAN]의 생성자는 판별자의 기울기로 배웁니다. 판별자의 신뢰도가 지나치게 높아지면 기울기가 사라지거나 폭주하고, 학습은 몇몇 "
        "[modes|모드]로 무너집니다. mixup은 진짜 점과 생성한 점을 섞어 판별자에게 보여 주고, λ를 레이블로 씁니다.",
    ),
    "learn.gan.2": (
        "So the discriminator has to pass from “real” to “generated” in a straight line, and the "
        "generator gets a usable slope everywhere. The paper shows it on points of a plane: a ring "
        "and a grid of Gaussians.",
        "그러면 판별자는 ‘진짜’에서 ‘생성’으로 직선을 그리며 넘어가야 하고, 생성자는 어디서나 쓸 만한 기울기를 얻습니다. 논문은 평면 위의 "
        "점, 곧 고리와 격자 모양의 가우시안들로 이를 보입니다.",
    ),
    "learn.gan.ask": (
        "We trained such GANs with several seeds, two losses and several targets. Does mixup help?",
        "우리는 여러 시드와 두 가지 손실, 여러 목표 분포로 이런 GAN을 학습했습니다. mixup이 도움이 되었습니까?",
    ),
    "learn.gan.ask.a": ("Always", "언제나 도움이 된다"),
    "learn.gan.ask.b": ("It depends on target and loss", "목표 분포와 손실에 따라 다르다"),
    "learn.gan.ask.c": ("Never", "전혀 도움이 되지 않는다"),
    "learn.gan.because": (
        "It depends. With the paper’s loss, the plain GAN of this setting ends with nothing right on "
        "the ring and on the grid, and mixup finds modes there. With today’s usual loss it finds more "
        "modes on the grid, where the share of good samples is not decided, and on the ring it spoils "
        "what worked without it. All this holds when corrected for how many comparisons there are; "
        "the others decide nothing. Trained as long as the authors’, over a few seeds, mixup finds the "
        "ring’s modes with the paper’s loss again; with the usual one it finds all of them with every "
        "seed but one, which fails, and nothing is decided.",
        "경우에 따라 다릅니다. 논문의 손실에서 이 설정의 기본 GAN은 고리와 격자에서 제대로 된 표본 하나 없이 끝나지만, mixup을 쓰면 모드를 찾습니다. "
        "요즘 흔한 손실에서는 격자에서 더 많은 모드를 찾고(고품질 표본의 비율은 판단할 수 없습니다), 잘되던 고리는 mixup이 오히려 망칩니다. 모두 비교 "
        "수에 대해 보정해도 그대로이며, 나머지 비교로는 판단할 수 없습니다. 저자들만큼 오래 몇 개의 시드로 학습하면 논문의 손실에서는 "
        "역시 mixup이 고리의 모드를 찾습니다. 흔한 손실에서는 한 시드만 실패하고 나머지에서는 모든 모드를 찾지만, 판단할 수는 없습니다.",
    ),
    "learn.gan.more.1": (
        "The paper’s equation is the “minimax” loss, in which a generator that is found out receives "
        "almost no gradient: the very problem that mixup eases. The “non-saturating” loss avoids it "
        "in another way. One picture of one lucky seed proves nothing about GANs, which is why the "
        "Toy view has several side by side.",
        "논문의 식은 ‘미니맥스’ 손실입니다. 여기서는 들통난 생성자가 기울기를 거의 받지 못하는데, mixup이 덜어 주는 것이 바로 이 "
        "문제입니다. ‘비포화’ 손실은 다른 방법으로 이를 피합니다. 운 좋은 시드 하나의 그림은 GAN에 대해 아무것도 증명하지 못합니다. 그래서 "
        "‘토이’ 화면은 여러 시드를 나란히 보여 줍니다.",
    ),
}
